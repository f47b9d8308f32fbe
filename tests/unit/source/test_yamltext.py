"""YAML text → plain tree and positions."""

import pickle

import pytest
import yaml

from cppcc_cases.errors import Finding
from cppcc_cases.source import yamltext
from cppcc_cases.source.messages import MAX_DEPTH
from cppcc_cases.source.tree import Plain
from cppcc_cases.source.yamltext import Spot, locate, parse

TEN_MEGABYTES = 10_000_000
LIBYAML_DEPTH = 1000
"""So many brackets the parser in C reads ahead, from its version 0.2.6 on, before it refuses."""


@pytest.fixture(params=["C", "Python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with each of the two parsers."""
    if request.param == "Python":
        monkeypatch.setattr(yamltext, "_Parser", yaml.SafeLoader)


def told(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and code of the faults of a text, of which no tree must be left."""
    tree, faults = parse(text)
    assert tree is None
    return [(fault.line, fault.column, fault.code) for fault in faults]


@pytest.mark.usefixtures("_parser")
def test_a_tree_is_read() -> None:
    """Scalars are resolved where they are plain, and stay text in quotes and blocks."""
    text = "a: 1\nb: ['1', \"x\", no, {c: null}]\nd: |\n  1\n"
    expected: Plain = {"a": 1, "b": ["1", "x", "no", {"c": None}], "d": "1\n"}
    assert (expected, ()) == parse(text)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("text", ["", "# 只有注释\n", "---\n", "\n\n"])
def test_text_without_content_is_nothing(text: str) -> None:
    """An empty file, and one that holds only comments, say nothing, and are no fault of YAML."""
    assert (None, ()) == parse(text)


@pytest.mark.usefixtures("_parser")
def test_positions_of_keys_and_values() -> None:
    """Lines and columns count from 1, in characters; an entry of a list is its own key."""
    expected = {
        (): Spot(line=1, column=1, key_line=1, key_column=1),
        ("题名",): Spot(line=1, column=5, key_line=1, key_column=1),
        ("b",): Spot(line=3, column=3, key_line=2, key_column=1),
        ("b", 0): Spot(line=3, column=5, key_line=3, key_column=5),
        ("b", 0, "c"): Spot(line=3, column=9, key_line=3, key_column=6),
    }
    assert expected == locate("题名: 甲\nb:\n  - {c: 1}\n")


@pytest.mark.usefixtures("_parser")
def test_positions_reach_as_far_as_the_text_can_be_read() -> None:
    """What stands before a fault can be located all the same."""
    expected = {(), ("a",)}
    assert expected == set(locate("a: 1\nb: @x\n"))


@pytest.mark.usefixtures("_parser")
def test_keys_that_stand_twice_are_all_reported() -> None:
    """The second is reported, and reading goes on."""
    tree, faults = parse("a: 1\na: 2\nb:\n  - c: 1\n    c: 2\n    7: 3\n")
    expected = [
        (2, 1, "yaml-duplicate-key"),
        (5, 5, "yaml-duplicate-key"),
        (6, 5, "yaml-key"),
    ]
    assert expected == [(fault.line, fault.column, fault.code) for fault in faults]
    assert {"a": 2, "b": [{"c": 2, "7": 3}]} == tree


@pytest.mark.usefixtures("_parser")
def test_a_bomb_of_aliases_goes_off_nowhere() -> None:
    """No alias is followed; each, and each anchor, is told of where it stands."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    tree, faults = parse(bomb)
    expected = ({"yaml-alias"}, 9 + 2 * 8, {"a": ["x", "x"], "i": [None, None]})
    assert isinstance(tree, dict)
    kept = {name: tree[name] for name in "ai"}
    assert expected == ({one.code for one in faults}, len(faults), kept)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("[" * TEN_MEGABYTES, {MAX_DEPTH + 1, LIBYAML_DEPTH + 1}),
        ("{a: " * (TEN_MEGABYTES // 4), {MAX_DEPTH * 4 + 1}),
        ("- " * (TEN_MEGABYTES // 2), {MAX_DEPTH * 2 + 1}),
    ],
    ids=["lists", "mappings", "block lists"],
)
def test_ten_megabytes_of_nesting_end_at_once(text: str, columns: set[int]) -> None:
    """Depth is cut off where it begins to be absurd, whatever follows and whichever the parser."""
    ((line, column, code),) = told(text)
    assert (1, True, "yaml-too-deep") == (line, column in columns, code)


@pytest.mark.usefixtures("_parser")
def test_deep_indentation_ends_at_once() -> None:
    """Nested blocks are cut off at the same depth."""
    text = "".join(f"{' ' * depth}a:\n" for depth in range(1000))
    expected = [(MAX_DEPTH + 1, MAX_DEPTH + 1, "yaml-too-deep")]
    assert expected == told(text)


@pytest.mark.usefixtures("_parser")
def test_depth_up_to_the_limit_is_read() -> None:
    """Forty levels are no fault."""
    tree, faults = parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    expected: tuple[bool, tuple[Finding, ...]] = (True, ())
    assert expected == (isinstance(tree, list), faults)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("太原太原: 甲\x00\n", (1, 8), "U+0000"),
        ("a: 太原\nb: 大\x1b同\n", (2, 5), "U+001B"),
        ("a: \ufffe\n", (1, 4), "U+FFFE"),
        ("a: \ud800\n", (1, 4), "U+D800"),
        ("a: 甲\u2028乙\n", (1, 5), "line break (line separator) U+2028"),
        ("a: 1\n# 甲\u2029乙\n", (2, 4), "line break (paragraph separator) U+2029"),
        ("a: '甲\x85乙'\n", (1, 6), "line break (next line) U+0085"),
        ("a: 1\r\nb: 甲\x0b乙\n", (2, 5), "line break (vertical tab) U+000B"),
        ("a: 甲\x0c乙\n", (1, 5), "line break (form feed) U+000C"),
    ],
)
def test_control_characters_are_located(text: str, place: tuple[int, int], name: str) -> None:
    """The place counts characters, not bytes, and the message names the character."""
    _, faults = parse(text)
    expected = [("yaml-control-character", place, True)]
    assert expected == [
        (fault.code, (fault.line, fault.column), name in fault.message.en) for fault in faults
    ]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x07"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_faults_behind_a_hidden_character_stand_where_an_editor_shows_them(
    char: str, end: str
) -> None:
    """Reading goes on behind it, in the line that an editor counts."""
    text = end.join((f"a: 甲{char}乙", f"b: '{char}x'", f"  # {char}", "c: 1", "c: 2", "d: @"))
    expected = [
        *((line, column, "yaml-control-character") for line, column in ((1, 5), (2, 5), (3, 5))),
        (5, 1, "yaml-duplicate-key"),
        (6, 4, "yaml-character"),
    ]
    assert expected == told(text)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zh: 提案 #12 号\n", [(1, 8, "yaml-comment")]),
        ("zh: 提案 # 12 号\n", [(1, 8, "yaml-comment")]),
        ("en: Proposal #12 was taken up\n", [(1, 14, "yaml-comment")]),
        ("zh: #12 号提案\n", [(1, 5, "yaml-comment")]),
        ("a: {b: 提案 #12\n}\n", [(1, 11, "yaml-comment")]),
        ("a: two words # or more\n", [(1, 14, "yaml-comment")]),
        ("- 提案 #12\n", [(1, 6, "yaml-comment")]),
        ("a:\n  - zh: 甲\n    en: some prose\n      #12 of it\n", [(4, 7, "yaml-comment")]),
        ("zh: 甲\r\n  #12 号\r\n", [(2, 3, "yaml-comment")]),
        ("- 甲\n  #12\n", [(2, 3, "yaml-comment")]),
        ("zh: 甲 a\n  乙 b # 12\n", [(2, 7, "yaml-comment")]),
        ("zh: 甲乙\n  丙\n", [(1, 5, "yaml-fold")]),
        ("zh: >-\n  甲乙\n  丙\n", [(1, 5, "yaml-fold")]),
        ("zh: '甲\r\n  乙'\n", [(1, 5, "yaml-fold")]),
        ("a: [甲\n  乙]\n", [(1, 5, "yaml-fold")]),
    ],
)
def test_prose_that_is_cut_or_gets_a_blank_is_told(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    """What YAML reads without a word, but not as it was written, has its line and column."""
    assert expected == [(fault.line, fault.column, fault.code) for fault in parse(text)[1]]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    "text",
    [
        "level: prefecture # 地级\n",
        "value: 12 # 件\n",
        "- not_reported # 没写\n",
        "topics: [urban, health] # 主题\n",
        "zh: '提案' # 12\n",
        'zh: "提案 #12 号" # 引号里的不算\n',
        "zh: 提案#12 号\n",
        "zh: |\n  提案 #12\n  第二行\n",
        "zh: 提案\n# 12\nen: x\n",
        "a:\n  zh: 提案\n  # 待核\n  en: x\n",
        "- 提案\n# 待核\n- 乙\n",
        "a: # 说明\n  b: 1\n",
        "# 提案 #12\na: 1\n",
        "zh: 甲乙。\n\nen: >-\n  several words\n  in lines\n",
        "zh: >-\n  甲 GDP\n  增长 5%\n",
    ],
)
def test_comments_and_folds_that_do_no_harm_are_let_be(text: str) -> None:
    """A comment behind an id, a number, a list or a quote, or on a line of its own, is one."""
    expected: tuple[Finding, ...] = ()
    assert expected == parse(text)[1]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("escape", ["\\0", "\\u0007", "\\ud800", "\\U00110000"])
def test_control_characters_do_not_come_in_by_escapes(escape: str) -> None:
    """What can't stand in a file can't be written in another way, and half a pair is nothing."""
    expected = [(2, "yaml-control-character")]
    faults = parse(f'a: 1\nb: "x{escape}"\n')[1]
    assert expected == [(fault.line, fault.code) for fault in faults]


@pytest.mark.usefixtures("_parser")
def test_line_breaks_may_come_in_by_escapes() -> None:
    """Line breaks and tabs in quotes are text."""
    assert ({"a": "x\n\ty\u2028"}, ()) == parse('a: "x\\n\\ty\\u2028"\n')


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("*a : 1\n", (1, 1, "yaml-alias")),
        ("[x]: 1\n", (1, 1, "yaml-key")),
        ("? {x: 1}\n: 1\n", (1, 3, "yaml-key")),
        ("a: 1\n\u00a0b: 2\n", (2, 1, "yaml-indent")),
    ],
)
def test_keys_that_are_no_names_end_the_reading(text: str, place: tuple[int, int, str]) -> None:
    """Aliases, collections and names with odd blanks about them can't be keys."""
    assert [place] == told(text)


def test_a_fault_pickles() -> None:
    """A fault of YAML survives a round trip with its place."""
    fault = pickle.loads(pickle.dumps(parse("a: *x")[1][0]))
    expected = ("yaml-alias", 1, 4)
    assert expected == (fault.code, fault.line, fault.column)
