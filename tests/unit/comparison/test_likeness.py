"""How alike cases are."""

from cppcc_cases.comparison.likeness import likeness, nearest, similar
from cppcc_cases.store import Corpus


def test_likeness_says_by_what(corpus: Corpus) -> None:
    """Two standing committee sessions' subjects, industry and its consultation, are shared."""
    one, other = corpus.case("huainan-nev-cluster"), corpus.case("changle-producer-services")
    found = likeness(corpus, one, other)
    expected = [("stage", ("deliberation",)), ("topic", ("industry",))]
    assert expected == [(shared.head, shared.ids) for shared in found.shared]


def test_the_most_alike_come_first(corpus: Corpus) -> None:
    """The order is by likeness, ties by id, and a case is not compared with itself."""
    case = corpus.case("datong-result-procedure")
    found = similar(corpus, case)
    values = [one.value for one in found]
    assert sorted(values, reverse=True) == values
    assert len(corpus.cases) - 1 == len(found)


def test_two_silences_are_no_likeness(corpus: Corpus) -> None:
    """Cases that tell of no stage are not alike for that."""
    one, other = corpus.case("taiyuan-platform-network"), corpus.case("shanxi-round-table")
    assert "stage" not in {shared.head for shared in likeness(corpus, one, other).shared}


def test_the_nearest_have_something_in_common(corpus: Corpus) -> None:
    """At most so many are given, and none that shares nothing."""
    case = corpus.case("datong-result-procedure")
    some, all_ = nearest(corpus, case, 2), nearest(corpus, case, 1000)
    assert similar(corpus, case)[:2] == some
    assert [one for one in similar(corpus, case) if one.shared] == list(all_)
