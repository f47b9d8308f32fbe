"""When a figure holds and what it counts, in words."""

from typing import Any

import pytest
from tests.figures import metric

from cppcc_cases.model import Lang
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.windows import identity, window_text, words_text
from cppcc_cases.report.words import Words

REGISTRY = Registry.installed()
ZH, EN = Words(Lang.ZH, REGISTRY), Words(Lang.EN, REGISTRY)
RULE = {"zh": "按刊发日期推算", "en": "from the article's date"}


@pytest.mark.parametrize(
    ("when", "session_no", "zh", "en"),
    [
        ("unknown", None, "时期不明", "time not known"),
        ({"year": 2024}, None, "2024年", "2024"),
        ({"session": 2025}, None, "2025年会期", "session of 2025"),
        (
            {"session": 2025, "to": "2025-01-12"},
            "14-4",
            "十四届四次会议，2025年，截至2025年1月12日",
            "session 14-4, 2025, to 12 January 2025",
        ),
        (
            {"since_session": 2025},
            "13-3",
            "十三届三次会议以来，2025年",
            "since session 13-3, 2025",
        ),
        ({"since_session": 2025}, None, "2025年会议以来", "since the session of 2025"),
        ({"as_of": "2024-12"}, None, "时点为2024年12月", "as of December 2024"),
        (
            {"as_of": "2023/2024"},
            None,
            "时点在2023年至2024年之间",
            "as of some time within 2023–2024",
        ),
        (
            {"as_of": "/2024"},
            None,
            "时点：不晚于2024年（起始不详）",
            "date: no later than 2024 (start unknown)",
        ),
        ({"as_of": "2024/.."}, None, "时点：2024年起", "date: from 2024"),
        ({"event": "2022-08-16"}, None, "单次，2022年8月16日", "one occasion, 16 August 2022"),
        ("event", None, "单次", "one occasion"),
        ({"year": 2024, "rule": RULE}, None, "2024年（推算）", "2024 (derived)"),
    ],
)
def test_a_window_in_words(when: Any, session_no: str | None, zh: str, en: str) -> None:
    """A time is said as it is meant, with the session's number and the cut-off if they are told."""
    one = metric(when=when, session_no=session_no)
    assert (zh, en) == (window_text(ZH, one), window_text(EN, one))


@pytest.mark.parametrize("when", ["session", "since_session", "year"])
def test_a_time_without_a_year_says_so(when: str) -> None:
    """That the year is not told is never left open."""
    one = metric(when=when)
    assert ("年份" in window_text(ZH, one), "year" in window_text(EN, one)) == (True, True)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1-1", "一届一次"),
        ("10-2", "十届二次"),
        ("13-3", "十三届三次"),
        ("20-10", "二十届十次"),
        ("21-5", "二十一届五次"),
    ],
)
def test_a_session_is_numbered_in_chinese(number: str, expected: str) -> None:
    """Terms and sessions are counted as a Chinese office writes them."""
    one = metric(when={"session": 2025}, session_no=number)
    assert window_text(ZH, one).startswith(f"{expected}会议，2025年")


@pytest.mark.parametrize(
    ("when", "parts"),
    [
        ({"term": "2017/2022"}, ("2017", "2022", "届")),
        ({"span": "2021-01/2022-12"}, ("2021年1月", "2022年12月")),
        ({"total": "2020-09"}, ("累计", "2020年9月")),
    ],
)
def test_a_stretch_of_time_names_its_ends(when: Any, parts: tuple[str, ...]) -> None:
    """A term and a span have both ends, a running total its last day."""
    told = window_text(ZH, metric(when=when))
    assert [] == [part for part in parts if part not in told]


def test_words_are_enumerated() -> None:
    """Words stand in the order of the vocabulary, a topic last and by its own words."""
    ids = ["topic:教育类", "basically_satisfied", "satisfied"]
    expected = ("满意、基本满意、教育类", "satisfied, basically satisfied, a subject of its own")
    assert expected == (words_text(ZH, ids), words_text(EN, ids))


@pytest.mark.parametrize(
    ("said", "known", "expected"),
    [
        ({}, (), []),
        ({"part": "members"}, (), ["委员提案"]),
        ({"part": "members"}, ("members",), []),
        ({"part": "members", "counting": "after_merge"}, ("members",), ["并案后"]),
        ({"stands": "planned"}, (), ["计划数"]),
        ({"as_printed": "民生实事"}, (), ["原称“民生实事”"]),
    ],
)
def test_what_tells_a_figure_apart(
    said: dict[str, Any], known: tuple[str, ...], expected: list[str]
) -> None:
    """Part, counting, standing and the source's own word are told, unless said already."""
    assert expected == list(identity(ZH, metric(**said), known))
