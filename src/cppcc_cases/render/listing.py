"""Cases → a table of cases."""

from collections.abc import Iterable

from cppcc_cases.corpus import Corpus
from cppcc_cases.model import Case, Lang
from cppcc_cases.render.document import Document, Paragraph, Table
from cppcc_cases.render.words import Words
from cppcc_cases.text import plural


def listing(cases: Iterable[Case], corpus: Corpus, lang: Lang) -> Document:
    """Return a document that lists cases: id, localities, kind of mechanism."""
    words = Words(lang, corpus.registry)
    rows = tuple(
        (
            (case.id,),
            (words.join(locality_names(case, corpus, words)),),
            (words.of(case.mechanism.name),),
        )
        for case in cases
    )
    if not rows:
        return Document(blocks=(Paragraph(text=words["none_found"]),))
    table = Table(header=tuple(words[key] for key in ("id", "locality", "mechanism")), rows=rows)
    count = f"{len(rows)} 个案例" if lang is Lang.ZH else plural(len(rows), "case")
    return Document(blocks=(table, Paragraph(text=""), Paragraph(text=count)))


def locality_names(case: Case, corpus: Corpus, words: Words) -> list[str]:
    """Return the names of a case's localities, or their codes where they are unknown."""
    return [
        words.of(place.name) if (place := corpus.gazetteer.get(code)) else code
        for code in case.localities
    ]
