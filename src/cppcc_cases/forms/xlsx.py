"""Reports → XLSX: a sheet for each section, and one with all claims.

Needs XlsxWriter. Numbers stay numbers, text is never a formula or a link, and the file holds no
time of writing.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import zip_longest

import xlsxwriter
from attrs import frozen
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cppcc_cases.escape import visible
from cppcc_cases.forms.form import Shown
from cppcc_cases.model import StageState
from cppcc_cases.report.flat import COLUMNS, Flat, Word, flat
from cppcc_cases.report.flat import Value as FlatValue
from cppcc_cases.report.said import cited, entries, verdict_text
from cppcc_cases.report.values import Cell, Claim, Line, Part, Report, Row, Table
from cppcc_cases.report.wording import article_line, source_line
from cppcc_cases.report.words import WORDS, Words
from cppcc_cases.text import Lang, Text
from cppcc_cases.width import width

_NARROWEST, _WIDEST, _CLAIM_WIDEST, _ALONE = 10, 44, 36, 100
_LINE, _TALLEST = 17, 409
"""The height of a line, and the greatest that a row may have, in points."""
_LONGEST, _PIECE = 32_767, 16_000
"""What a cell may hold, counted as in UTF-16, and the pieces of what is longer, in characters."""
_NAME = 31
"""The longest name that a sheet may have."""
_FORBIDDEN = frozenset("[]:*?/\\'")
_NAMELESS = Text(zh="", en="")
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
    whole: Format
    number: Format
    line: Format
    bold: Format


def xlsx(reports: Sequence[Report], langs: Sequence[Lang]) -> bytes:
    """Return the bytes of a workbook; each language has sheets of its own."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    title = next((visible(r.title.in_(langs[0])) for r in reports if r.title), "")
    book.set_properties(
        {"title": _cut(title, 255), "author": "cppcc-cases", "created": datetime(1980, 1, 1)}
    )
    looks = _looks(book)
    for lang in langs:
        for report in reports:
            _add(book, report, Words(lang), title, looks)
    book.close()
    return out.getvalue()


def form(shown: Shown) -> bytes:
    """Return reports as one workbook."""
    return xlsx(shown.reports, shown.langs)


def _add(
    book: xlsxwriter.Workbook, report: Report, words: Words, title: str, looks: _Looks
) -> None:
    for section in report.sections:
        named = section.title or report.title or WORDS[section.id]
        sheet = _sheet(book, words.of(named), title)
        _fill(
            sheet, [block for part in section.parts for block in _part(words, part, report)], looks
        )
    if report.sources:
        sheet = _sheet(book, words["sources"], title)
        _fill(sheet, list(_sources(words, report)), looks)
    claims = flat(report) if report.sides else ()
    if claims:
        _claims(_sheet(book, words.of(_CLAIMS), title), claims, words, looks)


def _sheet(book: xlsxwriter.Workbook, name: str, title: str) -> Worksheet:
    """Return a new sheet, under a name that no other has."""
    plain = "".join(char for char in visible(name) if char not in _FORBIDDEN).strip("'") or "-"
    taken = {sheet.get_name().lower() for sheet in book.worksheets()}
    own, number = _cut(plain, _NAME), 1
    while own.lower() in taken:
        number += 1
        own = f"{plain[: _NAME - 4]} {number}"
    sheet = book.add_worksheet(own)
    _set_page(sheet, title)
    return sheet


def _looks(book: xlsxwriter.Workbook) -> _Looks:
    flow = {"text_wrap": True, "valign": "top", "font_name": "宋体", "font_size": 11}
    head = {**flow, "bold": True, "bg_color": "#EDEFF2", "border": 1, "font_name": "黑体"}
    return _Looks(
        head=book.add_format(head),
        cell=book.add_format({**flow, "border": 1}),
        whole=book.add_format({**flow, "border": 1, "num_format": "#,##0"}),
        number=book.add_format({**flow, "border": 1, "num_format": "#,##0.0#"}),
        line=book.add_format(flow),
        bold=book.add_format({**flow, "bold": True, "font_name": "黑体"}),
    )


def _set_page(sheet: Worksheet, title: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&C" + _cut(title, 200).replace("&", "&&"))
    sheet.set_footer("&C&P / &N")


Grid = list[tuple[Value, ...]]
"""Rows, the first of them a header."""
Block = Grid | str
"""A table, or a line of text."""


def _part(words: Words, part: Part, report: Report) -> Iterator[Block]:
    if part.title:
        yield words.of(part.title)
    if part.text:
        yield words.of(part.text)
    if part.table:
        yield _grid_of(words, part.table)
        if _marked(part.table):
            yield "  ".join(f"{one.mark} {words.of(one.label)}" for one in StageState)
    if any(claim.number is not None for line in part.lines for claim in line.claims):
        yield _grid_of(words, _listed(part.lines))
        return
    for entry in entries(words, part, report):
        yield f"· {entry}"


def _listed(lines: Sequence[Line]) -> Table:
    """Return a list of figures as a table, so that they are numbers."""
    return Table(
        head=WORDS["indicator"],
        columns=(WORDS["figures"],),
        rows=tuple(
            Row(id=one.id, label=one.label or _NAMELESS, cells=(Cell(claims=one.claims),))
            for one in lines
        ),
    )


def _sources(words: Words, report: Report) -> Iterator[Block]:
    articles = {article.id: article for article in report.articles}
    for number, evidence in enumerate(report.sources, 1):
        yield f"[{number}] {source_line(words, evidence, articles)}"
    yield from (article_line(words, article) for article in report.articles)


def _grid_of(words: Words, table: Table) -> Grid:
    """Return a table in which figures are numbers, with their units and all else beside them."""
    beside = [_beside([row.cells[i] for row in table.rows]) for i in range(len(table.columns))]
    judged = any(row.verdict for row in table.rows)
    header: list[Value] = [words.of(table.head) if table.head else ""]
    for column, names in zip(table.columns, beside, strict=True):
        header += [words.of(column), *(words[name] for name in names or ())]
    grid: Grid = [(*header, *((words["comparability"],) if judged else ()))]
    for row in table.rows:
        columns = [
            _column(words, cell, names, marked=_marked(table))
            for cell, names in zip(row.cells, beside, strict=True)
        ]
        for at in range(max(map(len, columns), default=1)):
            values: list[Value] = [words.of(row.label) if at == 0 else None]
            for lines, names in zip(columns, beside, strict=True):
                values += lines[at] if at < len(lines) else [None] * (1 + len(names or ()))
            if judged:
                values.append((verdict_text(words, row) or None) if at == 0 else None)
            grid.append(tuple(values))
    return grid


def _marked(table: Table) -> bool:
    """Tell whether a table is so wide that states are marks in it, not words."""
    states = any(cell.state for row in table.rows for cell in row.cells)
    return table.compact and not table.sided and states


def _beside(cells: Sequence[Cell]) -> tuple[str, ...] | None:
    """Return what stands beside a column of figures; None if it has no figure."""
    claims = [claim for cell in cells for claim in cell.claims]
    if all(claim.number is None for claim in claims):
        return None
    needed = {
        "unit": any(claim.unit for claim in claims),
        "note": any(claim.note or claim.sources for claim in claims),
    }
    return tuple(name for name, told in needed.items() if told)


def _column(
    words: Words, cell: Cell, beside: tuple[str, ...] | None, *, marked: bool
) -> list[list[Value]]:
    """Return what a cell says, one line of a sheet after another."""
    if cell.state and not cell.claims:
        return [[cell.state.mark if marked else words.of(cell.state.label)]]
    if beside is None:
        return [["\n".join(cited(words, claim) for claim in cell.claims)]]
    return [_figure(words, claim, beside) for claim in cell.claims]


def _figure(words: Words, claim: Claim, beside: tuple[str, ...]) -> list[Value]:
    """Return a claim in a column of figures: the number or the words, and what is beside it."""
    numbers = "".join(f"[{number}]" for number in claim.sources)
    note = words.of(claim.note) if claim.note and claim.number is not None else ""
    told: dict[str, Value] = {
        "unit": words.of(claim.unit) if claim.unit else None,
        "note": (note + " " + numbers).strip(),
    }
    first: Value = words.of(claim.text) if claim.number is None else claim.number
    return [first, *(told[name] for name in beside)]


def _fill(sheet: Worksheet, blocks: Sequence[Block], looks: _Looks) -> None:
    """Write the blocks of a section below each other, text across all columns of its tables."""
    tables = [block for block in blocks if not isinstance(block, str)]
    widths = _widths([row for table in tables for row in table], _WIDEST) or [_ALONE]
    _set_widths(sheet, widths)
    if tables and blocks[0] is tables[0]:
        _freeze(sheet)
    at = 0
    for block in blocks:
        if isinstance(block, str):
            at = _line(sheet, at, block, widths, looks.line)
        else:
            at = _grid(sheet, at, block, widths, looks) + 1


def _freeze(sheet: Worksheet) -> None:
    """Keep header and first column in view, and the header on every page that is printed."""
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _claims(sheet: Worksheet, rows: Sequence[Flat], words: Words, looks: _Looks) -> None:
    # CSV has every column, so that all files are alike; here empty ones are in a reader's way.
    columns = [one for one in COLUMNS if any(row.get(one.id) not in (None, "", ()) for row in rows)]
    grid: Grid = [tuple(words.of(column.name) for column in columns)]
    grid += [tuple(_worded(words, row.get(column.id)) for column in columns) for row in rows]
    widths = _widths(grid, _CLAIM_WIDEST)
    _set_widths(sheet, widths)
    _grid(sheet, 0, grid, widths, looks)
    _freeze(sheet)
    sheet.autofilter(0, 0, max(len(rows), 1), len(widths) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _worded(words: Words, value: FlatValue) -> Value:
    """Return a value with words in place of the ids of vocabularies."""
    if isinstance(value, Word):
        return words.of(value.label)
    if isinstance(value, tuple):
        return words.join(words.of(word.label) for word in value)
    return words.of(value) if isinstance(value, Text) else value


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
                number = looks.whole if float(value).is_integer() else looks.number
                sheet.write_number(at, column, value, number)
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


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
