"""Output in an encoding that lacks characters: what stands in their place."""

import codecs
from typing import TextIO

_HANDLER = "cppcc_cases"
_INSTEAD = dict(zip("●◐×·═─–÷²“”‘’", "*ox.=--/2\"\"''", strict=True))
_INSTEAD |= {"↔": "<->", "…": "..."}


def lenient(stream: TextIO | None) -> None:
    """Let a stream write what its encoding lacks in other characters, instead of failing.

    Signs of ours become plain ones of the same width where there are any, so that tables line up;
    all else is written as its code. Streams in UTF-8 lack nothing and stay as they are.
    """
    encoding = getattr(stream, "encoding", None)
    reconfigure = getattr(stream, "reconfigure", None)
    if encoding and reconfigure and codecs.lookup(encoding).name != "utf-8":
        codecs.register_error(_HANDLER, _replaced)
        reconfigure(errors=_HANDLER)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_INSTEAD.get(char) or _escaped(char) for char in lost), error.end


def _escaped(char: str) -> str:
    return char.encode("ascii", "backslashreplace").decode("ascii")
