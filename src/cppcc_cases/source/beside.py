"""What is made beside its place before it takes it, and what killed runs left of that."""

import errno
import os
import platform
import secrets
import shutil
import time
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path

_OURS = f".cases-{zlib.crc32(platform.node().encode()):08x}-"
"""How the names begin that are given on this machine: others can't tell which runs have ended."""
TAKEN = (errno.EEXIST, errno.ENOTEMPTY)
_DAY = 24 * 3600
OPEN: set[Path] = set()
"""What this run is making at the moment."""
CODES: dict[int, int] = {}
"""With what a signal ends this run, if not with its own code."""


def beside(folder: Path) -> Path:
    """Return a new name in a folder, short whatever takes it; :func:`close` is to be called."""
    clean(folder)
    made = folder / f"{_OURS}{os.getpid()}-{secrets.token_hex(4)}"
    OPEN.add(made)
    return made


def workroom(folder: Path) -> Path:
    """Return a new folder in a folder, for oneself alone; :func:`close` is to be called."""
    room = beside(folder)
    room.mkdir(mode=0o700)
    return room


def close(made: Path) -> None:
    """Remove a workroom or a file; what was moved away into ``old-…`` goes back if need be.

    What can't go back though its place is empty is all there is of it, and is kept.
    """
    with suppress(OSError):
        put_back(made)
        shutil.rmtree(made) if made.is_dir() else made.unlink()
    OPEN.discard(made)


def put_back(room: Path) -> None:
    """Put what was moved away into a workroom where it was, unless something is there now."""
    for old in sorted(room.glob("old-*/*"), reverse=True):
        try:
            if not os.path.lexists(room.parent / old.name):
                old.rename(room.parent / old.name)
        except OSError as error:
            if error.errno not in TAKEN:  # by another run, just now
                raise


@cache
def clean(folder: Path) -> None:
    """Remove what killed runs on this machine left in a folder; done once a run."""
    for left in folder.glob(f"{_OURS}*-*"):
        with suppress(OSError, OverflowError, ValueError):
            if _is_left(left):
                close(left)


def _is_left(made: Path) -> bool:
    """Tell whether something is of a run that has ended, and not of another user."""
    held = made.lstat()
    if os.name != "posix":  # where to ask for a process is to end it
        put_back(made)
        return time.time() - held.st_mtime > _DAY
    try:
        os.kill(int(made.name.split("-")[2]), 0)
    except ProcessLookupError:
        return held.st_uid == os.getuid()
    return False
