"""Figures over the years as a reader sees them: the times, the changes, why there is none."""

import pytest
from tests.figures import DATONG
from tests.unit.comparison.test_trend import Said, trend_of, year

from cppcc_cases.model import Lang
from cppcc_cases.report.document import Heading, Paragraph, Table
from cppcc_cases.report.said import said as in_words
from cppcc_cases.report.trend import trend_report
from cppcc_cases.store import Corpus


def shown(corpus: Corpus, lang: Lang, *said: Said, only: str | None = None) -> list[object]:
    """Return headings, sentences and the rows of tables, in their order."""
    found: list[object] = []
    for block in in_words(trend_report(trend_of(corpus, *said, only=only)), lang).blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [tuple("|".join(map(str, cell)) for cell in row) for row in block.rows]
    return found


RATE: Said = {"indicator": "filing_rate", "unit": "percent"}


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            Lang.ZH,
            [
                "提案立案数",
                ("2021年", "300件[1]", "–", ""),
                ("2022年", "270件[1]", "少30件（−10.0%）", "可比"),
                ("2024年", "270件[1]", "相同", "可比"),
                ("2025年", "0件[1]", "少270件（−100.0%）", "可比"),
                "2025年比2021年少300件（−100.0%）",
                "来源",
            ],
        ),
        (
            Lang.EN,
            [
                "proposals filed",
                ("2021", "300 items [1]", "–", ""),
                ("2022", "270 items [1]", "30 items fewer (−10.0%)", "comparable"),
                ("2024", "270 items [1]", "the same", "comparable"),
                ("2025", "0 items [1]", "270 items fewer (−100.0%)", "comparable"),
                "2021 to 2025: 300 items fewer (−100.0%)",
                "Sources",
            ],
        ),
    ],
)
def test_counts_change_by_items_and_per_cent(
    corpus: Corpus, lang: Lang, expected: list[object]
) -> None:
    """A table with a row a year, then one sentence on the first and the last of them."""
    said = year(2021, 300), year(2022, 270), year(2024, 270), year(2025, 0)
    assert expected == shown(corpus, lang, *said)[1:-1]


@pytest.mark.parametrize(
    ("lang", "title", "expected"),
    [
        (
            Lang.ZH,
            "历年立案率",
            ["–", "升5.5个百分点", "降0.4个百分点", "持平（在四舍五入之内）"],
        ),
        (
            Lang.EN,
            "filing rate over the years",
            ["–", "up 5.5 points", "down 0.4 points", "unchanged within rounding"],
        ),
    ],
)
def test_rates_change_by_points(
    corpus: Corpus, lang: Lang, title: str, expected: list[str]
) -> None:
    """Per cent of a per cent is never told, and rounding is no change."""
    years = ((2021, 80), (2022, 85.5), (2023, 85.1), (2024, 85))
    said = [year(number, value, **RATE) for number, value in years]
    found = shown(corpus, lang, *said, only="filing_rate")
    assert str(found[0]).endswith(title)
    assert expected == [row[2] for row in found if isinstance(row, tuple)]


@pytest.mark.parametrize(
    ("lang", "change", "why"),
    [
        (Lang.ZH, "不计增减", "须谨慎比较：来源数字互相矛盾（2023年）"),
        (
            Lang.EN,
            "no change reckoned",
            "compare with care: the source contradicts itself (2023)",
        ),
    ],
)
def test_where_nothing_is_reckoned_the_reason_stands_beside(
    corpus: Corpus, lang: Lang, change: str, why: str
) -> None:
    """A figure that its source contradicts breaks the line before and behind it."""
    said = year(2021, 8), year(2023, 5, conflict=True), year(2024, 6)
    rows = [row for row in shown(corpus, lang, *said) if isinstance(row, tuple)]
    assert [("–", ""), (change, why), (change, why)] == [row[2:] for row in rows]


def test_of_several_places_each_table_names_its_own(corpus: Corpus) -> None:
    """The heading says whose figures they are where the case has two places."""
    found = shown(corpus, Lang.ZH, year(2021, 8), year(2022, 9, of=DATONG))
    assert ["太原市：提案立案数", "大同市：提案立案数"] == [
        one for one in found if str(one).endswith("市：提案立案数")
    ]


def test_earlier_counts_of_a_year_stand_beside_the_later(corpus: Corpus) -> None:
    """Both cut-offs are shown in one cell."""
    found = shown(
        corpus,
        Lang.ZH,
        {"when": {"session": 2023, "to": "2023-01-05"}, "value": 8},
        {"when": {"session": 2023, "to": "2023-01-09"}, "value": 9},
    )
    (row,) = [one for one in found if isinstance(one, tuple)]
    assert ["9件", "8件"] == [each.split("（")[0].split("[")[0] for each in row[1].split("|")]


def test_a_place_without_figures_says_so(corpus: Corpus) -> None:
    """Silence is told in its own words, and no table is drawn."""
    (_, silence, *_) = shown(corpus, Lang.ZH, year(2021, 8), only="filing_rate")
    assert "未写明" == silence
