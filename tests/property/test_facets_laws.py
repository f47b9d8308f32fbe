"""Laws of facets: what is reached from plain values of each side is what the metrics say."""

import itertools
from collections.abc import Callable
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from cppcc_cases.comparison import alone, compare
from cppcc_cases.comparison.caveats import called_for, of_claims
from cppcc_cases.comparison.comparability import (
    BARRING,
    Figures,
    Reason,
    Verdict,
    comparability,
    facets,
    judged,
)
from cppcc_cases.comparison.contrast import contrasted, side_of
from cppcc_cases.comparison.standing import placed
from cppcc_cases.corpus import shipped
from cppcc_cases.model import Basis, Dating, Level, Metric, Missing, Qualifier, Text
from cppcc_cases.testing import strategies
from cppcc_cases.vocab.units import made_of

CORPUS = shipped()
INDICATORS = tuple(CORPUS.registry.indicators.values())
PAIRS = tuple(itertools.permutations(sorted(CORPUS.codes()), 2))
pairs = st.sampled_from(PAIRS)


@st.composite
def rows(draw: st.DrawFn) -> list[Figures]:
    """Return the figures of one indicator on up to four sides, many of them alike."""
    indicator = draw(st.sampled_from(INDICATORS))
    metric = strategies.metrics(indicators=[indicator])
    known = metric.filter(lambda one: not isinstance(one.value, Missing))
    pool = st.sampled_from(draw(st.lists(known, min_size=1, max_size=3)))
    some = st.lists(pool, max_size=2).map(tuple)
    side = st.builds(Figures, level=st.sampled_from((*Level, None)), metrics=some)
    return draw(st.lists(side, max_size=4))


def times(metric: Metric) -> list[Dating]:
    """Return the date that counts of a figure, if it has one."""
    return [one for one in (metric.as_of, metric.period) if isinstance(one, Dating)][:1]


def scope(metric: Metric) -> str:
    """Return the scope of a figure; that of a whole area is one and the same everywhere."""
    if not isinstance(metric.scope, Text):
        return ""
    whole = ("全市", "全县", "全区", "全省", "全盟", "全州", "全旗")
    return "whole" if metric.scope.zh in whole else metric.scope.zh


def dimension(metric: Metric) -> str:
    """Return what a figure counts in."""
    unit = made_of(metric.unit)[0]
    return "one by one" if unit in ("piece", "organisation", "item") else unit


OWN = ("platforms", "annual_topics", "partner_units", "members_stationed")
RULES: dict[Reason, Callable[[list[Figures], list[Metric]], bool]] = {
    Reason.ONE_SIDE_SILENT: lambda sides, _: not all(side.metrics for side in sides),
    Reason.UNIT: lambda _, all_: len(set(map(dimension, all_))) > 1,
    Reason.LEVEL: lambda sides, all_: (
        len({side.level for side in sides if side.metrics}) > 1
        and any(one.unit != "percent" for one in all_)
    ),
    Reason.SEVERAL: lambda sides, _: any(len(side.metrics) > 1 for side in sides),
    Reason.PERIOD: lambda _, all_: any(
        not one.date.overlaps(other.date)
        for one, other in itertools.combinations([t for m in all_ for t in times(m)], 2)
    ),
    Reason.PERIOD_UNKNOWN: lambda _, all_: not all(map(times, all_)),
    Reason.SCOPE: lambda _, all_: len(set(map(scope, all_))) > 1,
    Reason.SCHEME: lambda _, all_: any(one.indicator in OWN for one in all_),
    Reason.QUALIFIER: lambda _, all_: any(one.qualifier != Qualifier.EXACT for one in all_),
    Reason.DERIVED: lambda _, all_: any(one.basis == Basis.DERIVED for one in all_),
}
"""Each rule as its definition words it, of the metrics themselves."""


@given(rows())
def test_a_verdict_from_facets_is_that_of_the_metrics(sides: list[Figures]) -> None:
    """No reason is lost or added on the way over facets, and the verdict follows from them."""
    metrics = [metric for side in sides for metric in side.metrics]
    reasons = [reason for reason in Reason if RULES[reason](sides, metrics)]
    if sum(bool(side.metrics) for side in sides) < 2:
        expected = Verdict.NOT_COMPARABLE
        reasons = [Reason.ONE_SIDE_SILENT] if metrics else []
    elif any(reason in BARRING for reason in reasons):
        expected = Verdict.NOT_COMPARABLE
    else:
        expected = Verdict.WITH_CAVEAT if reasons else Verdict.COMPARABLE
    found = comparability(sides)
    assert (expected, reasons) == (found.verdict, list(found.reasons))


@given(rows(), st.randoms(use_true_random=False))
def test_the_order_of_sides_changes_no_verdict(sides: list[Figures], random: Random) -> None:
    """Sides in another order have the same verdict and, each, the same standing."""
    order = list(range(len(sides)))
    random.shuffle(order)
    told = [facets(side) for side in sides]
    turned = [told[index] for index in order]
    assert judged(told) == judged(turned)
    one, other = placed(judged(told), told), placed(judged(turned), turned)
    expected = one and [one.cells[index] for index in order]
    assert expected == (other and list(other.cells))


@given(pairs)
def test_two_columns_make_the_contrast_and_the_caveats(pair: tuple[str, str]) -> None:
    """What is alike, what differs and what claims call for follow from the columns alone."""
    both = compare(CORPUS, *pair)
    told = [alone(CORPUS, code) for code in pair]
    sides = [
        side_of(one.parties[0], 0, one.stages, one.metrics, one.outcomes, CORPUS.registry)
        for one in told
    ]
    called = tuple(of_claims(called_for(one.parties[0]) for one in told))
    assert (both.contrast, called) == (contrasted(sides), both.caveats[: len(called)])
