"""Laws of writing: whatever a model holds is read again as it was, by any reader."""

import json
from pathlib import Path
from typing import Any

import attrs
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import scaled

from cppcc_cases.codec import Plain, decode
from cppcc_cases.model import (
    Case,
    Evidence,
    Lifecycle,
    Metric,
    Missing,
    Text,
    UnknownMechanism,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.characters import CONTROL
from cppcc_cases.source.tree import difference
from cppcc_cases.source.yamltext import parse
from cppcc_cases.store import Loaded, shipped
from cppcc_cases.store.layout import canonical
from cppcc_cases.store.write import to_yaml

CORPUS = shipped()
REGISTRY = CORPUS.registry
KINDLESS = Registry(entries=())
HOSTILE = (
    *(
        ": ",
        ":",
        " #",
        "#",
        "\n",
        "\n\n",
        "\t",
        " ",
        "  ",
        "　",
        '"',
        "'",
        "\\",
        "- ",
        "? ",
        "%",
        "@",
    ),
    *(
        "🦆",
        "👩‍👩‍👧",
        "\u200b",
        "\u202e",
        "\xa0",
        "\u2028",
        "\x85",
        "\ufeff",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&a",
    ),
    *("*a", "!", "|", ">", "~", "null", "yes", "2024-09", "140100", "12:30", "1e3", "---", "..."),
    *("太原", "a long text of many words " * 6, "字" * 120, "x" * 130, "not_reported", "\r"),
)
hostile = (
    st.one_of(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6).map("".join), st.text())
    .filter(lambda text: text.strip() != "")
    .filter(lambda text: not CONTROL.search(text))
)
numbers = st.one_of(
    st.sampled_from((0, -1, 0.1, 1e22, -0.0, 1e-9, 87.4, 10**29, 3.0)),
    st.integers(-(10**29), 10**29),
    st.floats(-1e20, 1e20).filter(lambda value: value == 0 or abs(value) > 1e-8),
    st.sampled_from(Missing),
)


def mutated(draw: st.DrawFn, value: Any) -> Any:
    """Return a value of the model in which some texts and numbers are others, and some are gone."""
    if isinstance(value, tuple):
        return tuple(mutated(draw, item) for item in value)
    if isinstance(value, Text) and draw(st.integers(0, 9)) == 0:
        return Text(zh=draw(hostile), en=draw(hostile))
    if isinstance(value, Evidence) and draw(st.integers(0, 9)) == 0:
        return attrs.evolve(value, anchor=draw(hostile))
    if not attrs.has(type(value)) or isinstance(value, UnknownMechanism):
        return value
    changes = {
        a.name: mutated(draw, getattr(value, a.name)) for a in attrs.fields(type(value)) if a.init
    }
    if isinstance(value, Metric):
        changes["value"] = draw(numbers)
        changes["numerator"] = draw(numbers)
        changes["note"] = draw(st.sampled_from((None, Text(zh="全市", en="no"))))
    if isinstance(value, Case) and draw(st.booleans()):
        changes["metrics"] = changes["metrics"][:1]
        changes["outcomes"] = ()
    return attrs.evolve(value, **changes)


@st.composite
def modules(draw: st.DrawFn) -> Loaded:
    """Return a shipped module, its article and at most two of its cases changed here and there."""
    loaded = draw(st.sampled_from(CORPUS.files))
    cases = draw(st.lists(st.sampled_from(loaded.cases), max_size=2, unique_by=lambda one: one.id))
    return attrs.evolve(
        loaded,
        article=mutated(draw, loaded.article),
        cases=tuple(mutated(draw, case) for case in cases or loaded.cases[:1]),
    )


def text_of(loaded: Loaded) -> str:
    """Return the text of a module."""
    assert loaded.article is not None
    return to_yaml(loaded.article, loaded.cases, loaded.plugins)


@given(modules())
@settings(max_examples=scaled(120), deadline=None)
def test_whatever_is_written_is_read_again(loaded: Loaded) -> None:
    """Hostile texts, other figures and silences come back as they were."""
    text = text_of(loaded)
    tree, faults = parse(text)
    decoded = decode(tree, REGISTRY)
    expected = ((), (), loaded.article, loaded.cases)
    assert expected == (faults, decoded.flaws, decoded.article, decoded.cases)
    assert difference(tree, yaml.safe_load(text)) is None


@given(modules())
@settings(max_examples=scaled(60), deadline=None)
def test_what_is_written_is_laid_out(loaded: Loaded) -> None:
    """There is nothing to change in it."""
    text = text_of(loaded)
    assert text == canonical(Path("a.yaml"), text, REGISTRY)


trees = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-99, 99), hostile),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(hostile.map(lambda k: k[:40]), inner, max_size=3),
    ),
    max_leaves=8,
)


@given(st.dictionaries(hostile.map(lambda key: key[:40]), trees, max_size=5))
@settings(max_examples=scaled(100), deadline=None)
def test_unknown_kinds_come_back(fields: dict[str, Plain]) -> None:
    """Whatever their fields hold, they stand in their order, and laying out changes none."""
    tree: dict[str, Plain] = {**fields, "kind": "made_up.kind"}
    unknown = UnknownMechanism(
        kind="made_up.kind", tree=json.dumps(tree, ensure_ascii=False), lifecycle=Lifecycle()
    )
    case = attrs.evolve(CORPUS.cases[0], mechanism=unknown)
    text = to_yaml(CORPUS.articles[0], [case])
    found = decode(parse(text)[0], KINDLESS)
    expected = (unknown,)
    assert expected == tuple(one.mechanism for one in found.cases)
    assert text == canonical(Path("a.yaml"), text, KINDLESS)
