"""Figures of one party over the years: a comparison whose axis is time.

A series holds one place (or one project of it), one indicator, equal parts, no counting known to
differ, and windows of one sort: sessions and the weeks after them, or years and the time since a
session until it was over. Of one year the latest cut-off is its point. A change is reckoned only
where the verdict on both figures allows it, and only if it is larger than the rounding of both.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from attrs import field, frozen

from cppcc_cases.comparison.build import figures_of, party
from cppcc_cases.comparison.model import Party
from cppcc_cases.comparison.rows import Told, aligned, recency, which
from cppcc_cases.comparison.verdict import Axis, Judgement, judge
from cppcc_cases.model import Article, Evidence, IndicatorId, Missing
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.query.only import ALL, Only
from cppcc_cases.store import Store

_SORTS = {"open": "session", "closed": "year"}
"""The windows that stand in a series with those of another form, and which."""


@frozen(kw_only=True)
class Change:
    """From one figure to another: in its unit (points, of a rate), and in per cent (of a count).

    ``within`` says that it is not larger than the rounding of both.
    """

    difference: float
    percent: float | None
    within: bool


@frozen(kw_only=True)
class Point:
    """One figure of a series, the verdict on it beside the one before, and the change if any."""

    told: Told
    others: tuple[Told, ...] = ()
    judgement: Judgement | None = None
    change: Change | None = None


@frozen(kw_only=True)
class Series:
    """The figures of one row and place, the earliest first, and from the first to the last.

    ``place`` is the code of a locality, ``joint`` or, where that is not known, empty.
    """

    place: str
    indicator: IndicatorId
    part: tuple[str, ...]
    counting: tuple[str, ...]
    is_share: bool
    points: tuple[Point, ...]
    whole: Change | None


@frozen(kw_only=True)
class Trend:
    """The series of a party, with what is cited.

    ``is_excerpt`` tells that only a part of an article of its cases was read.
    """

    party: Party
    only: Only
    series: tuple[Series, ...]
    articles: tuple[Article, ...]
    sources: tuple[Evidence, ...]
    is_excerpt: bool = False
    registry: Registry = field(eq=False, repr=False)


def trend(corpus: Store, name: str, only: Only = ALL) -> Trend:
    """Return the figures of a locality, or of a case, over the years.

    Raises what :func:`~cppcc_cases.comparison.build.party` raises.
    """
    whose = party(corpus, name)
    own, _ = figures_of(corpus, whose, only)
    found = tuple(_series(own, corpus.registry))
    cited = dict.fromkeys(
        evidence
        for one in found
        for point in one.points
        for told in (point.told, *point.others)
        for evidence in told.metric.evidence
    )
    articles = {evidence.article for evidence in cited}
    return Trend(
        party=whose,
        only=only,
        series=found,
        articles=corpus.articles_of(articles),
        sources=tuple(cited),
        is_excerpt=corpus.is_excerpt(whose.cases),
        registry=corpus.registry,
    )


def _series(told: Sequence[Told], registry: Registry) -> Iterator[Series]:
    for row in aligned([told], registry):
        sorts: dict[tuple[str, str, str], list[Told]] = {}
        (cell,) = row.cells
        for one in (cell.told, *cell.others):
            if one:
                form = one.seen.window.form
                key = (one.seen.place, which(one), _SORTS.get(form, form))
                sorts.setdefault(key, []).append(one)
        for (place, *_), figures in sorted(sorts.items()):
            points = tuple(_points(figures))
            yield Series(
                place=place,
                indicator=row.indicator,
                part=tuple(word for word in row.part if _all_say(word, figures)),
                counting=tuple(word for word in row.counting if _all_say(word, figures)),
                is_share=row.is_share,
                points=points,
                whole=_whole(points),
            )


def _all_say(word: str, figures: Iterable[Told]) -> bool:
    return all(word in (*one.metric.part, *one.metric.counting) for one in figures)


def _points(figures: Iterable[Told]) -> Iterator[Point]:
    """Yield a point a year, each judged beside the one before."""
    years: dict[int, list[Told]] = {}
    for one in sorted(figures, key=lambda each: (each.seen.window.year, recency(each))):
        years.setdefault(one.seen.window.year, []).append(one)
    before: Told | None = None
    for year, told in years.items():
        # Without their years, figures are of no one time.
        for one, others in [(told[-1], told[:-1])] if year else [(each, []) for each in told]:
            judgement = judge(before.seen, one.seen, Axis.TREND) if before else None
            change = _change(before, one) if before and judgement and judgement.arithmetic else None
            yield Point(told=one, others=tuple(others), judgement=judgement, change=change)
            before = one


def _whole(points: tuple[Point, ...]) -> Change | None:
    """Return the change from the first to the last point, if it may be reckoned."""
    if len(points) < 2:
        return None
    first, last = points[0].told, points[-1].told
    return _change(first, last) if judge(first.seen, last.seen, Axis.TREND).arithmetic else None


def _change(before: Told, after: Told) -> Change | None:
    one, other = before.metric.value, after.metric.value
    if isinstance(one, Missing) or isinstance(other, Missing) or _overlap(before, after):
        return None
    if after.seen.rate:
        (start, off), (end, also) = _rate(before), _rate(after)
        within = abs(end - start) <= off + also
        return Change(difference=round(float(end - start), 4), percent=None, within=within)
    difference = after.seen.amount - before.seen.amount
    percent = 100 * difference / before.seen.amount if before.seen.amount else None
    return Change(difference=difference, percent=percent, within=False)


def _overlap(before: Told, after: Told) -> bool:
    """Tell whether two stretches of time have some of it in common."""
    forms = {before.seen.window.form, after.seen.window.form}
    return forms <= {"span", "term"} and before.seen.window.last >= after.seen.window.first


def _rate(told: Told) -> tuple[Fraction, Fraction]:
    """Return a rate, from its parts if they are told, and by how much it may be rounded."""
    exact = told.metric.exact_rate
    if exact is not None and not told.metric.parts_disagree:
        return exact, Fraction(0)
    assert not isinstance(told.metric.value, Missing)
    written = str(told.metric.value)
    return Fraction(written), Fraction(1, 2 * 10 ** len(written.partition(".")[2]))
