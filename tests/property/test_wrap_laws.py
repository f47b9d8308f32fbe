"""Laws of breaking lines, over text that is made up of all sorts of characters."""

from hypothesis import given
from hypothesis import strategies as st

from cppcc_cases.escape import visible
from cppcc_cases.width import longest_word, pad, width, wrap

CHARACTERS = "太原市政协317个，。、（）“”《》…%abcXYZ 12,.;:()[]-’·\u3000\u0308\ufe0fｆ"
texts = st.text(st.sampled_from(CHARACTERS) | st.characters(), max_size=80).map(visible)
columns = st.integers(min_value=1, max_value=60)


def solid(text: str) -> str:
    """Return text without white space."""
    return "".join(char for char in text if not char.isspace())


@given(texts, columns)
def test_no_line_is_wider_than_asked(text: str, room: int) -> None:
    """A line is wider than asked only if it is a single character, with what combines with it."""
    wide = [line for line in wrap(text, room) if width(line) > room]
    assert [] == [line for line in wide if len([char for char in line if width(char)]) > 1]


@given(texts, columns)
def test_nothing_is_lost(text: str, room: int) -> None:
    """The lines together give the text back, but for white space."""
    assert solid(text) == solid("".join(wrap(text, room)))


@given(texts, columns)
def test_lines_have_no_blanks_at_their_ends(text: str, room: int) -> None:
    """No line begins or ends in white space."""
    assert [] == [line for line in wrap(text, room) if line != line.strip()]


@given(texts)
def test_text_that_fits_is_one_line(text: str) -> None:
    """Text that fits is not broken."""
    assert [text.strip()] == wrap(text, max(width(text), 1))


@given(texts, columns)
def test_only_empty_text_gives_an_empty_line(text: str, room: int) -> None:
    """There is always a line, and none is empty unless the text is."""
    lines = wrap(text, room)
    assert (not text.strip()) == ("" in lines)
    assert lines


@given(texts, columns)
def test_breaking_twice_breaks_no_more(text: str, room: int) -> None:
    """A line that came out of breaking is not broken again."""
    lines = wrap(text, room)
    assert [[line] for line in lines if width(line) <= room] == [
        wrap(line, room) for line in lines if width(line) <= room
    ]


@given(texts, columns)
def test_words_are_kept_where_they_fit(text: str, room: int) -> None:
    """Where the longest word fits, closing punctuation begins no line."""
    lines = wrap(text, max(room, longest_word(text)))
    assert [] == [line for line in lines[1:] if line[0] in "，。、）”》…%"]


@given(texts, columns)
def test_padding_fills_up(text: str, room: int) -> None:
    """Padded text is as wide as asked, or as it was if it was wider."""
    assert max(room, width(text)) == width(pad(text, room))
