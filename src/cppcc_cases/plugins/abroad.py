"""What surrounds a call into foreign code: its output goes aside, and a slow package is named."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from threading import Lock, Timer, current_thread, main_thread
from types import FrameType, TracebackType
from typing import TextIO

from cppcc_cases.plugins.entries import GROUPS, Entry

PATIENCE = 5.0
"""After how many seconds a package that does not come to an end is named."""
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_STREAMS = ("stdout", "stderr", "__stdout__", "__stderr__")
_Handler = Callable[[int, FrameType | None], object]


class Abroad:
    """The surroundings of one call; leaving them raises KeyboardInterrupt if a signal asked to."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._stopped = False
        self._around = ExitStack()

    def __enter__(self) -> None:
        timer = Timer(PATIENCE, _name, (self._entry, sys.stderr))
        timer.daemon = True
        with suppress(RuntimeError):  # where there are no threads, nobody is named
            timer.start()
        self._around.callback(timer.cancel)
        _ASIDE.open()
        self._around.callback(_ASIDE.close)
        # An exception of foreign code may look like an interrupt: only a signal makes it one.
        heard = current_thread() is main_thread()
        for number in (getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)):
            handler = signal.getsignal(number)
            if callable(handler) and heard:
                signal.signal(number, partial(self._note, handler))
                self._around.callback(signal.signal, number, handler)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._around.close()
        if self._stopped:
            raise KeyboardInterrupt

    def _note(self, handler: _Handler, number: int, frame: FrameType | None) -> None:
        self._stopped = True
        handler(number, frame)


def _name(entry: Entry, err: TextIO | None) -> None:
    """Say which package takes so long, in both languages, as nobody knows here who reads it."""
    group = GROUPS[entry.group]
    with suppress(Exception):
        print(
            f"软件包 {entry.package} 的{group.zh} {entry.name} 运行了 {PATIENCE:g} 秒还没有结束，"
            f"可按 Ctrl-C 停下 / the {group.en} {entry.name} of the package {entry.package} has "
            f"been running for {PATIENCE:g} seconds; Ctrl-C stops it",
            file=err,
            flush=True,
        )


class _Aside:
    """Sends to stderr what is printed, for as long as foreign code runs in any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._calls = 0
        self._back = ExitStack()

    def open(self) -> None:
        with self._lock:
            self._calls += 1
            if self._calls == 1:
                with suppress(OSError, AttributeError, ValueError):  # there may be no such files
                    self._streams()
                    self._descriptor()

    def close(self) -> None:
        with self._lock:
            self._calls -= 1
            if self._calls == 0:
                with suppress(OSError):  # of a descriptor that was closed
                    self._back.close()

    def _streams(self) -> None:
        """Give what Python prints a stream of its own, which may be closed without harm."""
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        stream = open(2, "w", 1, encoding, "backslashreplace", closefd=False)  # noqa: SIM115  # open while others may print to it
        for name in _STREAMS:
            self._back.callback(setattr, sys, name, getattr(sys, name))
            setattr(sys, name, stream)
        self._back.callback(_flush, stream)

    def _descriptor(self) -> None:
        """Give what other languages and processes print the same way out."""
        kept = os.dup(1)
        self._back.callback(os.close, kept)
        os.dup2(2, 1)
        self._back.callback(os.dup2, kept, 1)


def _flush(stream: TextIO) -> None:
    with suppress(OSError, ValueError):
        stream.flush()


_ASIDE = _Aside()
