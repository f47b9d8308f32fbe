"""What is registered: kinds of mechanism, vocabulary and collections of cases.

The library registers its own by the very entry points that plugins use. Nothing is loaded before
it is asked for; what cannot be loaded is a :class:`Broken`, and nothing else suffers. Of two that
register one id the first counts: the library's own, then by name of the distribution.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial

from attrs import field, frozen

from cppcc_cases.model.claims import NO_UNIT, UnitId
from cppcc_cases.model.vocabulary import Indicator, Term, Unit, Vocabulary
from cppcc_cases.plugins.contract import Kind
from cppcc_cases.plugins.entries import COLLECTIONS, FORMS, KINDS, VOCABULARY, Broken, Entry
from cppcc_cases.plugins.installed import installed_entries
from cppcc_cases.plugins.loading import Vocabularies, load_folder, load_function, load_kind, taken
from cppcc_cases.text import Text


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entry points in the order in which they count."""
    return tuple(sorted(entries, key=lambda e: (e.foreign, e.distribution, e.group, e.name)))


@frozen(kw_only=True, eq=False)
class Registry:
    """All entry points, and what they register, loaded when it is asked for."""

    entries: tuple[Entry, ...] = field(converter=_in_order)
    _kinds: dict[str, Kind | Broken] = field(factory=dict, init=False, repr=False)

    @classmethod
    def installed(cls) -> "Registry":
        """Return what the installed distributions register."""
        return cls(entries=installed_entries())

    def adding(self, words: Vocabulary, where: str) -> "Registry":
        """Return this with words that stand in a file; itself if there are none."""
        if words == Vocabulary():
            return self
        read = partial(_held, words)
        entry = Entry(group=VOCABULARY, name=where, distribution=where, version="", load=read)
        return Registry(entries=(*self.entries, entry))

    def kind(self, id_: str) -> Kind | None:
        """Return the class of a kind, or None if there is none of that id or it is broken."""
        if id_ not in self._kinds:
            entry = self.entry(id_)
            if entry is None:
                return None
            self._kinds[id_] = load_kind(entry)
        found = self._kinds[id_]
        return None if isinstance(found, Broken) else found

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """All kinds by id, sorted."""
        return {id_: kind for id_ in self.kind_ids if (kind := self.kind(id_))}

    @property
    def kind_ids(self) -> tuple[str, ...]:
        """The ids under which kinds are registered, sorted; one may turn out to be broken."""
        return tuple(sorted({entry.name for entry in self.entries if entry.group == KINDS}))

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """All indicators by id: the library's in their order, then those of plugins."""
        return self._vocabularies.indicators

    @property
    def topics(self) -> Mapping[str, Term]:
        """All topics by id."""
        return self._vocabularies.topics

    @property
    def units(self) -> Mapping[str, Unit]:
        """All units by id."""
        return self._vocabularies.units

    def unit(self, id_: str) -> Unit:
        """Return a unit; one that there is not is of a family of its own."""
        name = "" if id_ == NO_UNIT else id_
        found = self.units.get(id_)
        return found or Unit(id=UnitId(id_), label=Text(zh=name, en=name), family=id_)

    @cached_property
    def collections(self) -> Mapping[str, str]:
        """The folders of cases, by the name under which they are registered."""
        return {entry.name: found for entry, found in self._collections if isinstance(found, str)}

    @cached_property
    def broken(self) -> tuple[Broken, ...]:
        """Everything that is of no use. Loads all there is."""
        kinds = [self._kinds[id_] for id_ in self.kind_ids if self.kind(id_) is None]
        folders = [found for _, found in self._collections]
        # The library's own forms may lack a package that nobody needs who does not write them.
        forms = [load_function(e) for e in self.entries if e.group == FORMS and e.foreign]
        return (
            *_taken(self.entries),
            *(found for found in (*kinds, *folders, *forms) if isinstance(found, Broken)),
            *self._vocabularies.broken,
        )

    def entry(self, kind: str) -> Entry | None:
        """Return the entry point of a kind."""
        return next((e for e in self.entries if (e.group, e.name) == (KINDS, kind)), None)

    @cached_property
    def _vocabularies(self) -> Vocabularies:
        return Vocabularies(entry for entry in self.entries if entry.group == VOCABULARY)

    @cached_property
    def _collections(self) -> tuple[tuple[Entry, str | Broken], ...]:
        first: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.group == COLLECTIONS:
                first.setdefault(entry.name, entry)
        return tuple((entry, load_folder(entry)) for entry in first.values())


def _held(words: Vocabulary) -> Vocabulary:
    return words


def _taken(entries: Iterable[Entry]) -> Iterator[Broken]:
    """Yield the kinds and collections whose name an earlier entry point has."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        holder = first.setdefault((entry.group, entry.name), entry)
        if holder is not entry and entry.group != VOCABULARY:
            yield Broken(entry=entry, fault=taken(entry.name, holder))


def built_in(registry: Registry) -> Registry:
    """Return what the library itself registers, whatever else is installed."""
    return Registry(entries=(one for one in registry.entries if not one.foreign))
