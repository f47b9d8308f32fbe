"""Making text from a source harmless where it is shown."""

import unicodedata

_FORMAT = frozenset(["Cc", "Cf", "Co", "Cs"])
_MARKDOWN = frozenset("\\`*_[]<>|#~&")


def visible(text: str) -> str:
    """Return text in which control and direction characters are written out, on one line.

    A terminal must not take orders from a case, nor a reader be shown words in another order.
    """
    if text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in "\n\t":
        return " "
    if unicodedata.category(char) in _FORMAT or char in "\u2028\u2029":
        return f"\\u{ord(char):04x}"
    return char


def markdown(text: str) -> str:
    """Return text that stands for itself in Markdown."""
    return "".join(f"\\{char}" if char in _MARKDOWN else char for char in visible(text))
