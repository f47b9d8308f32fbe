"""Whether a colour can be read on the pages, reckoned as WCAG 2 has it."""

import re

LIGHT = ("#fdfdfb", "#ffffff", "#f3f4f1")
"""The grounds of a light page, as the style sheet has them."""
DARK = ("#15181c", "#1b2026", "#20252b")
"""The grounds of a dark page."""
ENOUGH = 4.5
_WHITE = "#ffffff"
_BLACK = "#000000"
_LIGHT_SHARE, _DARK_SHARE = 0.88, 0.45
"""How much of the colour of the site is in that of its links, which is mixed for either page."""
_TARGET = 0.12
"""How much of it is in the ground of what a link leads to."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_DARKER = 0.02


def is_colour(text: str) -> bool:
    """Tell whether text is a colour such as ``#8c2f1b``."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart: from 1, alike, to 21, black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return the colour that has so much of one in it, and for the rest another."""
    parts = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in parts)


def least_contrast(accent: str) -> float:
    """Return how well text in the colour of a site can be read on the worst of its grounds."""
    on_light = (accent, mixed(accent, _BLACK, _LIGHT_SHARE))
    light = [contrast(text, ground) for text in on_light for ground in LIGHT]
    links = {LIGHT: on_light[1], DARK: mixed(accent, _WHITE, _DARK_SHARE)}
    rest = [
        contrast(text, ground)
        for grounds, text in links.items()
        for ground in (*grounds, mixed(accent, grounds[0], _TARGET))
    ]
    return min(*light, *rest)


def readable(accent: str) -> str:
    """Return the colour itself if it can be read, else the shade of it, darkened, that can."""
    share = 1.0
    shade = accent.lower()
    while least_contrast(shade) < ENOUGH:
        share -= _DARKER
        shade = mixed(accent, _BLACK, share)
    return shade


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4
