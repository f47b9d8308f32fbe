"""Cases like another → a document, and plain values for JSON."""

from cppcc_cases.codec import Plain
from cppcc_cases.comparison.likeness import Likeness, Shared
from cppcc_cases.kinds.registry import Registry
from cppcc_cases.model import Case, Lang
from cppcc_cases.query.terms import labels
from cppcc_cases.render.claims import case_name
from cppcc_cases.render.document import Document, Heading, Paragraph, Table
from cppcc_cases.render.words import Words

_HEADS = {one: one for one in ("stage", "kind", "topic", "level", "indicator")}
"""The word for each head under which cases may be alike."""


def likeness_document(
    case: Case, found: tuple[Likeness, ...], registry: Registry, lang: Lang
) -> Document:
    """Return the cases most like another, each with how alike it is and what both have."""
    words = Words(lang, registry)
    head = Heading(level=1, text=words["similar"].format(words.quoted(words.of(case.title))))
    if not found:
        return Document(blocks=(head, Paragraph(text=words["nothing_shared"])))
    table = Table(
        header=tuple(words[key] for key in ("likeness", "cases", "shared")),
        rows=tuple(
            (
                (percentage(one.value),),
                (case_name(words, one.case),),
                tuple(shared_words(words, shared) for shared in one.shared),
            )
            for one in found
        ),
    )
    return Document(blocks=(head, table))


def percentage(value: float) -> str:
    """Return a share of 1 in per cent, without decimals."""
    return f"{value:.0%}"


def shared_words(words: Words, shared: Shared) -> str:
    """Return what two cases have in common under one head."""
    known = labels(shared.head, words.registry)
    names = [
        *(words.of(label) for id_, label in known.items() if id_ in shared.ids),
        *(id_ for id_ in shared.ids if id_ not in known),
    ]
    return words.colon(words[_HEADS[shared.head]], words.join(names))


def plain_likeness(case: Case, found: tuple[Likeness, ...]) -> Plain:
    """Return the cases most like another by their ids, with what is shared under each head."""
    return {
        "case": case.id,
        "similar": [
            {
                "case": one.case.id,
                "title": {"zh": one.case.title.zh, "en": one.case.title.en},
                "likeness": round(one.value, 4),
                "shared": {
                    shared.head: {"ids": list(shared.ids), "share": round(shared.share, 4)}
                    for shared in one.shared
                },
            }
            for one in found
        ],
    }
