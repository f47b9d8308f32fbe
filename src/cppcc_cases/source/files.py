"""Files ⇄ text, and bytes to files, with every way that can fail as a located problem."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from cppcc_cases.errors import Location, Problem
from cppcc_cases.source.characters import position
from cppcc_cases.text import Text

SUFFIXES = (".yaml", ".yml")
_BOM = b"\xef\xbb\xbf"
_WHY: dict[type[OSError], tuple[str, str]] = {
    FileNotFoundError: (
        "没有这个文件或文件夹，请检查路径",
        "no such file or folder; check the path",
    ),
    PermissionError: (
        "没有权限读这个文件或文件夹，请检查权限",
        "no permission to read this file or folder; check its permissions",
    ),
    IsADirectoryError: (
        "这是文件夹，这里要一个文件",
        "this is a folder; a file is wanted here",
    ),
}
_WHY_NOT_WRITTEN: dict[type[OSError], tuple[str, str]] = {
    FileNotFoundError: (
        "没有这个文件夹，请检查路径",
        "there is no such folder; check the path",
    ),
    PermissionError: (
        "没有权限写这个文件或它所在的文件夹，请检查权限；文件没有改动",
        "no permission to write this file or its folder; check the permissions; it is as it was",
    ),
    IsADirectoryError: (
        "这是文件夹，这里要一个文件",
        "this is a folder; a file is wanted here",
    ),
}


def problem(code: str, zh: str, en: str, file: Path, line: int = 1, column: int = 1) -> Problem:
    """Return a problem at a place in a file."""
    return Problem(
        code=code,
        message=Text(zh=zh, en=en),
        location=Location(file=str(file), line=line, column=column),
    )


def read_text(file: Path, *, may_have_bom: bool = False) -> str | Problem:
    """Return the text of a file, which must be UTF-8, and without a byte order mark unless allowed.

    A mark that is allowed is left out.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        return unreadable(file, error)
    if may_have_bom:
        raw = raw.removeprefix(_BOM)
    elif raw.startswith(_BOM):
        return problem(
            "bom",
            "文件开头有字节顺序标记（BOM），请另存为“UTF-8（无 BOM）”",
            "the file begins with a byte order mark; save it as UTF-8 without BOM",
            file,
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
    why = error.strerror or str(error)
    zh, en = _WHY.get(
        type(error),
        (
            f"读不了这个文件或文件夹（{why}），请检查路径",
            f"this file or folder can't be read ({why}); check the path",
        ),
    )
    return problem("unreadable", zh, en, path)


def write_atomically(path: Path, held: str | bytes) -> Problem | None:
    """Make a file hold bytes, or a text in UTF-8, wholly or not at all; return what kept it.

    They go to a temporary file beside the file, which then takes its place, and its mode. Of
    a symbolic link the file that it leads to is replaced. A file that nobody may write is let be.
    """
    raw = held.encode("utf-8") if isinstance(held, str) else held
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        mode = _writable_mode(target)
        try:
            _write_through(temporary, raw, mode)
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:
        return unwritable(path, error)
    return None


def _writable_mode(target: Path) -> int | None:
    """Return the mode of a file, None if there is none yet. Raises what keeps from writing it."""
    try:
        mode = target.stat().st_mode & 0o7777
    except FileNotFoundError:
        return None
    if target.is_dir():
        raise IsADirectoryError(str(target))
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(str(target))
    return mode


def _write_through(file: Path, raw: bytes, mode: int | None) -> None:
    """Write a new file, down to the disk; its mode is what the system gives unless told."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags, 0o666), "wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())
    if mode is not None:
        file.chmod(mode)


def unwritable(path: Path, error: OSError) -> Problem:
    """Return the problem of a file that cannot be written."""
    why = error.strerror or str(error)
    zh, en = _WHY_NOT_WRITTEN.get(
        type(error),
        (
            f"写不了这个文件（{why}），文件没有改动",
            f"this file can't be written ({why}); it is as it was",
        ),
    )
    return problem("unwritable", zh, en, path)


def data_files(path: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Return the data modules at a path (a file, or a folder with all below it), sorted.

    Hidden files and folders, such as what editors leave behind, are passed over. A folder that
    cannot be listed, or that holds no data module, is a problem.
    """
    if os.path.isfile(path):  # Path.is_file raises where a folder above may not be entered
        return (path,), ()
    found: list[Path] = []
    problems: list[Problem] = []

    def failed(error: OSError) -> None:
        problems.append(unreadable(Path(error.filename or path), error))

    for folder, folders, names in os.walk(path, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(folder) / name for name in names if _is_data(name))
    if not found and not problems:
        problems.append(
            problem(
                "no-data",
                "这个文件夹里没有数据文件（.yaml）",
                "this folder holds no data module (.yaml)",
                path,
            )
        )
    return tuple(sorted(found)), tuple(problems)


def _is_data(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")
