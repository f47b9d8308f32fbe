"""What a verdict takes of one figure: plain values, which a page of the site can hold as well."""

import math
from collections.abc import Callable
from datetime import date

from attrs import frozen

from cppcc_cases.model import (
    Article,
    Basis,
    Counted,
    Covers,
    Edtf,
    Metric,
    Missing,
    Qualifier,
    When,
    WindowKind,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.vocab.dimensions import COVERAGE, by_dimension

Words = tuple[tuple[str, tuple[str, ...]], ...]
"""The words of each dimension that a figure states, both in alphabetical order."""
PERCENT = "percent"


@frozen(kw_only=True)
class Window:
    """When a figure holds, as a rule sees it.

    ``form`` is the kind of window, but for one since a session: ``open`` or ``closed`` as its
    cut-off lies before or after the middle of its year, ``undated`` if that is not known. ``year``
    is that of its last day, ``first`` and ``last`` the days between which a state or a cut-off lies
    (counted from the year 1). ``months`` is the length of a stretch of time, ``start`` the month in
    which it begins, both 0 where they are no matter.
    """

    form: str
    year: int = 0
    first: int = 0
    last: int = 0
    months: int = 0
    start: int = 0


@frozen(kw_only=True)
class Observed:
    """One figure as the rule of comparison sees it.

    ``place`` is a division code or ``joint``, ``family`` the family of its unit, ``rule`` says who
    settles how the indicator is counted, ``needs`` which dimensions of counting it must state.
    ``amount`` is the figure in the smaller unit that its unit is made of. ``marks`` are of
    ``inexact``, ``conflict``, ``derived``; ``term`` is that of the committee.
    """

    place: str
    level: str
    indicator: str
    as_printed: str = ""
    amount: float
    family: str
    rate: bool
    rule: str
    area: bool
    cumulative: bool = False
    needs: tuple[str, ...] = ()
    window: Window
    coverage: str = ""
    part: Words = ()
    counting: Words = ()
    stands: str = "reported"
    marks: tuple[str, ...] = ()
    term: str = ""


def observed(
    metric: Metric, level: str, registry: Registry, published: Edtf | None = None
) -> Observed:
    """Return what a verdict takes of a figure of a place of some level.

    ``published`` is the date of its article, which stands in for the cut-off of a figure since a
    session that has none.
    """
    known = registry.indicators.get(metric.indicator)
    unit = registry.unit(metric.unit)
    parts = by_dimension(metric.part)
    if metric.when.kind is WindowKind.SESSION and parts.get("timing") == ("in_session",):
        del parts["timing"]  # what is of a session was made in it
    coverage = parts.pop(COVERAGE, ("",))[0]
    return Observed(
        place=metric.of or "",
        level=level,
        indicator=metric.indicator,
        as_printed=metric.as_printed or "",
        amount=_amount(metric, unit.times),
        family=unit.family or unit.base,
        rate=metric.unit == PERCENT,
        rule=known.rule.value if known else Counted.OWN.value,
        area=known is None or known.covers is Covers.AREA,
        cumulative=known is not None and known.cumulative,
        needs=known.needs if known else (),
        window=window(metric.when, published),
        coverage=coverage,
        part=tuple(parts.items()),
        counting=tuple(by_dimension(metric.counting).items()),
        stands=metric.stands.value,
        marks=_marks(metric),
        term=(metric.session_no or "").partition("-")[0],
    )


def publication(metric: Metric, article: Callable[[str], Article | None]) -> Edtf | None:
    """Return when the article appeared that a figure rests on."""
    found = (one for evidence in metric.evidence if (one := article(evidence.article)))
    return next((one.published.date for one in found), None)


def _amount(metric: Metric, times: int) -> float:
    """Return a figure in small units; one beyond all floating-point numbers is infinite."""
    if isinstance(metric.value, Missing):
        return math.nan
    try:
        return float(metric.value * times)
    except OverflowError:
        return math.inf


def _marks(metric: Metric) -> tuple[str, ...]:
    told = {
        "inexact": metric.qualifier is not Qualifier.EXACT,
        "conflict": metric.conflict is not None or metric.parts_disagree,
        "derived": metric.basis is Basis.DERIVED or metric.when.rule is not None,
    }
    return tuple(mark for mark, holds in told.items() if holds)


_MIDDLE = (7, 1)
"""A figure since a session that ends before this day of its year is still open."""


def window(when: When, published: Edtf | None = None) -> Window:
    """Return how a rule sees when a figure holds."""
    if when.year is None:
        since = when.kind is WindowKind.SINCE_SESSION
        return Window(form="undated" if since else when.kind.value)
    if when.kind is WindowKind.SINCE_SESSION:
        return _since(when, published)
    lasts = when.date if when.kind is not WindowKind.SESSION else when.to
    first, last = _days(lasts)
    if when.kind is WindowKind.AS_OF and not first:
        return Window(form=when.kind.value)
    months, start = _length(when)
    return Window(
        form=when.kind.value, year=when.year, first=first, last=last, months=months, start=start
    )


def _since(when: When, published: Edtf | None) -> Window:
    assert when.year is not None
    cut = when.to or published
    first, last = _days(cut)
    form = "undated"
    middle = date(when.year, *_MIDDLE).toordinal()
    after = date(when.year + 1, *_MIDDLE).toordinal()
    if first >= after:
        # Longer than the year of a session: another stretch of time, or an article of much later.
        if when.to is None:
            first = last = 0
        else:
            assert when.to.upper is not None
            months = (when.to.upper.year - when.year) * 12 + when.to.upper.month
            return Window(
                form="span", year=when.to.upper.year, first=first, last=last, months=months
            )
    if first and last:
        form = "open" if last < middle else "closed" if first >= middle else "undated"
    own_first, own_last = _days(when.to)
    return Window(
        form=form,
        year=when.year,
        first=own_first,
        last=own_last,
        months=12 if form == "closed" else 0,
    )


_TERM = (4, 5)
"""From the first to the last year of a whole term of five."""


def _length(when: When) -> tuple[int, int]:
    """Return how many months a stretch of time is long, and in which month it begins."""
    if when.kind is WindowKind.YEAR:
        return 12, 1
    date_ = when.date
    if when.kind is WindowKind.TERM and date_ and date_.lower and date_.upper:
        years = date_.upper.year - date_.lower.year
        return (60 if years in _TERM else 12 * (years + 1)), 0
    if when.kind is not WindowKind.SPAN or not date_ or not (date_.lower and date_.upper):
        return 0, 0
    lower, upper = date_.lower, date_.upper
    return (upper.year - lower.year) * 12 + upper.month - lower.month + 1, lower.month


def _days(dated: Edtf | None) -> tuple[int, int]:
    if dated is None or dated.lower is None or dated.upper is None:
        return 0, 0
    return dated.lower.toordinal(), dated.upper.toordinal()
