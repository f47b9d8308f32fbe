"""What stands in quotes, and how numbers are written."""

import pytest
import yaml

from cppcc_cases.source.quoting import number, scalar
from cppcc_cases.source.scalars import resolve

PLAIN = (
    *(
        "太原",
        "a b",
        "317个协商平台",
        "“引”",
        "a:b",
        "a#b",
        "it's",
        "C",
        "not_reported",
        "全角：",
        "x!",
    ),
    *("made-up", "Y170000002", "é", "🦆", "甲　乙", "a, b", "a]b", "12个", "noon"),
)
QUOTED = (
    *("", " a", "a ", "a: b", "a #b", "a:", "- a", "-", "? a", "#a", "&a", "*a", "!a", "|", ">"),
    *("'a'", '"a"', "%a", "@a", "`a", "[a]", "{a}", "~", "=", "<<", ",a", "\u3000a"),
    *("yes", "No", "ON", "off", "y", "N", "true", "FALSE", "null", "Null"),
    *("140100", "2024", "2024-09", "2024-09-20/2024-12-31", "/2024", "2024~", "12:30", "007"),
    *("0x1F", "0o17", "0b11", "1_000", "1e3", ".5", "+1", "-1", ".inf", "-.INF", ".nan", "1,000"),
    *("2001-12-14 21:59:43.10 -5:00", "2001-12-14t21:59:43Z", "...", "2024-XX"),
    *("a\nb", "a\tb", "\u00a0", "a\u200bb", "a\u2028b", "\ufeffa", "a\u202eb", "\x85"),
)


@pytest.mark.parametrize("text", PLAIN)
def test_text_that_cannot_be_misread_is_plain(text: str) -> None:
    """No quotes stand where none are needed."""
    assert text == scalar(text)
    assert text == resolve(text) == yaml.safe_load(text)


@pytest.mark.parametrize("text", QUOTED)
def test_text_that_may_be_misread_is_quoted(text: str) -> None:
    """In quotes, readers of YAML 1.1 too find the text that was meant, and nothing is invisible."""
    found = scalar(text)
    assert '"' == found[0] == found[-1]
    assert text == yaml.safe_load(found)
    assert found.replace("\u3000", " ").isprintable()


@pytest.mark.parametrize("text", ["a, b", "a]b", "a{b", "a:b", "a?", "2024"])
def test_in_brackets_more_is_quoted(text: str) -> None:
    """Commas, brackets and colons part entries there."""
    assert [text] == yaml.safe_load(f"[{scalar(text, flow=True)}]")
    assert scalar(text, flow=True).startswith('"')


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0"),
        (-7, "-7"),
        (0.1, "0.1"),
        (87.4, "87.4"),
        (2.0, "2.0"),
        (1e22, "10000000000000000000000.0"),
        (1.5e-7, "0.00000015"),
        (-1e16, "-10000000000000000.0"),
    ],
)
def test_numbers_have_no_exponent(value: float, expected: str) -> None:
    """Whole numbers stay whole, and each reads back as itself."""
    assert expected == number(value)
    read = resolve(expected)
    assert (value, type(value)) == (read, type(read))
