"""Quotients and denominators in words, in both languages."""

import pytest
from tests.unit.comparison.test_build import CITIES, counted, grouped

from cppcc_cases.comparison import Comparison, compare
from cppcc_cases.comparison.normalise import Quotient
from cppcc_cases.model import Lang
from cppcc_cases.report.compared import compared
from cppcc_cases.report.quotients import denominator_notes, quotient_text
from cppcc_cases.report.values import Row
from cppcc_cases.report.words import Words
from cppcc_cases.store import Corpus

ZH = Words(Lang.ZH)
EN = Words(Lang.EN)


def told(words: Words, row: Row) -> tuple[str, ...]:
    """Return a row of figures, each cell as one string without its bar."""
    cells = ("".join(words.of(claim.text) for claim in cell.claims) for cell in row.cells)
    return (words.of(row.label), *cells)


def made_of(comparison: Comparison, indicator: str) -> list[Row]:
    """Return the rows that are made from the row of an indicator."""
    rows = [
        row
        for section in compared(comparison).sections
        for part in section.parts
        if part.table
        for row in part.table.rows
    ]
    return [row for row in rows if row.below and row.id.startswith(f"{indicator}.")]


def lines(words: Words, comparison: Comparison, indicator: str) -> list[tuple[str, ...]]:
    """Return the rows of quotients of an indicator."""
    return [told(words, row) for row in made_of(comparison, indicator)]


def notes(words: Words, comparison: Comparison) -> tuple[str, ...]:
    """Return the notes on denominators."""
    words.registry = comparison.registry
    found = (
        (party.title, denominator_notes(words, comparison, index))
        for index, party in enumerate(comparison.parties)
    )
    return tuple(words.colon(words.of(title), note) for title, note in found if note)


def test_a_count_is_shown_by_both(corpus: Corpus) -> None:
    """A count of which there is one alone is divided by both, each with its two parts."""
    comparison = compare(corpus, "taiyuan", "datong")
    (studios,) = (one for one in comparison.metrics if one.row.indicator == "studios")
    shown = [
        [
            quotient_text(words, one, False)
            for q in studios.quotients
            if isinstance(one := q.cells[0], Quotient)
        ]
        for words in (ZH, EN)
    ]
    expected = [
        ["2.68（142/5,304,061）", "1.38（142/103）"],
        ["2.68 (142/5,304,061)", "1.38 (142/103)"],
    ]
    assert expected == shown


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (ZH, ("占乡级区划", "99.0%（102/103）", "–", "无案例")),
        (EN, ("share of township-level divisions", "99.0% (102/103)", "–", "no case")),
    ],
)
def test_a_share_is_in_per_cent(corpus: Corpus, words: Words, expected: tuple[str, ...]) -> None:
    """A share is in per cent, and a party without a case says so here too."""
    names = ("taiyuan", "yangquan", "shuozhou", "datong")
    found = lines(words, compare(grouped(corpus, 102, 60, None), *names), "liaison_groups")
    assert expected == found[0][:4]


def test_notes_say_who_counts_otherwise(corpus: Corpus) -> None:
    """Each party has one note: who counts otherwise, when, and what that makes."""
    expected = (
        "太原市：另一口径107（2023年6月30日；国家统计局统计用区划代码（2023年），只计街道、镇、"
        "乡）：协商平台数2.96（317/107）、委员工作室数1.33（142/107）、"
        "乡镇街道联络组数95.3%（102/107）",
    )
    assert expected == notes(ZH, compare(corpus, "taiyuan", "datong"))


def test_notes_in_english(corpus: Corpus) -> None:
    """The English note has the same parts."""
    (found,) = notes(EN, compare(corpus, "taiyuan", "datong"))
    parts = (
        "Taiyuan: by another count, 107 (30 June 2023; National Bureau of Statistics",
        "township and sub-district liaison groups 95.3% (102/107)",
    )
    assert [] == [part for part in parts if part not in found]


def test_counts_that_agree_need_no_second(corpus: Corpus) -> None:
    """Where both authorities count alike, there is nothing to note."""
    assert () == notes(ZH, compare(grouped(corpus, None, 60), "datong", "taiyuan"))


def test_nothing_divided_needs_no_notes(corpus: Corpus) -> None:
    """Without quotients there are neither notes nor a line to lead to them."""
    leads = "除出来的数由本库计算；按别的机关的数"
    found = [
        [part.text.zh for part in section.parts if part.text]
        for names in (("tongshan", "yunyang"), ("taiyuan", "datong"))
        for section in compared(compare(corpus, *names)).sections
        if section.id == "figures"
    ]
    alone = "只有一个地区有数字的，不作比较"
    assert [[alone], [alone, leads]] == found
    assert () == notes(ZH, compare(corpus, "tongshan", "yunyang"))


def numbers_of(row: Row) -> tuple[float | None, ...]:
    """Return the numbers of a row."""
    return tuple(cell.claims[0].number for cell in row.cells)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (ZH, ("倍数", "2.22倍", "1倍", "无案例")),
        (EN, ("multiple of the smaller", "×2.22", "×1", "no case")),
    ],
)
def test_figures_that_compare_have_a_multiple(
    corpus: Corpus, words: Words, expected: tuple[str, ...]
) -> None:
    """Two figures that may be compared have one more row, of multiples."""
    comparison = compare(counted(corpus, 40, 18), "taiyuan", "datong", "shuozhou")
    (shown,) = made_of(comparison, "proposals_filed")
    assert (expected, (40 / 18, 1, None)) == (told(words, shown), numbers_of(shown))


def test_more_figures_have_ranks(corpus: Corpus) -> None:
    """More than two figures have ranks, and a silent party a dash."""
    (shown,) = made_of(compare(counted(corpus, 40, 18, 90, None), *CITIES), "proposals_filed")
    expected = ("位次（从大到小）", "第2位", "第3位", "第1位", "–")
    assert (expected, (2, 3, 1, None)) == (told(ZH, shown), numbers_of(shown))


def test_figures_that_do_not_compare_have_none(corpus: Corpus) -> None:
    """Where the verdict does not allow to reckon there is no such row."""
    made = counted(corpus, 40, 18, qualifier="about")
    assert [] == made_of(compare(made, "taiyuan", "datong"), "proposals_filed")
