"""What was perhaps meant by a word that is in no list."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from cppcc_cases.folding import fold
from cppcc_cases.text import Text

_COMMON = 3
_NONE: Mapping[str, Sequence[str]] = {}


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
        id_: (fold(label.zh).casefold(), label.en.casefold(), *also.get(id_, ()))
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


def ways_to_say(entry: object) -> tuple[str, ...]:
    """Return what people say for a word of a vocabulary: its other words, and its definition's."""
    definition = getattr(entry, "definition", None)
    clauses = re.split("[，。、；：]", definition.zh) if definition else ()
    return (*getattr(entry, "also", ()), *filter(None, clauses))


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
