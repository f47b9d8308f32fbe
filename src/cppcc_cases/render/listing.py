"""Cases → a table of cases."""

from collections.abc import Iterable

from cppcc_cases.corpus import Corpus
from cppcc_cases.model import Case, Lang, Stage, StageState
from cppcc_cases.query.select import InState
from cppcc_cases.render.document import Block, Document, Paragraph, Table
from cppcc_cases.render.words import Words
from cppcc_cases.text import plural


def listing(
    cases: Iterable[Case],
    corpus: Corpus,
    lang: Lang,
    told: InState | None = None,
    provided_for: int = 0,
) -> Document:
    """Return a document that lists cases: id, localities, kind of mechanism.

    Where ``told`` finds the stages by which cases were chosen, each stands with its state;
    ``provided_for`` more cases only provide for the stage.
    """
    words = Words(lang, corpus.registry)
    keys = ("id", "locality", "mechanism", *(["stage"] if told else []))
    rows = tuple(
        (
            (case.id,),
            (words.join(locality_names(case, corpus, words)),),
            (words.of(case.mechanism.name),),
            *([tuple(_stage(words, *one) for one in told(case))] if told else []),
        )
        for case in cases
    )
    count = f"{len(rows)}个案例" if lang is Lang.ZH else plural(len(rows), "case")
    blocks: list[Block] = [Paragraph(text=count if rows else words["none_found"])]
    if rows:
        table = Table(header=tuple(words[key] for key in keys), rows=rows)
        blocks[:0] = [table, Paragraph(text="")]
    if provided_for:
        said = words["provided_for"].format(provided_for)
        blocks.append(Paragraph(text=words.colon(said, "--state provided_for")))
    return Document(blocks=tuple(blocks))


def _stage(words: Words, stage: Stage, state: StageState) -> str:
    return words.colon(words.of(stage.label), words.of(state.label))


def locality_names(case: Case, corpus: Corpus, words: Words) -> list[str]:
    """Return the names of a case's localities, or their codes where they are unknown."""
    return [
        words.of(place.name) if (place := corpus.gazetteer.get(code)) else code
        for code in case.localities
    ]
