"""DOCX, read back: Word's own styles, tables that print well, fonts that hold, links that lead."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from docx import Document as read
from docx.document import Document as File
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Emu
from tests.reports import digest
from tests.unit.report.hostile import BARE, HARM, ORDERS, hostile, sound

from cppcc_cases.forms.docx import docx
from cppcc_cases.forms.pictures import png, shape, svg
from cppcc_cases.model import Lang, StageState
from cppcc_cases.report.document import (
    Bar,
    Block,
    Document,
    Heading,
    Items,
    Key,
    Mark,
    Paragraph,
    Picture,
    Table,
)

TABLE = Table(header=("", "甲"), rows=((("行",), ("一", "二")),))
DONE = Mark(state=StageState.PRACTISED, says="已实行")
HALF = Bar(share=0.5, says="50%（刻度0–100%）")
BOTH: tuple[Picture, ...] = (DONE, HALF)
DRAWN = Document(
    blocks=(
        Table(header=("", "甲"), rows=((("行",), (DONE,)), (("列",), ("50%", HALF, DONE)))),
        Key(pictures=(DONE, HALF)),
    )
)
TWO = ("taiyuan", "datong")
FOUR = ("taiyuan", "datong", "xinzhou", "linxi")
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


def opened(*blocks: Block) -> File:
    """Return the file of a few blocks, read back."""
    return read(io.BytesIO(docx(Document(blocks=blocks), Lang.ZH)))


@pytest.fixture(scope="module", params=[TWO, FOUR])
def names(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Return two places, then four."""
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
    """The page is A4, upright for two places and on its side for four."""
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


def media(raw: bytes) -> dict[str, bytes]:
    """Return the files of pictures, by name."""
    found = {info.filename: content for info, content in parts(raw)}
    return {name: found[name] for name in found if name.startswith("word/media/")}


def test_each_picture_has_words(file: File) -> None:
    """Every picture says what it shows, and all are numbered apart."""
    states = {state.label.zh for state in StageState}
    told = list(file.element.body.iter(qn("wp:docPr")))
    said = [one.get("descr") for one in told]
    assert (said, set()) == ([one.get("name") for one in told], states - set(said))
    assert [str(number) for number in range(1, len(told) + 1)] == [one.get("id") for one in told]


def test_a_shape_is_held_once_in_both_forms() -> None:
    """Five pictures of two shapes are four files: an SVG and a PNG of each."""
    raw = docx(DRAWN, Lang.ZH)
    expected = {
        f"word/media/image{number}.{ending}": made(shape(picture))
        for number, picture in enumerate(BOTH, 1)
        for ending, made in (("png", png), ("svg", svg))
    }
    assert expected == media(raw)
    assert 5 == len(list(read(io.BytesIO(raw)).element.body.iter(qn("w:drawing"))))


def test_each_file_of_a_picture_says_its_sort() -> None:
    """The sort of every PNG and SVG is declared, so that no program calls the file damaged."""
    raw = docx(DRAWN, Lang.ZH)
    (told,) = [content for info, content in parts(raw) if info.filename == "[Content_Types].xml"]
    sorts = {one.get("PartName"): one.get("ContentType") for one in ElementTree.fromstring(told)}
    ends = {one.get("Extension"): one.get("ContentType") for one in ElementTree.fromstring(told)}
    found = {name: sorts.get(f"/{name}") or ends.get(name[-3:]) for name in media(raw)}
    kinds = {"png": "image/png", "svg": "image/svg+xml"}
    assert {name: kinds[name[-3:]] for name in media(raw)} == found


def test_every_picture_leads_to_both_forms() -> None:
    """A picture refers to a PNG, and in the extension for it to the SVG of the same shape."""
    file = read(io.BytesIO(docx(DRAWN, Lang.ZH)))
    relations = file.part.rels
    pairs = []
    for blip in file.element.body.iter(qn("a:blip")):
        (vector,) = blip.iter(SVG_BLIP)
        names = (one.get(qn("r:embed")) for one in (blip, vector))
        pairs.append([relations[name].target_part.blob for name in names])
    expected = [[png(shape(one)), svg(shape(one))] for one in (DONE, HALF, DONE, DONE, HALF)]
    assert expected == pairs


def sizes(*blocks: Block) -> list[tuple[int, int]]:
    """Return width and height of the pictures of a few blocks."""
    found = opened(*blocks).inline_shapes
    return [(one.width, one.height) for one in found]


def test_pictures_stay_in_their_cells() -> None:
    """A bar is narrower in narrow cells, never wider than they are, and keeps its proportions."""
    tables = [Table(header=("甲",) * n, rows=(((HALF,),) * n,)) for n in (3, 10)]
    wide, narrow = (sizes(table)[-1] for table in tables)
    cell = opened(tables[1]).tables[0].cell(1, 9).width or 0
    assert narrow[0] < min(wide[0], cell)
    for width, height in (wide, narrow):
        assert abs(width * shape(HALF).height / shape(HALF).width - height) <= 1


def test_nothing_is_left_free_around_a_picture(file: File) -> None:
    """Distances are told, for what is left out is not nought to every program."""
    found = {
        one.get(f"dist{side}") for one in file.element.body.iter(qn("wp:inline")) for side in "TBLR"
    }
    assert {"0"} == found


def test_a_key_is_one_paragraph() -> None:
    """A key has each picture, then its words."""
    file = opened(Key(pictures=(DONE, HALF)))
    (line,) = file.paragraphs
    runs = [bool(list(run._r.iter(qn("w:drawing")))) or run.text for run in line.runs]
    assert [True, " 已实行", "   ", True, " 50%（刻度0–100%）"] == [one for one in runs if one]


def test_what_a_picture_says_gives_no_orders() -> None:
    """Harm in what a picture says stays within its attribute."""
    file = opened(Key(pictures=(Mark(state=None, says=HARM),)))
    (told,) = file.element.body.iter(qn("wp:docPr"))
    assert (True, frozenset()) == (BARE in told.get("descr"), ORDERS & set(told.get("descr")))


def test_marks_are_level_with_their_names() -> None:
    """In a compact table the cells below the header are centred from top to bottom."""
    for compact in (True, False):
        table = Table(header=("", "甲"), rows=((("行",), (DONE,)),), compact=compact)
        rows = opened(table).tables[0].rows
        expected = WD_CELL_VERTICAL_ALIGNMENT.CENTER if compact else None
        assert [None, expected] == [row.cells[1].vertical_alignment for row in rows]
