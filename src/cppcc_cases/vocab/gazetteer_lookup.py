"""Finding units by what a user wrote: exact matches in tiers, and near misses."""

from collections.abc import Sequence

from attrs import frozen

from cppcc_cases.model.locality import LocalityCode
from cppcc_cases.vocab.gazetteer_names import fold_roman, is_chinese, read_path, stem
from cppcc_cases.vocab.gazetteer_result import MatchedBy
from cppcc_cases.vocab.gazetteer_table import (
    CODE_LENGTH,
    Row,
    Table,
    former_names,
    unique,
)

_CUTOFF = 0.75
_SUGGESTED = 5


@frozen(kw_only=True)
class Tier:
    """Units that match in the same way and so compete with each other."""

    by: MatchedBy
    codes: Sequence[LocalityCode]


def tiers(table: Table, name: str) -> list[Tier]:
    """Return all matches of a cleaned name, the strongest tier first, none of them empty."""
    if len(name) == CODE_LENGTH and name.isdigit():
        found = _by_code(table, name)
    elif "/" in name:
        found = _by_path(table, *read_path(name))
    elif is_chinese(name):
        found = _by_chinese(table, name.replace(" ", ""))
    else:
        found = _by_roman(table, name)
    return [tier for tier in found if tier.codes]


def successors(table: Table, code: str) -> list[LocalityCode]:
    """Return the units of today that bore a code before."""
    return table.find(f"@{code}@")


def _by_code(table: Table, code: str) -> list[Tier]:
    current = [LocalityCode(code)] if code in table.lines else []
    return [
        Tier(by=MatchedBy.CODE, codes=current),
        Tier(by=MatchedBy.FORMER_CODE, codes=successors(table, code)),
    ]


def _by_chinese(table: Table, name: str) -> list[Tier]:
    full = table.find(f"\t{name}\t")
    short = table.find(f",{name},")
    direct = [Tier(by=MatchedBy.NAME, codes=full), Tier(by=MatchedBy.SHORT_NAME, codes=short)]
    if full:
        # Another unit may have borne the very same name before.
        former = table.find(f";{name}@")
    elif short:
        former = []
    else:
        return [*_by_chinese_path(table, name), *_former(table.find_former(name))]
    return [*direct, *_former(former)]


def _former(codes: Sequence[LocalityCode]) -> list[Tier]:
    return [Tier(by=MatchedBy.FORMER_NAME, codes=codes)]


def _by_chinese_path(table: Table, name: str) -> list[Tier]:
    """Match names written one after another: 江苏省徐州市铜山区, 徐州铜山."""
    full: list[LocalityCode] = []
    short: list[LocalityCode] = []
    former: list[LocalityCode] = []
    for at in range(2, len(name) - 1):
        above, last = name[:at], name[at:]
        full += _below(table, above, table.find(f"\t{last}\t"))
        short += _below(table, above, table.find(f",{last},"))
        former += _below(table, above, table.find(f";{last}@"))
    return [
        Tier(by=MatchedBy.PATH, codes=unique(full)),
        Tier(by=MatchedBy.PATH, codes=unique(short)),
        *_former(unique(former)),
    ]


def _below(table: Table, above: str, codes: Sequence[LocalityCode]) -> list[LocalityCode]:
    return [
        code
        for code in codes
        if _spells(above, [table.row(parent) for parent in table.parents(code)])
    ]


def _spells(text: str, rows: Sequence[Row]) -> bool:
    """Tell whether a text is the names of some of the rows, in their order."""
    if not text:
        return True
    for at, row in enumerate(rows):
        for form in row.chinese_forms():
            if text.startswith(form) and _spells(text.removeprefix(form), rows[at + 1 :]):
                return True
    return False


def _by_roman(table: Table, name: str) -> list[Tier]:
    folded = fold_roman(name)
    if not folded:
        return []
    short = table.find(f",{folded},")
    if short:
        return [Tier(by=MatchedBy.SHORT_NAME, codes=short)]
    full = [row.code for row in table.rows() if fold_roman(row.en) == folded]
    return [Tier(by=MatchedBy.NAME, codes=full)]


def _by_path(table: Table, above: Sequence[str], name: str) -> list[Tier]:
    """Match a path; one that leaves nothing out comes before those that do."""
    whole: list[LocalityCode] = []
    partial: list[LocalityCode] = []
    former: list[Tier] = []
    for tier in tiers(table, name):
        codes = [code for code in tier.codes if _lies_under(table, code, above)]
        if tier.by in (MatchedBy.FORMER_NAME, MatchedBy.FORMER_CODE):
            former.append(Tier(by=tier.by, codes=codes))
            continue
        for code in codes:
            complete = len(table.parents(code)) == len(above)
            (whole if complete else partial).append(code)
    return [
        Tier(by=MatchedBy.PATH, codes=unique(whole)),
        Tier(by=MatchedBy.PATH, codes=unique(partial)),
        *former,
    ]


def _lies_under(table: Table, code: str, above: Sequence[str]) -> bool:
    """Tell whether each name is that of a unit above, in their order; some may be left out."""
    parents = iter(table.parents(code))
    return all(any(table.row(parent).calls_itself(name) for parent in parents) for name in above)


def near(table: Table, name: str) -> list[LocalityCode]:
    """Return at most five units that may have been meant, best first."""
    if "/" in name:
        _, name = read_path(name)
        exact = [code for tier in tiers(table, name) for code in tier.codes]
        if exact:
            return unique(exact)[:_SUGGESTED]
    if name.isdigit():
        return _near_code(table, name)
    if is_chinese(name):
        return _near_chinese(table, name.replace(" ", ""))
    folded = fold_roman(name)
    return _near_roman(table, folded) if folded else []


def _near_code(table: Table, code: str) -> list[LocalityCode]:
    """Suggest the prefecture and the province that the first digits stand for."""
    above = (code[:4] + "00", code[:2] + "0000")
    return unique(LocalityCode(c) for c in above if c in table.lines)


def _near_chinese(table: Table, name: str) -> list[LocalityCode]:
    """Suggest by the name without its kind: spelling distance fails where only that is wrong."""
    short = stem(name)
    if len(short) < 2:
        return []
    bearers = [
        code
        for code in table.find(f";{short}")
        if any(stem(former.zh) == short for former in former_names(table.row(code)))
    ]
    containing = [row.code for row in table.rows() if short in row.zh]
    found = unique([*bearers, *table.find(f",{short},"), *containing])
    # 太原古城 names no unit, but begins with the name of one.
    for end in range(len(name) - 1, 1, -1) if not found else ():
        found += table.find(f",{name[:end]},")
    return unique(found)[:_SUGGESTED]


def _near_roman(table: Table, folded: str) -> list[LocalityCode]:
    # Only a failed look-up needs it, and it is slow to import.
    import difflib

    bearers: dict[str, list[LocalityCode]] = {}
    for row in table.rows():
        for key in filter(None, row.keys.split(",")):
            bearers.setdefault(key, []).append(row.code)
    matches = difflib.get_close_matches(folded, bearers, n=_SUGGESTED, cutoff=_CUTOFF)
    return unique(code for key in matches for code in bearers[key])[:_SUGGESTED]
