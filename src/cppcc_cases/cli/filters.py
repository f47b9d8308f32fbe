"""The options by which commands choose among cases."""

from collections.abc import Callable
from typing import Any, TypeVar

from cppcc_cases.cli.local import option
from cppcc_cases.cli.session import complete_filter
from cppcc_cases.facets import FACETS

OF_FIGURES = ("indicator", "window", "year", "part")
"""The options that choose figures, too."""
_F = TypeVar("_F", bound=Callable[..., Any])


def filtering(command: _F) -> _F:
    """Add the options by which cases are chosen."""
    for facet in reversed([*FACETS.values()]):
        command = option(
            f"--{facet.id}",
            help=f"{facet.filter.zh}|{facet.filter.en}",
            metavar=f"{facet.name.zh}|{facet.id.upper()}",
            shell_complete=complete_filter,
        )(command)
    return command
