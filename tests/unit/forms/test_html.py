"""HTML: one page that holds all it needs, links that lead somewhere, and no text that is markup."""

from html.parser import HTMLParser

import pytest
from tests.reports import digest
from tests.unit.report.hostile import BARE, HARM, ORDERS, hostile, sound

from cppcc_cases.forms.html_form import html
from cppcc_cases.model import Lang, StageState
from cppcc_cases.report.document import (
    Bar,
    Block,
    Document,
    Heading,
    Items,
    Key,
    Mark,
    Paragraph,
    Table,
)

VOID = {"meta"}


class Parsed(HTMLParser):
    """What a page is made of; unclosed or crossed elements are gathered in ``wrong``."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.wrong: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and its attributes."""
        self.tags.add(tag)
        self.attributes.extend((name, value or "") for name, value in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note an element that ends where another should."""
        if self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        """Return what an attribute says wherever it stands."""
        return [value for key, value in self.attributes if key == name]


def page(*blocks: Block) -> str:
    """Return the page of a few blocks."""
    return html(Document(blocks=blocks), Lang.ZH)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_page_is_sound(lang: Lang) -> None:
    """Every element is closed, every citation leads to a source, every id is there once."""
    found = Parsed(html(digest(sound(), lang), lang))
    assert ([], []) == (found.open, found.wrong)
    ids = found.values("id")
    assert sorted(set(ids)) == sorted(ids)
    assert {f"#{id_}" for id_ in ids} == set(found.values("href"))


def test_the_page_holds_all_it_needs() -> None:
    """Nothing is fetched from elsewhere, and there is no script."""
    text = html(digest(sound(), Lang.ZH), Lang.ZH)
    found = Parsed(text)
    assert set() == found.tags & {"script", "link", "img", "iframe"}
    assert [] == [sign for sign in ("http:", "https:", "url(", "@import", "src=") if sign in text]


@pytest.mark.parametrize(("lang", "expected"), [(Lang.ZH, "zh-Hans"), (Lang.EN, "en")])
def test_the_page_says_its_language(lang: Lang, expected: str) -> None:
    """The language of the text is told to whoever reads it aloud."""
    assert [expected] == Parsed(html(digest(sound(), lang), lang)).values("lang")


@pytest.mark.parametrize(
    "rule",
    ["@media print", "size:A4", "prefers-color-scheme:dark", "table-header-group", "overflow-x"],
)
def test_the_page_suits_paper_night_and_telephones(rule: str) -> None:
    """There are rules for A4, for a dark screen, and for tables wider than the screen."""
    assert rule in page(Paragraph(text="x"))


@pytest.mark.parametrize(
    ("columns", "compact", "expected"),
    [
        (3, False, "@page{size:A4 portrait}"),
        (5, False, "@page{size:A4 landscape}"),
        (11, True, "@page{size:A4 portrait}"),
    ],
)
def test_wide_tables_lie_on_their_side(columns: int, compact: bool, expected: str) -> None:
    """With many columns of text the paper lies on its side; marks take no room to speak of."""
    assert expected in page(Table(header=("甲",) * columns, rows=(), compact=compact))


def test_very_many_columns_are_set_small() -> None:
    """A table with more than six columns is printed in a smaller type."""
    assert ["many"] == Parsed(page(Table(header=("甲",) * 7, rows=()))).values("class")[1:]


def test_every_table_scrolls_in_its_own_box() -> None:
    """A table stands in a box that scrolls, which the keyboard can reach."""
    text = html(digest(sound(), Lang.ZH), Lang.ZH)
    assert text.count("<table") == text.count('<div class="wide" tabindex="0"><table')


def test_a_citation_is_a_link_only_to_a_source_that_is_there() -> None:
    """A number in brackets that names no source stays text."""
    text = page(Paragraph(text="told [1], [2020]"), Items(items=("a",), numbered=True))
    assert ('told<sup><a href="#s1">[1]</a></sup>, [2020]' in text, ["s1"]) == (
        True,
        Parsed(text).values("id"),
    )


def test_rows_and_columns_have_names() -> None:
    """The first cell of each row and column says that it is a name."""
    found = Parsed(page(Table(header=("", "甲"), rows=((("行",), ("一", "二")),))))
    assert ["col", "row"] == found.values("scope")


def test_hostile_text_is_text() -> None:
    """No word of a source becomes an element or an attribute, nor gives orders."""
    text = html(digest(hostile(), Lang.EN), Lang.EN)
    found, plain = Parsed(text), Parsed(html(digest(sound(), Lang.EN), Lang.EN))
    assert (plain.tags, [], []) == (found.tags, found.open, found.wrong)
    assert {name for name, _ in plain.attributes} == {name for name, _ in found.attributes}
    assert (True, frozenset()) == (BARE in "".join(found.words), ORDERS & set(text))


def test_a_title_is_escaped() -> None:
    """The title of the page is text like any other."""
    assert "<title>&lt;script&gt;&amp;</title>" in page(Heading(level=1, text="<script>&"))


DONE = Mark(state=StageState.PRACTISED, says="已实行")
HALF = Bar(share=0.5, says="50%（刻度0–100%）")


def test_pictures_of_a_cell_say_what_they_show() -> None:
    """A mark and a bar are pictures with a name, and stand among the lines of their cell."""
    text = page(Table(header=("", "甲"), rows=((("行",), (DONE,)), (("列",), ("50%", HALF)))))
    found = Parsed(text)
    assert ["已实行", "50%（刻度0–100%）"] == found.values("aria-label")
    assert ["img", "img"] == found.values("role")
    assert ("<td><svg" in text, "<p>50%</p><p><svg" in text) == (True, True)


def test_a_key_has_each_picture_before_its_words() -> None:
    """In a key the words stand beside their pictures, which are not read aloud as well."""
    text = page(Key(pictures=(DONE, HALF)))
    found = Parsed(text)
    assert (["true", "true"], []) == (found.values("aria-hidden"), found.values("aria-label"))
    expected = ["已实行", "50%（刻度0–100%）"]
    assert expected == [word.strip() for word in found.words if word.strip()][-2:]
    assert text.index("<svg") < text.index("已实行")


def test_the_table_of_stages_has_marks() -> None:
    """Each state of each stage is a picture that says it; no sign stands in for one."""
    comparison = sound()
    found = Parsed(html(digest(comparison, Lang.ZH), Lang.ZH))
    states = [cell.state.label.zh for row in comparison.stages for cell in row.cells]
    bars = {"99.03%（刻度0–100%）"}
    said = [one for one in found.values("aria-label") if one not in bars]
    assert sorted(states) == sorted(said)
    assert set() == {"●", "◐"} & set("".join(found.words))


def test_what_a_picture_says_is_escaped() -> None:
    """Harm in what a picture says becomes neither element nor attribute."""
    text = page(
        Table(header=("", "a"), rows=((("b",), (Bar(share=1, says=HARM),)),)),
        Key(pictures=(Mark(state=None, says=HARM),)),
    )
    assert (False, 2, frozenset()) == (
        BARE in text,
        text.count("&lt;script&gt;"),
        ORDERS & set(text),
    )
