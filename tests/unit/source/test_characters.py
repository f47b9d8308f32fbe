"""Characters and lines, as YAML sees them."""

import pytest

from cppcc_cases.source.characters import code_point, forbidden, lines, position


@pytest.mark.parametrize(
    ("text", "index"),
    [("a太\n\t\r\U0001f600", None), ("太\x07", 1), ("\x00", 0), ("ab\x7f", 2), ("\ufffe", 0)],
)
def test_the_first_character_that_yaml_cannot_hold(text: str, index: int | None) -> None:
    """Control characters and non-characters are found, and nothing else."""
    assert index == forbidden(text)


def test_a_character_is_named_by_its_code_point() -> None:
    """The name is what can be looked up."""
    expected = ("U+0007", "U+1F600")
    assert expected == (code_point("\x07"), code_point("\U0001f600"))


@pytest.mark.parametrize(
    ("text", "index", "place"),
    [("abc", 2, (1, 3)), ("a\nb", 2, (2, 1)), ("a\r\nb", 3, (2, 1)), ("a\rb\u2028cd", 5, (3, 2))],
)
def test_position_counts_lines_as_the_parser_does(
    text: str, index: int, place: tuple[int, int]
) -> None:
    """All line ends of YAML count, and CR with LF counts once."""
    assert place == position(text, index)


def test_lines_end_with_an_empty_one_after_a_last_break() -> None:
    """The place behind the last line break has a line of its own."""
    expected = ["a", "b", ""]
    assert expected == lines("a\r\nb\n")
