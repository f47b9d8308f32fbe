"""A selection: a tuple of cases that names them in one line."""

import copy
import pickle

import pytest
from attrs import evolve

from cppcc_cases.model import CaseId
from cppcc_cases.query import Selection, select
from cppcc_cases.store import Corpus


def test_it_is_a_tuple_of_cases(corpus: Corpus) -> None:
    """It equals, hashes, counts, adds up and is looked into as the tuple of its cases."""
    chosen, plain = select(corpus), corpus.cases
    assert (plain, hash(plain), len(plain)) == (chosen, hash(chosen), len(chosen))
    assert (plain[0], plain[-1], 3) == (chosen[0], chosen[-1], chosen.index(plain[3]))
    assert (plain + plain, list(plain), True) == (chosen + chosen, list(chosen), plain[2] in chosen)


@pytest.mark.parametrize("part", [slice(2), slice(-3, None), slice(None, None, -2), slice(0, 0)])
def test_a_slice_is_a_selection(corpus: Corpus, part: slice) -> None:
    """A part of it shows itself as the whole does."""
    found = select(corpus)[part]
    assert (corpus.cases[part], Selection) == (found, type(found))


def test_copies_are_selections(corpus: Corpus) -> None:
    """It survives pickling and copying."""
    chosen = select(corpus, province="山西")
    for again in (pickle.loads(pickle.dumps(chosen)), copy.copy(chosen), copy.deepcopy(chosen)):
        assert (chosen, Selection) == (again, type(again))


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "<0 cases>"),
        (1, "<1 case: a>"),
        (3, "<3 cases: a, b, c>"),
        (5, "<5 cases: a, b, c, d, e>"),
        (7, "<7 cases: a, b, c, d, e, … 2 more>"),
    ],
)
def test_it_names_its_cases(corpus: Corpus, count: int, expected: str) -> None:
    """The line has the ids; of many, the first five and how many more there are."""
    cases = (evolve(corpus.cases[0], id=CaseId(letter)) for letter in "abcdefg"[:count])
    assert expected == repr(Selection(cases))


def test_a_hostile_id_gives_no_orders(corpus: Corpus) -> None:
    """An id that was made up in a program is written out."""
    case = evolve(corpus.cases[0], id=CaseId("\x1b[2J"))
    assert r"<1 case: \x1b[2J>" == repr(Selection([case]))
