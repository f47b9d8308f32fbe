"""Multiples and ranks, and where there can be none."""

from typing import Any

import pytest
from tests.unit.comparison.made_rows import areas, mixed, row

from cppcc_cases.comparison.standing import Standing, standing
from cppcc_cases.model import Maybe, Missing, Number


def test_two_figures_are_multiples_of_the_smaller() -> None:
    """Of two figures the larger is given as so many times the smaller."""
    assert Standing(is_rank=False, cells=(2.5, 1.0)) == standing(row(50, 20))


def test_more_figures_are_ranked() -> None:
    """Of more figures each has its rank, and equal ones share it."""
    expected = Standing(is_rank=True, cells=(2.0, 1.0, None, 2.0))
    assert expected == standing(row(20, 50, Missing.NOT_REPORTED, 20))


def test_rates_are_ranked() -> None:
    """Three rates have ranks, though two are no multiples."""
    expected = Standing(is_rank=True, cells=(2.0, 1.0, 3.0))
    assert expected == standing(row(90, 95, 80, unit="percent"))


def test_who_stands_apart_has_no_rank() -> None:
    """A figure that is not compared is not ranked, and two that are left are multiples."""
    apart = {"value": 99, "when": {"session": 2024}}
    two = mixed({"value": 20}, apart, {"value": 30})
    three = mixed({"value": 20}, apart, {"value": 30}, {"value": 40})
    expected = [
        Standing(is_rank=False, cells=(1.0, None, 1.5)),
        Standing(is_rank=True, cells=(3.0, None, 2.0, 1.0)),
    ]
    assert expected == [standing(two), standing(three)]


def test_units_of_area_are_made_one() -> None:
    """A square kilometre is 1,500 mu, so 3,000 mu are twice as much."""
    assert Standing(is_rank=False, cells=(2.0, 1.0)) == standing(areas(3000, 1))


@pytest.mark.parametrize(
    ("values", "unit", "said"),
    [
        ((50, Missing.NOT_REPORTED), None, {}),
        ((50, 20), None, {"qualifier": "at_least"}),
        ((50, 20), None, {"conflict": True}),
        ((50, 20), None, {"when": "unknown"}),
        ((50, 20), None, {"part": "authors_unsaid"}),
        ((50, 20), None, {"indicator": "key_proposals"}),
        ((50, 20, 30), None, {"indicator": "key_proposals"}),
        ((50, 0), None, {}),
        ((50, 20), "percent", {}),
    ],
)
def test_some_figures_have_no_standing(
    values: tuple[Maybe[Number], ...], unit: str | None, said: dict[str, Any]
) -> None:
    """One figure, what is unknown, rough or counted by own rules, nought and two rates: none."""
    assert None is standing(row(*values, unit=unit, **said))


def test_figures_beyond_all_numbers_have_no_standing() -> None:
    """What is too large to be reckoned with is not set against anything."""
    assert None is standing(row(10**400, 3))
