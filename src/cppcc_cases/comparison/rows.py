"""Figures of parties aligned in rows: which stand side by side, which window is compared, and how.

A row holds one indicator and equal parts, and no counting (nor coverage) that is known to differ;
who is silent on it shares the row. Of a party's figures in a row the one is compared whose window
most parties have in common, the latest of these; where none is in common, the latest of each. The
site's ``compare_rows.js`` has the same functions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from cppcc_cases.comparison.observed import Observed, observed, publication
from cppcc_cases.comparison.verdict import Axis, Judgement, judge, judged, rules, worst
from cppcc_cases.model import (
    JOINT,
    Case,
    IndicatorId,
    Metric,
    Missing,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import Store
from cppcc_cases.vocab.dimensions import COVERAGE, PARTS, UNSAID


@frozen(kw_only=True)
class Told:
    """A figure, the case that tells it, and how the rule of comparison sees it.

    A share is what one part makes of the whole of a count, in per cent. ``correction`` is the
    figure of a later article that stands in its place.
    """

    metric: Metric
    case: Case = field(repr=False)
    seen: Observed
    is_share: bool = False
    correction: Metric | None = None


@frozen(kw_only=True)
class FigureCell:
    """What one party has in a row: the figure that is compared, and others of it."""

    told: Told | None = None
    others: tuple[Told, ...] = ()
    missing: Missing = Missing.NOT_REPORTED


@frozen(kw_only=True)
class Aligned:
    """A row before it is divided by anything.

    ``compared`` are the places of the parties whose figures are compared, ``judgement`` is the
    verdict on them, None where there are fewer than two. ``apart`` are the other parties with a
    figure, each with the verdict on it beside those. Rows of one ``key`` count the same thing, and
    are known to count it otherwise.
    """

    key: str
    indicator: IndicatorId
    part: tuple[str, ...]
    counting: tuple[str, ...]
    is_share: bool
    cells: tuple[FigureCell, ...]
    compared: tuple[int, ...]
    judgement: Judgement | None
    apart: tuple[tuple[int, Judgement], ...] = ()


class Teller:
    """Makes the figures of cases ready to be aligned."""

    def __init__(self, corpus: Store) -> None:
        self.registry = corpus.registry
        self.gazetteer = corpus.gazetteer
        self.article = corpus.article

    def told(self, metric: Metric, case: Case) -> Told:
        """Return a figure with all that is known of it."""
        whose = metric.of if metric.of and metric.of != JOINT else case.localities[0]
        place = self.gazetteer.get(whose)
        level = place.level.value if place else ""
        dated = publication(metric, self.article)
        seen = observed(metric, level, self.registry, dated)
        known = self.registry.indicators.get(metric.indicator)
        is_share = seen.rate and known is not None and not known.is_rate
        return Told(metric=metric, case=case, seen=seen, is_share=is_share)


def aligned(sides: Sequence[Sequence[Told]], registry: Registry) -> Iterator[Aligned]:
    """Yield the rows of the figures of parties, in the order of the vocabulary."""
    place = {id_: index for index, id_ in enumerate(registry.indicators)}
    keys: dict[str, list[tuple[int, Told]]] = {}
    for index, told in enumerate(sides):
        for one in told:
            keys.setdefault(row_key(one, place), []).append((index, one))
    for key in sorted(keys):
        for row in _split(keys[key]):
            yield _row(key, row, len(sides))


def part_key(told: Told) -> tuple[str, ...]:
    """Return the parts that a figure counts, by which it is put in a row; coverage apart."""
    words = {"members" if one == UNSAID else one for _, said in told.seen.part for one in said}
    return tuple(sorted(words, key=lambda one: (_PLACE.get(one, len(_PLACE)), one)))


_PLACE = {word: index for index, word in enumerate(PARTS)}


def row_key(told: Told, place: Mapping[str, int]) -> str:
    """Return what figures of one row have in common, and by which rows are put in order."""
    metric, seen = told.metric, told.seen
    part = part_key(told)
    known = f"{place.get(metric.indicator, len(place)):06}"
    # In plain letters, so that the site's script puts keys in the same order.
    return ascii(
        (
            known,
            metric.indicator,
            seen.as_printed * (metric.indicator == "other"),
            len(part),
            *(f"{_PLACE.get(one, 999):03}{one}" for one in part),
            told.is_share,
            seen.place == JOINT,
        )
    )


def said_of(told: Told) -> dict[str, tuple[str, ...]]:
    """Return what is said of counting and coverage, the denominator of a rate apart."""
    said = {name: words for name, words in told.seen.counting if name not in ("base", "open")}
    if told.seen.coverage or not told.seen.area:
        said[COVERAGE] = (told.seen.coverage or "own",)
    return said


def _split(told: Iterable[tuple[int, Told]]) -> Iterator[list[tuple[int, Told]]]:
    """Yield figures in rows of which none has two that are known to be counted otherwise.

    Who says most goes first, so that the order of parties is no matter.
    """
    rows: list[tuple[dict[str, tuple[str, ...]], list[tuple[int, Told]]]] = []
    for index, one in sorted(told, key=lambda each: saying(each[1])):
        said = said_of(one)
        for known, row in rows:
            if all(known.get(name, words) == words for name, words in said.items()):
                known.update(said)
                row.append((index, one))
                break
        else:
            rows.append((dict(said), [(index, one)]))
    yield from (row for _, row in rows)


def saying(told: Told) -> tuple[int, str]:
    """Return by what figures of a row are put in order: who says most goes first."""
    said = said_of(told)
    return -len(said), str(sorted(said.items()))


def _row(key: str, told: list[tuple[int, Told]], count: int) -> Aligned:
    mine: list[list[Told]] = [[] for _ in range(count)]
    for index, one in told:
        mine[index].append(one)
    mine = [_contradicted(own) for own in mine]
    chosen = _chosen(mine)
    cells = tuple(
        FigureCell(told=one, others=tuple(_latest(x for x in own if x is not one)))
        for one, own in zip(chosen, mine, strict=True)
    )
    first = next(one for one in chosen if one)
    compared, judgement, apart = _judged(chosen)
    said = [set(one.metric.counting) for one in chosen if one]
    covers = {one.seen.coverage for one in chosen if one}
    return Aligned(
        key=key,
        indicator=first.metric.indicator,
        part=(*part_key(first), *(filter(None, covers) if len(covers) == 1 else ())),
        counting=tuple(sorted(set.intersection(*said))),
        is_share=first.is_share,
        cells=cells,
        compared=compared,
        judgement=judgement,
        apart=apart,
    )


def _contradicted(own: list[Told]) -> list[Told]:
    """Mark exact figures of one time that differ: their sources contradict each other."""
    values: dict[object, set[float]] = {}
    for one in own:
        if _stands(one):
            values.setdefault(_same(one), set()).add(one.seen.amount)
    return [
        evolve(one, seen=evolve(one.seen, marks=("conflict", *one.seen.marks)))
        if one.seen.window.year and _stands(one) and len(values[_same(one)]) > 1
        else one
        for one in own
    ]


def _exact(told: Told) -> bool:
    return "inexact" not in told.seen.marks


def _stands(told: Told) -> bool:
    return _exact(told) and told.correction is None


def _same(told: Told) -> tuple[object, ...]:
    """Return what two figures share that are of one and the same thing."""
    seen = told.seen
    return (
        *(seen.place, seen.window, seen.coverage, seen.part, seen.counting, seen.stands),
        which(told),
    )


def which(told: Told) -> str:
    """Return of which case a figure of one platform or project is; of others nothing."""
    return told.case.id if told.seen.coverage.startswith("one_") else ""


def _latest(told: Iterable[Told]) -> list[Told]:
    """Return figures, the latest window first; of one window the latest cut-off."""
    return sorted(told, key=lambda one: recency(one), reverse=True)


def recency(told: Told) -> tuple[bool, bool, int, int, int, int, str, bool]:
    """Return by what figures are sorted, the final last.

    First what is corrected, then plans, then results, each in time.
    """
    window, rank = told.seen.window, rules()["standing"].index(told.seen.stands)
    last = (window.last, window.months, window.form, _exact(told))
    results = told.seen.stands in rules()["results"]
    return (told.correction is None, results, window.year, rank, *last)


_Group = tuple[str, str, int]


def _groups(told: Told, *, by_level: bool) -> _Group:
    window = told.seen.window
    return (told.seen.level if by_level else "", window.form, window.year)


def _chosen(mine: list[list[Told]]) -> list[Told | None]:
    """Return the figure of each party that is compared."""
    have = [index for index, own in enumerate(mine) if own]
    best = None
    for by_level in (True, False) if len(have) > 2 else (False,):
        members: dict[_Group, set[int]] = {}
        for index in have:
            for one in mine[index]:
                members.setdefault(_groups(one, by_level=by_level), set()).add(index)
        shared = {group: who for group, who in members.items() if len(who) > 1 and group[2]}
        if shared:
            best = max(shared, key=lambda group: (len(shared[group]), *reversed(group)))
            break
    chosen: list[Told | None] = []
    for own in mine:
        fitting = [one for one in own if best and _groups(one, by_level=bool(best[0])) == best]
        chosen.append(next(iter(_latest(fitting or own)), None))
    return chosen


def _judged(
    chosen: Sequence[Told | None],
) -> tuple[tuple[int, ...], Judgement | None, tuple[tuple[int, Judgement], ...]]:
    """Return who is compared, the verdict on them, and that on each of the others."""
    have = [index for index, one in enumerate(chosen) if one]
    if len(have) < 2:
        return tuple(have), None, ()
    compared = have
    if len(have) > 2:
        groups: dict[_Group, list[int]] = {}
        for index in have:
            one = chosen[index]
            assert one is not None
            groups.setdefault(_groups(one, by_level=True), []).append(index)
        largest = max(groups, key=lambda group: (len(groups[group]), *reversed(group)))
        if len(groups[largest]) > 1:
            compared = groups[largest]
    inside = [(a, b) for at, a in enumerate(compared) for b in compared[at + 1 :]]
    return (
        tuple(compared),
        _over(chosen, inside),
        tuple(
            (index, _over(chosen, [(index, other) for other in compared]))
            for index in have
            if index not in compared
        ),
    )


def _over(chosen: Sequence[Told | None], pairs: Iterable[tuple[int, int]]) -> Judgement:
    """Return one verdict on several pairs: with the reasons of all, that of the worst."""
    return joined(
        [one_verdict(one, other) for a, b in pairs if (one := chosen[a]) and (other := chosen[b])]
    )


def one_verdict(one: Told, other: Told) -> Judgement:
    """Return the verdict on figures of two places, which may be one figure of both."""
    if one.metric == other.metric and one.case.id == other.case.id:
        return judged(("joint",), is_rate=one.seen.rate)
    return judge(one.seen, other.seen, Axis.PLACES)


def joined(found: Sequence[Judgement]) -> Judgement:
    """Return one verdict for several."""
    given = {reason for one in found for reason in one.reasons}
    return Judgement(
        verdict=worst(one.verdict for one in found),
        reasons=tuple(reason for reason in rules()["reasons"] if reason in given),
        arithmetic=all(one.arithmetic for one in found),
    )
