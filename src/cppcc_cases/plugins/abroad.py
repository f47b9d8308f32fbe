"""What surrounds a call into foreign code: its output goes aside, and a slow package is named."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from threading import Lock, Timer, current_thread, main_thread
from types import FrameType
from typing import TextIO

from cppcc_cases.plugins.entries import GROUPS, Entry

PATIENCE = 5.0
"""After how many seconds a package that does not come to an end is named."""
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_STREAMS = ("stdout", "stderr", "__stdout__", "__stderr__")
_LOCK = Lock()
_CALLS: list[ExitStack] = []
"""The calls under way, of all threads; the first sends aside what is printed."""


@contextmanager
def abroad(entry: Entry) -> Iterator[None]:
    """Surround a call. Raises KeyboardInterrupt at its end if a signal asked to stop meanwhile."""
    stopped: list[int] = []
    with ExitStack() as back:
        timer = Timer(PATIENCE, _name, (entry, sys.stderr))
        timer.daemon = True
        with suppress(RuntimeError):  # where there are no threads, nobody is named
            timer.start()
        back.callback(timer.cancel)
        _send_aside()
        back.callback(_take_back)
        # An exception of foreign code may look like an interrupt: only a signal makes it one.
        if current_thread() is main_thread():
            for name in _SIGNALS:
                _heed(getattr(signal, name, None), stopped, back)
        yield
    if stopped:
        raise KeyboardInterrupt


def _heed(number: signal.Signals | None, stopped: list[int], back: ExitStack) -> None:
    handler = signal.getsignal(number) if number else None
    if number and callable(handler):
        answer: Callable[[int, FrameType | None], object] = handler

        def note(number: int, frame: FrameType | None) -> None:
            stopped.append(number)
            answer(number, frame)

        signal.signal(number, note)
        back.callback(signal.signal, number, handler)


def _name(entry: Entry, err: TextIO | None) -> None:
    """Say which package takes so long, in both languages, as nobody knows here who reads it."""
    group, what = GROUPS[entry.group], (entry.name, entry.package)
    with suppress(Exception):
        print(
            f"软件包 {what[1]} 的{group.zh} {what[0]} 运行了 {PATIENCE:g} 秒还没有结束，"
            f"可按 Ctrl-C 停下 / the {group.en} {what[0]} of the package {what[1]} has been "
            f"running for {PATIENCE:g} seconds; Ctrl-C stops it",
            file=err,
            flush=True,
        )


def _send_aside() -> None:
    """Send to stderr what is printed, by Python or any other way, until all calls have ended."""
    with _LOCK, suppress(OSError, ValueError):  # there may be no such files
        back = ExitStack()
        _CALLS.append(back)
        if len(_CALLS) > 1:
            return
        # A stream of its own, which foreign code may close without harm.
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        stream = open(2, "w", 1, encoding, "backslashreplace", closefd=False)  # noqa: SIM115
        for name in _STREAMS:
            back.callback(setattr, sys, name, getattr(sys, name))
            setattr(sys, name, stream)
        kept = os.dup(1)
        back.callback(os.close, kept)
        os.dup2(2, 1)
        back.callback(os.dup2, kept, 1)


def _take_back() -> None:
    with _LOCK, suppress(OSError):  # of a descriptor that was closed
        _CALLS.pop().close()  # only the first of them holds anything, and is the last to go
