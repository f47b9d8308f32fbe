"""A document as a value: what every form of output is written from."""

from attrs import frozen


@frozen(kw_only=True)
class Heading:
    """A heading; level 1 is the document's title."""

    level: int
    text: str


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@frozen(kw_only=True)
class Items:
    """A list; numbered from 1 where ``numbered``, as sources are."""

    items: tuple[str, ...]
    numbered: bool = False


@frozen(kw_only=True)
class Table:
    """A table. A cell is a tuple of lines; the first column names the rows.

    ``compact`` tables hold marks or short words and keep their columns as narrow as they are.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    compact: bool = False


Block = Heading | Paragraph | Items | Table


@frozen(kw_only=True)
class Document:
    """Blocks in reading order."""

    blocks: tuple[Block, ...]
