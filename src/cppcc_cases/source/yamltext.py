"""YAML text → plain tree, and the position of every node.

Reading is strict: no anchors, aliases, tags or merge keys, no duplicate keys, one document, keys
that are text, at most 40 levels. Reading and locating are two passes over the same events:
positions cost a tuple a node and are wanted only for files that have problems.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NoReturn

import yaml
from attrs import define, evolve, field, frozen

from cppcc_cases.errors import Finding, Path
from cppcc_cases.source.characters import CONTROL, FORBIDDEN, forbidden, lines
from cppcc_cases.source.messages import MAX_DEPTH, hidden, ours, syntax
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


class _Stop(Exception):
    """Reading can't go on, for what was found last."""


@define
class _Frame:
    """A collection being read: a list, or a mapping with the key that waits for its value."""

    value: list[Plain] | dict[str, Plain]
    step: Path
    key: str | None = None
    key_mark: tuple[int, int] = (0, 0)


@define
class _Builder:
    """Builds the tree from events, without recursion, so that depth can do no harm."""

    spots: dict[Path, Spot] | None = None
    faults: list[Finding] = field(factory=list)
    stack: list[_Frame] = field(factory=list)
    root: Plain = None
    documents: int = 0
    text: str = ""

    def feed(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style and event.implicit[0]
            self._refuse_marks(event)
            value = resolve(event.value) if plain else event.value
            if event.style == '"' and (unseen := CONTROL.search(event.value)):
                self._refuse(hidden(unseen[0], _mark(event)))
                value = None
            self._scalar(event, value)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_marks(event)
            self._open(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(ours("alias", _mark(event)))
            self._place(event, None)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._stop(event, "document")

    def _refuse(self, finding: Finding) -> None:
        """Note a fault of a value, in whose place nothing stands; a key can't be done without."""
        self.faults.append(evolve(finding, path=self.at()))
        if self._awaits_key():
            raise _Stop

    def _note(self, event: yaml.Event, name: str, key: str = "") -> None:
        self.faults.append(evolve(ours(name, _mark(event), key), path=self.at()))

    def _stop(self, event: yaml.Event, name: str) -> NoReturn:
        self._note(event, name)
        raise _Stop

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._note(event, "alias")
        if event.tag:
            self._note(event, "tag")

    def _scalar(self, event: yaml.ScalarEvent, value: Plain) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame and self._awaits_key():
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
                self.faults.append(ours("comment", (at[0] + 1, at[1] + 1)))
        several = end.line > start.line and event.style != "|"
        if several and _FOLDED.search(self.text, start.index, end.index):
            self._note(event, "fold")

    def _key(self, event: yaml.ScalarEvent, frame: _Frame, key: Plain) -> None:
        frame.key, frame.key_mark = str(key if isinstance(key, str) else event.value), _mark(event)
        if not isinstance(key, str):
            self._note(event, "key")
        if not event.style and frame.key != frame.key.strip():
            self._stop(event, "wide")
        if frame.key in frame.value:
            self._note(event, "twice", frame.key)

    def _open(
        self, event: yaml.CollectionStartEvent, value: list[Plain] | dict[str, Plain]
    ) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self._stop(event, "deep")
        if self._awaits_key():
            self._stop(event, "key")
        step = self._step()
        self._place(event, value)
        self.stack.append(_Frame(value, step))

    def _awaits_key(self) -> bool:
        frame = self.stack[-1] if self.stack else None
        return frame is not None and type(frame.value) is dict and frame.key is None

    def _step(self) -> Path:
        """Return the last step of the path to what is read next; none if that is a key."""
        if not self.stack:
            return ()
        frame = self.stack[-1]
        if type(frame.value) is list:
            return (len(frame.value),)
        return () if frame.key is None else (frame.key,)

    def at(self) -> Path:
        """Return the path to what is read next."""
        return (*(step for frame in self.stack for step in frame.step), *self._step())

    def _place(self, event: yaml.NodeEvent, value: Plain) -> None:
        """Put a value where it belongs, and note where it stands if positions are wanted."""
        mark = _mark(event)
        key_mark = mark
        path = self.at() if self.spots is not None else ()
        if not self.stack:
            self.root = value
        else:
            frame = self.stack[-1]
            if type(frame.value) is list:
                frame.value.append(value)
            else:
                assert isinstance(frame.value, dict)
                assert frame.key is not None
                key_mark = frame.key_mark
                frame.value[frame.key] = value
                frame.key = None
        if self.spots is None:
            return
        self.spots[path] = Spot(
            line=mark[0], column=mark[1], key_line=key_mark[0], key_column=key_mark[1]
        )


_CUT = re.compile("[ \t]+(?=#)|\r?\n(?P<own>[ \t]+)(?=#)")
_FOLDED = re.compile("[\u2e80-\uffef][ \t]*\r?\n[ \t]*[\u2e80-\uffef]")


def _mark(event: yaml.Event) -> tuple[int, int]:
    """Return line and column of an event, from 1; every event of text has them."""
    mark = event.start_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1


def parse(text: str) -> tuple[Plain, tuple[Finding, ...]]:
    """Return the tree that YAML text says, and all faults of the YAML itself.

    The tree is None, and not to be used, where a fault made reading stop.
    """
    builder = _Builder()
    stopped = _run(builder, text)
    return (None if stopped else builder.root), tuple(builder.faults)


_MOST_TORN = 20


def locate(text: str) -> dict[Path, Spot]:
    """Return the position of every node of YAML text, as far as it can be read."""
    return salvage(text).spots


@frozen(kw_only=True)
class Salvage:
    """What can be read of YAML text, with the position of every node.

    ``cut`` are the paths at which reading stopped: all that is around them is incomplete.
    """

    tree: Plain
    faults: tuple[Finding, ...]
    cut: tuple[Path, ...]
    spots: dict[Path, Spot]


@lru_cache(maxsize=1)  # rules ask again and again for places in one file
def salvage(text: str) -> Salvage:
    """Read YAML text again and again, each time without the entry in which reading stopped."""
    spots: dict[Path, Spot] = {}
    faults: dict[Finding, None] = {}
    torn: dict[Any, Plain] = {}
    cut: list[Path] = []
    while _run(builder := _Builder(spots=spots), text):
        faults |= dict.fromkeys(builder.faults)
        last = _last(builder.root)
        is_whole = last in spots and spots[last].line < builder.faults[-1].line
        is_whole = is_whole and _node(builder.root, last) is not None  # else its text may follow
        cut += [builder.at(), last[:-1] if is_whole else last]
        text, entry = _without(text, builder.faults[-1])
        if not entry or entry in torn or len(torn) == _MOST_TORN:
            break
        torn[entry] = _node(builder.root, entry)
    faults |= dict.fromkeys(builder.faults)
    for entry, part in torn.items():
        around = _node(builder.root, entry[:-1])
        if around and _node(around, entry[-1:]) is None:
            around[entry[-1]] = part
    return Salvage(tree=builder.root, faults=tuple(faults), cut=tuple(cut), spots=spots)


def _node(tree: Any, path: Path) -> Any:
    for step in path:
        entries = dict(enumerate(tree)) if isinstance(tree, list) else tree
        tree = entries.get(step) if isinstance(entries, dict) else None
    return tree


def _last(tree: Any) -> Path:
    """Return the path to what was read last: with a line indented wrongly, any of it may go on."""
    path: Path = ()
    while isinstance(tree, dict | list) and tree:
        steps: list[str | int] = list(tree) if isinstance(tree, dict) else [len(tree) - 1]
        path, tree = (*path, steps[-1]), _node(tree, (steps[-1],))
    return path


def _without(text: str, fault: Finding) -> tuple[str, Path]:
    """Return text without the article or case that a fault is in, laid out as usual, and which."""
    rows, at = lines(text), fault.line - 1
    top = next((i for i, row in enumerate(rows) if row.startswith("cases:")), len(rows))
    head = next((row for row in rows[top:] if row.lstrip(" ").startswith("- ")), "")
    head = "article:" if at < top else head[: head.find("-") + 1]
    begins = [i for i, row in enumerate(rows) if head and f"{row} ".startswith(f"{head} ")]
    index = sum(begin <= at for begin in begins) - 1
    if index < 0 or fault.code == "yaml-documents":
        return text, ()
    end = top if at < top else [*begins, len(rows)][index + 1]
    blank = [head, *[""] * (end - begins[index] - 1)]
    left = "\n".join([*rows[: begins[index]], *blank, *rows[end:]])
    return left, ("article",) if at < top else ("cases", index)


def _run(builder: _Builder, text: str) -> bool:
    builder.faults += [hidden(char, (line, column)) for char, line, column in forbidden(text)]
    # With a blank in its place, whatever follows is read, and stands where it stood.
    builder.text = text = FORBIDDEN.sub(" ", text)
    try:
        for event in events(text):
            builder.feed(event)
    except _Stop:
        pass
    except yaml.YAMLError as error:
        builder.faults.append(syntax(error, text))
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
