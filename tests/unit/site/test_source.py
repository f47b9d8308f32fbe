"""What all pages are made from."""

from cppcc_cases.comparison.likeness import nearest
from cppcc_cases.model import CaseId, LocalityCode
from cppcc_cases.site.source import NEAR, Source
from cppcc_cases.store import Corpus


def test_places_are_those_with_cases_in_the_order_of_their_codes(corpus: Corpus) -> None:
    """Every locality with a case has its name at hand."""
    places = Source(corpus=corpus).places
    assert sorted(corpus.codes()) == list(places)
    assert "太原市" == places[LocalityCode("140100")].name.zh


def test_cases_at_a_locality_include_joint_ones(corpus: Corpus) -> None:
    """A practice of three cities belongs to each of them."""
    found = Source(corpus=corpus).cases_at
    expected = [("changzhi-joint-consultation",)] * 3
    assert expected == [
        tuple(case.id for case in found[code]) for code in ("140400", "140500", "141000")
    ]


def test_near_cases_are_the_nearest(corpus: Corpus) -> None:
    """Each case has the few that are most like it."""
    expected = {case.id: nearest(corpus, case, NEAR) for case in corpus.cases}
    assert expected == Source(corpus=corpus).near


def test_articles_of_a_case_are_those_it_cites(corpus: Corpus) -> None:
    """A case leads to the articles that its evidence is in."""
    source = Source(corpus=corpus)
    found = {case.id: [one.id for one in source.articles_of(case)] for case in corpus.cases}
    assert ["shanxi-round-table"] == found[CaseId("taiyuan-platform-network")]
    assert {1} == {len(ids) for ids in found.values()}
