"""Tables in a DOCX file: headers that repeat, rows that stay whole, widths that hold.

Needs python-docx.
"""

from collections.abc import Callable
from functools import partial

from docx.document import Document as File
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Pt
from docx.table import Table as Grid
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from cppcc_cases.forms.docx_pictures import Pictures
from cppcc_cases.forms.docx_text import add_text
from cppcc_cases.report.document import Cell, Line, Table, Targets

_FIRST = Cm(3.2)
_SIDES = Cm(0.4)
"""The room that a cell leaves free to the left and right of what it holds."""
_SIZE = Pt(9.5)

_Put = Callable[[Paragraph, Line], None]


def add_table(
    file: File, table: Table, width: Length, targets: Targets, pictures: Pictures
) -> None:
    """Add a table as wide as told, its first column narrower than the others."""
    first, other = _widths(len(table.header), width)
    put = partial(_put, pictures=pictures, room=Emu(other - _SIDES))
    made = file.add_table(rows=1 + len(table.rows), cols=len(table.header), style="Table Grid")
    made.autofit = False
    head, *rows = made.rows
    names = tuple((name,) for name in table.header)
    _fill(head, names, partial(put, targets={}), compact=table.compact)
    _make_header(head)
    for row, cells in zip(rows, table.rows, strict=True):
        _fill(row, cells, partial(put, targets=targets), compact=table.compact)
        if table.compact:
            for place in row.cells:  # marks are lower than a line of text
                place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    _set_widths(made, first, other)


def _put(
    paragraph: Paragraph, line: Line, *, targets: Targets, pictures: Pictures, room: Length
) -> None:
    if isinstance(line, str):
        add_text(paragraph, line, targets)
    else:
        pictures.add(paragraph, line, room)


def _widths(columns: int, width: Length) -> tuple[Length, Length]:
    """Return how wide the first column is, and each of the others."""
    first = min(_FIRST, width // columns) if columns > 1 else width
    return Emu(first), Emu((width - first) // max(columns - 1, 1))


def _set_widths(made: Grid, first: Length, other: Length) -> None:
    for index, column in enumerate(made.columns):
        column.width = other if index else first
    for row in made.rows:
        for index, cell in enumerate(row.cells):
            cell.width = other if index else first


def _make_header(row: _Row) -> None:
    """Let a row stand again on every page that the table reaches, bold and shaded."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
    for cell in row.cells:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "EDEFF2")):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
        _embolden(cell)


def _fill(row: _Row, cells: tuple[Cell, ...], put: _Put, *, compact: bool) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for index, (place, lines) in enumerate(zip(row.cells, cells, strict=True)):
        _write(place, lines, put, centred=compact and index > 0)
    _embolden(row.cells[0])


def _write(place: _Cell, lines: Cell, put: _Put, *, centred: bool) -> None:
    for index, line in enumerate(lines or ("",)):
        paragraph = place.paragraphs[0] if index == 0 else place.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.space_before = Pt(1)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        put(paragraph, line)
        for run in paragraph._p.iter(qn("w:r")):  # those of links too
            Run(run, paragraph).font.size = _SIZE


def _embolden(place: _Cell) -> None:
    for paragraph in place.paragraphs:
        for run in paragraph.runs:
            run.bold = True
