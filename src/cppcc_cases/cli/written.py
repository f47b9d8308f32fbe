"""Files that the program writes, but over nobody's work.

Of what it wrote it remembers the fingerprints, in the user's folder for settings; so a file that
was moved or copied is known too, and one that was edited is not.
"""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import click

from cppcc_cases.errors import Problem
from cppcc_cases.source.files import problem, read_bytes, unwritable, write_atomically


def write(file: Path, new: bytes, *, force: bool) -> Problem | None:
    """Write a file, unless it holds what the program did not write; return what kept it."""
    try:
        held = b"" if force else read_bytes(file)
    except FileNotFoundError:
        held = b""
    except OSError as error:
        return unwritable(file, error)
    memory = Path(click.get_app_dir("cppcc-cases"), "written.txt")
    known: list[bytes] = []
    with suppress(OSError):
        known = read_bytes(memory).split()
    if held not in (b"", new) and _fingerprint(held) not in known:
        return problem(
            "unwritable",
            "已有这个文件，不能确认它是本程序写的、之后没有人改过，所以没有动它；"
            "请换一个文件名，或者加 --force 换掉它",
            "there is such a file, and it isn't known to be as this program wrote it, so it was "
            "left alone; give another name, or replace it with --force",
            file,
        )
    with suppress(OSError):  # remembered first, as a run may be killed at any time
        if memory.is_absolute() and _fingerprint(new) not in known:
            memory.parent.mkdir(parents=True, exist_ok=True)
            with memory.open("ab") as out:
                out.write(_fingerprint(new) + b"\n")
    return write_atomically(file, new)


def _fingerprint(held: bytes) -> bytes:
    return sha256(held).hexdigest().encode()
