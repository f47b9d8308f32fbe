"""Making text from a source harmless where it is shown."""

import re
import unicodedata

_FORMAT = frozenset(["Cc", "Cf", "Co", "Cs"])
_MARKDOWN = frozenset("\\`*_[]<>|#~&")
_LIST = re.compile(r"[0-9]*(?=[.)](?: |$))|(?=[-+])")
"""What makes a list or a rule of a line that begins with it."""


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
    return f"\\u{ord(char):04x}" if is_hidden(char) else char


def is_hidden(char: str) -> bool:
    """Tell whether a character gives an order to what shows it, instead of being shown."""
    return unicodedata.category(char) in _FORMAT or char in "\u2028\u2029"


def markdown(text: str) -> str:
    """Return text that stands for itself in Markdown, also where it begins a line."""
    safe = "".join(f"\\{char}" if char in _MARKDOWN else char for char in visible(text).strip())
    begins = _LIST.match(safe)
    return f"{begins[0]}\\{safe[begins.end() :]}" if begins else safe
