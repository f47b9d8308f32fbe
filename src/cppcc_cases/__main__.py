"""The program, also as ``python -m cppcc_cases``: light, so as to heed signals from the first."""

import gc
import os
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_told: list[int] = []


def run() -> None:
    """Run, and end with the command's exit code, or that of the signal which ended it.

    A run is short and ends with its process, so no garbage is collected, not even at the end: that
    saves a tenth of the time.
    """
    gc.disable()
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)
    from cppcc_cases.cli.app import main

    try:
        code = main()
    except KeyboardInterrupt:  # of a signal just as a command had ended
        code = 130
    _undo()  # what was begun at the moment of a signal
    gc.freeze()
    sys.exit(code if _told[:1] in ([], [signal.SIGINT]) else 128 + _told[0])


def _stop(number: int, frame: FrameType | None) -> None:
    """End the run at once; the first time, if it is making something, so that it cleans up itself.

    An exception is not raised without need: amidst an import it may be lost, and shown as a fault.
    """
    if _making() and not _told:
        _told.append(number)
        raise KeyboardInterrupt
    _undo()
    os._exit(128 + number)


def _making() -> "set[Path]":
    return getattr(sys.modules.get("cppcc_cases.source.beside"), "OPEN", set())


def _undo() -> None:
    for made in list(_making()):
        from cppcc_cases.source.beside import close

        close(made)


if __name__ == "__main__":
    run()
