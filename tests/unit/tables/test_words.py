"""Numbers, dates and sessions as people and spreadsheets write them."""

import pytest

from cppcc_cases.errors import Fault
from cppcc_cases.model import Qualifier
from cppcc_cases.tables.words import amount, dated, session_no

MEASURES = frozenset({"件", "人次"})


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("412", 412, Qualifier.EXACT),
        ("1,234", 1234, Qualifier.EXACT),
        ("１，２３４．５", 1234.5, Qualifier.EXACT),
        ("85.71%", 85.71, Qualifier.EXACT),
        ("近1000", 1000, Qualifier.AT_MOST),
        ("1000余件", 1000, Qualifier.AT_LEAST),
        ("约1.2万人次", 12000, Qualifier.ABOUT),
    ],
)
def test_amounts(text: str, value: float, qualifier: Qualifier) -> None:
    """A value is read with how exact it is."""
    one = amount(text, MEASURES)
    assert (value, qualifier) == (one.value, one.qualifier)


@pytest.mark.parametrize(
    "text", ["4l2", "1,2345", "1,5", "-5", "=1+1", "412和5", "2025-01-12", "412吨", "9" * 16, ""]
)
def test_what_is_no_amount(text: str) -> None:
    """What may be something else is refused."""
    with pytest.raises(Fault):
        amount(text, MEASURES)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-01-12", "2025-01-12"),
        ("2025/1/12", "2025-01-12"),
        ("2025.1", "2025-01"),
        ("2025年1月12日", "2025-01-12"),
        ("２０２５年", "2025"),
        ("2017/2022", "2017/2022"),
        ("2021年1月至2022年12月", "2021-01/2022-12"),
        ("2025-01-12 00:00:00", "2025-01-12"),
        ("未写明", "XXXX"),
    ],
)
def test_dates(text: str, date: str) -> None:
    """Dates as spreadsheets save them come to what a data module writes."""
    assert date == dated(text)


def test_a_count_of_days_is_no_date() -> None:
    """Excel counts from either of two years, so it is not guessed but said."""
    with pytest.raises(Fault, match="2023-03-15"):
        dated("45000")


@pytest.mark.parametrize("text", ["15-4", "十五届四次", "第十五届委员会第四次会议", "15届4次"])
def test_sessions(text: str) -> None:
    """A session may be written so that no spreadsheet makes a date of it."""
    assert "15-4" == session_no(text)


def test_a_session_that_became_a_date() -> None:
    """It is said how to keep it."""
    with pytest.raises(Fault, match="十五届四次"):
        session_no("2015-04")
