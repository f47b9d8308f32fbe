"""A case, or all cases of a locality → a document."""

from collections.abc import Iterator

from cppcc_cases.comparison import Party
from cppcc_cases.comparison.caveats import damage
from cppcc_cases.corpus import Corpus
from cppcc_cases.kinds.rows import rows
from cppcc_cases.model import Article, Case, Evidence, Lang, Stage
from cppcc_cases.model.walk import walk
from cppcc_cases.render.claims import (
    Numbers,
    article_line,
    gap_line,
    mark,
    mention_line,
    metric_line,
    numbered,
    outcome_line,
    row_line,
    source_line,
)
from cppcc_cases.render.derivations import derivations
from cppcc_cases.render.digest import leads_of
from cppcc_cases.render.document import Block, Document, Heading, Items, Paragraph, Table
from cppcc_cases.render.listing import locality_names
from cppcc_cases.render.marks import state_key, state_mark
from cppcc_cases.render.words import Words
from cppcc_cases.vocab.stages import stage_term


def page(shown: Party, corpus: Corpus, lang: Lang) -> Document:
    """Return the document of a party: each of its cases in full, or what is known without one."""
    words = Words(lang, corpus.registry)
    numbers = numbered(dict.fromkeys(e for _, m in shown.mentions for e in m.evidence))
    leads = tuple(leads_of(words, shown, numbers))
    blocks: list[Block] = []
    if not shown.cases:
        blocks.append(Heading(level=1, text=words.of(shown.title)))
    if leads:
        blocks.append(Items(items=leads))
    for case in shown.cases:
        blocks.extend(_case(words, case, corpus))
    if not shown.cases:
        mentions = [mention for _, mention in shown.mentions]
        blocks.extend(derivations(words, (), mentions, _articles(tuple(numbers), corpus)))
        blocks.extend(_sources(words, tuple(numbers), corpus))
    return Document(blocks=tuple(blocks))


def _case(words: Words, case: Case, corpus: Corpus) -> Iterator[Block]:
    sources = tuple(dict.fromkeys(_cited(case)))
    numbers = numbered(sources)
    yield Heading(level=1, text=words.of(case.title))
    yield Paragraph(text=words.of(case.summary))
    yield from _facts(words, case, corpus)
    yield Heading(level=2, text=words.colon(words["mechanism"], words.of(case.mechanism.name)))
    yield Items(items=tuple(row_line(words, row, numbers) for row in rows(case.mechanism)))
    yield from _stages(words, case, numbers)
    yield Heading(level=2, text=words["figures"])
    yield Items(
        items=tuple(
            words.colon(words.indicator(m.indicator), metric_line(words, m, numbers))
            for m in case.metrics
        )
        or (words["not_reported"],)
    )
    yield Heading(level=2, text=words["outcomes"])
    yield Items(
        items=tuple(
            words.colon(words.of(one.kind.label), outcome_line(words, one, numbers))
            for one in case.outcomes
        )
        or (words["not_reported"],)
    )
    if case.mentions:
        yield Heading(level=2, text=words["mentions"])
        yield Items(items=tuple(mention_line(words, one, numbers) for one in case.mentions))
    if case.limitations:
        yield Heading(level=2, text=words["limitations"])
        yield Items(items=tuple(words.of(text) for text in case.limitations))
    yield from derivations(words, (case,), case.mentions, _articles(sources, corpus))
    yield from _sources(words, sources, corpus)


def _facts(words: Words, case: Case, corpus: Corpus) -> Iterator[Block]:
    topics = [words.topic(id_) for id_ in case.topics]
    facts = (
        ("id", case.id),
        ("locality", words.join(_places(words, case, corpus))),
        ("committees", words.join([words.of(one) for one in case.committees])),
        ("period", case.period.describe(words.lang)),
        ("topics", words.join(topics)),
    )
    yield Items(items=tuple(words.colon(words[key], value) for key, value in facts))


def _places(words: Words, case: Case, corpus: Corpus) -> list[str]:
    names = zip(locality_names(case, corpus, words), case.localities, strict=True)
    return [name + words.brackets(code) for name, code in names]


def _stages(words: Words, case: Case, numbers: Numbers) -> Iterator[Block]:
    lifecycle = case.mechanism.lifecycle
    yield Heading(level=2, text=words["coverage"])
    rows_ = []
    for stage in Stage:
        claim = lifecycle.claim(stage)
        note = words.of(claim.note) if claim and claim.note else ""
        cited = mark(words, claim.evidence, numbers).strip() if claim else ""
        rows_.append(
            (
                (words.of(stage_term(stage).label),),
                (state_mark(words, lifecycle.state(stage)),),
                (" ".join(filter(None, (note, cited))),),
            )
        )
    header = (words["stage"], words["state"], words["evidence"])
    yield Table(header=header, rows=tuple(rows_))
    yield state_key(words)


def _cited(case: Case) -> Iterator[Evidence]:
    told = tuple(rows(case.mechanism))
    for _, part in walk((told, case.mechanism.lifecycle, case.metrics, case.outcomes, case)):
        if isinstance(part, Evidence):
            yield part


def _articles(sources: tuple[Evidence, ...], corpus: Corpus) -> tuple[Article, ...]:
    cited = {evidence.article for evidence in sources}
    return tuple(one for one in corpus.articles if one.id in cited)


def _sources(words: Words, sources: tuple[Evidence, ...], corpus: Corpus) -> Iterator[Block]:
    if not sources:
        return
    articles = {one.id: one for one in _articles(sources, corpus)}
    yield Heading(level=2, text=words["sources"])
    yield Items(items=tuple(source_line(words, one, articles) for one in sources), numbered=True)
    for article in articles.values():
        yield Paragraph(text=article_line(words, article))
        for gap in damage(article, sources):
            yield Paragraph(text=gap_line(words, gap))
