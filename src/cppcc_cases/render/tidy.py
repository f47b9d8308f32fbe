"""A comparison as tidy rows: one claim a row, with ids, words, and where it stands."""

from collections.abc import Iterable, Iterator

from attrs import evolve, field, fields, frozen

from cppcc_cases.comparison import Comparison, Party
from cppcc_cases.kinds.rows import rows
from cppcc_cases.model import (
    Basis,
    Case,
    Dating,
    Evidence,
    Maybe,
    Metric,
    Missing,
    Number,
    Outcome,
    OutcomeStatus,
    Qualifier,
    Row,
    Stage,
    StageState,
    Text,
    label_of,
)
from cppcc_cases.render.claims import Numbers, numbered
from cppcc_cases.render.words import Words
from cppcc_cases.text import Lang, label
from cppcc_cases.vocab.stages import stage_term

_APART = " | "
"""Parts the pieces of evidence of one claim."""


@frozen(kw_only=True)
class Claim:
    """One claim of one party. ``value`` is a number only of a figure; else the words say it.

    Vocabulary is told by its ids. A claim with several pieces of evidence is one row all the same,
    so that no figure counts twice.
    """

    party: str = field(default="", metadata=label("一方", "Party"))
    codes: str = field(default="", metadata=label("区划代码", "Division codes"))
    case: str = field(default="", metadata=label("案例", "Case"))
    sort: str = field(default="", metadata=label("条目种类", "Sort of claim"))
    id: str = field(default="", metadata=label("编号", "Id"))
    name: str = field(default="", metadata=label("名称", "Name"))
    value: Number | None = field(default=None, metadata=label("数值", "Value"))
    numerator: Number | None = field(default=None, metadata=label("分子", "Numerator"))
    denominator: Number | None = field(default=None, metadata=label("分母", "Denominator"))
    unit: str = field(default="", metadata=label("单位", "Unit"))
    qualifier: str = field(default="", metadata=label("限定", "Qualifier"))
    state: str = field(default="", metadata=label("状态", "State"))
    text: str = field(default="", metadata=label("内容", "Text"))
    as_of: str = field(default="", metadata=label("时点", "As of"))
    period: str = field(default="", metadata=label("时段", "Period"))
    dated_by: str = field(default="", metadata=label("时间是谁说的", "Who dates it"))
    basis: str = field(default="", metadata=label("谁说的", "Who says so"))
    sources: str = field(default="", metadata=label("来源号", "Numbers of sources"))
    articles: str = field(default="", metadata=label("报道", "Articles"))
    paragraphs: str = field(default="", metadata=label("段落", "Paragraphs"))
    anchors: str = field(default="", metadata=label("依据词", "Anchors"))


COLUMNS = tuple(a.name for a in fields(Claim))
WORDED = ("party", "name", "text")
"""The columns that hold words of a language; the others hold ids, numbers and anchors."""
_SORTS = {
    "mechanism": Text(zh="机制", en="mechanism"),
    "stage": Text(zh="阶段", en="stage"),
    "metric": Text(zh="数字", en="figure"),
    "outcome": Text(zh="成效", en="outcome"),
}
_STATES = {one.value: one.label for kind in (StageState, OutcomeStatus, Missing) for one in kind}


def tidy(comparison: Comparison, lang: Lang) -> tuple[Claim, ...]:
    """Return every claim of every party, in the order of a digest."""
    words = Words(lang, comparison.registry)
    numbers = numbered(comparison.sources)
    return tuple(claim for one in comparison.parties for claim in claims_of(words, one, numbers))


def claims_of(words: Words, party: Party, numbers: Numbers) -> Iterator[Claim]:
    """Yield every claim of a party."""
    for case in party.cases:
        yield from _of_case(words, _begun(words, party, case), case, numbers)


def headers(words: Words) -> tuple[str, ...]:
    """Return the names of the columns."""
    return tuple(words.of(label_of(a.metadata, a.name)) for a in fields(Claim))


def worded(words: Words, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims with words in place of the ids of sorts, units, states and the like."""
    bases = {one.value: one.label for one in Basis}
    qualifiers = {one.value: one.label for one in Qualifier}

    def said(known: dict[str, Text], id_: str) -> str:
        return words.of(known[id_]) if id_ in known else id_

    return tuple(
        evolve(
            claim,
            sort=said(_SORTS, claim.sort),
            unit=words.unit(claim.unit) if claim.unit else "",
            qualifier=said(qualifiers, claim.qualifier),
            state=said(_STATES, claim.state),
            dated_by=said(bases, claim.dated_by),
            basis=said(bases, claim.basis),
        )
        for claim in claims
    )


def _begun(words: Words, party: Party, case: Case) -> Claim:
    codes = " ".join(place.code for place in party.localities)
    return Claim(party=words.of(party.title), codes=codes, case=case.id)


def _of_case(words: Words, begun: Claim, case: Case, numbers: Numbers) -> Iterator[Claim]:
    for row in rows(case.mechanism):
        yield from _row(words, begun, row, numbers)
    for stage in Stage:
        yield _stage(words, begun, case, stage, numbers)
    for metric in case.metrics:
        yield _metric(words, begun, metric, numbers)
    for outcome in case.outcomes:
        yield _outcome(words, begun, outcome, numbers)


def _proved(claim: Claim, evidence: tuple[Evidence, ...], numbers: Numbers) -> Claim:
    """Return a claim with where it stands."""
    return evolve(
        claim,
        sources=_APART.join(str(numbers[one]) for one in evidence),
        articles=_APART.join(dict.fromkeys(one.article for one in evidence)),
        paragraphs=_APART.join(str(one.paragraph) for one in evidence),
        anchors=_APART.join(one.anchor for one in evidence),
    )


def _row(words: Words, begun: Claim, row: Row, numbers: Numbers) -> Iterator[Claim]:
    claim = evolve(begun, sort="mechanism", id=row.field, name=words.of(row.label))
    if isinstance(row.facts, Missing):
        yield evolve(claim, state=row.facts.value)
        return
    for fact in row.facts:
        yield _proved(evolve(claim, text=words.of(fact.text)), fact.evidence, numbers)


def _stage(words: Words, begun: Claim, case: Case, stage: Stage, numbers: Numbers) -> Claim:
    found = case.mechanism.lifecycle.claim(stage)
    claim = evolve(
        begun,
        sort="stage",
        id=stage.value,
        name=words.of(stage_term(stage).label),
        state=case.mechanism.lifecycle.state(stage).value,
        text=words.of(found.note) if found and found.note else "",
    )
    return _proved(claim, found.evidence if found else (), numbers)


def _metric(words: Words, begun: Claim, metric: Metric, numbers: Numbers) -> Claim:
    claim = evolve(
        begun,
        sort="metric",
        id=metric.indicator,
        name=words.indicator(metric.indicator),
        unit=metric.unit,
        text=words.of(metric.scope) if isinstance(metric.scope, Text) else "",
        numerator=_number(metric.numerator),
        denominator=_number(metric.denominator),
        as_of=_date(metric.as_of),
        period=_date(metric.period),
        dated_by=_dated_by(metric.as_of) or _dated_by(metric.period),
        basis=metric.basis.value,
    )
    if isinstance(metric.value, Missing):
        claim = evolve(claim, state=metric.value.value)
    else:
        claim = evolve(claim, value=metric.value, qualifier=metric.qualifier.value)
    return _proved(claim, metric.evidence, numbers)


def _outcome(words: Words, begun: Claim, outcome: Outcome, numbers: Numbers) -> Claim:
    claim = evolve(
        begun,
        sort="outcome",
        id=outcome.kind.value,
        name=words.of(outcome.kind.label),
        state=outcome.status.value,
        text=words.of(outcome.text),
        period=_date(outcome.date),
        dated_by=_dated_by(outcome.date),
        basis=outcome.basis.value,
    )
    return _proved(claim, outcome.evidence, numbers)


def _number(value: Maybe[Number]) -> Number | None:
    return None if isinstance(value, Missing) else value


def _date(when: Maybe[Dating]) -> str:
    return when.date.text if isinstance(when, Dating) else ""


def _dated_by(when: Maybe[Dating]) -> str:
    return when.basis.value if isinstance(when, Dating) else ""
