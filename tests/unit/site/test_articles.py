"""Pages of the articles that cases are taken from."""

import re

from attrs import evolve
from tests.unit.site.made import copies, made, of_cases, shell

from cppcc_cases.model import ArticleId, Evidence, Missing
from cppcc_cases.model.walk import walk
from cppcc_cases.site.pages import articles
from cppcc_cases.site.pages.articles import linked
from cppcc_cases.site.parts import EACH
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang


def test_every_article_has_a_page(corpus: Corpus) -> None:
    """The list names them all."""
    found = made(articles.pages, corpus)
    paths = [f"articles/{one.id}.html" for one in corpus.articles]
    assert ["articles/index.html", *paths] == list(found)
    listed = re.findall(r'<h2><a href="../../zh/(.*?)"', found["articles/index.html"])
    assert paths == listed


def test_what_is_not_printed_is_said(corpus: Corpus) -> None:
    """The newspaper prints neither its name nor its day; the rule of the derived day is told."""
    page = made(articles.pages, corpus)["articles/shanxi-round-table.html"]
    assert '<dt>报纸名</dt><dd class="missing">版面未印</dd>' in page
    assert "<dt>署名</dt><dd>记者 王泳</dd>" in page
    assert "2024年9月20日至12月31日（推算）" in page
    assert "刊发日期：版面未印报纸名和刊发日期。" in page


def test_anchors_are_counted_by_paragraph(corpus: Corpus) -> None:
    """Each piece of evidence counts once, though several claims rest on it."""
    page = made(articles.pages, corpus)["articles/tongshan-hotline.html"]
    cited = {
        part
        for case in corpus.cases
        for _, part in walk(case)
        if isinstance(part, Evidence) and part.article == "tongshan-hotline"
    }
    told = {int(n): int(k) for n, k in re.findall(r'id="p(\d+)".*?many">(\d+)<', page)}
    assert {n: sum(one.paragraph == n for one in cited) for n in told} == told
    assert len(cited) == sum(told.values())
    assert f"{len(cited)}处依据词" in page


def test_damage_stands_at_its_paragraph(corpus: Corpus) -> None:
    """Also where nothing is cited from the paragraph."""
    page = made(articles.pages, corpus)["articles/shanxi-round-table.html"]
    row = next(line for line in page.splitlines() if line.startswith('<tr id="p16"'))
    assert "“筑同心”之后多印一个顿号。" in row


def test_cases_taken_from_it_are_shown(corpus: Corpus) -> None:
    """One article may give several cases; one without any says so."""
    page = made(articles.pages, corpus)["articles/shanxi-round-table.html"]
    assert 9 == page.count('<article class="card"')
    empty = made(articles.pages, of_cases(corpus))
    assert "没有取自这篇报道的案例。" in empty["articles/shanxi-round-table.html"]


def test_many_cases_are_spread_over_pages(corpus: Corpus) -> None:
    """Each case stands on one of the pages of its article."""
    found = made(articles.pages, copies(corpus, "datong-result-procedure", EACH + 1))
    second = found["articles/shanxi-round-table/page-2.html"]
    assert 1 == second.count('<article class="card"')


def test_of_two_articles_with_one_id_the_first_has_the_page(corpus: Corpus) -> None:
    """No path is written twice."""
    double = evolve(corpus, files=(*corpus.files, *corpus.files[:1]))
    pages = [page.path for page in articles.pages(shell(double), Lang.ZH)]
    assert sorted(set(pages)) == sorted(pages)


def test_machines_are_told_what_is_printed(corpus: Corpus) -> None:
    """What is not printed is left out, and never guessed."""
    words = Source(corpus=corpus).words(Lang.EN)
    article = corpus.article(ArticleId("linxi-member-studio"))
    assert article is not None
    assert article.byline is Missing.NOT_REPORTED
    assert {"@context", "@type", "headline", "identifier", "inLanguage"} == set(
        linked(words, article)
    )
