"""Characters and lines of text, whichever parser reads it, counted as editors count them."""

import re
from collections.abc import Iterator

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
CONTROL = re.compile(f"[{_CONTROL}]")
"""What no value may hold; line breaks that no editor shows can come in by an escape alone."""
FORBIDDEN = re.compile(f"[{_CONTROL}\x85\u2028\u2029]")
_BREAK = re.compile("\r\n|[\r\n]")


def forbidden(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each character that YAML text can't hold, with its line and column (from 1)."""
    for number, line in enumerate(lines(text) if FORBIDDEN.search(text) else (), 1):
        for found in FORBIDDEN.finditer(line):
            yield found[0], number, found.start() + 1


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
