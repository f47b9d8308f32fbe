"""How wide text is, and where it is broken."""

import pytest

from cppcc_cases.width import longest_word, pad, width, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("abc", 3),
        ("太原市", 6),
        ("（推算）", 8),
        ("317个", 5),
        ("●◐×·", 4),
        ("“双向”", 6),
        ("Lüliang", 7),
        ("Lu\u0308liang", 7),
        ("\u200b", 0),
        ("字\ufe0f", 2),
        ("ｆｕｌｌ", 8),
    ],
)
def test_width(text: str, expected: int) -> None:
    """Chinese and full-width characters take two columns, marks that combine take none."""
    assert expected == width(text)


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [("太原", 6, "太原  "), ("ab", 4, "ab  "), ("太原", 3, "太原"), ("", 2, "  ")],
)
def test_pad(text: str, columns: int, expected: str) -> None:
    """Text is filled up to a width and never cut."""
    assert expected == pad(text, columns)


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("", 10, [""]),
        ("   ", 2, [""]),
        ("short", 10, ["short"]),
        ("  padded  ", 10, ["padded"]),
        ("太原市政协", 6, ["太原市", "政协"]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 5, ["one", "two"]),
        ("中文and English", 8, ["中文and", "English"]),
        ("提案，立案，办理", 6, ["提案，", "立案，", "办理"]),
        ("提案立，办理", 6, ["提案", "立，办", "理"]),
        ("市政协（常委会）", 8, ["市政协", "（常委", "会）"]),
        ("说“双向评议”好", 6, ["说“双", "向评", "议”好"]),
        ("a (b) c", 3, ["a", "(b)", "c"]),
        ("达70,000亩", 8, ["达70,000", "亩"]),
        ("about 12.5 mu", 8, ["about", "12.5 mu"]),
        ("one can’t say", 7, ["one", "can’t", "say"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("an unbreakable one", 5, ["an", "unbre", "akabl", "e one"]),
        ("太原", 1, ["太", "原"]),
        ("ab", 1, ["a", "b"]),
        ("未报道[1]", 8, ["未报", "道[1]"]),
        ("done [1][12]", 6, ["done", "[1]", "[12]"]),
        ("说得很清楚[1][2]", 12, ["说得很清", "楚[1][2]"]),
        ("e\u0301e\u0301 e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("字\ufe0f字\ufe0f", 3, ["字\ufe0f", "字\ufe0f"]),
    ],
)
def test_wrap(text: str, columns: int, expected: list[str]) -> None:
    """Text is broken as Chinese and English print; only what is longer than a line is cut."""
    assert expected == wrap(text, columns)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("a longest one", 7), ("太原市", 2), ("（太原）", 4), ("道[10]", 6), ("ab ", 2)],
)
def test_longest_word(text: str, expected: int) -> None:
    """The widest part that holds together counts, without the blank behind it."""
    assert expected == longest_word(text)
