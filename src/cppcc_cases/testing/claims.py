"""Strategies for claims: facts, figures, metrics, outcomes, mentions and lifecycles."""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cppcc_cases.model import (
    EVERY_STAGE,
    ArticleId,
    Basis,
    Fact,
    Figure,
    Indicator,
    Lifecycle,
    LocalityCode,
    Maybe,
    Mention,
    Metric,
    Missing,
    Outcome,
    OutcomeKind,
    OutcomeStatus,
    Participant,
    Qualifier,
    Stage,
    StageClaim,
    StageState,
    Text,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.testing.words import (
    MADE_UP,
    chinese,
    datings,
    english,
    evidence,
    figures_shown,
    proof,
    stated,
    texts,
)
from cppcc_cases.vocab.gazetteer import Gazetteer

_T = TypeVar("_T")
_COUNTS = st.integers(0, 99_999)


@cache
def installed() -> Registry:
    """Return what the installed distributions register, looked up once in a run of tests."""
    return Registry.installed()


@cache
def _codes() -> tuple[LocalityCode, ...]:
    return tuple(place.code for place in Gazetteer.shipped())


@cache
def localities() -> SearchStrategy[LocalityCode]:
    """Return codes of places that exist. What is told of them is made up all the same."""
    return st.deferred(lambda: st.sampled_from(_codes()))


def maybe(strategy: SearchStrategy[_T]) -> SearchStrategy[Maybe[_T]]:
    """Return values, and both of the ways in which one can be missing."""
    return st.one_of(st.sampled_from(Missing), strategy)


@cache
def sayings() -> SearchStrategy[tuple[Basis, Text | None]]:
    """Return who says so, with the rule where that is this library."""
    return st.one_of(st.tuples(stated(), st.none()), st.tuples(st.just(Basis.DERIVED), texts()))


@cache
def facts(article: ArticleId = MADE_UP) -> SearchStrategy[Fact]:
    """Return facts with evidence in one article."""
    return st.builds(Fact, zh=chinese(), en=english(), evidence=proof(article))


@cache
def participants(article: ArticleId = MADE_UP) -> SearchStrategy[Participant]:
    """Return participants from places that exist."""
    return st.builds(
        Participant, locality=localities(), zh=chinese(), en=english(), evidence=proof(article)
    )


@cache
@st.composite
def figures(draw: st.DrawFn, article: ArticleId = MADE_UP) -> Figure:
    """Return counts that their anchors show."""
    value, qualifier = draw(_COUNTS), draw(st.sampled_from(Qualifier))
    shown = st.just(figures_shown(value, qualifier))
    return Figure(
        value=value,
        counted=draw(texts()),
        qualifier=qualifier,
        evidence=draw(proof(article, shown)),
    )


def lifecycles(
    article: ArticleId = MADE_UP, stages: Iterable[Stage] = EVERY_STAGE
) -> SearchStrategy[Lifecycle]:
    """Return lifecycles that tell of some of these stages; of a silent stage nothing is told."""
    told = [state for state in StageState if state is not StageState.NOT_REPORTED]
    claim: SearchStrategy[Maybe[StageClaim]] = st.builds(
        StageClaim,
        state=st.sampled_from(told),
        note=st.one_of(st.none(), texts()),
        evidence=proof(article),
    )
    silent = st.just(Missing.NOT_REPORTED)
    return st.builds(Lifecycle, **{stage.value: st.one_of(silent, claim) for stage in stages})


def metrics(
    article: ArticleId = MADE_UP, indicators: Iterable[Indicator] | None = None
) -> SearchStrategy[Metric]:
    """Return metrics of indicators that are in use, in a unit that each allows.

    Figures are those that the anchors show; a rate is its numerator over its denominator.
    ``indicators`` are all that are installed unless they are given.
    """
    among = installed().indicators.values() if indicators is None else indicators
    used = [one for one in among if one.replaced_by is None]
    return st.sampled_from(used).flatmap(lambda one: _metric(article, one))


@cache
def _metric(article: ArticleId, indicator: Indicator) -> SearchStrategy[Metric]:
    number = _rate(article, indicator) if indicator.is_rate else _count(article, indicator)
    silent = st.builds(
        Metric,
        indicator=st.just(indicator.id),
        value=st.sampled_from(Missing),
        unit=st.sampled_from(indicator.units),
        basis=stated(),
    )
    return st.one_of(number, silent)


@st.composite
def _count(draw: st.DrawFn, article: ArticleId, indicator: Indicator) -> Metric:
    value, qualifier = draw(_COUNTS), draw(st.sampled_from(Qualifier))
    basis, rule = draw(sayings())
    return Metric(
        indicator=indicator.id,
        value=value,
        unit=draw(st.sampled_from(indicator.units)),
        qualifier=qualifier,
        as_of=draw(maybe(datings())),
        period=draw(maybe(datings())),
        scope=draw(maybe(texts())),
        basis=basis,
        rule=rule,
        evidence=draw(proof(article, st.just(figures_shown(value, qualifier)))),
    )


@st.composite
def _rate(draw: st.DrawFn, article: ArticleId, indicator: Indicator) -> Metric:
    below = draw(st.integers(1, 9999))
    above = draw(st.integers(0, below))
    value = round(100 * above / below, 1)
    basis, rule = draw(sayings())
    shown = (
        figures_shown(above, Qualifier.EXACT),
        figures_shown(below, Qualifier.EXACT),
        figures_shown(value, Qualifier.EXACT, percent=True),
    )
    return Metric(
        indicator=indicator.id,
        value=value,
        unit=indicator.units[0],
        numerator=above,
        denominator=below,
        period=draw(maybe(datings())),
        scope=draw(maybe(texts())),
        basis=basis,
        rule=rule,
        evidence=tuple(draw(evidence(article, st.just(anchor))) for anchor in shown),
    )


@cache
@st.composite
def outcomes(draw: st.DrawFn, article: ArticleId = MADE_UP) -> Outcome:
    """Return outcomes of every kind and status; what is derived has its rule."""
    basis, rule = draw(sayings())
    return Outcome(
        kind=draw(st.sampled_from(OutcomeKind)),
        status=draw(st.sampled_from(OutcomeStatus)),
        text=draw(texts()),
        date=draw(maybe(datings())),
        basis=basis,
        rule=rule,
        evidence=draw(proof(article)),
    )


@cache
@st.composite
def mentions(draw: st.DrawFn, article: ArticleId = MADE_UP) -> Mention:
    """Return mentions of places that exist."""
    basis, rule = draw(sayings())
    return Mention(
        locality=draw(localities()),
        text=draw(texts()),
        basis=basis,
        rule=rule,
        evidence=draw(proof(article)),
    )
