"""Words of closed vocabularies: each stands in one place, with its name and its meaning."""

import copy
import enum
import pickle

import pytest

from cppcc_cases import model
from cppcc_cases.kinds.hotline_link import Direction
from cppcc_cases.kinds.platform_network import Tier
from cppcc_cases.model import Missing, Stage, StageState
from cppcc_cases.text import NO_ENGLISH, Lang, Text, WordEnum, rows

ENUMS = [
    one
    for one in (*map(vars(model).get, sorted(model.__all__)), Direction, Tier)
    if isinstance(one, type) and issubclass(one, WordEnum)
]
each_enum = pytest.mark.parametrize("words", ENUMS)


def test_the_model_has_one_way_to_make_words() -> None:
    """What has a name in the model is made so; stages alone are named by their fields."""
    labelled = {
        name
        for name, one in vars(model).items()
        if isinstance(one, type) and issubclass(one, enum.Enum) and hasattr(one, "label")
        if not issubclass(one, WordEnum)
    }
    assert {Stage.__name__} == labelled


@each_enum
def test_a_word_is_found_by_what_files_write(words: type[WordEnum]) -> None:
    """Its value is plain text, from which the very word comes back."""
    for one in words:
        written: object = one.value
        assert (one, str) == (words(written), type(written))


@each_enum
def test_a_word_says_itself_in_both_languages(words: type[WordEnum]) -> None:
    """Its name and its meaning are there, and no two words have one name."""
    said = [text for one in words for text in (one.label, one.definition)]
    assert [] == [text for text in said if not (text.zh and text.en)]
    assert len(words) == len({one.label for one in words})


@each_enum
def test_a_copy_of_a_word_is_the_word(words: type[WordEnum]) -> None:
    """Words survive pickling and copying, as what compares them needs."""
    for one in words:
        assert (one, one) == (pickle.loads(pickle.dumps(one)), copy.deepcopy(one))


@pytest.mark.parametrize("written", ["", "Practised", "PRACTISED", "已实行", ("practised",)])
def test_what_is_no_word_is_refused(written: object) -> None:
    """Neither a name nor another spelling is the value."""
    with pytest.raises(ValueError, match="is not a valid StageState"):
        StageState(written)


def test_a_word_reads_as_written() -> None:
    """The first is the value, then the name, then the meaning."""
    assert Text(zh="不适用", en="not applicable") == Missing.NOT_APPLICABLE.label
    assert ["●", "◐", "×", "·"] == [state.mark for state in StageState]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("\n    a | 甲 | b\n", [["a", "甲", "b"]]),
        (
            "\n    a | 甲\n      | b c\n        d\n    e | 乙 | f\n",
            [["a", "甲", "b c d"], ["e", "乙", "f"]],
        ),
    ],
)
def test_a_table_in_text_has_a_row_a_line(table: str, expected: list[list[str]]) -> None:
    """A line that is further in than the first goes on with the row above it."""
    assert expected == rows(table)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("完了。", "Done.", ("完了", "Done")),
        ("完了", "Done", ("完了", "Done")),
        ("甲等。", "A, B etc.", ("甲等", "A, B etc.")),
        ("甲公司。", "A Co.", ("甲公司", "A Co.")),
        ("完了。。", "Done..", ("完了。", "Done.")),
    ],
)
def test_a_full_stop_is_left_out_among_others(zh: str, en: str, expected: tuple[str, str]) -> None:
    """One stop goes, that of the sentence; that of a short form stays."""
    told = Text(zh=zh, en=en).unended
    assert expected == (told.zh, told.en)


def test_without_english_the_chinese_says_so() -> None:
    """Things that have no English can be told apart all the same."""
    text = Text(zh="虚构")
    assert ("虚构", f"虚构 {NO_ENGLISH}") == (text.in_(Lang.ZH), text.in_(Lang.EN))
