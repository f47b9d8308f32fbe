"""Strategies from the types of fields: for whatever a data module can say."""

import enum
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from cppcc_cases.model import (
    NO_STAGE,
    ArticleId,
    CaseId,
    Evidence,
    IndicatorId,
    Metric,
    Missing,
    Number,
    TopicId,
    UnitId,
)
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.testing.derive import NoStrategy, Setting, of_class, of_type

SETTING = Setting(
    article=ArticleId("made-up-other"),
    stages=NO_STAGE,
    registry=built_in(Registry.installed()),
)


class Colour(enum.Enum):
    """A choice."""

    RED = "red"
    BLUE = "blue"


@frozen(kw_only=True)
class Odd:
    """Takes odd numbers only, and fills one field in by itself."""

    number: int = field()
    zh: str = "甲"
    en: str = "a"
    notes: tuple[Evidence, ...] = ()
    made: int = field(default=0, init=False)

    @number.validator
    def _is_odd(self, _: Any, value: int) -> None:
        if value % 2 == 0:
            raise ValueError("made up: it must be odd")


def each(strategy: st.SearchStrategy[Any]) -> list[Any]:
    """Return a number of values of a strategy."""
    found: list[Any] = []

    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(strategy)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        (str, {str}),
        (int, {int}),
        (float, {float}),
        (bool, {bool}),
        (Number, {int}),
        (CaseId, {str}),
        (Metric, {Metric}),
        (Colour, {Colour}),
        (str | None, {str, type(None)}),
        (str | Missing, {str, Missing}),
        (tuple[Colour, ...] | Missing, {tuple, Missing}),
    ],
)
def test_values_are_of_the_type(wanted: Any, types: set[type]) -> None:
    """Values of every sort that a type allows are given, and no others."""
    assert types == {type(value) for value in each(of_type(wanted, SETTING))}


@pytest.mark.parametrize(
    ("wanted", "known"),
    [
        (IndicatorId, SETTING.registry.indicators.keys()),
        (TopicId, SETTING.registry.topics.keys()),
        (UnitId, SETTING.registry.units.keys()),
        (ArticleId, {"made-up-other"}),
    ],
)
def test_ids_are_known(wanted: Any, known: set[str]) -> None:
    """Ids are those that exist; that of the article is the one that is set."""
    assert set() == {*each(of_type(wanted, SETTING))} - {*known}


def test_what_validators_refuse_is_left_out() -> None:
    """Only instances that the class takes are given; a list that may be empty is so at times."""
    odds = each(of_class(Odd, SETTING))
    assert {1} == {odd.number % 2 for odd in odds}
    assert {True, False} == {odd.notes == () for odd in odds}


@pytest.mark.parametrize("wanted", [dict[str, str], list[int], object, tuple[int, int], set[str]])
def test_what_no_module_can_say_is_refused(wanted: Any) -> None:
    """A type that no data module can say has no strategy."""
    with pytest.raises(NoStrategy):
        of_type(wanted, SETTING)
