"""Words for a refusal."""

import pytest

from cppcc_cases.codec.hints import blank, choices, in_words, quoted, refused, suggest
from cppcc_cases.model import Missing, StageState, Text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (1.5, "1.5"),
        ({"a": 1}, "{…}"),
        ([1], "[…]"),
        ("字" * 41, "字" * 40 + "…"),
    ],
)
def test_a_value_is_quoted_as_it_was_written(value: object, text: str) -> None:
    """Truth values are those of YAML, collections and long texts are cut."""
    assert text == quoted(value)


@pytest.mark.parametrize(
    ("written", "word"),
    [("Member-Studios", "member_studio"), (" inspections", "inspection"), ("热线", None)],
)
def test_the_nearest_word_is_suggested(written: str, word: str | None) -> None:
    """Case, hyphens and blanks don't count; what comes near nothing suggests nothing."""
    assert word == suggest(written, ("inspection", "member_studio"))


INDICATORS = ("reply_rate", "filing_rate", "adoption_rate", "proposals_filed", "studios")


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("class_b_rate", None),
        ("rate", None),
        ("response_rate", None),
        ("online_submission_rate", None),
        ("reply_rte", "reply_rate"),
        ("replay_rate", "reply_rate"),
        ("adoption", "adoption_rate"),
        ("proposal-filed", "proposals_filed"),
        ("studio", "studios"),
        ("replyrate", "reply_rate"),
    ],
)
def test_a_suggestion_shares_what_tells_an_id_apart(written: str, word: str | None) -> None:
    """What three ids have in common, and what only looks alike, leads to none."""
    assert word == suggest(written, INDICATORS)


def test_choices_are_listed_where_nothing_comes_near() -> None:
    """The whole list is given, in Chinese with the names of its entries."""
    expected = ("没有“7”这个选项，可选：a（甲）、b", "there is no “7” here; choose one of: a, b")
    fault = choices("unknown-value", 7, {"a": Text(zh="甲", en="first"), "b": None})
    assert expected == (fault.message.zh, fault.message.en)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("已实行", "did you mean practised?"),
        ("PRACTISED", "did you mean practised?"),
        ("实行", "did you mean practised?"),
        ("已经实行了", "did you mean practised?"),
        ("已經\u200b实行", "did you mean practised?"),
    ],
)
def test_a_name_leads_to_its_id(written: str, hint: str) -> None:
    """Who writes the name that tables show, or near it, is asked whether its id is meant."""
    labels = {state.value: state.label for state in StageState}
    fault = choices("unknown-value", written, labels)
    assert hint == fault.message.en.partition("; ")[2]


def test_what_is_blank_is_told_as_blank() -> None:
    """Nobody who wrote nothing is told of null."""
    expected = blank("number-expected").message
    assert expected == refused("number-expected", None, "数字", "a number").message
    assert expected == refused("number-expected", " ", "数字", "a number").message
    assert expected == choices("number-expected", None, {"a": None}).message


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("未报道", "not_reported"),
        ("Not applicable", "not_applicable"),
        ("not-reported", "not_reported"),
        ("none", None),
    ],
)
def test_a_silence_is_understood_in_words(written: str, word: str | None) -> None:
    """What a reader sees for a silence leads to what an author writes for it."""
    assert word == in_words(written, tuple(Missing))
