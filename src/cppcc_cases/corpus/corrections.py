"""Which figures are of one and the same thing, and which of them a later article corrects."""

from collections.abc import Mapping, Sequence

from cppcc_cases.model import JOINT, ArticleId, Case, Metric
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.vocab.indicators import OTHER


def dimensions(metric: Metric, registry: Registry) -> tuple[object, ...]:
    """Return what identifies a figure, its parts apart: the indicator and its unit first."""
    unit, when = registry.unit(metric.unit), metric.when
    own = metric.as_printed if metric.indicator == OTHER else None
    time = when.kind, when.date and when.date.text, when.to and when.to.text
    return (
        (metric.indicator, own),
        frozenset(metric.counting),
        *(unit.family or unit.base, metric.of, time, metric.stands),
    )


def identity(metric: Metric, registry: Registry) -> tuple[object, ...]:
    """Return all that identifies a figure; what else is said qualifies it."""
    return dimensions(metric, registry), frozenset(metric.part)


def corrected(
    told: Sequence[tuple[Case | None, Metric]],
    corrects: Mapping[ArticleId, ArticleId],
    registry: Registry,
) -> dict[int, int]:
    """Return which figures, each of its case, are corrected by which, by their places.

    One is if another of the same thing rests on an article that corrects its own, as ``corrects``
    says. Where that is corrected in its turn, it is the last that counts.
    """
    later: dict[object, int] = {}
    for index, (case, metric) in enumerate(told if corrects else ()):
        for article in {one.article for one in metric.evidence} & corrects.keys():
            later.setdefault((corrects[article], _key(case, metric, registry)), index)
    found: dict[int, int] = {}
    for index, (case, metric) in enumerate(told if later else ()):
        key = _key(case, metric, registry)
        by = [later.get((one.article, key), index) for one in metric.evidence]
        found.update((index, one) for one in by if one != index)
    return {index: last for index in found if (last := _last(index, found)) != index}


def _key(case: Case | None, metric: Metric, registry: Registry) -> tuple[object, ...]:
    """Return what identifies a figure also among other cases.

    Of which platform, or of whom together it is, only its case knows.
    """
    whose: object = None
    if any(word.startswith("one_") for word in metric.part):
        whose = case and case.id
    elif metric.of in (None, JOINT):
        whose = case and case.localities
    return whose, identity(metric, registry)


def _last(index: int, found: dict[int, int]) -> int:
    seen = {index}
    while (after := found.get(index, index)) not in seen:
        seen.add(after)
        index = after
    return index
