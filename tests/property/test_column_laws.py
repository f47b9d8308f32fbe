"""A law of columns: what two parties come to is what each comes to by itself."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from cppcc_cases.comparison import alone, compare
from cppcc_cases.comparison.caveats import called_for, of_claims
from cppcc_cases.comparison.contrast import contrasted, side_of
from cppcc_cases.store import shipped

CORPUS = shipped()
PAIRS = tuple(itertools.permutations(sorted(CORPUS.codes()), 2))
pairs = st.sampled_from(PAIRS)


@given(pairs)
def test_two_columns_make_the_contrast_and_the_caveats(pair: tuple[str, str]) -> None:
    """What is alike, what differs and what claims call for follow from the columns alone."""
    both = compare(CORPUS, *pair)
    told = [alone(CORPUS, code) for code in pair]
    sides = [
        side_of(one.parties[0], 0, one.stages, one.metrics, one.outcomes, CORPUS.registry)
        for one in told
    ]
    called = tuple(of_claims(called_for(one.parties[0]) for one in told))
    assert (both.contrast, called) == (contrasted(sides), both.caveats[: len(called)])
