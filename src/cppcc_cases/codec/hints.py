"""Words for a refusal: what was written, and what was perhaps meant."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from cppcc_cases.errors import Fault
from cppcc_cases.folding import fold
from cppcc_cases.model import Missing
from cppcc_cases.text import Text

_LONGEST = 40
_COMMON = 3
_NONE: Mapping[str, Sequence[str]] = {}


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


def named(
    written: str, labels: Mapping[str, Text | None], also: Mapping[str, Sequence[str]] = _NONE
) -> str | None:
    """Return the id of the only entry that comes nearest by its name, as a reader would see it.

    Nearest is the very name, or what is ``also`` said for the entry; then a name that holds what
    was written, one that stands in it, and one that shares its Chinese characters in order.
    """
    word = re.sub("[-_ ]+", " ", fold(written).casefold()).strip()
    names = {
        id_: (fold(label.zh), label.en.casefold(), *also.get(id_, ()))
        for id_, label in labels.items()
        if label
    }
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: word == name,
        lambda name: len(word) > 1 and word in name,
        lambda name: len(name) > 1 and (f" {name} " if name.isascii() else name) in f" {word} ",
        lambda name: _in_order(word, name) or _in_order(name, word),
    )
    found = ([id_ for id_, own in names.items() if any(map(way, own))] for way in ways)
    first = next(filter(None, found), [])
    return first[0] if len(first) == 1 else None


def _in_order(some: str, other: str) -> bool:
    """Tell whether the characters of a Chinese word stand in another in their order."""
    left = iter(other)
    return len(some) > 1 and not some.isascii() and all(char in left for char in some)


def hint(
    written: str, labels: Mapping[str, Text | None], also: Mapping[str, Sequence[str]] = _NONE
) -> Text:
    """Return what to write for a word that is in no list: what is meant, or all that there is."""
    shown = {
        id_: f"{id_}（{label.zh}）" if label and label.zh.casefold() != id_ else id_
        for id_, label in labels.items()
    }
    near = named(written, labels, also) or suggest(written, list(labels))
    if near:
        return Text(zh=f"是不是 {shown[near]}？", en=f"did you mean {near}?")
    return Text(zh="可选：" + "、".join(shown.values()), en=f"choose one of: {', '.join(labels)}")


def no_such(place: str, word: str, said: Text) -> Text:
    """Return that a word can't stand in a place, with the hint what to write."""
    return Text(
        zh=f"{place} 没有“{word}”这一项，{said.zh}", en=f"{place} has no “{word}”; {said.en}"
    )


def choices(code: str, written: object, labels: Mapping[str, Text | None]) -> Fault:
    """Return the fault of a word that is in no list: with the one that is meant, or them all."""
    if written is None:
        return blank(code)
    said = hint(written if isinstance(written, str) else "", labels)
    word = quoted(written)
    return Fault(code, f"没有“{word}”这个选项，{said.zh}", f"there is no “{word}” here; {said.en}")
