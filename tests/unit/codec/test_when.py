"""When a figure holds: every form that a data module may give it, and every refusal."""

from typing import Any

import pytest

from cppcc_cases.codec.when import plain_when, read_when
from cppcc_cases.errors import Fault
from cppcc_cases.model import Edtf, Text, When, WindowKind

RULE = Text(zh="按刊发日期推算", en="from the article's date")
PLAIN_RULE = {"zh": RULE.zh, "en": RULE.en}


def when(kind: str, date: str | None = None, to: str | None = None, rule: Any = None) -> When:
    """Return a time."""
    return When(
        kind=WindowKind(kind),
        date=Edtf.parse(date) if date else None,
        to=Edtf.parse(to) if to else None,
        rule=rule,
    )


@pytest.mark.parametrize(
    ("tree", "expected", "year"),
    [
        ("session", when("session"), None),
        ("since_session", when("since_session"), None),
        ("year", when("year"), None),
        ("event", when("event"), None),
        ("unknown", when("unknown"), None),
        ({"session": 2025}, when("session", "2025"), 2025),
        ({"session": None, "to": "2025-01-12"}, when("session", None, "2025-01-12"), None),
        ({"session": 2025, "to": "2025-01-12"}, when("session", "2025", "2025-01-12"), 2025),
        ({"since_session": 2024, "to": "2025-01"}, when("since_session", "2024", "2025-01"), 2024),
        ({"year": 2023}, when("year", "2023"), 2023),
        ({"year": None, "rule": PLAIN_RULE}, when("year", None, None, RULE), None),
        ({"year": 2023, "rule": PLAIN_RULE}, when("year", "2023", None, RULE), 2023),
        ({"term": "2017/2022"}, when("term", "2017/2022"), 2022),
        ({"span": "2021-01/2022-12"}, when("span", "2021-01/2022-12"), 2022),
        ({"total": "2020-09"}, when("total", "2020-09"), 2020),
        ({"total": 2020}, when("total", "2020"), 2020),
        ({"as_of": "2024-12-31"}, when("as_of", "2024-12-31"), 2024),
        ({"as_of": "2024-09-20/2024-12-31"}, when("as_of", "2024-09-20/2024-12-31"), 2024),
        ({"as_of": 2024}, when("as_of", "2024"), 2024),
        ({"event": "2022-08-16"}, when("event", "2022-08-16"), 2022),
    ],
)
def test_every_form_is_read_and_written_again(tree: Any, expected: When, year: int | None) -> None:
    """Each form gives its time and the year of its last day, and is written as it was."""
    found = read_when(tree)
    assert (expected, year, tree) == (found, found.year, plain_when(found))


@pytest.mark.parametrize("tree", ["2025", "{session: 2025}", "sessions", "会期", "2024-12"])
def test_a_word_that_is_no_kind_is_refused(tree: str) -> None:
    """The message has the kinds that there are."""
    with pytest.raises(Fault) as caught:
        read_when(tree)
    assert ("unknown-value", True) == (caught.value.code, f"“{tree}”" in caught.value.message.zh)


KINDS = "session、since_session、year、term、span、total、as_of、event、unknown"
OF_ONE_KIND = f"时期要写且只写一种，可选 {KINDS}；旁边可以写 to（截至）和 rule"


@pytest.mark.parametrize(
    ("tree", "code", "message"),
    [
        (
            "term",
            "when-expected",
            "term（届）要写时间，如 {term: 2017/2022}；来源没有写的写 unknown",
        ),
        (
            "span",
            "when-expected",
            "span（时段）要写时间，如 {span: 2021-01/2022-12}；来源没有写的写 unknown",
        ),
        (
            "total",
            "when-expected",
            "total（累计）要写时间，如 {total: 2024-12}；来源没有写的写 unknown",
        ),
        (
            "as_of",
            "when-expected",
            "as_of（时点）要写时间，如 {as_of: 2024-12}；来源没有写的写 unknown",
        ),
        (
            2025,
            "when-expected",
            "这里应是一种时期，如 {session: 2025, to: 2025-01-12}、{year: 2023}，或 unknown，"
            "不是 2025",
        ),
        (
            ["year"],
            "when-expected",
            "这里应是一种时期，如 {session: 2025, to: 2025-01-12}、{year: 2023}，或 unknown，"
            "不是 […]",
        ),
        ({"year": 2023, "session": 2024}, "when-expected", OF_ONE_KIND),
        ({"to": "2024-01-12"}, "when-expected", OF_ONE_KIND),
        ({"rule": PLAIN_RULE}, "when-expected", OF_ONE_KIND),
        (
            {"unknown": 2024},
            "when-expected",
            "unknown 不带时间；知道时间的，请写是哪一种",
        ),
        (
            {"year": "2023/2024"},
            "when-expected",
            "year（年度）后面只写年份，如 2025，不是“2023/2024”；统计到哪一天写 to",
        ),
        (
            {"session": "2025-01-12"},
            "when-expected",
            "session（会期）后面只写年份，如 2025，不是“2025-01-12”；统计到哪一天写 to",
        ),
        (
            {"since_session": "2024~"},
            "when-expected",
            "since_session（次会议以来）后面只写年份，如 2025，不是“2024~”；统计到哪一天写 to",
        ),
        (
            {"term": 2022},
            "when-expected",
            "term（届）要写起和止，如 2021-01/2022-12",
        ),
        (
            {"span": "2021/.."},
            "when-expected",
            "span（时段）要写起和止，如 2021-01/2022-12",
        ),
        (
            {"span": "/2022-12"},
            "when-expected",
            "span（时段）要写起和止，如 2021-01/2022-12",
        ),
        (
            {"year": 2023, "to": "2023-12"},
            "when-expected",
            "to 只用于 session 和 since_session；year 请把时间写在它自己后面",
        ),
        (
            {"year": None, "to": "2023-12"},
            "when-expected",
            "to 只用于 session 和 since_session；year 请把时间写在它自己后面",
        ),
        (
            {"as_of": "2023-12", "to": "2023-12"},
            "when-expected",
            "to 只用于 session 和 since_session；as_of 请把时间写在它自己后面",
        ),
        ({"year": [2023]}, "bad-date", "这里应是日期，如 2025、2025-01-12，不是 […]"),
        ({"year": True}, "bad-date", "这里应是日期，如 2025、2025-01-12，不是 true"),
        (
            {"year": 2023, "rule": "推算"},
            "fields-expected",
            "这里应是推算的规则 {zh: …, en: …}，不是“推算”",
        ),
        (
            {"year": 2023, "rule": {"en": "derived"}},
            "fields-expected",
            "这里应是推算的规则 {zh: …, en: …}，不是 {…}",
        ),
        (
            {"year": 2023, "rule": {"zh": "推算", "en": " "}},
            "fields-expected",
            "这里应是推算的规则 {zh: …, en: …}，不是 {…}",
        ),
    ],
)
def test_what_does_not_fit_is_refused(tree: Any, code: str, message: str) -> None:
    """A refusal says what is wanted in its place."""
    with pytest.raises(Fault) as caught:
        read_when(tree)
    assert (code, message) == (caught.value.code, caught.value.message.zh)
    assert caught.value.message.en.strip()


@pytest.mark.parametrize(
    "tree", [None, "", "  ", {}, {"term": None}, {"as_of": ""}, {"total": " "}]
)
def test_nothing_written_is_no_time(tree: Any) -> None:
    """A blank is refused: what is not told is left out, or is unknown."""
    with pytest.raises(Fault):
        read_when(tree)


@pytest.mark.parametrize("date", ["2025-13", "去年", "2025-02-30", "2024-12-31/2024-01-01", "20"])
def test_a_bad_date_is_refused(date: str) -> None:
    """A time holds the dates that the rest of a data module may hold."""
    with pytest.raises(Fault):
        read_when({"as_of": date})


@pytest.mark.parametrize("name", ["kind", "date", "from", "截至", "session "])
def test_a_field_that_there_is_not_is_refused(name: str) -> None:
    """Neither the model's own names nor others stand in a time."""
    with pytest.raises(Fault):
        read_when({name: 2025})
    with pytest.raises(Fault):
        read_when({"year": 2025, name: "2025"})
