"""The verdict on two figures: one table of what each reason is given for, and what it does."""

from typing import Any

import pytest
from tests.figures import DATONG, LINXI, TAIYUAN, seen

from cppcc_cases.comparison.verdict import (
    Axis,
    Judgement,
    Verdict,
    judge,
    judged,
    reason_about,
    reason_label,
    rules,
    worst,
)
from cppcc_cases.model import Lang

YES, CARE, NO = Verdict
Said = dict[str, Any]
STUDIOS = {"indicator": "studios", "when": {"as_of": "2024-09-20"}, "part": "whole"}
RATE = {"indicator": "filing_rate", "value": 90}
CONTENT = {"indicator": "satisfaction", "value": 95, "counting": "satisfied of_forms"}
SOLVED = {"indicator": "resolution_rate", "value": 95, "counting": "solved of_filed"}
ADOPTED = {"indicator": "adoption_rate", "value": 80, "counting": "of_received"}
TAKING_PART = {"indicator": "member_participation", "value": 80, "counting": "proposers of_members"}


def session(year: int, **said: Any) -> Said:
    """Return a figure of the session of a year."""
    return {"when": {"session": year, **said}}


def since(year: int, to: str | None = None) -> Said:
    """Return a figure since the session of a year."""
    return {"when": {"since_session": year, **({"to": to} if to else {})}}


def when(**said: Any) -> Said:
    """Return a figure of some time."""
    return {"when": said}


def found(base: Said, one: Said, other: Said, axis: Axis) -> Judgement:
    """Return the verdict on two figures that differ from one base; two places' unless said."""
    places = {"of": DATONG} if axis is Axis.PLACES else {}
    left, right = seen(**{**base, **one}), seen(**{**base, **places, **other})
    both = [judge(left, right, axis), judge(right, left, axis)]
    assert both[0] == both[1]
    return both[0]


# Of each: what both figures have, what each of the two has, then verdict, reasons, arithmetic.
PLACES: list[tuple[Said, Said, Said, Verdict, str, bool]] = [
    # nothing known to differ, nothing unknown
    ({}, {}, {}, YES, "", True),
    (RATE, {"counting": "of_received"}, {"counting": "of_received"}, YES, "", True),
    # identity
    ({}, {}, {"indicator": "proposals_received"}, NO, "indicator", False),
    (
        {"indicator": "other", "as_printed": "甲"},
        {},
        {"as_printed": "乙"},
        NO,
        "indicator coverage_unknown own_rule",
        False,
    ),
    ({"indicator": "other", "as_printed": "甲", "part": "whole"}, {}, {}, CARE, "own_rule", False),
    ({"indicator": "opinions_used"}, {}, {"unit": "issue"}, NO, "unit", False),
    ({"indicator": "opinions_used"}, {}, {"unit": "entry"}, YES, "", True),
    ({}, {}, {"of": "joint"}, NO, "joint", False),
    ({}, {}, {"of": LINXI}, NO, "level", False),
    (RATE, {}, {"of": LINXI}, YES, "level", True),
    ({"indicator": "key_proposals"}, {}, {}, CARE, "own_rule", False),
    # parts
    ({}, {}, {"part": "members"}, NO, "part", False),
    ({}, {"part": "collective"}, {"part": "members"}, NO, "part", False),
    ({"part": "members"}, {}, {}, YES, "", True),
    ({}, {**session(2024), "part": "in_session"}, session(2024), YES, "", True),
    ({}, {**session(2024), "part": "between_sessions"}, session(2024), NO, "part", False),
    ({}, {"part": "members"}, {"part": "authors_unsaid"}, CARE, "part_unknown", False),
    ({}, {"part": "authors_unsaid"}, {"part": "authors_unsaid"}, CARE, "part_unknown", False),
    ({}, {}, {"part": "authors_unsaid"}, CARE, "part_unknown", False),
    ({}, {"part": "collective"}, {"part": "authors_unsaid"}, NO, "part part_unknown", False),
    ({}, {"part": "economy"}, {"part": "authors_unsaid"}, NO, "part part_unknown", False),
    ({}, {}, {"part": "topic:教育"}, NO, "part", False),
    ({"part": "topic:教育"}, {}, {}, CARE, "part_unknown", False),
    ({}, {}, {"part": "government"}, NO, "part", False),
    (RATE, {}, {"part": "government"}, CARE, "part_handler", False),
    (RATE, {}, {"part": "members"}, NO, "part", False),
    (RATE, {}, {"part": "members government"}, NO, "part", False),
    ({"indicator": "opinions_used"}, {}, {"part": "national"}, NO, "part", False),
    (
        {"indicator": "opinions_used"},
        {"part": "city_level"},
        {"part": "city_level and_above"},
        NO,
        "part",
        False,
    ),
    # schemes of classes and of subjects
    ({"part": "class_a"}, {}, {}, CARE, "definition_unknown", False),
    (
        {},
        {"part": "class_a five_fold"},
        {"part": "class_a own_scheme"},
        NO,
        "definition",
        False,
    ),
    ({"part": "class_a own_scheme"}, {}, {}, CARE, "definition_unknown", False),
    ({"part": "economy"}, {}, {}, YES, "", True),
    ({}, {"part": "economy"}, {"part": "economy own_scheme"}, NO, "definition", False),
    ({"part": "economy own_scheme"}, {}, {}, CARE, "definition_unknown", False),
    # coverage
    (STUDIOS, {}, {}, CARE, "own_rule", False),
    (STUDIOS, {}, {"part": ""}, CARE, "coverage_unknown own_rule", False),
    (STUDIOS, {"part": ""}, {"part": ""}, CARE, "coverage_unknown own_rule", False),
    (STUDIOS, {}, {"part": "one_project"}, NO, "coverage own_rule", False),
    ({}, {}, {"part": "own"}, YES, "", True),
    ({}, {}, {"part": "own_and_below"}, NO, "coverage", False),
    # counting
    ({"counting": "before_merge"}, {}, {}, YES, "", True),
    ({}, {"counting": "before_merge"}, {"counting": "after_merge"}, NO, "definition", False),
    ({}, {}, {"counting": "after_merge"}, CARE, "definition_unknown", False),
    (CONTENT, {}, {}, YES, "", True),
    (
        CONTENT,
        {},
        {"counting": "satisfied basically_satisfied of_forms"},
        NO,
        "definition",
        False,
    ),
    (CONTENT, {}, {"counting": "of_forms"}, CARE, "definition_unknown", False),
    (
        CONTENT,
        {"counting": "of_forms"},
        {"counting": "of_forms"},
        CARE,
        "definition_unknown",
        False,
    ),
    (
        CONTENT,
        {},
        {"counting": "satisfied basically_satisfied and_more of_forms"},
        CARE,
        "definition_unknown",
        False,
    ),
    (
        CONTENT,
        {"counting": "satisfied and_more of_forms"},
        {"counting": "satisfied and_more of_forms"},
        CARE,
        "definition_unknown",
        False,
    ),
    (CONTENT, {}, {"counting": "satisfied of_forms of_result"}, CARE, "definition_unknown", False),
    (
        CONTENT,
        {"counting": "satisfied of_forms of_handling"},
        {"counting": "satisfied of_forms of_result"},
        NO,
        "definition",
        False,
    ),
    (SOLVED, {}, {}, YES, "", True),
    (SOLVED, {}, {"counting": "solved basic of_filed"}, NO, "definition", False),
    (SOLVED, {}, {"counting": "of_filed"}, CARE, "definition_unknown", False),
    (ADOPTED, {}, {}, YES, "", True),
    (ADOPTED, {}, {"counting": "adopted of_received"}, CARE, "definition_unknown", False),
    (TAKING_PART, {}, {}, YES, "", True),
    (TAKING_PART, {}, {"counting": "incl_cosigners of_members"}, NO, "definition", False),
    (TAKING_PART, {}, {"counting": "of_members"}, CARE, "definition_unknown", False),
    # denominators
    (CONTENT, {}, {"counting": "satisfied of_replied"}, CARE, "base", False),
    (CONTENT, {}, {"counting": "satisfied"}, CARE, "base_unknown", False),
    (CONTENT, {"counting": "satisfied"}, {"counting": "satisfied"}, CARE, "base_unknown", False),
    (RATE, {}, {}, YES, "", True),
    (RATE, {}, {"counting": "of_received"}, CARE, "base_unknown", False),
    # windows
    ({}, since(2024, "2025-01-05"), since(2024, "2024-12-31"), YES, "", True),
    ({}, session(2024), session(2024), YES, "", True),
    ({}, session(2024), since(2024, "2024-03-01"), CARE, "window_near", True),
    ({}, session(2024), since(2024, "2024-12-01"), NO, "window", False),
    ({}, session(2024), since(2024), CARE, "window_unknown", False),
    ({}, since(2024, "2024-12-01"), since(2024, "2024-02-01"), NO, "window", False),
    ({}, since(2024, "2024-12-01"), since(2024), CARE, "window_unknown", False),
    ({}, {}, since(2024, "2024-12-01"), CARE, "window_near", True),
    ({}, {}, since(2024, "2024-02-01"), NO, "window", False),
    ({}, {}, session(2024), NO, "window", False),
    ({}, session(2021), when(term="2017/2021"), NO, "window", False),
    (RATE, session(2021), when(term="2017/2021"), CARE, "window", False),
    (TAKING_PART, session(2021), when(term="2017/2021"), NO, "window", False),
    ({}, when(span="2021-01/2022-12"), when(span="2021-01/2022-12"), YES, "", True),
    ({}, when(span="2021-01/2022-12"), when(span="2022-01/2022-12"), NO, "window", False),
    ({}, when(span="2022-03/2023-02"), when(span="2022-01/2022-12"), NO, "window year", False),
    ({}, when(span="2024-01/2024-12"), {}, YES, "", True),
    ({}, when(span="2024-02/2025-01"), since(2024, "2024-12-31"), CARE, "year", False),
    ({}, when(term="2017/2022"), when(term="2017/2022"), YES, "", True),
    ({}, when(total="2022-09"), when(total="2022-09"), CARE, "window_unknown", False),
    ({}, when(event="2022-09"), when(event="2022-10"), CARE, "window_unknown", False),
    ({}, when(total="2022-09"), when(event="2022-10"), NO, "window", False),
    ({}, {}, {"when": "unknown"}, CARE, "window_unknown", False),
    ({}, {"when": "unknown"}, {"when": "unknown"}, CARE, "window_unknown", False),
    ({}, {}, {"when": "year"}, CARE, "window_unknown", False),
    ({}, {"when": "session"}, {"when": "session"}, CARE, "window_unknown", False),
    ({}, {"when": "since_session"}, session(2024), CARE, "window_unknown", False),
    ({}, {"when": "since_session"}, {"when": "since_session"}, CARE, "window_unknown", False),
    ({}, {"when": "since_session"}, when(term="2017/2022"), CARE, "window_unknown", False),
    ({}, since(2022), when(term="2017/2022"), CARE, "window_unknown", False),
    ({}, since(2024), when(span="2024-01/2024-12"), CARE, "window_unknown", False),
    ({}, {"when": "since_session"}, since(2024, "2024-12-01"), CARE, "window_unknown", False),
    ({}, {"when": "year"}, session(2024), NO, "window", False),
    # years apart
    ({}, session(2024), session(2025), CARE, "year", False),
    ({}, session(2021), session(2025), CARE, "year", False),
    ({}, session(2020), session(2025), NO, "far", False),
    ({}, session(2023, to="2023-12-29"), session(2024, to="2024-01-10"), YES, "", True),
    ({}, session(2023, to="2023-03-01"), session(2024, to="2024-03-01"), CARE, "year", False),
    ({}, session(2023, to="2023-01-05"), session(2023, to="2023-12-29"), CARE, "year", False),
    (RATE, when(year=2019), when(year=2024), NO, "far", False),
    ({}, when(term="2012/2017"), when(term="2017/2022"), CARE, "year", False),
    ({}, when(term="2007/2012"), when(term="2017/2022"), NO, "far", False),
    (STUDIOS, {}, when(as_of="2023-10-01"), CARE, "own_rule", False),
    (STUDIOS, {}, when(as_of="2023-09-01"), CARE, "own_rule moment", False),
    (STUDIOS, {}, when(as_of="2019-09-01"), NO, "own_rule far", False),
    # standing
    ({}, {}, {"stands": "interim"}, NO, "interim", False),
    ({}, {}, {"stands": "planned"}, NO, "not_actual", False),
    ({}, {}, {"stands": "required"}, NO, "not_actual", False),
    ({}, {"stands": "planned"}, {"stands": "required"}, NO, "not_actual", False),
    ({"stands": "required"}, {}, {}, YES, "", True),
    ({}, {}, {"stands": "provisional"}, CARE, "provisional", True),
    ({}, {}, {"qualifier": "at_least"}, CARE, "inexact", False),
    ({}, {}, {"qualifier": "about"}, CARE, "inexact", False),
    ({}, {}, {"conflict": True}, CARE, "conflict", False),
    ({}, {}, {"basis": "derived"}, YES, "derived", True),
    ({}, {"session_no": "13-5"}, {"session_no": "14-1"}, YES, "", True),
]
TREND: list[tuple[Said, Said, Said, Verdict, str, bool]] = [
    ({}, when(year=2015), {}, YES, "", True),
    ({}, {"session_no": "13-5"}, {"session_no": "14-1"}, YES, "new_term", True),
    ({}, {"session_no": "13-5"}, {}, YES, "", True),
    ({"indicator": "key_proposals"}, when(year=2023), {}, YES, "", True),
    (STUDIOS, when(as_of="2018-01-01"), {}, YES, "", True),
    (STUDIOS, {"part": ""}, {}, CARE, "coverage_unknown", False),
    ({"part": "class_a own_scheme"}, when(year=2023), {}, YES, "", True),
    ({"part": "topic:教育"}, when(year=2023), {}, YES, "", True),
    ({}, session(2024, to="2024-01-05"), session(2024, to="2024-01-07"), NO, "cutoff", False),
    ({}, session(2024), since(2024, "2024-03-01"), NO, "cutoff", False),
    ({}, session(2023), since(2024, "2024-03-01"), CARE, "window_near", True),
    ({}, since(2023, "2023-12-30"), {}, CARE, "window_near", True),
    (
        {"stands": "interim"},
        session(2024, to="2024-01-05"),
        session(2024, to="2024-01-05"),
        YES,
        "",
        True,
    ),
    ({"stands": "interim"}, session(2023), session(2024), NO, "interim", False),
]


@pytest.mark.parametrize(("base", "one", "other", "verdict", "reasons", "arithmetic"), PLACES)
def test_two_places(
    base: Said, one: Said, other: Said, verdict: Verdict, reasons: str, arithmetic: bool
) -> None:
    """Figures of two places have the verdict of the table, whichever is named first."""
    expected = Judgement(verdict=verdict, reasons=tuple(reasons.split()), arithmetic=arithmetic)
    assert expected == found(base, one, other, Axis.PLACES)


@pytest.mark.parametrize(("base", "one", "other", "verdict", "reasons", "arithmetic"), TREND)
def test_two_times(
    base: Said, one: Said, other: Said, verdict: Verdict, reasons: str, arithmetic: bool
) -> None:
    """Figures of one place at two times have the verdict of the table."""
    expected = Judgement(verdict=verdict, reasons=tuple(reasons.split()), arithmetic=arithmetic)
    assert expected == found(base, one, other, Axis.TREND)


def test_every_reason_is_in_the_tables() -> None:
    """No reason of the rules is without a case."""
    told = {reason for row in (*PLACES, *TREND) for reason in row[4].split()}
    assert set(rules()["reasons"]) == told


def test_a_figure_since_a_session_ends_with_its_article() -> None:
    """Without a day of its own, a figure since a session was counted until it appeared."""
    sides = [
        seen(of=of, published=day, **since(2024))
        for of, day in (
            (TAIYUAN, "2024-02-01"),
            (DATONG, "2024-02-03"),
        )
    ]
    expected = Judgement(verdict=YES, reasons=(), arithmetic=True)
    assert expected == judge(sides[0], sides[1], Axis.PLACES)


@pytest.mark.parametrize(
    ("day", "form"),
    [
        ("2024-06-30", "open"),
        ("2024-07-01", "closed"),
        ("2024-06", "open"),
        ("2024-07", "closed"),
        ("2025-01-10", "closed"),
        ("2024", "undated"),
    ],
)
def test_the_middle_of_the_year_closes_a_session(day: str, form: str) -> None:
    """What is counted until July or later is of a closed year; a year tells neither."""
    assert form == seen(**since(2024, day)).window.form


@pytest.mark.parametrize(
    ("to", "form", "months"),
    [
        ("2024-12-31", "closed", 12),
        ("2025-06", "closed", 12),
        ("2025-07", "span", 19),
        ("2026-03-01", "span", 27),
    ],
)
def test_longer_than_a_year_of_session_is_a_stretch_of_time(
    to: str, form: str, months: int
) -> None:
    """What ends after the next session's middle of the year is no figure of that session."""
    window = seen(**since(2024, to)).window
    assert (form, months) == (window.form, window.months)


def test_an_article_of_much_later_dates_nothing() -> None:
    """A session's count without a cut-off, told two years later, is of no known length."""
    window = seen(**since(2024), published="2026-03-01").window
    assert ("undated", 0, 0) == (window.form, window.first, window.last)


@pytest.mark.parametrize(
    ("term", "months"), [("2017/2022", 60), ("2017/2021", 60), ("2017/2019", 36)]
)
def test_a_term_is_as_long_as_it_says(term: str, months: int) -> None:
    """Five years, however the last is counted; a term cut short is shorter."""
    assert months == seen(when={"term": term}).window.months


@pytest.mark.parametrize("reason", rules()["reasons"])
def test_every_reason_is_worded(reason: str) -> None:
    """A reason has a name and a rule, in both languages."""
    told = [
        text.in_(lang) for text in (reason_label(reason), reason_about(reason)) for lang in Lang
    ]
    assert all(told)


@pytest.mark.parametrize("reason", rules()["reasons"])
@pytest.mark.parametrize("is_rate", [False, True])
def test_a_reason_alone_has_the_effect_of_the_table(reason: str, is_rate: bool) -> None:
    """A note leaves figures comparable, a care cautions, a bar rules comparison out."""
    rule = rules()["reasons"][reason]
    effect = rule["rates" if is_rate else "counts"]
    verdict = {"note": YES, "care": CARE, "bar": NO}[effect]
    expected = Judgement(
        verdict=verdict, reasons=(reason,), arithmetic=rule["arithmetic"] and verdict is not NO
    )
    assert expected == judged((reason,), is_rate=is_rate)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_worded(verdict: Verdict) -> None:
    """A verdict has a name in both languages."""
    assert all((verdict.label.zh, verdict.label.en))


def test_the_worst_verdict_counts() -> None:
    """Of several verdicts the worst is that of all; of none, there is nothing against."""
    assert [NO, CARE, YES] == [worst([YES, NO, CARE]), worst([CARE, YES]), worst([])]
