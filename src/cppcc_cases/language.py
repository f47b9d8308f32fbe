"""Which language the surroundings speak: what a variable asks for, else what the system speaks."""

import os
from collections.abc import Mapping

from cppcc_cases.text import Lang

VARIABLE = "CPPCC_CASES_LANG"


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
