"""The shipped cases: the same from a shelf as from the data modules."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from cppcc_cases import loading
from cppcc_cases.loading import load
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import read, shipped_folder
from cppcc_cases.store.shipped import MADE_FOR, SHELF, shelve

MODULE = import_module("cppcc_cases.store.shipped")  # the package has a function of that name
CASES = Path(__file__).parents[3] / "cases"


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder such as an installed library has, with the shelf in it."""
    folder = tmp_path / "_cases"
    shutil.copytree(CASES, folder)
    shelve(CASES, folder / SHELF, Registry.installed())
    for module in (loading, MODULE):
        monkeypatch.setattr(module, "shipped_folder", lambda: folder)
    return folder


def test_the_shelf_is_the_same_each_time(tmp_path: Path) -> None:
    """The same data modules give the same bytes."""
    one, other = tmp_path / "one", tmp_path / "other"
    shelve(CASES, one, Registry.installed())
    shelve(CASES, other, Registry.installed())
    assert one.read_bytes() == other.read_bytes()


def test_a_collection_from_the_shelf_is_that_from_yaml(packaged: Path) -> None:
    """Files, articles, cases and places are the same, and there is no problem."""
    expected = read([packaged])
    for file in packaged.glob("*.yaml"):
        file.write_text("", encoding="utf-8")  # so nothing but the shelf can say it
    found = load()
    assert (expected.files, expected.problems) == (found.files, found.problems)


def test_places_are_found_from_the_shelf_too(packaged: Path) -> None:
    """The data modules stand beside it, so every value has its line."""
    first = load().files[0]
    expected = read([packaged]).files[0].location(("article", "title", "zh"))
    assert expected == first.location(("article", "title", "zh"))
    assert (expected.line or 0) > 1


def test_without_a_sound_shelf_the_data_modules_are_read(packaged: Path) -> None:
    """A checkout has none, and one that is damaged counts for none."""
    expected = load().files
    raw = bytearray((packaged / SHELF).read_bytes())
    raw[len(raw) // 2] ^= 1
    (packaged / SHELF).write_bytes(raw)
    assert expected == load().files
    (packaged / SHELF).unlink()
    assert expected == load().files


def test_it_says_what_it_is_made_for(packaged: Path) -> None:
    """A shelf of something else is not taken for it."""
    from cppcc_cases.store.shelf import Shelf

    assert Shelf.opened(packaged / SHELF, MADE_FOR)
    assert Shelf.opened(packaged / SHELF, "something else") is None


def test_the_folder_is_that_of_the_package_or_of_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed library has its own."""
    package = tmp_path / "a" / "src" / "cppcc_cases"
    (package / "store").mkdir(parents=True)
    monkeypatch.setattr(MODULE, "__file__", str(package / "store" / "shipped.py"))
    expected = [tmp_path / "a" / "cases"]
    found = [shipped_folder()]
    (package / "_cases").mkdir()
    expected.append(package / "_cases")
    found.append(shipped_folder())
    assert expected == found
