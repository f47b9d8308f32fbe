"""Plain tree → YAML text: the one canonical layout."""

from pathlib import Path

import pytest

from cppcc_cases.source.emit import COLUMNS, emit
from cppcc_cases.source.tree import Plain
from cppcc_cases.source.trivia import Trivia, trivia
from cppcc_cases.source.yamltext import parse

LONG = "A text of many words " * 6 + "that ends."
CASES = sorted((Path(__file__).parents[3] / "cases").glob("**/*.yaml"))


def lines(*words: str) -> str:
    """Return lines, each with its end."""
    return "".join(f"{word}\n" for word in words)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (None, ""),
        ({}, "{}\n"),
        ([], "[]\n"),
        ("a, b", '"a, b"\n'),
        ({"a": None, "b": True, "c": False}, "a:\nb: true\nc: false\n"),
        ({"a": 1, "b": -2.5, "c": 1e22}, "a: 1\nb: -2.5\nc: 10000000000000000000000.0\n"),
        ({"a": {}, "b": []}, "a: {}\nb: []\n"),
        ({"a": {"b": {"c": "d"}}}, "a:\n  b:\n    c: d\n"),
        ({"a": ["x", "y, z", None]}, 'a: [x, "y, z", null]\n'),
        ([None, [1, [2]]], "-\n- - 1\n  - [2]\n"),
        ([{"a": 1, "b": [2]}], "- a: 1\n  b: [2]\n"),
    ],
)
def test_values(tree: Plain, expected: str) -> None:
    """Fields stand one below the other, lists of words on one line."""
    assert expected == emit(tree)
    assert (tree, ()) == parse(expected)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"paragraph": 3, "anchor": "317个"}, ['- {paragraph: 3, anchor: "317个"}']),
        ({"a": 1, "b": 2, "c": 3}, ["- {a: 1, b: 2, c: 3}"]),
        ({"a": 1, "b": 2, "c": 3, "d": 4}, ["- a: 1", "  b: 2", "  c: 3", "  d: 4"]),
        ({"zh": "甲", "en": "a"}, ["- zh: 甲", "  en: a"]),
        ({"a": {}}, ["- a: {}"]),
        ({"a": "b" * 60, "c": "d" * 40}, [f"- a: {'b' * 60}", f"  c: {'d' * 40}"]),
    ],
)
def test_items_of_a_list(item: Plain, expected: list[str]) -> None:
    """An item of few fields stands on one line if it fits; prose in two languages does not."""
    assert lines(*expected) == emit([item])


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ({"when": {"year": 2024}}, ["when: {year: 2024}"]),
        (
            {"when": {"session": 2025, "to": "2025-01-12"}},
            ['when: {session: 2025, to: "2025-01-12"}'],
        ),
        ({"when": {"a": 1, "rule": {"zh": "甲"}}}, ["when:", "  a: 1", "  rule:", "    zh: 甲"]),
        ({"then": {"year": 2024}}, ["then:", "  year: 2024"]),
        ({"a": [{"b": 1}]}, ["a:", "  - {b: 1}"]),
        ({"evidence": [{"b": 1}]}, ["evidence: [{b: 1}]"]),
        ({"evidence": [{"b": 1}, {"b": 2}]}, ["evidence:", "  - {b: 1}", "  - {b: 2}"]),
        ({"a": [{"b": 1}, {"b": 2}]}, ["a:", "  - {b: 1}", "  - {b: 2}"]),
        ({"a": [{"b": [1]}]}, ["a:", "  - b: [1]"]),
        ({"a": [{}]}, ["a:", "  - {}"]),
        ({"anchor": "317个"}, ['anchor: "317个"']),
    ],
)
def test_what_stands_on_one_line(tree: Plain, expected: list[str]) -> None:
    """The time of a figure and a single small entry stand on one line; anchors are in quotes."""
    assert lines(*expected) == emit(tree)
    assert tree == parse(lines(*expected))[0]


def test_long_text_is_folded() -> None:
    """No line goes beyond the limit, and the text stays the same."""
    text = emit({"a": {"b": LONG}})
    assert ({"a": {"b": LONG}}, ()) == parse(text)
    assert "  b: >-" == text.splitlines()[1]
    assert COLUMNS >= max(map(len, text.splitlines()))


@pytest.mark.parametrize("text", ["字" * 80, LONG + "  two blanks", f"short {'x' * 120}"])
def test_text_that_folding_does_not_help_stays_on_its_line(text: str) -> None:
    """Where a line would still be too long, or blanks would be lost, nothing is folded."""
    expected = 1
    assert expected == emit({"a": text}).count("\n")
    assert ({"a": text}, ()) == parse(emit({"a": text}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo", ["a: |-", "  one", "  two"]),
        ("one\ntwo\n", ["a: |", "  one", "  two"]),
        ("one\n\n # two", ["a: |-", "  one", "", "   # two"]),
        ("one\n", ["a: |", "  one"]),
        (f"{LONG}\n", ["a: >"]),
        ("\n", ['a: "\\n"']),
        ("one\n\n", ['a: "one\\n\\n"']),
        (" one\ntwo", ['a: " one\\ntwo"']),
        ("one \ntwo", ['a: "one \\ntwo"']),
        ("one\n\ttwo", ['a: "one\\n\\ttwo"']),
    ],
)
def test_text_of_several_lines(text: str, expected: list[str]) -> None:
    """It stands as it is, unless something in it could not be seen."""
    found = emit({"a": text})
    assert expected == found.splitlines()[: len(expected)]
    assert ({"a": text}, ()) == parse(found)


def test_a_blank_line_in_text_is_kept_where_others_are_not() -> None:
    """What looks like a blank line between nodes may be a part of a text."""
    said = Trivia(before={("b",): ("", "")})
    expected = lines("a: |-", "  x", "", "", "  y", "", "b: 1")
    assert expected == emit({"a": "x\n\n\ny", "b": 1}, said)


def test_comments_stand_where_they_belong() -> None:
    """They stand above a node, behind it, or behind the last entry of a collection."""
    said = Trivia(
        before={(): ("# head", ""), ("a",): ("# above",), ("b", 1): ("", "# item")},
        behind={("a",): "# behind", ("c",): "# text"},
        ends={("b",): ("", "# end"), (): ("# tail",)},
    )
    expected = lines(
        "# head",
        "",
        "# above",
        "a: 1  # behind",
        "b:",
        "  - 1",
        "",
        "  # item",
        "  - 2",
        "",
        "  # end",
        "c: >-  # text",
        *(f"  {line.strip()}" for line in emit({"c": LONG}).splitlines()[1:]),
        "# tail",
    )
    assert expected == emit({"a": 1, "b": [1, 2], "c": LONG}, said)


def test_what_opens_an_item_goes_above_it() -> None:
    """A comment before an item's first field, or behind its dash, stands above the dash."""
    said = Trivia(before={(0, "a"): ("", "# first")}, behind={(0,): "# dash"})
    expected = lines("# first", "# dash", "- a: 1", "  b: {}")
    assert expected == emit([{"a": 1, "b": {}}], said)


def test_what_opens_an_item_of_an_item_goes_above_both() -> None:
    """Nothing stands between two dashes."""
    said = Trivia(before={(0, 0): ("# one",)}, behind={(0, 0): "# two"})
    expected = lines("# one", "# two", "- - a: 1", "    b: {}")
    assert expected == emit([[{"a": 1, "b": {}}]], said)


def test_comments_below_a_name_stay_there() -> None:
    """A field that is left blank may be explained below it."""
    said = Trivia(ends={("a",): ("# later",)}, behind={("a",): "# now"})
    expected = lines("a:  # now", "  # later", "b: 1")
    assert expected == emit({"a": None, "b": 1}, said)


def test_a_comment_inside_makes_a_block() -> None:
    """What could stand on one line does not, where a comment stands within."""
    said = Trivia(behind={("a", 0): "# one"}, before={("b", 0, "d"): ("# d",)})
    expected = lines("a:", "  - x  # one", "  - z", "b:", "  - c: 1", "    # d", "    d: 2")
    assert expected == emit({"a": ["x", "z"], "b": [{"c": 1, "d": 2}]}, said)


def test_blank_lines_are_single_and_part_what_is_spaced() -> None:
    """None opens the file, ends it, or opens a collection; where one is wanted it is added."""
    said = Trivia(
        before={(): ("", ""), ("a", "x"): ("",), ("b",): ("", "", "# b", "", "")},
        ends={(): ("",)},
    )
    expected = lines("a:", "  x: 1", "", "# b", "", "b: 2", "", "c: 3")
    assert expected == emit({"a": {"x": 1}, "b": 2, "c": 3}, said, [("b",), ("c",)])


def test_numbers_stay_as_they_are_written() -> None:
    """The last zero of a figure is not lost."""
    text = lines("a: 1.50", "b: +7", "c:", "  - {d: 2.0, e: 3}")
    found, _ = parse(text)
    assert text == emit(found, trivia(text))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_the_shipped_cases_are_laid_out_so(file: Path) -> None:
    """The tree and the comments of each file give the very file."""
    text = file.read_text(encoding="utf-8")
    tree, _ = parse(text)
    assert text == emit(tree, trivia(text))
