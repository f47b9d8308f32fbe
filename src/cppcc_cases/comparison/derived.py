"""Rates that a source does not print but whose two parts it gives: worked out, and marked so.

A rate is worked out where one article gives both its counts for one time and one counting. So is
the share that a part makes of its total (collective proposals of those filed).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from attrs import evolve

from cppcc_cases.model import (
    ArticleId,
    Basis,
    Indicator,
    IndicatorId,
    Metric,
    Missing,
    Number,
    Qualifier,
    Stands,
    Text,
    UnitId,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store.corrections import before
from cppcc_cases.vocab.dimensions import COVERAGE, by_dimension, dimension_of

_Same = Callable[[Metric], tuple[object, ...]]
_RULE = Text(
    zh="{above}÷{below}，取一位小数；来源没有给出这个比率。",
    en="{above} divided by {below}, to one decimal; the source gives no such rate.",
)


def derived(
    metrics: tuple[Metric, ...],
    registry: Registry,
    corrects: Mapping[ArticleId, ArticleId] | None = None,
) -> Iterator[Metric]:
    """Yield the rates and shares that follow from the figures of one case.

    ``corrects`` says which article corrects which: what they say together is of one article.
    """
    same = partial(_dimensions, corrects or {})
    told = [one for one in metrics if _may_be_divided(one)]
    keys = Counter((one.indicator, *same(one)) for one in told)
    # What is given twice contradicts itself, and is no ground to stand on.
    counts = [one for one in told if keys[(one.indicator, *same(one))] == 1]
    for rate in registry.indicators.values():
        if rate.made_of:
            yield from _rates(rate, counts, metrics, same)
    for part in counts:
        yield from _shares(part, counts, registry, same)


def _may_be_divided(metric: Metric) -> bool:
    return (
        not isinstance(metric.value, Missing)
        and metric.qualifier is Qualifier.EXACT
        and metric.unit != "percent"
        and metric.conflict is None
        and metric.when.year is not None
        and metric.stands in (Stands.REPORTED, Stands.PROVISIONAL)
    )


def _rates(
    rate: Indicator, counts: Iterable[Metric], metrics: Iterable[Metric], same: _Same
) -> Iterator[Metric]:
    above_id, below_id = rate.made_of
    printed = {same(one) for one in metrics if one.indicator == rate.id}
    for above in counts:
        if above.indicator != above_id or same(above) in printed:
            continue
        for below in counts:
            if below.indicator == below_id and same(below) == same(above):
                yield from _divided(above, below, rate.id)


def _shares(
    part: Metric, counts: Iterable[Metric], registry: Registry, same: _Same
) -> Iterator[Metric]:
    if len(_parts(part)) != 1:
        return
    known = registry.indicators.get(part.indicator)
    # Proposals of another committee are no part of this one's.
    if known is None or not _parts(part).keys() <= {*known.parts, "topic"} - {"body"}:
        return
    for whole in counts:
        if (
            whole.indicator == part.indicator
            and not _parts(whole)
            and _coverage(part) == _coverage(whole)
            and same(evolve(part, part=whole.part)) == same(whole)
        ):
            yield from _divided(part, whole, part.indicator)


def _parts(metric: Metric) -> dict[str, tuple[str, ...]]:
    parts = by_dimension(metric.part)
    parts.pop(COVERAGE, None)
    return parts


def _coverage(metric: Metric) -> tuple[str, ...]:
    return by_dimension(metric.part).get(COVERAGE, ())


def _dimensions(corrects: Mapping[ArticleId, ArticleId], metric: Metric) -> tuple[object, ...]:
    """Return all that must be the same for two counts to be divided; the indicator apart."""
    articles = {(one.article, *before(one.article, corrects))[-1] for one in metric.evidence}
    return (
        metric.of,
        metric.when,
        frozenset(metric.part),
        frozenset(one for one in metric.counting if dimension_of(one) != "base"),
        metric.stands,
        frozenset(articles),
    )


def _divided(above: Metric, below: Metric, indicator: IndicatorId) -> Iterator[Metric]:
    over, under = _number(above), _number(below)
    if above.unit != below.unit or under <= 0 or not 0 <= over <= under:
        return
    yield evolve(
        above,
        indicator=indicator,
        unit=UnitId("percent"),
        value=round(100 * over / under, 1),
        numerator=over,
        denominator=under,
        as_printed=None,
        note=None,
        basis=Basis.DERIVED,
        rule=Text(
            zh=_RULE.zh.format(above=over, below=under),
            en=_RULE.en.format(above=over, below=under),
        ),
        evidence=tuple(dict.fromkeys((*above.evidence, *below.evidence))),
    )


def _number(metric: Metric) -> Number:
    assert not isinstance(metric.value, Missing)
    return metric.value
