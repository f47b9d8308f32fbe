"""What several sorts of pages share."""

from tests.unit.site.made import copies, of_cases

from cppcc_cases.model import LocalityCode, StageState
from cppcc_cases.site.parts import (
    EACH,
    counted,
    merged,
    places_with_pages,
    series,
    share_of,
    stage_counts,
    titled,
)
from cppcc_cases.site.source import Source
from cppcc_cases.site.words import SiteWords
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

ZH, EN = SiteWords(Lang.ZH), SiteWords(Lang.EN)


def test_a_series_begins_with_the_page_itself() -> None:
    """Further pages stand in a folder of its name, and each knows its neighbours."""
    found = series("kinds/x.html", 5, each=2)
    paths = ["kinds/x.html", "kinds/x/page-2.html", "kinds/x/page-3.html"]
    assert paths == [one.path for one in found]
    assert ["", *paths[:-1]] == [one.before for one in found]
    assert [*paths[1:], ""] == [one.after for one in found]


def test_a_series_of_nothing_is_one_page() -> None:
    """What has no entries has a page all the same."""
    assert ["feed.xml"] == [one.path for one in series("feed.xml", 0)]


def test_every_entry_stands_on_one_page_of_its_series() -> None:
    """The shares of the pages are all entries, in their order."""
    entries = list(range(EACH * 2 + 1))
    shares = [entries[share_of(one)] for one in series("x.html", len(entries))]
    assert [EACH, EACH, 1] == [len(share) for share in shares]
    assert entries == [entry for share in shares for entry in share]


def test_no_two_pages_of_a_series_have_one_title() -> None:
    """The number stands in the titles of all but the first."""
    first, second = series("x.html", 2, each=1)
    assert ["类别", "类别（第2页）"] == [titled(ZH, "类别", one) for one in (first, second)]
    assert "Kind (page 2)" == titled(EN, "Kind", second)


def test_one_of_a_thing_is_told_in_the_singular() -> None:
    """English has a plural, Chinese none."""
    assert ["0 cases", "1 case", "2 cases"] == [counted(EN, number) for number in range(3)]
    assert ["1个地区", "2个地区"] == [counted(ZH, number, "locality") for number in (1, 2)]


def test_of_several_cases_the_strongest_state_counts(corpus: Corpus) -> None:
    """What one case practises is practised, whatever the others say."""
    datong, xinzhou = (
        corpus.case(id_) for id_ in ("datong-result-procedure", "xinzhou-annual-topics")
    )
    states = {one.id: one.state for one in merged(Source(corpus=corpus), ZH, [datong, xinzhou])}
    assert StageState.PRACTISED == states["topic_selection"]
    assert StageState.PROVIDED_FOR == states["feedback"]
    assert StageState.NOT_REPORTED == states["appraisal"]


def test_stages_are_counted_by_their_states(first: Corpus) -> None:
    """Practised and provided for are counted apart, out of all the cases."""
    found = {one.id: one for one in stage_counts(ZH, first.cases)}
    assert (7, 1, 8, 15) == (
        found["deliberation"].practised,
        found["deliberation"].provided,
        found["deliberation"].told,
        found["deliberation"].of,
    )


def test_places_with_pages_are_all_that_a_page_may_name(corpus: Corpus) -> None:
    """Localities with cases, those mentioned, and all above either of them have a page."""
    source = Source(corpus=corpus)
    found = places_with_pages(source)
    mentioned = {one.locality for case in corpus.cases for one in case.mentions}
    assert corpus.codes() | mentioned < found.keys()
    assert {code for place in found.values() for code in place.parents} < found.keys()
    assert sorted(found) == list(found)
    assert "徐州市" == found[LocalityCode("320300")].name.zh


def test_a_corpus_without_cases_has_no_places(corpus: Corpus) -> None:
    """Nothing is made up where there is nothing."""
    assert {} == places_with_pages(Source(corpus=of_cases(corpus)))
    assert 3 == len(copies(corpus, "datong-result-procedure", 3).cases)
