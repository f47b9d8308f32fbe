"""Laws of the schema of comparisons: it takes whatever the library writes, sound or not."""

import copy
import json
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.examples import scaled
from tests.property.test_codec_laws import FILES, JUNK, module, mutate
from tests.property.test_unknown_kind_laws import KINDLESS, case_of
from tests.reports import plain_comparison

from cppcc_cases.codec import Plain, decode
from cppcc_cases.comparison import Comparison, compare
from cppcc_cases.forms.json_form import to_json
from cppcc_cases.model import Case
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.report.report_schema import report_schema
from cppcc_cases.store import Corpus, Loaded, read, shipped
from cppcc_cases.store.read import loaded
from cppcc_cases.testing.strategies import cases

REGISTRY = built_in(Registry.installed())
VALIDATOR = jsonschema_rs.validator_for(report_schema(REGISTRY))
CORPUS = shipped(REGISTRY)
MODULES = [module(file) for file in FILES]
NAMES = [*sorted(CORPUS.codes()), "140600", "140800", "540000", "320300"]


def tree_of(comparison: Comparison) -> Plain:
    """Return a comparison as whoever reads its JSON has it."""
    tree: Plain = json.loads(to_json(plain_comparison(comparison)))
    return tree


def faults(comparison: Comparison) -> list[str]:
    """Return what the schema has against the JSON of a comparison."""
    found = VALIDATOR.iter_errors(tree_of(comparison))
    return [f"{list(one.instance_path)}: {one.message}" for one in found]


def corpus_of(made: tuple[Case, ...]) -> Corpus:
    """Return a corpus of made-up cases."""
    one = Loaded(file="made-up.yaml", article=None, cases=made, places=tuple(range(len(made))))
    return Corpus.of(one, registry=REGISTRY)


@st.composite
def mutants(draw: st.DrawFn) -> Plain:
    """Return a data module that is right but for one or two things."""
    tree = copy.deepcopy(draw(st.sampled_from(MODULES)))
    for _ in range(draw(st.integers(1, 2))):
        mutate(draw, tree)
    return tree


@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=8, unique=True))
@settings(max_examples=scaled(30), deadline=None)
def test_shipped_comparisons_are_valid(names: list[str]) -> None:
    """Any localities, with cases or without, give JSON that the schema takes."""
    assert [] == faults(compare(CORPUS, *names))


@given(st.lists(cases(), min_size=2, max_size=4, unique_by=lambda one: one.id))
@settings(max_examples=scaled(40), deadline=None)
def test_made_up_comparisons_are_valid(made: list[Case]) -> None:
    """So do made-up cases of every kind, with whatever figures and silences."""
    assert [] == faults(compare(corpus_of(tuple(made)), *(case.id for case in made)))


@given(mutants())
@settings(max_examples=scaled(100), deadline=None)
def test_unsound_data_are_valid(tree: Plain) -> None:
    """So do faulty data as far as they can be read: what is wrong with them, the checks say."""
    decoded = decode(tree, REGISTRY)
    assume(decoded.cases)
    corpus = Corpus.of(loaded("made-up.yaml", decoded), registry=REGISTRY)
    named = [case.id for case in corpus.cases if corpus.owner(case.id)]
    assert [] == faults(compare(corpus, named[0], "140600"))


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.sampled_from(JUNK), max_size=4))
@settings(max_examples=scaled(30), deadline=None)
def test_unknown_kinds_are_valid(fields: dict[str, Plain]) -> None:
    """So does a mechanism of a kind that is not installed, whatever it says."""
    case = case_of({**fields, "kind": "elsewhere.kind"})
    assert [] == faults(compare(corpus_of((case,)), case.id, "140600"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(Path(file).stem))
def test_without_any_kind_all_is_valid(file: Path) -> None:
    """Where no kind is installed, every case is of an unknown one, and the schema says so."""
    validator = jsonschema_rs.validator_for(report_schema(KINDLESS))
    corpus = read([file], KINDLESS)
    trees = [tree_of(compare(corpus, case.id, "140600")) for case in corpus.cases]
    assert [True] * len(corpus.cases) == [validator.is_valid(tree) for tree in trees]
