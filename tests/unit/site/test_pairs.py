"""Pairs of made-up figures: the page's script judges each as the library does."""

import pytest
from tests.unit.site.comparing import Engine
from tests.unit.site.pairs import MADE_UP, Pair, by_library, by_script, read_pairs, turned, wordless

from cppcc_cases.comparison.verdict import rules
from cppcc_cases.model import WindowKind
from cppcc_cases.store import Corpus

PAIRS = read_pairs(MADE_UP)


@pytest.fixture(scope="module")
def engine(corpus: Corpus) -> Engine:
    """Return the script, fit to judge."""
    return wordless(corpus)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: str(pair["id"]))
def test_library_and_script_judge_a_pair_alike(pair: Pair, corpus: Corpus, engine: Engine) -> None:
    """Verdict, reasons and arithmetic are those that stand with the pair, in either order."""
    keys = ("id", "verdict", "reasons", "arithmetic")
    expected = [{key: pair[key] for key in keys}] * 2
    both = [pair, turned(pair)]
    found = by_library(both, corpus.registry), by_script(both, corpus.registry, engine)
    assert (expected, expected) == found


def test_every_reason_is_given() -> None:
    """No reason of the table is without a pair that has it."""
    assert set(rules()["reasons"]) == {one for pair in PAIRS for one in pair["reasons"]}


def test_every_kind_of_window_is_met() -> None:
    """No kind of window is without a figure that has it."""
    whens = [pair[side]["model"]["when"] for pair in PAIRS for side in ("a", "b")]
    found = {when if isinstance(when, str) else next(iter(when)) for when in whens}
    assert {kind.value for kind in WindowKind} == found
