"""The one border to foreign code: every call into a package goes through :func:`called`.

Whatever the code of a package does that ends, the call ends in a value, and the program goes on;
what never ends is at least named. All this holds within one process and for what Python can hold:
nothing here stops a package from ending the process, or from changing what is not its own.
"""

from collections.abc import Callable
from typing import TypeVar

from cppcc_cases.plugins.entries import Broken, Entry
from cppcc_cases.plugins.shape import misfit
from cppcc_cases.text import Text

_T = TypeVar("_T")
_LONGEST = 500


def called(entry: Entry | None, call: Callable[[], _T], shape: object = None) -> _T | Broken:
    """Return what a call into the package of an entry point returns, or why that is of no use.

    Foreign is all that the library does not register itself. What is returned must be of the type
    ``shape``, if one is given. Raises KeyboardInterrupt only if the program is told to stop.
    """
    if entry is None or not entry.foreign:
        return call()
    from cppcc_cases.plugins.abroad import abroad

    with abroad(entry):
        try:
            found = call()
            fault = misfit(found, shape) if shape else None
        except BaseException as error:
            fault = _fault(error)
    return Broken(entry=entry, fault=fault) if fault else found


def _fault(error: BaseException) -> Text:
    """Return what an exception says, in its own words in any language."""
    try:
        text = said(error)
        said_ = f"{type(error).__name__}: {text}" if text else type(error).__name__
    except BaseException:
        return Text(
            zh="出了错，而错误自己的说明也出错", en="it failed, and so did what it says of that"
        )
    return Text(zh=said_, en=said_)


def said(value: object) -> str:
    """Return the text of a foreign value in one line, cut where it is long. May raise anything."""
    line = " ".join(str.__getitem__(str(value), slice(2 * _LONGEST)).split())
    line = line.encode("utf-8", "backslashreplace").decode("utf-8")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
