"""Whatever foreign code does, a call of it ends in a value."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.by_hand import PACKAGE, entry
from tests.unit.plugins.bad import FINDINGS, RAISES, ROWS, noisy, raising

from cppcc_cases.errors import Path
from cppcc_cases.model import Row, Text
from cppcc_cases.plugins import abroad
from cppcc_cases.plugins.border import called
from cppcc_cases.plugins.entries import OWN, Broken
from cppcc_cases.plugins.shape import misfit

FOREIGN = entry(None)


@pytest.mark.parametrize("sort", RAISES)
def test_whatever_is_raised_is_a_value(sort: str) -> None:
    """Every exception is told in one line, those that would end the program among them."""
    call, said = RAISES[sort]
    found = called(FOREIGN, call)
    assert isinstance(found, Broken)
    assert (FOREIGN, True, True) == (found.entry, said in found.error, len(found.error) < 600)
    assert "\n" not in found.error


@pytest.mark.parametrize("sort", sorted(FINDINGS.keys() - {"unknown", "endless", "midway"}))
def test_wrong_findings_are_no_findings(sort: str) -> None:
    """What is not a tuple of codes, paths and messages is told, and nothing of it is taken."""
    found = called(FOREIGN, lambda: tuple(FINDINGS[sort]()), tuple[tuple[str, Path, Text], ...])
    assert isinstance(found, Broken)


@pytest.mark.parametrize("sort", ROWS)
def test_wrong_rows_are_no_rows(sort: str) -> None:
    """What is not a tuple of rows, down to each word in them, is told."""
    assert isinstance(called(FOREIGN, ROWS[sort], tuple[Row, ...]), Broken)


@pytest.mark.parametrize("one", [None, entry(None, distribution=OWN)])
def test_the_own_code_is_called_as_it_is(one: Any) -> None:
    """A fault of the library's own is no plugin's, and is not hidden."""
    assert 7 == called(one, lambda: 7, str)
    with pytest.raises(KeyError):
        called(one, raising(KeyError()))


def test_what_is_printed_goes_to_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    """However it is printed, nothing of it is on stdout, and both streams work afterwards."""
    before = (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__)
    assert () == called(FOREIGN, noisy)
    sys.stdout.write("out\n")
    sys.stderr.write("err\n")
    out, err = capfd.readouterr()
    assert ("out\n", 4, True) == (out, err.count("made up"), err.endswith("err\n"))
    assert before == (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__)


def test_calls_within_calls_and_beside_each_other(capfd: pytest.CaptureFixture[str]) -> None:
    """Streams are as they were once the last of several calls has ended, in whatever order."""
    here, gate = threading.Event(), threading.Event()

    def wait() -> None:
        here.set()
        gate.wait()

    aside = threading.Thread(target=lambda: called(FOREIGN, wait))
    aside.start()
    here.wait()
    assert 7 == called(FOREIGN, lambda: called(FOREIGN, lambda: 7))
    sys.stdout.write("still aside\n")
    gate.set()
    aside.join()
    sys.stdout.write("out\n")
    os.write(1, b"and out\n")
    assert {"out", "and out"} == set(capfd.readouterr().out.splitlines())


@pytest.mark.parametrize("missing", [1, 2])
def test_a_program_without_streams(missing: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is nothing to print to, the call is made all the same."""

    def closed(*_: object, **__: object) -> Any:
        raise OSError("closed")

    with monkeypatch.context() as patch:
        patch.setattr(os, {1: "dup", 2: "dup2"}[missing], closed)
        patch.setattr(sys, "stderr", None)
        assert 7 == called(FOREIGN, lambda: 7)


def test_a_slow_package_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while the package is named in both languages, once; a quick one is not."""
    monkeypatch.setattr(abroad, "PATIENCE", 0.05)
    called(FOREIGN, lambda: None)
    called(FOREIGN, lambda: time.sleep(0.3))
    err = capsys.readouterr().err
    assert (1, 1) == (
        err.count(f"软件包 {PACKAGE} 1.2 的"),
        err.count(f"package {PACKAGE} 1.2 has"),
    )


def interrupted(*_: object) -> None:
    """Wait until a signal comes, and take no notice of it."""
    try:
        signal.raise_signal(signal.SIGINT)
    except BaseException:
        raise ValueError("swallowed") from None


@pytest.mark.parametrize("call", [interrupted, lambda: signal.raise_signal(signal.SIGINT)])
def test_a_real_interrupt_is_one(call: Callable[[], None]) -> None:
    """Ctrl-C stops the program, whatever the plugin makes of it, and is heeded as before."""
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        called(FOREIGN, call)
    assert before == signal.getsignal(signal.SIGINT)


def test_a_handler_of_the_program_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A signal that the program itself handles reaches its handler, and is an interrupt then."""
    seen: list[int] = []

    def stop(number: int, frame: object) -> None:
        seen.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            called(FOREIGN, lambda: signal.raise_signal(signal.SIGTERM))
        assert ([signal.SIGTERM], stop) == (seen, signal.getsignal(signal.SIGTERM))
    finally:
        signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**5000, True], ids=lambda _: "")
def test_numbers_that_cannot_be_written(value: object) -> None:
    """Neither what is no number nor one beyond measure stands for a figure."""
    assert misfit(value, int | float) is not None


def test_what_fits() -> None:
    """Values of the type itself, in tuples and unions too, have no fault."""
    assert [None] * 4 == [
        misfit(7, int | None),
        misfit(None, int | None),
        misfit(("a", ("b", 1), Text(zh="虚构", en="x")), tuple[str, Path, Text]),
        misfit(frozenset({1}), frozenset[int]),
    ]
