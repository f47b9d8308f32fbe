"""How words and numbers are written, so that every YAML reader reads what was meant.

Text stands without quotes unless some reader, of YAML 1.1 or of 1.2, could take it for something
else. Dates, division codes and whatever else begins like a number stand in quotes.
"""

import re
from decimal import Decimal
from typing import Final

_LEADING: Final = frozenset("-?:,[]{}#&*!|>'\"%@`~=<")
_FLOW: Final = frozenset(",[]{}:?")
_WORDS: Final = frozenset(["yes", "no", "on", "off", "y", "n", "true", "false", "null"])
_NUMERIC = re.compile(r"[-+.0-9/][-+.0-9/:_,~?% a-fA-FoOxXtTzZuUyYsS]*|[-+]?\.(inf|nan)", re.I)
"""What begins like a number, a time or an EDTF date, and goes on like one."""
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u070f\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\ud800-\uf8ff\ufe00-\ufe0f\ufeff\ufff0-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Characters of which nothing is seen, or of which a reader can't know what is seen."""
_PROSE: Final = ("zh", "en", "anchor")
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def is_prose(key: str | int | None, text: str) -> bool:
    """Tell whether text is prose: without quotes, a comment behind it may be a part of it."""
    return key in _PROSE or " " in text or not text.isascii()


def scalar(text: str, *, flow: bool = False, quoted: bool = False) -> str:
    """Return text as it is written on one line; in brackets, some signs more need quotes."""
    if is_plain(text) and not quoted and not (flow and not _FLOW.isdisjoint(text)):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def is_plain(text: str) -> bool:
    """Tell whether text may stand without quotes."""
    if not text or text != text.strip() or text[0] in _LEADING or is_hidden(text):
        return False
    if text.lower() in _WORDS or _NUMERIC.fullmatch(text):
        return False
    return not (": " in text or " #" in text or text.endswith(":"))


def is_hidden(text: str) -> bool:
    """Tell whether text holds a character that must be written as an escape to be seen."""
    return _HIDDEN.search(text) is not None


def _escaped(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    if not is_hidden(char):
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def number(value: int | float) -> str:
    """Return a number in digits, without an exponent, which our reader would take for a word."""
    written = repr(value)
    if "e" not in written:
        return written
    digits = format(Decimal(written), "f")
    return digits if "." in digits else f"{digits}.0"
