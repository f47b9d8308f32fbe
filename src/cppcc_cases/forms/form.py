"""Reports in the form that the ending of a file's name asks for, as bytes.

A form is a function that is registered under its ending in the group ``cppcc_cases.forms`` of entry
points, by a package as by the library itself.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol, cast

from attrs import frozen

from cppcc_cases.codec import Plain
from cppcc_cases.errors import CasesError
from cppcc_cases.plugins.border import called
from cppcc_cases.plugins.entries import FORMS, Broken, Entry
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.values import Report
from cppcc_cases.text import Lang, Text

_PACKAGES = {"docx": "python-docx", "xlsx": "XlsxWriter"}


@frozen(kw_only=True)
class Shown:
    """What is put into a form: reports, the languages asked for, and how it is said in JSON."""

    reports: Sequence[Report]
    langs: Sequence[Lang]
    plain: Callable[[], Plain]


class Form(Protocol):
    """A function that returns what a file of the form holds."""

    def __call__(self, shown: Shown) -> str | bytes:
        """Return what a file of the form holds."""


class LacksPackage(CasesError):
    """A form that needs a package which is not installed. Arguments: ending, package."""

    def __init__(self, ending: str, package: str) -> None:
        super().__init__(ending, package)
        self.ending = ending
        self.package = package

    @property
    def message(self) -> Text:
        """What is lacking, and how to get it."""
        from cppcc_cases.installing import to_install

        how = to_install("cppcc-cases[office]")
        return Text(
            zh=f"写 {self.ending} 文件要用 {self.package}，还没有装，请先运行：{how}",
            en=f"writing {self.ending} files needs {self.package}, which is not installed; "
            f"run: {how}",
        )


class BrokenForm(CasesError):
    """A form of a package that failed. Takes what is broken."""

    def __init__(self, broken: Broken) -> None:
        super().__init__(broken)
        self.message = broken.message


def endings(registry: Registry) -> tuple[str, ...]:
    """Return the endings by which forms go, the library's own first."""
    return tuple(dict.fromkeys(map(_ending, _forms(registry))))


def _forms(registry: Registry) -> Iterator[Entry]:
    return (entry for entry in registry.entries if entry.group == FORMS)


def _ending(entry: Entry) -> str:
    return f".{entry.name.lower()}"


def ending_of(file: Path, registry: Registry) -> str | None:
    """Return the ending of a file's name if a form goes by it, whatever its case."""
    name = file.name.lower()
    found = (one for one in endings(registry) if name.endswith(one) and name != one)
    return max(found, key=len, default=None)


def in_form(shown: Shown, ending: str, registry: Registry) -> bytes:
    """Return reports in the form of an ending.

    Raises :class:`LacksPackage` and, of a form that fails, :class:`BrokenForm`.
    """
    entry = next(one for one in _forms(registry) if _ending(one) == ending)
    try:
        made = called(entry, partial(_made, entry, shown))
    except ModuleNotFoundError as error:
        if entry.name in _PACKAGES:
            raise LacksPackage(ending, _PACKAGES[entry.name]) from error
        raise
    if isinstance(made, Broken):
        raise BrokenForm(made)
    return made


def _made(entry: Entry, shown: Shown) -> bytes:
    made: object = cast(Form, entry.load())(shown)
    if type(made) is str:
        return made.encode("utf-8")
    if type(made) is bytes:
        return made
    raise TypeError(f"{type(made).__name__} is neither str nor bytes")
