"""Agreement with the ``edtf`` package where that package is right.

It is left out where it is not, or where the choice is another: codes of seasons, intervals that
run backwards, unknown sides, and days that do not exist.
"""

from datetime import date

import edtf
from hypothesis import given
from hypothesis import strategies as st

from cppcc_cases.model.edtf import Edtf

DAYS = st.dates(min_value=date(1, 1, 1))
POINTS = st.one_of(
    DAYS.map(lambda day: f"{day.year:04}"),
    DAYS.map(lambda day: f"{day.year:04}-{day.month:02}"),
    DAYS.map(date.isoformat),
)
LEVEL_1 = st.one_of(
    DAYS.map(lambda day: f"{day.year:04}-XX"),
    DAYS.map(lambda day: f"{day.year:04}-XX-XX"),
    DAYS.map(lambda day: f"{day.year:04}-{day.month:02}-XX"),
    st.integers(1, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(1, 99).map(lambda century: f"{century:02}XX"),
)
QUALIFIED = st.builds(str.__add__, POINTS, st.sampled_from(["", "~", "?", "%"]))
Bounds = tuple[tuple[int, int, int], tuple[int, int, int]]


def theirs(text: str) -> Bounds:
    """Return the strict bounds that the other package gives."""
    value = edtf.parse_edtf(text)
    low, high = value.lower_strict(), value.upper_strict()
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])


def ours(text: str) -> Bounds:
    """Return the bounds of a date whose ends are both known."""
    value = Edtf.parse(text)
    low, high = value.lower, value.upper
    assert low is not None
    assert high is not None
    return (low.year, low.month, low.day), (high.year, high.month, high.day)


@given(st.one_of(QUALIFIED, LEVEL_1))
def test_single_dates(text: str) -> None:
    """Both give the same bounds for a single date of level 0 or 1."""
    assert theirs(text) == ours(text)


@given(QUALIFIED, QUALIFIED)
def test_closed_intervals(one: str, other: str) -> None:
    """Both give the same bounds for a closed interval that runs forwards."""
    first, last = sorted((one, other), key=ours)
    text = f"{first}/{last}"
    assert theirs(text) == ours(text)
