"""``cases import``: tables become data modules, wholly or not at all, and are kept up to date."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from tests.conftest import ROOT

from cppcc_cases.checks.run import check
from cppcc_cases.model import Stands
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.files import read_text
from cppcc_cases.store import read
from cppcc_cases.store.layout import lay_out
from cppcc_cases.tables.columns import columns

Run = Callable[..., tuple[int, str, str]]
EXAMPLE = ROOT / "docs/examples/made-up-figures.csv"
HEAD = "地区,刊发日期,标题,指标,数值,时期,时期·时间,段落,依据词"
ROWS = (
    "太原,2025/1/20,某市政协开会,提案提交数,412,年度,2024,2,提案412件",
    ",,,提案立案数,365,年度,2024,2,立案365件",
    "大同市,2025/1/20,,提案提交数,300,年度,2024,2,提案300件",
)


@pytest.fixture
def table(tmp_path: Path, quiet: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a table in the present folder."""
    monkeypatch.chdir(tmp_path)
    return write(*ROWS)


def write(*rows: str, head: str = HEAD) -> Path:
    """Write a table and return its path."""
    Path("t.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
    return Path("t.csv")


def texts(folder: str = "out") -> dict[str, str]:
    """Return what there is in a folder, hidden files too."""
    return {file.name: file.read_text("utf-8") for file in Path(folder).glob("*")}


def said(err: str) -> list[str]:
    """Return where each problem is, and its code."""
    return [": ".join(line.split(": ")[:2]) for line in err.splitlines()]


def test_the_example_is_sound(tmp_path: Path, run: Run) -> None:
    """The example of the manual gives modules without a fault, in the one layout, and marked."""
    out = tmp_path / "out"
    assert 0 == run("import", str(EXAMPLE), "-o", str(out))[0]
    corpus = check(read([out]))
    assert {"no-english"} == {one.code for one in corpus.problems}
    assert () == lay_out([out], Registry.installed(), write=False).changed
    assert [Stands.PROVISIONAL] == [
        m.stands for one in corpus.cases for m in one.metrics if m.stands is not Stands.REPORTED
    ]
    assert all(one.title.zh.startswith("虚构") for one in corpus.cases)


def test_a_second_run_says_what_changed(table: Path, run: Run) -> None:
    """Nothing, if nothing did; else each figure, added, changed or removed, and its article."""
    assert "新建2个文件" in run("import", "t.csv", "-o", "out")[1]
    before = texts()
    assert (0, "没有变化2个文件\n", "") == run("import", "t.csv", "-o", "out")
    assert before == texts()
    write(ROWS[0].replace("412", "413"), ",,,办复率,98%,年度,2024,3,办复率98%")
    code, out, err = run("import", "t.csv", "-o", "out", "--lang", "en", COLUMNS="200")
    assert (0, "") == (code, err)
    assert [
        "out/taiyuan-proposals-2024.yaml: changed",
        "· proposals received (2024): 412 items → 413 items",
        "· reply rate (2024): added, 98%",
        "· proposals filed (2024): removed, 365 items, as it is no longer in the table",
        "· taiyuan-proposals-2024: changed in summary, mechanism",
        "out/datong-proposals-2024.yaml: no longer in the table; the file is kept, delete it if "
        "not wanted",
        "1 changed, 1 no longer in the table",
    ] == [line.strip() for line in out.splitlines() if line]


def test_what_a_hand_wrote_is_left_alone(table: Path, run: Run) -> None:
    """One edited file keeps all from being written, unless it may be overwritten."""
    run("import", "t.csv", "-o", "out")
    file = Path("out/taiyuan-proposals-2024.yaml")
    file.write_text(file.read_text("utf-8").replace("某市政协", "我市政协"), encoding="utf-8")
    before = texts()
    write(*(row.replace("412", "413").replace("300", "301") for row in ROWS))
    code, out, err = run("import", "t.csv", "-o", "out")
    assert (1, "没有写任何文件\n") == (code, out)
    assert ["out/taiyuan-proposals-2024.yaml"] == [line.split(":")[0] for line in err.splitlines()]
    assert "--overwrite" in err
    assert before == texts()
    assert 0 == run("import", "t.csv", "-o", "out", "--overwrite")[0]
    assert "我市政协" not in file.read_text("utf-8")


def test_windows_line_ends_are_no_edit(table: Path, run: Run) -> None:
    """Git may change them."""
    run("import", "t.csv", "-o", "out")
    for file in Path("out").iterdir():
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert "没有变化2个文件" in run("import", "t.csv", "-o", "out")[1]


def test_faults_are_told_by_cell_all_at_once(table: Path, run: Run) -> None:
    """Whatever the checks find, and what only tables can have wrong; nothing is written."""
    write(
        "鼓楼,2025/13/20,甲,提案立按数,4l2,会,2025,2,提案412件,x",
        "太原,2025-01-20,乙,提案提交数,412,,2025,,提案400件。完,",
        ",,,,5,,,2,五件,",
        "平遥县,,丙,提案提交数,,,,,,",
        "大同市,2025-01-20,,满意率,188%,年度,2024,2,满意率188%,",
        "大同市,2025-01-21,,提案提交数,45000,年度,2024,2,提案4500件,",
        "大同市,2025-01-22,,提案提交数,450,年度,45000,2,提案450件,",
        head=f"{HEAD},备住",
    )
    code, _, err = run("import", "t.csv", "-o", "out")
    assert (1, False) == (code, Path("out").exists())
    assert [
        "t.csv:1:10: bad-column",
        "t.csv:2:1: unknown-locality",
        "t.csv:2:2: bad-date",
        "t.csv:2:4: unknown-indicator",
        "t.csv:2:5: bad-number",
        "t.csv:2:6: unknown-value",
        "t.csv:3:5: figure-not-in-anchor",
        "t.csv:3:7: when-expected",
        "t.csv:3:9: anchor-sentence",
        "t.csv:3:9: bad-paragraph",
        "t.csv:4:5: bad-table",
        "t.csv:5:2: missing-field",
        "t.csv:5:4: bad-number",
        "t.csv:6:5: rate-disagrees",
        "t.csv:7:1: duplicate-id",
        "t.csv:7:5: figure-not-in-anchor",
        "t.csv:8:7: bad-date",
    ] == [one for one in said(err) if "counting-unsaid" not in one]
    assert "E2（数值）：“4l2”不是数" in err


def test_ids_that_are_taken_in_the_folder(table: Path, run: Run) -> None:
    """A module that stands there already is not doubled."""
    run("import", "t.csv", "-o", "out")
    Path("out/taiyuan-proposals-2024.yaml").rename("out/other.yaml")
    code, _, err = run("import", "t.csv", "-o", "out")
    assert (1, {"duplicate-id"}) == (code, {one.split(": ")[1] for one in said(err)})


def test_a_row_may_be_an_article(table: Path, run: Run) -> None:
    """Columns named by indicators hold values, and behind their names all that is said of them."""
    write(
        "太原;2025/1/20;次会议以来;2024;15-3;2;1,412;提案1412件;近1000;立案近1000件;3;并案后",
        "大同;2025/1/20;;;;2;300;提案300件;;;;",
        head="地区;刊发日期;时期;时期·时间;届次;段落;提案提交数;提案提交数依据词;proposals_filed;"
        "proposals_filed:anchor;提案立案数段落;提案立案数口径",
    )
    assert 0 == run("import", "t.csv", "-o", "out")[0]
    one = next(each for each in read([Path("out")]).cases if each.id.startswith("taiyuan"))
    told = [(m.value, m.qualifier.value, m.counting, m.session_no) for m in one.metrics]
    expected = [(1412, "exact", (), "15-3"), (1000, "at_most", ("after_merge",), "15-3")]
    assert expected == told
    assert [2, 3] == [m.evidence[0].paragraph for m in one.metrics]


def test_the_empty_table_takes_figures(tmp_path: Path, run: Run) -> None:
    """Its columns are those that are known, it offers words, and filled in it can be imported."""
    file = tmp_path / "blank.xlsx"
    assert 0 == run("import", "--blank", "-o", str(file), "--lang", "en")[0]
    book = openpyxl.load_workbook(file)
    sheet, about, words = book.worksheets
    names = [cell.value for cell in sheet[1]]
    assert [one.name.en for one in columns()] == names
    assert [one.id for one in columns()] == [row[1].value for row in about.iter_rows(min_row=2)]
    offered = {
        str(one.sqref).split("2:")[0]: one.formula1 for one in sheet.data_validations.dataValidation
    }
    at = sheet.cell(1, names.index("qualifier") + 1).column_letter
    assert f"'{words.title}'!${at}$1:${at}$4" == offered[at].removeprefix("=")
    told = ("太原", "2025-01-20", "proposals received", 412, "year", 2024, 2, "提案412件")
    heads = ("localities", "published", "indicator", "value", "when", "when, date", "paragraph")
    row = dict(zip((*heads, "anchor"), told, strict=True))
    for name, value in row.items():
        sheet.cell(2, names.index(name) + 1, value)
    book.save(file)
    assert 0 == run("import", str(file), "-o", str(tmp_path / "out"))[0]
    assert [412] == [m.value for one in read([tmp_path / "out"]).cases for m in one.metrics]


def test_the_empty_table_as_csv(run: Run) -> None:
    """Its header is printed, and where the explanations are goes to standard error."""
    code, out, err = run("import", "--blank")
    assert (0, "报道编号", True) == (code, out.removeprefix("\ufeff").split(",")[0], ".xlsx" in err)


@pytest.mark.parametrize(
    "arguments", [("import",), ("import", "t.csv"), ("import", "--blank", "-o", "t.txt")]
)
def test_wrong_usage(table: Path, run: Run, arguments: tuple[str, ...]) -> None:
    """What is missing is said."""
    code, _, err = run(*arguments)
    assert (2, True) == (code, "-o" in err or "--blank" in err or ".xlsx" in err)


def test_json_tells_all(table: Path, run: Run) -> None:
    """Files and problems are plain values."""
    out = json.loads(run("import", "t.csv", "-o", "out", "--format", "json")[1])
    assert (["new", "new"], []) == ([one["state"] for one in out["files"]], out["problems"])
    write(ROWS[0].replace("412", "x"))
    out = json.loads(run("import", "t.csv", "-o", "out", "--format", "json")[1])
    (problem,) = (one for one in out["problems"] if one["severity"] == "error")
    assert ("bad-number", 2, 5) == (problem["code"], problem["line"], problem["column"])


def test_without_openpyxl_it_is_said_how_to_get_it(
    table: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message has the command."""
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    Path("t.xlsx").write_bytes(b"PK\x03\x04")
    code, _, err = run("import", "t.xlsx", "-o", "out")
    assert (1, True) == (code, "cppcc-cases[office]" in err)


def test_nothing_is_half_written(table: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file can't be written, none is, and nothing stays beside."""
    real = Path.write_bytes

    def full(self: Path, raw: bytes) -> int:
        if self.name.startswith("datong"):
            raise OSError(28, "No space left on device", str(self))
        return real(self, raw)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert 1 == run("import", "t.csv", "-o", "out")[0]
    assert [] == [*Path("out").iterdir()]
    assert isinstance(read_text(table), str)


def test_an_article_may_have_several_cases(table: Path, run: Run) -> None:
    """They stand in one module, and what is said of the article must agree."""
    head = f"报道编号,案例编号,{HEAD}"
    rows = (f"one,a,{ROWS[0]}", ",,,,,提案立案数,365,年度,2024,2,立案365件", f"one,b,{ROWS[2]}")
    write(*rows, head=head)
    assert 0 == run("import", "t.csv", "-o", "out")[0]
    assert [("a", 2), ("b", 1)] == [(c.id, len(c.metrics)) for c in read([Path("out")]).cases]
    assert ["one.yaml"] == list(texts())
    write(*rows[:2], rows[2].replace("2025/1/20,", "2025/1/20,别的标题"), head=head)
    code, _, err = run("import", "t.csv", "-o", "out")
    assert (1, ["t.csv:4:5: bad-table"]) == (code, said(err))


def test_a_place_that_a_short_name_leaves_open_is_told(table: Path, run: Run) -> None:
    """It is taken as everywhere else, and said which others there are."""
    write(ROWS[0].replace("太原", "朝阳"))
    code, _, err = run("import", "t.csv", "-o", "out", "--lang", "en")
    assert (0, True) == (code, "(warning) A2 (地区): “朝阳” is taken as Chaoyang (Liaoning" in err)
