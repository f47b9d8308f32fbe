"""``cases schema`` and ``cases codebook``: what they print, and what they write."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
WRITTEN = [
    (("schema", "--shipped"), ROOT / "schemas/module.schema.json"),
    (("schema", "module", "--shipped"), ROOT / "schemas/module.schema.json"),
    (("schema", "comparison", "--shipped"), ROOT / "schemas/comparison.schema.json"),
    (("codebook", "--shipped", "--format", "markdown"), ROOT / "docs/codebook.md"),
]


@pytest.mark.parametrize(("command", "file"), WRITTEN, ids=[" ".join(one) for one, _ in WRITTEN])
def test_a_file_holds_what_is_printed(
    run: Run, tmp_path: Path, command: tuple[str, ...], file: Path
) -> None:
    """With ``-o`` the very same text goes to a file, and it is said which."""
    expected = file.read_text(encoding="utf-8")
    assert (0, expected, "") == run(*command)
    told = f"已写入：{tmp_path / 'out'}\n"
    assert (0, "", told) == run(*command, "-o", str(tmp_path / "out"))
    assert expected == (tmp_path / "out").read_text(encoding="utf-8")
    assert [tmp_path / "out"] == list(tmp_path.iterdir())


def test_a_file_that_is_there_is_replaced(run: Run, tmp_path: Path) -> None:
    """What stood in the file before is gone, and its mode stays."""
    file = tmp_path / "out"
    file.write_text("虚构\n" * 100_000, encoding="utf-8")
    file.chmod(0o640)
    assert 0 == run("schema", "--shipped", "--force", "-o", str(file))[0]
    assert WRITTEN[0][1].read_text(encoding="utf-8") == file.read_text(encoding="utf-8")
    assert 0o640 == file.stat().st_mode & 0o777


@pytest.mark.parametrize("command", ["schema", "codebook"])
def test_a_file_that_cannot_be_written_is_a_problem(run: Run, tmp_path: Path, command: str) -> None:
    """Where there is no such folder, the command says so and ends with 1."""
    file = tmp_path / "nowhere" / "out"
    code, out, err = run(command, "-o", str(file), "--lang", "en")
    assert (1, "", True) == (code, out, "there is no such folder" in err)
    assert not file.parent.exists()


@pytest.mark.parametrize(
    ("arguments", "there", "not_there"),
    [
        (("--lang", "zh"), "编码手册\n", "Codebook"),
        (("--lang", "en"), "Codebook\n", "编码手册"),
        (
            ("--lang", "en", "--format", "markdown"),
            "# 编码手册 · Codebook\n",
            "Codebook · 编码手册",
        ),
    ],
)
def test_text_is_in_one_language_and_markdown_in_both(
    run: Run, arguments: tuple[str, ...], there: str, not_there: str
) -> None:
    """The text follows ``--lang``; Markdown has both languages whatever it says."""
    code, out, err = run("codebook", *arguments)
    assert (0, "", True, False) == (code, err, out.startswith(there), not_there in out)


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        ((), "数据文件 · data module"),
        (("--format", "json"), "数据文件 · data module"),
        (("comparison",), "报告 · report"),
    ],
)
def test_a_schema_is_json(run: Run, arguments: tuple[str, ...], title: str) -> None:
    """A schema is JSON whether or not that was asked for; the one of data modules unless named."""
    code, out, err = run("schema", *arguments)
    assert (0, title, "") == (code, json.loads(out)["title"], err)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_schema_has_no_other_form(run: Run, tmp_path: Path, form: str) -> None:
    """Any other form is refused in the user's language, and nothing is written."""
    file = tmp_path / "out"
    asked = ("schema", "comparison", "--format", form, "-o", str(file))
    zh, en = run(*asked, "--lang", "zh"), run(*asked, "--lang", "en")
    assert [(2, ""), (2, "")] == [found[:2] for found in (zh, en)]
    assert zh[2].startswith(f"错误：schema 总是 JSON，不能写成 {form}；请去掉 --format {form}\n")
    assert en[2].startswith(f"Error: a schema is always JSON and can't be {form}; leave out ")
    assert not file.exists()


def test_there_are_two_schemas(run: Run) -> None:
    """Any other name is refused, with those that there are."""
    code, out, err = run("schema", "cases", "--lang", "en")
    assert (2, "", True) == (code, out, "choose one of: module, comparison" in err)


def test_the_codebook_as_json(run: Run) -> None:
    """As JSON, the codebook holds each section in both languages."""
    book = json.loads(run("codebook", "--format", "json")[1])
    expected = ["classes", "kinds", "parts", "others", "vocabularies", "codes"]
    assert expected == list(book)
    assert {"zh": "报道", "en": "article"} == book["classes"][0]["label"]
