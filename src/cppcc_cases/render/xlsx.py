"""A comparison → XLSX: a sheet for each section of the digest, and one with all claims.

Needs XlsxWriter. Numbers stay numbers, text is never a formula or a link, and the file holds no
time of writing.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest

import xlsxwriter
from attrs import astuple, frozen
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cppcc_cases.render.document import (
    Document,
    Heading,
    Items,
    Table,
    Worded,
    in_words,
    signs,
)
from cppcc_cases.render.escape import visible
from cppcc_cases.render.tidy import Claim, headers, worded
from cppcc_cases.render.width import width
from cppcc_cases.render.words import Words
from cppcc_cases.text import Text

_NARROWEST, _WIDEST, _CLAIM_WIDEST, _ALONE = 10, 44, 36, 100
_LINE, _TALLEST = 15.5, 409
"""The height of a line, and the greatest that a row may have, in points."""
_LONGEST, _PIECE = 32_767, 16_000
"""What a cell may hold, counted as in UTF-16, and the pieces of what is longer, in characters."""
_FORBIDDEN = frozenset("[]:*?/\\'")
_CLAIMS = Text(zh="全部条目", en="All claims")
_A4 = 9
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

Value = str | int | float | None


@frozen(kw_only=True)
class _Looks:
    head: Format
    cell: Format
    line: Format
    bold: Format


Part = tuple[Document, tuple[Claim, ...], Words]
"""What a workbook says in one language: the digest, all claims, and the words for those."""


def xlsx(first: Part, *more: Part) -> bytes:
    """Return the bytes of a workbook; other languages have sheets of their own at the end."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    title = next((visible(b.text) for b in first[0].blocks if isinstance(b, Heading)), "")
    book.set_properties(
        {"title": _cut(title, 255), "author": "cppcc-cases", "created": datetime(1980, 1, 1)}
    )
    looks = _looks(book)
    for part in (first, *more):
        _add(book, part, title, looks)
    book.close()
    return out.getvalue()


def _add(book: xlsxwriter.Workbook, part: Part, title: str, looks: _Looks) -> None:
    document, claims, words = part
    for name, blocks in _sections(document):
        sheet = book.add_worksheet(_name(name))
        _set_page(sheet, title)
        _fill(sheet, blocks, looks)
    sheet = book.add_worksheet(_name(words.of(_CLAIMS)))
    _set_page(sheet, title)
    _claims(sheet, claims, words, looks)


def _looks(book: xlsxwriter.Workbook) -> _Looks:
    flow = {"text_wrap": True, "valign": "top", "font_name": "宋体", "font_size": 11}
    head = {**flow, "bold": True, "bg_color": "#EDEFF2", "border": 1, "font_name": "黑体"}
    return _Looks(
        head=book.add_format(head),
        cell=book.add_format({**flow, "border": 1}),
        line=book.add_format(flow),
        bold=book.add_format({**flow, "bold": True, "font_name": "黑体"}),
    )


def _set_page(sheet: Worksheet, title: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&C" + _cut(title, 200).replace("&", "&&"))
    sheet.set_footer("&C&P / &N")


def _sections(document: Document) -> list[tuple[str, list[Worded]]]:
    """Return the blocks below each heading of the second level."""
    found: list[tuple[str, list[Worded]]] = []
    for block in in_words(document):
        if isinstance(block, Heading) and block.level == 2:
            found.append((block.text, []))
        elif found:
            found[-1][1].append(block)
    return found


def _name(text: str) -> str:
    return _cut("".join(char for char in visible(text) if char not in _FORBIDDEN), 31) or "-"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _fill(sheet: Worksheet, blocks: Sequence[Worded], looks: _Looks) -> None:
    """Write the blocks of a section below each other, text across all columns of its tables."""
    tables = [block for block in blocks if isinstance(block, Table)]
    widths = _widths([row for table in tables for row in _rows(table)], _WIDEST) or [_ALONE]
    _set_widths(sheet, widths)
    if tables and blocks[0] is tables[0]:
        _freeze(sheet)
    at = 0
    for block in blocks:
        if isinstance(block, Table):
            at = _grid(sheet, at, _rows(block), widths, looks) + 1
        elif isinstance(block, Items):
            for number, item in enumerate(block.items, 1):
                shown = f"[{number}] {item}" if block.numbered else f"· {item}"
                at = _line(sheet, at, shown, widths, looks.line)
            at += 1
        else:
            bold = isinstance(block, Heading)
            at = _line(sheet, at, block.text, widths, looks.bold if bold else looks.line)
            at += 0 if bold else 1


def _freeze(sheet: Worksheet) -> None:
    """Keep header and first column in view, and the header on every page that is printed."""
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _rows(table: Table) -> list[tuple[Value, ...]]:
    return [table.header, *(tuple("\n".join(signs(cell)) for cell in row) for row in table.rows)]


def _claims(sheet: Worksheet, claims: tuple[Claim, ...], words: Words, looks: _Looks) -> None:
    body: list[tuple[Value, ...]] = [astuple(claim) for claim in worded(words, claims)]
    rows = [headers(words), *body]
    widths = _widths(rows, _CLAIM_WIDEST)
    _set_widths(sheet, widths)
    _grid(sheet, 0, rows, widths, looks)
    _freeze(sheet)
    sheet.autofilter(0, 0, max(len(body), 1), len(widths) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _widths(rows: Sequence[tuple[Value, ...]], widest: int) -> list[int]:
    """Return how many columns of a terminal each column of a sheet takes."""
    columns = max(map(len, rows), default=0)
    cells = [[_shown(row[index]) for row in rows if index < len(row)] for index in range(columns)]
    natural = [max(width(line) for text in column for line in text.split("\n")) for column in cells]
    return [max(_NARROWEST, min(one + 3, widest)) for one in natural]


def _set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, columns in enumerate(widths):
        sheet.set_column(column, column, columns)


def _grid(
    sheet: Worksheet,
    top: int,
    rows: Sequence[tuple[Value, ...]],
    widths: Sequence[int],
    looks: _Looks,
) -> int:
    """Write rows, the first of them a header, and return the number of the row after them.

    What is too long for a cell goes on in the one below.
    """
    cells = ([[v] if isinstance(v, int | float) else _pieces(v) for v in row] for row in rows)
    fitting = [part for row in cells for part in zip_longest(*row)]
    for at, row in enumerate(fitting, top):
        look = looks.head if at == top else looks.cell
        for column, value in enumerate(row):
            if isinstance(value, int | float):
                sheet.write_number(at, column, value, look)
            elif value:
                sheet.write_string(at, column, value, look)
            else:
                sheet.write_blank(at, column, None, look)
        _set_height(sheet, at, [(str(value or ""), widths[i]) for i, value in enumerate(row)])
    return top + len(fitting)


def _line(sheet: Worksheet, top: int, text: str, widths: Sequence[int], look: Format) -> int:
    """Write text across all columns, and return the number of the row after it."""
    pieces = _pieces(text)
    for at, piece in enumerate(pieces, top):
        if len(widths) > 1:
            sheet.merge_range(at, 0, at, len(widths) - 1, "", look)
        sheet.write_string(at, 0, piece, look)
        _set_height(sheet, at, [(piece, sum(widths))])
    return top + len(pieces)


def _set_height(sheet: Worksheet, at: int, cells: Sequence[tuple[str, int]]) -> None:
    """Make a row as tall as its tallest cell; programs guess badly where text is Chinese."""
    lines = max(
        sum(1 + width(line) // max(columns - 2, 1) for line in text.split("\n"))
        for text, columns in cells
    )
    sheet.set_row(at, min(lines * _LINE, _TALLEST))


def _shown(value: Value) -> str:
    """Return text with its line breaks kept and all other control characters written out."""
    text = "" if value is None else str(value)
    return "\n".join(visible(line) for line in text.split("\n"))


def _pieces(value: str | None) -> list[str]:
    """Return text in pieces that cells can hold; a … ends those that go on."""
    text = _shown(value)
    if len(text.encode("utf-16-le")) <= 2 * _LONGEST:
        return [text]
    parts = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]
    return [*(f"{part}…" for part in parts[:-1]), parts[-1]]
