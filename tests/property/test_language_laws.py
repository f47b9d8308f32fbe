"""A document in one language has no word of the other in it, over all shipped cases."""

import re
from itertools import combinations

import pytest
from tests.reports import digest, likeness_document, listing, matrix_document, page

from cppcc_cases.comparison import compare, compare_cases, one_case, party
from cppcc_cases.comparison.likeness import similar
from cppcc_cases.comparison.matrix import matrix
from cppcc_cases.facets import COLUMNS
from cppcc_cases.forms.markdown import markdown
from cppcc_cases.model import Lang
from cppcc_cases.query import select
from cppcc_cases.report.document import Document
from cppcc_cases.store import shipped

CORPUS = shipped()
CODES = sorted(CORPUS.codes())
IDS = sorted((case.id for case in CORPUS.cases), key=len, reverse=True)
_QUOTED = re.compile("“(?:[^“”]|“[^“”]*”)*”")
_HAN = re.compile("[\u3400-\u9fff]+")
_LATIN = re.compile("[A-Za-z]{2,}")


def documents(lang: Lang) -> list[Document]:
    """Return what commands print of the shipped cases, in one language."""
    registry = CORPUS.registry
    cases = CORPUS.cases
    axes = [matrix(CORPUS, cases, axis) for axis in COLUMNS]
    near = [(case, similar(CORPUS, case)) for case in map(CORPUS.case, IDS)]
    pairs = [compare(CORPUS, *pair) for pair in combinations([*CODES, "140600", "540000"], 2)]
    chosen = [compare_cases(CORPUS, select(CORPUS, province="140000"))]
    return [
        *(digest(one, lang) for one in (*pairs, *chosen)),
        *(page(party(CORPUS, name), CORPUS, lang) for name in (*IDS, *CODES, "140600")),
        *(matrix_document(one, registry, lang) for one in axes),
        *(likeness_document(case, found, registry, lang) for case, found in near),
        listing(cases, CORPUS, lang),
    ]


def bare(document: Document) -> str:
    """Return the words of a document without ids, markup and what it quotes."""
    text = markdown(document).replace("\\", "").replace("<br>", " ")
    for id_ in IDS:
        text = text.replace(id_, "")
    return _QUOTED.sub("", text)


@pytest.mark.parametrize(("lang", "foreign"), [(Lang.ZH, _LATIN), (Lang.EN, _HAN)])
def test_no_word_of_the_other_language(lang: Lang, foreign: re.Pattern[str]) -> None:
    """Chinese documents hold no English and English ones no Chinese, but for quoted anchors."""
    strays = {word for one in documents(lang) for word in foreign.findall(bare(one))}
    assert set() == strays


def test_the_search_finds_what_it_looks_for() -> None:
    """Words of both languages are found in a document of which neither is taken away."""
    shown = [markdown(page(party(CORPUS, "taiyuan"), CORPUS, lang)) for lang in Lang]
    assert (True, True) == (bool(_HAN.search(shown[0])), bool(_LATIN.search(shown[1])))
    assert one_case(CORPUS, "taiyuan").id in shown[0]
