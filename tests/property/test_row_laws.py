"""Laws of rows: no figure is lost, and the order of parties permutes columns only."""

from random import Random

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.property.test_verdict_laws import metrics

from cppcc_cases.comparison.observed import observed
from cppcc_cases.comparison.rows import Aligned, Told, aligned
from cppcc_cases.comparison.standing import standing
from cppcc_cases.model import Metric
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import shipped

REGISTRY = Registry.installed()
CASE = shipped().cases[0]
CODES = ("140100", "140200", "140900", "140300", "140400")
INDICATORS = [
    REGISTRY.indicators[id_]
    for id_ in ("proposals_filed", "satisfaction", "studios", "opinions_used", "other")
]
LEVELS = st.sampled_from(["prefecture", "prefecture", "county"])


@st.composite
def parties(draw: st.DrawFn) -> list[list[Told]]:
    """Return the figures of up to five parties, many of them alike."""
    indicator = draw(st.sampled_from(INDICATORS))
    pool = draw(st.lists(metrics(indicator), min_size=1, max_size=4))
    made = []
    for code in CODES[: draw(st.integers(2, 5))]:
        level = draw(LEVELS)
        mine = draw(st.lists(st.sampled_from(pool), max_size=3))
        made.append([told(one, code, level) for one in mine])
    return made


def told(metric: Metric, code: str, level: str) -> Told:
    """Return a figure of a place."""
    own = metric if metric.of == "joint" else evolve(metric, of=code)
    return Told(metric=own, case=CASE, seen=observed(own, level, REGISTRY))


def rows(sides: list[list[Told]]) -> list[Aligned]:
    """Return the rows of the figures of parties."""
    return list(aligned(sides, REGISTRY))


@given(parties())
def test_no_figure_is_lost_or_doubled(sides: list[list[Told]]) -> None:
    """Each figure of a party is in one row, in the party's own column."""
    found = [
        sorted(
            repr(one)
            for row in rows(sides)
            for one in (row.cells[index].told, *row.cells[index].others)
            if one
        )
        for index in range(len(sides))
    ]
    assert [sorted(map(repr, side)) for side in sides] == found


@given(parties(), st.randoms(use_true_random=False))
def test_the_order_of_parties_permutes_columns_only(
    sides: list[list[Told]], random: Random
) -> None:
    """Parties in another order have the same rows, windows, verdicts and ranks."""
    order = list(range(len(sides)))
    random.shuffle(order)
    one = rows(sides)
    two = rows([sides[index] for index in order])
    assert [plain(row, order) for row in one] == [plain(row, range(len(order))) for row in two]


def plain(row: Aligned, order: object) -> tuple[object, ...]:
    """Return all of a row, its columns in an order."""
    places = list(order)  # type: ignore[call-overload]
    ranks = standing(row)
    apart = dict(row.apart)
    return (
        (row.indicator, row.part, row.counting, row.judgement),
        [row.cells[index] for index in places],
        [index in row.compared for index in places],
        [apart.get(index) for index in places],
        ranks and [ranks.cells[index] for index in places],
    )


@given(parties())
def test_everyone_with_a_figure_is_compared_or_apart(sides: list[list[Told]]) -> None:
    """A figure is judged with the others or beside them, and never both."""
    for row in rows(sides):
        have = [index for index, cell in enumerate(row.cells) if cell.told]
        apart = [index for index, _ in row.apart]
        assert have == sorted((*row.compared, *apart))
        assert (row.judgement is None) == (len(have) < 2)


@given(parties())
def test_a_row_holds_nothing_known_to_be_counted_otherwise(sides: list[list[Told]]) -> None:
    """No two figures of a row state one dimension of counting in two ways; parts are equal."""
    for row in rows(sides):
        every = [one for cell in row.cells for one in (cell.told, *cell.others) if one]
        for name in ("merge", "answered", "opinion", "rated", "proposing"):
            stated = {dict(one.seen.counting).get(name) for one in every} - {None}
            assert len(stated) < 2
