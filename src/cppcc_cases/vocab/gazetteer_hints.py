"""What to say of a name that no unit bears: several in one, a zone that is no unit, near misses."""

import re
from itertools import islice

from cppcc_cases.model.locality import LocalityCode
from cppcc_cases.text import Text
from cppcc_cases.vocab.gazetteer_lookup import LONGEST, tiers
from cppcc_cases.vocab.gazetteer_names import fold_roman, is_chinese, joined, read_path, stem
from cppcc_cases.vocab.gazetteer_table import Table, level_of, shipped_text, unique

SEVERAL = Text(
    zh="“{name}”里不止一个地名：{listed}。几个地区之间用空格，如 cases compare 太原 大同",
    en="'{name}' holds more than one name: {listed}. Write a space between several, as in "
    "cases compare taiyuan datong",
)
ZONE = Text(
    zh="“{name}”不是行政区划，也不是区划代码：开发区、新区等没有区划代码，统计给它们编的代码不算。"
    "从名称或代码看，它在{listed}。政协按行政区划设立，那里的协商由这些区划的政协开展，请写其中一个",
    en="'{name}' is no administrative division, nor the code of one: development zones, new areas "
    "and the like have none, and codes that statistics give them don't count. By its name or code "
    "it lies in {listed}. Committees of the CPPCC are set up by division; those of these act "
    "there, so write one of them",
)
_CUTOFF = 0.75
_SUGGESTED = 5
_LIST = re.compile(r"[、;|&+]|(?<![a-z])vs\.?(?![a-z])", re.IGNORECASE)
_PERHAPS_LIST = re.compile(r"[,/ 和与及跟同]|\band\b", re.IGNORECASE)


def meant(table: Table, name: str) -> tuple[list[LocalityCode], Text | None]:
    """Return units that may have been meant, best first, and what is wrong where it is known."""
    for look, said in ((_several, SEVERAL), (_zone, ZONE), (_near, None)):
        codes = look(table, name) if len(name) <= LONGEST else []
        if codes:
            return codes[: _SUGGESTED if said is not SEVERAL else None], said
    return [], None


def _several(table: Table, name: str) -> list[LocalityCode]:
    """Return the units of a list of names; a stroke, which parts paths, parts only those alike."""
    parts = _LIST.split(name)
    if len(parts) > 1:
        return unique(code for one in parts for code in _first(table, one) or _several(table, one))
    for mark in islice(_PERHAPS_LIST.finditer(name), 8):
        one, right = _first(table, name[: mark.start()]), name[mark.end() :]
        rest = one and (_first(table, right) or _several(table, right))
        if rest and (mark[0] != "/" or level_of(one[0]) == level_of(rest[0])):
            return unique([*one, *rest])
    return []


def _first(table: Table, name: str) -> list[LocalityCode]:
    """Return the highest of the units that a name stands for first, as a list of one or none."""
    found = tiers(table, name.strip())
    return sorted(found[0], key=lambda code: level_of(code).rank)[:1] if found else []


def _zone(table: Table, name: str) -> list[LocalityCode]:
    """Return the units in which a zone lies, by the table of zones, or by its code or its name."""
    plain = joined(name) if is_chinese(name) else fold_roman(name)
    rows = (row.partition("\t") for row in shipped_text("zones").splitlines() if row[0] != "#")
    codes = next((codes for named, _, codes in rows if re.search(named, plain)), "")
    if codes == "*":
        words = list(plain) if is_chinese(name) else name.split(" ")
        begun = ("".join(words[:end]) for end in range(len(words) - 1, 0, -1))
        found = (tier[0] for one in begun if len(one) > 1 and (tier := tiers(table, one)))
        return next(found, [])
    if name.isdecimal() and not codes:
        codes = f"{name[:4]}00,{name[:2]}0000"
    return unique(LocalityCode(code) for code in codes.split(",") if code in table.lines)


def _near(table: Table, name: str) -> list[LocalityCode]:
    *above, name = read_path(name)
    exact = [code for tier in tiers(table, name) for code in tier] if above else []
    if is_chinese(name):
        return unique(exact) or _near_chinese(table, joined(name))
    return unique(exact) or _near_roman(table, name)


def _near_chinese(table: Table, name: str) -> list[LocalityCode]:
    """Suggest by the name without its kind: spelling distance fails where only that is wrong."""
    short = stem(name)
    if len(short) < 2:
        return []
    containing = [row.code for row in table.rows() if short in row.zh]
    found = unique([*table.find_former(short), *table.find(f",{short},"), *containing])
    # 太原古城 names no unit, but begins with the name of one.
    for end in range(len(name) - 1, 1, -1) if not found else ():
        found += table.find(f",{name[:end]},")
    return unique(found)


def _near_roman(table: Table, name: str) -> list[LocalityCode]:
    folded, words = fold_roman(name), name.split()
    # Taiyuan Old Town names no unit, but begins with the name of one.
    begun: list[LocalityCode] = []
    for end in range(len(words) - 1, 0, -1):
        begun = begun or table.find(f",{fold_roman(''.join(words[:end]))},")
    # Only a failed look-up needs it, and it is slow to import.
    import difflib

    bearers: dict[str, list[LocalityCode]] = {}
    for row in table.rows():
        for key in filter(None, row.keys.split(",")):
            bearers.setdefault(key, []).append(row.code)
    matches = difflib.get_close_matches(folded, bearers, n=_SUGGESTED, cutoff=_CUTOFF)
    return unique([*begun, *(code for key in matches for code in bearers[key])])
