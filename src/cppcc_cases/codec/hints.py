"""Words for a refusal: what was written, and what is wanted."""

from collections.abc import Mapping, Sequence

from cppcc_cases.errors import Fault
from cppcc_cases.hints import hint
from cppcc_cases.model import Missing
from cppcc_cases.text import Text

_LONGEST = 40


def quoted(value: object) -> str:
    """Return a value as a contributor wrote it, shortened where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


class Blank(Fault):
    """Nothing is written where something must be."""


def blank(code: str) -> Blank:
    """Return the fault of a field or an entry in which nothing is written."""
    return Blank(
        code,
        "这里没有内容，请写内容；不是必填、来源又没有写的，请删去",
        "nothing is written here; write something, or delete it if optional and the source silent",
    )


def refused(code: str, written: object, zh: str, en: str) -> Fault:
    """Return the fault of a value that is not what is wanted, which is named in both languages."""
    if written is None or (isinstance(written, str) and not written.strip()):
        return blank(code)
    word = quoted(written)
    if isinstance(written, str):
        return Fault(code, f"这里应是{zh}，不是“{word}”", f"this must be {en}, not “{word}”")
    return Fault(code, f"这里应是{zh}，不是 {word}", f"this must be {en}, not {word}")


def in_words(written: str, known: Sequence[Missing]) -> str | None:
    """Return the id of what was written as a reader would see it, or with other separators."""
    for entry in known:
        if written.strip().lower().replace("-", "_").replace(" ", "_") == entry.value:
            return entry.value
        if written.strip() == entry.label.zh:
            return entry.value
    return None


def choices(
    code: str,
    written: object,
    labels: Mapping[str, Text | None],
    also: Mapping[str, Sequence[str]] | None = None,
) -> Fault:
    """Return the fault of a word that is in no list: with the one that is meant, or them all."""
    if written is None:
        return blank(code)
    said = hint(written if isinstance(written, str) else "", labels, also or {})
    word = quoted(written)
    return Fault(code, f"没有“{word}”这个选项，{said.zh}", f"there is no “{word}” here; {said.en}")
