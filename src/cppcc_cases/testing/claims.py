"""Strategies for claims: facts, figures, metrics, outcomes, mentions and lifecycles."""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cppcc_cases import model
from cppcc_cases.model.observation import YEARLY
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.testing import words
from cppcc_cases.vocab.dimensions import COUNTING, COVERAGE, PARTS
from cppcc_cases.vocab.gazetteer import Gazetteer
from cppcc_cases.vocab.indicators import OTHER

_T = TypeVar("_T")
_COUNTS = st.integers(0, 99_999)


@cache
def installed() -> Registry:
    """Return what the installed distributions register, looked up once in a run of tests."""
    return Registry.installed()


@cache
def _codes() -> tuple[model.LocalityCode, ...]:
    return tuple(place.code for place in Gazetteer.shipped())


@cache
def localities() -> SearchStrategy[model.LocalityCode]:
    """Return codes of places that exist. What is told of them is made up all the same."""
    return st.deferred(lambda: st.sampled_from(_codes()))


def maybe(strategy: SearchStrategy[_T]) -> SearchStrategy[model.Maybe[_T]]:
    """Return values, and both of the ways in which one can be missing."""
    return st.one_of(st.sampled_from(model.Missing), strategy)


@cache
def sayings() -> SearchStrategy[tuple[model.Basis, model.Text | None]]:
    """Return who says so, with the rule where that is this library."""
    return st.one_of(
        st.tuples(words.stated(), st.none()), st.tuples(st.just(model.Basis.DERIVED), words.texts())
    )


@cache
def facts(article: model.ArticleId = words.MADE_UP) -> SearchStrategy[model.Fact]:
    """Return facts with evidence in one article."""
    return st.builds(
        model.Fact, zh=words.chinese(), en=words.english(), evidence=words.proof(article)
    )


@cache
def participants(article: model.ArticleId = words.MADE_UP) -> SearchStrategy[model.Participant]:
    """Return participants from places that exist."""
    return st.builds(
        model.Participant,
        locality=localities(),
        zh=words.chinese(),
        en=words.english(),
        evidence=words.proof(article),
    )


@cache
@st.composite
def figures(draw: st.DrawFn, article: model.ArticleId = words.MADE_UP) -> model.Figure:
    """Return counts that their anchors show."""
    value, qualifier = draw(_COUNTS), draw(st.sampled_from(model.Qualifier))
    shown = st.just(words.figures_shown(value, qualifier))
    return model.Figure(
        value=value,
        counted=draw(words.texts()),
        qualifier=qualifier,
        evidence=draw(words.proof(article, shown)),
    )


def lifecycles(
    article: model.ArticleId = words.MADE_UP, stages: Iterable[model.Stage] = model.EVERY_STAGE
) -> SearchStrategy[model.Lifecycle]:
    """Return lifecycles that tell of some of these stages; of a silent stage nothing is told."""
    told = [state for state in model.StageState if state is not model.StageState.NOT_REPORTED]
    claim: SearchStrategy[model.Maybe[model.StageClaim]] = st.builds(
        model.StageClaim,
        state=st.sampled_from(told),
        note=st.one_of(st.none(), words.texts()),
        evidence=words.proof(article),
    )
    silent = st.just(model.Missing.NOT_REPORTED)
    return st.builds(model.Lifecycle, **{stage.value: st.one_of(silent, claim) for stage in stages})


def metrics(
    article: model.ArticleId = words.MADE_UP, indicators: Iterable[model.Indicator] | None = None
) -> SearchStrategy[model.Metric]:
    """Return metrics of indicators that are in use, in a unit that each allows.

    Figures are those that the anchors show; a rate is its numerator over its denominator.
    ``indicators`` are all that are installed unless they are given.
    """
    among = installed().indicators.values() if indicators is None else indicators
    used = [one for one in among if one.replaced_by is None]
    return st.sampled_from(used).flatmap(lambda one: _metric(article, one))


@cache
def _metric(article: model.ArticleId, indicator: model.Indicator) -> SearchStrategy[model.Metric]:
    number = _rate(article, indicator) if indicator.is_rate else _count(article, indicator)
    silent = st.builds(
        model.Metric,
        indicator=st.just(indicator.id),
        value=st.sampled_from(model.Missing),
        unit=st.sampled_from(indicator.units or (_PIECE,)),
        as_printed=st.just(printed_as(indicator)),
        basis=words.stated(),
    )
    return st.one_of(number, silent)


_PIECE = model.UnitId("piece")


def printed_as(indicator: model.Indicator) -> str | None:
    """Return a word of the source for a figure that has no indicator."""
    return "自拟之数" if indicator.id == OTHER else None


@st.composite
def _dimensions(draw: st.DrawFn, indicator: model.Indicator) -> dict[str, Any]:
    """Return fields that identify a figure, as the nature of its indicator allows."""
    parts = [one.id for one in PARTS.values() if one.dimension in (*indicator.parts, COVERAGE)]
    freely = [name for name in indicator.counting if name not in indicator.needs]
    counted = [one.id for one in COUNTING.values() if one.dimension in freely]
    needed = [
        next(one.id for one in COUNTING.values() if one.dimension == name)
        for name in indicator.needs
    ]
    year = model.Edtf.parse(str(draw(st.integers(1900, 1910))))  # before any article
    kinds = [model.WindowKind.UNKNOWN, model.WindowKind.AS_OF]
    if indicator.nature is not model.Nature.STATE:
        kinds = [*YEARLY, model.WindowKind.UNKNOWN]
    kind = draw(st.sampled_from(kinds))
    return {
        "when": model.When(kind=kind, date=None if kind is model.WindowKind.UNKNOWN else year),
        "part": draw(_some(parts)),
        "counting": (*needed, *draw(_some(counted))),
        "note": draw(st.none() | words.texts()),
        "as_printed": printed_as(indicator),
    }


def _some(ids: list[str]) -> SearchStrategy[tuple[str, ...]]:
    return st.just(()) | st.sampled_from(ids).map(lambda one: (one,)) if ids else st.just(())


@st.composite
def _count(draw: st.DrawFn, article: model.ArticleId, indicator: model.Indicator) -> model.Metric:
    value, qualifier = draw(_COUNTS), draw(st.sampled_from(model.Qualifier))
    basis, rule = draw(sayings())
    unit = draw(st.sampled_from(indicator.units or (_PIECE,)))
    anchor = words.figures_shown(value, qualifier, installed().unit(unit).label.zh)
    return model.Metric(
        indicator=indicator.id,
        value=value,
        unit=unit,
        qualifier=qualifier,
        **draw(_dimensions(indicator)),
        basis=basis,
        rule=rule,
        evidence=draw(words.proof(article, st.just(anchor))),
    )


@st.composite
def _rate(draw: st.DrawFn, article: model.ArticleId, indicator: model.Indicator) -> model.Metric:
    below = draw(st.integers(1, 9999))
    above = draw(st.integers(0, below))
    value = round(100 * above / below, 1)
    basis, rule = draw(sayings())
    shown = (
        words.figures_shown(above, model.Qualifier.EXACT),
        words.figures_shown(below, model.Qualifier.EXACT),
        words.figures_shown(value, model.Qualifier.EXACT, "%"),
    )
    return model.Metric(
        indicator=indicator.id,
        value=value,
        unit=indicator.units[0],
        numerator=above,
        denominator=below,
        **draw(_dimensions(indicator)),
        basis=basis,
        rule=rule,
        evidence=tuple(draw(words.evidence(article, st.just(anchor))) for anchor in shown),
    )


@cache
@st.composite
def outcomes(draw: st.DrawFn, article: model.ArticleId = words.MADE_UP) -> model.Outcome:
    """Return outcomes of every kind and status; what is derived has its rule."""
    basis, rule = draw(sayings())
    return model.Outcome(
        kind=draw(st.sampled_from(model.OutcomeKind)),
        status=draw(st.sampled_from(model.OutcomeStatus)),
        text=draw(words.texts()),
        date=draw(maybe(words.datings())),
        basis=basis,
        rule=rule,
        evidence=draw(words.proof(article)),
    )


@cache
@st.composite
def mentions(draw: st.DrawFn, article: model.ArticleId = words.MADE_UP) -> model.Mention:
    """Return mentions of places that exist."""
    basis, rule = draw(sayings())
    return model.Mention(
        locality=draw(localities()),
        text=draw(words.texts()),
        basis=basis,
        rule=rule,
        evidence=draw(words.proof(article)),
    )
