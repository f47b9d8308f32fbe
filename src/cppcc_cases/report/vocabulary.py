"""Vocabularies → a document."""

from collections.abc import Iterable, Iterator

from cppcc_cases.model import Lang, Term, UnitId
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.document import Block, Document, Heading, Table
from cppcc_cases.report.words import Words
from cppcc_cases.vocab.stages import STAGES


def vocabulary(names: Iterable[str], registry: Registry, lang: Lang) -> Document:
    """Return the document of vocabularies: ``stages``, ``indicators``, ``kinds``, ``topics``."""
    words = Words(lang, registry)
    return Document(blocks=tuple(block for name in names for block in _one(words, name)))


def _one(words: Words, name: str) -> Iterator[Block]:
    yield Heading(level=2, text=words[name])
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
        header=tuple(words[key] for key in ("id", "name", "unit", "definition")),
        rows=tuple(
            (
                (entry.id,),
                (words.of(entry.label),),
                tuple(_unit_name(words, id_) for id_ in entry.units),
                (words.of(entry.definition),),
            )
            for entry in words.registry.indicators.values()
        ),
    )


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
    return STAGES if name == "stages" else tuple(registry.topics.values())
