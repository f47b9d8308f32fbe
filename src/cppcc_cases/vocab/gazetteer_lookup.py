"""Finding units by what a user wrote."""

import re
from collections.abc import Sequence

from cppcc_cases.model.locality import LocalityCode
from cppcc_cases.vocab.gazetteer_names import fold_roman, is_chinese, joined, read_path
from cppcc_cases.vocab.gazetteer_table import CODE, Row, Table, unique

LONGEST = 100
Tiers = list[list[LocalityCode]]


def tiers(table: Table, name: str) -> Tiers:
    """Return all matches of a cleaned name, the strongest first.

    Units of one tier match in the same way and so compete with each other. Names of today go before
    former ones, full Chinese names before short ones, whole paths before shortened ones.
    """
    found = _by_name(table, name)
    parts = read_path(name) if len(name) <= LONGEST else []
    # Names between commas may have commas of their own: Yi, Hui and Miao.
    for at in range(len(parts) - 1, 0, -1) if "/" not in name else [len(parts) - 1]:
        found = found if any(found) else _by_path(table, parts[:at], ",".join(parts[: at - 1 : -1]))
    if len(parts) > 1 and not any(found):
        found = _by_path(table, parts[:0:-1], parts[0])
    words = re.sub("['’]s ", " ", name).split()
    if len(parts) == 1 < len(words) and not any(found) and not is_chinese(name):
        found = _by_words(table, words)
    return list(filter(None, found))


def _by_name(table: Table, name: str) -> Tiers:
    if CODE.fullmatch(name):
        code = LocalityCode(name[:6])
        return [[code] if code in table.lines else [], table.find(f"@{code}@")]
    if "/" in name or len(name) > LONGEST:
        return []
    return _by_chinese(table, joined(name)) if is_chinese(name) else _by_roman(table, name)


def _by_chinese(table: Table, name: str) -> Tiers:
    """Match a name, or names written one after another: 江苏省徐州市铜山区, 徐州铜山."""
    found = _direct(table, name)
    if not any(found[:2]):
        # No name of one unit is longer than 20 characters.
        ends = range(max(2, len(name) - 20), len(name) - 1)
        for at in (at for at in ends if name[at:] in table.text):
            for tier, codes in zip(found, _direct(table, name[at:]), strict=True):
                above = {code: [table.row(one) for one in table.parents(code)] for code in codes}
                tier += [code for code in codes if _spells(name[:at], above[code])]
    return [unique(tier) for tier in found]


def _direct(table: Table, name: str) -> Tiers:
    return [table.find(f"\t{name}\t"), table.find(f",{name},"), table.find_former(name)]


def _spells(text: str, rows: Sequence[Row]) -> bool:
    """Tell whether a text is the names of some of the rows, in their order."""
    if not text:
        return True
    for at, row in enumerate(rows):
        for form in row.chinese_forms():
            if text.startswith(form) and _spells(text.removeprefix(form), rows[at + 1 :]):
                return True
    return False


def _by_roman(table: Table, name: str) -> Tiers:
    folded = fold_roman(name)
    marks = (",{},", "|{}|", ";{};") if folded.isalpha() else ()
    return [table.find(mark.format(folded)) for mark in marks]


def _by_words(table: Table, words: Sequence[str]) -> Tiers:
    """Match names in Latin letters written one after another: Beijing Chaoyang District."""
    found: Tiers = [[], [], []]
    for at in range(1, len(words)):
        for tier, codes in zip(found, _by_roman(table, "".join(words[at:])), strict=False):
            above = {code: [table.row(one) for one in table.parents(code)] for code in codes}
            tier += [code for code in codes if _spells_in_words(words[:at], above[code])]
    return [unique(tier) for tier in found]


def _spells_in_words(words: Sequence[str], rows: Sequence[Row]) -> bool:
    return not words or any(
        row.calls_itself("".join(words[:end])) and _spells_in_words(words[end:], rows[at + 1 :])
        for at, row in enumerate(rows)
        for end in range(1, len(words) + 1)
    )


def _by_path(table: Table, above: Sequence[str], name: str) -> Tiers:
    """Match a path; one that leaves nothing out comes before those that do."""
    found: Tiers = []
    for tier in _by_name(table, name):
        under = [code for code in tier if _lies_under(table, code, above)]
        whole = [code for code in under if len(table.parents(code)) == len(above)]
        found += [whole, [code for code in under if code not in whole]]
    return found


def _lies_under(table: Table, code: str, above: Sequence[str]) -> bool:
    """Tell whether each name is that of a unit above, in their order; some may be left out."""
    parents = iter(table.parents(code))
    return all(any(table.row(parent).calls_itself(name) for parent in parents) for name in above)
