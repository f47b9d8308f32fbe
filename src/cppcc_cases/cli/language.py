"""Which language to speak: what was asked for, else what the surroundings speak."""

import os
from collections.abc import Mapping, Sequence

from cppcc_cases.language import VARIABLE, surrounding
from cppcc_cases.text import Lang

__all__ = ["VARIABLE", "spoken"]


def spoken(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Lang:
    """Return the language of ``--lang``, else of the environment, else Chinese."""
    asked = _asked(arguments)
    return Lang(asked) if asked in ("zh", "en") else surrounding(environment)


def _asked(arguments: Sequence[str]) -> str | None:
    """Return what the last ``--lang`` says, as the last of several is the one that counts."""
    asked = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang":
            asked = "".join(arguments[index + 1 : index + 2])
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked
