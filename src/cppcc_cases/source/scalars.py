"""What a plain (unquoted) YAML scalar stands for: the core schema of YAML 1.2, without its exotica.

``no`` is a word, ``012`` is a word, ``12:30`` is a word, ``2024-06`` is a word. Only ``null``,
``true``, ``false``, decimal integers and decimal fractions are anything else.
"""

_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_DIGITS = frozenset("0123456789")


def resolve(text: str) -> bool | int | float | str | None:
    """Return the value of a plain scalar."""
    if not text or text[0] in "~ntf":
        return _WORDS.get(text, text)
    if text[0] in "-+.0123456789":
        return _number(text)
    return text


def _number(text: str) -> int | float | str:
    body = text[1:] if text[0] in "+-" else text
    whole, point, fraction = body.partition(".")
    if len(body) > 30 or not _DIGITS.issuperset(whole + fraction):
        return text
    if not point:
        return int(text) if whole and (whole == "0" or whole[0] != "0") else text
    return float(text) if whole and fraction and (whole == "0" or whole[0] != "0") else text
