"""What the installed packages register → a document, and plain values for JSON."""

from collections.abc import Iterator

from cppcc_cases.codec import Plain
from cppcc_cases.model import Lang, Text
from cppcc_cases.plugins.entries import COLLECTIONS, FORMS, KINDS, VOCABULARY, Broken, Entry
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.document import Block, Document, Heading, Items, Paragraph, Table
from cppcc_cases.report.words import Words
from cppcc_cases.text import plural

_GROUPS = {
    KINDS: "kinds",
    VOCABULARY: "vocabulary",
    COLLECTIONS: "collections",
    FORMS: "forms",
}


def plugins(registry: Registry, lang: Lang) -> Document:
    """Return a table of all entry points, and a list of what is broken with its error."""
    return Document(blocks=tuple(_blocks(registry, Words(lang))))


def _blocks(registry: Registry, words: Words) -> Iterator[Block]:
    yield Table(
        header=tuple(words[key] for key in ("group", "id", "package", "version", "state")),
        rows=tuple(
            (
                (words[_group(entry)],),
                (entry.name,),
                (entry.distribution,),
                (entry.version,),
                (words["broken" if _faults(entry, registry) else "usable"],),
            )
            for entry in registry.entries
        ),
    )
    if registry.broken:
        yield Heading(level=2, text=words["broken"])
        yield Items(items=tuple(_error(one, words) for one in registry.broken))
    yield Paragraph(text="")
    yield Paragraph(text=_counted(registry, words.lang))


def _error(broken: Broken, words: Words) -> str:
    entry = broken.entry
    name = f"{words[_group(entry)]} {entry.name}"
    return words.colon(
        name + words.brackets(f"{entry.distribution} {entry.version}"), words.of(broken.fault)
    )


def _counted(registry: Registry, lang: Lang) -> str:
    entries, broken = len(registry.entries), len(registry.broken)
    if lang is Lang.ZH:
        return f"登记了{entries}项，{broken}处用不了"
    return f"{plural(entries, 'entry point')}, {broken} broken"


def _group(entry: Entry) -> str:
    """Return the short name of a group."""
    return _GROUPS[entry.group]


def _faults(entry: Entry, registry: Registry) -> list[Text]:
    return [one.fault for one in registry.broken if one.entry is entry]


def plain_plugins(registry: Registry) -> Plain:
    """Return all entry points, each with what is wrong with it."""
    return {
        "plugins": [
            {
                "group": _group(entry),
                "id": entry.name,
                "package": entry.distribution,
                "version": entry.version,
                "faults": [{"zh": one.zh, "en": one.en} for one in _faults(entry, registry)],
            }
            for entry in registry.entries
        ]
    }
