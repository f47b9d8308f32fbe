"""A page for each article that cases are taken from, and the list of them."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from cppcc_cases.model import Article, ArticleId, Case, Evidence, Missing
from cppcc_cases.model.walk import walk
from cppcc_cases.report.wording import printed
from cppcc_cases.site.page import Page
from cppcc_cases.site.paging import ON_A_PAGE, pagers
from cppcc_cases.site.parts import cards, counted, series, share_of, titled
from cppcc_cases.site.shell import TAGS, Shell
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang


@frozen(kw_only=True)
class ParagraphView:
    """A paragraph that cases cite or that is damaged; ``share`` is that of the most cited one."""

    number: int
    anchors: int
    share: float
    gaps: tuple[str, ...]


@frozen(kw_only=True)
class Taken:
    """An article with the cases taken from it and the pieces of evidence in it, each once."""

    article: Article
    cases: tuple[Case, ...]
    evidence: tuple[Evidence, ...]


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the list of articles, and the pages of each."""
    words = shell.source.words(lang)
    taken = tuple(_taken(shell))
    for pager in pagers("articles/", len(taken)):
        yield shell.page(
            lang,
            pager.path,
            "articles.html",
            title=titled(words, words["articles"], pager),
            about=words["about_articles"],
            articles=[
                (one.article, _listed(words, one.article), counted(words, len(one.cases)))
                for one in taken[share_of(pager, ON_A_PAGE)]
            ],
            pager=pager,
        )
    for one in taken:
        yield from _article(shell, lang, one)


def _taken(shell: Shell) -> Iterator[Taken]:
    """Yield each article once, with what is taken from it."""
    corpus = shell.source.corpus
    cases: dict[ArticleId, list[Case]] = {}
    evidence: dict[ArticleId, dict[Evidence, None]] = {}
    for case in corpus.cases:
        found = {part: None for _, part in walk(case) if isinstance(part, Evidence)}
        for id_ in dict.fromkeys(part.article for part in found):
            cases.setdefault(id_, []).append(case)
        for part in found:
            evidence.setdefault(part.article, {})[part] = None
    first: dict[ArticleId, Article] = {}
    for article in corpus.articles:
        first.setdefault(article.id, article)
    for article in first.values():
        yield Taken(
            article=article,
            cases=tuple(cases.get(article.id, ())),
            evidence=tuple(evidence.get(article.id, ())),
        )


def _listed(words: SiteWords, article: Article) -> str:
    """Return what the list says of an article: where and when it appeared, as far as is known."""
    told = [article.published.describe(words.lang)]
    if not isinstance(article.publisher, Missing):
        told.insert(0, words.of(article.publisher))
    if not isinstance(article.column, Missing):
        told.append(words.colon(words["column"], words.of(article.column)))
    return words.join(told, clauses=True)


def _article(shell: Shell, lang: Lang, taken: Taken) -> Iterator[Page]:
    source, words = shell.source, shell.source.words(lang)
    article = taken.article
    title = words.of(article.title)
    for pager in series(f"articles/{article.id}.html", len(taken.cases)):
        yield shell.page(
            lang,
            pager.path,
            "article.html",
            title=titled(words, title, pager),
            about=words.colon(words.title(title), counted(words, len(taken.cases))),
            article=article,
            facts=_facts(words, article),
            opening=article.opening or "",
            rule=words.of(article.published.rule) if article.published.rule else "",
            paragraphs=tuple(_paragraphs(words, taken)),
            anchors=counted(words, len(taken.evidence), "anchor"),
            cards=cards(source, words, taken.cases[share_of(pager)]),
            total=len(taken.cases),
            pager=pager,
            linked=linked(words, article),
        )


def _facts(words: SiteWords, article: Article) -> tuple[tuple[str, str, bool], ...]:
    """Return what is printed of an article: name, value, and whether that is its absence."""
    known = (
        ("column", article.column),
        ("byline", article.byline),
        ("publisher", article.publisher),
    )
    return (
        *(
            (words[key], printed(words, article, value), isinstance(value, Missing))
            for key, value in known
        ),
        (words["published"], article.published.describe(words.lang), False),
        (words["id"], article.id, False),
    )


def _paragraphs(words: SiteWords, taken: Taken) -> Iterator[ParagraphView]:
    cited = Counter(part.paragraph for part in taken.evidence)
    most = max(cited.values(), default=1)
    gaps = taken.article.gaps
    for number in sorted({*cited, *(gap.paragraph for gap in gaps)}):
        yield ParagraphView(
            number=number,
            anchors=cited[number],
            share=cited[number] / most,
            gaps=tuple(
                words.colon(words.of(gap.kind.label), words.of(gap.text))
                for gap in gaps
                if gap.paragraph == number
            ),
        )


def linked(words: SiteWords, article: Article) -> dict[str, object]:
    """Return what machines are told of an article; what is not printed is not told."""
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": words.of(article.title),
        "identifier": article.id,
        "inLanguage": TAGS[Lang.ZH],
    }
    if not isinstance(article.publisher, Missing):
        name = words.of(article.publisher)
        found["publisher"] = {"@type": "Organization", "name": name}
    if not isinstance(article.byline, Missing):
        found["creditText"] = words.of(article.byline)
    return found
