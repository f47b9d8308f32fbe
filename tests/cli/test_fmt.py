"""``cases fmt``: which files it changes, what it says, and how it ends."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[2]
WRONG = "cases: [{id:   a}] # c\n"
RIGHT = "cases:  # c\n  - {id: a}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None) -> Path:
    """Return a folder, in which we stand, with a file laid out wrongly and one that is right."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    (tmp_path / "right.yaml").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def held(file: Path) -> str:
    """Return what a file holds."""
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "· wrong.yaml\n1个文件已重排，1个本来就合格式\n"),
        ("en", "· wrong.yaml\n1 file laid out anew, 1 as they should be\n"),
    ],
)
def test_files_are_laid_out(run: Run, folder: Path, lang: str, expected: str) -> None:
    """What was changed is listed, and the second time there is nothing to change."""
    os.chdir(folder)
    assert (0, expected, "") == run("fmt", ".", "--lang", lang)
    assert RIGHT == held(folder / "wrong.yaml")
    code, out, _ = run("fmt", ".", "--format", "json")
    assert (0, []) == (code, json.loads(out)["changed"])


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "· wrong.yaml\n1个文件需要重排，0个本来就合格式\n"),
        ("en", "· wrong.yaml\n1 file to be laid out anew, 0 as they should be\n"),
    ],
)
def test_check_changes_nothing(run: Run, folder: Path, lang: str, expected: str) -> None:
    """The files that would change are listed, and make it end with 1."""
    os.chdir(folder)
    assert (1, expected, "") == run("fmt", "--check", "wrong.yaml", "--lang", lang)
    assert WRONG == held(folder / "wrong.yaml")


def test_check_of_what_is_right_succeeds(run: Run, folder: Path) -> None:
    """With nothing to change, all is well."""
    os.chdir(folder)
    expected = (0, "0 files to be laid out anew, 1 as they should be\n", "")
    assert expected == run("fmt", "--check", "right.yaml", "--lang", "en")


def test_the_outcome_in_json(run: Run, folder: Path) -> None:
    """Programs are told of every file, and of problems in both languages."""
    os.chdir(folder)
    (folder / "faulty.yaml").write_text("a: *x\n", encoding="utf-8")
    code, out, err = run("fmt", "--check", ".", "--format", "json", "--lang", "en")
    found = json.loads(out)
    assert (1, ["wrong.yaml"], ["right.yaml"]) == (code, found["changed"], found["kept"])
    assert ("yaml-alias", "faulty.yaml") == (
        found["problems"][0]["code"],
        found["problems"][0]["file"],
    )
    assert err.startswith("faulty.yaml:1:4: yaml-alias: ")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "0个文件已重排，0个本来就合格式，1个有问题、没有改动\n"),
        ("en", "0 files laid out anew, 0 as they should be, 1 with problems and left alone\n"),
    ],
)
def test_a_faulty_file_is_left_alone(run: Run, folder: Path, lang: str, expected: str) -> None:
    """Its faults are shown, and make it end with 1."""
    os.chdir(folder)
    (folder / "faulty.yaml").write_text("a:   *x\n", encoding="utf-8")
    code, out, err = run("fmt", "faulty.yaml", "--lang", lang)
    assert (1, expected) == (code, out)
    assert err.startswith("faulty.yaml:1:6: yaml-alias: ")
    assert "a:   *x\n" == held(folder / "faulty.yaml")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_read_only_file_is_told_of(run: Run, folder: Path, lang: str) -> None:
    """There is no traceback but a problem with the file's name."""
    os.chdir(folder)
    (folder / "wrong.yaml").chmod(0o444)
    code, _, err = run("fmt", "wrong.yaml", "--lang", lang)
    assert (1, 1) == (code, err.count("\n"))
    assert err.startswith("wrong.yaml: ")
    assert WRONG == held(folder / "wrong.yaml")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("zh", "错误：要写明重排哪些文件或文件夹"), ("en", "Error: name the files or folders")],
)
def test_something_must_be_named(run: Run, lang: str, expected: str) -> None:
    """The shipped cases are not touched, and neither is the folder in which one stands."""
    code, out, err = run("fmt", "--lang", lang)
    assert (2, "") == (code, out)
    assert err.startswith(expected)


def test_folders_of_cases_count(run: Run, folder: Path) -> None:
    """The option that all commands share names folders too."""
    os.chdir(folder)
    (folder / "inner").mkdir()
    (folder / "inner" / "a.yaml").write_text(WRONG, encoding="utf-8")
    _, out, _ = run("fmt", "wrong.yaml", "--cases", "inner", "--format", "json")
    expected = ["wrong.yaml", os.path.join("inner", "a.yaml")]
    assert expected == json.loads(out)["changed"]


def test_folders_of_the_environment_count_by_themselves(run: Run, folder: Path) -> None:
    """Who names a file does not mean the folders that every command adds; who names none does."""
    os.chdir(folder)
    (folder / "inner").mkdir()
    (folder / "inner" / "a.yaml").write_text(WRONG, encoding="utf-8")
    inner = str(folder / "inner")
    given = ("--check", "--format", "json")
    _, named, _ = run("fmt", "wrong.yaml", *given, CPPCC_CASES_PATH=inner)
    _, unnamed, _ = run("fmt", *given, CPPCC_CASES_PATH=inner)
    assert ["wrong.yaml"] == json.loads(named)["changed"]
    assert [os.path.join(inner, "a.yaml")] == json.loads(unnamed)["changed"]


def test_a_missing_file_is_told_of(run: Run, folder: Path) -> None:
    """A misspelt name is a problem as elsewhere."""
    code, _, err = run("fmt", "no-such-file.yaml", "--lang", "en")
    assert 1 == code
    assert err.startswith("no-such-file.yaml: no such file")


@pytest.mark.parametrize("place", ["cases", "docs/examples/made-up.yaml"])
def test_our_own_files_are_laid_out_so(run: Run, place: str) -> None:
    """The shipped cases and the example of the tutorial need no change."""
    code, out, err = run("fmt", "--check", str(ROOT / place), "--format", "json")
    assert (0, [], "") == (code, json.loads(out)["changed"], err)
