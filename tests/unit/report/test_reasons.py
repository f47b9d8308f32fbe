"""The reasons of a verdict in words: each names the sides and what they have."""

from typing import Any

import pytest
from tests.figures import DATONG, LINXI, told
from tests.unit.comparison.test_verdict import (
    CONTENT,
    RATE,
    SOLVED,
    STUDIOS,
    session,
    since,
    when,
)

from cppcc_cases.comparison.verdict import Axis, judge, reason_label, rules
from cppcc_cases.model import Lang
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.reasons import reason_text, reasons_text
from cppcc_cases.report.words import Words

REGISTRY = Registry.installed()
ZH, EN = Words(Lang.ZH, REGISTRY), Words(Lang.EN, REGISTRY)
Said = dict[str, Any]


def sides(base: Said, one: Said, other: Said) -> list[Any]:
    """Return two named figures that differ from one base."""
    return [
        ("甲", told(**{**base, **one})),
        ("乙", told(**{**base, "of": DATONG, **other})),
    ]


def reasons(words: Words, base: Said, one: Said, other: Said) -> str:
    """Return the reasons of the verdict on two figures of two places."""
    both = sides(base, one, other)
    found = judge(both[0][1].seen, both[1][1].seen, Axis.PLACES)
    return reasons_text(words, found, both)


@pytest.mark.parametrize(
    ("base", "one", "other", "expected"),
    [
        ({}, {}, {}, ""),
        (
            {},
            session(2021),
            when(term="2017/2021"),
            "时期长短不同（甲为2021年会期，乙为2017年至2021年这一届）",
        ),
        ({}, when(year=2023), when(year=2024), "年份不同（甲为2023年，乙为2024年）"),
        (
            {},
            session(2024, to="2024-01-12"),
            since(2024, "2024-03-01"),
            "起止时间略有不同（甲为2024年会期，乙为2024年会议以来）",
        ),
        ({}, {}, {"when": "unknown"}, "时期不明（甲为2024年，乙为时期不明）"),
        ({}, {}, {"part": "members"}, "统计范围不同（甲为全部，乙为委员提案）"),
        ({}, {"part": "members"}, {"part": "authors_unsaid"}, "统计范围不明（乙未写明）"),
        ({}, {}, {"counting": "after_merge"}, "口径不明（甲为未写明，乙为并案后）"),
        (
            CONTENT,
            {},
            {"counting": "satisfied basically_satisfied of_forms"},
            "口径不同（甲为满意，乙为满意、基本满意）",
        ),
        (SOLVED, {}, {"counting": "of_filed"}, "口径不明（甲为已解决，乙为未写明）"),
        (
            CONTENT,
            {},
            {"counting": "satisfied of_replied"},
            "分母不同（甲为占收回评价数，乙为占办复数）",
        ),
        (CONTENT, {}, {"counting": "satisfied"}, "分母不明（甲为占收回评价数，乙为未写明）"),
        ({}, {}, {"of": LINXI}, "层级不同（甲为地级，乙为县级）"),
        (RATE, {}, {"part": "government"}, "承办范围不同（甲为全部，乙为政府系统承办）"),
        (STUDIOS, {}, {"part": ""}, "覆盖范围不明（乙未写明）；各地认定标准不一"),
        (STUDIOS, {}, {"part": "pilot"}, "覆盖范围不同（甲为全域，乙为试点）；各地认定标准不一"),
        ({}, {}, {"stands": "planned"}, "计划数或规定数，不是实绩（甲为实绩，乙为计划数）"),
        ({}, {}, {"stands": "interim"}, "阶段数，会期未完（甲为实绩，乙为阶段数）"),
        ({}, {}, {"stands": "provisional"}, "初步数（甲为实绩，乙为初步数）"),
    ],
)
def test_a_reason_names_sides_and_values(base: Said, one: Said, other: Said, expected: str) -> None:
    """An office can say aloud of whom the reason is, and what each has."""
    assert expected == reasons(ZH, base, one, other)


@pytest.mark.parametrize(
    ("base", "one", "other", "expected"),
    [
        ({}, when(year=2023), when(year=2024), "different years (甲: 2023, 乙: 2024)"),
        ({}, {}, {"part": "members"}, "different parts counted (甲: all, 乙: members' proposals)"),
        ({}, {}, {"qualifier": "about"}, "not exact (乙)"),
    ],
)
def test_reasons_in_english(base: Said, one: Said, other: Said, expected: str) -> None:
    """English names them too."""
    assert expected == reasons(EN, base, one, other)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("inexact", {"qualifier": "at_least"}),
        ("conflict", {"conflict": True}),
        ("derived", {"basis": "derived"}),
        ("joint", {"of": "joint"}),
    ],
)
def test_a_mark_names_only_whose_it_is(reason: str, said: Said) -> None:
    """What lies with one side is not said of the other; of both, both are named."""
    label = reason_label(reason).zh
    one = reason_text(ZH, reason, sides({}, {}, said))
    both = reason_text(ZH, reason, sides(said, {}, said))
    assert (True, False, True, True, True) == (
        one.startswith(label),
        "甲" in one,
        "乙" in one,
        "甲" in both,
        "乙" in both,
    )


def test_sides_of_one_value_are_named_together() -> None:
    """Three sides, two of one year, are told as two."""
    three = [*sides({}, when(year=2023), when(year=2024)), ("丙", told(when={"year": 2024}))]
    assert "年份不同（甲为2023年，乙、丙为2024年）" == reason_text(ZH, "year", three)


@pytest.mark.parametrize("reason", rules()["reasons"])
@pytest.mark.parametrize("words", [ZH, EN])
def test_every_reason_can_be_said(reason: str, words: Words) -> None:
    """Each reason has words for any two figures, beginning with its name."""
    said = reason_text(words, reason, sides({}, {}, {"part": "members", "when": "unknown"}))
    assert said.startswith(words.of(reason_label(reason)))
