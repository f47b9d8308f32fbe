"""Words for a refusal: what was written, and what was perhaps meant."""

from collections.abc import Mapping, Sequence

from cppcc_cases.errors import Fault
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


def blank(code: str) -> Fault:
    """Return the fault of a field or an entry in which nothing is written."""
    return Fault(
        code,
        "这里没有内容，请写内容；来源没有写的，请删去这个字段",
        "nothing is written here; write something, or, where the source is silent, delete it",
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


def suggest(written: str, known: Sequence[str]) -> str | None:
    """Return the known word that comes nearest to what was written, if any comes near."""
    from difflib import get_close_matches

    near = get_close_matches(written.strip().lower().replace("-", "_"), known, n=1, cutoff=0.6)
    return near[0] if near else None


def named(written: str, labels: Mapping[str, Text | None]) -> str | None:
    """Return the id of the entry that bears, or alone contains, the name that was written."""
    word = written.strip().casefold()
    names = {id_: (label.zh, label.en.casefold()) for id_, label in labels.items() if label}
    exact = [id_ for id_, both in names.items() if word in both]
    within = [id_ for id_, both in names.items() if len(word) > 1 and any(word in n for n in both)]
    return next((found[0] for found in (exact, within) if len(found) == 1), None)


def choices(code: str, written: object, labels: Mapping[str, Text | None]) -> Fault:
    """Return the fault of a word that is in no list: with the one that is meant, or them all."""
    if written is None:
        return blank(code)
    right = named(written, labels) if isinstance(written, str) else None
    near = suggest(written, list(labels)) if isinstance(written, str) else None
    if right:
        zh, en = f"应写 {right}", f"write {right}"
    elif near:
        zh, en = f"是不是 {near}？", f"did you mean {near}?"
    else:
        zh = "可选：" + "、".join(
            f"{id_}（{label.zh}）" if label else id_ for id_, label in labels.items()
        )
        en = f"choose one of: {', '.join(labels)}"
    word = quoted(written)
    return Fault(code, f"没有“{word}”这个选项，{zh}", f"there is no “{word}” here; {en}")
