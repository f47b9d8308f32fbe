"""Figures in rows: which share one, which of a party's is compared, and who is left apart."""

import itertools
from typing import Any

import pytest
from attrs import evolve
from tests.figures import DATONG, LINXI, TAIYUAN, XINZHOU, told

from cppcc_cases.comparison.rows import Aligned, Told, aligned
from cppcc_cases.comparison.verdict import Verdict
from cppcc_cases.model import CaseId
from cppcc_cases.plugins.registry import Registry

CODES = (TAIYUAN, DATONG, XINZHOU, "140300", "140400")
Said = dict[str, Any]


def rows(*sides: list[Said]) -> list[Aligned]:
    """Return the rows of figures of as many cities."""
    made = [
        [told(**{"of": code, **one}) for one in side]
        for code, side in zip(CODES, sides, strict=False)
    ]
    return list(aligned(made, Registry.installed()))


def row(*sides: list[Said]) -> Aligned:
    """Return the only row of figures."""
    (found,) = rows(*sides)
    return found


def values(made: Aligned) -> list[object]:
    """Return the figure of each party that is compared, or None."""
    return [one.told and one.told.metric.value for one in made.cells]


def of_year(year: int, value: float = 1, **said: Any) -> Said:
    """Return a figure of a year."""
    return {"when": {"year": year}, "value": value, **said}


def test_one_indicator_is_one_row() -> None:
    """Figures of one indicator, part and counting stand side by side."""
    made = row([{"value": 3}], [{"value": 4}])
    assert ([3, 4], (0, 1), Verdict.COMPARABLE) == (
        values(made),
        made.compared,
        made.judgement and made.judgement.verdict,
    )


def test_a_figure_alone_has_no_verdict() -> None:
    """Where only one party has a figure there is nothing to judge."""
    made = row([{"value": 3}], [])
    assert ([3, None], (0,), None) == (values(made), made.compared, made.judgement)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({"part": "members"}, {}, 2),
        ({"part": "members"}, {"part": "authors_unsaid"}, 1),
        ({"part": "collective"}, {"part": "authors_unsaid"}, 2),
        ({"part": "topic:教育"}, {"part": "topic:养老"}, 2),
        ({"part": "topic:教育"}, {"part": "topic:教育"}, 1),
        ({"part": "own"}, {}, 1),
        ({"part": "own_and_below"}, {}, 2),
        ({"counting": "before_merge"}, {"counting": "after_merge"}, 2),
        ({"counting": "before_merge"}, {}, 1),
        ({"indicator": "studios"}, {"indicator": "studios", "part": "whole"}, 1),
        ({"indicator": "studios", "part": "whole"}, {"indicator": "studios", "part": "pilot"}, 2),
        ({"indicator": "other", "as_printed": "甲"}, {"indicator": "other", "as_printed": "乙"}, 2),
        ({"indicator": "other", "as_printed": "甲"}, {"indicator": "other", "as_printed": "甲"}, 1),
        ({"when": {"year": 2023}}, {"when": {"session": 2024}}, 1),
        ({"stands": "planned"}, {}, 1),
        ({}, {"indicator": "proposals_received"}, 2),
    ],
)
def test_who_shares_a_row(one: Said, other: Said, count: int) -> None:
    """What is known to be counted otherwise makes a second row; silence shares one."""
    assert [count, count] == [len(rows([one], [other])), len(rows([other], [one]))]


def test_rates_that_count_otherwise_are_two_rows() -> None:
    """Content with and without “basically satisfied” is not side by side, another whole is."""
    base = {"indicator": "satisfaction", "value": 90}
    strict = {**base, "counting": "satisfied of_forms"}
    wide = {**base, "counting": "satisfied basically_satisfied of_forms"}
    of_others = {**base, "counting": "satisfied of_replied"}
    assert [2, 1] == [len(rows([strict], [wide])), len(rows([strict], [of_others]))]


def test_silence_does_not_join_two_that_differ() -> None:
    """Of three, the silent one stands with one of the two that are known to differ."""
    found = rows([{"counting": "before_merge"}], [{}], [{"counting": "after_merge"}])
    assert [2, 1] == sorted(
        (sum(v is not None for v in values(one)) for one in found), reverse=True
    )


def test_a_row_is_of_what_all_its_figures_say() -> None:
    """The head of a row names the parts and the counting that all its figures have."""
    made = row([{"part": "members", "counting": "after_merge"}], [{"part": "members"}])
    assert (("members",), ()) == (made.part, made.counting)


def test_a_coverage_that_all_have_is_in_the_head() -> None:
    """Where all cover the whole it is said once."""
    said = {"indicator": "studios", "part": "whole", "when": {"as_of": "2024-12"}}
    assert [("whole",), ()] == [row([said], [said]).part, row([said], [{**said, "part": ""}]).part]


def test_rows_follow_the_vocabulary() -> None:
    """Rows come in the order of the indicators, the total before its parts."""
    mine = [
        {"indicator": "studios"},
        {"part": "members"},
        {"indicator": "a_made_up_one"},
        {},
        {"indicator": "proposals_received"},
    ]
    expected = [
        ("proposals_received", ()),
        ("proposals_filed", ()),
        ("proposals_filed", ("members",)),
        ("studios", ()),
        ("a_made_up_one", ()),
    ]
    found = [(one.indicator, one.part[:1]) for one in rows(mine, [])]
    assert expected == found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([of_year(2022, 1), of_year(2023, 2)], [of_year(2022, 3), of_year(2023, 4)], [2, 4]),
        ([of_year(2022, 1), of_year(2024, 2)], [of_year(2022, 3), of_year(2023, 4)], [1, 3]),
        ([of_year(2021, 1), of_year(2024, 2)], [of_year(2022, 3), of_year(2023, 4)], [2, 4]),
        (
            [{"when": {"session": 2024}, "value": 1}, of_year(2023, 2)],
            [{"when": "unknown", "value": 3}, of_year(2023, 4)],
            [2, 4],
        ),
        (
            [{"when": "unknown", "value": 1}, of_year(2023, 2)],
            [{"when": "unknown", "value": 3}],
            [2, 3],
        ),
    ],
)
def test_the_latest_window_in_common_is_compared(
    one: list[Said], other: list[Said], expected: list[float]
) -> None:
    """Of several times the latest that both have is taken; if none, the latest of each."""
    both = [row(one, other), row(list(reversed(one)), list(reversed(other)))]
    assert [expected] * 2 == [values(made) for made in both]


def test_other_figures_of_a_party_are_kept() -> None:
    """The figures that are not compared stand beside, the latest first."""
    made = row([of_year(2021, 1), of_year(2023, 3), of_year(2022, 2)], [of_year(2021, 9)])
    assert [2.0 + 1, 2.0] == [one.metric.value for one in made.cells[0].others]


def test_the_later_cut_off_is_the_figure() -> None:
    """Of two counts of one session the later is compared, the earlier a note."""
    early = {"when": {"session": 2024, "to": "2024-01-05"}, "value": 300}
    late = {"when": {"session": 2024, "to": "2024-01-08"}, "value": 317}
    for side in ([early, late], [late, early]):
        made = row(side, [late])
        assert [317, [300]] == [
            values(made)[0],
            [one.metric.value for one in made.cells[0].others],
        ]


def test_two_values_of_one_time_are_both_kept() -> None:
    """A second value of the same time does not go under."""
    made = row([{"value": 3}, {"value": 4}], [])
    shown = made.cells[0]
    told_of: list[Told] = [one for one in (shown.told, *shown.others) if one]
    assert {3, 4} == {one.metric.value for one in told_of}


@pytest.mark.parametrize(
    ("one", "other", "contradicts"),
    [
        ({}, {}, True),
        ({"when": "unknown"}, {"when": "unknown"}, False),
        ({"qualifier": "at_least"}, {}, False),
        ({"stands": "planned"}, {}, False),
        ({"stands": "provisional"}, {}, False),
        ({"counting": "before_merge"}, {}, False),
        ({"of": LINXI}, {}, False),
        ({"when": {"year": 2023}}, {}, False),
        ({"part": "one_project"}, {"part": "one_project"}, True),
        ({"part": "own"}, {"part": "own_and_below"}, False),
    ],
)
def test_only_two_figures_of_one_thing_contradict_each_other(
    one: Said, other: Said, contradicts: bool
) -> None:
    """Another time, place, coverage, counting or standing, or a rough figure: no contradiction."""
    found = rows([{"value": 3, **one}, {"value": 4, **other}], [])
    marks = {
        mark
        for made in found
        for told_ in (made.cells[0].told, *made.cells[0].others)
        if told_
        for mark in told_.seen.marks
    }
    assert contradicts is ("conflict" in marks)


def test_projects_of_one_place_do_not_contradict_each_other() -> None:
    """Two projects, told by a case each, have three and four reports, and both are right."""
    first, second = (told(of=CODES[0], value=value, part="one_project") for value in (3, 4))
    second = evolve(second, case=evolve(second.case, id=CaseId("made-up-other")))
    (made,) = aligned([[first, second], []], Registry.installed())
    cell = made.cells[0]
    assert [(), ()] == [one.seen.marks for one in (cell.told, *cell.others) if one]


def test_what_was_done_is_compared_before_what_was_planned() -> None:
    """A plan for the year after, or a target for this one, does not hide the result."""
    plans: list[Said] = [of_year(2025, 9, stands="planned"), of_year(2024, 9, stands="required")]
    for plan in plans:
        done = of_year(2024, 4)
        for side in itertools.permutations((plan, done)):
            assert [4, 5] == values(row(list(side), [of_year(2024, 5)]))


def test_of_two_counts_of_one_time_the_exact_one_is_compared() -> None:
    """317 is more than “over 300” says."""
    rough: Said = {"value": 300, "qualifier": "at_least"}
    exact: Said = {"value": 317}
    for side in itertools.permutations((rough, exact)):
        assert [317, 317] == values(row(list(side), [exact]))


def test_the_largest_group_is_compared() -> None:
    """Of many places the group with most of one window and year is judged; others say why not."""
    made = row([of_year(2024)], [of_year(2024)], [{"when": {"session": 2024}}], [of_year(2024)])
    (apart,) = made.apart
    assert ((0, 1, 3), Verdict.COMPARABLE, 2, ("window",)) == (
        made.compared,
        made.judgement and made.judgement.verdict,
        apart[0],
        apart[1].reasons,
    )


def test_of_equal_groups_the_later_is_compared() -> None:
    """Two years with two places each: the later year is compared, the earlier stands apart."""
    made = row([of_year(2022)], [of_year(2023)], [of_year(2022)], [of_year(2023)])
    assert ((1, 3), [(0, ("year",)), (2, ("year",))]) == (
        made.compared,
        [(index, judged.reasons) for index, judged in made.apart],
    )


def test_places_of_another_level_stand_apart() -> None:
    """A county beside two cities keeps its figure, and the reason."""
    made = row([{}], [{"of": LINXI}], [{}])
    assert ((0, 2), [(1, ("level",))]) == (
        made.compared,
        [(index, judged.reasons) for index, judged in made.apart],
    )


def test_of_two_parties_nobody_stands_apart() -> None:
    """Two figures are judged beside each other, whatever keeps them apart."""
    made = row([{}], [{"of": LINXI, "when": {"session": 2020}}])
    assert ((0, 1), ()) == (made.compared, made.apart)
    assert made.judgement
    assert ("level", "window", "year") == made.judgement.reasons


def test_where_all_differ_all_are_judged() -> None:
    """Of three places without a window in common the verdict is on all of them."""
    made = row([of_year(2021)], [of_year(2022)], [of_year(2023)])
    assert ((0, 1, 2), ("year",)) == (made.compared, made.judgement and made.judgement.reasons)


def test_a_joint_figure_is_no_partys_own() -> None:
    """A figure of several localities together is in a row of its own, and compared with nothing."""
    joint = {"of": "joint"}
    assert [None, None] == [one.judgement for one in rows([joint], [{}])]
    made = row([joint], [joint])
    assert made.judgement
    assert (Verdict.NOT_COMPARABLE, True) == (
        made.judgement.verdict,
        "joint" in made.judgement.reasons,
    )


def test_a_share_has_a_row_of_its_own() -> None:
    """What a part makes of a count in per cent is no count."""
    share = {"unit": "percent", "value": 12.5, "part": "collective"}
    found = rows([share, {"part": "collective"}], [share])
    assert [(False, [300, None]), (True, [12.5, 12.5])] == [
        (one.is_share, values(one)) for one in found
    ]


def test_of_equal_groups_of_two_levels_one_is_compared_whoever_is_first() -> None:
    """Two cities and two counties of one year: the cities, in whichever order they stand."""
    cities, counties = [{"of": DATONG}, {"of": TAIYUAN}], [{"of": LINXI}, {"of": "150425"}]
    found = [
        [told_of(made, index) for index in made.compared]
        for made in (
            row(*([one] for one in (*cities, *counties))),
            row(*([one] for one in (*counties, *cities))),
        )
    ]
    assert [[DATONG, TAIYUAN]] * 2 == found


def told_of(made: Aligned, index: int) -> object:
    """Return whose figure a cell has."""
    one = made.cells[index].told
    return one and one.metric.of
