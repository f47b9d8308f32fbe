"""Vocabularies → a document."""

from collections.abc import Iterable, Iterator

from cppcc_cases.model import Indicator, Lang, Term, UnitId, WindowKind
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.document import Block, Document, Heading, Table
from cppcc_cases.report.words import Words
from cppcc_cases.vocab.dimensions import COUNTING, DIMENSIONS, PARTS
from cppcc_cases.vocab.stages import STAGES

_WORDS = {"parts": PARTS, "counting": COUNTING}
"""The vocabularies whose words stand in a figure, grouped by dimension."""
_HEADS = {"parts": "part", "windows": "window"}
"""The keys of the words by which vocabularies are called, where they are not their names."""


def vocabulary(names: Iterable[str], registry: Registry, lang: Lang) -> Document:
    """Return the document of vocabularies by their names, such as ``stages``."""
    words = Words(lang, registry)
    return Document(blocks=tuple(block for name in names for block in _one(words, name)))


def _one(words: Words, name: str) -> Iterator[Block]:
    yield Heading(level=2, text=words[_HEADS.get(name, name)])
    if name == "indicators":
        yield _indicators(words)
    else:
        yield Table(
            header=tuple(words[key] for key in ("id", "name", "definition")),
            rows=tuple(
                ((entry.id,), (words.of(entry.label),), (words.of(entry.definition),))
                for entry in terms(name, words.registry)
            ),
        )


def _indicators(words: Words) -> Table:
    return Table(
        header=tuple(words[key] for key in ("id", "name", "unit", "counted_by", "definition")),
        rows=tuple(
            (
                (entry.id,),
                (words.of(entry.label),),
                tuple(_unit_name(words, id_) for id_ in entry.units),
                tuple(_rules(words, entry)),
                (words.of(entry.definition),),
            )
            for entry in words.registry.indicators.values()
        ),
    )


def _rules(words: Words, entry: Indicator) -> Iterator[str]:
    """Yield how figures of an indicator may be compared, and what they must say for it."""
    traits = (entry.nature, entry.rule, entry.covers)
    yield words.join(words.of(one.label) for one in traits)
    if entry.needs:
        names = words.join(words.of(DIMENSIONS[one]) for one in entry.needs)
        yield words.colon(words["must_say"], names)


def _unit_name(words: Words, id_: UnitId) -> str:
    label = words.unit(id_)
    return f"{id_}{words.brackets(label)}" if label and label != id_ else id_


def terms(name: str, registry: Registry) -> tuple[Term, ...]:
    """Return the entries of a vocabulary whose entries are plain terms."""
    if name == "kinds":
        return tuple(
            Term(id=id_, label=kind.name, definition=kind.definition)
            for id_, kind in registry.kinds.items()
        )
    if name in _WORDS:
        return tuple(
            Term(id=id_, label=one.label, definition=DIMENSIONS[one.dimension])
            for id_, one in _WORDS[name].items()
        )
    if name == "windows":
        return tuple(
            Term(id=one.value, label=one.label, definition=one.definition) for one in WindowKind
        )
    if name == "units":
        return tuple(
            Term(id=one.id, label=one.label, definition=one.definition or one.label)
            for one in registry.units.values()
        )
    return STAGES if name == "stages" else tuple(registry.topics.values())
