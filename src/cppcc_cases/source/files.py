"""Files → text, with every way in which a file can be unreadable as a located problem."""

import os
from pathlib import Path

from cppcc_cases.errors import Location, Problem
from cppcc_cases.text import Text

SUFFIXES = (".yaml", ".yml")


def problem(code: str, zh: str, en: str, file: Path, line: int = 1, column: int = 1) -> Problem:
    """Return a problem at a place in a file."""
    return Problem(
        code=code,
        message=Text(zh=zh, en=en),
        location=Location(file=str(file), line=line, column=column),
    )


def read_text(file: Path) -> str | Problem:
    """Return the text of a file, which must be UTF-8 without a byte order mark."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        return unreadable(file, error)
    if raw.startswith(b"\xef\xbb\xbf"):
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
            before.count("\n") + 1,
            len(before) - (before.rfind("\n") + 1) + 1,
        )


def unreadable(path: Path, error: OSError) -> Problem:
    """Return the problem of a file or folder that cannot be read."""
    why = error.strerror or str(error)
    return problem(
        "unreadable",
        f"读不了这个文件或文件夹（{why}），请检查路径和权限",
        f"this file or folder can't be read ({why}); check the path and its permissions",
        path,
    )


def data_files(path: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Return the data modules at a path (a file, or a folder with all below it), sorted.

    A folder that cannot be listed, or that holds no data module, is a problem.
    """
    if path.is_file():
        return (path,), ()
    found: list[Path] = []
    problems: list[Problem] = []

    def failed(error: OSError) -> None:
        problems.append(unreadable(Path(error.filename or path), error))

    for folder, folders, names in os.walk(path, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(folder) / name for name in names if name.endswith(SUFFIXES))
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
