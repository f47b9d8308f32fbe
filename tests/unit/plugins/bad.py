"""Foreign code that is bad in every way, at each place where the library calls it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from cppcc_cases.model import Fact, Missing, Row, Text

WORDS = Text(zh="虚构", en="made up")


class Unspeakable(Exception):
    """An exception that fails when it is asked what it says."""

    def __str__(self) -> str:
        raise SystemExit(0)

    __repr__ = __str__


class Leaving(BaseException):
    """An exception that is no Exception."""


class LikeAnInterrupt(KeyboardInterrupt):
    """An exception that looks as if the user had stopped the program."""


class Odd(str):
    """A text that fails when it is used."""

    __slots__ = ()

    def __len__(self) -> int:
        raise SystemExit(0)

    __str__ = __iter__ = __format__ = encode = isascii = __len__  # type: ignore[assignment]


class OddText(Text):
    """A Text that fails when it is looked at."""

    def __getattribute__(self, name: str) -> NoReturn:
        raise SystemExit(0)


def raising(error: BaseException) -> Callable[..., Any]:
    """Return a function that raises."""

    def fail(*_: object) -> NoReturn:
        raise error

    return fail


def deep(*_: object) -> Any:
    """Never come to an end."""
    return deep(*_)


def endless(*_: object) -> Iterator[Any]:
    """Give findings without end."""
    while True:
        yield "made-up", ("title",), WORDS


def midway(*_: object) -> Iterator[Any]:
    """Give a finding, and leave."""
    yield "made-up", ("title",), WORDS
    raise SystemExit(0)


RAISES: dict[str, tuple[Callable[..., Any], str]] = {
    "exit": (raising(SystemExit(0)), "SystemExit: 0"),
    "exit_silent": (raising(SystemExit()), "SystemExit"),
    "sys_exit": (lambda *_: sys.exit(), "SystemExit"),
    "interrupt": (raising(KeyboardInterrupt()), "KeyboardInterrupt"),
    "like_interrupt": (raising(LikeAnInterrupt("no")), "LikeAnInterrupt: no"),
    "base": (raising(Leaving("bye")), "Leaving: bye"),
    "generator_exit": (raising(GeneratorExit()), "GeneratorExit"),
    "recursion": (deep, "RecursionError: "),
    "memory": (raising(MemoryError()), "MemoryError"),
    "group": (raising(BaseExceptionGroup("two", [SystemExit(0)])), "two (1 sub-exception)"),
    "unspeakable": (raising(Unspeakable()), "it failed, and so did what it says of that"),
    "long": (raising(ValueError("x" * 10**7)), f"ValueError: {'x' * 400}"),
    "lines": (raising(ValueError("a\nb\n\nc")), "ValueError: a b c"),
    "half": (raising(ValueError("\ud800")), "ValueError: \\ud800"),
}
"""What code may raise, with what is told of it."""


def _finding(*, code: Any = "made-up", path: Any = ("title",), message: Any = WORDS) -> Any:
    return lambda *_: [(code, path, message)]


FINDINGS: dict[str, Callable[..., Any]] = {
    "none": lambda *_: None,
    "number": lambda *_: 7,
    "text": lambda *_: "abc",
    "finding": lambda *_: ("made-up", ("title",), WORDS),
    "pairs": lambda *_: [("made-up", ("title",))],
    "unhashable": _finding(code=[]),
    "unknown": _finding(code="never-heard-of"),
    "odd": _finding(code=Odd("made-up")),
    "str_path": _finding(path="title"),
    "list_path": _finding(path=["title"]),
    "none_path": _finding(path=(None,)),
    "str_message": _finding(message="made up"),
    "odd_message": _finding(message=OddText.__new__(OddText)),
    "none_inside": _finding(message=Text(zh=None, en="x")),  # type: ignore[arg-type]
    "huge": _finding(message=Text(zh="长" * 10**6, en="x")),
    "half": _finding(message=Text(zh="\ud800", en="x")),
    "endless": endless,
    "midway": midway,
}
"""What a check should not give."""


def _row(**more: Any) -> Callable[..., Any]:
    given = {"field": "a", "label": WORDS, "facts": Missing.NOT_REPORTED, **more}
    return lambda *_: (Row(**given),)


def _fact(**more: Any) -> Callable[..., Any]:
    return _row(facts=(Fact(**{"zh": "虚构", "en": "made up", "evidence": (), **more}),))


ROWS: dict[str, Callable[..., Any]] = {
    "none": lambda *_: None,
    "number": lambda *_: 7,
    "text": lambda *_: "abc",
    "list": lambda *_: [],
    "generator": endless,
    "other": lambda *_: (WORDS,),
    "field": _row(field=7),
    "label": _row(label="made up"),
    "facts": _row(facts=None),
    "fact": _row(facts=("made up",)),
    "list_facts": _row(facts=[]),
    "words": _fact(zh=None),
    "odd": _fact(zh=Odd("x")),
    "huge": _fact(zh="长" * 10**6),
    "evidence": _fact(evidence=None),
    "proof": _fact(evidence=("made up",)),
    "many": lambda *_: _row()() * 10**5,
}
"""What rows should not be."""


def noisy(*_: object) -> Any:
    """Print in every way that there is, and close what was printed to."""
    sys.stdout.write("made up\n")
    sys.__stdout__.write("made up\n")  # type: ignore[union-attr]
    os.write(1, b"made up\n")
    subprocess.run([sys.executable, "-c", "print('made up')"], check=True)
    sys.stdout.close()
    sys.stderr.close()
    return ()
