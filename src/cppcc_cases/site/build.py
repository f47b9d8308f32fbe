"""All files of a site, as values, one after another."""

import re
from collections.abc import Callable, Iterator
from importlib.resources import files

from cppcc_cases.forms.json_form import to_json
from cppcc_cases.report.plain import plain_listing
from cppcc_cases.site import search
from cppcc_cases.site.config import ACCENT
from cppcc_cases.site.page import Page
from cppcc_cases.site.pages import (
    about,
    articles,
    case,
    cases,
    compare,
    feed,
    home,
    kinds,
    overview,
    places,
    vocabulary,
)
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.text import Lang

PAGES: tuple[Callable[[Shell, Lang], Iterator[Page]], ...] = (
    home.pages,
    cases.pages,
    case.pages,
    places.pages,
    kinds.pages,
    articles.pages,
    compare.pages,
    overview.pages,
    vocabulary.pages,
    about.pages,
    feed.pages,
)
"""The sorts of pages, each of which is made in both languages."""


def build(source: Source) -> Iterator[Page]:
    """Yield every file of the site, each path once."""
    shell = Shell(source=source)
    paths = []
    for page in _pages(shell):
        paths.append(page.path)
        yield page
    yield from feed.sitemap(paths, source.config)
    yield from _data(source)
    yield from _assets(source)


def _pages(shell: Shell) -> Iterator[Page]:
    """Yield all pages, and what belongs to some of them only."""
    yield home.root(shell)
    for lang in Lang:
        for pages in PAGES:
            yield from pages(shell, lang)
        yield from search.pages(shell, lang)


def _data(source: Source) -> Iterator[Page]:
    """Yield the data of each case and of all."""
    for one in source.corpus.cases:
        text = to_json(plain_listing((one,)))
        yield Page(path=f"data/{one.id}.json", content=text.encode("utf-8"))
    text = to_json(plain_listing(source.corpus.cases))
    yield Page(path="data/cases.json", content=text.encode("utf-8"))


def _assets(source: Source) -> Iterator[Page]:
    """Yield styles, scripts and pictures, in the publisher's colour."""
    config = source.config
    folder = files(__package__) / "assets"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        content = file.read_bytes()
        if file.name == "icon.svg":
            content = content.replace(ACCENT.encode(), config.accent.encode())
        elif file.name.endswith(".css"):
            content = _tight(content)
        yield Page(path=f"assets/{file.name}", content=content)
    theme = f":root{{--accent:{config.accent}}}\n"
    yield Page(path="assets/theme.css", content=theme.encode("utf-8"))
    if config.logo:
        yield Page(path=f"assets/{config.logo.name}", content=config.logo.content)


def _tight(style: bytes) -> bytes:
    """Return a style sheet without what only its authors read: comments, and space around signs."""
    bare = re.sub(rb"/\*.*?\*/", b"", style, flags=re.DOTALL)
    return re.sub(rb"\s*([{};,])\s*", rb"\1", bare).replace(b";}", b"}").strip() + b"\n"
