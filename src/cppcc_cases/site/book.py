"""The written documentation of one language: its chapters in their order, and their links."""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from attrs import frozen

from cppcc_cases.errors import CasesError
from cppcc_cases.site.prose import Prose, hrefs, plain, prose
from cppcc_cases.site.prose_html import Link, Linker
from cppcc_cases.site.shell import Links
from cppcc_cases.text import Lang, Text

INDEX = "index"
PLUGINS = "plugins"
EXAMPLE = "plugin-example"
"""The chapters that others are placed by: the first one, and that of plugins with its example."""

_EXAMPLE = "examples/plugin"
_SHOWN = frozenset([".md", ".py", ".toml", ".txt", ".yaml"])
"""Endings of the files of examples; whatever else lies about there was left by running them."""


class BrokenLink(CasesError, ValueError):
    """A link in the documentation leads nowhere. Takes the page and the link."""

    def __init__(self, page: str, href: str) -> None:
        super().__init__(page, href)
        self.page = page
        self.href = href

    def __str__(self) -> str:
        return self.message.en

    @property
    def message(self) -> Text:
        """Which link, and in which page."""
        return Text(
            zh=f"文档 {self.page} 里的链接 {self.href} 没有对应的页面或位置",
            en=f"the link {self.href} in the documentation's {self.page} leads nowhere",
        )


@frozen(kw_only=True)
class Chapter:
    """One page: its file below the documentation's folder, and its text."""

    name: str
    file: str
    prose: Prose

    @property
    def path(self) -> str:
        """Where the site has it."""
        return f"tutorial/{self.name}.html"


@frozen(kw_only=True, slots=False)
class Book:
    """The chapters of one language, in the order in which the first one lists them."""

    folder: Path
    lang: Lang
    chapters: tuple[Chapter, ...]

    @cached_property
    def abouts(self) -> dict[str, str]:
        """What the first chapter says of each other, by name."""
        rows = self.named[INDEX].prose.rows
        told = {_name(hrefs(row[0])): plain(row[1]) for row in rows if len(row) > 1}
        return {name: about for name, about in told.items() if name in self.named}

    @cached_property
    def named(self) -> dict[str, Chapter]:
        """The chapters by name."""
        return {one.name: one for one in self.chapters}

    @cached_property
    def _at(self) -> dict[str, Chapter]:
        return {one.file: one for one in self.chapters}

    def linker(self, chapter: Chapter) -> Linker:
        """Return what becomes of a chapter's links. It raises :class:`BrokenLink`."""
        links = Links(lang=self.lang, path=f"{self.lang.value}/{chapter.path}")
        return lambda href: self._link(chapter, href, links)

    def _link(self, chapter: Chapter, href: str, links: Links) -> Link:
        if href.startswith(("https://", "http://", "mailto:")):
            return Link(href=href)
        path, _, fragment = href.partition("#")
        file = posixpath.normpath(posixpath.join(posixpath.dirname(chapter.file), path))
        file = file if path else chapter.file
        target = self._at.get(file)
        if target and (not fragment or fragment in target.prose.ids):
            place = f"#{fragment}" if fragment else ""
            return Link(href=f"{target.name}.html{place}" if path else place)
        if file == "codebook.md":
            return Link(href=links.to("codebook.html"))
        if file in examples(self.folder):
            return Link(href=links.data(file))
        if file.startswith("../"):
            return Link(file=file.removeprefix("../"))
        raise BrokenLink(chapter.file, href)


def read_book(folder: Path, lang: Lang) -> Book:
    """Return the chapters of a language, read from the documentation's folder."""
    found = {one.name: one for one in _chapters(folder, lang)}
    listed = [_name(hrefs(row[0])) for row in found[INDEX].prose.rows if row and hrefs(row[0])]
    listed.insert(listed.index(PLUGINS) + 1 if PLUGINS in listed else len(listed), EXAMPLE)
    order = dict.fromkeys([INDEX, *listed, *sorted(found)])
    return Book(
        folder=folder, lang=lang, chapters=tuple(found[name] for name in order if name in found)
    )


def examples(folder: Path) -> tuple[str, ...]:
    """Return the files of examples, as paths below the documentation's folder."""
    files = (one.relative_to(folder) for one in (folder / "examples").rglob("*"))
    return tuple(
        sorted(
            file.as_posix()
            for file in files
            if file.suffix in _SHOWN
            and not any(part.startswith(("_", ".", "build")) for part in file.parts[:-1])
            and not any(part.endswith(".egg-info") for part in file.parts)
        )
    )


def example_files(folder: Path) -> tuple[str, ...]:
    """Return the files of the example of a plugin, its description left out."""
    inside = (file for file in examples(folder) if file.startswith(f"{_EXAMPLE}/"))
    return tuple(file for file in inside if not file.endswith(".md"))


def _chapters(folder: Path, lang: Lang) -> Iterator[Chapter]:
    for file in sorted((folder / lang.value).glob("*.md")):
        text = file.read_text(encoding="utf-8")
        yield Chapter(name=file.stem, file=f"{lang.value}/{file.name}", prose=prose(text))
    file = folder / _EXAMPLE / "README.md"
    text = _of_lang(file.read_text(encoding="utf-8"), lang)
    yield Chapter(name=EXAMPLE, file=f"{_EXAMPLE}/README.md", prose=prose(text))


def _of_lang(text: str, lang: Lang) -> str:
    """Return what a page in both languages says in one, without the heading that names it."""
    section = text.partition(f'<a id="{lang.value}"></a>')[2].partition("<a id=")[0]
    return section.strip().partition("\n")[2]


def _name(targets: list[str]) -> str:
    """Return the chapter to which a row of the first one's table leads."""
    return targets[0].removesuffix(".md") if targets else ""
