"""YAML text → plain tree, and the position of every node.

Reading is strict: no anchors, aliases, tags or merge keys, no duplicate keys, one document, keys
that are text, at most 40 levels. Reading and locating are two passes over the same events:
positions cost a tuple a node and are wanted only for files that have problems.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from attrs import define, field, frozen

from cppcc_cases.errors import Fault, Path
from cppcc_cases.source.characters import code_point, forbidden, position
from cppcc_cases.source.messages import MAX_DEPTH, TOO_DEEP, WIDE_INDENT, syntax_fault
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

    def feed(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style and event.implicit[0]
            self._refuse_marks(event)
            if event.style == '"' and (index := forbidden(event.value)) is not None:
                raise YamlFault(*_control(event.value[index]), *_mark(event))
            self._scalar(event, resolve(event.value) if plain else event.value)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_marks(event)
            self._open(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise _fault(event, *_NO_ALIAS)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _fault(event, *_ONE_DOCUMENT)

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            raise _fault(event, *_NO_ALIAS)
        if event.tag and event.tag != "!":
            raise _fault(event, *_NO_TAG)

    def _scalar(self, event: yaml.ScalarEvent, value: Plain) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame is not None and type(frame.value) is dict and frame.key is None:
            self._key(event, frame, value)
        else:
            self._place(event, value)

    def _key(self, event: yaml.ScalarEvent, frame: _Frame, key: Plain) -> None:
        if not isinstance(key, str):
            self.faults.append(_fault(event, *_TEXT_KEY))
            key = str(event.value)
        if not event.style and key != key.strip():
            raise _fault(event, *WIDE_INDENT)
        if key in frame.value:
            self.faults.append(
                _fault(
                    event,
                    "yaml-duplicate-key",
                    f"“{key}”在这一层写了两次，请删去其中一个",
                    f"“{key}” is written twice at this level; delete one of the two",
                )
            )
        frame.key = key
        frame.key_mark = _mark(event)

    def _open(
        self, event: yaml.CollectionStartEvent, value: list[Plain] | dict[str, Plain]
    ) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _fault(event, *TOO_DEEP)
        frame = self.stack[-1] if self.stack else None
        if frame is not None and type(frame.value) is dict and frame.key is None:
            raise _fault(event, *_TEXT_KEY)
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


_NO_ALIAS = (
    "yaml-alias",
    "数据文件不用 YAML 的锚点（&）和别名（*），请把内容写全；若是文字本身，请给整段加引号",
    "data modules use no YAML anchors (&) or aliases (*); write the content out, "
    "or put the text in quotes if the sign is part of it",
)
_NO_TAG = (
    "yaml-tag",
    "数据文件不用 YAML 标签（!），请删去；若是文字本身，请给整段加引号",
    "data modules use no YAML tags (!); delete it, "
    "or put the text in quotes if the sign is part of it",
)
_ONE_DOCUMENT = (
    "yaml-documents",
    "一个文件只放一篇报道，请删去分隔线 --- 或拆成两个文件",
    "a file holds one article; delete the --- line or split the file",
)
_TEXT_KEY = (
    "yaml-key",
    "字段名须是文字，请写字段名，或给它加引号",
    "a field name must be text; write a field name, or put it in quotes",
)


def _control(char: str) -> tuple[str, str, str]:
    name = code_point(char)
    return (
        "yaml-control-character",
        f"这里有不能显示的控制字符 {name}，请删去",
        f"the control character {name} stands here; delete it",
    )


def _mark(event: yaml.Event) -> tuple[int, int]:
    """Return line and column of an event, from 1; every event of text has them."""
    mark = event.start_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1


def _fault(event: yaml.Event, code: str, zh: str, en: str) -> YamlFault:
    return YamlFault(code, zh, en, *_mark(event))


def parse(text: str) -> tuple[Plain, tuple[YamlFault, ...]]:
    """Return the tree that YAML text says, and all faults of the YAML itself.

    The tree is None, and not to be used, where a fault made reading stop.
    """
    builder = _Builder()
    stopped = _run(builder, text)
    return (None if stopped else builder.root), tuple(builder.faults)


def locate(text: str) -> dict[Path, Spot]:
    """Return the position of every node of YAML text, as far as it can be read."""
    builder = _Builder(spots={})
    _run(builder, text)
    assert builder.spots is not None
    return builder.spots


def _run(builder: _Builder, text: str) -> bool:
    try:
        if (index := forbidden(text)) is not None:
            raise YamlFault(*_control(text[index]), *position(text, index))
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
