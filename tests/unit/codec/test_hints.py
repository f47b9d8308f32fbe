"""Words for a refusal."""

import pytest

from cppcc_cases.codec.hints import blank, choices, in_words, quoted, refused
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
        ("未写明", "not_reported"),
        ("Not applicable", "not_applicable"),
        ("not-reported", "not_reported"),
        ("none", None),
    ],
)
def test_a_silence_is_understood_in_words(written: str, word: str | None) -> None:
    """What a reader sees for a silence leads to what an author writes for it."""
    assert word == in_words(written, tuple(Missing))
