"""Document → text for a terminal, with columns that line up and Chinese that wraps well."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from cppcc_cases.escape import visible
from cppcc_cases.report import document as doc
from cppcc_cases.report.said import documents
from cppcc_cases.width import longest_word, pad, width, wrap

if TYPE_CHECKING:
    from cppcc_cases.forms.form import Shown

NARROWEST = 18
"""Columns narrower than this are set below each other instead."""
IN_FILE = 100
"""The width of a text file."""
_GAP = "  "
_SHORT = 6
"""Names of columns as short as this are given a number instead only if nothing else helps."""
_DOT = "· "


@frozen(kw_only=True)
class Style:
    """How a terminal shows headings; plain text has neither."""

    bold: str = ""
    reset: str = ""


PLAIN = Style()
COLOUR = Style(bold="\x1b[1m", reset="\x1b[0m")


def text(document: doc.Document, columns: int = 80, style: Style = PLAIN) -> str:
    """Return a document as lines of at most ``columns``, ending in a line break."""
    lines: list[str] = []
    blocks = tuple(doc.in_words(document))
    cites = any(isinstance(block, doc.Items) and block.numbered for block in blocks)
    for block in blocks:
        if lines and isinstance(block, doc.Heading):
            lines.append("")
        if isinstance(block, doc.Table):
            lines.extend(_table(block, columns, style, may_number=not cites))
        else:
            lines.extend(_block(block, columns, style))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(
    block: doc.Heading | doc.Paragraph | doc.Items, columns: int, style: Style
) -> Iterator[str]:
    if isinstance(block, doc.Heading):
        for line in wrap(visible(block.text), columns):
            yield f"{style.bold}{line}{style.reset}"
        if block.level == 1:
            yield "═" * min(columns, width(visible(block.text)))
    elif isinstance(block, doc.Paragraph):
        yield from wrap(visible(block.text), columns)
    else:
        yield from _items(block, columns)


def _items(block: doc.Items, columns: int) -> Iterator[str]:
    signs = [f"[{n}]" if block.numbered else "·" for n in range(1, len(block.items) + 1)]
    indent = max(map(width, signs), default=0) + 1
    for sign, item in zip(signs, block.items, strict=True):
        for index, line in enumerate(wrap(visible(item), columns - indent)):
            yield (pad(sign, indent) if index == 0 else " " * indent) + line


def _table(
    table: doc.Table, columns: int, style: Style, *, may_number: bool = False
) -> Iterator[str]:
    """Yield a table; numbers for its columns must not be taken for those of sources."""
    cells, widths = _fitted(table, columns)
    if widths is None and table.compact and may_number:
        for longest in (_SHORT, 1):
            numbered, key = _numbered(table, longest)
            if key and _fitted(numbered, columns)[1]:
                yield from _table(numbered, columns, style)
                yield from _items(key, columns)
                return
    if widths is None:
        yield from _stacked(cells, columns, style, compact=table.compact)
        return
    rows = [_row(row, widths) for row in cells]
    if any(name for name in table.header):
        yield from (f"{style.bold}{line}{style.reset}" for line in rows[0])
        yield "─" * min(columns, sum(widths) + len(_GAP) * (len(widths) - 1))
    for row in rows[1:]:
        yield from row


def _fitted(table: doc.Table, columns: int) -> tuple[list[list[list[str]]], list[int] | None]:
    """Return the lines of each cell, names first, and the widths of columns where they fit."""
    cells = [
        [_entries(cell) for cell in row]
        for row in ([(name,) for name in table.header], *table.rows)
    ]
    columns_of_lines = [[line for row in cells for line in row[i]] for i in range(len(cells[0]))]
    return cells, _widths(columns_of_lines, columns - len(_GAP) * (len(cells[0]) - 1))


def _numbered(table: doc.Table, longest: int) -> tuple[doc.Table, doc.Items | None]:
    """Return a table with numbers in place of the longer names of its columns, and their key."""
    long = [name for name in table.header[1:] if width(name) > longest]
    numbers = {name: str(number) for number, name in enumerate(long, 1)}
    header = tuple(numbers.get(name, name) for name in table.header)
    key = doc.Items(items=tuple(long), numbered=True) if len(numbers) == len(long) else None
    return evolve(table, header=header), key if long else None


def _widths(columns: list[list[str]], room: int) -> list[int] | None:
    """Return the width of each column, or None where they don't fit beside each other.

    No column is narrower than its longest word, nor than a readable line if it has that much to
    say; what room is left goes to those that still need it, evenly.
    """
    wanted = [max(map(width, lines)) for lines in columns]
    widths = [
        min(need, max(NARROWEST, max(_longest_word(line) for line in lines)))
        for need, lines in zip(wanted, columns, strict=True)
    ]
    left = room - sum(widths)
    if left < 0:
        return None
    hungry = sorted(range(len(widths)), key=lambda i: wanted[i] - widths[i])
    for place, index in enumerate(hungry):
        more = min(wanted[index] - widths[index], left // (len(hungry) - place))
        widths[index] += more
        left -= more
    return widths


def _longest_word(entry: str) -> int:
    if entry.startswith(_DOT):
        return len(_DOT) + longest_word(entry.removeprefix(_DOT))
    return longest_word(entry)


def _row(row: list[list[str]], widths: list[int]) -> list[str]:
    columns = [list(_cell(cell, size)) for cell, size in zip(row, widths, strict=True)]
    height = max(map(len, columns))
    return [
        _GAP.join(
            pad(column[i] if i < len(column) else "", size)
            for column, size in zip(columns, widths, strict=True)
        )
        for i in range(height)
    ]


def _entries(cell: doc.Cell) -> list[str]:
    """Return the entries of a cell; several of them are told apart by dots."""
    shown = [visible(line) for line in doc.signs(cell)] or [""]
    return shown if len(shown) == 1 else [_DOT + line for line in shown]


def _cell(entries: list[str], size: int) -> Iterator[str]:
    for entry in entries:
        if entry.startswith(_DOT):
            lines = wrap(entry.removeprefix(_DOT), size - len(_DOT))
            yield _DOT + lines[0]
            yield from (" " * len(_DOT) + line for line in lines[1:])
        else:
            yield from wrap(entry, size)


def _stacked(
    cells: list[list[list[str]]], columns: int, style: Style, *, compact: bool
) -> Iterator[str]:
    """Yield each row as a block: its name, and below it each column's name and cell.

    Rows of a compact table are short, so that indenting is enough to tell them apart.
    """
    names = [cell[0] for cell in cells[0][1:]]
    for index, row in enumerate(cells[1:]):
        if index and not compact:
            yield ""
        for line in wrap(" ".join(row[0]), columns):
            yield f"{style.bold}{line}{style.reset}"
        yield from (_flowing if compact else _hanging)(names, row[1:], columns)


def _hanging(names: list[str], row: list[list[str]], columns: int) -> Iterator[str]:
    """Yield cells one below the other, each beside its name, or below it if names are long.

    A cell without a word has nothing to say below a name of its own, and is left out.
    """
    size = max(map(width, names), default=0)
    beside = size <= columns // 3
    left = len(_GAP) + (size + len(_GAP) if beside else len(_GAP))
    for name, cell in zip(names, row, strict=True):
        if cell == [""]:
            continue
        lines = list(_cell(cell, columns - left))
        if beside:
            yield _GAP + pad(name, size) + _GAP + lines.pop(0)
        else:
            yield from (_GAP + line for line in wrap(name, columns - len(_GAP)))
        yield from (" " * left + line for line in lines)


def _flowing(names: list[str], row: list[list[str]], columns: int) -> Iterator[str]:
    """Yield short cells after each other, each behind its name, as many to a line as there fit."""
    size = max(map(width, names), default=0)
    pieces = [
        pad(name, size) + _GAP + " ".join(cell) for name, cell in zip(names, row, strict=True)
    ]
    each = max(map(width, pieces), default=0) + len(_GAP)
    if each > columns:
        yield from _hanging(names, row, columns)
        return
    many = columns // each
    for start in range(0, len(pieces), many):
        yield "".join(_GAP + pad(piece, each - len(_GAP)) for piece in pieces[start : start + many])


def form(shown: "Shown") -> str:
    """Return reports below each other, as wide as suits a file: it has no terminal to go by."""
    found = documents(shown.reports, shown.langs)
    return "\n".join(text(one, IN_FILE) for one, _ in found)
