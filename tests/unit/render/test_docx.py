"""DOCX, read back: Word's own styles, tables that print well, fonts that hold, links that lead."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from docx import Document as read
from docx.document import Document as File
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Emu
from tests.unit.render.hostile import BARE, ORDERS, hostile, sound

from cppcc_cases.model import Lang
from cppcc_cases.render.digest import digest
from cppcc_cases.render.document import Block, Document, Heading, Items, Paragraph, Table
from cppcc_cases.render.docx import docx

TABLE = Table(header=("", "甲"), rows=((("行",), ("一", "二")),))


def opened(*blocks: Block) -> File:
    """Return the file of a few blocks, read back."""
    return read(io.BytesIO(docx(Document(blocks=blocks), Lang.ZH)))


@pytest.fixture(scope="module", params=[("taiyuan", "datong"), ("taiyuan", "datong", "xinzhou")])
def names(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Return two places, then three."""
    found: tuple[str, ...] = request.param
    return found


@pytest.fixture(scope="module")
def raw(names: tuple[str, ...]) -> bytes:
    """Return the file of a digest in Chinese."""
    return docx(digest(sound(*names), Lang.ZH), Lang.ZH)


@pytest.fixture(scope="module")
def file(raw: bytes) -> File:
    """Return the file of a digest, read back."""
    return read(io.BytesIO(raw))


def attributes(file: File, tag: str, name: str) -> list[str]:
    """Return what an attribute of every element of a kind says."""
    return [str(one.get(qn(name))) for one in file.element.body.iter(qn(tag))]


def parts(raw: bytes) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Yield the parts of a file."""
    with zipfile.ZipFile(io.BytesIO(raw)) as held:
        for info in held.infolist():
            yield info, held.read(info)


def test_the_styles_are_those_of_word(file: File) -> None:
    """Headings, lists and tables are what Word's outline and its user take them for."""
    expected = {"Title", "Heading 1", "Heading 2", "List Bullet", "Normal"}
    assert expected == {paragraph.style.name for paragraph in file.paragraphs if paragraph.style}
    assert {"Table Grid"} == {table.style.name for table in file.tables if table.style}


def test_headers_repeat_and_rows_stay_whole(file: File) -> None:
    """The first row of a table, and no other, is its header; no row is split between pages."""
    for table in file.tables:
        marks = [len(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows]
        assert [1] + [0] * (len(marks) - 1) == marks
        assert len(marks) == len(list(table._tbl.iter(qn("w:cantSplit"))))


def test_columns_fill_the_page(file: File) -> None:
    """Widths are fixed and come to that of the text; the first column is the narrowest."""
    section = file.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    for table in file.tables:
        first, *others = [column.width or 0 for column in table.columns]
        assert (False, 1) == (table.autofit, len(set(others)))
        assert abs(room - first - sum(others)) < 20_000
        assert [cell.width for cell in table.rows[-1].cells] == [first, *others]


def test_wide_tables_lie_on_their_side(file: File, names: tuple[str, ...]) -> None:
    """The page is A4, upright for two places and on its side for three."""
    section = file.sections[0]
    upright = len(names) == 2
    expected = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    wide, high = section.page_width or 0, section.page_height or 0
    size = sorted(round(Emu(length).mm) for length in (wide, high))
    assert (expected, [210, 297]) == (section.orientation, size)
    assert upright == (high > wide)


def test_citations_jump_to_their_sources(file: File) -> None:
    """Every source has one bookmark, and every citation, which is raised, leads to one."""
    marks = attributes(file, "w:bookmarkStart", "w:name")
    assert sorted(set(marks)) == sorted(marks)
    assert set(marks) == set(attributes(file, "w:hyperlink", "w:anchor"))
    raised = attributes(file, "w:vertAlign", "w:val")
    assert ["superscript"] * len(attributes(file, "w:hyperlink", "w:anchor")) == raised


def test_a_number_that_names_no_source_is_text() -> None:
    """A year in brackets is no citation."""
    file = opened(Paragraph(text="told [1] [2020]"), Items(items=("a",), numbered=True))
    assert ["source1"] == attributes(file, "w:hyperlink", "w:anchor")
    assert ["told[1] [2020]", "[1]\ta"] == [paragraph.text for paragraph in file.paragraphs]


def test_chinese_fonts_are_named_outright(file: File) -> None:
    """No font of the theme is left in the styles used, for it would win over the one named."""
    for name, font in {"Normal": "宋体", "List Bullet": "宋体", "Title": "黑体"}.items():
        fonts = file.styles[name].element.find(f".//{qn('w:rFonts')}")
        assert (font, []) == (
            fonts.get(qn("w:eastAsia")),
            [key for key in fonts.attrib if key.lower().endswith("theme")],
        )


@pytest.mark.parametrize(("lang", "expected"), [(Lang.ZH, "zh-CN"), (Lang.EN, "en-GB")])
def test_the_file_says_what_it_is(lang: Lang, expected: str) -> None:
    """Title and language are told, and Latin words are checked as English in either language."""
    file = read(io.BytesIO(docx(Document(blocks=(Heading(level=1, text="太原"),)), lang)))
    (told,) = file.styles.element.xpath("w:docDefaults//w:lang")
    properties = file.core_properties
    assert ("太原", expected, "cppcc-cases") == (
        properties.title,
        properties.language,
        properties.author,
    )
    assert ("en-GB", "zh-CN") == (told.get(qn("w:val")), told.get(qn("w:eastAsia")))


def test_pages_are_numbered(file: File) -> None:
    """The footer holds the number of the page."""
    (field,) = file.sections[0].footer._element.iter(qn("w:fldSimple"))
    assert "PAGE" == field.get(qn("w:instr"))


def test_no_paragraph_is_empty(file: File) -> None:
    """Space is made by styles, not by empty lines."""
    assert [] == [paragraph for paragraph in file.paragraphs if not paragraph.text]


def test_tables_do_not_grow_together() -> None:
    """Between two tables, and after the last, is a paragraph as small as can be."""
    body = opened(TABLE, TABLE).element.body
    expected = [qn(f"w:{name}") for name in ("tbl", "p", "tbl", "p", "sectPr")]
    assert expected == [child.tag for child in body]


def test_a_cell_holds_its_lines() -> None:
    """Each line of a cell is a paragraph, and names of rows and columns are bold."""
    (table,) = opened(TABLE).tables
    assert ["一", "二"] == [paragraph.text for paragraph in table.cell(1, 1).paragraphs]
    bold = [
        [run.bold for paragraph in table.cell(row, column).paragraphs for run in paragraph.runs]
        for row, column in ((0, 1), (1, 0), (1, 1))
    ]
    assert [[True], [True], [None, None]] == bold


def test_no_time_is_told(raw: bytes) -> None:
    """The file does not tell when it was made."""
    held = list(parts(raw))
    assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info, _ in held}
    told = re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"".join(content for _, content in held))
    assert {b"1980-01-01T00:00:00Z"} == set(told)


def test_hostile_text_is_text() -> None:
    """No word of a source becomes markup or gives orders, and the file can be read."""
    raw = docx(digest(hostile(), Lang.EN), Lang.EN)
    file = read(io.BytesIO(raw))
    assert BARE in file.paragraphs[0].text
    said = "".join(one.text or "" for one in file.element.body.iter(qn("w:t")))
    assert frozenset() == ORDERS & set(said)
    tags = {one.tag for one in read(io.BytesIO(raw)).element.iter()}
    plain = read(io.BytesIO(docx(digest(sound(), Lang.EN), Lang.EN)))
    assert {one.tag for one in plain.element.iter()} == tags


def test_what_xml_cannot_hold_is_written_out() -> None:
    """Characters that no XML file may hold are told by their number."""
    assert "a\\uffffb" == opened(Paragraph(text="a\uffffb")).paragraphs[0].text
