"""Titles and summaries by rule say what is so, and nothing as more than it is."""

import re
from pathlib import Path

import pytest

from cppcc_cases.model import Case
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.tables.build import build
from cppcc_cases.tables.cells import read_sheet

HEAD = (
    "place,published,indicator,value,when,when_date,when_to,session_no,part,stands,conflict,of,"
    "basis"
)
SESSION = "session,2025,2025-01-12,15-4"


def case(tmp_path: Path, *figures: str, place: str = "太原") -> Case:
    """Return the case of a table whose rows say what is behind place and date."""
    lines = [f"{HEAD},paragraphs,anchors"]
    for one in figures:
        cells = (one + "," * 11).split(",")[:11]
        counted = f"{cells[1]}%" if "rate" in cells[0] else f"{cells[1]}件"
        lines.append(f"{place},2025-01-20,{','.join(cells)},2,{counted}")
    file = tmp_path / "table.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    built = build(read_sheet(file), Registry.installed())
    assert [] == [one.message.en for one in built.problems if one.severity.value == "error"]
    return built.made[0].cases[0]


@pytest.mark.parametrize(
    ("when", "zh", "en"),
    [
        (SESSION, "2025年十五届四次会议期间（统计到2025年1月12日）",
         "at the fourth session of the 15th committee in 2025 (counted to 12 January 2025)"),
        ("session,2025", "2025年全体会议期间", "at the 2025 session"),
        ("session", "一次全体会议期间（年份没有写明）", "at a session whose year is not stated"),
        ("since_session,2024", "2024年全体会议以来", "since the 2024 session"),
        ("year,2024", "2024年", "in 2024"),
        ("term,2017/2021", "2017年至2021年这一届", "over the term 2017–2021"),
        ("span,2020/2024", "2020年至2024年", "over 2020–2024"),
        ("total,2025-01-20", "从开始累计到2025年1月20日", "from the start to 20 January 2025"),
        ("event,2024-04", "2024年4月的一次活动", "on one occasion, April 2024"),
        ("unknown", "（时间没有写明）", "at a time not stated"),
    ],
)  # fmt: skip
def test_times(tmp_path: Path, when: str, zh: str, en: str) -> None:
    """Each kind of time is told as it is, with the day until which was counted."""
    told = case(tmp_path, f"proposals_received,412,{when}").summary
    assert f"太原市{zh}：提案提交数412件。" == told.zh
    assert f"Taiyuan, {en}: proposals received, 412 items." == told.en


def test_what_is_no_result_is_told_as_none(tmp_path: Path) -> None:
    """What is planned or not final says so, and of a contradiction no number is given."""
    one = case(
        tmp_path,
        f"proposals_received,412,{SESSION}",
        f"proposals_filed,365,{SESSION},,provisional",
        f"proposals_assigned,300,{SESSION},,,前文写280件",
        "key_proposals,12,year,2025,,,,planned",
    )
    assert (
        "提案提交数412件。同一时期，初步数（不是最后的实绩）：提案立案数365件。" in one.summary.zh
    )
    assert "2025年，计划数（不是最后的实绩）：重点提案数12件。" in one.summary.zh
    assert "关于提案交办数，来源的说法互相矛盾，这里不引。" in one.summary.zh
    assert "300" not in one.summary.zh + one.summary.en
    assert "planned figures (not final results): key proposals, 12 items." in one.summary.en


def test_a_part_is_no_total(tmp_path: Path) -> None:
    """Parts say so, stand behind totals, and without any total that is said."""
    part = f"proposals_received,298,{SESSION},members"
    with_total = case(tmp_path, part, f"proposals_received,412,{SESSION}").summary
    assert "：提案提交数412件，提案提交数（委员提案）298件。" in with_total.zh
    alone = case(tmp_path, part).summary
    assert alone.zh.endswith("报出的实绩都只是其中一部分，没有总数。")
    assert alone.en.endswith("The results are of parts only, without a total.")


def test_no_figure_is_told_twice(tmp_path: Path) -> None:
    """Each number of many stands at most once, and the rest is counted."""
    rows = [f"proposals_received,{600 + n},{SESSION},topic:类{n}" for n in range(13)]
    told = case(tmp_path, *rows).summary
    assert (
        10 == len(set(re.findall("6[01][0-9]", told.zh))) == len(re.findall("6[01][0-9]", told.zh))
    )
    assert "另有3个数，见指标数据。" in told.zh
    assert "3 more figures can be found" in told.en
    assert "1 more figure can be found" in case(tmp_path, *rows[:11]).summary.en


def test_several_places_are_named_or_counted(tmp_path: Path) -> None:
    """Three are named, of more it is said how many; whose a figure is, is told."""
    rows = [
        f"proposals_received,412,{SESSION},,,,太原",
        f"proposals_received,300,{SESSION},,,,joint",
    ]
    few = case(tmp_path, *rows, place="太原;大同")
    assert "太原市、大同市：2025年十五届四次会议期间的提案工作" == few.title.zh
    assert few.title.en.startswith("Taiyuan and Datong: ")
    assert few.summary.zh.startswith("太原市2025年")
    assert "太原市、大同市共同，2025年" in few.summary.zh
    many = case(tmp_path, *rows, place="太原;大同;忻州;长治")
    assert many.title.zh.startswith("太原市等4个地区：")
    assert many.title.en.startswith("Taiyuan and 3 other places: ")


def test_who_says_so_is_told(tmp_path: Path) -> None:
    """Once if it is one for all, else with each figure."""
    officer = f"proposals_received,412,{SESSION},,,,,officer"
    assert case(tmp_path, officer).summary.zh.endswith("以上出自本级政协负责人自述。")
    both = case(tmp_path, officer, f"proposals_filed,365,{SESSION}").summary
    assert "提案提交数412件（自述），提案立案数365件。" in both.zh


def test_stages_only_where_a_figure_proves_them(tmp_path: Path) -> None:
    """What was received was submitted; a plan, nothing, or a contradiction proves nothing."""
    told = [
        case(tmp_path, f"proposals_received,{rest}").mechanism.lifecycle.submission
        for rest in (f"412,{SESSION}", "412,year,2025,,,,planned", f"0,{SESSION}",
                     f"412,{SESSION},,,前文写410件")
    ]  # fmt: skip
    assert [True, False, False, False] == [bool(getattr(one, "evidence", ())) for one in told]
