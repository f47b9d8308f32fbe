"""What is made beside its place; what killed runs left of that is removed, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cppcc_cases.source.beside import beside, clean, close, workroom


@pytest.fixture
def ended() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def left(folder: Path, process: int) -> Path:
    """Return a file that a process left in a folder."""
    name = beside(folder / "elsewhere").name.split("-")
    file = folder / "-".join([*name[:2], str(process), "0a1b2c3d"])
    file.write_text("half")
    return file


def test_names_are_new(tmp_path: Path) -> None:
    """Each is another one, hidden, and short whatever is to be made."""
    found = {beside(tmp_path).name for _ in range(20)}
    assert (20, True) == (len(found), all(one[0] == "." and len(one) < 40 for one in found))


def test_what_a_killed_run_left_is_removed(tmp_path: Path, ended: int) -> None:
    """A file, and a folder with all that is in it."""
    left(tmp_path, ended)
    folder = left(tmp_path, ended).with_name(left(tmp_path, ended).name[:-1] + "e")
    (folder / "new/zh").mkdir(parents=True)
    clean(tmp_path)
    assert [] == list(tmp_path.iterdir())


def test_what_another_run_is_making_is_left_alone(tmp_path: Path) -> None:
    """As long as its process is there, whatever it makes is its own."""
    files = {left(tmp_path, os.getpid()), left(tmp_path, os.getppid()), left(tmp_path, 1)}
    clean(tmp_path)
    assert files == set(tmp_path.iterdir())


@pytest.mark.parametrize("name", [".cases", ".cases-", ".cases-notes-1-x", ".cases-0000000g-1-a"])
def test_what_is_not_ours_is_left_alone(tmp_path: Path, ended: int, name: str) -> None:
    """Files of others, of other machines, and such as no run names so."""
    ours = left(tmp_path, ended)
    ours.rename(ours.with_name(ours.name.replace(str(ended), "x")))
    (tmp_path / name).touch()
    clean(tmp_path)
    assert 2 == len(list(tmp_path.iterdir()))


def test_what_was_moved_away_is_put_back(tmp_path: Path, ended: int) -> None:
    """A run that was killed before the new one came leaves the old one where it was."""
    room = left(tmp_path, ended)
    room.unlink()
    (room / "old-0/site").mkdir(parents=True)
    clean(tmp_path)
    assert [tmp_path / "site"] == list(tmp_path.iterdir())


def test_what_was_moved_away_gives_way_to_what_is_there(tmp_path: Path) -> None:
    """Where there is a new one the old one goes."""
    room = workroom(tmp_path)
    (room / "old-0/site").mkdir(parents=True)
    (room / "old-0/site/old").touch()
    (tmp_path / "site").mkdir()
    close(room)
    assert [tmp_path / "site"] == list(tmp_path.rglob("*"))


def test_a_workroom_is_for_oneself_alone(tmp_path: Path) -> None:
    """Nobody else may look into it, as it may hold drafts."""
    room = workroom(tmp_path)
    assert 0o700 == room.stat().st_mode & 0o777
    close(room)
    assert [] == list(tmp_path.iterdir())


def test_elsewhere_than_on_posix_age_decides(
    tmp_path: Path, ended: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a process can't be asked for, what is a day old is removed."""
    old, new = left(tmp_path, ended), left(tmp_path, os.getpid())
    os.utime(old, (0, 0))
    with monkeypatch.context() as patch:
        patch.setattr("cppcc_cases.source.beside.os.name", "nt")
        clean.__wrapped__(tmp_path)
    assert [new] == list(tmp_path.iterdir())
