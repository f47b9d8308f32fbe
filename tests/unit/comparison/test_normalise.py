"""Counts divided by residents and divisions, and which are never divided."""

from typing import Any

import pytest
from tests.figures import TAIYUAN, told

from cppcc_cases.comparison.normalise import NoQuotient, Quotient, quotient
from cppcc_cases.model import Missing
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.vocab.denominators import Per

WHOLE = {"part": "whole", "when": {"as_of": "2024-09-20"}}


def divided(
    indicator: str, value: Any, per: Per = Per.RESIDENTS, **said: Any
) -> Quotient | NoQuotient | None:
    """Return a made-up figure of the whole of Taiyuan, divided."""
    return quotient(told(indicator, value, **{"of": TAIYUAN, **WHOLE, **said}), per)


def test_liaison_groups_are_a_share_of_the_divisions() -> None:
    """Taiyuan's 102 groups stand against 103 divisions, and 107 by the other count."""
    found = divided("liaison_groups", 102, Per.DIVISIONS)
    assert isinstance(found, Quotient)
    assert found.other is not None
    expected = (102, 103, "2025-12-31", 107, 99.0)
    assert expected == (
        found.numerator,
        found.denominator.value,
        found.denominator.as_of.text,
        found.other.value,
        round(100 * found.value, 1),
    )


def test_studios_are_given_for_residents() -> None:
    """142 studios among 5,304,061 residents are 2.68 for each 100,000."""
    found = divided("studios", 142)
    assert isinstance(found, Quotient)
    expected = (2.68, 5304061, "2020-11-01", None)
    assert expected == (
        round(found.value, 2),
        found.denominator.value,
        found.denominator.as_of.text,
        found.other,
    )


@pytest.mark.parametrize(("code", "words"), [("320312", "133万"), ("110101", "没有查到")])
def test_without_a_sourced_denominator_there_is_a_reason(code: str, words: str) -> None:
    """Tongshan has no census figure, and registered population does not stand in for it."""
    found = divided("studios", 142, of=code)
    assert isinstance(found, NoQuotient)
    assert words in found.reason.zh


@pytest.mark.parametrize(
    "when",
    [
        {"year": 2024},
        {"since_session": 2024, "to": "2024-12-31"},
        {"as_of": "2024"},
        {"as_of": "2015-11"},
        {"as_of": "2025-11"},
    ],
)
def test_a_year_and_a_day_are_divided(when: Any) -> None:
    """A figure for a year, since a closed session or as of a day, five years off at most, is."""
    assert isinstance(divided("studios", 142, when=when), Quotient)


@pytest.mark.parametrize(
    "said",
    [
        {"part": ""},
        {"part": "pilot"},
        {"part": "one_project"},
        {"part": "own"},
        {"part": "whole selected"},
        {"part": "whole township_tier"},
        {"part": "whole topic:教育"},
        {"of": "joint"},
        {"value": Missing.NOT_REPORTED},
        {"when": "unknown"},
        {"when": "year"},
        {"when": {"session": 2024}},
        {"when": {"since_session": 2024, "to": "2024-03-01"}},
        {"when": {"since_session": 2024}},
        {"when": {"span": "2024-01/2024-12"}},
        {"when": {"term": "2017/2022"}},
        {"when": {"total": "2024-12"}},
        {"when": {"event": "2024-12"}},
        {"when": {"as_of": "2014-12"}},
        {"when": {"as_of": "2026-01"}},
        {"stands": "planned"},
        {"stands": "required"},
        {"qualifier": "about"},
        {"qualifier": "at_least"},
    ],
)
def test_other_figures_are_not_divided(said: dict[str, Any]) -> None:
    """A part, another time or one too far off, a joint, planned or rough figure: none is."""
    assert None is divided("studios", **{"value": 142, **said})


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("liaison_groups", ("divisions",)),
        ("studios", ("residents", "divisions")),
        ("platforms", ("residents", "divisions")),
        ("stations", ("residents", "divisions")),
        ("proposals_filed", ()),
        ("land_area", ()),
        ("visitors", ()),
    ],
)
def test_an_indicator_says_by_what_it_is_divided(indicator: str, expected: tuple[str, ...]) -> None:
    """Places are, among residents or divisions; proposals, land and people never."""
    assert expected == Registry.installed().indicators[indicator].divisors
