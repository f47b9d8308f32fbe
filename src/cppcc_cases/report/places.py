"""What a name of a place may stand for → a document or plain values."""

from collections.abc import Iterator

from cppcc_cases.codec import Plain, encode
from cppcc_cases.model import Lang, Locality, Text
from cppcc_cases.report.document import Cell, Document, Paragraph, Table
from cppcc_cases.report.words import Words
from cppcc_cases.store import Store
from cppcc_cases.vocab.gazetteer import AmbiguousLocality

LookedUp = tuple[Text | None, tuple[Locality, ...]]
_HEADER = ("locality", "code", "level", "above", "former", "path", "cases")


def look_up(corpus: Store, name: str) -> LookedUp:
    """Return what there is to say of a name, and the units that it may stand for."""
    try:
        found = corpus.gazetteer.resolve(name, corpus.codes())
    except AmbiguousLocality as error:
        return error.message, tuple(one.locality for one in error.candidates)
    return found.note, (found.locality, *found.others)


def places(found: LookedUp, corpus: Store, lang: Lang) -> Document:
    """Return a document of units: code, level, where they lie, what they were, their cases."""
    words, (note, units) = Words(lang, corpus.registry), found
    rows = tuple(tuple(_cells(words, corpus, unit)) for unit in units)
    table = Table(header=tuple(words[key] for key in _HEADER), rows=rows)
    return Document(blocks=(Paragraph(text=words.of(note)), table) if note else (table,))


def _cells(words: Words, corpus: Store, unit: Locality) -> Iterator[Cell]:
    yield from ((words.of(unit.name),), (unit.code,), (words.of(unit.level.label),))
    yield tuple(words.of(one.name) for one in corpus.gazetteer.ancestors(unit)) or ("–",)
    former = ((one.zh, words.brackets(f"{one.code}–{one.until}")) for one in unit.former_names)
    yield tuple(map("".join, former)) or ("–",)
    yield (corpus.gazetteer.path_slug(unit),)
    yield tuple(case.id for case in corpus.at(unit.code)) or (words["no_case"],)


def plain_places(found: LookedUp, corpus: Store) -> Plain:
    """Return units as plain values, with their paths and the ids of their cases."""
    note, units = found
    return {
        "note": encode(note),
        "places": [
            {
                "locality": encode(unit),
                "path": corpus.gazetteer.path_slug(unit),
                "cases": [case.id for case in corpus.at(unit.code)],
            }
            for unit in units
        ],
    }
