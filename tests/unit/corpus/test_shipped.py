"""The shipped cases: the same from a snapshot as from the data modules."""

import json
import shutil
from importlib import import_module
from pathlib import Path

import pytest

from cppcc_cases.corpus import read, shipped, shipped_folder
from cppcc_cases.corpus.shipped import SNAPSHOT, snapshot
from cppcc_cases.source.yamltext import parse

MODULE = import_module("cppcc_cases.corpus.shipped")  # the package has a function of that name
CASES = Path(__file__).parents[3] / "cases"


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder such as an installed library has, with the snapshot in it."""
    folder = tmp_path / "_cases"
    shutil.copytree(CASES, folder)
    (folder / SNAPSHOT).write_text(snapshot(CASES), encoding="utf-8")
    monkeypatch.setattr(MODULE, "shipped_folder", lambda: folder)
    return folder


def test_the_snapshot_holds_what_the_yaml_says() -> None:
    """Its trees are those of the data modules, to the type of each value."""
    trees = json.loads(snapshot(CASES))
    files = sorted(CASES.glob("**/*.yaml"))
    expected = {
        file.relative_to(CASES).as_posix(): parse(file.read_text(encoding="utf-8"))[0]
        for file in files
    }
    assert json.dumps(expected) == json.dumps(trees)


def test_a_corpus_from_the_snapshot_is_that_from_yaml(packaged: Path) -> None:
    """Files, articles, cases and places are the same, and there is no problem."""
    expected = read([packaged])
    found = shipped()
    assert (expected.files, expected.problems) == (found.files, found.problems)


def test_places_are_found_from_the_snapshot_too(packaged: Path) -> None:
    """The data modules stand beside it, so every value has its line."""
    first = shipped().files[0]
    expected = read([packaged]).files[0].location(("article", "title", "zh"))
    assert expected == first.location(("article", "title", "zh"))
    assert (expected.line or 0) > 1


def test_without_a_snapshot_the_data_modules_are_read(
    packaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A checkout has no snapshot."""
    expected = shipped().files
    (packaged / SNAPSHOT).unlink()
    assert expected == shipped().files


def test_the_folder_is_that_of_the_package_or_of_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed library has its own."""
    package = tmp_path / "a" / "src" / "cppcc_cases"
    (package / "corpus").mkdir(parents=True)
    monkeypatch.setattr(MODULE, "__file__", str(package / "corpus" / "shipped.py"))
    expected = [tmp_path / "a" / "cases"]
    found = [shipped_folder()]
    (package / "_cases").mkdir()
    expected.append(package / "_cases")
    found.append(shipped_folder())
    assert expected == found
