"""What the public functions give, as a type checker sees it; never run, only type-checked."""

from collections.abc import Mapping
from pathlib import Path
from typing import assert_type

import cppcc_cases as cc
from cppcc_cases.checks.verify import Anchor, Found
from cppcc_cases.comparison import MetricRow, OutcomeRow, Party, StageCell, StageRow, party
from cppcc_cases.comparison.rows import Aligned, FigureCell
from cppcc_cases.model import (
    CaseId,
    Dating,
    Edtf,
    Fact,
    Indicator,
    IndicatorId,
    Locality,
    LocalityCode,
    Mechanism,
    Mention,
    Missing,
    Number,
    OutcomeKind,
    OutcomeStatus,
    Row,
    StageClaim,
    StageState,
    Term,
    Unit,
    UnitId,
    When,
)
from cppcc_cases.plugins.contract import Kind
from cppcc_cases.plugins.entries import Broken, Entry
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.rows import rows
from cppcc_cases.store import Loaded
from cppcc_cases.vocab.gazetteer import Resolution


def loading(path: Path) -> None:
    """A corpus comes from nothing, from paths and from strings."""
    assert_type(cc.load(), cc.Corpus)
    assert_type(cc.load(path, "folder", strict=False), cc.Corpus)
    assert_type(cc.load(registry=Registry(entries=())), cc.Corpus)


def a_corpus(corpus: cc.Store) -> None:
    """A corpus gives cases, articles, problems and places."""
    assert_type(corpus.cases, tuple[cc.Case, ...])
    assert_type(corpus.articles, tuple[cc.Article, ...])
    assert_type(corpus.problems, tuple[cc.Problem, ...])
    assert_type(corpus.files, tuple[Loaded, ...])
    assert_type(corpus.case("id"), cc.Case)
    assert_type(corpus.at(LocalityCode("140100")), tuple[cc.Case, ...])
    assert_type(corpus.mentions(LocalityCode("140600")), tuple[tuple[cc.Case, Mention], ...])
    assert_type(corpus.codes(), frozenset[LocalityCode])
    assert_type(corpus.gazetteer, cc.Gazetteer)
    assert_type(corpus.registry, Registry)


def a_case(case: cc.Case) -> None:
    """A case is typed throughout, and silence is part of the type."""
    assert_type(case.id, CaseId)
    assert_type(case.title, cc.Text)
    assert_type(case.localities, tuple[LocalityCode, ...])
    assert_type(case.period, Dating)
    assert_type(case.period.date, Edtf)
    assert_type(case.mechanism, Mechanism)
    assert_type(case.mechanism.kind, str)
    assert_type(case.metrics, tuple[cc.Metric, ...])
    assert_type(case.outcomes, tuple[cc.Outcome, ...])
    assert_type(rows(case.mechanism, Registry.installed()), tuple[Row, ...])


def a_metric(metric: cc.Metric) -> None:
    """A figure has to be told apart from silence before it can be counted with."""
    assert_type(metric.indicator, IndicatorId)
    assert_type(metric.unit, UnitId)
    assert_type(metric.value, Number | Missing)
    if isinstance(metric.value, Missing):
        assert_type(metric.value, cc.Missing)
    else:
        assert_type(metric.value, int | float)
    assert_type(metric.of, str | None)
    assert_type(metric.when, When)
    assert_type(metric.when.date, Edtf | None)
    assert_type(metric.part, tuple[str, ...])
    assert_type(metric.evidence, tuple[cc.Evidence, ...])


def an_outcome(outcome: cc.Outcome) -> None:
    """Kind and status of an outcome are enums."""
    assert_type(outcome.kind, OutcomeKind)
    assert_type(outcome.status, OutcomeStatus)
    assert_type(outcome.date, Dating | Missing)


def stages(case: cc.Case) -> None:
    """A stage has a state always, and a claim where something is said."""
    assert_type(case.mechanism.lifecycle.state(cc.Stage.FEEDBACK), StageState)
    assert_type(case.mechanism.lifecycle.claim(cc.Stage.FEEDBACK), StageClaim | None)
    for stage, state in case.mechanism.lifecycle:
        assert_type(stage, cc.Stage)
        assert_type(state, StageState)


def a_registry(registry: Registry) -> None:
    """What is registered is looked up by its id, and may be unknown."""
    assert_type(Registry.installed(), Registry)
    assert_type(registry.entries, tuple[Entry, ...])
    assert_type(registry.kind_ids, tuple[str, ...])
    assert_type(registry.kind("inspection"), Kind | None)
    assert_type(registry.kinds, Mapping[str, Kind])
    assert_type(registry.indicators, Mapping[str, Indicator])
    assert_type(registry.topics, Mapping[str, Term])
    assert_type(registry.units, Mapping[str, Unit])
    assert_type(registry.collections, Mapping[str, str])
    assert_type(registry.broken, tuple[Broken, ...])


def a_row(row: Row) -> None:
    """What a mechanism tells is facts, or silence."""
    assert_type(row.facts, tuple[Fact, ...] | Missing)


def queries(corpus: cc.Corpus) -> None:
    """Filters give cases, groupings give cases by their keys."""
    assert_type(cc.select(corpus), cc.Selection)
    assert_type(cc.select(corpus, kind="inspection", text="文旅"), cc.Selection)
    assert_type(cc.select(corpus)[0], cc.Case)
    assert_type(cc.select(corpus)[:2], cc.Selection)
    assert_type(list(cc.select(corpus)), list[cc.Case])
    assert_type([case.id for case in cc.select(corpus)], list[CaseId])
    assert_type(cc.group_by(corpus, "kind"), dict[str, tuple[cc.Case, ...]])
    assert_type(cc.count_by(corpus, "stage", corpus.cases), dict[str, int])


def comparing(corpus: cc.Corpus) -> None:
    """A comparison is a value, row by row and cell by cell."""
    comparison = cc.compare(corpus, "taiyuan", "datong")
    assert_type(comparison, cc.Comparison)
    assert_type(comparison.parties, tuple[Party, ...])
    assert_type(comparison.stages, tuple[StageRow, ...])
    assert_type(comparison.stages[0].cells, tuple[StageCell, ...])
    assert_type(comparison.metrics, tuple[MetricRow, ...])
    assert_type(comparison.metrics[0].row, Aligned)
    assert_type(comparison.metrics[0].row.cells, tuple[FigureCell, ...])
    assert_type(comparison.outcomes, tuple[OutcomeRow, ...])
    assert_type(comparison.outcomes[0].cells, tuple[tuple[cc.Outcome, ...], ...])
    assert_type(comparison.caveats, tuple[cc.Text, ...])
    assert_type(comparison.sources, tuple[cc.Evidence, ...])
    assert_type(party(corpus, "taiyuan").passed_over, tuple[Locality, ...])


def checking(corpus: cc.Corpus) -> None:
    """Checks give a corpus with problems, verification gives what became of each anchor."""
    assert_type(cc.check(corpus), cc.Corpus)
    assert_type(cc.check(corpus).problems[0].severity, cc.Severity)
    assert_type(cc.check(corpus).problems[0].location, cc.Location)
    verification = cc.verify(corpus, "text")
    assert_type(verification, cc.Verification)
    assert_type(verification.anchors, tuple[Anchor, ...])
    assert_type(verification.anchors[0].found, Found)
    assert_type(verification.count(Found.MISSING), int)


def writing(article: cc.Article, case: cc.Case, error: cc.Unwritable) -> None:
    """A model is written as text; what can't be written says where it stands."""
    assert_type(cc.to_yaml(article, [case]), str)
    assert_type(cc.to_yaml(article, (case, case), plugins=["package"]), str)
    assert_type(error.path, tuple[str | int, ...])


def places(gazetteer: cc.Gazetteer) -> None:
    """A name resolves to one locality and those passed over; a code may be unknown."""
    assert_type(gazetteer.resolve("taiyuan"), Resolution)
    assert_type(gazetteer.resolve("taiyuan").locality, Locality)
    assert_type(gazetteer.get("140100"), Locality | None)


def errors(
    invalid: cc.InvalidCorpus,
    no_case: cc.NoSuchCase,
    unknown: cc.UnknownTerm,
    few: cc.TooFewParties,
    place: cc.UnknownLocality | cc.AmbiguousLocality,
) -> None:
    """Errors carry what a caller needs to say what is wrong."""
    assert_type(invalid.problems, tuple[cc.Problem, ...])
    assert_type(no_case.near, tuple[str, ...])
    assert_type(unknown.known, tuple[str, ...])
    assert_type(few.same, tuple[str, ...])
    assert_type(place.message, cc.Text)


def languages(text: cc.Text) -> None:
    """A text is a string in each language."""
    assert_type(text.in_(cc.Lang.ZH), str)
