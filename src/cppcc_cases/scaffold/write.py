"""Writing a new folder: all of it, or nothing."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from cppcc_cases.errors import CasesError
from cppcc_cases.source.beside import close, workroom
from cppcc_cases.text import Text


class CannotWrite(CasesError, OSError):
    """A folder can't be made. Takes its path, and why in Chinese and in English."""

    def __init__(self, folder: str, zh: str, en: str) -> None:
        super().__init__(folder, zh, en)
        self.message = Text(
            zh=f"不能在 {folder} 里新建：{zh}", en=f"nothing was made in {folder}: {en}"
        )

    def __str__(self) -> str:
        return self.message.en


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder that is new or empty.

    They are written beside it first and then moved, so that a failure leaves nothing behind.
    Raises :class:`CannotWrite`.
    """
    with saying(folder):
        target = Path(os.path.realpath(folder))
        if target.exists() and not target.is_dir():
            raise CannotWrite(str(folder), "那里已有一个文件", "there is a file of that name")
        if target.is_dir() and any(target.iterdir()):
            raise CannotWrite(
                str(folder),
                "文件夹不是空的，请换一个，或先移走里面的东西",
                "the folder is not empty; choose another, or move away what is in it",
            )
        with room_beside(target, folder) as room:
            _write(room / "new", files)
            _move(room / "new", target)


@contextmanager
def saying(folder: Path) -> Iterator[None]:
    """Say of what the system refuses that the folder could not be written."""
    try:
        yield
    except CannotWrite:
        raise
    except OSError as error:
        said = error.strerror or str(error)
        raise CannotWrite(str(folder), said, said) from error


@contextmanager
def room_beside(target: Path, folder: Path) -> Iterator[Path]:
    """Give a workroom beside a place, which was named ``folder``, and take it away again.

    The folders above are made; those that were made are taken away if what is done there fails.
    """
    with saying(folder):
        missing = [one for one in target.parents if not one.exists()]
    try:
        with saying(folder):
            target.parent.mkdir(parents=True, exist_ok=True)
            room = workroom(target.parent)
        try:
            yield room
        finally:
            close(room)
    except BaseException:
        for one in missing:
            with suppress(OSError):
                one.rmdir()
        raise


def _write(whole: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        file = whole / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def _move(whole: Path, target: Path) -> None:
    """Move a folder to its place; into one that is there already, piece by piece."""
    if not target.exists():
        os.rename(whole, target)
        return
    moved: list[Path] = []
    try:
        for piece in sorted(whole.iterdir()):
            os.rename(piece, target / piece.name)
            moved.append(target / piece.name)
    except BaseException:
        for piece in moved:
            shutil.rmtree(piece) if piece.is_dir() else piece.unlink()
        raise
