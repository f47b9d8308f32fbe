"""A case, or all cases of a locality → reports, one a case."""

from collections.abc import Iterable, Iterator

from cppcc_cases.comparison import Party
from cppcc_cases.comparison.caveats import damaged
from cppcc_cases.model import Article, Case, Evidence, LocalityCode, Missing, Stage
from cppcc_cases.model import Row as KindRow
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.rows import rows
from cppcc_cases.report.claims import Teller, cell, plainly, said
from cppcc_cases.report.compared import derived, leads_of, lines, section, side
from cppcc_cases.report.listing import locality_names
from cppcc_cases.report.values import (
    Cell,
    Claim,
    Line,
    Part,
    Report,
    Row,
    Section,
    Side,
    Table,
)
from cppcc_cases.report.wording import dated
from cppcc_cases.report.words import WORDS, Words, indicator_name
from cppcc_cases.store import Store
from cppcc_cases.vocab.stages import stage_term


def pages(shown: Party, corpus: Store) -> tuple[Report, ...]:
    """Return each case of a party in full, or what is known of the party without one."""
    if not shown.cases:
        return (_without_case(shown, corpus),)
    sources = (evidence for _, mention in shown.mentions for evidence in mention.evidence)
    leads = tuple(leads_of(Teller(corpus.registry, dict.fromkeys(sources)), shown))
    first = [Section(id="mentions", parts=(Part(lines=leads),))] if leads else []
    return tuple(
        _case(case, corpus, first if index == 0 else []) for index, case in enumerate(shown.cases)
    )


def _without_case(shown: Party, corpus: Store) -> Report:
    sources = tuple(dict.fromkeys(e for _, mention in shown.mentions for e in mention.evidence))
    tell = Teller(corpus.registry, sources)
    articles = _articles(sources, corpus)
    leads = Section(id="mentions", parts=(Part(lines=tuple(leads_of(tell, shown))),))
    gaps = _gaps(articles, sources)
    why = derived(tell, (), [mention for _, mention in shown.mentions], articles)
    return Report(
        title=shown.title,
        sides=(side(shown),),
        sections=tuple(one for one in (leads, gaps, why) if one.parts),
        articles=articles,
        sources=sources,
    )


def _case(case: Case, corpus: Store, first: list[Section]) -> Report:
    told = rows(case.mechanism, corpus.registry)
    sources = tuple(dict.fromkeys(_cited(case, told)))
    articles = _articles(sources, corpus)
    tell = Teller(corpus.registry, sources, (), articles)
    mentions = (tell.mention(one, case.id) for one in case.mentions)
    sections = (
        *first,
        Section(id="summary", parts=(Part(text=case.summary), _facts(tell, case, corpus))),
        Section(
            id="practice",
            title=tell.colon(WORDS["mechanism"], case.mechanism.name),
            parts=(
                Part(
                    text=None if told else case.mechanism.definition,
                    lines=tuple(tell.field(row, case) for row in told),
                ),
            ),
        ),
        section("coverage", Part(table=_stages(tell, case))),
        section("figures", _listed(tell, case, _figures(tell, case, corpus))),
        section("outcomes", _listed(tell, case, _outcomes(tell, case))),
        section("mentions", Part(lines=tuple(Line(claims=(one,)) for one in mentions))),
        section("limitations", lines(case.limitations)),
        _gaps(articles, sources),
        derived(tell, (case,), case.mentions, articles),
    )
    return Report(
        title=case.title,
        sides=(Side(asked=case.id, title=case.title, codes=case.localities, cases=(case.id,)),),
        sections=tuple(one for one in sections if any(part != Part() for part in one.parts)),
        articles=articles,
        sources=sources,
    )


def _listed(tell: Teller, case: Case, found: Iterator[Line]) -> Part:
    """Return a list, or the word for a source that is silent."""
    none = Line(claims=(tell.silent(Missing.NOT_REPORTED, (case,)),))
    return Part(lines=tuple(found) or (none,))


def _facts(tell: Teller, case: Case, corpus: Store) -> Part:
    def places(words: Words) -> str:
        names = zip(locality_names(case, corpus, words), case.localities, strict=True)
        return words.join([name + words.brackets(code) for name, code in names])

    facts = (
        ("id", said(case.id)),
        ("locality", tell.text(places)),
        ("committees", tell.names(case.committees)),
        ("period", tell.text(dated, case.period)),
        ("topics", tell.text(_topics, case)),
    )
    return Part(
        lines=tuple(
            Line(id=key, label=WORDS[key], claims=(plainly(text, case.id),)) for key, text in facts
        )
    )


def _topics(words: Words, case: Case) -> str:
    return words.join(map(words.topic, case.topics))


def _stages(tell: Teller, case: Case) -> Table:
    return Table(
        head=WORDS["stage"],
        columns=(WORDS["state"], WORDS["evidence"]),
        rows=tuple(_stage(tell, case, stage) for stage in Stage),
    )


def _stage(tell: Teller, case: Case, stage: Stage) -> Row:
    lifecycle = case.mechanism.lifecycle
    claim = lifecycle.claim(stage)
    state = lifecycle.state(stage)
    told = (
        [
            Claim(
                text=claim.note or said(""),
                about=claim,
                case=case.id,
                sources=tell.cited(claim.evidence),
            )
        ]
        if claim
        else []
    )
    return Row(
        id=stage.value,
        label=stage_term(stage).label,
        cells=(Cell(claims=tell.untold(state, (case,)), state=state), cell(*told)),
    )


def _figures(tell: Teller, case: Case, corpus: Store) -> Iterator[Line]:
    several = case.localities if len(case.localities) > 1 else ()
    names = {code: place.name for code in several if (place := corpus.gazetteer.get(code))}
    for metric in case.metrics:
        whose = names.get(LocalityCode(metric.of or ""))
        figure = tell.metric(metric, case.id, correction=corpus.correction(case, metric))
        yield Line(
            id=metric.indicator,
            label=indicator_name(tell.registry, metric.indicator),
            claims=(tell.named(whose, figure) if whose else figure,),
        )


def _outcomes(tell: Teller, case: Case) -> Iterator[Line]:
    for one in case.outcomes:
        yield Line(id=one.kind.value, label=one.kind.label, claims=(tell.outcome(one, case.id),))


def _gaps(articles: Iterable[Article], sources: tuple[Evidence, ...]) -> Section:
    """Return what is damaged in the print near what is cited."""
    found = [text for article in articles for text in damaged(article, sources)]
    return section("caveats", *([lines(found)] if found else []))


def _cited(case: Case, told: tuple[KindRow, ...]) -> Iterator[Evidence]:
    for _, part in walk((told, case.mechanism.lifecycle, case.metrics, case.outcomes, case)):
        if isinstance(part, Evidence):
            yield part


def _articles(sources: Iterable[Evidence], corpus: Store) -> tuple[Article, ...]:
    cited = {evidence.article for evidence in sources}
    return corpus.articles_of(cited)
