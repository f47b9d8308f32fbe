"""XLSX, read back: a sheet a section, figures as numbers, and text that is only text."""

import io
import zipfile
from functools import cache
from xml.etree import ElementTree

import pytest
from tests.reports import digest
from tests.unit.report.hostile import BARE, ORDERS, hostile, sound

from cppcc_cases.comparison import Comparison
from cppcc_cases.forms.xlsx import xlsx
from cppcc_cases.model import Lang
from cppcc_cases.report.document import Heading
from cppcc_cases.report.flat import COLUMNS, tidy
from cppcc_cases.report.words import Words

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NAMES = {Lang.ZH: "全部条目", Lang.EN: "All claims"}


def made(comparison: Comparison, lang: Lang) -> dict[str, bytes]:
    """Return the parts of a workbook."""
    words = Words(lang, comparison.registry)
    raw = xlsx((digest(comparison, lang), tidy(comparison, lang), words))
    with zipfile.ZipFile(io.BytesIO(raw)) as held:
        assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in held.infolist()}
        return {name: held.read(name) for name in held.namelist()}


@cache
def parts(lang: Lang = Lang.ZH) -> dict[str, bytes]:
    """Return the parts of a workbook of shipped cases."""
    return made(sound(), lang)


def sheets(held: dict[str, bytes]) -> dict[str, ElementTree.Element]:
    """Return the sheets of a workbook by their names."""
    book = ElementTree.fromstring(held["xl/workbook.xml"])
    found = [str(one.get("name")) for one in book.iter(f"{MAIN}sheet")]
    return {
        name: ElementTree.fromstring(held[f"xl/worksheets/sheet{number}.xml"])
        for number, name in enumerate(found, 1)
    }


def strings(held: dict[str, bytes]) -> list[str]:
    """Return all text of a workbook."""
    root = ElementTree.fromstring(held["xl/sharedStrings.xml"])
    return ["".join(t.text or "" for t in one.iter(f"{MAIN}t")) for one in root]


def cells(sheet: ElementTree.Element, column: str) -> list[ElementTree.Element]:
    """Return the cells of a column below the header."""
    found = [
        one for one in sheet.iter(f"{MAIN}c") if str(one.get("r")).rstrip("0123456789") == column
    ]
    return found[1:]


@pytest.mark.parametrize("lang", list(Lang))
def test_there_is_a_sheet_for_each_section(lang: Lang) -> None:
    """The sheets have the names of the sections, and the last holds all claims."""
    blocks = digest(sound(), lang).blocks
    expected = [b.text for b in blocks if isinstance(b, Heading) and b.level == 2]
    assert [*expected, NAMES[lang]] == list(sheets(parts(lang)))


def test_figures_are_numbers() -> None:
    """The values of figures are numbers, as many as there are, and all else is text."""
    sheet = sheets(parts())[NAMES[Lang.ZH]]
    column = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[COLUMNS.index("value")]
    values = [one for one in cells(sheet, column) if one.find(f"{MAIN}v") is not None]
    assert [None] * 3 == [one.get("t") for one in values]
    assert ["317", "142", "102"] == [one.findtext(f"{MAIN}v") for one in values]
    assert {"s"} == {one.get("t") for one in cells(sheet, "A")}


def test_claims_can_be_filtered() -> None:
    """The sheet of all claims has a filter over all its columns and rows."""
    sheet = sheets(parts())[NAMES[Lang.ZH]]
    rows = len(tidy(sound(), Lang.ZH)) + 1
    found = sheet.find(f"{MAIN}autoFilter")
    assert found is not None
    assert f"A1:{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[len(COLUMNS) - 1]}{rows}" == found.get("ref")


@pytest.mark.parametrize("name", ["概况", "流程覆盖", "数据成效", NAMES[Lang.ZH]])
def test_headers_stay_in_view(name: str) -> None:
    """The header and the first column of a table are frozen."""
    pane = sheets(parts())[name].find(f".//{MAIN}pane")
    assert pane is not None
    assert ("frozen", "B2") == (pane.get("state"), pane.get("topLeftCell"))


def test_widths_are_set() -> None:
    """Every column has a width, and Chinese counts for two."""
    for sheet in sheets(parts()).values():
        widths = [float(str(one.get("width"))) for one in sheet.iter(f"{MAIN}col")]
        assert widths
        assert min(widths) >= 10


def test_all_text_across_columns_is_merged() -> None:
    """Below a table, text runs across all its columns."""
    assert "B" < str(next(sheets(parts())["流程覆盖"].iter(f"{MAIN}mergeCell")).get("ref"))[3:]


@pytest.mark.parametrize("lang", list(Lang))
def test_hostile_text_is_text(lang: Lang) -> None:
    """No text is a formula or a link, none gives orders, and every part can be read."""
    held = made(hostile(), lang)
    for sheet in sheets(held).values():
        assert [] == list(sheet.iter(f"{MAIN}f")) + list(sheet.iter(f"{MAIN}hyperlink"))
    said = strings(held)
    assert [] == [text for text in said if ORDERS & set(text)]
    assert any(text.startswith(f"=1+1{BARE}") for text in said)
    assert list(sheets(parts(lang))) == list(sheets(held))


def test_the_book_tells_its_title_and_no_time() -> None:
    """The title is that of the digest, and the time of writing is always the same."""
    core = parts()["docProps/core.xml"].decode()
    assert (True, 2) == (
        "<dc:title>太原市、大同市：协商实践对比</dc:title>" in core,
        core.count("1980-01-01T00:00:00Z"),
    )


def test_pictures_are_signs() -> None:
    """A mark is its sign, and its key a line of them; a bar is as if it were not there."""
    held = parts()
    said = strings(held)
    assert {"●", "◐", "·"} <= set(said)
    assert "● 已实行  ◐ 有规定或在探索  × 报道明言没有  · 报道未提（不等于没有）" in said
    assert [] == [text for text in said if "刻度" in text or "条形" in text]
    assert [] == [name for name in held if "media" in name or "drawing" in name]
