"""Laws of folding."""

from hypothesis import given
from hypothesis import strategies as st

from cppcc_cases.folding import fold, fold_aligned

TEXTS = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("萬餘兩2２，\u200b\ufeff\u0308"))
)


@given(TEXTS)
def test_a_folded_text_folds_to_itself(text: str) -> None:
    """Folding twice is folding once."""
    assert fold(text) == fold(fold(text))


@given(TEXTS)
def test_places_never_run_back_and_lie_in_the_text(text: str) -> None:
    """Every folded character came from one of the text, in the text's order."""
    folded, places = fold_aligned(text)
    assert len(folded) == len(places)
    assert list(places) == sorted(places)
    assert all(0 <= place < len(text) for place in places)
