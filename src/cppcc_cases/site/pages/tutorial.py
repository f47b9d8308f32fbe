"""The written documentation: a page for each chapter, and the examples that they link to."""

from collections.abc import Iterator

from markupsafe import Markup

from cppcc_cases.site.book import (
    EXAMPLE,
    INDEX,
    Book,
    Chapter,
    example_files,
    examples,
    read_book,
)
from cppcc_cases.site.docs_folder import docs_folder
from cppcc_cases.site.guide import Guide
from cppcc_cases.site.page import Page
from cppcc_cases.site.prose import slug
from cppcc_cases.site.prose_html import Writer
from cppcc_cases.site.shell import Shell
from cppcc_cases.text import Lang

_WAYS = (("way_digest", "digest"), ("way_encode", "encode"), ("way_plugins", "plugins"))
"""What the first page leads with, and the chapters that tell of it."""
_RELATED = (
    ("nav_vocabulary", "vocabulary.html"),
    ("codebook", "codebook.html"),
    ("cli_reference", "cli.html"),
    ("api", "api/index.html"),
)
_LANGUAGES = {"py": "python", "yaml": "yaml", "toml": "toml"}


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield a page for each chapter; the examples, which both languages share, only once."""
    folder = docs_folder()
    book = read_book(folder, lang)
    for chapter in book.chapters:
        yield _page(shell, book, chapter)
    if lang is Lang.ZH:
        for file in examples(folder):
            yield Page(path=f"data/{file}", content=(folder / file).read_bytes())


def _page(shell: Shell, book: Book, chapter: Chapter) -> Page:
    words = shell.source.words(book.lang)
    writer = Writer(words=words, link=book.linker(chapter))
    files = _files(book, writer) if chapter.name == EXAMPLE else []
    title = _title(shell, book, chapter)
    return shell.page(
        book.lang,
        chapter.path,
        "tutorial.html",
        title=title,
        about=chapter.prose.about,
        heading=title,
        body=writer.html(chapter.prose),
        ways=_ways(shell, book) if chapter.name == INDEX else [],
        files=files,
        guide=Guide(
            name=words["tutorial_pages"],
            entries=tuple((one.path, _title(shell, book, one)) for one in book.chapters),
            path=chapter.path,
            contents=(
                *chapter.prose.contents,
                *((id_, name.rpartition("/")[2]) for id_, name, *_ in files),
            ),
            related=tuple((path, words[key]) for key, path in _RELATED),
        ),
    )


def _title(shell: Shell, book: Book, chapter: Chapter) -> str:
    """Return what a chapter is called; the first one's heading is the name of the site itself."""
    words = shell.source.words(book.lang)
    own = {INDEX: words["nav_tutorial"], EXAMPLE: words["plugin_example"]}
    return own.get(chapter.name) or chapter.prose.title


def _ways(shell: Shell, book: Book) -> list[tuple[str, str, str]]:
    """Return what the first page leads with: name, what it is about, and where it is told."""
    words = shell.source.words(book.lang)
    return [
        (words[key], book.abouts[name], book.named[name].path)
        for key, name in _WAYS
        if name in book.named
    ]


def _files(book: Book, writer: Writer) -> list[tuple[str, str, str, Markup]]:
    """Return the files of the example: fragment, name, where a copy is, and the text."""
    found = []
    for file in example_files(book.folder):
        name = file.removeprefix("examples/plugin/")
        text = (book.folder / file).read_text(encoding="utf-8")
        language = _LANGUAGES.get(file.rpartition(".")[2], "text")
        fragment = slug(name.replace("/", "-").replace(".", "-"))
        found.append((fragment, name, file, writer.code(text, language)))
    return found
