"""A folder is made whole, or not at all."""

import os
import pickle
from pathlib import Path

import pytest

from cppcc_cases.scaffold.write import CannotWrite, write_folder

FILES = {"a.txt": "甲\n", "deep/er/b.txt": "乙\n", ".hidden": ""}


def held(folder: Path) -> dict[str, str]:
    """Return the files below a folder with their text."""
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.parametrize("name", ["new", "deep/new", "empty"])
def test_all_files_are_written(name: str, tmp_path: Path) -> None:
    """Into a folder that is new, that is new within a new one, or that is empty."""
    (tmp_path / "empty").mkdir()
    write_folder(tmp_path / name, FILES)
    assert FILES == held(tmp_path / name)
    assert [] == [one for one in (tmp_path / name).parent.iterdir() if one.name.startswith(".")]


@pytest.mark.parametrize("name", ["案" * 85, "a" * 255])
def test_the_longest_names_are_written(tmp_path: Path, name: str) -> None:
    """A name of as many bytes as the system takes leaves room for what is written beside it."""
    write_folder(tmp_path / name, FILES)
    assert (FILES, [tmp_path / name]) == (held(tmp_path / name), list(tmp_path.iterdir()))


def test_a_new_folder_has_the_usual_rights(tmp_path: Path) -> None:
    """The folder is as open as any other that is made there."""
    (tmp_path / "usual").mkdir()
    write_folder(tmp_path / "new", FILES)
    assert (tmp_path / "usual").stat().st_mode == (tmp_path / "new").stat().st_mode


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """Even a hidden file keeps a folder from being written into."""
    (tmp_path / ".mine").write_text("甲", encoding="utf-8")
    with pytest.raises(CannotWrite, match="is not empty"):
        write_folder(tmp_path, FILES)
    assert {".mine": "甲"} == held(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file in the place of the folder, or of one above it, is left alone."""
    file = tmp_path / "file"
    file.write_text("甲", encoding="utf-8")
    with pytest.raises(CannotWrite, match="there is a file of that name"):
        write_folder(file, FILES)
    with pytest.raises(CannotWrite):
        write_folder(file / "below", FILES)
    assert {"file": "甲"} == held(tmp_path)


def failing(calls: int) -> object:
    """Return ``os.rename`` that works so many times, and then fails."""
    rename, left = os.rename, [calls]

    def fail(source: Path, target: Path) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        rename(source, target)

    return fail


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_a_failure_leaves_nothing_behind(
    calls: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever moving fails, an empty folder stays empty, and a new one is not there."""
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(os, "rename", failing(calls))
    with pytest.raises(CannotWrite, match="No space left"):
        write_folder(tmp_path / "empty", FILES)
    monkeypatch.setattr(os, "rename", failing(0))
    with pytest.raises(CannotWrite, match="No space left"):
        write_folder(tmp_path / "deep" / "new", FILES)
    assert [tmp_path / "empty"] == list(tmp_path.rglob("*"))


def test_the_error_pickles() -> None:
    """What can't be written is an error like any other of the library's."""
    error = CannotWrite("somewhere", "满了", "full")
    again = pickle.loads(pickle.dumps(error))
    assert (error.message, str(error)) == (again.message, str(again))
