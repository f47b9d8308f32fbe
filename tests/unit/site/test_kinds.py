"""Pages of the kinds of mechanism."""

import re

from attrs import evolve
from tests.unit.site.made import copies, made, of_cases

from cppcc_cases.model import Lifecycle, UnknownMechanism
from cppcc_cases.report.codebook_entries import codebook
from cppcc_cases.site.pages import kinds
from cppcc_cases.site.parts import EACH
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang


def test_every_kind_has_a_page(corpus: Corpus) -> None:
    """Those without cases as well; the list names them all."""
    for some in (corpus, of_cases(corpus)):
        found = made(kinds.pages, some)
        ids = list(corpus.registry.kinds)
        assert ["kinds/index.html", *(f"kinds/{id_}.html" for id_ in ids)] == list(found)
        listed = re.findall(r'<h2><a href="../../zh/kinds/(\w+).html"', found["kinds/index.html"])
        assert ids == listed


def test_a_kind_without_cases_says_so(corpus: Corpus) -> None:
    """It is told what the kind is, and that there is no case."""
    found = made(kinds.pages, of_cases(corpus), Lang.EN)
    assert "No case of this kind yet." in found["kinds/inspection.html"]
    expected = len(corpus.registry.kinds)
    assert expected == found["kinds/index.html"].count("No case of this kind yet.")
    assert "No case of this kind yet." not in made(kinds.pages, corpus)["kinds/inspection.html"]


def test_the_fields_of_a_kind_are_explained(corpus: Corpus) -> None:
    """Each field of its own has its name and what it means, in the page's language."""
    for lang in Lang:
        found = made(kinds.pages, corpus, lang)
        for kind in codebook(corpus.registry).kinds:
            page = found[f"kinds/{kind.id}.html"]
            own = [one for one in kind.fields if one.id != "lifecycle"]
            assert len(own) == page.count('<tr><th scope="row">')
            for one in own:
                assert f"<code>{one.id}</code>" in page
                assert one.label.in_(lang).replace("'", "&#39;") in page


def test_stages_of_its_cases_are_counted(corpus: Corpus) -> None:
    """A stage that is practised leads to the cases of the kind in which it is."""
    page = made(kinds.pages, corpus)["kinds/result_procedure.html"]
    assert "cases/index.html#kind=result_procedure&amp;stage=submission" in page
    assert (False, False) == ("stage=adoption" in page, "stage=appraisal" in page)
    assert "1 / 1（有规定或在探索：1）" in page


def test_a_kind_that_is_not_installed_has_a_page(corpus: Corpus) -> None:
    """Its cases link to it, so it must be there, and says that it is unknown here."""
    strange = UnknownMechanism(kind="strange.kind", tree="{}", lifecycle=Lifecycle())
    case = evolve(corpus.case("yunyang-inspection"), mechanism=strange)
    found = made(kinds.pages, of_cases(corpus, case))
    page = found["kinds/strange.kind.html"]
    assert "定义这个机制类别的软件包没有安装。" in page
    assert "yunyang-inspection.html" in page
    assert "kinds/strange.kind.html" in found["kinds/index.html"]


def test_many_cases_are_spread_over_pages(corpus: Corpus) -> None:
    """Each case stands on one of the pages of its kind."""
    lots = copies(corpus, "linxi-member-studio", EACH * 2 + 3)
    found = made(kinds.pages, lots)
    paths = [path for path in found if path.startswith("kinds/member_studio")]
    cards = [found[path].count('<article class="card"') for path in paths]
    assert [EACH, EACH, 3] == cards
    assert f"{EACH * 2 + 3} / {EACH * 2 + 3}" in found[paths[0]]
