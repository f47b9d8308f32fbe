"""Plugins made by hand, which no distribution has to be installed for."""

from typing import ClassVar, NoReturn

import attrs
from attrs import field, frozen

from cppcc_cases.model import (
    EVERY_STAGE,
    Indicator,
    IndicatorId,
    Lifecycle,
    Stage,
    Term,
    Text,
    UnitId,
    Vocabulary,
)
from cppcc_cases.plugins.entries import COLLECTIONS, KINDS, VOCABULARY, Entry
from cppcc_cases.plugins.entries import OWN as NAME
from cppcc_cases.plugins.registry import Registry

PACKAGE = "cppcc-cases-made-up"
WORDS = Text(zh="虚构", en="made up")
OWN = tuple(one for one in Registry.installed().entries if one.distribution == NAME)


@frozen(kw_only=True)
class Sound:
    """A kind in which nothing is wrong."""

    kind: ClassVar[str] = "made_up.kind"
    name: ClassVar[Text] = WORDS
    definition: ClassVar[Text] = WORDS
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(factory=Lifecycle)


def entry(
    loaded: object,
    name: str = "made_up.kind",
    *,
    group: str = KINDS,
    distribution: str = PACKAGE,
) -> Entry:
    """Return an entry point that leads to a value."""
    return Entry(
        group=group, name=name, distribution=distribution, version="1.2", load=lambda: loaded
    )


def failing(name: str = "made_up.kind", group: str = KINDS) -> Entry:
    """Return an entry point whose module can't be imported."""
    return attrs.evolve(entry(None, name, group=group), load=fail)


def fail() -> NoReturn:
    """Fail as an import does."""
    raise ImportError("no module of that name")


def words(vocabulary: object, *, distribution: str = PACKAGE) -> Entry:
    """Return an entry point of a vocabulary."""
    return entry(vocabulary, "made_up", group=VOCABULARY, distribution=distribution)


def folder(place: object, name: str = "made_up") -> Entry:
    """Return an entry point of a collection."""
    return entry(place, name, group=COLLECTIONS)


def watched(one: Entry, log: list[str]) -> Entry:
    """Return an entry point that notes in a log when it is loaded."""

    def load() -> object:
        log.append(one.name)
        return one.load()

    return attrs.evolve(one, load=load)


def beside(*entries: Entry) -> Registry:
    """Return the library's own registry with further entry points."""
    return Registry(entries=(*OWN, *entries))


def indicator(id_: str, replaced_by: str | None = None) -> Indicator:
    """Return a made-up indicator."""
    return Indicator(
        id=IndicatorId(id_),
        label=WORDS,
        definition=WORDS,
        units=(UnitId("piece"),),
        replaced_by=IndicatorId(replaced_by) if replaced_by else None,
    )


def topic(id_: str, replaced_by: str | None = None) -> Term:
    """Return a made-up topic."""
    return Term(id=id_, label=WORDS, definition=WORDS, replaced_by=replaced_by)


def indicators(*given: Indicator) -> Entry:
    """Return an entry point of a vocabulary of indicators."""
    return words(Vocabulary(indicators=given))


def errors(registry: Registry) -> list[tuple[str, str]]:
    """Return name and error, in English, of all that is broken."""
    return [(one.entry.name, one.error) for one in registry.broken]
