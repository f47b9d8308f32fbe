"""A case as the pages show it: its claims with their words, numbers of sources and anchors."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from attrs import frozen

from cppcc_cases import model
from cppcc_cases.comparison.bars import own_length
from cppcc_cases.model import Dating, Edtf, Missing, Text
from cppcc_cases.model.walk import held, walk
from cppcc_cases.plugins.rows import rows
from cppcc_cases.report.windows import window_text
from cppcc_cases.report.wording import cited_numbers, figure, metric_notes, numbered, who
from cppcc_cases.site.source import Source
from cppcc_cases.site.words import SiteWords
from cppcc_cases.vocab.stages import stage_term

Numbers = tuple[int, ...]


@frozen(kw_only=True)
class StageView:
    """One stage of a case: its state, and what is claimed of it."""

    id: str
    name: str
    state: model.StageState
    says: str
    note: str
    sources: Numbers

    @property
    def told(self) -> bool:
        """Whether the source says anything of the stage."""
        return self.state is not model.StageState.NOT_REPORTED


@frozen(kw_only=True)
class FactView:
    """One thing told, with the numbers of its sources."""

    text: str
    sources: Numbers


@frozen(kw_only=True)
class RowView:
    """One field of a mechanism: facts, or the word for their absence."""

    name: str
    facts: tuple[FactView, ...]
    missing: str


@frozen(kw_only=True)
class MetricView:
    """One figure; ``anchor`` is the id under which it can be linked to."""

    id: str
    name: str
    indicator: str
    figure: str
    share: float | None
    notes: tuple[str, ...]
    when: str
    sources: Numbers
    evidence: tuple[model.Evidence, ...]


@frozen(kw_only=True)
class OutcomeView:
    """One outcome with its status, date and sources."""

    id: str
    kind: str
    status: str
    text: str
    when: str
    notes: tuple[str, ...]
    sources: Numbers


@frozen(kw_only=True)
class Moment:
    """One dated thing on the timeline of a case."""

    when: str
    text: str
    target: str


@frozen(kw_only=True, slots=False)
class CaseView:
    """A case in one language."""

    case: model.Case
    source: Source
    words: SiteWords

    @cached_property
    def sources(self) -> tuple[model.Evidence, ...]:
        """The pieces of evidence, numbered from 1 in the order in which a reader meets them."""
        told = (self._rows, self.case.mechanism.lifecycle, self.case.metrics, self.case.outcomes)
        found = (part for _, part in walk((*told, self.case)) if isinstance(part, model.Evidence))
        return tuple(dict.fromkeys(found))

    @cached_property
    def numbers(self) -> dict[model.Evidence, int]:
        """The number under which each piece of evidence is cited."""
        return numbered(self.sources)

    @cached_property
    def _rows(self) -> tuple[model.Row, ...]:
        return rows(self.case.mechanism, self.source.corpus.registry)

    def cited(self, evidence: tuple[model.Evidence, ...]) -> Numbers:
        """Return the numbers of pieces of evidence."""
        return cited_numbers(evidence, self.numbers)

    @property
    def places(self) -> tuple[tuple[model.LocalityCode, str], ...]:
        """The case's localities: codes and names."""
        known = self.source.places
        return tuple(
            (code, self.words.of(known[code].name) if code in known else code)
            for code in self.case.localities
        )

    @property
    def topics(self) -> str:
        """The topics in words."""
        return self.words.join(self.words.topic(id_) for id_ in self.case.topics)

    @property
    def committees(self) -> str:
        """The committees that act."""
        return self.words.join(self.words.of(one) for one in self.case.committees)

    @property
    def period(self) -> str:
        """The time of the practice."""
        return self.case.period.describe(self.words.lang)

    @cached_property
    def silent(self) -> str:
        """What is said where the case tells nothing."""
        return self.source.silent(self.words, self.case)

    @cached_property
    def stages(self) -> tuple[StageView, ...]:
        """All stages of the lifecycle."""
        return tuple(map(self._stage, model.Stage))

    def _stage(self, stage: model.Stage) -> StageView:
        claim = self.case.mechanism.lifecycle.claim(stage)
        return StageView(
            id=stage.value,
            name=self.words.of(stage_term(stage).label),
            state=(state := self.case.mechanism.lifecycle.state(stage)),
            says=self.words.of(state.label) if claim else self.silent,
            note=self.words.of(claim.note) if claim and claim.note else "",
            sources=self.cited(claim.evidence) if claim else (),
        )

    @cached_property
    def rows(self) -> tuple[RowView, ...]:
        """The fields of the case's kind."""
        return tuple(map(self._row, self._rows))

    def _row(self, row: model.Row) -> RowView:
        name = self.words.of(row.label)
        if isinstance(row.facts, model.Missing):
            silent = row.facts is Missing.NOT_REPORTED
            missing = self.silent if silent else self.words.of(row.facts.label)
            return RowView(name=name, facts=(), missing=missing)
        facts = tuple(
            FactView(text=self.words.of(fact.text), sources=self.cited(fact.evidence))
            for fact in row.facts
        )
        return RowView(name=name, facts=facts, missing="")

    @cached_property
    def metrics(self) -> tuple[MetricView, ...]:
        """The figures; of several of one indicator the later ones have a number in their id."""
        seen: dict[str, int] = {}
        found = []
        for metric in self.case.metrics:
            nth = seen[metric.indicator] = seen.get(metric.indicator, 0) + 1
            id_ = f"m-{metric.indicator}" + (f"-{nth}" if nth > 1 else "")
            found.append(self._metric(metric, id_))
        return tuple(found)

    def _metric(self, metric: model.Metric, id_: str) -> MetricView:
        words = self.words
        length = own_length(metric)
        when = "" if isinstance(metric.value, Missing) else window_text(words, metric)
        correction = self.source.corpus.correction(self.case, metric)
        notes = metric_notes(words, metric, correction=correction)
        return MetricView(
            id=id_,
            name=words.indicator(metric.indicator),
            indicator=metric.indicator,
            figure=figure(words, metric),
            share=length.share if length else None,
            notes=tuple(one for one in notes if one != when),
            when=when,
            sources=self.cited(metric.evidence),
            evidence=metric.evidence,
        )

    @cached_property
    def outcomes(self) -> tuple[OutcomeView, ...]:
        """The outcomes."""
        return tuple(
            self._outcome(one, f"o-{number}") for number, one in enumerate(self.case.outcomes, 1)
        )

    def _outcome(self, outcome: model.Outcome, id_: str) -> OutcomeView:
        words = self.words
        when = outcome.date.describe(words.lang) if isinstance(outcome.date, model.Dating) else ""
        return OutcomeView(
            id=id_,
            kind=words.of(outcome.kind.label),
            status=words.of(outcome.status.label),
            text=words.of(outcome.text),
            when=when,
            notes=tuple(who(words, outcome.basis, outcome.said_by)),
            sources=self.cited(outcome.evidence),
        )

    @cached_property
    def timeline(self) -> tuple[Moment, ...]:
        """What has a date of its own, in the order of time; what is undated comes last."""
        dated = sorted(self._dated(), key=lambda one: _order(one[0]))
        return tuple(Moment(when=when, text=text, target=target) for _, when, text, target in dated)

    def _dated(self) -> Iterator[tuple[Edtf, str, str, str]]:
        """Yield what is dated: its date, when it is, what, and the id of its place on the page."""
        lang = self.words.lang
        for _, part in walk(self.case.mechanism):
            when, text = map(held(part).get, ("period", "text"))
            if isinstance(when, Dating) and isinstance(text, Text):
                yield when.date, when.describe(lang), self.words.of(text), "mechanism"
        for metric, shown in zip(self.case.metrics, self.metrics, strict=True):
            if time := metric.when.to or metric.when.date:
                yield time, shown.when, f"{shown.name} {shown.figure}", shown.id
        for outcome, told in zip(self.case.outcomes, self.outcomes, strict=True):
            if isinstance(outcome.date, Dating):
                yield outcome.date.date, told.when, told.text, told.id


def _order(when: Edtf) -> tuple[date, date]:
    lower, upper = when.lower, when.upper
    return lower or upper or date.max, upper or date.max
