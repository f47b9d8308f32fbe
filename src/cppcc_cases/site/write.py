"""Writing a site: beside the old one, and put in its place only when it is whole."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from attrs import frozen

from cppcc_cases.scaffold.write import CannotWrite, room_beside, saying
from cppcc_cases.site.names import safe_path
from cppcc_cases.site.page import Page
from cppcc_cases.source.beside import TAKEN, put_back
from cppcc_cases.source.files import here, read_bytes

MARK = ".cppcc-cases-site"
"""The file by which a folder is known to hold a site; it lists what the site has at its top."""
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What file managers leave in any folder that is looked at."""
_TRIES = 10
_NAMED = 3
_CWD, _EXCHANGE = -100, 2
"""What Linux calls AT_FDCWD and RENAME_EXCHANGE."""


@frozen(kw_only=True)
class Written:
    """What was written: how many files, and how many of them are pages."""

    files: int
    pages: int


def write(pages: Iterable[Page], folder: Path) -> Written:
    """Make a folder hold these pages and nothing else.

    The pages are written into a new folder beside it, which then takes its place: if anything fails
    before, the old site stays as it was, and nothing else is left. Of a symbolic link, the folder
    that it leads to is replaced. A folder that holds anything that no site put there is left alone.
    Raises :class:`CannotWrite`, and whatever making the pages raises.
    """
    with saying(folder):
        target = _target(folder)
    with room_beside(target, folder) as work:
        return _build(pages, target, work, folder)


def _target(folder: Path) -> Path:
    """Return the folder to be replaced, if it may be."""
    target = Path(os.path.realpath(folder))
    if here().is_relative_to(target):
        raise CannotWrite(
            str(folder),
            f"终端就在这个文件夹里，没法整个换掉；请写一个下级文件夹，如 {folder / 'site'}",
            "you are standing in this folder, so it can't be replaced; name one within it, such as "
            f"{folder / 'site'}",
        )
    with suppress(FileNotFoundError):  # it may be moved away at any time, by another build
        if not stat.S_ISDIR(target.lstat().st_mode):
            raise CannotWrite(str(folder), "那里已有一个文件", "there is a file of that name")
        _refuse_others(target, folder)
    return target


def _refuse_others(target: Path, folder: Path) -> None:
    """Refuse a folder that holds what no site put there: it would be lost."""
    names = {one.name for one in target.iterdir()} - _LITTER
    if MARK in names:
        mark = read_bytes(target / MARK).decode("utf-8", "replace")
        names -= {MARK, *mark.splitlines()}
    if names:
        some = sorted(names)[:_NAMED] + (["…"] if len(names) > _NAMED else [])
        raise CannotWrite(
            str(folder),
            f"里面有不是网站生成的东西（{'、'.join(some)}），没有动它；请换一个空文件夹，或先移走它们",
            f"it holds what no site put there ({', '.join(some)}), and was left alone; choose an "
            "empty folder, or move that away",
        )


def _build(pages: Iterable[Page], target: Path, work: Path, folder: Path) -> Written:
    new = work / "new"
    with saying(folder):
        new.mkdir()
    written = _fill(new, pages, folder)
    with saying(folder):
        with suppress(FileNotFoundError):
            new.chmod(stat.S_IMODE(target.stat().st_mode))
        _swap(new, target, work)
    return written


def _fill(new: Path, pages: Iterable[Page], folder: Path) -> Written:
    """Write all pages, each under a name that is safe and no other's, whatever its case."""
    taken: dict[str, str] = {}
    count = 0
    for page in pages:
        name = safe_path(page.path)
        other = taken.get(name.lower())
        if other is not None:
            raise CannotWrite(
                str(folder),
                f"{other} 和 {page.path} 会写成同一个文件；请改其中一个的编号",
                f"{other} and {page.path} would be one file; change the id of one of them",
            )
        taken[name.lower()] = page.path
        with saying(folder):
            _write_one(new / name, page.content)
        count += name.endswith(".html")
    tops = sorted({name.partition("/")[0] for name in map(safe_path, taken.values())})
    with saying(folder):
        _write_one(new / MARK, "".join(f"{top}\n" for top in tops).encode("utf-8"))
    return Written(files=len(taken), pages=count)


def _write_one(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _swap(new: Path, target: Path, work: Path) -> None:
    """Put a folder in the place of another; of two that do so at once, the later one stays.

    Where the system can't do so at one stroke, the old one is moved away first, to where it is
    found if the program is killed before the new one has come.
    """
    for number in range(_TRIES):
        if _exchange(new, target):
            return
        old = work / f"old-{number}"
        old.mkdir()
        try:
            with suppress(FileNotFoundError):
                target.rename(old / target.name)
            new.rename(target)
        except OSError as error:
            put_back(work)
            if error.errno not in TAKEN or number == _TRIES - 1:
                raise
        else:
            return


def _exchange(one: Path, other: Path) -> bool:
    """Have two folders change their names at one stroke; tell whether the system can and did."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        from ctypes import CDLL

        system = CDLL(None)
        return bool(system.renameat2(_CWD, names[0], _CWD, names[1], _EXCHANGE) == 0)
    except (AttributeError, ImportError, OSError, TypeError):
        return False
