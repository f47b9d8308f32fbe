"""Characters and lines, as editors count them."""

import pytest

from cppcc_cases.source.characters import code_point, forbidden, lines, position


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a太\n\t\r\U0001f600", []),
        ("太\x07", [("\x07", 1, 2)]),
        ("\x00", [("\x00", 1, 1)]),
        ("a\nb\x7f\r\n\ufffe", [("\x7f", 2, 2), ("\ufffe", 3, 1)]),
        ("a\u2028b\x85\nc\u2029", [("\u2028", 1, 2), ("\x85", 1, 4), ("\u2029", 2, 2)]),
        ("a\rb\x0b\x0c", [("\x0b", 2, 2), ("\x0c", 2, 3)]),
    ],
)
def test_characters_that_yaml_cannot_hold(text: str, found: list[tuple[str, int, int]]) -> None:
    """Control characters, non-characters and invisible breaks are found, and nothing else."""
    assert found == list(forbidden(text))


def test_a_character_is_named_by_its_code_point() -> None:
    """The name is what can be looked up."""
    expected = ("U+0007", "U+1F600")
    assert expected == (code_point("\x07"), code_point("\U0001f600"))


@pytest.mark.parametrize(
    ("text", "index", "place"),
    [("abc", 2, (1, 3)), ("a\nb", 2, (2, 1)), ("a\r\nb", 3, (2, 1)), ("a\rb\u2028cd", 5, (2, 4))],
)
def test_position_counts_lines_as_editors_do(text: str, index: int, place: tuple[int, int]) -> None:
    """LF, CR and both together end a line, and nothing else does."""
    assert place == position(text, index)


def test_lines_end_with_an_empty_one_after_a_last_break() -> None:
    """The place behind the last line break has a line of its own."""
    expected = ["a", "b", ""]
    assert expected == lines("a\r\nb\n")
