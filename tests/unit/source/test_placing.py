"""Findings in a text, each with its line and column, and where nothing more is to be said."""

import pytest

from cppcc_cases.errors import Finding, Location, Path, Severity
from cppcc_cases.source.placing import Shadow, located, placed
from cppcc_cases.text import Text

TEXT = "a:\n  b: [1, 2]\n"


def finding(path: Path, code: str = "made-up", severity: Severity = Severity.ERROR) -> Finding:
    """Return a finding at a path."""
    return Finding(code=code, message=Text(zh="虚构", en="made up"), path=path, severity=severity)


@pytest.mark.parametrize(
    ("path", "at_key", "place"),
    [
        ((), False, (1, 1)),
        (("a", "b"), False, (2, 6)),
        (("a", "b"), True, (2, 3)),
        (("a", "b", 1), False, (2, 10)),
        (("a", "b", 7, "x"), True, (2, 6)),
        (("x",), False, (1, 1)),
    ],
)
def test_a_path_stands_where_it_stands(path: Path, at_key: bool, place: tuple[int, int]) -> None:
    """At its value or its key, or else at what is around it."""
    expected = Location(file="a.yaml", line=place[0], column=place[1])
    assert expected == located("a.yaml", TEXT, path, at_key=at_key)


def test_a_place_that_is_known_is_kept() -> None:
    """What is wrong with the text itself has its line; of no text, all is at the top."""
    known = Finding(message=Text(zh="虚", en="x"), path=("a",), line=2, column=7, count=3)
    (first,) = placed("a.yaml", TEXT, [known])
    (second,) = placed("a.yaml", "", [finding(("a",))])
    expected = (
        Location(file="a.yaml", line=2, column=7),
        3,
        Location(file="a.yaml", line=1, column=1),
    )
    assert expected == (first.location, first.count, second.location)


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        (("a",), True),
        (("a", "x"), False),
        (("b",), False),
        (("c",), False),
        ((), True),
        (("d", 1), True),
        (("d", 1, "x"), True),
        (("d", 1, "y"), False),
        (("d", 0), False),
    ],
)
def test_nothing_is_said_of_what_only_follows(path: Path, hidden: bool) -> None:
    """What is faulty itself, and what is around the place where reading stopped, is silent."""
    found = [
        finding(("a",)),
        finding(("b",), "missing-field"),
        finding(("c",), severity=Severity.WARNING),
    ]
    assert hidden == Shadow.of(found, (("d", 1, "x"),)).hides(path)
