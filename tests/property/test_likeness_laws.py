"""Laws of the measure of likeness."""

from itertools import product

import pytest

from cppcc_cases.comparison.likeness import likeness, nearest, nearest_of_all
from cppcc_cases.store import Corpus, shipped

CORPUS: Corpus = shipped()
PAIRS = [(a.id, b.id) for a, b in product(CORPUS.cases, repeat=2)]


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_likeness_is_symmetric_and_bounded(a: str, b: str) -> None:
    """The measure is the same from either side, lies in 0 to 1, and is greatest for itself."""
    one, other = CORPUS.case(a), CORPUS.case(b)
    there, back = likeness(CORPUS, one, other), likeness(CORPUS, other, one)
    assert there.value == back.value
    assert 0 <= there.value <= 1
    assert there.value <= likeness(CORPUS, one, one).value


@pytest.mark.parametrize("most", [1, 3, 20])
def test_the_nearest_of_all_are_those_of_each(most: int) -> None:
    """Looking at every pair once gives for each case what looking at it alone gives."""
    expected = {case.id: nearest(CORPUS, case, most) for case in CORPUS.cases}
    assert expected == nearest_of_all(CORPUS, most)
