"""Laws of the schema: it takes all that the library takes, and the library refuses more."""

import copy
from collections.abc import Iterator
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import scaled
from tests.property.test_codec_laws import FILES, module, mutate, written
from tests.property.test_edtf_laws import NEARLY, TEXTS

from cppcc_cases.checks.run import check
from cppcc_cases.codec import Plain, decode, encode
from cppcc_cases.codec.schema import DIALECT, module_schema
from cppcc_cases.errors import Fault
from cppcc_cases.model import Edtf
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.store import Corpus, Loaded, shipped
from cppcc_cases.store.read import loaded

REGISTRY = built_in(Registry.installed())
SCHEMA = module_schema(REGISTRY)
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)
MODULES = [module(file) for file in FILES]
DATE = {
    "$schema": DIALECT,
    **SCHEMA["$defs"]["Dating"]["properties"]["date"],
}
DATES = jsonschema_rs.validator_for(DATE)
WORDS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="虚构的7个案例《》。！？，a-z09 \n~/X\U00020001", max_size=30),
    TEXTS,
    NEARLY,
    st.sampled_from(("taiyuan", "a-", "-a", "A", "140100", "14010", "not_reported", "piece")),
)


def refused(tree: Plain) -> bool:
    """Tell whether the library finds anything wrong with a tree."""
    decoded = decode(tree, REGISTRY)
    if decoded.flaws:
        return True
    corpus = Corpus.of(loaded("made-up.yaml", decoded), registry=REGISTRY)
    return bool(check(corpus).problems)


def places(tree: Plain) -> Iterator[tuple[dict[str, Plain] | list[Plain], str | int]]:
    """Yield where in a tree a text stands: the group, and the key or index in it."""
    steps: list[tuple[str | int, Plain]] = []
    if isinstance(tree, dict):
        steps = list(tree.items())
    elif isinstance(tree, list):
        steps = list(enumerate(tree))
    for step, inner in steps:
        if isinstance(inner, str):
            assert isinstance(tree, dict | list)
            yield tree, step
        yield from places(inner)


@st.composite
def mutants(draw: st.DrawFn) -> Plain:
    """Return a data module that is right but for one or two things."""
    tree = copy.deepcopy(draw(st.sampled_from(MODULES)))
    for _ in range(draw(st.integers(1, 2))):
        mutate(draw, tree)
    return tree


@st.composite
def reworded(draw: st.DrawFn) -> Plain:
    """Return a data module in which one text is another."""
    tree: Plain = copy.deepcopy(draw(st.sampled_from(MODULES)))
    group, step = draw(st.sampled_from(list(places(tree))))
    group[step] = draw(WORDS)  # type: ignore[index]
    return tree


@pytest.mark.parametrize("one", shipped(REGISTRY).files, ids=lambda one: Path(one.file).stem)
def test_what_the_library_writes_is_accepted(one: Loaded) -> None:
    """Articles and cases, encoded with every silence spelled out, are valid."""
    tree = {
        "article": written(encode(one.article)),
        "cases": [written(encode(case)) for case in one.cases],
    }
    expected: list[str] = []
    assert expected == [error.message for error in VALIDATOR.iter_errors(tree)]


@given(mutants())
@settings(max_examples=scaled(150), deadline=None)
def test_what_the_schema_refuses_the_library_refuses(tree: Plain) -> None:
    """A module that was changed and that the schema refuses has a problem in the library too."""
    assert VALIDATOR.is_valid(tree) or refused(tree)


@given(reworded())
@settings(max_examples=scaled(150), deadline=None)
def test_words_that_the_schema_refuses_the_library_refuses(tree: Plain) -> None:
    """No text that the library takes is too odd for the schema."""
    assert VALIDATOR.is_valid(tree) or refused(tree)


@given(st.one_of(TEXTS, NEARLY))
def test_every_date_is_accepted(text: str) -> None:
    """A date that can be read is a date in the schema."""
    try:
        Edtf.parse(text)
    except Fault:
        return
    assert DATES.is_valid(text)
