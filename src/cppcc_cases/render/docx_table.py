"""Tables in a DOCX file: headers that repeat, rows that stay whole, widths that hold.

Needs python-docx.
"""

from docx.document import Document as File
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Pt
from docx.table import Table as Grid
from docx.table import _Cell, _Row
from docx.text.run import Run

from cppcc_cases.render.document import Table
from cppcc_cases.render.docx_text import add_text

_FIRST = Cm(3.2)
_SIZE = Pt(9.5)


def add_table(file: File, table: Table, width: Length, targets: frozenset[int]) -> None:
    """Add a table as wide as told, its first column narrower than the others."""
    made = file.add_table(rows=1 + len(table.rows), cols=len(table.header), style="Table Grid")
    made.autofit = False
    head, *rows = made.rows
    _fill(head, tuple((name,) for name in table.header), frozenset(), compact=table.compact)
    _make_header(head)
    for row, cells in zip(rows, table.rows, strict=True):
        _fill(row, cells, targets, compact=table.compact)
    _set_widths(made, width)


def _set_widths(made: Grid, width: Length) -> None:
    columns = len(made.columns)
    first = min(_FIRST, width // columns) if columns > 1 else width
    other = (width - first) // max(columns - 1, 1)
    for index, column in enumerate(made.columns):
        column.width = Emu(other if index else first)
    for row in made.rows:
        for index, cell in enumerate(row.cells):
            cell.width = Emu(other if index else first)


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


def _fill(
    row: _Row, cells: tuple[tuple[str, ...], ...], targets: frozenset[int], *, compact: bool
) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for index, (place, lines) in enumerate(zip(row.cells, cells, strict=True)):
        _write(place, lines, targets, centred=compact and index > 0)
    _embolden(row.cells[0])


def _write(place: _Cell, lines: tuple[str, ...], targets: frozenset[int], *, centred: bool) -> None:
    for index, line in enumerate(lines or ("",)):
        paragraph = place.paragraphs[0] if index == 0 else place.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.space_before = Pt(1)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_text(paragraph, line, targets)
        for run in paragraph._p.iter(qn("w:r")):  # those of links too
            Run(run, paragraph).font.size = _SIZE


def _embolden(place: _Cell) -> None:
    for paragraph in place.paragraphs:
        for run in paragraph.runs:
            run.bold = True
