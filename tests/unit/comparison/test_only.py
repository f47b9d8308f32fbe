"""Which figures are looked at."""

import pytest
from tests.figures import metric

from cppcc_cases.comparison.only import ALL, Only
from cppcc_cases.model import IndicatorId, WindowKind

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
        (Only(part=("members",)), True),
        (Only(part=("economy", "members")), True),
        (Only(part=("collective",)), False),
        (Only(window=WindowKind.SESSION, year=2023), False),
    ],
)
def test_what_is_let_through(only: Only, expected: bool) -> None:
    """A figure is looked at if it is all that is asked for."""
    assert expected == only.holds(FIGURE)


def test_a_figure_without_a_year_is_of_none() -> None:
    """What has no year is not of the year that is asked for."""
    assert False is Only(year=2024).holds(metric(when="session"))
