"""Documents for forms that can't draw: signs for marks, and nothing for bars."""

import pytest

from cppcc_cases.model import StageState
from cppcc_cases.report.document import (
    Bar,
    Block,
    Document,
    Heading,
    Items,
    Key,
    Mark,
    Paragraph,
    Table,
    in_words,
    signs,
)

DONE = Mark(state=StageState.PRACTISED, says="done")
NONE = Mark(state=None, says="no case")
HALF = Bar(share=0.5, says="half")


@pytest.mark.parametrize(
    ("state", "expected"), [*((state, state.mark) for state in StageState), (None, "–")]
)
def test_a_mark_has_a_sign(state: StageState | None, expected: str) -> None:
    """The sign of a mark is that of its state, or a dash where there is no case."""
    assert expected == Mark(state=state, says="x").sign


def test_a_cell_in_signs() -> None:
    """A mark is its sign, a bar is left out, and text stays."""
    assert ("50%", "●", "–") == signs(("50%", HALF, DONE, NONE))


def test_other_blocks_stay() -> None:
    """What is no key is the same in words."""
    blocks = (
        Heading(level=1, text="a"),
        Paragraph(text=""),
        Items(items=()),
        Table(header=("b",), rows=(((DONE,),),)),
    )
    assert blocks == tuple(in_words(Document(blocks=blocks)))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Key(pictures=(DONE, NONE)), [Paragraph(text="● done  – no case")]),
        (Key(pictures=(DONE, HALF)), [Paragraph(text="● done")]),
        (Key(pictures=(HALF,)), []),
    ],
)
def test_a_key_is_a_line_of_signs(key: Key, expected: list[Block]) -> None:
    """A key tells what the signs mean; one to bars only is not there."""
    assert expected == list(in_words(Document(blocks=(key,))))
