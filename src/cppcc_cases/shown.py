"""How a value shows itself: in one line at a prompt, in its HTML form in a notebook.

A notebook asks the value itself for its form, but rendering lies above all values, and most
programs never need it. So the renderer is found by its name once a notebook asks.
"""

from importlib import import_module

_LONG = 60


class Shown:
    """What a notebook can show as the command's HTML form does. It adds no field to a value."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return the value as a piece of HTML, for a notebook to put into its page."""
        form: str = import_module("cppcc_cases.forms.notebook").fragment(self)
        return form


def brief(text: str) -> str:
    """Return text for a line at a prompt: cut where it is long, and giving a terminal no orders."""
    cut = text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
    return "".join(char if char.isprintable() else _escaped(char) for char in cut)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
