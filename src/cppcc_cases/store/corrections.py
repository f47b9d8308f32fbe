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
    says, whose articles are in the order in which they appeared: the last of several counts.
    """
    order = {id_: at for at, id_ in enumerate(corrects)}
    later: dict[object, tuple[int, int]] = {}
    for index, (case, metric) in enumerate(told if corrects else ()):
        for article in {one.article for one in metric.evidence}:
            for earlier in before(article, corrects):
                key, mine = (earlier, _key(case, metric, registry)), (order[article], index)
                later[key] = max(later.get(key, mine), mine)
    found: dict[int, int] = {}
    for index, (case, metric) in enumerate(told if later else ()):
        key_, articles = _key(case, metric, registry), {one.article for one in metric.evidence}
        # Of several that correct one article the last counts, beside each other as well.
        known = {id_ for one in articles for id_ in (one, *before(one, corrects))}
        by = [later[id_, key_] for id_ in known if (id_, key_) in later]
        if by and max(by)[1] != index:
            found[index] = max(by)[1]
    return found


def before(article: ArticleId, corrects: Mapping[ArticleId, ArticleId]) -> list[ArticleId]:
    """Return the articles that one corrects, the latest first: that before it, and so on."""
    found: list[ArticleId] = []
    at = corrects.get(article)
    while at and at not in found and at != article:
        found.append(at)
        at = corrects.get(at)
    return found


def _key(case: Case | None, metric: Metric, registry: Registry) -> tuple[object, ...]:
    """Return what identifies a figure also among other cases.

    Of which platform, or of whom together it is, only its case knows.
    """
    whose: object = None
    if any(word.startswith("one_") for word in metric.part):
        whose = case and case.id
    elif metric.of in (None, JOINT):
        whose = case and frozenset(case.localities)
    return whose, identity(metric, registry)
