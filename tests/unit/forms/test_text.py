"""Documents as text: columns that line up, and the form of tables that do not fit."""

import pytest
from tests.reports import digest, listing

from cppcc_cases.comparison import compare
from cppcc_cases.forms.markdown import markdown
from cppcc_cases.forms.text import COLOUR, text
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
from cppcc_cases.report.vocabulary import vocabulary
from cppcc_cases.store import Corpus
from cppcc_cases.width import width

EIGHT = ("taiyuan", "datong", "xinzhou", "jinzhong", "yangquan", "changzhi", "jincheng", "linfen")
SOURCES = Items(items=("x",), numbered=True)
VOCABULARIES = ("stages", "indicators", "kinds", "topics")


def shown(*blocks: Block, columns: int = 40) -> list[str]:
    """Return the lines of a document."""
    return text(Document(blocks=blocks), columns).splitlines()


def table(*rows: tuple[tuple[str, ...], ...], compact: bool = False) -> Table:
    """Return a table of two parties."""
    return Table(header=("", "太原市", "Datong"), rows=rows, compact=compact)


def test_a_title_is_underlined() -> None:
    """A heading of the first level has a double line below it, as wide as itself."""
    expected = ["太原", "════", "text", "", "Part"]
    blocks = (Heading(level=1, text="太原"), Paragraph(text="text"), Heading(level=2, text="Part"))
    assert expected == shown(*blocks)


def test_a_title_that_does_not_fit_is_wrapped() -> None:
    """A heading is wrapped, and its line is no wider than the terminal."""
    expected = ["太原市", "和大同", "══════"]
    assert expected == shown(Heading(level=1, text="太原市和大同"), columns=6)


def test_items_hang() -> None:
    """The lines of an item stand below each other behind its sign."""
    expected = ["· one", "  two", "· 三"]
    assert expected == shown(Items(items=("one two", "三")), columns=6)


def test_numbers_line_up() -> None:
    """Numbered items leave room for the widest number."""
    lines = shown(Items(items=("x",) * 10, numbered=True))
    assert ("[1]  x", "[10] x") == (lines[0], lines[9])


def test_an_empty_list_shows_nothing() -> None:
    """A list without items has no lines."""
    assert [""] == shown(Items(items=()))


def test_columns_line_up() -> None:
    """Cells of one column begin below each other, with Chinese counted as two columns wide."""
    expected = [
        "      太原市  Datong",
        "────────────────────",
        "层级  地级    x",
        "a     b       地",
    ]
    assert expected == shown(table((("层级",), ("地级",), ("x",)), (("a",), ("b",), ("地",))))


def test_a_table_without_a_header_has_no_line() -> None:
    """A table of nameless columns is bare rows."""
    bare = Table(header=("", ""), rows=((("a",), ("b",)), (("cc",), ("d",))))
    assert ["a   b", "cc  d"] == shown(bare)


def test_entries_of_a_cell_are_told_apart() -> None:
    """Several entries in a cell stand on lines of their own behind dots, and hang."""
    row = (("x",), ("one", "two words that are long"), ("y",))
    expected = [
        "   太原市                Datong",
        "───────────────────────────────",
        "x  · one                 y",
        "   · two words that are",
        "     long",
    ]
    assert expected == shown(table(row), columns=31)


def test_a_word_behind_a_dot_is_not_cut() -> None:
    """A column is wide enough for its longest word and the dot before it."""
    row = (("x",), ("one", "anunbreakablewordoftwentyfive"), ("y",))
    lines = shown(table(row), columns=42)
    assert "   · anunbreakablewordoftwentyfive" in lines


def test_the_short_column_gives_its_room_away() -> None:
    """A column that needs little leaves its room to the other."""
    row = (("x",), ("word " * 12,), ("y",))
    lines = shown(table(row), columns=60)
    assert ("─" * 60, True) == (lines[1], len(lines[2]) > 45)


def test_a_table_that_does_not_fit_is_stacked() -> None:
    """Where columns don't fit, each row is a block: names padded, entries hanging, rows apart."""
    long = "a text that needs more room"
    rows = (
        (("层级",), ("地级",), ("prefecture",)),
        (("Cases",), (long, "two"), ("one",)),
    )
    expected = [
        "层级",
        "  太原市  地级",
        "  Datong  prefecture",
        "",
        "Cases",
        "  太原市  · a text that needs",
        "            more room",
        "          · two",
        "  Datong  one",
    ]
    assert expected == shown(table(*rows), columns=30)


def test_an_empty_cell_has_no_name_when_stacked() -> None:
    """A cell that says nothing is left out of a block, name and all."""
    long = "a text that needs more room"
    expected = ["Cases", "  太原市  a text that needs", "          more room"]
    assert expected == shown(table((("Cases",), (long,), ("",))), columns=30)


def test_long_names_stand_above_their_cells() -> None:
    """Where names are long, a stacked cell stands below its name instead of beside it."""
    wide = Table(
        header=("", "a rather long name", "another"),
        rows=((("row of a table",), ("a text of its own",), ("one more", "two")),),
    )
    expected = [
        "row of a table",
        "  a rather long name",
        "    a text of its own",
        "  another",
        "    · one more",
        "    · two",
    ]
    assert expected == shown(wide, columns=24)


def test_a_compact_table_flows() -> None:
    """A stacked table of marks puts as many of them on a line as there fit, lined up."""
    marks = Table(
        header=("", "Taiyuan", "Datong", "Xinzhou"),
        rows=((("adoption of results",), ("●",), ("·",), ("×",)), (("b",), ("·",), ("◐",), ("·",))),
        compact=True,
    )
    expected = [
        "adoption of results",
        "  Taiyuan  ●  Datong   ·",
        "  Xinzhou  ×",
        "b",
        "  Taiyuan  ·  Datong   ◐",
        "  Xinzhou  ·",
    ]
    assert [*expected, "[1] x"] == shown(marks, SOURCES, columns=28)


def test_without_sources_long_names_are_numbered() -> None:
    """Where no number is that of a source, long names of a table of marks stand in a key."""
    marks = Table(
        header=("", "Taiyuan", "Datong", "Xinzhou"),
        rows=((("adoption of results",), ("●",), ("·",), ("×",)),),
        compact=True,
    )
    expected = [
        "                     1  Datong  2",
        "─────────────────────────────────",
        "adoption of results  ●  ·       ×",
        "[1] Taiyuan",
        "[2] Xinzhou",
    ]
    assert expected == shown(marks, columns=36)


def test_short_names_are_numbered_if_nothing_else_helps() -> None:
    """Where a table of marks is too wide without its long names, the short ones go too."""
    marks = Table(
        header=("", "采纳", "落实", "社会公开"),
        rows=((("太原市",), ("●",), ("·",), ("×",)),),
        compact=True,
    )
    expected = [
        "        1  2  3",
        "───────────────",
        "太原市  ●  ·  ×",
        "[1] 采纳",
        "[2] 落实",
        "[3] 社会公开",
    ]
    assert expected == shown(marks, columns=16)


def test_a_compact_table_hangs_where_nothing_fits() -> None:
    """A compact table whose names are wider than a line is stacked like any other."""
    marks = Table(header=("", "a name that is long"), rows=((("x",), ("●",)),) * 2, compact=True)
    expected = ["x", "  a name that", "  is long", "    ●"] * 2
    assert [*expected, "[1] x"] == shown(marks, SOURCES, columns=15)


def test_colour_is_only_bold() -> None:
    """Headings and the names of columns are bold in colour, and only they."""
    document = Document(blocks=(Heading(level=2, text="Part"), table((("x",), ("y",), ("z",)))))
    bold = [line for line in text(document, 40, COLOUR).splitlines() if "\x1b" in line]
    expected = ["\x1b[1mPart\x1b[0m", "\x1b[1m   太原市  Datong\x1b[0m"]
    assert expected == bold


def test_stacked_rows_are_named_in_bold() -> None:
    """In colour, the names of stacked rows are bold."""
    row = (("x",), ("a text of its own",), ("another text",))
    lines = text(Document(blocks=(table(row),)), 20, COLOUR).splitlines()
    assert "\x1b[1mx\x1b[0m" == lines[0]


def test_no_line_ends_in_blanks(corpus: Corpus) -> None:
    """Lines carry no blanks at their ends."""
    lines = text(digest(compare(corpus, *EIGHT), Lang.ZH), 120).splitlines()
    assert [] == [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120, 200])
def test_every_line_fits(corpus: Corpus, lang: Lang, columns: int) -> None:
    """No line of any document is wider than the terminal."""
    ids = [case.id for case in corpus.cases]
    documents = [
        digest(compare(corpus, *EIGHT), lang),
        digest(compare(corpus, *EIGHT[:2]), lang),
        digest(compare(corpus, "shuozhou", "tongshan", "西藏"), lang),
        *(digest(compare(corpus, *(ids * 2)[at : at + 5]), lang) for at in range(0, len(ids), 5)),
        listing(corpus.cases, corpus, lang),
        vocabulary(VOCABULARIES, corpus.registry, lang),
    ]
    lines = [line for document in documents for line in text(document, columns).splitlines()]
    assert [] == [line for line in lines if width(line) > columns]


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("columns", [80, 120])
def test_every_table_lines_up(corpus: Corpus, lang: Lang, columns: int) -> None:
    """Below each name of a column there is nothing but the column, from the same place on."""
    lines = text(listing(corpus.cases, corpus, lang), columns).splitlines()
    starts = [
        sum(width(char) for char in lines[0][: lines[0].index(name)])
        for name in lines[0].split()[1:]
    ]
    rows = lines[2:-1]

    def gap(line: str, start: int) -> str:
        cells = "".join(char * max(width(char), 0) for char in line)
        return cells[start - 2 : start]

    assert {"  ", ""} >= {gap(row, start) for row in rows for start in starts}


def test_pictures_are_signs_in_text() -> None:
    """In text and in Markdown marks are signs, and bars are as if they were not there."""
    done = Mark(state=StageState.PRACTISED, says="done")
    half = Bar(share=0.5, says="half")
    pictures = Document(
        blocks=(
            Table(header=("", "a"), rows=((("b",), (done,)), (("c",), ("50%", half)))),
            Key(pictures=(done,)),
            Key(pictures=(half,)),
        )
    )
    plain = Document(
        blocks=(
            Table(header=("", "a"), rows=((("b",), ("●",)), (("c",), ("50%",)))),
            Paragraph(text="● done"),
        )
    )
    assert (text(plain, 40), markdown(plain)) == (text(pictures, 40), markdown(pictures))
