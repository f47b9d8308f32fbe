"""Names of files that are safe whatever the ids are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_cases.site.names import LONGEST, safe_path
from cppcc_cases.store import Corpus


def test_good_ids_are_left_as_they_are(corpus: Corpus) -> None:
    """What the checks let through, and kinds with a namespace, name their files themselves."""
    paths = [f"zh/cases/{case.id}.html" for case in corpus.cases]
    paths += ["data/a-1.zh.csv", "en/kinds/guangdong.village_forum.html", "assets/site.css"]
    assert paths == [safe_path(path) for path in paths]


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("zh/../../x.html", "zh/~2e~2e/~2e~2e/x.html"),
        ("/etc/passwd", "~/etc/passwd"),
        ("a//b", "a/~/b"),
        ("", "~"),
        (".git/config", "~2egit/config"),
        ("a\\b:c", "a~5cb~3ac"),
        ("a\0b", "a~00b"),
        ("con.html", "~63on.html"),
        ("LPT1", "~4cPT1"),
        ("nulls.html", "nulls.html"),
        ("dot.", "dot~2e"),
        ("blank ", "blank~20"),
        ("~", "~7e"),
        ("议", "~e8~ae~ae"),
        ("\ud800", "~ed~a0~80"),
    ],
)
def test_anything_else_is_written_out(path: str, safe: str) -> None:
    """What leads elsewhere, or is no name on some system, stands as the digits of its bytes."""
    assert safe == safe_path(path)


def test_a_long_name_is_cut_and_stays_its_own() -> None:
    """Two long names that begin alike stay two, and keep their ending."""
    first, second = (safe_path(f"{'a' * 300}{end}.html") for end in "xy")
    assert first != second
    assert {(LONGEST, True)} == {(len(one), one.endswith(".html")) for one in (first, second)}
    assert LONGEST == len(safe_path("b" * 400))


@given(st.text(), st.text())
def test_two_paths_stay_two(one: str, other: str) -> None:
    """No two paths come to one, and none leaves its folder."""
    assert (one == other) == (safe_path(one) == safe_path(other))
    parts = safe_path(one).split("/")
    assert [] == [part for part in parts if part in ("", ".", "..") or not part.isascii()]
