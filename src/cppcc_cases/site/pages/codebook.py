"""The codebook: every field, word and check."""

from collections.abc import Iterator

from attrs import frozen
from markupsafe import Markup

from cppcc_cases.model import Lang
from cppcc_cases.report.codebook import codebook_document
from cppcc_cases.report.codebook_entries import codebook
from cppcc_cases.report.document import Block, Document, Heading, Items, Paragraph, Table, in_words
from cppcc_cases.report.document import signs as lines_of
from cppcc_cases.site.marked import marked
from cppcc_cases.site.page import Page
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.words import SiteWords

_BETWEEN = " · "
"""What stands in a heading between the id of an entry and its name."""


@frozen(kw_only=True)
class BlockView:
    """One block of a document: ``sort`` says which template draws it.

    Headings have an ``id``; ``code`` is that part of a heading that is an id in data files.
    Tables are known by the heading before them.
    """

    sort: str
    text: str | Markup = ""
    id: str = ""
    code: str = ""
    level: int = 0
    header: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[Markup, ...], ...], ...] = ()


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the codebook."""
    words = shell.source.words(lang)
    book = codebook(shell.source.corpus.registry)
    yield shell.page(
        lang,
        "codebook.html",
        "codebook.html",
        title=words["codebook"],
        about=words["about_codebook"],
        blocks=blocks(words, codebook_document(book, (lang,))),
    )


def blocks(words: SiteWords, document: Document) -> tuple[BlockView, ...]:
    """Return the blocks of a document, with an id for each heading."""
    taken: dict[str, int] = {}
    return tuple(_block(words, block, taken) for block in in_words(document))


def _block(words: SiteWords, block: Block, taken: dict[str, int]) -> BlockView:
    if isinstance(block, Heading):
        code, between, name = block.text.partition(_BETWEEN)
        id_ = code if between else f"part-{len(taken) + 1}"
        taken[id_] = taken.get(id_, 0) + 1
        return BlockView(
            sort="heading",
            level=block.level,
            code=code if between else "",
            text=name or code,
            id=id_ if taken[id_] == 1 else f"{id_}-{taken[id_]}",
        )
    if isinstance(block, Paragraph):
        return BlockView(sort="paragraph", text=marked(words, block.text))
    if isinstance(block, Items):
        return BlockView(sort="items", rows=tuple(((marked(words, one),),) for one in block.items))
    assert isinstance(block, Table)
    rows = tuple(
        tuple(tuple(marked(words, line) for line in lines_of(cell)) for cell in row)
        for row in block.rows
    )
    return BlockView(sort="table", header=block.header, rows=rows)
