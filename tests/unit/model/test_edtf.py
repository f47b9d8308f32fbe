"""Dates: what is read, what each may mean, how it is said, and what is refused."""

import pickle
from datetime import date

import pytest

from cppcc_cases.errors import Fault
from cppcc_cases.model.edtf import BAD_DATE, Bound, DateQualifier, Edtf
from cppcc_cases.text import Lang

RANGES = [
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("0001", date(1, 1, 1), date(1, 12, 31)),
    ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ("2024-06", date(2024, 6, 1), date(2024, 6, 30)),
    ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
    ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ("2024~", date(2024, 1, 1), date(2024, 12, 31)),
    ("202X", date(2020, 1, 1), date(2029, 12, 31)),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
    ("2024-XX", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-XX-XX", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-06-XX", date(2024, 6, 1), date(2024, 6, 30)),
    ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ("2024-06-21/2024-06-30", date(2024, 6, 21), date(2024, 6, 30)),
    ("2022/2024", date(2022, 1, 1), date(2024, 12, 31)),
    ("2024-06/2024", date(2024, 6, 1), date(2024, 12, 31)),
    ("2024-09-20/..", date(2024, 9, 20), None),
    ("../2024", None, date(2024, 12, 31)),
    ("2024/", date(2024, 1, 1), None),
    ("/2024", None, date(2024, 12, 31)),
    ("XXXX", None, None),
]

PROSE = [
    ("2024", "2024年", "2024"),
    ("0500", "500年", "500"),
    ("2024-06", "2024年6月", "June 2024"),
    ("2024-06-01", "2024年6月1日", "1 June 2024"),
    ("2024-06-21/2024-06-30", "2024年6月21日至30日", "21–30 June 2024"),
    ("2024-06-21/2024-07-03", "2024年6月21日至7月3日", "21 June – 3 July 2024"),
    ("2024-06/2024-07-03", "2024年6月至7月3日", "June – 3 July 2024"),
    ("2024-06-21/2024-08", "2024年6月21日至8月", "21 June – August 2024"),
    ("2024-06-21/2025-07-03", "2024年6月21日至2025年7月3日", "21 June 2024 – 3 July 2025"),
    ("2024-08/2024-11", "2024年8月至11月", "August–November 2024"),
    ("2023-12/2024-02", "2023年12月至2024年2月", "December 2023 – February 2024"),
    ("2022/2024", "2022年至2024年", "2022–2024"),
    ("2022/2024-06", "2022年至2024年6月", "2022 – June 2024"),
    ("2024-06/2024", "2024年6月至2024年", "June 2024 – 2024"),
    ("2024/2024", "2024年", "2024"),
    ("2024~", "约2024年", "about 2024"),
    ("2024?", "2024年（存疑）", "2024 (uncertain)"),
    ("2024-06%", "约2024年6月（存疑）", "about June 2024 (uncertain)"),
    ("2022~/2024", "约2022年至2024年", "about 2022 to 2024"),
    ("2024-09-20/..", "2024年9月20日起", "from 20 September 2024"),
    ("../2024", "不晚于2024年", "no later than 2024"),
    ("/2024", "不晚于2024年（起始不详）", "no later than 2024 (start unknown)"),
    (
        "/2024-12-31",
        "不晚于2024年12月31日（起始不详）",
        "no later than 31 December 2024 (start unknown)",
    ),
    ("../2024-06~", "不晚于约2024年6月", "no later than about June 2024"),
    ("../201X", "不晚于2010年代", "no later than the 2010s"),
    ("2024/", "不早于2024年（截止不详）", "no earlier than 2024 (end unknown)"),
    (
        "201X?/",
        "不早于2010年代（存疑）（截止不详）",
        "no earlier than the 2010s (uncertain) (end unknown)",
    ),
    ("XXXX", "日期不详", "date unknown"),
    ("202X", "2020年代", "2020s"),
    ("202X~", "约2020年代", "about the 2020s"),
    ("201X/..", "2010年代起", "from the 2010s"),
    ("201X/202X", "2010年代至2020年代", "2010s to 2020s"),
    ("20XX", "2000年至2099年间", "some year of 2000–2099"),
    ("2024-XX", "2024年（月份不详）", "2024 (month unknown)"),
    ("2024-XX-XX", "2024年（月日不详）", "2024 (month and day unknown)"),
    ("2024-06-XX", "2024年6月（日期不详）", "June 2024 (day unknown)"),
]

REFUSED = [
    ("2024-13", "没有13月", "there is no month 13"),
    ("2024-00", "没有00月", "there is no month 00"),
    ("2024-06-31", "2024年6月没有31日，只有30天", "June 2024 has 30 days, and no day 31"),
    ("2024-06-00", "2024年6月没有00日", "no day 00"),
    ("2023-02-29", "2023年2月没有29日，只有28天", "February 2023 has 28 days"),
    ("2023-24", "没有24月", "there is no month 24"),
    ("2024-33", "没有33月", "there is no month 33"),
    ("2024-21-03", "没有21月", "there is no month 21"),
    ("2024-XX-15", "月份不详时日也应作 XX", "when the month is XX, so is the day"),
    ("202X-05", "年份带 X 时不再写月、日", "no month or day follows a year with X"),
    ("2XXX", "末一两位可作 X", "the last one or two may be X"),
    ("0000", "年份须在0001至9999之间", "years run from 0001 to 9999"),
    ("Y12024", "年份写四位数字", "a year takes four digits"),
    ("2024-06-01-02", "连字符太多", "there are too many hyphens"),
    ("2024/2025/2026", "斜线只用来分隔起止", "one slash at most"),
    ("2024-٠٦", "月和日各写两位数字", "month and day take two digits each"),
    ("2024~~", "年份写四位数字", "a year takes four digits"),
    ("~2024", "年份写四位数字", "a year takes four digits"),
    ("../2024-6", "月和日各写两位数字", "month and day take two digits each"),
]

OVERLAPS = [
    ("2024", "2024-06", True),
    ("2024-06-30", "2024-06-21/2024-06-30", True),
    ("2024-06-20", "2024-06-21/2024-06-30", False),
    ("2024/..", "2030", True),
    ("2024/..", "2023", False),
    ("/2024", "1950", True),
    ("/2024", "2025", False),
    ("XXXX", "2024", True),
    ("XXXX", "XXXX", True),
    ("2023", "2024~", False),
]

WITHIN = [
    ("2024-06", "2024", True),
    ("2024", "2024-06", False),
    ("2024", "2024", True),
    ("2024-12/2025-01", "2024", False),
    ("2023-12/2024-01", "2024", False),
    ("2024", "2020/..", True),
    ("2024/..", "2020/..", True),
    ("2024/..", "2020/2030", False),
    ("../2024", "2020/2030", False),
    ("XXXX", "2024", False),
    ("2024", "XXXX", True),
]

ENDS = [
    ("2024", Bound.DATED, Bound.DATED),
    ("2024/2025", Bound.DATED, Bound.DATED),
    ("2024/..", Bound.DATED, Bound.OPEN),
    ("2024/", Bound.DATED, Bound.UNKNOWN),
    ("../2024", Bound.OPEN, Bound.DATED),
    ("/2024", Bound.UNKNOWN, Bound.DATED),
    ("XXXX", Bound.UNKNOWN, Bound.UNKNOWN),
]

QUALIFIERS = [
    ("2024", DateQualifier.NONE),
    ("XXXX", DateQualifier.NONE),
    ("2024~", DateQualifier.APPROXIMATE),
    ("2024?", DateQualifier.UNCERTAIN),
    ("2024%", DateQualifier.BOTH),
    ("2024~/2025", DateQualifier.APPROXIMATE),
    ("2024/2025?", DateQualifier.UNCERTAIN),
    ("2024~/2025~", DateQualifier.APPROXIMATE),
    ("2024~/2025?", DateQualifier.BOTH),
    ("2024~/..", DateQualifier.APPROXIMATE),
]


def fault_of(text: str) -> Fault:
    """Return the fault that a text gives."""
    with pytest.raises(Fault) as caught:
        Edtf.parse(text)
    return caught.value


@pytest.mark.parametrize(("text", "lower", "upper"), RANGES)
def test_the_earliest_and_the_latest_day(text: str, lower: date | None, upper: date | None) -> None:
    """A date covers the days from its earliest to its latest, both included."""
    parsed = Edtf.parse(text)
    assert (lower, upper) == (parsed.lower, parsed.upper)


@pytest.mark.parametrize(("text", "start", "end"), ENDS)
def test_the_ends(text: str, start: Bound, end: Bound) -> None:
    """An open end and an unknown end are told apart."""
    parsed = Edtf.parse(text)
    assert (start, end) == (parsed.start, parsed.end)


@pytest.mark.parametrize(("text", "qualifier"), QUALIFIERS)
def test_the_qualifier(text: str, qualifier: DateQualifier) -> None:
    """The qualifier of an interval joins those of its sides."""
    assert qualifier == Edtf.parse(text).qualifier


@pytest.mark.parametrize(("text", "zh", "en"), PROSE)
def test_prose(text: str, zh: str, en: str) -> None:
    """A date is said in natural Chinese and English."""
    parsed = Edtf.parse(text)
    assert (zh, en) == (parsed.describe(Lang.ZH), parsed.describe(Lang.EN))


@pytest.mark.parametrize(("text", "zh", "en"), REFUSED)
def test_the_reason_of_a_refusal(text: str, zh: str, en: str) -> None:
    """A refusal names the text and says what is wrong with it in both languages."""
    fault = fault_of(text)
    expected = (BAD_DATE, True, True)
    assert expected == (
        fault.code,
        fault.message.zh.startswith(f"“{text}”不是可用的日期") and zh in fault.message.zh,
        fault.message.en.startswith(f"'{text}' is not a usable date") and en in fault.message.en,
    )


def test_forms_are_shown() -> None:
    """Every refusal ends with forms that can be used."""
    message = fault_of("soon").message
    expected = (True, True)
    assert expected == (
        message.zh.endswith("如 2024、2024-06、2024-06-21/2024-06-30、2024~、XXXX。"),
        message.en.endswith("are 2024, 2024-06, 2024-06-21/2024-06-30, 2024~, XXXX."),
    )


def test_a_long_text_is_cut_in_the_message() -> None:
    """A refusal shows at most forty characters of what was written."""
    expected = f"“{'x' * 40}…”"
    assert expected == fault_of("x" * 1000).message.zh[: len(expected)]


@pytest.mark.parametrize(("one", "other", "expected"), OVERLAPS)
def test_overlap(one: str, other: str, expected: bool) -> None:
    """Two dates overlap if they may share a day."""
    assert expected == Edtf.parse(one).overlaps(Edtf.parse(other))


@pytest.mark.parametrize(("one", "other", "expected"), WITHIN)
def test_within(one: str, other: str, expected: bool) -> None:
    """A date lies within another if each of its possible days does."""
    assert expected == Edtf.parse(one).within(Edtf.parse(other))


def test_a_date_pickles() -> None:
    """A date survives pickling."""
    parsed = Edtf.parse("2024-06")
    assert parsed == pickle.loads(pickle.dumps(parsed))
