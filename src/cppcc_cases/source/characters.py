"""Characters and lines of text, as YAML sees them, whichever parser reads it."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def forbidden(text: str) -> int | None:
    """Return the index of the first character that YAML text can't hold, if there is one."""
    found = _FORBIDDEN.search(text)
    return found.start() if found else None


def code_point(char: str) -> str:
    """Return the name under which a character that can't be shown is looked up: ``U+0007``."""
    return f"U+{ord(char):04X}"


def position(text: str, index: int) -> tuple[int, int]:
    """Return line and column (from 1) of the character at ``index``."""
    line, start = 1, 0
    for found in _BREAK.finditer(text, 0, index):
        line, start = line + 1, found.end()
    return line, index - start + 1


def lines(text: str) -> list[str]:
    """Return the lines of text, without their ends; after a last line break stands an empty one."""
    return _BREAK.split(text)
