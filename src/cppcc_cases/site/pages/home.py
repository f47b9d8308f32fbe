"""The first page of the site, and the page that offers both languages."""

from collections.abc import Iterator

from cppcc_cases.facets import labels
from cppcc_cases.query import count_by
from cppcc_cases.site.page import Page
from cppcc_cases.site.parts import kind_ids, stage_counts
from cppcc_cases.site.shell import TAGS, Links, Shell
from cppcc_cases.site.source import Source
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang

_WAYS = (
    ("cases", "about_cases", "cases/index.html"),
    ("nav_compare", "about_compare", "compare.html"),
    ("nav_overview", "about_overview", "overview.html"),
)


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the first page of a language."""
    source, words = shell.source, shell.source.words(lang)
    corpus = source.corpus
    yield shell.page(
        lang,
        "index.html",
        "home.html",
        title=words.of(source.config.title),
        about=words.of(source.config.tagline),
        counts=(
            _count(words, len(corpus.cases), "case", "cases/index.html"),
            _count(words, len(source.places), "place", "overview.html"),
            _count(words, len(corpus.articles), "article", "articles/index.html"),
        ),
        kinds=_kinds(source, words),
        stages=stage_counts(words, corpus.cases),
        ways=[(words[name], words[about], target) for name, about, target in _WAYS],
        linked=linked(source, words),
    )


def _count(words: SiteWords, number: int, key: str, target: str) -> tuple[int, str, str]:
    return number, words[f"count_{key}" if number == 1 else f"count_{key}s"], target


def _kinds(source: Source, words: SiteWords) -> list[tuple[str, str, int]]:
    """Return the kinds that have cases: id, name, and how many."""
    known = labels("kind", source.corpus.registry)
    counts = count_by(source.corpus, "kind")
    return [
        (id_, words.of(known[id_]) if id_ in known else id_, counts[id_])
        for id_ in kind_ids(source)
        if id_ in counts
    ]


def linked(source: Source, words: SiteWords) -> dict[str, object]:
    """Return what machines are told of the site, in the words of schema.org."""
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": words.of(source.config.title),
        "description": words.of(source.config.tagline),
        "inLanguage": TAGS[words.lang],
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


def root(shell: Shell) -> Page:
    """Return the page at the root of the site, which offers both languages."""
    source = shell.source
    text = shell.environment.get_template("root.html").render(
        links=Links(lang=Lang.ZH, path="index.html"),
        config=source.config,
        tags=[(lang, TAGS[lang], source.words(lang)) for lang in Lang],
    )
    return Page(path="index.html", content=text.encode("utf-8"))
