"""Which figures have a bar, how much of it is filled, and which have none: one rule at a time."""

from typing import Any

import pytest
from tests.figures import TAIYUAN, told
from tests.unit.comparison.made_rows import areas, mixed, row

from cppcc_cases.comparison import compare
from cppcc_cases.comparison.bars import Length, Whole, lengths, own_length, share_length, wholes
from cppcc_cases.comparison.model import MetricRow
from cppcc_cases.comparison.normalise import NoQuotient, Quotient, quotient
from cppcc_cases.comparison.rows import Aligned
from cppcc_cases.model import Maybe, Missing, Number
from cppcc_cases.store import Corpus
from cppcc_cases.vocab.denominators import Per

SILENT = Missing.NOT_REPORTED


def shares(made: Aligned) -> list[float | None]:
    """Return how much of each bar is filled, party by party."""
    return [one.share if one else None for one in lengths(made)]


def groups(value: Number, of: str = TAIYUAN, per: Per = Per.DIVISIONS) -> Any:
    """Return a made-up number of liaison groups, divided."""
    made = told("liaison_groups", value, of=of, part="whole", when={"as_of": "2024-12"})
    return quotient(made, per)


def test_a_rate_is_a_share_of_a_hundred() -> None:
    """A rate fills so much of its bar, though another party has none to compare it with."""
    expected = (Length(share=0.875, whole=Whole.HUNDRED), None)
    assert expected == lengths(row(87.5, SILENT, unit="percent"))


def test_rates_are_not_measured_by_each_other() -> None:
    """The larger of two rates does not fill its bar, nor does a nought have none."""
    assert [0.5, 0.25, 0.0] == shares(row(50, 25, 0, unit="percent"))


def test_a_rough_rate_is_drawn_as_stated() -> None:
    """“At least 90%” is drawn as 90%."""
    assert [0.9, 0.8] == shares(row(90, 80, unit="percent", qualifier="at_least"))


@pytest.mark.parametrize("value", [100.1, 250, -1])
def test_a_rate_that_is_no_share_has_no_bar(value: float) -> None:
    """A rate above a hundred or below nought is a share of nothing; its neighbour's bar stays."""
    assert [None, 1.0] == shares(row(value, 100, unit="percent"))


def test_counts_are_measured_by_the_largest() -> None:
    """The largest count fills its bar, nought leaves it empty, and silence has none."""
    made = row(20, 50, SILENT, 0)
    assert [0.4, 1.0, None, 0.0] == shares(made)
    assert {Whole.LARGEST} == {one.whole for one in lengths(made) if one}


def test_who_stands_apart_has_no_bar() -> None:
    """A count that is not compared has none, and does not shorten those of the others."""
    apart = {"value": 99, "when": {"session": 2024}}
    assert [1.0, None, 0.5] == shares(mixed({"value": 40}, apart, {"value": 20}))


def test_units_of_one_sort_are_made_one() -> None:
    """A square kilometre is 1,500 mu, so 3,000 mu fill the bar and it fills half of one."""
    assert [1.0, 0.5] == shares(areas(3000, 1))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((50, SILENT), {}),
        ((50, 20), {"qualifier": "at_least"}),
        ((50, 20), {"qualifier": "about"}),
        ((50, 20), {"qualifier": "at_most"}),
        ((50, 20), {"when": "unknown"}),
        ((50, 20), {"stands": "interim"}),
        ((0, 0), {}),
        ((50, -20), {}),
    ],
)
def test_some_counts_have_no_bar(values: tuple[Maybe[Number], ...], said: dict[str, Any]) -> None:
    """A count alone, what is rough, unknown or barred, noughts only, one below nought: none."""
    assert [None for _ in values] == shares(row(*values, **said))


@pytest.mark.parametrize(
    ("indicator", "value", "expected"),
    [
        ("filing_rate", 90, Length(share=0.9, whole=Whole.HUNDRED)),
        ("filing_rate", SILENT, None),
        ("proposals_filed", 90, None),
    ],
)
def test_a_figure_with_no_other_beside_it(
    indicator: str, value: Any, expected: Length | None
) -> None:
    """A rate has a bar by itself, a count has none."""
    assert expected == own_length(told(indicator, value).metric)


def test_a_quotient_that_is_a_share_has_a_bar() -> None:
    """102 liaison groups in 103 divisions fill that much; as many as divisions fill it all."""
    for value in (102, 103):
        expected = Length(share=value / 103, whole=Whole.HUNDRED)
        assert expected == share_length(True, groups(value))


def test_other_quotients_have_no_bar() -> None:
    """More than all, a figure for each unit, a quotient that can't be had: none is a share."""
    nothing = groups(10, of="320312", per=Per.RESIDENTS)
    assert isinstance(nothing, NoQuotient)
    each = groups(50)
    assert isinstance(each, Quotient)
    found = [
        share_length(True, groups(104)),
        share_length(False, each),
        share_length(True, nothing),
        share_length(True, None),
    ]
    assert [None] * 4 == found


@pytest.mark.parametrize(
    ("values", "unit", "expected"),
    [
        ((50, 20), None, {Whole.LARGEST}),
        ((50, 20), "percent", {Whole.HUNDRED}),
        ((50, SILENT), None, set()),
    ],
)
def test_what_full_bars_stand_for(
    values: tuple[Maybe[Number], ...], unit: str | None, expected: set[Whole]
) -> None:
    """What full bars stand for is told for the bars that there are."""
    assert expected == wholes([MetricRow(row=row(*values, unit=unit))])


def test_counts_of_taiyuan_alone_have_no_bars(corpus: Corpus) -> None:
    """Datong is silent where Taiyuan has counts, so none of them has a bar."""
    assert frozenset() == wholes(compare(corpus, "taiyuan", "datong").metrics)
