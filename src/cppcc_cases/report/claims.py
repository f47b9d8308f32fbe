"""What the model holds → claims of a report: the one place where a value becomes something said."""

from collections.abc import Callable, Iterable
from typing import TypeVarTuple

from attrs import evolve

from cppcc_cases.comparison.bars import Length
from cppcc_cases.comparison.normalise import NoQuotient, Quotient
from cppcc_cases.model import (
    Article,
    Case,
    CaseId,
    Evidence,
    Lang,
    Mention,
    Metric,
    Missing,
    Outcome,
    Read,
    Row,
    StageClaim,
    StageState,
    Text,
)
from cppcc_cases.model.walk import cited
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report import wording
from cppcc_cases.report.quotients import count_notes, dated_count, quotient_text
from cppcc_cases.report.values import Cell, Claim, Line, Silence
from cppcc_cases.report.words import Words
from cppcc_cases.vocab.denominators import Denominator

_T = TypeVarTuple("_T")


class Teller:
    """Tells claims in both languages, with the numbers of their sources."""

    def __init__(
        self,
        registry: Registry,
        sources: Iterable[Evidence],
        counts: Iterable[Denominator] = (),
        articles: Iterable[Article] = (),
    ) -> None:
        self.registry = registry
        self.zh = Words(Lang.ZH, registry)
        self.en = Words(Lang.EN, registry)
        self.numbers = wording.numbered(sources)
        self.excerpts = {one.id for one in articles if one.read is Read.EXCERPT}
        first = len(self.numbers) + 1
        self.counts = {one: number for number, one in enumerate(counts, first)}

    def text(self, say: Callable[[Words, *_T], str], *told: *_T) -> Text:
        """Return what ``say(words, *told)`` says in both languages."""
        return Text(zh=say(self.zh, *told), en=say(self.en, *told))

    def colon(self, name: Text, value: Text) -> Text:
        """Return a name and its value."""
        return Text(zh=self.zh.colon(name.zh, value.zh), en=self.en.colon(name.en, value.en))

    def named(self, name: Text, claim: Claim) -> Claim:
        """Return a claim behind the name of what it is of."""
        return evolve(claim, text=self.colon(name, claim.text))

    def names(self, texts: Iterable[Text]) -> Text:
        """Return names as an enumeration."""
        told = tuple(texts)
        return self.text(_enumerated, told)

    def cited(self, evidence: tuple[Evidence, ...]) -> tuple[int, ...]:
        """Return the numbers of pieces of evidence."""
        return wording.cited_numbers(evidence, self.numbers)

    def metric(
        self,
        metric: Metric,
        case: CaseId | None = None,
        bar: Length | None = None,
        known: tuple[str, ...] = (),
        correction: Metric | None = None,
    ) -> Claim:
        """Return a figure; ``known`` are words of it that are said where it stands."""
        missing = isinstance(metric.value, Missing)
        beside = self.text(wording.metric_beside, metric, known, correction)
        return Claim(
            text=self.text(wording.metric_text, metric, known, correction),
            number=None if isinstance(metric.value, Missing) else metric.value,
            unit=self.unit(metric),
            note=None if missing or not beside.zh else beside,
            silence=Silence.of(metric.value) if isinstance(metric.value, Missing) else None,
            about=metric,
            bar=bar,
            case=case,
            sources=self.cited(metric.evidence) if self.numbers else (),
        )

    def unit(self, metric: Metric) -> Text | None:
        """Return the unit that follows a figure."""
        if isinstance(metric.value, Missing):
            return None
        return self.text(wording.unit_of, metric.unit, metric.value)

    def outcome(self, outcome: Outcome, case: CaseId) -> Claim:
        """Return an outcome."""
        return Claim(
            text=self.text(wording.outcome_text, outcome),
            about=outcome,
            case=case,
            sources=self.cited(outcome.evidence),
        )

    def stage(self, claim: StageClaim, case: CaseId) -> Claim:
        """Return what is claimed of a stage."""
        return Claim(
            text=self.text(wording.stage_text, claim),
            about=claim,
            case=case,
            sources=self.cited(claim.evidence),
        )

    def mention(self, mention: Mention, case: CaseId) -> Claim:
        """Return where a locality is mentioned."""
        return Claim(
            text=self.text(wording.mention_text, mention),
            about=mention,
            case=case,
            sources=self.cited(mention.evidence),
        )

    def silent(self, missing: Missing, cases: Iterable[Case]) -> Claim:
        """Return why there is nothing: of cases read from an excerpt, that it is not in there."""
        looked = cases if missing is Missing.NOT_REPORTED and self.excerpts else ()
        if any(self.excerpts & cited(case) for case in looked):
            return quiet(Silence.NOT_IN_EXCERPT)
        return quiet(Silence.of(missing))

    def untold(self, state: StageState, cases: Iterable[Case]) -> tuple[Claim, ...]:
        """Return what stands beside the state of a stage that an excerpt does not tell of."""
        if state is not StageState.NOT_REPORTED:
            return ()
        silent = self.silent(Missing.NOT_REPORTED, cases)
        return () if silent.silence is Silence.NOT_REPORTED else (silent,)

    def field(self, row: Row, case: Case) -> Line:
        """Return what is told in a field of a mechanism."""
        if isinstance(row.facts, Missing):
            silence = evolve(self.silent(row.facts, (case,)), case=case.id)
            return Line(id=row.field, label=row.label, claims=(silence,))
        claims = tuple(
            Claim(text=fact.text, about=fact, case=case.id, sources=self.cited(fact.evidence))
            for fact in row.facts
        )
        return Line(id=row.field, label=row.label, claims=claims)

    def count(self, one: Denominator) -> Claim:
        """Return what is counted in a locality, with its day."""
        return Claim(
            text=self.text(dated_count, one),
            number=one.value,
            note=self.text(count_notes, one),
            about=one,
            sources=(self.counts[one],) if one in self.counts else (),
        )

    def quotient(
        self, one: Quotient | NoQuotient | None, is_share: bool, bar: Length | None
    ) -> Claim:
        """Return a figure divided by what it is counted among, or why it can't be."""
        if one is None:
            return quiet(Silence.NOTHING)
        if isinstance(one, NoQuotient):
            return Claim(text=one.reason, about=one)
        return Claim(
            text=self.text(quotient_text, one, is_share),
            number=one.value * 100 if is_share else one.value,
            unit=Text(zh="%", en="%") if is_share else None,
            note=said(f"{wording.number(one.numerator)}/{wording.number(one.denominator.value)}"),
            about=one,
            bar=bar,
            sources=(self.counts[one.denominator],) if one.denominator in self.counts else (),
        )

    def case_name(self, case: Case) -> Claim:
        """Return title and id of a case."""
        return Claim(text=self.text(wording.case_name, case), case=case.id)


def _enumerated(words: Words, texts: tuple[Text, ...]) -> str:
    return words.join(map(words.of, texts))


def said(text: str) -> Text:
    """Return what is the same in both languages."""
    return Text(zh=text, en=text)


def plainly(text: Text, case: CaseId | None = None) -> Claim:
    """Return a sentence as a claim without evidence of its own."""
    return Claim(text=text, case=case)


def quiet(silence: Silence, case: CaseId | None = None) -> Claim:
    """Return the word for a silence."""
    return Claim(text=silence.label, silence=silence, case=case)


def cell(*claims: Claim) -> Cell:
    """Return a cell of claims."""
    return Cell(claims=claims)
