"""Reports in the form that the ending of a file's name asks for, as bytes.

A form is a function that is registered under its ending in the group ``cppcc_cases.forms`` of entry
points, by a package as by the library itself.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, cast

from attrs import frozen

from cppcc_cases.codec import Plain
from cppcc_cases.errors import CasesError
from cppcc_cases.plugins.entries import FORMS, OWN, Broken, Entry
from cppcc_cases.plugins.loading import load
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
    """A form of a package that failed. Arguments: ending, package, what it says."""

    def __init__(self, ending: str, package: str, fault: str) -> None:
        super().__init__(ending, package, fault)
        self.message = Text(
            zh=f"软件包 {package} 的 {ending} 格式出错：{fault}",
            en=f"the form {ending} of the package {package} failed: {fault}",
        )


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
    form = load(entry)
    if isinstance(form, Broken):
        if entry.name in _PACKAGES and form.error.startswith(ModuleNotFoundError.__name__):
            raise LacksPackage(ending, _PACKAGES[entry.name])
        raise BrokenForm(ending, entry.distribution, form.error)
    try:
        made: object = cast(Form, form)(shown)
        if not isinstance(made, str | bytes):
            raise TypeError(f"{type(made).__name__} is neither str nor bytes")
        return made.encode("utf-8") if isinstance(made, str) else made
    except (Exception, SystemExit) as error:
        if entry.distribution == OWN:
            raise
        raise BrokenForm(ending, entry.distribution, f"{type(error).__name__}: {error}") from error
