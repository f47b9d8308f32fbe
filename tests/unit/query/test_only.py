"""Which figures are looked at."""

import pytest
from tests.figures import metric

from cppcc_cases.errors import Fault
from cppcc_cases.model import IndicatorId, WindowKind
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.query import UnknownTerm
from cppcc_cases.query.only import ALL, Only

FIGURE = metric("proposals_filed", part="members economy", when={"session": 2024})


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (ALL, True),
        (Only(indicator=IndicatorId("proposals_filed")), True),
        (Only(indicator=IndicatorId("studios")), False),
        (Only(window=WindowKind.SESSION), True),
        (Only(window=WindowKind.YEAR), False),
        (Only(year=2024), True),
        (Only(year=2023), False),
        (Only(part="members"), True),
        (Only(part="economy"), True),
        (Only(part="collective"), False),
        (Only(window=WindowKind.SESSION, year=2023), False),
    ],
)
def test_what_is_let_through(only: Only, expected: bool) -> None:
    """A figure is looked at if it is all that is asked for."""
    assert expected == only.holds(FIGURE)


def test_a_figure_without_a_year_is_of_none() -> None:
    """What has no year is not of the year that is asked for."""
    assert False is Only(year=2024).holds(metric(when="session"))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"indicator": "提案立案数"}, Only(indicator=IndicatorId("proposals_filed"))),
        ({"window": "会期"}, Only(window=WindowKind.SESSION)),
        ({"year": "2024年"}, Only(year=2024)),
        ({"part": "委员提案"}, Only(part="members")),
        ({"part": "topic:教育"}, Only(part="topic:教育")),
        ({}, ALL),
    ],
)
def test_labels_will_do(asked: dict[str, str], expected: Only) -> None:
    """What is asked for may be an id or a label."""
    assert expected == Only.of(Registry.installed(), **asked)


@pytest.mark.parametrize("year", ["24", "二〇二四", "2024-06", "20245", ""])
def test_a_year_has_four_digits(year: str) -> None:
    """What is no year is refused in words."""
    with pytest.raises(Fault, match="a year has four digits"):
        Only.of(Registry.installed(), year=year)


def test_what_there_is_not_is_told() -> None:
    """A word that is no part is answered as any unknown word."""
    with pytest.raises(UnknownTerm):
        Only.of(Registry.installed(), part="委员会")
