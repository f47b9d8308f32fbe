"""The program, also as ``python -m cppcc_cases``: light, so as to heed signals from the first."""

import gc
import os
import signal
import sys
from types import FrameType

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

    code = main()
    gc.freeze()
    sys.exit(code if _told[:1] in ([], [signal.SIGINT]) else 128 + _told[0])


def _stop(number: int, frame: FrameType | None) -> None:
    """End the run at once; the first time, if it is making something, so that it cleans up itself.

    An exception is not raised without need: amidst an import it may be lost, and shown as a fault.
    """
    making = getattr(sys.modules.get("cppcc_cases.source.beside"), "OPEN", ())
    if making and not _told:
        _told.append(number)
        raise KeyboardInterrupt
    for made in [*making]:
        from cppcc_cases.source.beside import close

        close(made)
    os._exit(128 + number)


if __name__ == "__main__":
    run()
