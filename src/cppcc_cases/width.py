"""How wide text is in a terminal, and where it may be broken."""

import unicodedata
from collections.abc import Iterator

_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…%％,.;:?!)]}·")
_NOT_LAST = frozenset("（《〈「『【〔“‘([{")
_RELEASING = frozenset(char for char in _NOT_FIRST if not char.isascii()) - {"’"}
"""What may be parted from a letter or figure that follows: not a decimal point, nor can’t."""


def width(text: str) -> int:
    """Return the number of terminal columns that text takes; Chinese characters take two."""
    return len(text) if text.isascii() else sum(map(_WIDTHS.__getitem__, text))


class _Widths(dict[str, int]):
    """The width of each character, looked up once."""

    def __missing__(self, char: str) -> int:
        if unicodedata.east_asian_width(char) in "WF":
            found = 2
        elif unicodedata.category(char) in ("Mn", "Me", "Cf"):
            found = 0
        else:
            found = 1
        self[char] = found
        return found


_WIDTHS = _Widths()


def pad(text: str, columns: int) -> str:
    """Return text filled with blanks up to a width."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Return text in lines of at most ``columns``, broken as Chinese and English print.

    Chinese breaks between any two characters, but closing punctuation begins no line and opening
    punctuation ends none; a Latin word or a number is kept whole unless it is longer than a line,
    and the number of a source stays with what it proves.
    """
    text = text.strip()
    if width(text) <= columns:
        return [text]
    lines: list[str] = []
    line, taken = "", 0
    for chunk in _chunks(text, columns):
        size = width(chunk)
        if line and taken + width(chunk.rstrip()) > columns:
            lines.append(line.rstrip())
            line = chunk.lstrip()
            taken = width(line)
        else:
            line += chunk
            taken += size
    return [*lines, line.rstrip()]


def longest_word(text: str) -> int:
    """Return the width of the widest part of text that is not broken."""
    return max((width(chunk.rstrip()) for chunk in _chunks(text, width(text))), default=0)


def _chunks(text: str, columns: int) -> Iterator[str]:
    """Yield the parts of text between which a line may be broken, none wider than a line."""
    start, taken = 0, 0
    for index, char in enumerate(text):
        size = _WIDTHS[char]
        if index > start and (_may_break(text[index - 1], char) or taken + size > columns):
            yield text[start:index]
            start, taken = index, 0
        taken += size
    if start < len(text):
        yield text[start:]


def _may_break(before: str, after: str) -> bool:
    if before in _NOT_LAST or after in _NOT_FIRST or after == " " or not _WIDTHS[after]:
        return False
    if after == "[":
        return before in " ]"
    return before in _RELEASING or before == " " or 2 in (_WIDTHS[before], _WIDTHS[after])
