"""Writing a site: beside the old one, and put in its place only when it is whole."""

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from attrs import frozen

from cppcc_cases.scaffold.write import CannotWrite
from cppcc_cases.site.names import safe_path
from cppcc_cases.site.page import Page

MARK = ".cppcc-cases-site"
"""The file by which a folder is known to hold a site; it lists what the site has at its top."""
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What file managers leave in any folder that is looked at."""
_TAKEN = (errno.EEXIST, errno.ENOTEMPTY)
_TRIES = 10
_NAMED = 3


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
    with _saying(folder):
        target = _target(folder)
        new_above = [one for one in target.parents if not one.exists()]
    try:
        with _saying(folder):
            target.parent.mkdir(parents=True, exist_ok=True)
            work = Path(tempfile.mkdtemp(prefix=".cases-site-", dir=target.parent))
        try:
            written = _build(pages, target, work, folder)
        except BaseException:
            # An old site that could not be put back is all there is, and is kept.
            if target.exists() or not any(work.glob("old-*")):
                shutil.rmtree(work, ignore_errors=True)
            raise
        shutil.rmtree(work, ignore_errors=True)
        return written
    except BaseException:
        for one in new_above:
            with suppress(OSError):
                one.rmdir()
        raise


@contextmanager
def _saying(folder: Path) -> Iterator[None]:
    """Say of what the system refuses that the folder could not be written."""
    try:
        yield
    except CannotWrite:
        raise
    except OSError as error:
        said = error.strerror or str(error)
        raise CannotWrite(str(folder), said, said) from error


def _target(folder: Path) -> Path:
    """Return the folder to be replaced, if it may be."""
    target = Path(os.path.realpath(folder))
    if _here().is_relative_to(target):
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


def _here() -> Path:
    """Return where the program stands; if that folder is gone, one that is in no other."""
    try:
        return Path(os.path.realpath(Path.cwd()))
    except FileNotFoundError:
        return Path()


def _refuse_others(target: Path, folder: Path) -> None:
    """Refuse a folder that holds what no site put there: it would be lost."""
    names = {one.name for one in target.iterdir()} - _LITTER
    if MARK in names:
        mark = (target / MARK).read_text(encoding="utf-8", errors="replace")
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
    with _saying(folder):
        new.mkdir()
    written = _fill(new, pages, folder)
    with _saying(folder):
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
        with _saying(folder):
            _write_one(new / name, page.content)
        count += name.endswith(".html")
    tops = sorted({name.partition("/")[0] for name in map(safe_path, taken.values())})
    with _saying(folder):
        _write_one(new / MARK, "".join(f"{top}\n" for top in tops).encode("utf-8"))
    return Written(files=len(taken), pages=count)


def _write_one(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _swap(new: Path, target: Path, work: Path) -> None:
    """Put a folder in the place of another; of two that do so at once, the later one stays."""
    for number in range(_TRIES):
        old = work / f"old-{number}"
        try:
            with suppress(FileNotFoundError):
                target.rename(old)
            new.rename(target)
        except BaseException as error:
            _put_back(old, target)
            taken = isinstance(error, OSError) and error.errno in _TAKEN
            if not taken or number == _TRIES - 1:
                raise
        else:
            return


def _put_back(old: Path, target: Path) -> None:
    """Put back what was moved away, unless somebody else has put a site there meanwhile."""
    try:
        if old.exists() and not target.exists():
            old.rename(target)
    except OSError as error:
        if error.errno not in _TAKEN:
            raise
