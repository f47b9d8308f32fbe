"""What the installed packages register → a document, and plain values for JSON."""

from collections.abc import Iterator

from cppcc_cases.codec import Plain
from cppcc_cases.model import Lang, Text
from cppcc_cases.plugins.entries import COLLECTIONS, FORMS, KINDS, VOCABULARY, Entry
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.document import Block, Document, Paragraph, Table
from cppcc_cases.report.words import Words
from cppcc_cases.text import plural

_GROUPS = {KINDS: "kinds", VOCABULARY: "vocabulary", COLLECTIONS: "collections", FORMS: "forms"}


def plugins(registry: Registry, lang: Lang) -> Document:
    """Return a table of all entry points, each with what is wrong with it."""
    return Document(blocks=tuple(_blocks(registry, Words(lang))))


def _blocks(registry: Registry, words: Words) -> Iterator[Block]:
    yield Table(
        header=tuple(words[key] for key in ("group", "id", "package", "version", "state")),
        rows=tuple(
            (
                (words[_GROUPS[entry.group]],),
                (entry.name,),
                (entry.distribution,),
                (entry.version,),
                tuple(map(words.of, faults)) or (words["usable"],),
            )
            for entry, faults in _listed(registry)
        ),
    )
    yield Paragraph(text="")
    yield Paragraph(text=_counted(registry, words.lang))


def _counted(registry: Registry, lang: Lang) -> str:
    entries, broken = len(registry.entries), len(registry.broken)
    if lang is Lang.ZH:
        return f"登记了{entries}项，{broken}处用不了"
    return f"{plural(entries, 'entry point')}, {broken} broken"


def _listed(registry: Registry) -> list[tuple[Entry, list[Text]]]:
    """Return all entry points, those of the user's packages first, with what is wrong with each."""
    return [
        (entry, [one.fault for one in registry.broken if one.entry is entry])
        for entry in sorted(registry.entries, key=lambda one: not one.foreign)
    ]


def plain_plugins(registry: Registry) -> Plain:
    """Return all entry points, each with what is wrong with it."""
    return {
        "plugins": [
            {
                "group": _GROUPS[entry.group],
                "id": entry.name,
                "package": entry.distribution,
                "version": entry.version,
                "faults": [{"zh": one.zh, "en": one.en} for one in faults],
            }
            for entry, faults in _listed(registry)
        ]
    }
