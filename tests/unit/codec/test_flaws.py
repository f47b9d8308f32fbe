"""What is wrong with a group of fields: told once, and with what was perhaps meant."""

from pathlib import Path

import pytest
from attrs import field, frozen
from attrs.validators import ge, instance_of
from tests.modules import metric, problems

from cppcc_cases.codec.careful import careful
from cppcc_cases.codec.context import Context
from cppcc_cases.codec.fast import Doubt, fast
from cppcc_cases.codec.flaws import extra_field, missing, suggest_field
from cppcc_cases.errors import Fault, Finding
from cppcc_cases.model import Text
from cppcc_cases.plugins.registry import Registry

GIVEN = Context(article="made-up", registry=Registry.installed())


def told(tree: object) -> list[tuple[str, tuple[str | int, ...], bool]]:
    """Return code, path and whether it lies with the key, of what is wrong with a text."""
    found: list[Finding] = []
    careful(tree, Text, GIVEN, ("title",), found)
    return [(flaw.code, flaw.path, flaw.at_key) for flaw in found]


@pytest.mark.parametrize(
    ("tree", "flaws"),
    [
        ({"zh": "甲"}, []),
        ({"en": "a"}, [("missing-field", ("title",), False)]),
        ({"zh": "甲", "en": "a", "fr": "a"}, [("unknown-field", ("title", "fr"), True)]),
        ({"zh": "甲", "eng": "a"}, [("unknown-field", ("title", "eng"), True)]),
        ({"zh": "甲", "x": "a"}, [("unknown-field", ("title", "x"), True)]),
        ({}, [("missing-field", ("title",), False)]),
    ],
)
def test_a_misspelt_field_is_one_fault(
    tree: object, flaws: list[tuple[str, tuple[str | int, ...], bool]]
) -> None:
    """A field under a misspelt name is not reported as missing too."""
    assert flaws == told(tree)


def test_a_field_that_is_there_is_not_suggested() -> None:
    """Only what is still wanting can have been meant."""
    expected = ("title", None)
    assert expected == (
        suggest_field("titel", {"title": None}, {"titel": "甲"}),
        suggest_field("titel", {"title": None}, {"titel": "甲", "title": "乙"}),
    )


def test_the_rest_of_a_text_with_a_comma_is_recognised() -> None:
    """A name without a value that is like no field was perhaps no name."""
    flaw = extra_field(
        "to bring", (), {"zh": None, "en": None}, {"zh": "甲", "en": "a", "to bring": None}
    )
    expected = 'put the whole in quotes: en: "a,to bring"'
    assert expected == flaw.message.en[-len(expected) :]
    bare = extra_field(
        "bring", (), {"zh": None, "en": None}, {"zh": "甲", "en": "a", "bring": None}
    )
    expected = "put the whole text in quotes"
    assert expected == bare.message.en[-len(expected) :]


def test_a_missing_field_is_named() -> None:
    """The place is the group of fields, and the message says which field."""
    expected = (("a",), "这里缺少字段 zh，请补上")
    flaw = missing("zh", ("a",))
    assert expected == (flaw.path, flaw.message.zh)


@frozen(kw_only=True)
class Limited:
    """What a kind of one's own might hold, with rules that attrs checks."""

    count: int = field(validator=ge(1))
    words: str = field(default="x", validator=instance_of(str))
    odd: bool = field(default=False)

    @odd.validator
    def _never(self, _: object, value: bool) -> None:
        if value:
            raise Fault("kind-check", "不能是奇数", "this can't be odd")


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        ({"count": 0}, "the kind of mechanism refuses this: 'count' must be >= 1: 0"),
        ({"count": 1, "odd": True}, "this can't be odd"),
    ],
)
def test_what_a_class_refuses_itself_is_a_flaw(tree: object, message: str) -> None:
    """A validator of a kind's own raises no exception to the reader."""
    with pytest.raises(Doubt):
        fast(tree, Limited, GIVEN)
    found: list[Finding] = []
    careful(tree, Limited, GIVEN, ("mechanism",), found)
    expected = [("kind-check", ("mechanism",), message)]
    assert expected == [(flaw.code, flaw.path, flaw.message.en) for flaw in found]


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("共12,000件", "共12,000件"),
        ("12,000件", "12,000件"),
        ("共12,000", "共12,000"),
        ("立案46件, 收到50件", "立案46件,收到50件"),
        ("立案46件,其中委员40件,集体6件", "立案46件,其中委员40件,集体6件"),
        ("新闻,报道12篇", "新闻,报道12篇"),
        ("46件,依据词3件", "46件,依据词3件"),
        ("立案率97,4%", "立案率97,4%"),
        ("46件, 0.5%", "46件,0.5%"),
    ],
)
def test_an_anchor_that_a_comma_cuts_is_given_in_quotes(
    tmp_path: Path, written: str, whole: str
) -> None:
    """In curly brackets its second half is read as a field, and the message gives the whole."""
    figure = f"      - {{indicator: platforms, evidence: [{{paragraph: 1, anchor: {written}}}]}}"
    found = [one for one in problems(tmp_path, figure) if one.code == "unknown-field"]
    expected = f'anchor: "{whole}"'
    assert found
    assert {expected} == {one.message.zh.rpartition("：")[2] for one in found}
    assert {expected} == {one.message.en.partition("in quotes: ")[2] for one in found}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("as_of: 2024", "when: {as_of: …}"),
        ("year: 2024", "when: {year: …}"),
        ("session: 2025", "when: {session: …}"),
        ("period: {date: 2024}", "when"),
        ("scope: {zh: 口径, en: scope}", "part"),
        ("时期: 2024", "when"),
        ("时点: 2024", "when"),
        ("范围: [x]", "part"),
        ("口径: [x]", "counting"),
        ("性质: 计划数", "stands"),
        ("planned: true", "stands"),
        ("主体: 太原", "of"),
        ("届次: 15-3", "session_no"),
        ("speaker: x", "said_by"),
    ],
)
def test_a_field_is_meant_by_its_label_its_values_and_its_definition(
    tmp_path: Path, written: str, meant: str
) -> None:
    """Whoever writes the kind of time, or a word that explains the field, is led to it."""
    found = problems(tmp_path, metric("platforms", 7, "7个平台", written))
    expected = [f"did you mean {meant}?"]
    assert expected == [
        one.message.en.partition("; ")[2] for one in found if one.code == "unknown-field"
    ]


@pytest.mark.parametrize(
    ("field", "word", "id_"),
    [
        ("stands", "计划数", "planned"),
        ("stands", "拟", "planned"),
        ("stands", "预立案", "provisional"),
        ("stands", "规定", "required"),
        ("qualifier", "约", "about"),
        ("qualifier", "more than", "at_least"),
        ("qualifier", "approx", "about"),
        ("basis", "居民", "resident"),
        ("basis", "自述", "officer"),
        ("basis", "inferred", "derived"),
        ("when", "会期", "session"),
        ("when", "{累计: 2024}", "total"),
        ("when", "{时点: 2024}", "as_of"),
        ("when", "时期不明", "unknown"),
    ],
)
def test_a_word_of_an_enum_is_answered_with_its_id(
    tmp_path: Path, field: str, word: str, id_: str
) -> None:
    """A label, and a word of the definition, lead to what files write."""
    found = problems(tmp_path, metric("platforms", 7, "7个平台", f"{field}: {word}"))
    expected = [f"did you mean {id_}?"]
    assert expected == [one.message.en.partition("; ")[2] for one in found]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"places": ""}, "localities（地区）必填，不能空着，请至少写一项"),
        (
            {
                "case": "    outcomes:\n      - {kind: work_delivered, status: done, "
                "text: {zh: 甲, en: a}, evidence: []}\n"
            },
            "evidence（依据）必填，不能空着，请至少写一项",
        ),
        (
            {"metrics": "      - {indicator: platforms, value: 7, evidence: []}"},
            "这里没有依据，请写段落和依据词；没有数值的，删去这个字段",
        ),
    ],
)
def test_an_empty_list_that_is_needed_is_not_to_be_deleted(
    tmp_path: Path, more: dict[str, str], expected: str
) -> None:
    """Only a list that a silent source leaves empty is one to leave out."""
    figure = more.pop("metrics", metric("platforms", 7, "7个平台"))
    found = problems(tmp_path, figure, **more)
    assert [expected] == [one.message.zh for one in found if one.code == "empty-list"]
