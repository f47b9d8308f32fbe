"""Whether figures may be compared: a verdict with reasons, by stated rules.

The verdict is on the figures of those parties that have one. It is ``NOT_COMPARABLE`` if fewer than
two have one, or for a reason that makes the figures differ in kind; ``WITH_CAVEAT`` for a reason
that a reader must bear in mind; else ``COMPARABLE``.

A verdict is of several sides, but all that it takes of each is a few plain values, its facets. So
it can also be reached where only facets are at hand, as in a page of the site.
"""

import math
from collections.abc import Iterable

from attrs import field, frozen

from cppcc_cases.model import Basis, Dating, Level, Metric, Missing, Qualifier, Text, label
from cppcc_cases.text import WordEnum, word
from cppcc_cases.vocab.units import made_of


class Reason(WordEnum):
    """Why figures can't be compared, or only with care."""

    ONE_SIDE_SILENT = word(
        "one_side_silent",
        "有一方未报道",
        "one side silent",
        "至少一方没有这个指标的数字。",
        "At least one side has no figure of this indicator.",
    )
    UNIT = word(
        "unit",
        "单位不同",
        "different units",
        "单位不同，而且不能准确换算。",
        "The units differ and can't be converted exactly.",
    )
    LEVEL = word(
        "level",
        "层级不同",
        "different levels",
        "各方行政层级不同，总量不能直接比。",
        "The sides are of different administrative levels; totals don't compare.",
    )
    SEVERAL = word(
        "several",
        "一方有几个数",
        "several figures",
        "一方在这个指标下有几个数，要先说清比哪一个。",
        "One side has several figures of this indicator; which is meant must be said first.",
    )
    PERIOD = word(
        "period",
        "时间不同",
        "different times",
        "各方数字的时点或时段不相交。",
        "The figures' dates or periods do not overlap.",
    )
    PERIOD_UNKNOWN = word(
        "period_unknown",
        "时间不明",
        "time unknown",
        "至少一个数字没有写时点或时段。",
        "At least one figure has neither date nor period.",
    )
    SCOPE = word(
        "scope",
        "口径不同",
        "different scopes",
        "各方数字的口径写法不同（“全市”“全县”之类的全域口径视为相同）。",
        "The figures' scopes are worded differently (whole city and whole county count as "
        "the same scope, the whole area).",
    )
    SCHEME = word(
        "scheme",
        "各地算法不一",
        "own way of counting",
        "这个指标怎样算一个，各地没有统一规定。",
        "What counts as one is settled by each place for itself.",
    )
    QUALIFIER = word(
        "qualifier",
        "不是确数",
        "not exact",
        "至少一个数字是“以上”“约”或“以内”。",
        "At least one figure is “at least”, “about” or “at most”.",
    )
    DERIVED = word(
        "derived",
        "有推算",
        "derived",
        "至少一个数字由本库推算。",
        "At least one figure was derived by this library.",
    )


BARRING = (Reason.UNIT, Reason.LEVEL, Reason.SEVERAL)
"""The reasons that rule comparison out."""
_OWN_SCHEMES = frozenset({"platforms", "annual_topics", "partner_units", "members_stationed"})
_WHOLE = frozenset({"全市", "全县", "全区", "全省", "全盟", "全州", "全旗"})


class Verdict(WordEnum):
    """Whether figures may be compared."""

    COMPARABLE = word(
        "comparable",
        "可比",
        "comparable",
        "至少两方有数字，没有任何一条缘由。",
        "At least two sides have a figure, and no reason is given.",
    )
    WITH_CAVEAT = word(
        "with_caveat",
        "慎比",
        "with caveat",
        "至少两方有数字，有缘由，但没有一条使数字根本不能比。",
        "At least two sides have a figure; reasons are given, none of which rules comparison out.",
    )
    NOT_COMPARABLE = word(
        "not_comparable",
        "不可比",
        "not comparable",
        "有数字的不到两方，或单位不同、层级不同、一方有几个数。",
        "Fewer than two sides have a figure, or units or levels differ, or one side has "
        "several figures.",
    )


@frozen(kw_only=True)
class Comparability:
    """A verdict, and the reasons for it in the order in which they are defined."""

    verdict: Verdict = field(
        metadata=label("结论", "verdict", "能不能比。", "Whether the figures may be compared.")
    )
    reasons: tuple[Reason, ...] = field(
        metadata=label("缘由", "reasons", "结论的各条缘由。", "The reasons for the verdict.")
    )


@frozen(kw_only=True)
class Figures:
    """One side of a row: its level and its figures of the indicator (none if it is silent)."""

    level: Level | None
    metrics: tuple[Metric, ...]


Days = tuple[int | None, int | None]
"""The first and the last day that a date may mean, counted from the year 1; None is no limit."""


@frozen(kw_only=True)
class Facets:
    """What a verdict takes of the figures of one side.

    ``amounts`` are the figures in the smaller units that theirs are made of, ``units`` those units,
    ``scopes`` the wordings of their scopes, ``times`` the days that they may be of, each once.
    ``own`` are the reasons that the side gives whatever the others are.
    """

    level: Level | None
    amounts: tuple[float, ...]
    units: tuple[str, ...]
    scopes: tuple[str, ...]
    times: tuple[Days, ...]
    own: tuple[Reason, ...]


def facets(side: Figures) -> Facets:
    """Return what a verdict takes of one side."""
    metrics = side.metrics
    own = {
        Reason.SEVERAL: len(metrics) > 1,
        Reason.PERIOD_UNKNOWN: any(_time(metric) is None for metric in metrics),
        Reason.SCHEME: any(metric.indicator in _OWN_SCHEMES for metric in metrics),
        Reason.QUALIFIER: any(metric.qualifier is not Qualifier.EXACT for metric in metrics),
        Reason.DERIVED: any(metric.basis is Basis.DERIVED for metric in metrics),
    }
    times = (_days(when) for metric in metrics if (when := _time(metric)))
    return Facets(
        level=side.level,
        amounts=tuple(map(_amount, metrics)),
        units=tuple(dict.fromkeys(map(_dimension, metrics))),
        scopes=tuple(dict.fromkeys(map(_scope, metrics))),
        times=tuple(dict.fromkeys(times)),
        own=tuple(reason for reason, holds in own.items() if holds),
    )


def comparability(sides: Iterable[Figures]) -> Comparability:
    """Return whether the figures of these sides, all of one indicator, may be compared."""
    return judged(map(facets, sides))


def judged(sides: Iterable[Facets]) -> Comparability:
    """Return whether the figures of sides may be compared, from the facets of each.

    The site's ``compare.js`` has the same function.
    """
    sides = tuple(sides)
    told = [side for side in sides if side.amounts]
    units = {unit for side in told for unit in side.units}
    between = {
        Reason.ONE_SIDE_SILENT: len(told) < len(sides),
        Reason.UNIT: len(units) > 1,
        Reason.LEVEL: len({side.level for side in told}) > 1 and units != {RATE},
        Reason.PERIOD: _apart([time for side in told for time in side.times]),
        Reason.SCOPE: len({scope for side in told for scope in side.scopes}) > 1,
    }
    given = tuple(
        reason
        for reason in Reason
        if between.get(reason) or any(reason in side.own for side in told)
    )
    if len(told) < 2:
        alone = (Reason.ONE_SIDE_SILENT,) if told else ()
        return Comparability(verdict=Verdict.NOT_COMPARABLE, reasons=alone)
    if any(reason in given for reason in BARRING):
        verdict = Verdict.NOT_COMPARABLE
    else:
        verdict = Verdict.WITH_CAVEAT if given else Verdict.COMPARABLE
    return Comparability(verdict=verdict, reasons=given)


RATE = "percent"
"""The unit of rates, which are no amounts."""
_COUNTS = frozenset({"piece", "organisation", "item"})


def _dimension(metric: Metric) -> str:
    """Return the unit that a unit is made of; 个, 家 and 件 all count one by one."""
    unit, _ = made_of(metric.unit)
    return "count" if unit in _COUNTS else unit


def _amount(metric: Metric) -> float:
    """Return a figure in the smaller unit that its unit is made of.

    Without a figure it is not a number, and one beyond all floating-point numbers is infinite.
    """
    if isinstance(metric.value, Missing):
        return math.nan
    try:
        return float(metric.value * made_of(metric.unit)[1])
    except OverflowError:
        return math.inf


def _time(metric: Metric) -> Dating | None:
    for when in (metric.as_of, metric.period):
        if isinstance(when, Dating):
            return when
    return None


def _days(when: Dating) -> Days:
    lower, upper = when.date.lower, when.date.upper
    return (lower.toordinal() if lower else None, upper.toordinal() if upper else None)


def _apart(times: list[Days]) -> bool:
    """Tell whether two of these times can't share a day."""
    return any(_before(a, b) or _before(b, a) for i, a in enumerate(times) for b in times[i + 1 :])


def _before(one: Days, other: Days) -> bool:
    return one[1] is not None and other[0] is not None and one[1] < other[0]


def _scope(metric: Metric) -> str:
    if not isinstance(metric.scope, Text):
        return ""
    return "whole" if metric.scope.zh in _WHOLE else metric.scope.zh
