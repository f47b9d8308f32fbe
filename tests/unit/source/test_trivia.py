"""Comments and blank lines, and the nodes with which they go."""

import pytest

from cppcc_cases.errors import Path
from cppcc_cases.source.trivia import Trivia, comments, trivia


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a\n#b\n", [(1, 1, "# a", True), (2, 1, "#b", True)]),
        ("a: 1 # c\n", [(1, 6, "# c", False)]),
        ("a: b#c\n", []),
        ('a: "# b" # c\n', [(1, 10, "# c", False)]),
        ("a: '# b'\n", []),
        ('a: "x\n  # y\n  z" # c\n', [(3, 6, "# c", False)]),
        ("a: x\n  y # c\n", [(2, 5, "# c", False)]),
        ("a: |\n  # text\n  x\n# c\n", [(4, 1, "# c", True)]),
        (
            "a: >- # h\n  x\n # c\n   # d\n",
            [(1, 7, "# h", False), (3, 2, "# c", True), (4, 4, "# d", True)],
        ),
        ("a: >2\n    x\n  # text\n # c\n", [(4, 2, "# c", True)]),
        ("a: |+\n  x\n\n# c\n", [(4, 1, "# c", True)]),
        ("a: |-\n  # all", []),
        ("a: [b, # c\n  d] # e\n", [(1, 8, "# c", False), (2, 6, "# e", False)]),
        ('a: ["b",#c\n "d"]\n', [(1, 9, "#c", False)]),
        ("--- # c\na: 1\n... # d\n", [(1, 5, "# c", False), (3, 5, "# d", False)]),
        ('"#k": 1\n', []),
        ("a: 1\r\n# c\r\n", [(2, 1, "# c", True)]),
    ],
)
def test_comments(text: str, expected: list[tuple[int, int, str, bool]]) -> None:
    """A # begins a comment unless it stands in a name or in text."""
    assert expected == [(one.line, one.column, one.text, one.is_alone) for one in comments(text)]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: 1  # c\n", ("a",)),
        ("a:  # c\n  b: 1\n", ("a",)),
        ("a:  # c\n", ("a",)),
        ("- a: 1  # c\n", (0, "a")),
        ("- # c\n- 1\n", (0,)),
        ("a: {b: 1, c: 2}  # c\n", ("a",)),
        ("a: {b: 1,  # c\n  d: 2}\n", ("a", "b")),
        ("a: {b: {c: 1}, d:  # c\n  2}\n", ("a", "d")),
        ("a: [\n  1,\n  2\n]  # c\n", ("a",)),
        ("a: [{b: 1},\n  {b: 2}]  # c\n", ("a",)),
        ("a: >-  # c\n  x\n", ("a",)),
        ('a: "x\n  y"  # c\n', ("a",)),
        ("{a: 1}  # c\n", ("a",)),
    ],
)
def test_a_comment_behind(text: str, path: Path) -> None:
    """It goes with the largest node that is whole by then, else with the name before it."""
    assert Trivia(behind={path: "# c"}) == without_numbers(trivia(text))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# c\na: 1\n", ()),
        ("--- # c\na: 1\n", ()),
        ("a: 1\n# c\nb: 1\n", ("b",)),
        ("a:\n  # c\n  b: 1\n", ("a", "b")),
        ("a:\n  - b: 1\n  # c\n  - b: 2\n", ("a", 1)),
        ("a:\n- b\n# c\nd: 1\n", ("d",)),
        ("a:\n  -  # c\n    b: 1\n", ("a", 0)),
        ("a: [1,\n  # c\n  2]\n", ("a", 1)),
        ("a: {}\n# c\nb: 1\n", ("b",)),
    ],
)
def test_a_comment_above(text: str, path: Path) -> None:
    """It goes with what follows it; what stands at the head of the file is the root's."""
    assert Trivia(before={path: ("# c",)}) == without_numbers(trivia(text))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: 1\n# c\n", ()),
        ("a:\n  - 1\n# c\n", ()),
        ("a:\n  - 1\n  # c\nb: 1\n", ("a",)),
        ("a:\n  b:\n    d: 1\n    # c\n  e: 1\n", ("a", "b")),
        ("a:\n  b:\n    d: 1\n  # c\ne: 1\n", ("a",)),
        ("a:\n  # c\nb: 1\n", ("a",)),
        ("a: [\n  1,\n  # c\n]\nb: 1\n", ("a",)),
        ("- a: 1\n  # c\n- b\n", (0,)),
        ("# c\n", ()),
        ("x # c\n", ()),
    ],
)
def test_a_comment_at_an_end(text: str, path: Path) -> None:
    """As far in as a collection is, and before anything else, it belongs to the collection."""
    assert Trivia(ends={path: ("# c",)}) == without_numbers(trivia(text))


def test_blank_lines_go_with_what_follows() -> None:
    """Those at the end of the file, and those that are part of text, go with nothing."""
    text = "\n# a\n\n\na: |\n  x\n\n  y\n\nb:\n  - 1\n\n  # c\n\nd: 1\n\n"
    expected = Trivia(
        before={(): ("", "# a", ""), ("b",): ("",), ("d",): ("",)},
        ends={("b",): ("", "# c")},
    )
    assert expected == without_numbers(trivia(text))


def test_two_comments_behind_one_node() -> None:
    """The first goes above it, since only one has room behind."""
    expected = Trivia(before={("a",): ("# one",)}, behind={("a",): "# two"})
    assert expected == trivia("a:  # one\n  x  # two\n")


def test_numbers_as_they_are_written() -> None:
    """Only what is a number, and has no quotes, is one."""
    expected = {("a",): "1.50", ("c", 0): "+7"}
    assert expected == trivia('a: 1.50\nb: "2"\nc: [+7, true, 012]\n').numbers


def test_what_has_a_comment_within() -> None:
    """Every collection around a comment is known, and none around a mere blank line."""
    said = Trivia(
        before={("a", 0, "b"): ("# c",), ("x", "y"): ("",)},
        behind={("d", 1): "# c"},
        ends={("e",): ("# c",)},
    )
    expected = {(), ("a",), ("a", 0), ("d",), ("e",)}
    assert expected == said.commented


def without_numbers(said: Trivia) -> Trivia:
    """Return comments and blank lines alone."""
    return Trivia(before=said.before, behind=said.behind, ends=said.ends)
