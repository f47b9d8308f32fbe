"""Dates as a source states them: EDTF (ISO 8601-2), levels 0 and 1, without codes of seasons.

Accepted: a year, month or day; ``~``, ``?`` or ``%`` at the end of a date; ``X`` for the last one
or two digits of a bare year, for a month, or for a day; an interval of two such dates, one side of
which may be open (``..``) or unknown (nothing written); and ``XXXX``, the wholly unknown date.
Refused, each with what to write instead: times of day, years outside 0001–9999, level 2, and the
codes of seasons and quarters: people write 2023-24 for two years, and EDTF for a winter.

``~`` and ``?`` widen nothing: how far they would is for the reader to judge.
"""

import enum
import functools
from datetime import date, timedelta

from attrs import field, frozen

from cppcc_cases.errors import Fault
from cppcc_cases.model.edtf_hints import OPEN, UNKNOWN, advice
from cppcc_cases.model.labels import label
from cppcc_cases.text import Lang, Text

BAD_DATE = "bad-date"
"""Code of the fault that :meth:`Edtf.parse` raises."""

_bad = functools.partial(Fault, BAD_DATE)
_DAY = timedelta(days=1)
_FORMS = "2024, 2024-06, 2024-06-21/2024-06-30, 2024~, XXXX"
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
        metadata=label("最早", "lower", "最早的一天；可能没有。", "Its first day, if any.")
    )
    upper: date | None = field(
        metadata=label("最晚", "upper", "最晚的一天；可能没有。", "Its last day, if any.")
    )
    start: Bound = field(
        metadata=label("开端", "start", "有日期、不限还是不详。", "Dated, open or unknown.")
    )
    end: Bound = field(
        metadata=label("结尾", "end", "有日期、不限还是不详。", "Dated, open or unknown.")
    )
    qualifier: DateQualifier = field(
        metadata=label("限定", "qualifier", "约、存疑或没有。", "About, uncertain or none.")
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
        return read(text)
    except Fault as fault:
        reason = fault.message
    hint = advice(text, _said)
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    forms = _FORMS.replace(", ", "、")
    raise _bad(
        f"“{shown}”不是可用的日期：{reason.zh}。{hint.zh}可用的写法如 {forms}。",
        f"{shown!r} is not a usable date: {reason.en}.{hint.en} Usable forms are {_FORMS}.",
    )


def _said(text: str) -> Text:
    date = read(text)
    return Text(zh=date.describe(Lang.ZH), en=date.describe(Lang.EN))


def read(text: str) -> Edtf:
    """Read a text; the fault it raises gives the bare reason, and no hint."""
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
    if year == "XXXX":
        raise _bad(
            "不知道年份的，整个写 XXXX，月和日写进 rule 或 note",
            "without its year a date is XXXX as a whole; tell month and day under rule or note",
        )
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
    """Return the first and the last day of a month or day."""
    if month == "XX":
        if day not in ("", "XX"):
            raise _bad("月份不详时日也应作 XX", "when the month is XX, so is the day")
        return date(year, 1, 1), _last(year, 12)
    number = int(month)
    if not 1 <= number <= 12:
        raise _bad(f"没有{month}月", f"there is no month {month}")
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
    """Return the last day of a month."""
    return date.max.replace(year=year) if month == 12 else date(year, month + 1, 1) - _DAY


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
    return f"{int(point.month)}月{_zh_day(point)}" if point.month else ""


def _zh_day(point: _Point) -> str:
    if point.day == "XX":
        return "（日期不详）"
    return f"{int(point.day)}日" if point.day else ""


def _en_rest(point: _Point) -> str:
    """Say what stands before the year."""
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
    """Say an interval of which one side is dated: as a beginning without an end, or as a bound."""
    said, unknown = point.say(lang), other is Bound.UNKNOWN
    since = first and not unknown
    if lang is Lang.ZH:
        note = "（截止不详）" if first else "（起始不详）"
        bound = "不早于" if first else "不晚于"
        return f"{said}起" if since else f"{bound}{said}{note * unknown}"
    note = " (end unknown)" if first else " (start unknown)"
    bound = "from" if since else "no earlier than" if first else "no later than"
    return _after(bound, said) + note * unknown


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
