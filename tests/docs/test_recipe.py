"""The recipe for an indicator, followed as it is written, in a copy of the repository."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.docs.pages import ROOT, page

FOLDERS = ("src", "tests", "docs", "cases", "schemas", "benchmarks", "tools")
WORD = "letters"
RENEWED = ("docs/zh/vocabulary.md", "docs/en/vocabulary.md", "docs/codebook.md")
HEAD = '_COUNTS = """\n'


def renewing() -> list[str]:
    """Return the files of tests that hold derived files."""
    files = (ROOT / "tests").rglob("test_*.py")
    return sorted(
        one.relative_to(ROOT).as_posix()
        for one in files
        if "derived(" in one.read_text(encoding="utf-8") and one.name != Path(__file__).name
    )


def passing(folder: Path, *arguments: str) -> str:
    """Run tests in a copy of the repository, which must all pass, and return what they print."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert 0 == done.returncode, done.stdout
    return done.stdout


def texts(folder: Path) -> dict[str, list[str]]:
    """Return the lines of every file that is derived, or might be."""
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8").splitlines()
        for name in ("docs", "schemas", "tests/cli")
        for file in (folder / name).rglob("*")
        if file.suffix in {".md", ".json", ".txt", ".csv", ".html"}
    }


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the repository with the indicator of CONTRIBUTING, renewed."""
    folder = tmp_path_factory.mktemp("recipe")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (*ROOT.glob("[A-Z]*"), ROOT / "pyproject.toml"):
        shutil.copy(file, folder)
    table = folder / "src/cppcc_cases/vocab/indicators.py"
    (block,) = page("CONTRIBUTING.md").section("zh-indicator").blocks("text")
    text = table.read_text(encoding="utf-8")
    assert 1 == text.count(HEAD)
    table.write_text(text.replace(HEAD, f"{HEAD}{block}\n"), encoding="utf-8")
    passing(folder, "-m", "derived", "--update-golden", *renewing())
    return folder


def differences(folder: Path) -> Iterator[tuple[str, bool, list[str]]]:
    """Yield each file in which a copy differs, whether it lost a line, and the lines put in."""
    before, after = texts(ROOT), texts(folder)
    assert before.keys() == after.keys()
    for name in (name for name in before if before[name] != after[name]):
        rest = iter(after[name])
        kept = all(line in rest for line in before[name])
        yield name, not kept, list((Counter(after[name]) - Counter(before[name])).elements())


def test_both_languages_have_the_recipe() -> None:
    """The lines to be put in are the same in both languages, and are of the word."""
    zh, en = (page("CONTRIBUTING.md").section(f"{lang}-indicator") for lang in ("zh", "en"))
    assert zh.blocks("text") == en.blocks("text")
    assert zh.blocks("text")[0].startswith(f"{WORD} |")


def test_what_is_renewed_differs_by_the_word_alone(followed: Path) -> None:
    """No line is lost, what is put in tells of the new word, and the lists have it."""
    found = list(differences(followed))
    assert [] == [name for name, lost, _ in found if lost]
    assert [] == [name for name, _, new in found if WORD not in "\n".join(new) or len(new) > 40]
    assert set() == {*RENEWED} - {name for name, _, _ in found}


def test_what_was_red_is_green(followed: Path) -> None:
    """The tests of vocabulary, schemas and documentation pass after nothing but renewal."""
    files = (
        "tests/unit/vocab/test_terms.py",
        "tests/docs/test_docs.py",
        "tests/cli/test_describe.py",
    )
    assert " passed" in passing(followed, *files, "-k", "not examples")
