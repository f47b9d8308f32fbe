"""The first page, and the page that offers both languages."""

import re

from attrs import evolve
from tests.unit.site.made import made, of_cases, shell

from cppcc_cases.model import Text
from cppcc_cases.site.config import Config
from cppcc_cases.site.pages import home
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

COUNT = re.compile(r"<strong>(\d+)</strong> (.*?)</a>")


def page(corpus: Corpus, lang: Lang = Lang.ZH, config: Config | None = None) -> str:
    """Return the first page of a language."""
    return made(home.pages, corpus, lang, config)["index.html"]


def test_it_counts_what_there_is(first: Corpus) -> None:
    """One of a thing is told in the singular."""
    assert [("15", "个案例"), ("15", "个地区"), ("7", "篇报道")] == COUNT.findall(page(first))
    one = evolve(first, files=first.files[:1])
    assert [("1", "case"), ("1", "locality"), ("1", "article")] == COUNT.findall(page(one, Lang.EN))


def test_kinds_with_cases_are_named(corpus: Corpus) -> None:
    """Those without are left to the list of kinds."""
    found = page(of_cases(corpus, corpus.case("yunyang-inspection")))
    assert ["index", "inspection"] == sorted(re.findall(r'href="../zh/kinds/(\w+).html"', found))


def test_a_site_without_cases_has_a_first_page(corpus: Corpus) -> None:
    """It leads on, and shows no empty chart."""
    found = page(of_cases(corpus))
    assert "<svg" not in found
    assert "<svg" in page(corpus)


def test_the_title_is_the_publishers(corpus: Corpus) -> None:
    """In the page and for machines, and it can't end an element."""
    title = Text(zh="</script><b>我们", en="Ours")
    found = page(corpus, config=Config(title=title))
    assert "<h1>&lt;/script&gt;&lt;b&gt;我们</h1>" in found
    assert '"name":"\\u003c/script\\u003e\\u003cb\\u003e我们"' in found


def test_the_root_offers_both_languages(corpus: Corpus) -> None:
    """It needs no script, and says of itself which languages there are."""
    root = home.root(shell(corpus))
    text = root.content.decode()
    assert "index.html" == root.path
    assert "<script" not in text
    for lang in Lang:
        assert f'<a href="{lang.value}/index.html"' in text
    assert 2 == len(re.findall(r'rel="alternate" hreflang="(?:zh-Hans|en)"', text))
    assert 'href="assets/site.css"' in text
