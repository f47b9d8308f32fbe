"""When a figure holds."""

from pathlib import Path

import pytest
from tests.modules import codes, metric, problems


@pytest.mark.parametrize(
    ("indicator", "when", "good"),
    [
        ("proposals_filed", "{as_of: 2024-12}", False),
        ("filing_rate", "{as_of: 2024-12}", False),
        ("proposals_filed", "{total: 2024-12}", True),
        ("proposals_filed", "{session: 2025}", True),
        ("proposals_filed", "{since_session: 2024}", True),
        ("proposals_filed", "{term: 2018/2022}", True),
        ("proposals_filed", "{span: 2021-01/2022-12}", True),
        ("proposals_filed", "event", True),
        ("proposals_filed", "unknown", True),
        ("studios", "{as_of: 2024-12}", True),
        ("studios", "{total: 2024-12}", True),
        ("studios", "unknown", True),
        ("studios", "{year: 2024}", False),
        ("studios", "{session: 2024}", False),
        ("studios", "session", False),
        ("studios", "{since_session: 2024}", False),
        ("studios", "{term: 2018/2022}", False),
        ("studios", "{span: 2021-01/2022-12}", False),
        ("studios", "{year: 2024}, part: [newly_added]", True),
    ],
)
def test_the_time_fits_the_nature_of_the_indicator(
    tmp_path: Path, indicator: str, when: str, good: bool
) -> None:
    """A state is as of a day, and what adds up is not; what was added in a year adds up."""
    anchor = "12" if indicator != "filing_rate" else "12%"
    expected = [] if good else ["when-mismatch"]
    assert expected == codes(tmp_path, metric(indicator, 12, anchor, f"when: {when}"))


def test_the_message_says_what_to_write(tmp_path: Path) -> None:
    """The date that was given stands in what is proposed."""
    one = metric("studios", 12, "12", "when: {span: 2021-01/2022-12}")
    assert "请写 {as_of: 2022-12}" in problems(tmp_path, one)[0].message.zh
    two = metric("proposals_filed", 12, "12", "when: {as_of: 2024-06}")
    assert "从开始累计的写 {total: 2024-06}" in problems(tmp_path, two)[0].message.zh


@pytest.mark.parametrize(
    ("when", "good"),
    [
        ("{session: 2025, to: 2025-02-28}", True),
        ("{session: 2025, to: 2025-03-02}", False),
        ("{year: 2025}", True),
        ("{year: 2026}", False),
        ("{total: 2025-03}", True),
        ("{total: 2025-04}", False),
        ("{span: 2024-01/2025-03}", True),
        ("{span: 2024-01/2025-12}", False),
        ("{term: 2022/2027}", False),
        ("{total: 2025-04~}", True),
        ("{year: 2026}, stands: planned", True),
        ("{year: 2026}, stands: required", True),
        ("{year: 2026}, stands: interim", False),
    ],
)
def test_no_result_is_later_than_its_article(tmp_path: Path, when: str, good: bool) -> None:
    """Its article appeared on 1 March 2025; only plans and rules are of what is to come."""
    expected = [] if good else ["when-mismatch"]
    one = metric("proposals_filed", 12, "12件", f"when: {when}")
    assert expected == codes(tmp_path, one)


@pytest.mark.parametrize(
    ("published", "good"),
    [("2024", True), ("2023", False), ("2023/2024", True), ("../2023", False)],
)
def test_an_article_may_have_appeared_on_the_last_of_its_days(
    tmp_path: Path, published: str, good: bool
) -> None:
    """What is not certain is not told."""
    one = metric("proposals_filed", 12, "12件", "when: {total: 2024-03}")
    expected = [] if good else ["when-mismatch"]
    assert expected == [found.code for found in problems(tmp_path, one, published=published)]


@pytest.mark.parametrize(
    ("when", "advice"),
    [
        ("{session: 2024, to: 2025-01-12}", "请核对年份和 to"),
        ("{session: 2024, to: 2023-12-30}", "请核对年份和 to"),
        ("{since_session: 2024, to: 2023-12}", "请核对年份和 to"),
        ("{since_session: 2022, to: 2024-06}", "{span: 2022-01/2024-06}"),
        ("{since_session: 2024, to: 2025-01-12}", ""),
        ("{since_session: 2024, to: 2024-12-31}", ""),
        ("{session: 2024, to: 2024}", ""),
    ],
)
def test_the_last_day_lies_in_its_year(tmp_path: Path, when: str, advice: str) -> None:
    """A count since a session may run until the next; one of some years is a span."""
    found = problems(tmp_path, metric("proposals_filed", 12, "12件", f"when: {when}"))
    expected = ["when-mismatch"] if advice else []
    assert expected == [one.code for one in found]
    assert all(advice in one.message.zh for one in found)


@pytest.mark.parametrize(
    ("anchor", "when", "good"),
    [
        ("2019年以来立案46件", "{since_session: 2019}", False),
        ("二〇一九年以来立案46件", "{since_session: 2019}", False),
        ("2019年3月以来立案46件", "{since_session: 2019}", False),
        ("今年以来立案46件", "{since_session: 2019}", False),
        ("近五年来立案46件", "{since_session: 2019}", False),
        ("年初以来立案46件", "since_session", False),
        ("2019年以来立案46件", "{session: 2019}", False),
        ("2019年以来立案46件", "{year: 2019}", False),
        ("今年以来立案46件", "{year: 2019}", True),
        ("2019年以来立案46件", "{span: 2019-01/2022-12}", True),
        ("2019年以来立案46件", "{total: 2022}", True),
        ("三次会议以来立案46件", "{since_session: 2019}", True),
        ("2019年三次会议以来立案46件", "{since_session: 2019}", True),
        ("十三届三次会议以来立案46件", "{since_session: 2019}", True),
        ("3月来信46件", "{since_session: 2019}", True),
    ],
)
def test_since_a_year_is_no_session(tmp_path: Path, anchor: str, when: str, good: bool) -> None:
    """以来 behind a year begins in its January, and behind a session with the session."""
    expected = [] if good else ["since-year"]
    assert expected == codes(tmp_path, metric("proposals_filed", 46, anchor, f"when: {when}"))
