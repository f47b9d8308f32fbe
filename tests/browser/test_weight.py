"""Weight: what a page and all that it loads come to, and that no page grows with the corpus."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import evolve
from benchmarks.site import largest, many
from tests.browser.kit import LANGS, SORTS, Served, Visit, paths, samples
from tests.browser.reading import written

from cppcc_cases.model import CaseId
from cppcc_cases.site.build import PAGES
from cppcc_cases.site.page import Page
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

KB = 1000
LIMITS = {"case": 30 * KB, "home": 60 * KB, "cases": 60 * KB}


def loaded(file: Path) -> list[Path]:
    """Return a page and the styles, scripts and pictures that come with it."""
    page = written(file)
    addresses = [one.get("src") for one in page.elements if one.get("src")]
    for one in page.all("link"):
        if one.get("rel") in {"stylesheet", "icon"}:
            addresses.append(one.get("href"))
    return [file, *((file.parent / one).resolve() for one in addresses)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sort", LIMITS)
def test_pages_are_light(sort: str, lang: str, site: Path) -> None:
    """A case weighs at most 30 KB and a list 60 KB, with all that comes with it, unpacked."""
    found = {
        path: sum(one.stat().st_size for one in loaded(site / path))
        for path in paths(site, sort, lang)
    }
    assert {} == {path: size for path, size in found.items() if size > LIMITS[sort]}


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_more_is_loaded_before_it_is_wanted(
    lang: str, server: Served, site: Path, visit: Visit
) -> None:
    """A page asks for what is written in it, and scripts ask for no more until they are used."""
    for path in (one for sort in SORTS for one in samples(site, sort, lang) if "#" not in one):
        visit.see(server.root + path)
        expected = {one.relative_to(site).as_posix() for one in loaded(site / path)}
        assert expected >= {one.removeprefix(server.root) for one in visit.requests}, path


def spread(corpus: Corpus, count: int) -> Corpus:
    """Return so many cases of one kind, each of another article and locality."""
    return many(evolve(corpus, files=corpus.files[2:3]), count)


def crowded(corpus: Corpus, count: int) -> Corpus:
    """Return so many cases of one kind, article and locality."""
    file = corpus.files[2]
    cases = tuple(evolve(file.cases[0], id=CaseId(f"made-up-{n}")) for n in range(count))
    return evolve(corpus, files=(evolve(file, cases=cases),))


def pages_of(corpus: Corpus) -> Iterator[Page]:
    """Yield the pages of a corpus in one language: those in the other are as many and as long."""
    shell = Shell(source=Source(corpus=corpus))
    for pages in PAGES:
        yield from pages(shell, Lang.ZH)


@pytest.mark.parametrize(("made", "few", "lots"), [(spread, 130, 200), (crowded, 100, 150)])
def test_no_page_grows_with_the_corpus(
    made: Callable[[Corpus, int], Corpus], few: int, lots: int, corpus: Corpus
) -> None:
    """Once lists are full, half as many cases again make more pages but no longer ones."""
    before, after = (
        largest((page.path, len(page.content)) for page in pages_of(made(corpus, count)))
        for count in (few, lots)
    )
    assert before.keys() == after.keys()
    assert {} == {
        sort: (before[sort], size)
        for sort, size in after.items()
        if size > before[sort] * 1.1 + 2 * KB
    }
