"""Entry points → what they register; every failure is a value."""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar, cast

from cppcc_cases.model.vocabulary import Indicator, Term, Unit, Vocabulary
from cppcc_cases.plugins.border import called
from cppcc_cases.plugins.contract import Kind, fault_of_kind
from cppcc_cases.plugins.entries import Broken, Entry
from cppcc_cases.text import Text
from cppcc_cases.vocab.denominators import Per
from cppcc_cases.vocab.dimensions import COUNTING, PARTS

_V = TypeVar("_V", Indicator, Term, Unit)


def load_kind(entry: Entry) -> Kind | Broken:
    """Return the class of a kind."""
    return called(entry, partial(_kind, entry))


def _kind(entry: Entry) -> Kind | Broken:
    found = entry.load()
    # That of the library's own kinds is held by its tests, and costs every start.
    fault = entry.foreign and (nameless(entry.name) or fault_of_kind(found, entry.name))
    return Broken(entry=entry, fault=fault) if fault else cast(Kind, found)


def load_folder(entry: Entry) -> str | Broken:
    """Return the folder of a collection: the entry point is its path, or a function of none."""
    return called(entry, partial(_folder, entry))


def _folder(entry: Entry) -> str | Broken:
    found = entry.load()
    folder = os.fspath(cast("os.PathLike[str]", found() if callable(found) else found))
    if type(folder) is str and os.path.isdir(folder):
        return folder
    fault = Text(zh=f"{folder} 不是文件夹", en=f"{folder} is no folder")
    return Broken(entry=entry, fault=fault)


def load_function(entry: Entry) -> Callable[..., object] | Broken:
    """Return the function of a form, which is foreign still."""
    return called(entry, partial(_function, entry))


def _function(entry: Entry) -> Callable[..., object] | Broken:
    found = entry.load()
    fault = Text(zh="不是函数", en="is no function")
    return found if callable(found) else Broken(entry=entry, fault=fault)


class Vocabularies:
    """Vocabularies joined: of two entries with one id the first counts, the other is broken."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.indicators: dict[str, Indicator] = {}
        self.topics: dict[str, Term] = {}
        self.units: dict[str, Unit] = {}
        self.broken: list[Broken] = []
        self._from: dict[tuple[str, str], Entry] = {}
        for entry in entries:
            self._add(entry)
        self._retirements()

    def _add(self, entry: Entry) -> None:
        found = called(entry, cast("Callable[[], Vocabulary]", entry.load), Vocabulary)
        if isinstance(found, Broken):
            self.broken.append(found)
        else:
            self._take(entry, "indicator", found.indicators, self.indicators)
            self._take(entry, "topic", found.topics, self.topics)
            self._take(entry, "unit", found.units, self.units)

    def _take(self, entry: Entry, sort: str, new: tuple[_V, ...], into: dict[str, _V]) -> None:
        for one in new:
            holder = self._from.get((sort, one.id))
            fault = taken(one.id, holder) if holder else None
            if fault is None and entry.foreign:
                fault = nameless(one.id) or (unruly(one) if isinstance(one, Indicator) else None)
            if fault:
                self.broken.append(Broken(entry=entry, fault=fault))
            else:
                into[one.id] = one
                self._from[sort, one.id] = entry

    def _retirements(self) -> None:
        """A retired entry is of use only while what replaces it is there and in force."""
        tables: tuple[tuple[str, Mapping[str, Indicator | Term]], ...] = (
            ("indicator", self.indicators),
            ("topic", self.topics),
        )
        for sort, table in tables:
            for id_, one in table.items():
                if one.replaced_by is None:
                    continue
                heir = table.get(one.replaced_by)
                if heir is None or heir.replaced_by is not None:
                    fault = Text(
                        zh=f"{id_} 由 {one.replaced_by} 代替，而后者没有在用",
                        en=f"{id_} is replaced by {one.replaced_by}, which is not in use",
                    )
                    self.broken.append(Broken(entry=self._from[sort, id_], fault=fault))


def taken(id_: str, holder: Entry) -> Text:
    """Return that an id is another's."""
    return Text(
        zh=f"{id_} 已由 {holder.distribution} 登记",
        en=f"{id_} is registered by {holder.distribution}",
    )


def unruly(one: Indicator) -> Text | None:
    """Return what is wrong with the rules of an indicator, by which its figures are compared."""
    allowed = {
        "parts": {token.dimension for token in PARTS.values()} | {"topic"},
        "counting": {token.dimension for token in COUNTING.values()},
        "needs": set(one.counting),
        "divisors": {per.value for per in Per},
    }
    wrong = ((name, word) for name in allowed for word in getattr(one, name))
    for name, word in wrong:
        if word not in allowed[name]:
            among = sorted(allowed[name])
            return Text(
                zh=f"{one.id} 的 {name} 里不能写“{word}”，可选：{'、'.join(among) or '无'}",
                en=f"{name} of {one.id} can't be “{word}”; one of: {', '.join(among) or '–'}",
            )
    if len(one.made_of) not in (0, 2):
        return Text(
            zh=f"{one.id} 的 made_of 要写两个指标，分子在前",
            en=f"made_of of {one.id} is two indicators, that above the line first",
        )
    return None


def nameless(id_: str) -> Text | None:
    """Return what is wrong with an id that is not the library's."""
    namespace, dot, name = id_.partition(".")
    if namespace and dot and name:
        return None
    return Text(
        zh=f"{id_} 没有命名空间，请写成 guangdong.{id_} 这样",
        en=f"{id_} has no namespace; call it something like guangdong.{id_}",
    )
