"""How values show themselves: a line at a prompt, and no cost to those who never ask for more."""

import subprocess
import sys

import pytest

from cppcc_cases.forms import notebook
from cppcc_cases.shown import Shown, brief
from cppcc_cases.store import Corpus
from cppcc_cases.text import plural


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("太原市 ↔ 大同市", "太原市 ↔ 大同市"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 59 + "…"),
        ("\x1b[31mred\r\n\x00", r"\x1b[31mred\r\n\x00"),
        ("\u202eback\u2028", r"\u202eback\u2028"),
        ("\ud800", r"\ud800"),
        ("", ""),
    ],
)
def test_text_is_brief_and_harmless(text: str, expected: str) -> None:
    """Long text is cut, and no character gives an order to a terminal."""
    assert expected == brief(text)


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 cases"), (1, "1 case"), (2, "2 cases"), (15, "15 cases")]
)
def test_things_are_plural(count: int, expected: str) -> None:
    """One is one, and none is many."""
    assert expected == plural(count, "case")


def test_a_notebook_is_given_the_fragment(corpus: Corpus) -> None:
    """The method that notebooks call gives what the renderer makes of the value."""
    case = corpus.cases[0]
    assert notebook.fragment(case) == case._repr_html_()


def test_a_class_that_shows_itself_adds_no_field() -> None:
    """The base of shown values leaves them without a dictionary, as frozen as they were."""
    assert () == Shown.__slots__


def test_values_do_without_the_renderer() -> None:
    """Loading, selecting and comparing cases, and their lines, bring in no rendering."""
    code = (
        "import sys\nimport cppcc_cases as cc\ncorpus = cc.load()\n"
        "compared = cc.compare(corpus, 'taiyuan', 'datong')\n"
        "values = corpus, corpus.cases, cc.select(corpus), compared\n"
        "assert repr(values)\n"
        "rooms = 'cppcc_cases.forms', 'cppcc_cases.report'\n"
        "print(*(name for name in sys.modules if name.startswith(rooms)))\n"
        "values[2]._repr_html_()\n"
        "print('cppcc_cases.forms.notebook' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ["", "True"] == done.stdout.splitlines()
