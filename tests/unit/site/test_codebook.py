"""The codebook as a page."""

import re

from tests.unit.site.made import made

from cppcc_cases.corpus import Corpus
from cppcc_cases.report.codebook_entries import codebook
from cppcc_cases.report.document import Document, Heading, Items, Paragraph, Table
from cppcc_cases.site.pages.codebook import blocks, pages
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang

EN = SiteWords(Lang.EN)


def test_every_entry_can_be_linked_to(corpus: Corpus) -> None:
    """Classes, kinds and vocabularies are known by their ids, and no id stands twice."""
    book = codebook(corpus.registry)
    expected = {one.id for one in (*book.classes, *book.parts, *book.others)}
    expected |= {one.id for one in book.vocabularies}
    expected |= {one.whole.id for one in book.kinds}
    for lang in Lang:
        text = made(pages, corpus, lang)["codebook.html"]
        ids = re.findall(r'<h[23] id="(.*?)"', text)
        assert len(ids) == len(set(ids))
        assert expected < set(ids)
        contents = text.partition('<nav class="contents"')[2].partition("</nav>")[0]
        assert ids == re.findall(r'<a href="#(.*?)">', contents)


def test_every_field_and_check_is_there(corpus: Corpus) -> None:
    """Each stands at the head of a row."""
    book = codebook(corpus.registry)
    rows = re.findall(r'<th scope="row"><code>(.*?)</code>', made(pages, corpus)["codebook.html"])
    for one in book.classes:
        assert {field.id for field in one.fields} <= set(rows)
    assert {one.id for one in book.codes} <= set(rows)


def test_blocks_of_a_document_are_drawn_by_their_sort() -> None:
    """Two headings of one id are told apart."""
    document = Document(
        blocks=(
            Heading(level=2, text="Classes"),
            Heading(level=3, text="Case · case"),
            Paragraph(text="<b>"),
            Heading(level=3, text="Case · once more"),
            Items(items=("one",)),
            Table(header=("Id",), rows=((("x", "y"),),)),
        )
    )
    found = blocks(EN, document)
    assert ["heading", "heading", "paragraph", "heading", "items", "table"] == [
        one.sort for one in found
    ]
    assert ["part-1", "Case", "Case-2"] == [one.id for one in found if one.sort == "heading"]
    assert ("case", "Case") == (found[1].text, found[1].code)
    assert "&lt;b&gt;" == found[2].text
    assert ((("x", "y"),),) == found[5].rows
