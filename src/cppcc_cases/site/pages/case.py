"""A page for each case, and its data."""

from collections.abc import Iterator

from markupsafe import Markup

from cppcc_cases.comparison import party
from cppcc_cases.comparison.caveats import damage
from cppcc_cases.forms.csv_form import to_csv
from cppcc_cases.model import Article, Case
from cppcc_cases.report.claims import Teller
from cppcc_cases.report.compared import derived
from cppcc_cases.report.likeness import percentage, shared_words
from cppcc_cases.report.page import pages as reports
from cppcc_cases.report.said import entries
from cppcc_cases.report.values import Report
from cppcc_cases.report.wording import article_line, gap_line, source_line
from cppcc_cases.site.fragment import Fragments
from cppcc_cases.site.page import Page
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.view import CaseView
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang, Text


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the page of every case."""
    source, words = shell.source, shell.source.words(lang)
    fragments = Fragments(shell=shell)
    for case in source.corpus.cases:
        view = CaseView(case=case, source=source, words=words)
        yield _page(shell, lang, case, view, fragments.of(view))
        table = to_csv(reports(party(source.corpus, case.id), source.corpus), (lang,))
        yield Page(path=f"data/{case.id}.{lang.value}.csv", content=table.encode("utf-8"))


def _page(
    shell: Shell, lang: Lang, case: Case, view: CaseView, fragment: Markup | Text | None
) -> Page:
    source, words = shell.source, view.words
    articles = source.articles_of(case)
    by_id = {one.id: one for one in articles}
    return shell.page(
        lang,
        f"cases/{case.id}.html",
        "case.html",
        title=words.of(case.title),
        about=words.of(case.summary),
        case=case,
        view=view,
        silent=view.silent,
        facts=(
            (words["committees"], view.committees),
            (words["period"], view.period),
            (words["topics"], view.topics),
            (words["id"], case.id),
        ),
        fragment=fragment if isinstance(fragment, Markup) else None,
        mentions=[(words.of(one.text), view.cited(one.evidence)) for one in case.mentions],
        sources=[source_line(words, one, by_id) for one in view.sources],
        articles=[(one.id, _article(words, one, view)) for one in articles],
        derived=list(_derived(words, case, articles)),
        near=[
            (
                one.case,
                percentage(one.value),
                [shared_words(words, shared) for shared in one.shared],
            )
            for one in source.near[case.id]
        ],
        citation=citation(words, case, articles, source.version),
        linked=linked(words, case, view, articles),
    )


def _derived(words: SiteWords, case: Case, articles: tuple[Article, ...]) -> Iterator[str]:
    told = derived(Teller(words.registry, ()), (case,), case.mentions, articles)
    for part in told.parts:
        yield from entries(words, part, Report(sections=(told,)))


def _article(words: SiteWords, article: Article, view: CaseView) -> str:
    """Return what the page prints of an article, with the damage near what is cited."""
    lines = [article_line(words, article)]
    lines.extend(gap_line(words, gap) for gap in damage(article, view.sources))
    return words.join(lines, clauses=True)


def citation(words: SiteWords, case: Case, articles: tuple[Article, ...], version: str) -> str:
    """Return how to cite a case: the library, the case, and the articles behind it."""
    told = words.join(
        words.title(words.of(one.title)) + words.brackets(one.published.describe(words.lang))
        for one in articles
    )
    return words["citation"].format(
        title=words.of(case.title), id=case.id, version=version, articles=told
    )


def linked(
    words: SiteWords, case: Case, view: CaseView, articles: tuple[Article, ...]
) -> dict[str, object]:
    """Return what machines are told of a case, in the words of schema.org."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": words.of(case.title),
        "description": words.of(case.summary),
        "identifier": case.id,
        "inLanguage": words.lang.value,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "spatialCoverage": [
            {"@type": "Place", "name": name, "identifier": code} for code, name in view.places
        ],
        "isBasedOn": [
            {"@type": "NewsArticle", "headline": words.of(one.title)} for one in articles
        ],
        "variableMeasured": [
            {"@type": "PropertyValue", "name": shown.name, "value": shown.figure}
            for one, shown in zip(case.metrics, view.metrics, strict=True)
            if view.source.corpus.correction(case, one) is None
        ],
    }
