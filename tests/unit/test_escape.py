"""Hostile text, all of it made up, is harmless where it is shown."""

import json
import unicodedata

import pytest

from cppcc_cases.escape import is_hidden, markdown, visible
from cppcc_cases.forms.json_form import to_json
from cppcc_cases.forms.markdown import markdown as to_markdown
from cppcc_cases.forms.text import text
from cppcc_cases.report.document import Document, Heading, Items, Paragraph, Table

CLEAR = "\x1b[2J\x1b]0;made up\x07"
BIDI = "abc\u202edcba\u2066x"
HOSTILE = (CLEAR, BIDI, "\x9b31m", "\u200bzero\u200dwidth", "line\u2028break", "\ud800", "\ue000")


def hostile(said: str) -> Document:
    """Return a made-up document with the same hostile text in every place."""
    return Document(
        blocks=(
            Heading(level=1, text=said),
            Heading(level=2, text=said),
            Paragraph(text=said),
            Items(items=(said, said)),
            Items(items=(said,), numbered=True),
            Table(header=("", said), rows=(((said,), (said, said)),)),
            Table(header=("", *[said] * 9), rows=(((said,), *[(said, said)] * 9),)),
        )
    )


def orders(shown: str) -> list[str]:
    """Return the characters that give orders instead of being shown."""
    return [char for char in shown if char != "\n" and is_hidden(char)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("plain 太原", "plain 太原"),
        ("全角\u3000空格", "全角\u3000空格"),
        ("two\nlines\tand", "two lines and"),
        ("\x1b[31m", "\\u001b[31m"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2028b\u2029", "a\\u2028b\\u2029"),
        ("\ud800", "\\ud800"),
        ("\ue000", "\\ue000"),
        ("Lu\u0308liang", "Lu\u0308liang"),
    ],
)
def test_visible(said: str, expected: str) -> None:
    """Characters that give orders are written out, on one line; all others stay."""
    assert expected == visible(said)


@pytest.mark.parametrize("said", HOSTILE, ids=ascii)
def test_no_order_reaches_a_terminal(said: str) -> None:
    """Whatever a document says, its text has no control or direction character in it."""
    for columns in (20, 80):
        assert [] == orders(text(hostile(said), columns))


@pytest.mark.parametrize("said", HOSTILE, ids=ascii)
def test_no_order_reaches_markdown(said: str) -> None:
    """Whatever a document says, its Markdown has no control or direction character in it."""
    assert [] == orders(to_markdown(hostile(said)))


@pytest.mark.parametrize("said", HOSTILE, ids=ascii)
def test_no_order_reaches_json(said: str) -> None:
    """JSON has such characters escaped, and still gives back the same value."""
    shown = to_json({"said": said, "in": [said]})
    assert [] == orders(shown)
    assert {"said": said, "in": [said]} == json.loads(shown)


def test_json_writes_chinese_out() -> None:
    """JSON is indented, ends in a line break and shows Chinese as it is."""
    assert '{\n  "zh": "太原",\n  "n": 1.5\n}\n' == to_json({"zh": "太原", "n": 1.5})


def test_json_refuses_what_is_not_plain() -> None:
    """A value that JSON has no form for is refused, not shown as some string."""
    with pytest.raises(TypeError):
        to_json({"said": object()})


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("plain 太原", "plain 太原"),
        ("*bold* _it_", "\\*bold\\* \\_it\\_"),
        ("[a](http://made.up)", "\\[a\\](http://made.up)"),
        ("<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"),
        ("a|b`c`~~d~~", "a\\|b\\`c\\`\\~\\~d\\~\\~"),
        ("back\\slash", "back\\\\slash"),
        ("# no heading", "\\# no heading"),
        ("- no list", "\\- no list"),
        ("+ no list", "\\+ no list"),
        ("--- no rule", "\\--- no rule"),
        ("1. no list", "1\\. no list"),
        ("12) no list", "12\\) no list"),
        ("3.", "3\\."),
        ("3.5%", "3.5%"),
        ("2024", "2024"),
        ("    no code", "no code"),
        ("two\n\nlines", "two  lines"),
    ],
)
def test_markdown_stands_for_itself(said: str, expected: str) -> None:
    """Signs that Markdown would take for markup are escaped, also at the beginning of a line."""
    assert expected == markdown(said)


def test_a_cell_keeps_to_its_column() -> None:
    """A bar or line break in a cell makes neither a column nor a row."""
    table = Table(header=("", "a|b"), rows=((("x|\ny",), ("1", "2|3")),))
    expected = "|  | a\\|b |\n| --- | --- |\n| x\\| y | 1<br>2\\|3 |\n"
    assert expected == to_markdown(Document(blocks=(table,)))


def test_hidden_are_all_that_format() -> None:
    """Every control, format, private and surrogate character of the first plane is hidden."""
    kinds = ("Cc", "Cf", "Co", "Cs")
    chars = [chr(code) for code in range(0x10000)]
    expected = {c for c in chars if unicodedata.category(c) in kinds} | {"\u2028", "\u2029"}
    assert expected == {char for char in chars if is_hidden(char)}
