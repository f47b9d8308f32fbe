"""How a value shows itself: in one line at a prompt, in its HTML form in a notebook.

A notebook asks the value itself for its form, but rendering lies above all values. So the package,
which lies above both, gives the renderer to this module.
"""

from collections.abc import Callable

_LONG = 60


class Shown:
    """What a notebook can show as the command's HTML form does. It adds no field to a value."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return the value as a piece of HTML, for a notebook to put into its page."""
        return _renderer[-1](self)


_renderer: list[Callable[[Shown], str]] = []


def rendered_by(renderer: Callable[[Shown], str]) -> None:
    """Say what makes a piece of HTML of a value."""
    _renderer.append(renderer)


def brief(text: str) -> str:
    """Return text for a line at a prompt: cut where it is long, and giving a terminal no orders."""
    cut = text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
    return "".join(char if char.isprintable() else _escaped(char) for char in cut)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
