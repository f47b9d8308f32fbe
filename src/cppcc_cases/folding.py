"""One way to fold what people write: names, numerals and searches are compared when folded."""

import unicodedata

from cppcc_cases.folding_table import SIMPLIFIED, TRADITIONAL

_SIMPLER = str.maketrans(TRADITIONAL, SIMPLIFIED)
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Characters that nobody sees and that Unicode doesn't call marks of format."""


def is_invisible(char: str) -> bool:
    """Tell whether a character shows nothing and takes no room: a mark of format or of shape."""
    return (
        unicodedata.category(char) == "Cf"
        or char in _BLANK
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
    )


def fold(text: str) -> str:
    """Return a text without what can't be seen, half-width, in simplified characters.

    Folded are invisible characters (of zero width, marks of direction, soft hyphens), full-width
    and other compatible forms, gaps of any width to a space, and the traditional characters that
    stand in place names, numerals and measure words. Case and line breaks stay. A folded text folds
    to itself.
    """
    if text.isascii():
        return text
    seen = "".join(char for char in text if not is_invisible(char))
    return unicodedata.normalize("NFKC", seen).translate(_SIMPLER)


def fold_aligned(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a folded text, and for each of its characters the index of the one it came from."""
    if text.isascii():
        return text, tuple(range(len(text)))
    starts = [at for at, char in enumerate(text) if at == 0 or not unicodedata.combining(char)]
    folded, places = "", []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = fold(text[start:end])
        folded += part
        places += [start] * len(part)
    return folded, tuple(places)
