"""The entry points of installed distributions: read in folders, or asked of Python."""

import importlib.metadata
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_cases.plugins import installed
from cppcc_cases.plugins.entries import KINDS, Entry
from cppcc_cases.plugins.installed import (
    entries_in_folders,
    entries_of_metadata,
    installed_entries,
)

POINTS = """
# comment
[console_scripts]
made-up = made_up:main

[cppcc_cases.kinds]
# made_up.off = made_up.off:Off
made_up.kind = tests.by_hand : Sound
made_up.inner=tests.by_hand:Sound.name [extra]

[cppcc_cases.collections]
made_up = tests.by_hand
"""


def distribution(folder: Path, name: str, text: str = POINTS) -> None:
    """Make the metadata of a distribution in a folder."""
    inner = folder / name
    inner.mkdir(parents=True)
    title, _, version = name.rpartition(".")[0].partition("-")
    (inner / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {title}\nVersion: {version}\n", encoding="utf-8"
    )
    (inner / "entry_points.txt").write_text(text, encoding="utf-8")


def told(entries: Iterator[Entry] | list[Entry]) -> list[tuple[str, str, str, str]]:
    """Return what entry points say, sorted."""
    return sorted((one.group, one.name, one.distribution, one.version) for one in entries)


def found(*folders: Path) -> list[Entry]:
    """Return what is found in folders."""
    return list(entries_in_folders(map(str, folders), ()))


def test_both_ways_agree_on_what_is_installed() -> None:
    """Folders give what Python says of the distributions of this environment."""
    expected = told(entries_of_metadata())
    assert expected == told(entries_in_folders(sys.path, ()))
    assert expected == told(installed_entries())


def test_both_ways_agree_on_what_is_made_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names are written as indexes write them, comments and other groups left out."""
    distribution(tmp_path, "Made_Up.Cases-1.2.dist-info")
    distribution(tmp_path, "unrelated-1.dist-info", "[console_scripts]\nx = y:z\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    expected = [
        ("cppcc_cases.collections", "made_up", "made-up-cases", "1.2"),
        ("cppcc_cases.kinds", "made_up.inner", "made-up-cases", "1.2"),
        ("cppcc_cases.kinds", "made_up.kind", "made-up-cases", "1.2"),
    ]
    assert expected == told(entries_of_metadata())
    assert expected == told(found(tmp_path))


def test_an_entry_leads_to_its_attribute(tmp_path: Path) -> None:
    """A module, an attribute of it, and an attribute of that are found; extras are left out."""
    distribution(tmp_path, "made_up-1.dist-info")
    from tests import by_hand

    loaded = {one.name: one.load() for one in found(tmp_path)}
    expected = {
        "made_up": by_hand,
        "made_up.kind": by_hand.Sound,
        "made_up.inner": by_hand.Sound.name,
    }
    assert expected == loaded


def test_of_two_distributions_of_one_name_the_first_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older copy further down the path registers nothing, even if the newer one doesn't."""
    distribution(tmp_path / "a", "made_up-2.dist-info", "[cppcc_cases.kinds]\nx.new = a:b\n")
    distribution(tmp_path / "a", "other-2.dist-info", "")
    distribution(tmp_path / "b", "made_up-1.dist-info")
    distribution(tmp_path / "b", "other-1.dist-info")
    folders = [tmp_path / "a", tmp_path / "b", tmp_path / "a"]
    monkeypatch.setattr(sys, "path", [*map(str, folders)])
    expected = [(KINDS, "x.new", "made-up", "2")]
    assert expected == told(entries_of_metadata())
    assert expected == told(found(*folders))


def test_places_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    """A folder that is gone, and metadata without entry points, are passed over."""
    (tmp_path / "bare-1.dist-info").mkdir()
    (tmp_path / "file-1.egg-info").write_text("", encoding="utf-8")
    expected: list[Entry] = []
    assert expected == found(tmp_path / "gone", tmp_path)


def test_the_empty_path_is_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty entry of the search path means the working directory, as it does for Python."""
    distribution(tmp_path, "made_up-1.dist-info")
    monkeypatch.chdir(tmp_path)
    expected = told(found(tmp_path))
    assert expected == told(entries_in_folders([""], ()))


@pytest.mark.parametrize("case", ["archive", "egg", "egg-info", "finder"])
def test_what_lies_elsewhere_is_asked_of_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    """Archives, old forms of metadata and finders of others are left to Python."""
    path, finders = tmp_path / "made_up", []
    if case == "archive":
        path.write_bytes(b"")
    elif case == "egg":
        path = path.with_suffix(".egg")
        path.mkdir()
    elif case == "egg-info":
        distribution(path, "made_up-1.egg-info")
    else:
        finders = [importlib.metadata.MetadataPathFinder()]
    monkeypatch.setattr(sys, "path", [str(path), *sys.path])
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, *finders])
    asked: list[str] = []

    def metadata() -> Iterator[Entry]:
        asked.append(case)
        yield from ()

    monkeypatch.setattr(installed, "entries_of_metadata", metadata)
    expected: tuple[list[Entry], list[str]] = ([], [case])
    assert expected == (installed_entries(), asked)
