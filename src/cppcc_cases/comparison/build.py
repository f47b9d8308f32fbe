"""Building a comparison: parties, alignment of metrics and outcomes, coverage, sources."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from cppcc_cases.comparison.caveats import caveats
from cppcc_cases.comparison.contrast import contrast
from cppcc_cases.comparison.derived import derived
from cppcc_cases.comparison.model import (
    CaseMechanism,
    Comparison,
    MetricRow,
    OutcomeRow,
    Party,
    QuotientRow,
    StageCell,
    StageRow,
)
from cppcc_cases.comparison.normalise import Quotient, quotient
from cppcc_cases.comparison.rows import Aligned, Teller, Told, aligned
from cppcc_cases.errors import CasesError
from cppcc_cases.model import (
    Case,
    Evidence,
    Indicator,
    IndicatorId,
    Locality,
    LocalityCode,
    Metric,
    Missing,
    OutcomeKind,
    Stage,
    Text,
    strongest,
)
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.rows import rows
from cppcc_cases.query.only import ALL, Only
from cppcc_cases.store import NoSuchCase, Query, Store
from cppcc_cases.vocab.denominators import Per
from cppcc_cases.vocab.gazetteer import Resolution, UnknownLocality
from cppcc_cases.vocab.gazetteer_names import clean

NEARBY = 5
MOST = 8
"""More parties than this can't be read side by side."""


class TooFewParties(CasesError, ValueError):
    """A comparison needs two parties, each given once.

    Takes the names of the parties, and those that were given and stand for one and the same party.
    """

    def __init__(self, names: tuple[Text, ...], same: tuple[str, ...] = ()) -> None:
        super().__init__(names, same)
        self.names = names
        self.same = same

    def __str__(self) -> str:
        if self.same:
            return f"one and the same party was given more than once: {', '.join(self.same)}"
        there = " ".join(name.en for name in self.names) or "none"
        return f"a comparison needs two parties, and there is {there}"


class TooManyParties(CasesError, ValueError):
    """More parties than can be read side by side. Takes how many there are."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    def __str__(self) -> str:
        return f"at most {MOST} parties can be put side by side, not {self.count}"


def compare(corpus: Store, *names: str, only: Only = ALL) -> Comparison:
    """Return two to eight localities, or cases, side by side.

    A name is a case id, or anything that the gazetteer resolves; a locality that has cases goes
    before others of its name. A locality without a case is a party all the same, and says so.
    ``only`` leaves out figures of other indicators, windows, years or parts.
    Raises :class:`TooFewParties`, :class:`TooManyParties` and what :func:`party` raises.
    """
    parties = tuple(party(corpus, name) for name in names)
    same = _same(parties)
    if same or len(parties) < 2:
        raise TooFewParties(tuple(one.title for one in parties), same)
    return _side_by_side(corpus, parties, only)


def alone(corpus: Store, name: str) -> Comparison:
    """Return what a comparison tells of one party, whichever the others may be."""
    return _side_by_side(corpus, (party(corpus, name),))


def compare_cases(corpus: Store, cases: Iterable[Case], only: Only = ALL) -> Comparison:
    """Return a selection of cases side by side, such as :func:`~cppcc_cases.query.select` gives.

    Each locality is a party, with those of its cases that were selected; so is each group of
    localities with a practice in common. Raises :class:`TooFewParties` (with the names of the
    parties that there are) and :class:`TooManyParties`.
    """
    parties = parties_of(corpus, cases)
    if len(parties) < 2:
        raise TooFewParties(tuple(one.title for one in parties))
    return _side_by_side(corpus, parties, only)


def parties_of(corpus: Store, cases: Iterable[Case]) -> tuple[Party, ...]:
    """Return the parties of a selection of cases; see :func:`compare_cases`."""
    groups: dict[tuple[LocalityCode, ...], list[Case]] = {}
    for case in cases:
        groups.setdefault(case.localities, []).append(case)
    return tuple(_group(corpus, codes, tuple(group)) for codes, group in groups.items())


def _group(corpus: Store, codes: tuple[LocalityCode, ...], cases: tuple[Case, ...]) -> Party:
    """Return the cases of the same localities as a party that bears the names of all."""
    places = tuple(filter(None, map(corpus.gazetteer.get, codes)))
    names = [place.name for place in places]
    return Party(
        asked=" ".join(place.slug for place in places) or cases[0].id,
        title=Text(zh="、".join(n.zh for n in names), en=", ".join(n.en for n in names))
        if names
        else cases[0].title,
        localities=places,
        cases=cases,
    )


def _side_by_side(corpus: Store, parties: tuple[Party, ...], only: Only = ALL) -> Comparison:
    if len(parties) > MOST:
        raise TooManyParties(len(parties))
    mechanisms = tuple(
        tuple(_mechanism(case, corpus.registry) for case in p.cases) for p in parties
    )
    stages = tuple(_stage_row(stage, parties) for stage in Stage)
    figures = [figures_of(corpus, one, only) for one in parties]
    metrics = tuple(_metric_rows([own for own, _ in figures], corpus.registry, parties))
    above = tuple((at, one) for at, (_, higher) in enumerate(figures) for one in higher)
    outcomes = tuple(_outcome_rows(parties))
    told = tuple(
        one.metric
        for row in metrics
        for cell in row.row.cells
        for one in (cell.told, *cell.others)
        if one and cell.told and one.seen.window == cell.told.seen.window
    )
    claims = (
        *_by_party(stages, len(parties)),
        told,
        tuple(one.metric for _, one in above),
        outcomes,
    )
    sources = tuple(dict.fromkeys(_evidence(mechanisms, claims, parties)))
    cited = {evidence.article for evidence in sources}
    articles = corpus.articles_of(cited)
    return Comparison(
        parties=parties,
        mechanisms=mechanisms,
        stages=stages,
        metrics=metrics,
        above=above,
        outcomes=outcomes,
        contrast=contrast(parties, stages, metrics, outcomes, corpus.registry),
        caveats=caveats(parties, articles, sources),
        articles=articles,
        sources=sources,
        registry=corpus.registry,
    )


def party(corpus: Store, name: str) -> Party:
    """Return a case or a locality as one side of a comparison.

    Raises the gazetteer's ``LocalityError``, and ``NoSuchCase`` for a name that is no locality but
    comes near to the id of a case.
    """
    gazetteer = corpus.gazetteer
    if corpus.has(clean(name)):
        case = corpus.case(clean(name))
        places = tuple(filter(None, map(gazetteer.get, case.localities)))
        return Party(asked=name, title=case.title, localities=places, cases=(case,))
    found = _resolve(corpus, name)
    cases = corpus.at(found.locality.code)
    return Party(
        asked=name,
        title=found.locality.name,
        localities=(found.locality,),
        cases=cases,
        mentions=corpus.mentions(found.locality.code),
        nearby=() if cases else tuple(_nearby(corpus, found.locality))[:NEARBY],
        passed_over=found.others,
        note=found.note,
    )


def one_case(corpus: Store, name: str) -> Case:
    """Return the case that a name stands for: its id, or a locality that has that case only.

    Raises :class:`NoSuchCase`, which names the locality's cases, and what :func:`party` raises.
    """
    found = party(corpus, name)
    if len(found.cases) != 1:
        near = found.cases or found.nearby
        raise NoSuchCase(name, tuple(case.id for case in near))
    return found.cases[0]


def _same(parties: tuple[Party, ...]) -> tuple[str, ...]:
    """Return the names of the first two parties that are one and the same, if any are."""
    first: dict[object, str] = {}
    for one in parties:
        key = (one.localities, one.cases)
        if key in first:
            return (first[key], one.asked)
        first[key] = one.asked
    return ()


def _resolve(corpus: Store, name: str) -> Resolution:
    try:
        return corpus.gazetteer.resolve(name, corpus.codes())
    except UnknownLocality as error:
        raise _closer(corpus, name, error) from None


def _closer(corpus: Store, name: str, error: CasesError) -> CasesError:
    """Return the error that helps more: ids of cases have hyphens, names of localities have not."""
    try:
        corpus.case(name)
    except NoSuchCase as no_case:
        if "-" in name and no_case.near:
            return no_case
    return error


def _nearby(corpus: Store, place: Locality) -> Iterator[Case]:
    """Yield cases within the place, then within its parent, and so on up to the province."""
    seen: set[str] = set()
    top = (*place.parents, place.code)[0]
    cases = corpus.find(Query.of(province=[top]))
    for code in (place.code, *reversed(place.parents)):
        for case in cases:
            if case.id not in seen and any(
                corpus.gazetteer.within(own, code) for own in case.localities
            ):
                seen.add(case.id)
                yield case


def _mechanism(case: Case, registry: Registry) -> CaseMechanism:
    told = rows(case.mechanism, registry)
    return CaseMechanism(case=case, kind=case.mechanism.name, rows=told)


def _stage_row(stage: Stage, parties: tuple[Party, ...]) -> StageRow:
    return StageRow(stage=stage, cells=tuple(_stage_cell(stage, p.cases) for p in parties))


def _stage_cell(stage: Stage, cases: Iterable[Case]) -> StageCell:
    claims = [claim for case in cases if (claim := case.mechanism.lifecycle.claim(stage))]
    return StageCell(state=strongest(claim.state for claim in claims), claims=tuple(claims))


def _metric_rows(
    told: Sequence[Sequence[Told]], registry: Registry, parties: tuple[Party, ...]
) -> Iterator[MetricRow]:
    for row in aligned(told, registry):
        known = registry.indicators.get(row.indicator)
        cells = tuple(
            evolve(cell, missing=_missing(party, row.indicator)) if cell.told is None else cell
            for party, cell in zip(parties, row.cells, strict=True)
        )
        quotients = _quotients(row, known) if known and not row.is_share else ()
        yield MetricRow(row=evolve(row, cells=cells), quotients=tuple(quotients))


def _missing(party: Party, indicator: IndicatorId) -> Missing:
    """Return why a party has no figure: it does not apply if one of its cases says so."""
    here = (one for case in party.cases for one in case.metrics if one.indicator == indicator)
    if any(one.value is Missing.NOT_APPLICABLE for one in here):
        return Missing.NOT_APPLICABLE
    return Missing.NOT_REPORTED


def _quotients(row: Aligned, known: Indicator) -> Iterator[QuotientRow]:
    """Yield the quotients of a row, unless its verdict forbids to reckon with its figures."""
    if row.apart or (row.judgement and not row.judgement.arithmetic):
        return
    for per in map(Per, known.divisors):
        made = tuple(quotient(cell.told, per) if cell.told else None for cell in row.cells)
        if known.share and any(isinstance(one, Quotient) and one.value > 1 for one in made):
            continue  # there is at most one in each
        if any(isinstance(one, Quotient) for one in made):
            yield QuotientRow(per=per, cells=made)


def figures_of(corpus: Store, party: Party, only: Only) -> tuple[list[Told], list[Told]]:
    """Return the figures of a party, and those of places above it that its cases tell."""
    teller = Teller(corpus)
    codes = {place.code for place in party.localities}
    above = {code for place in party.localities for code in place.parents} - codes
    own, higher = [], []
    for metric, case, correction in _current(corpus, party):
        if not only.holds(metric):
            continue
        told = evolve(teller.told(metric, case), correction=correction)
        if party.owns(metric.of):
            own.append(told)
        elif metric.of in above:
            higher.append(told)
    return own, higher


def _current(corpus: Store, party: Party) -> Iterator[tuple[Metric, Case, Metric | None]]:
    """Yield figures and rates worked out, each of its case, and by what it is corrected.

    What corrects one is told as well: where no case of the party has it, as of that corrected.
    """
    ids, more = {case.id for case in party.cases}, {}
    for case in party.cases:
        by = {one: corpus.corrections.get((case.id, one)) for one in case.metrics}
        standing = tuple(one for one in case.metrics if by[one] is None)
        for metric in (*case.metrics, *derived(standing, corpus.registry, corpus.corrects)):
            found = by.get(metric)
            yield metric, case, found[1] if found else None
            if found and found[0].id not in ids:
                more[found[0].id, found[1]] = case
    for (_, metric), case in more.items():
        yield metric, case, None


def _outcome_rows(parties: tuple[Party, ...]) -> Iterator[OutcomeRow]:
    for kind in OutcomeKind:
        cells = tuple(
            tuple(
                one
                for case in p.cases
                for one in case.outcomes
                if one.kind is kind and p.owns(one.of)
            )
            for p in parties
        )
        if any(cells):
            yield OutcomeRow(kind=kind, cells=cells)


def _by_party(stages: tuple[StageRow, ...], parties: int) -> Iterator[StageCell]:
    """Yield the cells of the stages as they are told: party by party."""
    for index in range(parties):
        yield from (row.cells[index] for row in stages)


def _evidence(
    mechanisms: tuple[tuple[CaseMechanism, ...], ...],
    claims: tuple[object, ...],
    parties: tuple[Party, ...],
) -> Iterator[Evidence]:
    """Yield what is cited, in the order in which a reader meets it."""
    told = tuple(one.rows for column in mechanisms for one in column)
    named = tuple(mention for p in parties if not p.cases for _, mention in p.mentions)
    for _, value in walk((named, told, *claims)):
        if isinstance(value, Evidence):
            yield value
