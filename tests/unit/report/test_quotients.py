"""Quotients and denominators in words, in both languages."""

import pytest
from attrs import evolve
from cppcc_cases.comparison.comparability import Comparability, Verdict
from tests.unit.comparison.test_build import in_tongshan, made_up, taiyuan

from cppcc_cases.comparison import Comparison, MetricRow, Party, compare
from cppcc_cases.corpus import Corpus
from cppcc_cases.model import Lang, Maybe, Metric, Missing
from cppcc_cases.report.compared import compared
from cppcc_cases.report.quotients import denominator_notes
from cppcc_cases.report.values import Row
from cppcc_cases.report.words import Words

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
    """A row of quotients names its unit, and each cell the quotient and its two parts."""
    comparison = compare(corpus, "taiyuan", "datong")
    expected = [
        ("每10万常住人口", "2.68（142/5,304,061）", "–"),
        ("每个乡级区划", "1.38（142/103）", "–"),
    ]
    assert expected == lines(ZH, comparison, "studios")
    english = [
        ("per 100,000 residents", "2.68 (142/5,304,061)", "–"),
        ("per township-level division", "1.38 (142/103)", "–"),
    ]
    assert english == lines(EN, comparison, "studios")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (ZH, ("占乡级区划", "99.0%（102/103）", "无案例")),
        (EN, ("share of township-level divisions", "99.0% (102/103)", "no case")),
    ],
)
def test_a_share_is_in_per_cent(corpus: Corpus, words: Words, expected: tuple[str, ...]) -> None:
    """A share is in per cent, and a party without a case says so here too."""
    assert [expected] == lines(words, compare(corpus, "taiyuan", "shuozhou"), "liaison_groups")


@pytest.mark.parametrize(("words", "why"), [(ZH, "没有查到普查常住人口"), (EN, "no census figure")])
def test_without_a_denominator_the_cell_says_why(corpus: Corpus, words: Words, why: str) -> None:
    """A made-up count of Tongshan is not divided by residents, and the cell says why."""
    comparison = compare(
        made_up(corpus, in_tongshan(corpus), taiyuan(corpus)), "taiyuan", "tongshan"
    )
    by_residents, by_divisions = lines(words, comparison, "studios")
    assert by_residents[2].startswith(why)
    assert by_divisions[2].startswith("5.07")


def test_notes_say_when_and_by_whom(corpus: Corpus) -> None:
    """Each party has one note: its denominators, who counts otherwise, and what that makes."""
    expected = (
        "太原市：常住人口5,304,061（2020年11月1日；山西省第七次全国人口普查公报（第二号），"
        "山西省统计局，2021年5月26日）；乡级区划103（2025年12月31日；民政部国家地名信息库年度"
        "行政区划代码）；另一口径107（2023年6月30日；国家统计局统计用区划代码（2023年），"
        "只计街道、镇、乡）；按另一口径：协商平台数2.96（317/107）、委员工作室数1.33（142/107）、"
        "乡镇街道联络组数95.3%（102/107）",
    )
    assert expected == notes(ZH, compare(corpus, "taiyuan", "datong"))


def test_notes_in_english(corpus: Corpus) -> None:
    """The English note has the same parts."""
    (found,) = notes(EN, compare(corpus, "taiyuan", "datong"))
    parts = (
        "Taiyuan: residents 5,304,061 (1 November 2020; Shanxi bulletin no. 2",
        "; township-level divisions 103 (31 December 2025; Ministry of Civil Affairs",
        "; by another count 107 (30 June 2023; National Bureau of Statistics",
        "township and sub-district liaison groups 95.3% (102/107)",
    )
    assert [] == [part for part in parts if part not in found]


def test_counts_that_agree_need_no_second(corpus: Corpus) -> None:
    """Where both authorities count alike, only one is named; unused ones are not."""
    (found,) = notes(ZH, compare(corpus, "xinzhou", "yangquan"))
    assert found.startswith("忻州市：常住人口2,689,668")
    assert ("另一口径" in found, "乡级区划" in found) == (False, False)


def test_nothing_divided_needs_no_notes(corpus: Corpus) -> None:
    """Without quotients there are neither notes nor a line to lead to them."""
    leads = "所用分母（除出来的数由本库计算）"
    found = [
        [part.text.zh for part in section.parts if part.text]
        for names in (("tongshan", "yunyang"), ("taiyuan", "datong"))
        for section in compared(compare(corpus, *names)).sections
        if section.id == "figures"
    ]
    assert [[], [leads]] == found
    assert () == notes(ZH, compare(corpus, "tongshan", "yunyang"))


def judged(comparison: Comparison, row: MetricRow) -> Row:
    """Return how the figures of a row stand to each other, in place of the first row."""
    changed = evolve(row, quotients=())
    whole = evolve(
        comparison,
        metrics=(changed,),
        parties=tuple(map(with_figure, comparison.parties, changed.cells)),
    )
    (found,) = made_of(whole, row.indicator)
    return found


def with_figure(party: Party, cell: Maybe[tuple[Metric, ...]]) -> Party:
    """Return a party whose first case has the figures of a cell."""
    if isinstance(cell, Missing):
        return party
    first, *rest = party.cases
    return evolve(party, cases=(evolve(first, metrics=cell), *rest))


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
    comparison = compare(corpus, "taiyuan", "datong", "shuozhou")
    row = comparison.metrics[0]
    assert not isinstance(row.cells[0], Missing)
    (metric,) = row.cells[0]
    cells = (
        (evolve(metric, value=40),),
        (evolve(metric, value=18),),
        Missing.NOT_REPORTED,
    )
    verdict = Comparability(verdict=Verdict.WITH_CAVEAT, reasons=())
    shown = judged(comparison, evolve(row, cells=cells, comparability=verdict))
    assert (expected, (40 / 18, 1, None)) == (told(words, shown), numbers_of(shown))


def test_more_figures_have_ranks(corpus: Corpus) -> None:
    """More than two figures have ranks, and a silent party a dash."""
    comparison = compare(corpus, "taiyuan", "datong", "yangquan", "xinzhou")
    row = comparison.metrics[0]
    (metric,) = next(cell for cell in row.cells if not isinstance(cell, Missing))
    numbers = tuple((evolve(metric, value=value),) for value in (40, 18, 90))
    verdict = Comparability(verdict=Verdict.COMPARABLE, reasons=())
    cells: tuple[Maybe[tuple[Metric, ...]], ...] = (*numbers, Missing.NOT_REPORTED)
    shown = judged(comparison, evolve(row, cells=cells, comparability=verdict))
    expected = ("位次（从大到小）", "第2位", "第3位", "第1位", "–")
    assert (expected, (2, 3, 1, None)) == (told(ZH, shown), numbers_of(shown))


def test_figures_that_do_not_compare_have_none(corpus: Corpus) -> None:
    """Where the verdict rules comparison out there is no such row."""
    comparison = compare(corpus, "taiyuan", "datong")
    rows = [row for one in comparison.metrics for row in made_of(comparison, one.indicator)]
    standing = [row.id for row in rows if row.id.endswith((".times", ".rank"))]
    assert (5, []) == (len(rows), standing)
