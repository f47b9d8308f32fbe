"""What a collection covers: places, years, indicators, cohorts, and what of it may be compared."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations_with_replacement, product

from attrs import evolve, frozen

from cppcc_cases.comparison.observed import Observed
from cppcc_cases.comparison.rows import Teller, Told, row_key
from cppcc_cases.comparison.verdict import Axis, Verdict, judge
from cppcc_cases.model import JOINT, Missing, WindowKind
from cppcc_cases.store import Store

Pair = frozenset[str]
"""Two places, by code."""


@frozen(kw_only=True)
class IndicatorCoverage:
    """Of one indicator: its figures, their places, and the pairs of places with comparable ones."""

    indicator: str
    figures: int
    places: int
    pairs: frozenset[Pair]


@frozen(kw_only=True)
class Cohort:
    """Places of one level with figures of a plenary session of one year."""

    level: str
    year: int
    places: tuple[str, ...]


@frozen(kw_only=True)
class Coverage:
    """What a collection covers. Places are codes; ``years`` count figures by year, 0 if untold."""

    articles: int
    cases: int
    figures: int
    places: tuple[str, ...]
    provinces: tuple[str, ...]
    years: tuple[tuple[int, int], ...]
    indicators: tuple[IndicatorCoverage, ...]
    cohorts: tuple[Cohort, ...]

    @property
    def pairs(self) -> frozenset[Pair]:
        """The pairs of places with at least one comparable figure."""
        return frozenset().union(*(one.pairs for one in self.indicators))


_FEWEST = 3
"""So many places make a cohort."""


def coverage(corpus: Store) -> Coverage:
    """Return what a collection covers. What a later article corrects does not count."""
    teller = Teller(corpus)
    told = [
        teller.told(metric, case)
        for case in corpus.cases
        for metric in case.metrics
        if not isinstance(metric.value, Missing) and corpus.correction(case, metric) is None
    ]
    places = sorted({code for case in corpus.cases for code in case.localities})
    known = [place for code in places if (place := corpus.gazetteer.get(code))]
    years = Counter(one.seen.window.year for one in told)
    of: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        of[one.metric.indicator].append(one)
    return Coverage(
        articles=len(corpus.articles_of()),
        cases=len(corpus.cases),
        figures=len(told),
        places=tuple(places),
        provinces=tuple(sorted({(*place.parents, place.code)[0] for place in known})),
        years=tuple(sorted(years.items())),
        indicators=tuple(_indicator(id_, of[id_]) for id_ in corpus.registry.indicators if of[id_]),
        cohorts=tuple(_cohorts(told)),
    )


def _indicator(id_: str, told: list[Told]) -> IndicatorCoverage:
    return IndicatorCoverage(
        indicator=id_,
        figures=len(told),
        places=len({one.seen.place for one in told} - {JOINT, ""}),
        pairs=frozenset(_pairs(told)),
    )


def _pairs(told: Iterable[Told]) -> Iterator[Pair]:
    """Yield the pairs of places of which figures may be compared.

    Figures that a verdict can't tell apart are judged once.
    """
    rows: dict[str, dict[Observed, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in told:
        if one.seen.place not in (JOINT, ""):
            alike = evolve(one.seen, place="", amount=0)
            rows[row_key(one, {})][alike].add(one.seen.place)
    for classes in rows.values():
        for (a, here), (b, there) in combinations_with_replacement(classes.items(), 2):
            # Two places are given so that none is taken for a recount of the other.
            if len(here | there) > 1:
                sides = evolve(a, place="a"), evolve(b, place="b")
                if judge(*sides, Axis.PLACES).verdict is Verdict.COMPARABLE:
                    yield from (frozenset(two) for two in product(here, there) if two[0] != two[1])


def _cohorts(told: Iterable[Told]) -> Iterator[Cohort]:
    groups: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one in told:
        window = one.seen.window
        if window.form == WindowKind.SESSION.value and window.year and one.seen.level:
            groups[one.seen.level, window.year].add(one.seen.place)
    largest = sorted(groups.items(), key=lambda each: (-len(each[1]), each[0]))
    for (level, year), places in largest:
        if len(places) >= _FEWEST:
            yield Cohort(level=level, year=year, places=tuple(sorted(places)))
