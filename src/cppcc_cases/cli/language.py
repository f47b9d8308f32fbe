"""Which language to speak: what was asked for, else what the surroundings speak."""

import os
from collections.abc import Mapping, Sequence

from cppcc_cases.text import Lang

VARIABLE = "CPPCC_CASES_LANG"


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


def surrounding(environment: Mapping[str, str] = os.environ) -> Lang:
    """Return the language of ``CPPCC_CASES_LANG``, else of the locale, else Chinese.

    A locale that names a language other than Chinese gets English; one that names none (``C``,
    ``POSIX``, nothing) gets Chinese, the library's first language.
    """
    asked = environment.get(VARIABLE)
    if asked in ("zh", "en"):
        return Lang(asked)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return _of_locale(value)
    return _of_locale(_system())


def _of_locale(name: str) -> Lang:
    bare = name.partition(".")[0].partition("_")[0].casefold()
    silent = bare in ("", "c", "posix")
    return Lang.ZH if silent or bare == "zh" or bare.startswith("chinese") else Lang.EN


def _system() -> str:
    """Return the locale of a system that says nothing in its environment, as Windows does."""
    if os.name != "nt":
        return ""
    import locale

    return locale.getlocale()[0] or ""
