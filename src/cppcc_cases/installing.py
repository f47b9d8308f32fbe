"""Commands that can be typed as they stand where this program runs, in whatever shell."""

import re
import shlex
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path


def to_install(what: str, *options: str) -> str:
    """Return the command that installs what pip calls ``what``, as ``cppcc-cases[office]``.

    An environment may be without pip; the Python that made it has one, which works on others too.
    """
    python, windows = this_python(), sys.platform == "win32"
    # PowerShell takes no path in quotes for a command. To ``py``, the version says that the Python
    # of an environment that is active is not meant.
    if find_spec("pip") and not (windows and python.startswith('"')):
        pip = f"{python} -m pip"
    else:
        major, minor, *_ = sys.version_info
        base = f"py -{major}.{minor}" if windows else typed(str(Path(sys.executable).resolve()))
        pip = f"{base} -m pip --python {typed(sys.prefix)}"
    return " ".join([pip, "install", *options, typed(what)])


def this_python() -> str:
    """Return what starts this program's own Python, which ``python`` need not be."""
    with suppress(OSError, ValueError):  # the present folder is gone, or Python is elsewhere
        near = Path(sys.executable).relative_to(Path.cwd())
        if len(near.parts) > 1:
            return typed(str(near))
    return typed(sys.executable)


def typed(word: str) -> str:
    """Return a word of a command as it is typed, in quotes where it needs them."""
    windows = sys.platform == "win32"
    if re.fullmatch(r"[\w.:/\\~-]+" if windows else r"[\w.:/@%+=,-]+", word):
        return word
    return f'"{word}"' if windows else shlex.quote(word)
