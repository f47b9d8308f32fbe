"""The nodes of YAML text and the stretches that its scalars take up, in the order of the text."""

from attrs import define, field, frozen
from yaml import CollectionEndEvent, CollectionStartEvent, Event, MappingStartEvent, ScalarEvent

from cppcc_cases.errors import Path
from cppcc_cases.source.scalars import resolve
from cppcc_cases.source.yamltext import events


@define
class Node:
    """A node: its path, its first line with its name, its last line, and where it begins.

    ``line`` is where its name stands (itself in a list), ``last`` is 0 for block collections, whose
    end nothing marks. ``column`` is where it begins, ``key_column`` where its name does. All count
    from 1. ``number`` is how a number is written.
    """

    path: Path
    line: int
    key_column: int
    column: int
    last: int = 0
    children: int = 0
    is_collection: bool = False
    is_flow: bool = False
    is_blank: bool = False
    number: str | None = None


@frozen
class Span:
    """A stretch of text: from line and column up to, not including, line and column, from 1."""

    line: int
    column: int
    end: int
    end_column: int
    is_block: bool


@define
class Nodes:
    """Reads nodes and spans from text that is free of faults."""

    nodes: list[Node] = field(factory=list)
    spans: list[Span] = field(factory=list)
    _stack: list["_Open"] = field(factory=list)

    @classmethod
    def of(cls, text: str) -> "Nodes":
        """Return nodes and spans of text."""
        found = cls()
        for event in events(text):
            found._feed(event)
        return found

    def _feed(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, CollectionStartEvent):
            node = self._place(event)
            node.is_collection, node.is_flow = True, bool(event.flow_style)
            self._stack.append(_Open(node, isinstance(event, MappingStartEvent)))
        elif isinstance(event, CollectionEndEvent):
            node = self._stack.pop().node
            if node.is_flow:
                node.last = _end(event)[0]

    def _scalar(self, event: ScalarEvent) -> None:
        start, end = _start(event), _end(event)
        is_block = event.style in ("|", ">")
        self.spans.append(Span(*start, *end, is_block))
        frame = self._stack[-1] if self._stack else None
        if frame and frame.is_mapping and frame.key is None:
            frame.key = (event.value, *start)
            return
        node = self._place(event)
        node.last = end[0] - 1 if end[1] == 1 and end[0] > start[0] else end[0]
        if not event.style:
            node.is_blank = not event.value
            value = resolve(event.value)
            node.number = event.value if type(value) in (int, float) else None

    def _place(self, event: Event) -> Node:
        line, column = _start(event)
        if not self._stack:
            node = Node((), line, column, column)
        else:
            frame = self._stack[-1]
            step, key_line, key_column = frame.key or (frame.node.children, line, column)
            node = Node((*frame.node.path, step), key_line, key_column, column)
            frame.node.children += 1
            frame.key = None
        self.nodes.append(node)
        return node


@define
class _Open:
    """A collection that is being read; in a mapping, the key that waits for its value."""

    node: Node
    is_mapping: bool
    key: tuple[str, int, int] | None = None


def _start(event: Event) -> tuple[int, int]:
    assert event.start_mark is not None
    return event.start_mark.line + 1, event.start_mark.column + 1


def _end(event: Event) -> tuple[int, int]:
    assert event.end_mark is not None
    return event.end_mark.line + 1, event.end_mark.column + 1
