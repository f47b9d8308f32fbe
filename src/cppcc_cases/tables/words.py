"""What cells say → plain values: numbers, dates, words of vocabularies, places."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from attrs import frozen

from cppcc_cases.errors import Fault
from cppcc_cases.folding import fold
from cppcc_cases.model import Edtf, Missing, Number, Qualifier, Text, UnitId
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.tables.columns import plain
from cppcc_cases.vocab.numerals import read_number
from cppcc_cases.vocab.quantity import read_quantities
from cppcc_cases.vocab.quantity_words import QUALIFIERS

_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_DAY = re.compile(
    r"([0-9]{4})[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2}))?[日月]?(?: 0?0:00(?::00)?)?"
)
_FIRST = date(1899, 12, 30)
_DIGITS = 15
"""A spreadsheet keeps no more."""


def number(text: str) -> Number | None:
    """Return a number in digits, thousands set apart or not."""
    told = fold(text).replace(" ", "")
    if not _NUMBER.fullmatch(told):
        return None
    digits = told.replace(",", "")
    whole = "." not in digits
    return (int(digits) if whole else float(digits)) if len(digits) <= _DIGITS else None


@frozen(kw_only=True)
class Amount:
    """A value as a cell gives it, perhaps with how exact it is: 1,234, 85.7%, 近1000, 1.2万余."""

    value: Number
    qualifier: Qualifier = Qualifier.EXACT
    is_share: bool = False
    scaled: bool = False


def amount(text: str, measures: Collection[str]) -> Amount:
    """Return the value in a cell, behind which a measure word may stand. Raises `Fault`."""
    told = fold(text).strip()
    plainly = number(told.removesuffix("%"))
    if plainly is not None:
        return Amount(value=plainly, is_share=told.endswith("%"))
    read = read_quantities(told)
    groups = re.findall(r"[0-9][0-9,. ]*", told)
    if len(read) == 1 and read[0].value is not None and len(groups) == 1:
        one = read[0]
        assert one.value is not None
        rest = told[: one.start] + told[one.start + len(one.text) :]
        if number(groups[0].rstrip(",. ")) is not None and (not rest or rest in measures):
            return Amount(
                value=one.value,
                qualifier=one.qualifier,
                is_share="%" in told or "成" in told,
                scaled="万" in told or "亿" in told,
            )
    raise Fault("bad-number", f"“{text}”不是数，{_mend(told)[0]}",
                f"“{text}” is no number; {_mend(told)[1]}")  # fmt: skip


def _mend(told: str) -> tuple[str, str]:
    if re.match(r"[0-9]{4}-[0-9]{2}|[0-9]{4}/", told):
        return (
            "像是 Excel 改成的日期；请把这一格的格式改成“文本”或“常规”，再写一遍",
            "Excel has perhaps made a date of it; format the cell as text and write it anew",
        )
    if told.startswith("="):
        return "是没有算的公式；请写数", "it is a formula that was not worked out; write the number"
    return (
        "请只写数，如 412、1,234、85.7%；“近”“余”“约”可以写在旁边，如 近1000",
        "write the number alone, as in 412, 1,234, 85.7% (or 近1000, 1000余, 约1000)",
    )


def dated(text: str) -> str:
    """Return a date in EDTF, be it written as in EDTF or as spreadsheets do. Raises `Fault`."""
    told = fold(text).strip()
    silent = [one for one in Missing if told in (one.value, one.label.zh)]
    if silent:
        return "XXXX"
    try:
        return Edtf.parse(told).text
    except Fault:
        joined = "/".join(map(_day, re.split("[至到—–~]+", told)))
        if joined != told:
            return Edtf.parse(joined).text
        if re.fullmatch("[2-7][0-9]{4}", told):
            day = _FIRST + timedelta(days=int(told))
            raise Fault(
                "bad-date",
                f"“{text}”是 Excel 的日期序号（多半是 {day}）；请把这一列的格式改成“日期”，"
                "或写成这样",
                f"“{text}” is how Excel counts days (most likely {day}); format the column as a "
                "date, or write it so",
            ) from None
        raise


def _day(text: str) -> str:
    told = text.strip()
    if hit := _DAY.fullmatch(told):
        return "-".join(one.zfill(2) for one in hit.groups() if one)
    return told.removesuffix("年") if re.fullmatch("[0-9]{4}年", told) else told


def names(words: Mapping[str, Text]) -> dict[str, str]:
    """Return ids by all that they may be written as: themselves, and their names."""
    found: dict[str, str] = {}
    for id_, label in words.items():
        for name in (id_, label.zh, label.en):
            found.setdefault(plain(name), id_)
    return found


def unit(text: str, registry: Registry, allowed: tuple[UnitId, ...]) -> str:
    """Return the unit meant by an id, a name or a measure word: one that the indicator allows."""
    among = {id_: registry.unit(id_) for id_ in (*allowed, *registry.units)}
    told = plain(text)
    for id_, one in among.items():
        known = (id_, one.label.zh, one.label.en, one.singular, *one.words)
        if told in {plain(name) for name in known if name}:
            return id_
    return text.strip()


SAID = {plain(said): qualifier.value for said, qualifier in QUALIFIERS.items()}
"""What a qualifier may be written as: 近, 余, 约 and the like."""


def parted(text: str) -> Iterator[str]:
    """Yield the entries of a list within a cell."""
    return filter(None, map(str.strip, re.split("[;；]", text)))


def session_no(text: str) -> str:
    """Return the number of a session, be it written 15-4 or 十五届四次. Raises `Fault`."""
    told = fold(text).replace(" ", "")
    if hit := re.fullmatch("第?(.+?)届(?:委员会)?第?(.+?)次(?:会议|全会)?", told):
        term, session = (int(one) if one.isdecimal() else read_number(one) for one in hit.groups())
        return f"{term}-{session}"
    if re.fullmatch("[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[0-9]{1,2}月[0-9]{1,2}日", told):
        raise Fault(
            "bad-table",
            f"“{text}”像是 Excel 改成的日期；届次写“十五届四次”就不会被改",
            f"Excel has perhaps made a date of this (“{text}”); write 十五届四次, which it lets be",
        )
    return told
