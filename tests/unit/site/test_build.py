"""All files of a site."""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree

import pytest
from attrs import evolve

from cppcc_cases.forms.json_form import to_json
from cppcc_cases.report.plain import plain_listing
from cppcc_cases.site.build import PAGES, build
from cppcc_cases.site.config import ACCENT, Config
from cppcc_cases.site.page import Page
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

Pages = Callable[[Shell, Lang], Iterator[Page]]
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
PRINTS = """
from cppcc_cases.store import shipped
from cppcc_cases.site.build import build
from cppcc_cases.site.source import Source
from hashlib import sha256
for page in build(Source(corpus=shipped())):
    print(page.path, sha256(page.content).hexdigest())
"""


@pytest.fixture(scope="module")
def pages(built: tuple[Page, ...]) -> dict[str, Page]:
    """Return the files of the shipped cases' site by their paths."""
    return {page.path: page for page in built}


def test_no_path_is_made_twice(built: tuple[Page, ...]) -> None:
    """Each file is made once, whatever the case of its letters."""
    paths = [page.path for page in built]
    assert len(paths) == len({path.casefold() for path in paths})


def test_paths_stay_within_the_site(pages: dict[str, Page]) -> None:
    """Paths are relative, and have no part that leads up or is empty."""
    assert [] == [
        path
        for path in pages
        if str(PurePosixPath(path)) != path or path.startswith("/") or ".." in path.split("/")
    ]


def test_there_are_no_folders_but_these(pages: dict[str, Page]) -> None:
    """Each language has its folder; data, styles and scripts are shared; one page is above all."""
    tops = {path.partition("/")[0] for path in pages if "/" in path}
    assert {"assets", "data", "en", "zh"} == tops
    assert ["index.html"] == [path for path in pages if "/" not in path]


@pytest.mark.parametrize("pages_of", PAGES, ids=lambda one: one.__module__.rpartition(".")[2])
def test_every_sort_of_page_is_made_in_both_languages(pages_of: Pages, corpus: Corpus) -> None:
    """Each module gives the same pages in both languages."""
    shell = Shell(source=Source(corpus=corpus))
    zh, en = (
        [
            page.path.removeprefix(f"{lang.value}/")
            for page in pages_of(shell, lang)
            if page.path.startswith(f"{lang.value}/")
        ]
        for lang in (Lang.ZH, Lang.EN)
    )
    assert zh == en


def test_every_case_has_its_page_and_data(corpus: Corpus, pages: dict[str, Page]) -> None:
    """A page in each language, and its data as JSON and CSV; all cases have theirs together."""
    for case in corpus.cases:
        for lang in ("zh", "en"):
            assert f"{lang}/cases/{case.id}.html" in pages
            assert f"data/{case.id}.{lang}.csv" in pages
        expected = to_json(plain_listing((case,))).encode()
        assert expected == pages[f"data/{case.id}.json"].content
    assert to_json(plain_listing(corpus.cases)).encode() == pages["data/cases.json"].content


def test_a_colour_is_that_of_pages_and_icon(corpus: Corpus) -> None:
    """The publisher's colour takes the place of ours."""
    source = Source(corpus=evolve(corpus, files=()), config=Config(accent="#123456"))
    found = {page.path: page.content for page in build(source)}
    for name in ("assets/theme.css", "assets/icon.svg"):
        assert b"#123456" in found[name]
        assert ACCENT.encode() not in found[name]


def test_a_site_whose_address_is_known_has_a_map(corpus: Corpus, pages: dict[str, Page]) -> None:
    """The map names every page of both languages by its whole address."""
    url = "https://example.org/cases/"
    source = Source(corpus=evolve(corpus, files=corpus.files[:1]), config=Config(url=url))
    found = {page.path: page for page in build(source)}
    map_ = ElementTree.fromstring(found["sitemap.xml"].content)
    expected = {path for path in found if path.endswith(".html") and "/" in path}
    assert {url + path for path in expected} == {one.text for one in map_.iter(LOC)}
    assert "sitemap.xml" not in pages


def test_two_builds_are_the_same_bytes(pages: dict[str, Page]) -> None:
    """Neither the order of sets, nor the time of day, nor the place shows in a site."""
    expected = [f"{path} {hashlib.sha256(one.content).hexdigest()}" for path, one in pages.items()]
    run = subprocess.run(
        [sys.executable, "-c", PRINTS],
        env={"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert expected == run.stdout.splitlines()
