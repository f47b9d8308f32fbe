"""What plain scalars stand for."""

import pytest

from cppcc_cases.source.scalars import resolve


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-12", -12),
        ("+3", 3),
        ("87.4", 87.4),
        ("-0.5", -0.5),
    ],
)
def test_few_scalars_are_anything_but_text(text: str, value: bool | int | float | None) -> None:
    """Only null, true, false, whole numbers and decimal fractions are."""
    assert (type(value), value) == (type(resolve(text)), resolve(text))


@pytest.mark.parametrize(
    "text",
    [
        *("no", "yes", "on", "off", "Null", "True", "nothing", "~x"),
        *("012", "00", "1_000", "0x1F", "1e5", ".5", "5.", "01.5", "12:30", "2024-06", "2024-13"),
        *("-", "+", "-.", "1.2.3", "１２", "1,200", "1" * 31, ".inf", ".nan"),
    ],
)
def test_all_else_is_text(text: str) -> None:
    """Dates, times, words, codes with a leading zero and very long numbers stay as written."""
    assert text == resolve(text)
