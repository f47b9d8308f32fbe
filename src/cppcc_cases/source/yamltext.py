"""YAML text → plain tree, and the position of every node.

Reading is strict: no anchors, aliases, tags or merge keys, no duplicate keys, one document, keys
that are text, at most 40 levels. Reading and locating are two passes over the same events:
positions cost a tuple a node and are wanted only for files that have problems.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import yaml
from attrs import define, field, frozen

from cppcc_cases.errors import Fault, Path
from cppcc_cases.source.characters import CONTROL, FORBIDDEN, forbidden
from cppcc_cases.source.messages import MAX_DEPTH, hidden_fault, ours, syntax_fault
from cppcc_cases.source.quoting import is_prose
from cppcc_cases.source.scalars import resolve
from cppcc_cases.source.tree import Plain

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@frozen(kw_only=True)
class Spot:
    """Line and column of a node, from 1; ``key`` is where its key stands (itself in a list)."""

    line: int
    column: int
    key_line: int
    key_column: int


class YamlFault(Fault):
    """A fault of YAML text itself, with its line and column."""

    def __init__(self, code: str, zh: str, en: str, line: int, column: int) -> None:
        super().__init__(code, zh, en)
        self.args = (code, zh, en, line, column)
        self.line = line
        self.column = column


@define
class _Frame:
    """A collection being read: a list, or a mapping with the key that waits for its value."""

    value: list[Plain] | dict[str, Plain]
    path: Path
    key: str | None = None
    key_mark: tuple[int, int] = (0, 0)


@define
class _Builder:
    """Builds the tree from events, without recursion, so that depth can do no harm."""

    spots: dict[Path, Spot] | None = None
    faults: list[YamlFault] = field(factory=list)
    stack: list[_Frame] = field(factory=list)
    root: Plain = None
    documents: int = 0
    text: str = ""

    def feed(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style and event.implicit[0]
            self._refuse_marks(event)
            if event.style == '"' and (hidden := CONTROL.search(event.value)):
                raise YamlFault(*hidden_fault(hidden[0]), *_mark(event))
            self._scalar(event, resolve(event.value) if plain else event.value)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_marks(event)
            self._open(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise _fault(event, "alias")
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _fault(event, "document")

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            raise _fault(event, "alias")
        if event.tag:
            raise _fault(event, "tag")

    def _scalar(self, event: yaml.ScalarEvent, value: Plain) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame is not None and type(frame.value) is dict and frame.key is None:
            self._key(event, frame, value)
        else:
            self._warn(event, frame)
            self._place(event, value)

    def _warn(self, event: yaml.ScalarEvent, frame: _Frame | None) -> None:
        """Note where prose is cut at a # or gets a blank that nobody wrote."""
        start, end = event.start_mark, event.end_mark
        assert start
        assert end
        key = frame.key if frame else None
        cut = None if event.style else _CUT.match(self.text, end.index)
        if cut and is_prose(key, event.value):
            own, inside = cut["own"], frame.key_mark[1] if frame and key else start.column
            at = (end.line + 1, len(own)) if own else (end.line, end.column + len(cut[0]))
            if not own or len(own) >= inside:
                self.faults.append(YamlFault(*ours("comment"), at[0] + 1, at[1] + 1))
        several = end.line > start.line and event.style != "|"
        if several and _FOLDED.search(self.text, start.index, end.index):
            self.faults.append(_fault(event, "fold"))

    def _key(self, event: yaml.ScalarEvent, frame: _Frame, key: Plain) -> None:
        if not isinstance(key, str):
            self.faults.append(_fault(event, "key"))
            key = str(event.value)
        if not event.style and key != key.strip():
            raise _fault(event, "wide")
        if key in frame.value:
            self.faults.append(_fault(event, "twice", key))
        frame.key = key
        frame.key_mark = _mark(event)

    def _open(
        self, event: yaml.CollectionStartEvent, value: list[Plain] | dict[str, Plain]
    ) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _fault(event, "deep")
        frame = self.stack[-1] if self.stack else None
        if frame is not None and type(frame.value) is dict and frame.key is None:
            raise _fault(event, "key")
        path = self._place(event, value)
        self.stack.append(_Frame(value, path))

    def _place(self, event: yaml.NodeEvent, value: Plain) -> Path:
        """Put a value where it belongs and return its path (empty unless positions are wanted)."""
        mark = _mark(event)
        if not self.stack:
            self.root = value
            step: Path = ()
            key_mark = mark
        else:
            frame = self.stack[-1]
            key_mark = mark
            if type(frame.value) is list:
                step = (len(frame.value),)
                frame.value.append(value)
            else:
                assert isinstance(frame.value, dict)
                assert frame.key is not None
                step, key_mark = (frame.key,), frame.key_mark
                frame.value[frame.key] = value
                frame.key = None
        if self.spots is None:
            return ()
        path = (self.stack[-1].path if self.stack else ()) + step
        self.spots[path] = Spot(
            line=mark[0], column=mark[1], key_line=key_mark[0], key_column=key_mark[1]
        )
        return path


_CUT = re.compile("[ \t]+(?=#)|\r?\n(?P<own>[ \t]+)(?=#)")
_FOLDED = re.compile("[\u2e80-\uffef][ \t]*\r?\n[ \t]*[\u2e80-\uffef]")
WARNINGS: Final = frozenset(["yaml-comment", "yaml-fold"])
"""Codes of faults that may be none: the text can be read, but was perhaps meant otherwise."""


def _mark(event: yaml.Event) -> tuple[int, int]:
    """Return line and column of an event, from 1; every event of text has them."""
    mark = event.start_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1


def _fault(event: yaml.Event, name: str, key: str = "") -> YamlFault:
    return YamlFault(*ours(name, key), *_mark(event))


def parse(text: str) -> tuple[Plain, tuple[YamlFault, ...]]:
    """Return the tree that YAML text says, and all faults of the YAML itself.

    The tree is None, and not to be used, where a fault made reading stop.
    """
    builder = _Builder()
    stopped = _run(builder, text)
    return (None if stopped else builder.root), tuple(builder.faults)


@lru_cache(maxsize=1)  # rules ask again and again for places in one file
def locate(text: str) -> dict[Path, Spot]:
    """Return the position of every node of YAML text, as far as it can be read."""
    builder = _Builder(spots={})
    _run(builder, text)
    assert builder.spots is not None
    return builder.spots


def _run(builder: _Builder, text: str) -> bool:
    builder.faults += [YamlFault(*hidden_fault(char), *place) for char, *place in forbidden(text)]
    # With a blank in its place, whatever follows is read, and stands where it stood.
    builder.text = text = FORBIDDEN.sub(" ", text)
    try:
        for event in events(text):
            builder.feed(event)
    except YamlFault as fault:
        builder.faults.append(fault)
    except yaml.YAMLError as error:
        builder.faults.append(YamlFault(*syntax_fault(error, text)))
    else:
        return False
    return True


def events(text: str) -> Iterator[yaml.Event]:
    """Yield what the parser says of YAML text. Raises ``yaml.YAMLError`` where it gives up."""
    parser = _Parser(text)
    try:
        while (event := _next(parser)) is not None:
            yield event
    finally:
        parser.dispose()


def _next(parser: Any) -> yaml.Event | None:
    try:
        event: yaml.Event | None = parser.get_event()
    except (ValueError, OverflowError) as error:  # the parser in Python, for "\U00110000"
        raise yaml.MarkedYAMLError(problem="escape code", problem_mark=parser.get_mark()) from error
    return event
