"""Laws of reading: any text gives a tree or faults with a place in it, and places are right."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import scaled

from cppcc_cases.errors import Finding
from cppcc_cases.errors import Path as TreePath
from cppcc_cases.source import yamltext
from cppcc_cases.source.messages import WARNINGS
from cppcc_cases.source.yamltext import locate, parse

CASES = Path(__file__).parents[2] / "cases"
CONFORMANCE = Path(__file__).parents[1] / "conformance"
FILES = sorted(CASES.glob("**/*.yaml"))
SHORT = [file.read_text(encoding="utf-8") for file in (CONFORMANCE / "valid").glob("*.yaml")]
PIECES = (
    *("\t", "\n", "\r\n", " ", "  ", "\u3000", "\u2028", "\x85", "\x07", "\x00", "\ufeff", "太原"),
    *(":", ": ", "- ", "? ", "#", " #", "---\n", "...\n", "%", "@", "`", "|", ">", "|0\n", "\\"),
    *(
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!a ",
        "!!str ",
        "<<: ",
        "null",
        "7",
        "\\ud800",
    ),
    *('"\\U00110000"', '"\\x"', "a: 1\n", "zh: 甲\n", "%YAML 1.1\n"),
)
READ_ON = {"yaml-control-character", "yaml-duplicate-key", "yaml-key", *WARNINGS}
"""Codes of faults behind which reading goes on."""
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """Return a short module in which some pieces were put in, taken out or replaced."""
    text = draw(st.sampled_from(SHORT))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(st.sampled_from(("", *PIECES))) + text[end:]
    return text


def outside(text: str, faults: tuple[Finding, ...]) -> list[Finding]:
    """Return the faults whose place is not in a text; its end is in it."""
    lines = re.split("\r\n|[\r\n]", text)
    return [
        fault
        for fault in faults
        if not (
            1 <= fault.line <= len(lines) and 1 <= fault.column <= len(lines[fault.line - 1]) + 1
        )
    ]


def composed(node: yaml.Node, path: TreePath = ()) -> Iterator[tuple[TreePath, tuple[int, int]]]:
    """Yield the places of all nodes as PyYAML itself tells them."""
    assert node.start_mark is not None
    yield path, (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from composed(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from composed(value, (*path, index))


def places(text: str) -> dict[TreePath, tuple[int, int]]:
    """Return the places of all nodes as we tell them."""
    return {path: (spot.line, spot.column) for path, spot in locate(text).items()}


def compose(text: str) -> dict[TreePath, tuple[int, int]]:
    """Return the places of all nodes of a text as PyYAML itself tells them."""
    node = yaml.compose(text, yamltext._Parser)
    return dict(composed(node)) if node else {}


@given(texts)
@settings(max_examples=scaled(200), deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text raises; each fault has a place in it."""
    tree, faults = parse(text)
    expected: list[Finding] = []
    assert expected == outside(text, faults)
    assert tree is None or {fault.code for fault in faults} <= READ_ON


@given(mutants())
@settings(max_examples=scaled(100), deadline=None)
def test_any_mutant_is_read_or_refused(text: str) -> None:
    """What was a data module is read, or refused with a place in it; places hold for what is."""
    _, faults = parse(text)
    expected: list[Finding] = []
    assert expected == outside(text, faults)
    if not faults:
        assert compose(text) == places(text)


@given(st.one_of(texts, mutants()))
@settings(max_examples=scaled(60), deadline=None)
def test_the_parser_in_python_raises_nothing_either(text: str) -> None:
    """Where the C parser is not at hand, faults are faults all the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamltext, "_Parser", yaml.SafeLoader)
        _, faults = parse(text)
    expected: list[Finding] = []
    assert expected == outside(text, faults)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_places_in_shipped_files_are_those_of_the_parser(file: Path) -> None:
    """Every value, key and entry is located at its line and column."""
    text = file.read_text(encoding="utf-8")
    expected = compose(text)
    assert expected == places(text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_both_parsers_read_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trees, types of values and places don't depend on which parser is at hand."""
    text = file.read_text(encoding="utf-8")
    expected = (repr(parse(text)), locate(text))
    monkeypatch.setattr(yamltext, "_Parser", yaml.SafeLoader)
    assert expected == (repr(parse(text)), locate(text))
