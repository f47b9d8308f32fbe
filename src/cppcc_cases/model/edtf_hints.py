"""What the writer of a date that can't be read may have meant."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from cppcc_cases.errors import Fault
from cppcc_cases.folding import fold
from cppcc_cases.text import Text

UNKNOWN = "XXXX"
OPEN = ".."
"""What EDTF writes for a date, and for an end of one, that is not known or has no limit."""
_SIGNS = str.maketrans("〇○◯零一二三四五六七八九–—−‐―─", "0000123456789------")
_TABLE = r"""
    YM[月./-](\d{1,2})[日号號]?(?:T.*|\(?(?:星期|周).\)?)?   {0}-{1}-{2}
    YM月?份?   {0}-{1}
    (\d{4})(\d\d)(\d\d)   {0}-{1}-{2}
    Y年?度?(?:全年)?   {0}
    (\d{3})0(?:年代(?:初|中|末|前|后)?期?|s)   {0}X
    Y(?:年?[上前]半年|年?H1)   {0}-01/{0}-06
    Y(?:年?[下后]半年|年?H2)   {0}-07/{0}-12
    Y年[前头](\d{1,2})个?月   {0}-01/{0}-{1}
    Y(?:年?(?:第?1季度?|-?Q1)|[-/]33)   {0}-01/{0}-03
    Y(?:年?(?:第?2季度?|-?Q2)|[-/]34)   {0}-04/{0}-06
    Y(?:年?(?:第?3季度?|-?Q3)|[-/]35)   {0}-07/{0}-09
    Y(?:年?(?:第?4季度?|-?Q4)|[-/]36)   {0}-10/{0}-12
    Y(?:年?春[季天]?|[-/]21)   {0}-03~/{0}-05~
    Y(?:年?夏[季天]?|[-/]22)   {0}-06~/{0}-08~
    Y(?:年?秋[季天]?|[-/]23)   {0}-09~/{0}-11~
    Y(?:年?冬[季天]?|[-/]24)   {0}-12~/{next}-02~
    Y年?前3个?季度   {0}-01/{0}-09
    Y年{1,2}初   {0}-01~
    Y年{1,2}中   {0}-06~
    Y年{1,2}[底末]   {0}-12~
    YM月初   {0}-{1}-01~
    YM月[底末]   {0}-{1}-{last}~
    YM月上旬   {0}-{1}-01/{0}-{1}-10
    YM月中旬   {0}-{1}-11/{0}-{1}-20
    YM月下旬   {0}-{1}-21/{0}-{1}-{last}
    (\d{4}-\d\d-[12])X   {0}0/{0}9
"""
_POINTS = [
    line.replace("YM", r"(?!.{4}[年./]\d+-)Y[年./-](\d{1,2})").replace("Y", r"(\d{4})").split()
    for line in _TABLE.strip().splitlines()
]
"""A time in words, and in EDTF: about so, where nobody says on which day it begins or ends."""
_AROUND = (
    ("(?:大?[约約]|大概|大致)(.+)|(.+?)(?:左右|前后|上下)", "{about}"),
    (r"(?:可能|或许|也许|疑)[是为在]?(.+)|(.+?)\(?(?:存疑|待考|\?)\)?", "{doubtful}"),
    ("(.+?)(?:以来|至今|到现在|迄今|起|开始)+", "{first}/.."),
    ("(?:不早于|最早)(.+)|(.+?)(?:以后|之后|后)", "{first}/"),
    ("(?:不晚于|不迟于|最晚|至|到)(.+)|(.+?)(?:以前|之前|前)", "/{limit}"),
    ("截[至止]到?(.+?)(?:为?止)?|(.+?)为止", "{limit} /{limit}"),
)
_NO_YEAR = Text(
    zh="没有写明年份：“今年”“近三年”一类要按来源换成年份，推出来的 basis 写 derived。",
    en=" It names no year: put years for “this year” and the like; derived, if inferred.",
)


def advice(text: str, read: Callable[[str], Text]) -> Text:
    """Return what to write instead of an unusable date, each form with what it means.

    ``read`` says a date as prose, and raises :class:`Fault` for what is none.
    """
    # Far longer than any date: nothing to guess from, and no time to be lost on it.
    plain = _plain(text[:40])
    for group in _readings(plain):
        found: dict[str, Text] = {}
        for one in group:
            with suppress(Fault):
                found[one] = read(one)
        if found:
            zh = "；或 ".join(f"{one}，即{said.zh}" for one, said in found.items())
            en = "; or ".join(f"{one}, that is {said.en}" for one, said in found.items())
            return Text(zh=f"可写作 {zh}。", en=f" Write {en}.")
    is_dated = re.search("[0-9X]{4}|[0-9]{2}X", plain)
    return Text(zh="", en="") if is_dated or plain.isascii() else _NO_YEAR


def _plain(text: str) -> str:
    """Return a text without blanks, its numerals as digits, and centuries as the years they are."""
    plain = "".join(fold(text).split()).replace("x", "X").translate(_SIGNS)
    plain = re.sub("([1-9]?)十([1-9]?)", lambda ten: (ten[1] or "1") + (ten[2] or "0"), plain)
    plain = re.sub("^'?([0-9]{2}(?=年(?!代)))", _century, plain)
    plain = re.sub("上个?世[纪紀]|^(?=[3-9]0年代)", "20世纪", plain).replace("本世纪", "21世纪")
    plain = re.sub("([0-9]{2})世[纪紀]", lambda century: f"{int(century[1]) - 1:02}", plain)
    return re.sub("^[自从由]|(?<=[0-9])[Oo](?=[0-9])", lambda o: "0" * o[0].isascii(), plain)


def _century(short: re.Match[str]) -> str:
    """Write out a year of two digits, as of these days: 24年 is 2024, 98年 is 1998."""
    return f"{20 if short[1] < '50' else 19}{short[1]}"


def _readings(text: str) -> Iterator[tuple[str, ...]]:
    """Yield what a text may mean, the likeliest first; what is as likely stands together."""
    yield (text,)
    if found := re.fullmatch("([0-9]{2})([0-9]{2})[-/]([0-9]{2})", text):
        century, year, last = found.groups()
        yield f"{century}{year}-{last}", f"{century}{year}/{century}{last}", *_points(text)
    yield from ((one,) for one in _points(text))
    for pattern, forms in _AROUND:
        if found := re.fullmatch(pattern, text):
            for group in _readings(found[1] or found[2]):
                made = (form.format(**_parts(one, text)) for one in group for form in forms.split())
                yield tuple(dict.fromkeys(made))
            break  # else a text of nothing but such words would be read in all ways at once
    yield from ((one,) for one in _spans(text))
    sides = [*text.partition("/")[::2]]
    if set(sides) <= {"", OPEN, UNKNOWN, "不详", "日期不详", "未知", "unknown"}:
        yield (UNKNOWN,)
    yield "/".join(sides[::-1]), "/".join(side.replace(UNKNOWN, "") for side in sides)


def _points(text: str) -> Iterator[str]:
    """Yield what a text may mean that names one day, month, year or part of them."""
    for pattern, form in _POINTS:
        if found := re.fullmatch(pattern, text, re.ASCII):
            parts = [part.zfill(2) for part in found.groups()]
            later = f"{int(parts[0][:4]) + 1:04}"
            # The last day of the month that exists is the first of these that can be read.
            yield from (form.format(*parts, next=later, last=day) for day in (31, 30, 29, 28))


def _parts(one: str, text: str) -> dict[str, str]:
    """Return what words around a date may make of it; as a limit, the end of a year is a day."""
    first, limit = one.partition("/")[0], one.rpartition("/")[2]
    if re.search("[底末]", text):
        limit = re.sub("^(.{4}-12)~$", r"\1-31", limit).removesuffix("~")
    about, doubtful = (re.sub("(?<=[0-9X])(?=/|$)", mark, one) for mark in "~?")
    return {"first": first, "limit": limit, "about": about, "doubtful": doubtful}


def _spans(text: str) -> Iterator[str]:
    """Yield what a text may mean that names two dates; the second may lean on the first."""
    for found in reversed([*re.finditer("(?:起|开始)?[-~至到/]+|或者?|[、和与及]", text)]):
        head, tail = text[: found.start()], text[found.end() :]
        mark = "?" * found[0].startswith("或")
        # Of the year in front, the second may lack its century, or have only its month or day.
        whole = re.fullmatch("([0-9]{2})[0-9]{2}年?", head)
        shared = whole or re.match("([0-9]{4}[年./-])(?:[0-9]{1,2}[月./-])?", head)
        leads = ("", shared[0], shared[1]) if shared else ("",)
        for first in _points(head):
            for last in (one for lead in leads for one in _points(lead + tail)):
                yield f"{first.partition('/')[0]}{mark}/{last.rpartition('/')[2]}{mark}"
