"""A document as a value: what every form of output is written from.

Pictures are values too. A form that can't draw writes the sign of a mark, and leaves out bars,
which only repeat the figure before them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from cppcc_cases.model import Lang, StageState

_NO_CASE = "–"


@frozen(kw_only=True, repr=False)
class Heading:
    """A heading; level 1 is the document's title."""

    level: int
    text: str


@frozen(kw_only=True, repr=False)
class Paragraph:
    """A paragraph of running text, or what stands below the title."""

    text: str
    subtitle: bool = False


@frozen(kw_only=True, repr=False)
class Items:
    """A list; numbered from 1 where ``numbered``, as sources are."""

    items: tuple[str, ...]
    numbered: bool = False


@frozen(kw_only=True, repr=False)
class Mark:
    """A picture of the state of a stage, or, with None, of there being no case to tell of it."""

    state: StageState | None
    says: str

    @property
    def sign(self) -> str:
        """One character that stands for the picture."""
        return self.state.mark if self.state else _NO_CASE


@frozen(kw_only=True, repr=False)
class Bar:
    """A picture of a share, from 0 to 1: a bar that is so much filled."""

    share: float
    says: str


Picture = Mark | Bar
Line = str | Mark | Bar
Cell = tuple[Line, ...]


@frozen(kw_only=True, repr=False)
class Table:
    """A table. A cell is a tuple of lines; the first column names the rows.

    ``compact`` tables hold marks or short words and keep their columns as narrow as they are.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    compact: bool = False


@frozen(kw_only=True, repr=False)
class Key:
    """What pictures mean: each of them, and beside it what it says."""

    pictures: tuple[Picture, ...]


Worded = Heading | Paragraph | Items | Table
Block = Worded | Key


@frozen(kw_only=True, repr=False)
class Document:
    """Blocks in reading order."""

    blocks: tuple[Block, ...]


def in_words(document: Document) -> Iterator[Worded]:
    """Yield blocks for a form that can't draw: a key becomes a line of signs, if it has any."""
    for block in document.blocks:
        if not isinstance(block, Key):
            yield block
            continue
        marks = [one for one in block.pictures if isinstance(one, Mark)]
        if marks:
            yield Paragraph(text="  ".join(f"{mark.sign} {mark.says}" for mark in marks))


def signs(cell: Cell) -> tuple[str, ...]:
    """Return the lines of a cell for a form that can't draw."""
    drawn = (line.sign if isinstance(line, Mark) else line for line in cell)
    return tuple(line for line in drawn if not isinstance(line, Bar))


Targets = Mapping[int, str]
"""The numbers of sources, which citations may name, and the place of each in a file."""


def apart(first: Lang, more: Iterable[Lang]) -> Iterator[str]:
    """Yield a name for each document after the first: its language, numbered where that is used."""
    seen = Counter([first])
    for lang in more:
        seen[lang] += 1
        yield lang.value if seen[lang] == 1 else f"{lang.value}{seen[lang]}"


def targets_of(document: Document, place: str) -> dict[int, str]:
    """Return the number of each source with the name of its place, which begins as told."""
    return {
        number: f"{place}{number}"
        for block in document.blocks
        if isinstance(block, Items) and block.numbered
        for number in range(1, len(block.items) + 1)
    }
