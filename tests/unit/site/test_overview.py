"""The overview."""

import re

from attrs import evolve
from tests.unit.site.made import copies, made, of_cases

from cppcc_cases.comparison.matrix import matrix
from cppcc_cases.model import CaseId, LocalityCode, Missing, StageState
from cppcc_cases.query import count_by
from cppcc_cases.site.pages import case as case_pages
from cppcc_cases.site.pages import overview
from cppcc_cases.site.paging import ON_A_PAGE
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

TILE = re.compile(r'<li class="r\d c\d d(\d)">(?:<a href="../zh/places/(\d+)\.html">|<span>).*?'
                  r'class="full">(.*?)<.*?<b>(\d+)</b>')  # fmt: skip
ROW = re.compile(r'<tr><th scope="row">.*?</th><td class="number">.*?</tr>')


def test_every_province_has_its_count(corpus: Corpus) -> None:
    """Those with cases lead to their page and are shaded, that with the most as dark as can be."""
    tiles = TILE.findall(made(overview.pages, corpus)["overview.html"])
    assert 34 == len(tiles)
    counted = {code: int(number) for _, code, _, number in tiles if code}
    assert count_by(corpus, "province") == counted
    assert {"山西": "4", "江苏": "1", "台湾": "0", "香港": "0"} == {
        name: shade for shade, _, name, _ in tiles if name in ("山西", "江苏", "台湾", "香港")
    }


def test_the_matrix_of_stages_is_the_librarys(corpus: Corpus) -> None:
    """Cell by cell, in words that can be heard."""
    page = made(overview.pages, corpus)["overview.html"]
    expected = [
        [cell.label.zh for cell in row.cells if isinstance(cell, StageState)]
        for row in matrix(corpus).rows
    ]
    told = [re.findall(r'<td class="[a-z-]+"><span>(.*?)</span>', row) for row in ROW.findall(page)]
    assert expected == told


def test_a_case_of_a_kind_is_a_link_to_it(corpus: Corpus) -> None:
    """Each case stands in the column of its kind, at each of its localities."""
    page = made(overview.pages, corpus)["overview/kinds.html"]
    found = re.findall(r'<a href="../../zh/cases/(.*?)\.html" class="practised">', page)
    assert sorted(id_ for case in corpus.cases for id_ in [case.id] * len(case.localities)) == (
        sorted(found)
    )


def test_every_figure_leads_to_its_place(corpus: Corpus) -> None:
    """The fragment is there on the page of the case."""
    page = made(overview.pages, corpus)["overview/indicators.html"]
    cases = made(case_pages.pages, corpus)
    found = re.findall(r'<td>.*?href="../../zh/(cases/[\w-]+\.html)#([\w-]+)"', page)
    given = [
        metric
        for case in corpus.cases
        for metric in case.metrics
        if not isinstance(metric.value, Missing)
    ]
    links = re.findall(r'href="../../zh/(cases/[\w-]+\.html)#([\w-]+)"', page)
    assert len(given) == len(links)
    assert found
    for path, fragment in links:
        assert f'id="{fragment}"' in cases[path]


def test_of_many_figures_in_a_cell_some_are_named(corpus: Corpus) -> None:
    """A cell doesn't grow without end; it says how many more there are."""
    page = made(overview.pages, copies(corpus, "linxi-member-studio", 10))[
        "overview/indicators.html"
    ]
    assert 3 == page.count("#m-studios")
    assert "+7" in page


def test_many_localities_are_spread_over_pages(corpus: Corpus) -> None:
    """Each stands on one page of each table; tiles stand on the first only."""
    case = corpus.case("linxi-member-studio")
    codes = [place.code for place in corpus.gazetteer if len(place.parents) == 2][: ON_A_PAGE + 1]
    lots = of_cases(
        corpus,
        *(
            evolve(case, id=CaseId(f"made-{code}"), localities=(LocalityCode(code),))
            for code in codes
        ),
    )
    found = made(overview.pages, lots, Lang.EN)
    assert {
        f"overview{view}{page}.html"
        for view in ("", "/kinds", "/indicators")
        for page in ("", "/page-2")
    } == set(found)
    for path, page in found.items():
        assert (1 if path.endswith("page-2.html") else ON_A_PAGE) == len(ROW.findall(page))
        assert ("tiles" in page) == (path == "overview.html")


def test_a_corpus_without_cases_has_an_overview(corpus: Corpus) -> None:
    """All counts are nought, and no table fails."""
    found = made(overview.pages, of_cases(corpus))
    assert 34 == found["overview.html"].count("<b>0</b>")
    assert [] == ROW.findall(found["overview.html"])
