"""XLSX, read back: a sheet a section, figures as numbers, and text that is only text."""

import io
import zipfile
from collections.abc import Sequence
from functools import cache
from xml.etree import ElementTree

import pytest
from tests.reports import digest
from tests.unit.comparison.test_build import counted, grouped
from tests.unit.report.hostile import BARE, ORDERS, hostile, sound

from cppcc_cases.comparison import Comparison, compare, party
from cppcc_cases.comparison.likeness import nearest
from cppcc_cases.comparison.matrix import matrix
from cppcc_cases.forms.xlsx import xlsx
from cppcc_cases.model import Lang, Text
from cppcc_cases.report.compared import compared
from cppcc_cases.report.document import Heading
from cppcc_cases.report.flat import COLUMNS, flat
from cppcc_cases.report.likeness import likeness_report
from cppcc_cases.report.listing import listing
from cppcc_cases.report.matrix import matrix_report
from cppcc_cases.report.page import pages
from cppcc_cases.report.values import Cell, Claim, Part, Report, Row, Section, Table
from cppcc_cases.store import Corpus

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NAMES = {Lang.ZH: "全部条目", Lang.EN: "All claims"}


def made(comparison: Comparison, lang: Lang) -> dict[str, bytes]:
    """Return the parts of a workbook."""
    return opened([compared(comparison)], lang)


def opened(reports: Sequence[Report], lang: Lang) -> dict[str, bytes]:
    """Return the parts of a workbook of reports."""
    raw = xlsx(reports, [lang])
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


def letter(at: int) -> str:
    """Return the letters of a column, counted from 0."""
    return (chr(ord("A") + at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


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
    header = grid(parts(), NAMES[Lang.ZH])[0]
    column = letter(header.index("数值"))
    values = [one for one in cells(sheet, column) if one.find(f"{MAIN}v") is not None]
    numbers = [row["number"] for row in flat(compared(sound())) if row.get("number") is not None]
    assert [None] * len(numbers) == [one.get("t") for one in values]
    assert numbers == pytest.approx([float(one.findtext(f"{MAIN}v") or "") for one in values])
    assert {317, 142, 102, 5304061, 103} <= set(numbers)
    assert {"s"} == {one.get("t") for one in cells(sheet, "A")}


def grid(held: dict[str, bytes], name: str) -> list[list[str | float | None]]:
    """Return the cells of a sheet, numbers as numbers."""
    known = strings(held)
    rows = []
    for row in sheets(held)[name].iter(f"{MAIN}row"):
        values: list[str | float | None] = []
        for cell in row.iter(f"{MAIN}c"):
            told = cell.findtext(f"{MAIN}v")
            if told is None:
                values.append(None)
            else:
                values.append(known[int(told)] if cell.get("t") == "s" else float(told))
        rows.append(values)
    return rows


def numbers_in(held: dict[str, bytes], name: str) -> set[float]:
    """Return the numbers of a sheet."""
    return {one for row in grid(held, name) for one in row if isinstance(one, float)}


def test_a_table_of_figures_holds_numbers(corpus: Corpus) -> None:
    """Below each party stand numbers, and beside them the unit and what else is said."""
    held = made(compare(grouped(corpus, 102, 60), "taiyuan", "datong"), Lang.ZH)
    header, *rows = grid(held, "数据成效")
    expected = ["", "太原市", "单位", "说明", "大同市", "单位", "说明", "可比性"]
    assert expected == [one or "" for one in header]
    assert ["乡镇街道联络组数（全域）", 102, "个"] == rows[0][:3]
    assert (60, "可比") == (rows[0][4], rows[0][7])
    assert str(rows[0][3]).startswith("时点为2024年9月20日")
    share = next(row for row in rows if row[0] == "占乡级区划")
    assert [pytest.approx(102 / 1.03), "%"] == share[1:3]


def test_a_rate_is_a_number_in_its_unit(corpus: Corpus) -> None:
    """A rate is told in per cent, and its parts stand beside it."""
    rates = counted(corpus, 87.4, 80, indicator="filing_rate", numerator=395, denominator=452)
    held = made(compare(rates, "taiyuan", "datong"), Lang.EN)
    rate = next(row for row in grid(held, "Figures") if row[0] == "filing rate")
    at = rate.index(87.4)
    assert "%" == rate[at + 1]
    assert str(rate[at + 2]).startswith("395/452; ")


def test_the_overview_holds_numbers() -> None:
    """Residents and divisions are numbers, with their day beside them."""
    rows = {row[0]: row for row in grid(parts(), "概况")}
    assert {5304061, 3105591} <= set(rows["常住人口"])
    assert {103, 126} <= set(rows["乡级区划"])
    at = rows["常住人口"].index(5304061)
    assert "2020年11月1日" in str(rows["常住人口"][at + 1])


@pytest.mark.parametrize("lang", list(Lang))
def test_other_reports_hold_numbers(corpus: Corpus, lang: Lang) -> None:
    """A list, a matrix of figures, a case and cases like it are workbooks with numbers too."""
    case = corpus.case("taiyuan-platform-network")
    by_figures = matrix_report(matrix(corpus, by="indicator"), corpus.registry)
    alike = likeness_report(case, nearest(corpus, case, 2), corpus.registry)
    for report, numbers in (
        (by_figures, {317, 142, 87.4, 70000}),
        (alike, {round(one.value * 100) for one in nearest(corpus, case, 2)}),
        (listing(corpus.cases, corpus), set()),
    ):
        held = opened([report], lang)
        (name,) = sheets(held)
        assert set() == numbers - numbers_in(held, name)
    shown = opened(pages(party(corpus, case.id), corpus), lang)
    figures = "数据成效" if lang is Lang.ZH else "Figures"
    for name in (NAMES[lang], figures):
        assert {317, 142, 102} <= numbers_in(shown, name)


def test_claims_can_be_filtered() -> None:
    """The sheet of all claims has a filter over all its columns and rows."""
    sheet = sheets(parts())[NAMES[Lang.ZH]]
    rows = len(flat(compared(sound()))) + 1
    found = sheet.find(f"{MAIN}autoFilter")
    assert found is not None
    header = grid(parts(), NAMES[Lang.ZH])[0]
    assert f"A1:{letter(len(header) - 1)}{rows}" == found.get("ref")


def test_columns_that_hold_nothing_are_left_out() -> None:
    """Columns stand in the order of those of CSV, but for those in which nothing is told."""
    header, *rows = grid(parts(), NAMES[Lang.ZH])
    names = [one.name.zh for one in COLUMNS]
    assert header == [name for name in names if name in header]
    assert ("分子" in header, "单位" in header) == (False, True)
    assert [] == [name for at, name in enumerate(header) if not any(row[at] for row in rows)]


@pytest.mark.parametrize("name", ["概况", "流程覆盖", NAMES[Lang.ZH]])
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


def test_all_text_across_columns_is_merged(corpus: Corpus) -> None:
    """Below a table, text runs across all its columns."""
    held = made(compare(grouped(corpus, 102, 60), "taiyuan", "datong"), Lang.ZH)
    ref = str(next(sheets(held)["数据成效"].iter(f"{MAIN}mergeCell")).get("ref"))
    assert ("A", "H") == (ref[0], ref.partition(":")[2][0])


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


def test_stages_tell_what_is_claimed() -> None:
    """A stage is told in words with its note and its sources, or by the word for silence."""
    rows = {row[0]: row[1:] for row in grid(parts(), "流程覆盖")}
    silent = "未写明"
    note = "原文用“反馈给相关部门”，把意见送给部门属于报送；写成一贯的做法，没有举出哪一次"
    told = f"已实行（{note}）[8]"
    assert ([silent, told], [silent, "有规定或在探索[10]"]) == (rows["报送"], rows["采纳"])


def test_many_states_are_marks(corpus: Corpus) -> None:
    """In a matrix, which is wide, states are marks, and below it stands what they mean."""
    report = matrix_report(matrix(corpus, by="stage"), corpus.registry)
    held = opened([report], Lang.ZH)
    rows = grid(held, *sheets(held))
    (datong,) = (row for row in rows if row[0] == "大同市")
    stages = ("选题", "调研", "协商", "报送", "交办", "采纳", "落实", "反馈", "评议", "跟踪")
    expected = {"案例数": 1, **dict(zip(stages, "···●·◐◐◐·●", strict=True))}
    found = dict(zip(rows[0], datong, strict=True))
    assert expected == {name: found[name] for name in expected}
    assert "● 已实行  ◐ 有规定或在探索  × 来源明言没有  · 未写明" == rows[-2][0]


def test_nothing_stands_beside_counts(corpus: Corpus) -> None:
    """A column of counts, which have neither units nor notes, has none of either beside it."""
    report = matrix_report(matrix(corpus, by="indicator"), corpus.registry)
    held = opened([report], Lang.ZH)
    assert ["地区", "案例数", "数据成效", "单位", "说明"] == grid(held, *sheets(held))[0]


def test_pictures_are_words() -> None:
    """A mark is the word for its state; a bar is as if it were not there."""
    held = parts()
    said = strings(held)
    assert {"已实行（写成一贯的做法，没有举出哪一次）[11]", "未写明"} <= set(said)
    assert set() == {"●", "◐", "·"} & set(said)
    assert [] == [text for text in said if "刻度" in text or "条形" in text]
    assert [] == [name for name in held if "media" in name or "drawing" in name]


def utf16(text: str) -> int:
    """Return how many characters a spreadsheet program counts in a text."""
    return len(text.encode("utf-16-le")) // 2


def claim(text: str) -> Claim:
    """Return a claim that is the same in both languages."""
    return Claim(text=Text(zh=text, en=text))


@pytest.mark.parametrize(
    "long",
    ["甲" * 32_767, "甲" * 32_768, "a\n" * 30_000, "𠀀" * 16_383, "𠀀" * 20_000],
    ids=["just fits", "one too many", "lines", "rare characters fit", "rare characters"],
)
def test_nothing_is_cut(long: str) -> None:
    """What a cell can't hold goes on in the row below, whole, and an ellipsis says so."""
    name = Text(zh="名", en="name")
    rows = tuple(
        Row(id=id_, label=Text(zh=id_, en=id_), cells=(Cell(claims=(claim(said),)),))
        for id_, said in (("x", long), ("y", "z"))
    )
    part = Part(text=Text(zh=long, en=long), table=Table(columns=(name,), rows=rows))
    held = opened([Report(sections=(Section(id="s", title=name, parts=(part,)),))], Lang.ZH)
    texts = strings(held)
    shared = [texts[int(one.text or 0)] for one in sheets(held)["名"].iter(f"{MAIN}v")]
    assert max(map(utf16, shared)) <= 32_767
    assert (utf16(long) <= 32_767) == (long in shared)
    assert f"{long}名x{long}yz" == "".join(one.removesuffix("…") for one in shared)


def test_a_title_that_is_cut_says_so() -> None:
    """The header of a page holds little."""
    title, name = Text(zh="甲" * 300, en="x"), Text(zh="s" * 40, en="x")
    section = Section(id="s", title=name, parts=(Part(text=name),))
    held = opened([Report(title=title, sections=(section,))], Lang.ZH)
    assert "s" * 30 + "…" in sheets(held)
    assert ("甲" * 199 + "…").encode() in held["xl/worksheets/sheet1.xml"]
    assert ("甲" * 254 + "…").encode() in held["docProps/core.xml"]
