"""Files ⇄ text, and bytes to files, with every way that can fail as a located problem."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from cppcc_cases.errors import Location, Problem
from cppcc_cases.source.characters import position
from cppcc_cases.text import Text

SUFFIXES = (".yaml", ".yml")
_BOM = b"\xef\xbb\xbf"


class NoRegularFile(OSError):
    """Neither a file nor a folder: a pipe, a socket, a device."""


_WHY: dict[type[OSError], tuple[str, str]] = {
    FileNotFoundError: (
        "没有这个文件或文件夹，请检查路径",
        "no such file or folder; check the path",
    ),
    PermissionError: (
        "没有权限读这个文件或文件夹，请检查权限",
        "no permission to read this file or folder; check its permissions",
    ),
    IsADirectoryError: ("这是文件夹，这里要一个文件", "this is a folder; a file is wanted here"),
    NoRegularFile: (
        "这不是普通文件，而是管道、设备之类，没有动它；这里要一个普通文件",
        "this is no regular file but a pipe, a device or the like, and was left alone; a regular "
        "file is wanted here",
    ),
    OSError: (
        "读不了这个文件或文件夹（{}），请检查路径",
        "this file or folder can't be read ({}); check the path",
    ),
}
_WHY_NOT_WRITTEN: dict[type[OSError], tuple[str, str]] = {
    **_WHY,
    FileNotFoundError: ("没有这个文件夹，请检查路径", "there is no such folder; check the path"),
    PermissionError: (
        "写不了这个文件：可能正在 Word 或别的程序里打开着，请关闭后再试；也可能没有权限写它或"
        "它所在的文件夹，请检查权限。文件没有改动",
        "this can't be written: it may be open in Word or another program, so close it there; or "
        "you have no permission to write it or its folder; it is as it was",
    ),
    OSError: (
        "写不了这个文件（{}），文件没有改动",
        "this file can't be written ({}); it is as it was",
    ),
}


def here() -> Path:
    """Return the folder in which the program stands; where that is gone, a relative name."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


def problem(
    code: str, zh: str, en: str, file: Path, line: int | None = None, column: int | None = None
) -> Problem:
    """Return a problem at a place in a file, or of the file as a whole."""
    return Problem(
        code=code,
        message=Text(zh=zh, en=en),
        location=Location(file=str(file), line=line, column=column),
    )


def read_bytes(file: Path) -> bytes:
    """Return what a regular file holds; raise for anything else, which might never end."""
    _check_regular(os.stat(file).st_mode)
    return file.read_bytes()


def _check_regular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise IsADirectoryError if stat.S_ISDIR(mode) else NoRegularFile


def read_text(file: Path, *, may_have_bom: bool = False) -> str | Problem:
    """Return the text of a file, which must be UTF-8, and without a byte order mark unless allowed.

    A mark that is allowed is left out.
    """
    try:
        raw = read_bytes(file)
    except OSError as error:
        return unreadable(file, error)
    return text_of(file, raw, may_have_bom=may_have_bom)


def text_of(file: Path, raw: bytes, *, may_have_bom: bool = False) -> str | Problem:
    """Return the text in the bytes of a file; see :func:`read_text`."""
    if may_have_bom:
        raw = raw.removeprefix(_BOM)
    elif raw.startswith(_BOM):
        return problem(
            "bom",
            "文件开头有字节顺序标记（BOM），请另存为“UTF-8（无 BOM）”",
            "the file begins with a byte order mark; save it as UTF-8 without BOM",
            file,
            line=1,
            column=1,
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        return problem(
            "not-utf8",
            "文件不是 UTF-8 编码（可能是 GBK），请用编辑器另存为 UTF-8",
            "the file is not UTF-8 (perhaps GBK); save it as UTF-8 in your editor",
            file,
            *position(before, len(before)),
        )


def unreadable(path: Path, error: OSError) -> Problem:
    """Return the problem of a file or folder that cannot be read."""
    return _refused("unreadable", _WHY, path, error)


def unwritable(path: Path, error: OSError) -> Problem:
    """Return the problem of a file that cannot be written."""
    return _refused("unwritable", _WHY_NOT_WRITTEN, path, error)


def _refused(
    code: str, why: dict[type[OSError], tuple[str, str]], path: Path, error: OSError
) -> Problem:
    zh, en = why.get(type(error), why[OSError])
    said = error.strerror or str(error)
    return problem(code, zh.format(said), en.format(said), path)


def write_atomically(path: Path, held: str | bytes) -> Problem | None:
    """Make a file hold bytes, or a text in UTF-8, wholly or not at all; return what kept it.

    They go to a temporary file beside the file, which then takes its place, and its mode. Of
    a symbolic link the file that it leads to is replaced. A file that nobody may write is let be,
    and so is what is no file, such as a device.
    """
    from cppcc_cases.source.beside import beside, close

    raw = held.encode("utf-8") if isinstance(held, str) else held
    try:
        mode = _writable_mode(path)
        target = Path(os.path.realpath(path))
        temporary = beside(target.parent)
        try:
            _write_through(temporary, raw, mode)
            os.replace(temporary, target)
        finally:
            close(temporary)
    except OSError as error:
        return unwritable(path, error)
    return None


def _writable_mode(file: Path) -> int | None:
    """Return the mode of a file, None if there is none yet. Raises what keeps from writing it."""
    try:
        mode = os.stat(file).st_mode
    except FileNotFoundError:
        return None
    _check_regular(mode)
    if not mode & 0o222 or not os.access(file, os.W_OK):
        raise PermissionError
    return stat.S_IMODE(mode)


def _write_through(file: Path, raw: bytes, mode: int | None) -> None:
    """Write a new file, down to the disk; its mode is what the system gives unless told."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags, 0o666), "wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())
    if mode is not None:
        file.chmod(mode)


def all_data_files(paths: Iterable[Path]) -> tuple[tuple[Path, ...], list[Problem]]:
    """Return the data modules at several paths, each once, and what was wrong with the paths."""
    files, problems = listed_files(paths)
    return tuple(Path(shown) for shown, _ in files), problems


def listed_files(paths: Iterable[Path]) -> tuple[list[tuple[str, str]], list[Problem]]:
    """Return data modules as they are called, and as they are, each once; and what was wrong."""
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        found, failed = _below(path)
        problems.extend(failed)
        for shown, real in found:
            files.setdefault(real, shown)
    return [(shown, real) for real, shown in files.items()], problems


def data_files(path: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Return the data modules at a path (a file, or a folder with all below it), sorted.

    Hidden files and folders, such as what editors leave behind, are passed over. A folder that
    cannot be listed, or that holds no data module, is a problem.
    """
    found, problems = _below(path)
    return tuple(Path(shown) for shown, _ in found), tuple(problems)


def _below(path: Path) -> tuple[list[tuple[str, str]], list[Problem]]:
    """Return what :func:`data_files` says, each file as it is called and as it is."""
    if os.path.exists(path) and not os.path.isdir(path):  # which raise nothing, unlike a Path
        return [(str(path), os.path.realpath(path))], []
    problems: list[Problem] = []

    def failed(error: OSError) -> None:
        problems.append(unreadable(Path(error.filename or path), error))

    found = list(_walked(str(path), os.path.realpath(path), failed))
    if not found and not problems:
        problems.append(
            problem(
                "no-data",
                "这个文件夹里没有数据文件（.yaml）",
                "this folder holds no data module (.yaml)",
                path,
            )
        )
    return found, problems


def _walked(
    top: str, real_top: str, failed: Callable[[OSError], None]
) -> Iterator[tuple[str, str]]:
    """Yield the data modules in a folder and below, by names; no link to a folder is followed.

    There may be very many, of which the system is asked no more than it tells of a folder at once.
    """
    waiting = [(top, real_top, True)]
    while waiting:
        called, real, is_folder = waiting.pop()
        if not is_folder:
            yield called, real
            continue
        try:
            with os.scandir(called) as entries:
                listed = sorted(entries, key=lambda one: one.name, reverse=True)
        except OSError as error:
            failed(error)
            continue
        within = "" if called == os.curdir else os.path.join(called, "")
        for one in listed:
            name, shown = one.name, within + one.name
            if name.startswith("."):
                continue
            if _is_folder(one):
                if not one.is_symlink():
                    waiting.append((shown, os.path.join(real, name), True))
            elif name.lower().endswith(SUFFIXES):
                is_link = one.is_symlink()
                there = os.path.realpath(shown) if is_link else f"{real}{os.sep}{name}"
                waiting.append((shown, there, False))


def _is_folder(one: "os.DirEntry[str]") -> bool:
    try:
        return one.is_dir()
    except OSError:  # a link that can't be followed
        return False
