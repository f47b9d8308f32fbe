"""The list of cases."""

import json
import re

from attrs import evolve
from tests.unit.site.made import copies, made, of_cases, shell

from cppcc_cases.facets import NARROWING
from cppcc_cases.model import Case, CaseId, Text
from cppcc_cases.query import count_by
from cppcc_cases.site.pages import cases
from cppcc_cases.site.pages.cases import keys_of
from cppcc_cases.site.paging import ON_A_PAGE
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

SELECT = re.compile(r'<select name="(\w+)".*?</select>', re.DOTALL)
OPTION = re.compile(r'<option value="(.+?)" data-name=".*?">.*? \((\d+)\)</option>')


def test_facets_count_their_cases(corpus: Corpus) -> None:
    """Each value stands with the number of its cases."""
    page = made(cases.pages, corpus)["cases/index.html"]
    found = {
        one[1]: {value: int(number) for value, number in OPTION.findall(one[0])}
        for one in SELECT.finditer(page)
    }
    assert {facet: count_by(corpus, facet) for facet in NARROWING} == found


def test_a_case_is_found_under_all_its_values(corpus: Corpus) -> None:
    """A joint practice under each of its localities, a case under each of its topics."""
    keys = keys_of(shell(corpus))["huainan-nev-cluster"]
    assert {"province:340000", "level:prefecture", "kind:opinion_reports", "topic:industry"} < set(
        keys
    )
    page = made(cases.pages, corpus)["cases/index.html"]
    assert f'data-keys="{" ".join(keys)}"' in page


def test_one_page_needs_no_other_source_of_cards(first: Corpus) -> None:
    """All cards are in it."""
    found = made(cases.pages, first)
    assert ["cases/index.html"] == list(found)
    assert "data-cards" not in found["cases/index.html"]
    assert 15 == found["cases/index.html"].count('<article class="card"')


def test_cards_of_many_pages_are_data(corpus: Corpus) -> None:
    """The script holds every card once, with its words in the language of the page."""
    lots = copies(corpus, "linxi-member-studio", ON_A_PAGE + 2)
    for lang in Lang:
        found = made(cases.pages, lots, lang)
        name = f"assets/cards.{lang.value}.js"
        assert ["cases/index.html", "cases/page-2.html", name] == list(found)
        assert f'data-cards="../../{name}"' in found["cases/page-2.html"]
        data = json.loads(found[name].removeprefix("window.cppccCards = ").removesuffix(";\n"))
        assert [case.id for case in lots.cases] == [row[0] for row in data["cards"]]
        case = lots.cases[0]
        id_, title, summary, kind, places, keys, states = data["cards"][0]
        assert (case.id, case.title.in_(lang)) == (id_, title)
        assert case.summary.in_(lang) == summary
        assert ["member_studio", case.mechanism.name.in_(lang)] == data["kinds"][kind]
        assert ["150424"] == [data["places"][at][0] for at in places]
        assert keys_of(shell(lots))[case.id] == [data["keys"][at] for at in keys]
        told = [data["states"][int(at)][0] for at in states]
        lifecycle = case.mechanism.lifecycle
        assert [state.value.replace("_", "-") for _, state in lifecycle] == told


def test_hostile_words_stay_data(corpus: Corpus) -> None:
    """They end neither the script nor an attribute, and orders to the reader are written out."""
    text = Text(zh="</script>\"'><img>\u202e\u2028", en="x")
    made_up = [_named(case, text) for case in copies(corpus, "linxi-member-studio", 60).cases]
    found = made(cases.pages, of_cases(corpus, *made_up))
    script = found["assets/cards.zh.js"]
    assert "<" not in script
    assert 1 == script.count("\n")
    data = json.loads(script.removeprefix("window.cppccCards = ").removesuffix(";\n"))
    assert "</script>\"'><img>\\u202e\\u2028" == data["cards"][0][1]
    assert "<img>" not in found["cases/index.html"]


def _named(case: Case, text: Text) -> Case:
    return evolve(case, id=CaseId(case.id), title=text, summary=text)


def test_a_site_without_cases_has_a_list(corpus: Corpus) -> None:
    """It is one page, without cards."""
    found = made(cases.pages, of_cases(corpus))
    assert ["cases/index.html"] == list(found)
    assert "显示0/0个案例" in found["cases/index.html"]
