"""Which figures have a bar, how much of it is filled, and which have none: one rule at a time."""

import pytest
from attrs import evolve
from tests.unit.comparison.test_standing import row

from cppcc_cases.comparison import compare
from cppcc_cases.comparison.bars import Length, Whole, lengths, share_length, wholes
from cppcc_cases.comparison.model import MetricRow
from cppcc_cases.comparison.normalise import NoQuotient, Quotient, quotient
from cppcc_cases.corpus import Corpus
from cppcc_cases.model import IndicatorId, LocalityCode, Maybe, Metric, Missing, Number, UnitId
from cppcc_cases.model import Qualifier as Q
from cppcc_cases.vocab.denominators import Per

TAIYUAN = LocalityCode("140100")
GROUPS = IndicatorId("liaison_groups")


def shares(made: MetricRow) -> list[list[float | None]]:
    """Return how much of each bar is filled, party by party."""
    return [[one.share if one else None for one in cell] for cell in lengths(made)]


def groups(corpus: Corpus, value: Number, per: Per = Per.DIVISIONS) -> Quotient | NoQuotient:
    """Return a made-up number of liaison groups of Taiyuan, divided."""
    metric = corpus.case("taiyuan-platform-network").metrics[2]
    return quotient(evolve(metric, value=value), TAIYUAN, per)


def test_a_rate_is_a_share_of_a_hundred(corpus: Corpus) -> None:
    """A rate fills so much of its bar, though another party has none to compare it with."""
    made = row(corpus, 87.5, Missing.NOT_REPORTED, unit="percent")
    expected = ((Length(share=0.875, whole=Whole.HUNDRED),), ())
    assert expected == lengths(made)


def test_rates_are_not_measured_by_each_other(corpus: Corpus) -> None:
    """The larger of two rates does not fill its bar, nor does a nought have none."""
    assert [[0.5], [0.25], [0.0]] == shares(row(corpus, 50, 25, 0, unit="percent"))


def test_a_rough_rate_is_drawn_as_stated(corpus: Corpus) -> None:
    """“At least 90%” is drawn as 90%."""
    assert [[0.9], [0.8]] == shares(row(corpus, 90, 80, unit="percent", qualifier=Q.AT_LEAST))


@pytest.mark.parametrize("value", [100.1, 250, -1])
def test_a_rate_that_is_no_share_has_no_bar(corpus: Corpus, value: float) -> None:
    """A rate above a hundred or below nought is a share of nothing; its neighbour's bar stays."""
    assert [[None], [1.0]] == shares(row(corpus, value, 100, unit="percent"))


def test_each_of_several_rates_has_a_bar(corpus: Corpus) -> None:
    """A party with several rates has as many bars, in their order."""
    made = row(corpus, 90, 80, unit="percent")
    cells: list[tuple[Metric, ...]] = [c for c in made.cells if not isinstance(c, Missing)]
    both = evolve(made, cells=((*cells[0], *cells[1]), Missing.NOT_REPORTED))
    assert [[0.9, 0.8], []] == shares(both)


def test_counts_are_measured_by_the_largest(corpus: Corpus) -> None:
    """The largest count fills its bar, nought leaves it empty, and silence has none."""
    made = row(corpus, 20, 50, Missing.NOT_REPORTED, 0)
    assert [[0.4], [1.0], [], [0.0]] == shares(made)
    assert {Whole.LARGEST} == {one.whole for cell in lengths(made) for one in cell if one}


def test_units_of_one_sort_are_made_one(corpus: Corpus) -> None:
    """A square kilometre is 1,500 mu, so 3,000 mu fill the bar and it fills half of one."""
    made = row(corpus, 3000, 1, unit="mu")
    first, second = (cell for cell in made.cells if not isinstance(cell, Missing))
    cells = (first, (evolve(second[0], unit=UnitId("square_kilometre")),))
    assert [[1.0], [0.5]] == shares(evolve(made, cells=cells))


@pytest.mark.parametrize(
    ("values", "qualifier"),
    [
        ((50, Missing.NOT_REPORTED), None),
        ((50, 20), Q.AT_LEAST),
        ((50, 20), Q.ABOUT),
        ((50, 20), Q.AT_MOST),
        ((0, 0), None),
        ((50, -20), None),
    ],
)
def test_some_counts_have_no_bar(
    corpus: Corpus, values: tuple[Maybe[Number], ...], qualifier: Q | None
) -> None:
    """A count alone, bounds, rough counts, noughts only and a count below nought have none."""
    found = shares(row(corpus, *values, qualifier=qualifier))
    assert [[None] for value in values if not isinstance(value, Missing)] == [c for c in found if c]


def test_counts_that_may_not_be_compared_have_no_bar(corpus: Corpus) -> None:
    """Of two verdicts on the same figures, the one that rules comparison out takes the bars."""
    made = row(corpus, 50, 20)
    barred = row(corpus, 50, Missing.NOT_REPORTED).comparability
    assert [[1.0], [0.4]] == shares(made)
    assert [[None], [None]] == shares(evolve(made, comparability=barred))


def test_a_metric_without_a_value_has_no_bar(corpus: Corpus) -> None:
    """A metric that is there but has no value has a place, and no bar in it."""
    made = row(corpus, 50, 20, 10)
    (first,) = (cell for cell in made.cells[:1] if not isinstance(cell, Missing))
    silent = (evolve(first[0], value=Missing.NOT_REPORTED),)
    changed = evolve(made, cells=(silent, *made.cells[1:]))
    assert [[None], [1.0], [0.5]] == shares(changed)


def test_a_quotient_that_is_a_share_has_a_bar(corpus: Corpus) -> None:
    """102 liaison groups in 103 divisions fill that much; as many as divisions fill it all."""
    for value in (102, 103):
        expected = Length(share=value / 103, whole=Whole.HUNDRED)
        assert expected == share_length(GROUPS, groups(corpus, value))


def test_other_quotients_have_no_bar(corpus: Corpus) -> None:
    """More than all, a figure for each unit, a quotient that can't be had: none is a share."""
    nothing = quotient(
        corpus.case("taiyuan-platform-network").metrics[2], LocalityCode("320312"), Per.RESIDENTS
    )
    assert isinstance(nothing, NoQuotient)
    found = [
        share_length(GROUPS, groups(corpus, 104)),
        share_length(IndicatorId("studios"), groups(corpus, 50)),
        share_length(GROUPS, nothing),
        share_length(GROUPS, None),
    ]
    assert [None] * 4 == found


@pytest.mark.parametrize(
    ("values", "unit", "expected"),
    [
        ((50, 20), "piece", {Whole.LARGEST}),
        ((50, 20), "percent", {Whole.HUNDRED}),
        ((50, Missing.NOT_REPORTED), "piece", set()),
    ],
)
def test_what_full_bars_stand_for(
    corpus: Corpus, values: tuple[Maybe[Number], ...], unit: str, expected: set[Whole]
) -> None:
    """What full bars stand for is told for the bars that there are."""
    assert expected == wholes([row(corpus, *values, unit=unit)])


def test_bars_of_quotients_are_told_of(corpus: Corpus) -> None:
    """Of Taiyuan and Datong only a share has a bar."""
    assert {Whole.HUNDRED} == wholes(compare(corpus, "taiyuan", "datong").metrics)
