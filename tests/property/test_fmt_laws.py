"""Laws of the layout: laid out once is laid out for good, and neither value nor comment is lost."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.examples import scaled

from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source import yamltext
from cppcc_cases.source.nodes import Nodes
from cppcc_cases.source.tree import Plain, difference
from cppcc_cases.source.trivia import comments
from cppcc_cases.source.yamltext import parse
from cppcc_cases.store.layout import canonical

REGISTRY = Registry.installed()
CASES = Path(__file__).parents[2] / "cases"
CONFORMANCE = Path(__file__).parents[1] / "conformance"
FILES = sorted((*CASES.glob("**/*.yaml"), *CONFORMANCE.glob("*/*.yaml")))
TEXTS = [file.read_text(encoding="utf-8") for file in FILES]
SHIPPED = [file.read_text(encoding="utf-8") for file in sorted(CASES.glob("**/*.yaml"))]
SOUND = [text for text in TEXTS if not parse(text)[1]]
PIECES = (
    *(
        "\t",
        "\n",
        "\r\n",
        " ",
        "  ",
        "\n  ",
        "\n    ",
        "\u3000",
        "\u2028",
        "\x85",
        "\ufeff",
        "太原",
    ),
    *("a", "b", "x: ", "? ", ": ", "- ", "- a", "#", " #", "# c\n", "\n# d\n", "null", "7", "1.50"),
    *("[", "]", "{", "}", "[a, ", "{a: ", ",", "'q'", '"x"', '"', "'", "\\", "%YAML 1.1\n"),
    *("|\n", "|-\n", "|+\n", "|2\n", ">\n", ">-\n", "---\n", "...\n", "!a ", "&a "),
)
APART = (":", "]", "}", "[", "{", ",", '"', "'")
IDENTIFIER = re.compile(r"(?<!zh|en)(?<!anchor): [a-z0-9_.-]+$")
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


def laid_out(text: str) -> str:
    """Return a text laid out, which must be possible."""
    found = canonical(Path("a.yaml"), text, REGISTRY)
    assert isinstance(found, str), found
    return found


def said(text: str) -> Counter[str]:
    """Return the comments of a text, each with how often it stands there."""
    return Counter(one.text for one in comments(text))


def free(text: str) -> list[int]:
    """Return the lines, from 0, behind which something may be put without changing a text."""
    inside = {n for span in Nodes.of(text).spans for n in range(span.line, span.end)}
    return [n for n in range(text.count("\n")) if n + 1 not in inside]


@st.composite
def restyled(draw: st.DrawFn, tree: Plain) -> str:
    """Return a tree as YAML, in blocks or in brackets, with deep or flat indentation."""
    if draw(st.booleans()):
        return json.dumps(tree, ensure_ascii=False, indent=draw(st.integers(1, 4))) + "\n"
    return yaml.safe_dump(
        tree,
        allow_unicode=True,
        sort_keys=draw(st.booleans()),
        indent=draw(st.integers(2, 6)),
        width=draw(st.sampled_from((20, 80, 1000))),
        default_flow_style=draw(st.sampled_from((None, False, True))),
    )


@st.composite
def commented(draw: st.DrawFn) -> tuple[str, Counter[str]]:
    """Return a sound text in which comments and blank lines were put, and all its comments."""
    text = draw(st.sampled_from(SOUND))
    if draw(st.booleans()):
        text = draw(restyled(parse(text)[0]))
        assume(not parse(text)[1])
    lines = text.splitlines()
    taken = {one.line - 1 for one in comments(text)}
    places = free(text)
    for place in sorted(draw(st.sets(st.sampled_from(places or [0]), max_size=20)), reverse=True):
        before = lines[place]
        # Behind prose, or farther in below it, a comment is told of as perhaps a part of it.
        is_apart = before.endswith(APART) or IDENTIFIER.search(before) is not None
        inmost = 12 if is_apart else len(before) - len(before.lstrip())
        margin = " " * draw(st.integers(0, inmost))
        kind = draw(st.sampled_from(("behind", "above", "blank")))
        if kind == "behind" and place not in taken and is_apart:
            lines[place] += f" {margin}# 注释 {place}"
        else:
            lines.insert(place + 1, margin if kind == "blank" else f"{margin}# 注释 {place}")
    new = "\n".join(lines) + draw(st.sampled_from(("\n", "", "\n\n")))
    expected = said(text) + Counter(re.findall(r"# 注释 \d+", new))
    return new, expected


@pytest.mark.parametrize("text", SOUND, ids=range(len(SOUND)))
def test_once_is_enough(text: str) -> None:
    """A text that was laid out stays as it is, and says the same."""
    new = laid_out(text)
    assert new == laid_out(new)
    assert difference(parse(text)[0], parse(new)[0]) is None
    assert said(text) == said(new)


@given(commented())
@settings(max_examples=scaled(150), deadline=None)
def test_nothing_is_lost(given_: tuple[str, Counter[str]]) -> None:
    """Wherever comments and blank lines stand, all comments are kept and no value is changed."""
    text, expected = given_
    tree, faults = parse(text)
    assume(not faults)
    new = laid_out(text)
    assert expected == said(text) == said(new)
    assert difference(tree, parse(new)[0]) is None
    assert new == laid_out(new)
    assert "\n\n\n" not in new or "\n\n" in repr(tree)


@given(st.data())
@settings(max_examples=scaled(40), deadline=None)
def test_the_style_of_before_does_not_show(data: st.DataObject) -> None:
    """However a tree was written, it is laid out in one way; only comments tell of before."""
    text = data.draw(st.sampled_from(SHIPPED))
    tree = parse(text)[0]
    other = data.draw(restyled(tree))
    assume(not parse(other)[1])  # of Chinese with blanks in it, a line may end at one
    assert difference(tree, parse(other)[0]) is None
    expected = re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE)
    assert expected == laid_out(other)


@given(texts)
@settings(max_examples=scaled(400), deadline=None)
def test_any_text_is_laid_out_or_told_of(text: str) -> None:
    """What has no fault is laid out, without loss and for good; what has one is told of."""
    tree, faults = parse(text)
    found = canonical(Path("a.yaml"), text, REGISTRY)
    assert bool(faults) == (not isinstance(found, str))
    if isinstance(found, str):
        assert difference(tree, parse(found)[0]) is None
        assert (said(text), found) == (said(found), laid_out(found))


@pytest.mark.parametrize("text", SOUND, ids=range(len(SOUND)))
def test_other_readers_find_the_same(text: str) -> None:
    """A reader of YAML 1.1, which takes ``no`` for a truth value, reads what we read."""
    new = laid_out(text)
    assert difference(parse(new)[0], yaml.safe_load(new)) is None


@pytest.mark.parametrize("text", SOUND, ids=range(len(SOUND)))
def test_the_parser_in_python_gives_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the parser in C is not to be had, the layout is no other."""
    expected = laid_out(text)
    monkeypatch.setattr(yamltext, "_Parser", yaml.SafeLoader)
    assert expected == laid_out(text)
