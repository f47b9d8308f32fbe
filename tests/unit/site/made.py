"""Corpora and pages for the tests of the site's pages."""

from collections.abc import Callable, Iterator

from attrs import evolve

from cppcc_cases.model import Case, CaseId
from cppcc_cases.site.config import Config
from cppcc_cases.site.page import Page
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus, Loaded
from cppcc_cases.text import Lang

Pages = Callable[[Shell, Lang], Iterator[Page]]


def shell(corpus: Corpus, config: Config | None = None) -> Shell:
    """Return the shell of the pages of a corpus."""
    return Shell(source=Source(corpus=corpus, config=config or Config()))


def made(
    pages: Pages, corpus: Corpus, lang: Lang = Lang.ZH, config: Config | None = None
) -> dict[str, str]:
    """Return the text of pages by their paths below the language's folder."""
    found = {page.path: page.content.decode() for page in pages(shell(corpus, config), lang)}
    return {path.removeprefix(f"{lang.value}/"): text for path, text in found.items()}


def of_cases(corpus: Corpus, *cases: Case) -> Corpus:
    """Return a corpus of these cases, with the articles of another one."""
    articles = tuple(evolve(one, cases=(), places=()) for one in corpus.files)
    held = Loaded(file="made.yaml", article=None, cases=cases, places=(0,) * len(cases))
    return evolve(corpus, files=(*articles, held))


def copies(corpus: Corpus, id_: str, count: int) -> Corpus:
    """Return a corpus of so many copies of a case, under ids that are their own."""
    case = corpus.case(id_)
    return of_cases(
        corpus, *(evolve(case, id=CaseId(f"{id_}-{n:03}")) for n in range(1, count + 1))
    )
