"""Problems → lines."""

from pathlib import Path

from attrs import evolve

from cppcc_cases.errors import Location, Problem, Severity
from cppcc_cases.escape import visible
from cppcc_cases.text import Lang


def problem_line(problem: Problem, lang: Lang, here: Path) -> str:
    """Return ``file:line:column: code: message``, or ``file: message`` where it is of no line."""
    where = visible(place(problem.location, here))
    if problem.location.line is not None:
        where += f": {problem.code}"
    weight = ""
    if problem.severity is Severity.WARNING:
        weight = "（提醒）" if lang is Lang.ZH else "(warning) "
    return f"{where}: {weight}{visible(problem.message.in_(lang))}"


def place(location: Location, here: Path) -> str:
    """Return file, line and column, the file as short as it can be."""
    return str(evolve(location, file=short(location.file, here)))


def short(name: str, here: Path) -> str:
    """Return the name of a file, relative if it is below ``here``."""
    file = Path(name)
    return str(file.relative_to(here) if file.is_absolute() and file.is_relative_to(here) else file)
