"""The cache: shelves of what was read, kept in the user's cache folder.

What has not changed since it was last read is not read again. The cache is a shelf for each set of
folders; where it can't be had or written, all is read into one in memory, which is slower and gives
the same. Nobody is told: a cache that fails is no fault of the user's.
"""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from attrs import frozen

Progress = Callable[[int, int], None]
SUFFIX = ".sqlite"
_KEPT = 20
_OLD = 90 * 24 * 3600


def cache_folder() -> Path:
    """Return the folder of the cache, as the system has it; it need not be there."""
    home = Path(os.path.expanduser("~"))
    told = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(told):  # others are to be ignored, by the rule of that variable
        base = Path(told)
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    elif os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    else:
        base = home / ".cache"
    return base / "cppcc-cases"


def cached_files(folder: Path | None = None) -> list[Path]:
    """Return all that there is of the cache, or of one in another folder."""
    with suppress(OSError):
        held = (folder or cache_folder()).iterdir()
        return sorted(one for one in held if SUFFIX in one.name)
    return []


def clear() -> int:
    """Throw the cache away; return how many files that were."""
    files = cached_files()
    gone = 0
    for one in files:
        with suppress(OSError):
            one.unlink()
            gone += 1
    return gone


@frozen(kw_only=True)
class Cache:
    """Where shelves are kept (nowhere, if there is no folder), and who hears of progress."""

    folder: Path | None = None
    progress: Progress | None = None


def tidy(kept: Path) -> None:
    """Throw away what of the cache nobody has written for long, and what is too many."""
    files = [one for one in cached_files(kept.parent) if one != kept]
    with suppress(OSError):
        files.sort(key=lambda one: one.stat().st_mtime, reverse=True)
        for nth, one in enumerate(files):
            if nth >= _KEPT or one.stat().st_mtime < time.time() - _OLD:
                one.unlink()
