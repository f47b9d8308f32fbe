"""The table of administrative units as text, searched without being taken apart.

A command resolves one or two names, so the table is read and scanned (well under a
millisecond) rather than indexed; only the rows that are asked for become values.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from cppcc_cases.model.locality import FormerName, Level, Locality, LocalityCode
from cppcc_cases.text import Text
from cppcc_cases.vocab.gazetteer_names import fold_roman, is_chinese, joined, read_path, stem

CODE_LENGTH = 6
CODE = re.compile("[0-9]{6}(000|000000)?")
"""A code as the standard has it, or filled up with zeros as statistics have it."""
_COLUMNS = 7


def shipped_text(table: str = "gazetteer") -> str:
    """Read a table that stands beside this module."""
    path = os.path.join(os.path.dirname(__file__), f"{table}.tsv")
    with open(path, encoding="utf-8", newline="") as stream:
        return stream.read()


@frozen(kw_only=True)
class Row:
    """One row of the table, its columns as text."""

    code: LocalityCode
    zh: str
    en: str
    slug: str
    keys: str
    former: str
    more: str

    def calls_itself(self, name: str) -> bool:
        """Tell whether a name is or was one of the unit's own: full, short, slug or English."""
        if is_chinese(name):
            return joined(name) in self.chinese_forms()
        return fold_roman(name) in re.split("[,|;]", self.keys + self.more)

    def chinese_forms(self) -> list[str]:
        """Return the Chinese names of today and before, in full and in short, longest first."""
        short = filter(is_chinese, re.split("[,|;]", self.keys + self.more))
        full = (former.zh for former in former_names(self))
        return sorted({self.zh, *full, *short}, key=len, reverse=True)

    def once_called(self, written: str) -> tuple[str, ...]:
        """Return the former names that a cleaned text ends with, unless it ends with today's."""
        last, former = read_path(written)[-1], list(former_names(self))
        plain = joined(last) if is_chinese(last) else fold_roman(last)
        now = plain.endswith((self.zh, stem(self.zh)))
        given = [
            one.zh
            for one in former
            if not now and (one.code == last or plain.endswith((one.zh, stem(one.zh))))
        ]
        # Other forms of former names are not kept one by one; larger places may stand before them.
        words = [plain] if is_chinese(last) else last.split()
        ends = (fold_roman("".join(words[at:])) for at in range(len(words)))
        any_ = [one.zh for one in former] if any(f";{end};" in self.more for end in ends) else []
        return tuple(dict.fromkeys(name for name in given or any_ if name != self.zh))


def parse_row(line: str) -> Row:
    """Take one line apart. Raises ``ValueError`` if it has not seven columns."""
    columns = line.split("\t")
    if len(columns) != _COLUMNS or len(columns[0]) != CODE_LENGTH or not columns[0].isdigit():
        raise ValueError(f"not a row of the gazetteer: {line[:60]!r}")
    code, zh, en, slug, keys, former, more = columns
    return Row(
        code=LocalityCode(code), zh=zh, en=en, slug=slug, keys=keys, former=former, more=more
    )


def level_of(code: str) -> Level:
    """Return the level that the zeros at the end of a code stand for."""
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.PREFECTURE if code.endswith("00") else Level.COUNTY


def former_names(row: Row) -> Iterator[FormerName]:
    """Read the column of former names; an empty name is today's name under another code."""
    for entry in filter(None, row.former.split(";")):
        zh, code, until = entry.split("@")
        yield FormerName(
            zh=zh or row.zh,
            code=LocalityCode(code) if code else None,
            until=int(until) if until else None,
        )


@frozen(kw_only=True)
class Table:
    """The text of the table and its lines by code.

    ``lines`` has all units in the order of the file, which is that of their codes.
    """

    text: str = field(repr=False)
    header: Mapping[str, str]
    lines: Mapping[str, str] = field(repr=False)

    def row(self, code: str) -> Row:
        """Return one row. Raises ``KeyError`` if there is none."""
        return parse_row(self.lines[code])

    def rows(self) -> Iterator[Row]:
        """Yield all rows in the order of their codes."""
        return map(parse_row, self.lines.values())

    def find(self, needle: str) -> list[LocalityCode]:
        """Return the codes of the rows in which a string stands, in the order of the codes."""
        codes = []
        at = self.text.find(needle)
        while at >= 0:
            start = self.text.rfind("\n", 0, at) + 1
            codes.append(LocalityCode(self.text[start : start + CODE_LENGTH]))
            end = self.text.find("\n", at)
            at = self.text.find(needle, end) if end >= 0 else -1
        # A needle may stand in the comments at the top as well.
        return [code for code in codes if code in self.lines]

    def find_former(self, name: str) -> list[LocalityCode]:
        """Return the units that once bore a Chinese name, given in full or in short."""
        return self.find(f";{name}@") or self.find(f";{name};")

    def parents(self, code: str) -> tuple[LocalityCode, ...]:
        """Return the codes above a code, from the province down, leaving out what is not there.

        Districts of municipalities and some counties have no prefecture above them.
        """
        above = (code[:2] + "0000", code[:4] + "00")
        return tuple(LocalityCode(c) for c in above if c < code and c in self.lines)


def parse_table(text: str) -> Table:
    """Read a table; its comments stand at the top, those of the form ``name: value`` are kept.

    Raises ``ValueError`` on a code that stands twice.
    """
    header: dict[str, str] = {}
    rows = text.split("\n")
    comments = next((at for at, row in enumerate(rows) if not row.startswith("#")), len(rows))
    for comment in rows[:comments]:
        name, _, value = comment.lstrip("# ").partition(":")
        header[name] = value.strip()
    units = [row for row in rows[comments:] if row]
    lines = {row[:CODE_LENGTH]: row for row in units}
    if len(lines) != len(units):
        raise ValueError("a code stands twice in the gazetteer")
    return Table(text=text, header=header, lines=lines)


def locality_of(table: Table, row: Row) -> Locality:
    """Make the value of one row."""
    return Locality(
        code=row.code,
        name=Text(zh=row.zh, en=row.en),
        level=level_of(row.code),
        parents=table.parents(row.code),
        former_names=tuple(former_names(row)),
        slug=row.slug,
    )


def unique(codes: Iterable[LocalityCode]) -> list[LocalityCode]:
    """Return codes without repeats, in the order in which they first came."""
    return list(dict.fromkeys(codes))
