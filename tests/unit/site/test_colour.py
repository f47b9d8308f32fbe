"""Whether a colour can be read."""

import re
from importlib.resources import files

import pytest

from cppcc_cases.site import colour
from cppcc_cases.site.config import ACCENT


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    """Known pairs have the contrast that others reckon, whichever comes first."""
    assert (expected, expected) == (
        round(colour.contrast(one, other), 2),
        round(colour.contrast(other, one), 2),
    )


@pytest.mark.parametrize(
    "accent", ["#ffffff", "#ffcc00", "#00ff00", "#ff0000", "#808080", "#000000", "#0B57A4"]
)
def test_there_is_a_shade_that_can_be_read(accent: str) -> None:
    """A colour that can't be read has a darker shade that can; one that can is left alone."""
    shade = colour.readable(accent)
    assert colour.least_contrast(shade) >= colour.ENOUGH
    good = colour.least_contrast(accent.lower()) >= colour.ENOUGH
    assert good == (shade == accent.lower())


def test_the_default_can_be_read() -> None:
    """The library's own colour passes."""
    assert ACCENT == colour.readable(ACCENT)


@pytest.mark.parametrize("text", ["#fff", "8c2f1b", "#8c2f1b;}", "red", "", "#8c2f1g"])
def test_only_six_digits_are_a_colour(text: str) -> None:
    """Anything else is none, so that nothing but a colour gets into a style sheet."""
    assert [False, True] == [colour.is_colour(text), colour.is_colour("#8c2F1b")]


def test_the_style_sheet_has_the_same_colours() -> None:
    """What is reckoned here is what the style sheet does."""
    css = (files("cppcc_cases.site") / "assets" / "site.css").read_text(encoding="utf-8")
    names = ("paper", "raised", "faint")
    found = [re.findall(rf"--{name}: (#\w+);", css) for name in names]
    full = [[long(one[0]), long(one[1])] for one in found]
    assert [list(pair) for pair in zip(colour.LIGHT, colour.DARK, strict=True)] == full
    mixes = re.findall(r"--strong: color-mix\(in srgb, var\(--accent\) (\d+)%, (#\w+)\)", css)
    assert [("88", "#000"), ("45", "#fff")] == mixes
    assert ":target { background: color-mix(in srgb, var(--accent) 12%, transparent); }" in css
    links = [colour.mixed("#c08040", "#000000", 0.88), colour.mixed("#c08040", "#ffffff", 0.45)]
    assert ["#a97138", "#e3c6a9"] == links


def long(short: str) -> str:
    """Return a colour with six digits."""
    return short if len(short) == 7 else "#" + "".join(digit * 2 for digit in short[1:])
