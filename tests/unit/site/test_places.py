"""Pages of localities."""

import re

from attrs import evolve
from tests.unit.site.made import copies, made, of_cases

from cppcc_cases.model import CaseId
from cppcc_cases.site.pages import places
from cppcc_cases.site.parts import EACH, places_with_pages
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang


def test_every_place_has_a_page(corpus: Corpus) -> None:
    """The shipped cases need no second page for any of them."""
    expected = {f"places/{code}.html" for code in places_with_pages(Source(corpus=corpus))}
    assert expected == made(places.pages, corpus).keys()


def test_it_is_said_why_residents_are_not_known(corpus: Corpus) -> None:
    """A figure of another sort is not taken for them."""
    assert "流传的133万是户籍人口" in made(places.pages, corpus)["places/320312.html"]


def test_counts_have_a_day_and_a_source(corpus: Corpus) -> None:
    """Residents and divisions say when and by whom they were counted, and who counts otherwise."""
    page = made(places.pages, corpus)["places/140000.html"]
    assert "34,915,616（2020年11月1日）" in page
    assert "出处：山西省第七次全国人口普查公报（第二号）" in page
    assert "另一口径1,286（2023年6月30日）" in page


def test_former_names_are_told_with_code_and_year(corpus: Corpus) -> None:
    """On a page in English they are marked as Chinese."""
    page = made(places.pages, corpus, Lang.EN)["places/350112.html"]
    assert '<span lang="zh-Hans">长乐市</span> (350182, until 2017), ' in page


def test_a_province_lists_the_localities_in_it(corpus: Corpus) -> None:
    """Its own cases are cards; those below it stand with their localities."""
    page = made(places.pages, corpus)["places/140000.html"]
    assert ["shanxi-round-table"] == re.findall(r'<h3><a href="../../zh/cases/(.*?).html"', page)
    below = page.partition('id="below"')[2]
    assert 'href="../../zh/places/140900.html">忻州市' in below
    assert below.count("xinzhou-") == 2


def test_a_county_stands_below_its_city(corpus: Corpus) -> None:
    """A city that has no case of its own still leads to the counties that have."""
    page = made(places.pages, corpus)["places/320300.html"]
    assert "本库还没有写这个地区做法的案例。" in page
    assert "tongshan-hotline-link" in page


def test_a_place_that_is_only_mentioned_says_by_whom(corpus: Corpus) -> None:
    """It has the anchor, the case, and cases of its province."""
    page = made(places.pages, corpus)["places/141100.html"]
    assert "吕梁市政协在参会的11个市之列" in page
    assert page.count('href="../../zh/cases/shanxi-round-table.html"') == 2
    assert "同省的案例" in page
    assert "compare.html#l=" not in page


def test_figures_lead_to_their_place_in_the_case(corpus: Corpus) -> None:
    """Each figure of a case stands in the table."""
    page = made(places.pages, corpus)["places/140100.html"]
    for metric in corpus.case("taiyuan-platform-network").metrics:
        assert f"taiyuan-platform-network.html#m-{metric.indicator}" in page
    assert "compare.html#l=140100" in page


def test_many_cases_are_spread_over_pages(corpus: Corpus) -> None:
    """Each stands on one of them, with its figures."""
    lots = copies(corpus, "linxi-member-studio", EACH + 2)
    found = made(places.pages, lots)
    mine = [path for path in found if path.startswith("places/150424")]
    assert ["places/150424.html", "places/150424/page-2.html"] == mine
    cards = [re.findall(r'<h3><a href="[./]*/zh/cases/(.*?).html"', found[path]) for path in mine]
    assert [case.id for case in lots.cases] == [id_ for page in cards for id_ in page]
    assert 2 == found[mine[1]].count("#m-studios")


def test_many_mentions_are_spread_over_pages(corpus: Corpus) -> None:
    """A place that many cases mention has no endless page either."""
    found = made(places.pages, copies(corpus, "shanxi-round-table", EACH * 2 + 1))
    paths = [path for path in found if path.startswith("places/140600")]
    assert 3 == len(paths)
    assert [EACH, EACH, 1] == [found[path].count("朔州市政协在参会的11个市之列") for path in paths]


def test_one_locality_of_a_joint_practice_shows_the_joint_case(corpus: Corpus) -> None:
    """The case belongs to each of its localities."""
    found = made(places.pages, corpus)
    for code in ("140400", "140500", "141000"):
        assert "changzhi-joint-consultation.html" in found[f"places/{code}.html"]


def test_hostile_words_are_words(corpus: Corpus) -> None:
    """Neither in the page nor in what machines are told does a case end an element."""
    case = corpus.case("shanxi-round-table")
    harm = "</script><script>alert(1)</script>"
    text = evolve(case.title, zh=harm, en=harm)
    mentions = tuple(evolve(one, text=text) for one in case.mentions)
    bad = evolve(case, id=CaseId("bad"), title=text, summary=text, mentions=mentions)
    for page in made(places.pages, of_cases(corpus, bad)).values():
        assert "<script>" not in page
        assert 1 == page.count('<script type="application/ld+json">')
