"""Words for a refusal: what was written, and what was perhaps meant."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from cppcc_cases.errors import Fault
from cppcc_cases.model import Missing
from cppcc_cases.text import Text

_LONGEST = 40
_COMMON = 3


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


def suggest(written: str, known: Iterable[str]) -> str | None:
    """Return the known id that was perhaps meant: the nearest that shares what tells it apart.

    What several ids have in common, such as the rate of reply_rate, doesn't tell them apart.
    """
    from difflib import get_close_matches

    ids = [*known]
    often = Counter(chain(*map(_words, ids)))

    def shares(id_: str) -> bool:
        own = [id_, *(word for word in _words(id_) if often[word] < _COMMON)]
        alike = [word for word in telling if get_close_matches(word, own, cutoff=0.75)]
        return len(alike) * 2 >= max(1, len(telling))

    telling = [word for word in _words(written) if often[word] < _COMMON]
    near = get_close_matches("_".join(_words(written)), [*filter(shares, ids)], n=1)
    return near[0] if near else None


def _words(id_: str) -> list[str]:
    return re.split(r"[\s_.-]+", id_.strip().lower())


def named(written: str, labels: Mapping[str, Text | None]) -> str | None:
    """Return the id of the entry that bears, or alone contains, the name that was written."""
    word = written.strip().casefold()
    names = {id_: (label.zh, label.en.casefold()) for id_, label in labels.items() if label}
    exact = [id_ for id_, both in names.items() if word in both]
    within = [id_ for id_, both in names.items() if len(word) > 1 and any(word in n for n in both)]
    return next((found[0] for found in (exact, within) if len(found) == 1), None)


def meant(written: str, labels: Mapping[str, Text | None]) -> Text | None:
    """Return the words that lead from what was written to the entry that was meant, if any was."""
    right = named(written, labels)
    if right:
        return Text(zh=f"应写 {right}", en=f"write {right}")
    near = suggest(written, labels)
    return Text(zh=f"是不是 {near}？", en=f"did you mean {near}?") if near else None


def choices(code: str, written: object, labels: Mapping[str, Text | None]) -> Fault:
    """Return the fault of a word that is in no list: with the one that is meant, or them all."""
    if written is None:
        return blank(code)
    hint = meant(written, labels) if isinstance(written, str) else None
    hint = hint or Text(
        zh="可选："
        + "、".join(f"{id_}（{label.zh}）" if label else id_ for id_, label in labels.items()),
        en=f"choose one of: {', '.join(labels)}",
    )
    word = quoted(written)
    return Fault(code, f"没有“{word}”这个选项，{hint.zh}", f"there is no “{word}” here; {hint.en}")
