"""Dates as a source states them: EDTF (ISO 8601-2), levels 0 and 1, with seasons and quarters.

Accepted: a year, month or day; seasons 21–24 and quarters 33–36; ``~``, ``?`` or ``%`` at the end
of a date; ``X`` for the last one or two digits of a bare year, for a month, or for a day; an
interval of two such dates, one side of which may be open (``..``) or unknown (nothing written);
and ``XXXX``, the wholly unknown date. Refused, each with what to write instead: times of day,
years outside 0001–9999, and level 2.

A season has the months of the northern hemisphere; winter runs from December into the February of
the year after. ``~`` and ``?`` widen nothing: how far they would is for the reader to judge.
"""

import enum
import functools
from datetime import date, timedelta

from attrs import field, frozen

from cppcc_cases.errors import Fault
from cppcc_cases.model.labels import label
from cppcc_cases.text import Lang

BAD_DATE = "bad-date"
"""Code of the fault that :meth:`Edtf.parse` raises."""

_bad = functools.partial(Fault, BAD_DATE)
UNKNOWN = "XXXX"
OPEN = ".."
_FORMS = "2024, 2024-06, 2024-06-21/2024-06-30, 2024~, XXXX"
_PERIODS = {
    "21": (3, "春", "spring"),
    "22": (6, "夏", "summer"),
    "23": (9, "秋", "autumn"),
    "24": (12, "冬", "winter"),
    "33": (1, "第一季度", "Q1"),
    "34": (4, "第二季度", "Q2"),
    "35": (7, "第三季度", "Q3"),
    "36": (10, "第四季度", "Q4"),
}
"""Seasons and quarters: the first of their three months, and their names."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class DateQualifier(enum.Enum):
    """How sure a date is; the value is the mark that EDTF writes after it."""

    NONE = ""
    APPROXIMATE = "~"
    UNCERTAIN = "?"
    BOTH = "%"


class Bound(enum.Enum):
    """What is known of one end of a date."""

    DATED = "dated"
    OPEN = "open"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Edtf:
    """A date or interval, with the earliest and the latest day that it may mean, both included.

    ``lower`` or ``upper`` is None when that end is open or unknown; ``start`` and ``end`` say
    which. The qualifier of an interval joins those of its two sides.
    """

    text: str = field(metadata=label("写法", "text", "照写的日期。", "The date as written."))
    lower: date | None = field(
        metadata=label(
            "最早",
            "lower",
            "最早可能的一天；开端不限或不详时没有。",
            "The earliest day that it may mean; none if the beginning is open or unknown.",
        )
    )
    upper: date | None = field(
        metadata=label(
            "最晚",
            "upper",
            "最晚可能的一天；结尾不限或不详时没有。",
            "The latest day that it may mean; none if the end is open or unknown.",
        )
    )
    start: Bound = field(
        metadata=label(
            "开端",
            "start",
            "开端有日期、不限还是不详。",
            "Whether the beginning is dated, open or unknown.",
        )
    )
    end: Bound = field(
        metadata=label(
            "结尾",
            "end",
            "结尾有日期、不限还是不详。",
            "Whether the end is dated, open or unknown.",
        )
    )
    qualifier: DateQualifier = field(
        metadata=label(
            "限定",
            "qualifier",
            "约（~）、存疑（?）、两者兼有（%）或没有。",
            "About (~), uncertain (?), both (%) or none.",
        )
    )

    @staticmethod
    def parse(text: str) -> "Edtf":
        """Read an EDTF text as it stands; raise :class:`Fault` ``bad-date`` on any other text."""
        return _parse(text)

    def overlaps(self, other: "Edtf") -> bool:
        """Tell whether both may share a day; an end that is open or unknown has no limit."""
        return _reaches(self.lower, other.upper) and _reaches(other.lower, self.upper)

    def within(self, other: "Edtf") -> bool:
        """Tell whether every day this may mean lies in the other, ends without limit included."""
        after = other.lower is None or (self.lower is not None and other.lower <= self.lower)
        before = other.upper is None or (self.upper is not None and self.upper <= other.upper)
        return after and before

    def describe(self, lang: Lang) -> str:
        """Say the date as prose."""
        if self.text == UNKNOWN:
            return "日期不详" if lang is Lang.ZH else "date unknown"
        head, slash, tail = self.text.partition("/")
        if not slash or head == tail:
            return _point(head).say(lang)
        if self.end is not Bound.DATED:
            return _say_half(_point(head), True, self.end, lang)
        if self.start is not Bound.DATED:
            return _say_half(_point(tail), False, self.start, lang)
        return _say_span(_point(head), _point(tail), lang)


@frozen(kw_only=True)
class _Point:
    """One date, its parts as written: a part left out is empty."""

    text: str
    year: str
    month: str
    day: str
    lower: date
    upper: date
    qualifier: DateQualifier

    def say(self, lang: Lang) -> str:
        """Say the date in full, its qualifier included."""
        about = self.qualifier in (DateQualifier.APPROXIMATE, DateQualifier.BOTH)
        doubt = self.qualifier in (DateQualifier.UNCERTAIN, DateQualifier.BOTH)
        if lang is Lang.ZH:
            plain = _year(self, lang) + _zh_rest(self)
            return f"{'约' * about}{plain}{'（存疑）' * doubt}"
        said = _after("about", _en(self)) if about else _en(self)
        return f"{said}{' (uncertain)' * doubt}"


@functools.lru_cache(maxsize=4096)
def _parse(text: str) -> Edtf:
    try:
        return _read(text)
    except Fault as fault:
        reason = fault.message
    from cppcc_cases.model.edtf_hints import candidates

    hint = next(filter(_reads, candidates(text)), None)
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    zh_hint, en_hint = (f"可写作 {hint}。", f" Write {hint}.") if hint else ("", "")
    forms = _FORMS.replace(", ", "、")
    raise _bad(
        f"“{shown}”不是可用的日期：{reason.zh}。{zh_hint}可用的写法如 {forms}。",
        f"{shown!r} is not a usable date: {reason.en}.{en_hint} Usable forms are {_FORMS}.",
    )


def _reads(text: str) -> bool:
    try:
        _read(text)
    except Fault:
        return False
    return True


def _read(text: str) -> Edtf:
    """Read a text; the fault it raises gives the bare reason."""
    head, slash, tail = text.partition("/")
    if "/" in tail:
        raise _bad("斜线只用来分隔起止，至多一条", "one slash at most, between start and end")
    if text == UNKNOWN:
        start, first = end, last = Bound.UNKNOWN, None
    elif slash:
        (start, first), (end, last) = _side(head), _side(tail)
        if not (first or last):
            raise _bad("起止两端都没有日期", "neither side has a date")
    else:
        start, first = end, last = Bound.DATED, _point(text)
    if first and last and first.lower > last.upper:
        raise _bad("起点晚于终点", "the start is later than the end")
    return Edtf(
        text=text,
        lower=first.lower if first else None,
        upper=last.upper if last else None,
        start=start,
        end=end,
        qualifier=_joined({point.qualifier for point in (first, last) if point}),
    )


def _joined(found: set[DateQualifier]) -> DateQualifier:
    marks = found - {DateQualifier.NONE}
    return marks.pop() if len(marks) == 1 else DateQualifier.BOTH if marks else DateQualifier.NONE


def _side(text: str) -> tuple[Bound, _Point | None]:
    """Read one side of an interval."""
    if not text:
        return Bound.UNKNOWN, None
    if text == OPEN:
        return Bound.OPEN, None
    if text == UNKNOWN:
        raise _bad("区间中日期不详的一端应留空", "an unknown side of an interval is left empty")
    return Bound.DATED, _point(text)


@functools.lru_cache(maxsize=4096)
def _point(text: str) -> _Point:
    """Read one date."""
    body = text[:-1] if text.endswith(("~", "?", "%")) else text
    year, *rest = body.split("-")
    if len(rest) > 2:
        raise _bad("连字符太多", "there are too many hyphens")
    first, last = _year_range(year)
    if rest and "X" in year:
        raise _bad("年份带 X 时不再写月、日", "no month or day follows a year with X in it")
    for part in rest:
        if not (_digits(part, 2) or part == "XX"):
            raise _bad("月和日各写两位数字，或写 XX", "month and day take two digits each, or XX")
    month, day = (*rest, "", "")[:2]
    lower, upper = _days(first, month, day) if rest else (date(first, 1, 1), _last(last, 12))
    return _Point(
        text=text,
        year=year,
        month=month,
        day=day,
        lower=lower,
        upper=upper,
        qualifier=DateQualifier(text[len(body) :]),
    )


def _digits(text: str, count: int) -> bool:
    # str.isdigit alone would take digits of other scripts.
    return len(text) == count and text.isascii() and text.isdigit()


def _year_range(year: str) -> tuple[int, int]:
    """Return the first and the last year that a written year may mean."""
    known = year.rstrip("X")
    if not (len(year) == 4 and len(known) >= 2 and _digits(known, len(known))):
        raise _bad(
            "年份写四位数字（末一两位可作 X），年月日之间用连字符",
            "a year takes four digits (the last one or two may be X), and hyphens join its parts",
        )
    first = int(year.replace("X", "0"))
    if first == 0:
        raise _bad("年份须在0001至9999之间", "years run from 0001 to 9999")
    return first, int(year.replace("X", "9"))


def _days(year: int, month: str, day: str) -> tuple[date, date]:
    """Return the first and the last day of a month, season, quarter or day."""
    if month == "XX":
        if day not in ("", "XX"):
            raise _bad("月份不详时日也应作 XX", "when the month is XX, so is the day")
        return date(year, 1, 1), _last(year, 12)
    if month in _PERIODS:
        if day:
            raise _bad("季节或季度之后不写日", "a season or quarter has no day after it")
        start = _PERIODS[month][0]
        return date(year, start, 1), _last(year, start + 2)
    number = int(month)
    if not 1 <= number <= 12:
        raise _bad(
            f"没有{month}月（季节写21–24，季度写33–36）",
            f"there is no month {month} (seasons are 21–24, quarters 33–36)",
        )
    last = _last(year, number)
    if day in ("", "XX"):
        return last.replace(day=1), last
    if not 1 <= int(day) <= last.day:
        raise _bad(
            f"{year}年{number}月没有{day}日，只有{last.day}天",
            f"{_MONTHS[number - 1]} {year} has {last.day} days, and no day {day}",
        )
    return last.replace(day=int(day)), last.replace(day=int(day))


def _last(year: int, month: int) -> date:
    """Return the last day of a month; months past 12 belong to the next year."""
    years, index = divmod(month, 12)
    if year + years > 9999:
        return date.max
    return date(year + years, index + 1, 1) - timedelta(days=1)


def _reaches(lower: date | None, upper: date | None) -> bool:
    return lower is None or upper is None or lower <= upper


def _year(point: _Point, lang: Lang) -> str:
    zh, first, last = lang is Lang.ZH, point.lower.year, point.upper.year
    unspecified = point.year.count("X")
    if not unspecified:
        return f"{first}年" if zh else str(first)
    if unspecified == 1:
        return f"{first}年代" if zh else f"{first}s"
    return f"{first}年至{last}年间" if zh else f"some year of {first}–{last}"


def _zh_rest(point: _Point) -> str:
    """Say what follows the year."""
    if point.month == "XX":
        return "（月日不详）" if point.day else "（月份不详）"
    if point.month in _PERIODS:
        return _PERIODS[point.month][1]
    return f"{int(point.month)}月{_zh_day(point)}" if point.month else ""


def _zh_day(point: _Point) -> str:
    if point.day == "XX":
        return "（日期不详）"
    return f"{int(point.day)}日" if point.day else ""


def _en_rest(point: _Point) -> str:
    """Say what stands before the year."""
    if point.month in _PERIODS:
        return _PERIODS[point.month][2]
    if point.month in ("", "XX"):
        return ""
    month = _MONTHS[int(point.month) - 1]
    return month if point.day in ("", "XX") else f"{int(point.day)} {month}"


def _en(point: _Point) -> str:
    """Say a date without its qualifier."""
    parts = {"month": point.month, "day": point.day}
    missing = [name for name, part in parts.items() if part == "XX"]
    note = f" ({' and '.join(missing)} unknown)" if missing else ""
    return f"{_en_rest(point)} {_year(point, Lang.EN)}{note}".lstrip()


def _after(preposition: str, said: str) -> str:
    """Put a preposition before an English date: a decade takes the article."""
    decade = said.split(" ")[0].endswith("0s")
    return f"{preposition} {'the ' * decade}{said}"


def _say_half(point: _Point, first: bool, other: Bound, lang: Lang) -> str:
    """Say an interval of which only the first or only the last side is dated."""
    said, unknown = point.say(lang), other is Bound.UNKNOWN
    if lang is Lang.ZH:
        note = "（截止不详）" if first else "（起始不详）"
        return (f"{said}起" if first else f"截至{said}") + note * unknown
    note = " (end unknown)" if first else " (start unknown)"
    return _after("from" if first else "up to", said) + note * unknown


def _say_span(first: _Point, last: _Point, lang: Lang) -> str:
    """Say an interval; what both sides share is said once where nothing else stands between."""
    points = (first, last)
    rests = [_zh_rest(point) if lang is Lang.ZH else _en_rest(point) for point in points]
    plain = not any("X" in point.text or point.text[-1] in "~?%" for point in points)
    same_year = plain and first.year == last.year and all(rests)
    same_month = same_year and first.month == last.month and bool(first.day and last.day)
    if lang is Lang.ZH:
        if same_month:
            return f"{first.say(lang)}至{_zh_day(last)}"
        return f"{first.say(lang)}至{rests[1] if same_year else last.say(lang)}"
    if not plain:
        return f"{first.say(lang)} to {last.say(lang)}"
    start = str(int(first.day)) if same_month else rests[0] if same_year else first.say(lang)
    end = last.say(lang)
    # A dash between single words is set tight; within a longer phrase it has spaces.
    tight = " " not in start and (same_year or " " not in end)
    tight = tight and not (same_year and not same_month and last.day)
    return f"{start}–{end}" if tight else f"{start} – {end}"
