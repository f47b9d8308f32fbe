"""What the parser says, in words for a contributor, and the place where they help most."""

import pytest
import yaml

from cppcc_cases.source import yamltext
from cppcc_cases.source.messages import syntax
from cppcc_cases.source.yamltext import parse


@pytest.fixture(params=["C", "Python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with each of the two parsers."""
    if request.param == "Python":
        monkeypatch.setattr(yamltext, "_Parser", yaml.SafeLoader)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "abc\nb: 1\n', (1, 4, "yaml-unclosed")),
        ('a: "x\n---\nb"\n', (1, 4, "yaml-unclosed")),
        ("a: [x, y\nb: 1\n", (1, 4, "yaml-unclosed")),
        ("a: {x: 1\nb: 1\n", (1, 4, "yaml-unclosed")),
        ('a: {x: "1" y: 2}\n', (1, 12, "yaml-unclosed")),
        ("a: {x: 甲: b}\n", (1, 9, "yaml-colon")),
        ("a: {x: 1}}\n", (1, 10, "yaml-unclosed")),
        ("a: [,]\n", (1, 5, "yaml-unclosed")),
        ('a: "x" y\n', (1, 8, "yaml-unclosed")),
        ('- "x" y\n', (1, 7, "yaml-unclosed")),
        ("a: b: c\n", (1, 5, "yaml-colon")),
        ("a:\n  b: 1\n   c: 2\n", (3, 5, "yaml-colon")),
        ("a:\n  b: 1\n  c\nd: 1\n", (3, 3, "yaml-colon-missing")),
        ("a:\n    b: 1\n  c: 2\n", (3, 3, "yaml-indent")),
        ("a:\n  - x\n  b: y\n", (3, 3, "yaml-list")),
        ("a: - x\n", (1, 4, "yaml-list")),
        (": b\n", (1, 1, "yaml-key")),
        ("a:\n\tb: 1\n", (2, 1, "yaml-tab")),
        ("a: x\n\ty\n", (2, 1, "yaml-tab")),
        ("a: |\n\tx\n", (2, 1, "yaml-tab")),
        ("a:\n\u3000- b: c\n", (2, 1, "yaml-indent")),
        ("a: 1\n\u3000b\nc: 1\n", (2, 1, "yaml-indent")),
        ("a: @x\n", (1, 4, "yaml-character")),
        ("a: > 5\n", (1, 6, "yaml-character")),
        ("a: ? x\n", (1, 4, "yaml-character")),
        ('a: "\\xZZ"\n', (1, 7, "yaml-character")),
        ("a: &重 x\n", (1, 5, "yaml-alias")),
        ("a: !重 x\n", (1, 5, "yaml-tag")),
        ("a: !x!y z\n", (1, 4, "yaml-tag")),
        ("a: 1\n...\nb: 1\n", (3, 1, "yaml-documents")),
        ("a: |0\n  x\n", (1, 5, "yaml-syntax")),
        ('a: 1\r\nb: "c\r\n', (2, 4, "yaml-unclosed")),
        ("a: 1\n&a ", (2, 4, "yaml-colon-missing")),
    ],
)
def test_each_fault_is_shown_where_it_lies(text: str, place: tuple[int, int, str]) -> None:
    """An open quote or bracket is shown where it opens, not at the end of the file."""
    _, faults = parse(text)
    assert [place] == [(fault.line, fault.column, fault.code) for fault in faults]


def test_an_unknown_directive_is_told_of() -> None:
    """A line that begins with % is text that wants quotes."""
    _, faults = parse("%x\na: 1\n")
    expected = ["yaml-character"]
    assert expected == [fault.code for fault in faults]


def test_an_error_without_a_place_stands_at_the_top() -> None:
    """Whatever a parser may raise, there is a code, a message and a place."""
    told = syntax(yaml.YAMLError("strange"), "a")
    expected = ("yaml-syntax", True, True, 1, 1)
    assert expected == (
        told.code,
        bool(told.message.zh),
        bool(told.message.en),
        told.line,
        told.column,
    )


def test_an_error_without_a_mark_stands_at_the_top() -> None:
    """A parser may know what is wrong and not where."""
    error = yaml.MarkedYAMLError(problem="strange")
    expected = ("yaml-syntax", 1, 1)
    told = syntax(error, "")
    assert expected == (told.code, told.line, told.column)
