"""Multiples and ranks, and where there can be none."""

import pytest
from attrs import evolve

from cppcc_cases.comparison.comparability import Figures, comparability
from cppcc_cases.comparison.model import MetricRow
from cppcc_cases.comparison.standing import Standing, standing
from cppcc_cases.corpus import Corpus
from cppcc_cases.model import (
    IndicatorId,
    Level,
    Maybe,
    Metric,
    Missing,
    Number,
    Qualifier,
    UnitId,
)


def row(
    corpus: Corpus, *values: Maybe[Number], unit: str = "piece", qualifier: Qualifier | None = None
) -> MetricRow:
    """Return a made-up row of figures of cities, with its verdict."""
    told = corpus.case("taiyuan-platform-network").metrics[1]
    told = evolve(told, unit=UnitId(unit), qualifier=qualifier or told.qualifier)
    cells: list[Maybe[tuple[Metric, ...]]] = [
        value if isinstance(value, Missing) else (evolve(told, value=value),) for value in values
    ]
    sides = [
        Figures(level=Level.PREFECTURE, metrics=() if isinstance(cell, Missing) else cell)
        for cell in cells
    ]
    return MetricRow(
        indicator=IndicatorId("studios"),
        cells=tuple(cells),
        comparability=comparability(sides),
        quotients=(),
    )


def test_two_figures_are_multiples_of_the_smaller(corpus: Corpus) -> None:
    """Of two figures the larger is given as so many times the smaller."""
    expected = Standing(is_rank=False, cells=(2.5, 1.0))
    assert expected == standing(row(corpus, 50, 20))


def test_more_figures_are_ranked(corpus: Corpus) -> None:
    """Of more figures each has its rank, and equal ones share it."""
    expected = Standing(is_rank=True, cells=(2.0, 1.0, None, 2.0))
    assert expected == standing(row(corpus, 20, 50, Missing.NOT_REPORTED, 20))


def test_units_of_area_are_made_one(corpus: Corpus) -> None:
    """A square kilometre is 1,500 mu, so 3,000 mu are twice as much."""
    made = row(corpus, 3000, 1, unit="mu")
    (first,), (second,) = (cell for cell in made.cells if not isinstance(cell, Missing))
    cells = ((first,), (evolve(second, unit=UnitId("square_kilometre")),))
    assert Standing(is_rank=False, cells=(2.0, 1.0)) == standing(evolve(made, cells=cells))


@pytest.mark.parametrize(
    ("values", "unit", "qualifier"),
    [
        ((50, Missing.NOT_REPORTED), "piece", None),
        ((50, 20), "piece", Qualifier.AT_LEAST),
        ((50, 0), "piece", None),
        ((50, 20), "percent", None),
    ],
)
def test_some_figures_have_no_standing(
    corpus: Corpus, values: tuple[Maybe[Number], ...], unit: str, qualifier: Qualifier | None
) -> None:
    """One figure, bounds, nought and two rates are not set against each other."""
    assert None is standing(row(corpus, *values, unit=unit, qualifier=qualifier))


def test_figures_beyond_all_numbers_have_no_standing(corpus: Corpus) -> None:
    """What is too large to be reckoned with is not set against anything."""
    assert None is standing(row(corpus, 10**400, 3))
