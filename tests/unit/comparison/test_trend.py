"""Figures of one place over the years: which stand in a series, and which changes are reckoned."""

from typing import Any

import pytest
from attrs import evolve
from tests.figures import DATONG, LINXI, TAIYUAN, metric
from tests.unit.comparison.test_build import made_up, taiyuan

from cppcc_cases.comparison.trend import Change, Series, Trend, trend
from cppcc_cases.comparison.verdict import Verdict
from cppcc_cases.model import CaseId, IndicatorId, LocalityCode
from cppcc_cases.query.only import Only
from cppcc_cases.store import Corpus
from cppcc_cases.vocab.gazetteer import UnknownLocality

Said = dict[str, Any]


def trend_of(corpus: Corpus, *said: Said, only: str | None = None) -> Trend:
    """Return the trend of made-up figures of Taiyuan."""
    proof = taiyuan(corpus).metrics[0].evidence
    metrics = tuple(metric(**{"evidence": proof, **one}) for one in said)
    codes = tuple(dict.fromkeys(LocalityCode(one.get("of", TAIYUAN)) for one in said))
    case = evolve(taiyuan(corpus), localities=codes, metrics=metrics)
    chosen = Only(indicator=IndicatorId(only)) if only else Only()
    return trend(made_up(corpus, case), case.id, chosen)


def series(corpus: Corpus, *said: Said) -> tuple[Series, ...]:
    """Return the series of made-up figures."""
    return trend_of(corpus, *said).series


def year(number: int, value: float, **said: Any) -> Said:
    """Return a figure of a year."""
    return {"when": {"year": number}, "value": value, **said}


def changes(one: Series) -> list[float | None]:
    """Return by how much each point is more than the one before."""
    return [point.change.difference if point.change else None for point in one.points]


def verdicts(one: Series) -> list[str | None]:
    """Return the verdict on each point."""
    return [point.judgement.verdict.value if point.judgement else None for point in one.points]


def test_years_stand_in_order_each_beside_the_one_before(corpus: Corpus) -> None:
    """Three years in any order: the changes in number and per cent, and from first to last."""
    (found,) = series(corpus, year(2023, 330), year(2021, 300), year(2022, 270))
    assert [300, 270, 330] == [one.told.metric.value for one in found.points]
    assert [None, -30, 60] == changes(found)
    assert [None, "comparable", "comparable"] == verdicts(found)
    assert Change(difference=30, percent=10, within=False) == found.whole


def test_one_figure_is_no_trend(corpus: Corpus) -> None:
    """A single year has neither verdict nor change."""
    (found,) = series(corpus, year(2023, 330))
    assert ([None], [None], None) == (verdicts(found), changes(found), found.whole)


def test_nought_has_no_per_cent(corpus: Corpus) -> None:
    """From nought to five is five more, and no percentage."""
    (found,) = series(corpus, year(2022, 0), year(2023, 5))
    assert Change(difference=5, percent=None, within=False) == found.points[1].change


def test_rates_change_by_points(corpus: Corpus) -> None:
    """A rate rises by points; from its parts if they are told, and not below its rounding."""
    rate = {"indicator": "filing_rate", "unit": "percent"}
    (found,) = series(
        corpus, year(2021, 80.0, **rate), year(2022, 80.1, **rate), year(2023, 85.0, **rate)
    )
    seen = [(one.change.difference, one.change.within) for one in found.points if one.change]
    assert [(0.1, True), (4.9, False)] == seen
    parts = [
        year(2021, 80.0, numerator=800, denominator=1000, **rate),
        year(2022, 80.1, numerator=801, denominator=1000, **rate),
    ]
    (exact,) = series(corpus, *parts)
    assert Change(difference=0.1, percent=None, within=False) == exact.points[1].change


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (year(2021, 3), year(2022, 4, stands="planned"), "not_comparable"),
        (year(2021, 3), year(2022, 4, conflict=True), "with_caveat"),
        (year(2021, 3), year(2022, 4, qualifier="at_least"), "with_caveat"),
        (year(2021, 3, counting="before_merge"), year(2022, 4), "with_caveat"),
    ],
)
def test_a_change_is_reckoned_only_where_the_verdict_allows(
    corpus: Corpus, one: Said, other: Said, verdict: str
) -> None:
    """A plan, a contradiction, an unlike or unsaid counting: the rules' answer on arithmetic."""
    (found,) = series(corpus, one, other)
    (_, last) = found.points
    assert last.judgement
    expected = (verdict, last.judgement.arithmetic)
    assert expected == (verdicts(found)[1], last.change is not None)
    assert (found.whole is None) is (last.change is None)


def test_countings_known_to_differ_are_two_series(corpus: Corpus) -> None:
    """Proposals before and after merging have no change from one to the other."""
    found = series(
        corpus, year(2021, 3, counting="before_merge"), year(2022, 4, counting="after_merge")
    )
    assert {("before_merge",), ("after_merge",)} == {one.counting for one in found}
    assert [[None], [None]] == [changes(one) for one in found]


def test_a_heading_says_only_what_all_figures_say(corpus: Corpus) -> None:
    """Where one year is silent on its counting, the heading does not speak for it."""
    (found,) = series(corpus, year(2021, 3, counting="after_merge"), year(2022, 4))
    assert () == found.counting


def test_sessions_and_years_are_two_series(corpus: Corpus) -> None:
    """What a session received and what a year did are of two sorts of time."""
    found = series(
        corpus,
        {"when": {"session": 2022}, "value": 3},
        year(2022, 5),
        {"when": {"session": 2023}, "value": 4},
        {"when": {"since_session": 2023, "to": "2023-12-31"}, "value": 6},
        {"when": {"since_session": 2024, "to": "2024-03-01"}, "value": 7},
    )
    told = {tuple(point.told.metric.value for point in one.points) for one in found}
    assert {(3, 4, 7), (5, 6)} == told


def test_of_one_year_the_later_count_is_the_point(corpus: Corpus) -> None:
    """The earlier cut-off stands beside it."""
    (found,) = series(
        corpus,
        {"when": {"session": 2023, "to": "2023-01-09"}, "value": 9},
        {"when": {"session": 2022, "to": "2022-01-09"}, "value": 5},
        {"when": {"session": 2023, "to": "2023-01-05"}, "value": 8},
    )
    assert [(5, []), (9, [8])] == [
        (one.told.metric.value, [each.metric.value for each in one.others]) for one in found.points
    ]


def test_a_plan_does_not_take_the_place_of_a_result(corpus: Corpus) -> None:
    """Of one year what was done is the point; what was planned stands beside it."""
    (found,) = series(corpus, year(2023, 9), year(2023, 12, stands="planned"), year(2022, 5))
    assert [5, 9] == [one.told.metric.value for one in found.points]


def test_overlapping_stretches_have_no_change(corpus: Corpus) -> None:
    """2019 to 2022 and 2021 to 2024 have two years in common: nothing grew from one to another."""

    def over(first: int, last: int, value: float) -> Said:
        return {"when": {"span": f"{first}/{last}"}, "value": value}

    (beside,) = series(corpus, over(2017, 2019, 30), over(2020, 2022, 40))
    assert [None, 10] == changes(beside)
    (across,) = series(corpus, over(2019, 2021, 30), over(2020, 2022, 40))
    assert ([None, None], None) == (changes(across), across.whole)


def test_figures_without_a_year_are_points_of_their_own(corpus: Corpus) -> None:
    """Two undated figures are not taken for one time, nor is anything reckoned between them."""
    (found,) = series(corpus, {"when": "unknown", "value": 3}, {"when": "unknown", "value": 4})
    assert ([3, 4], None) == (sorted(one.told.seen.amount for one in found.points), found.whole)
    assert [None, None] == changes(found)


@pytest.mark.parametrize("other", [DATONG, LINXI])
def test_other_places_figures_are_no_years(corpus: Corpus, other: str) -> None:
    """A second place of the case is not the first one's next year."""
    found = series(corpus, year(2021, 3), year(2022, 4, of=other))
    assert {TAIYUAN: [None], other: [None]} == {one.place: changes(one) for one in found}


def test_two_projects_are_no_years_of_one(corpus: Corpus) -> None:
    """What another project of the place did a year later is no change of the first."""
    proof = taiyuan(corpus).metrics[0].evidence
    cases = [
        evolve(
            taiyuan(corpus),
            id=CaseId(f"made-up-{number}"),
            metrics=(metric(part="one_project", evidence=proof, **year(number, number % 10)),),
        )
        for number in (2021, 2022)
    ]
    found = trend(made_up(corpus, *cases), TAIYUAN)
    assert [[None], [None]] == [changes(one) for one in found.series]


def test_only_the_indicator_asked_for_is_shown(corpus: Corpus) -> None:
    """Of two indicators the one that was named, and only what it cites."""
    found = trend_of(
        corpus, year(2021, 3), year(2021, 4, indicator="proposals_received"), only="proposals_filed"
    )
    assert ["proposals_filed"] == [one.indicator for one in found.series]
    assert set(found.sources) == set(taiyuan(corpus).metrics[0].evidence)


def test_a_place_that_nobody_knows_is_an_error(corpus: Corpus) -> None:
    """So it is in a comparison of several."""
    with pytest.raises(UnknownLocality):
        trend(corpus, "nowhere-at-all")


def test_a_place_without_a_case_has_no_series(corpus: Corpus) -> None:
    """Its party is known, its figures are none."""
    found = trend(corpus, "shuozhou")
    assert ((), ()) == (found.party.cases, found.series)


def test_far_years_are_not_reckoned_with(corpus: Corpus) -> None:
    """The verdict on two years is the trend's own: a gap of years is no bar to a series."""
    (found,) = series(corpus, year(2012, 3), year(2022, 4))
    assert Verdict.NOT_COMPARABLE is not (
        found.points[1].judgement and found.points[1].judgement.verdict
    )
