"""Plain tree → YAML text, in the one canonical layout.

Fields stand one below the other, two columns in. On one line stand lists of words, the time of a
figure, and entries of a list that have no more than three fields; a single piece of evidence stands
behind the name of its list. Texts in two languages never do, and anchors are quoted.
A long text with blanks in it is folded, one of several lines stands as it is. Comments stand before
or behind what they belong to, and no two blank lines follow each other.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import dropwhile
from typing import Final

from attrs import evolve, frozen

from cppcc_cases.errors import Path
from cppcc_cases.source.quoting import is_hidden, is_prose, number, scalar
from cppcc_cases.source.tree import Plain
from cppcc_cases.source.trivia import Trivia

COLUMNS: Final = 100
_FIELDS: Final = 3
_PROSE: Final = frozenset(["zh", "en"])
_INLINE: Final = "when:"
_PROOF: Final = "evidence:"
_QUOTED: Final = "anchor"
"""What is copied from a source may hold any sign, and is read as it stands only in quotes."""
_SILENT = Trivia()
_WIDE: Final = "\u2e80"
"""From here on characters are taken to be two columns wide."""
_WORDS = re.compile(f"(?<![{_WIDE}-\uffef]) | (?![{_WIDE}-\uffef])")
"""A blank at which a line may end: not between two Chinese characters, which stand without one."""


def emit(tree: Plain, trivia: Trivia = _SILENT, spaced: Collection[Path] = ()) -> str:
    """Return the YAML text of a tree; a blank line is put before each node that is ``spaced``."""
    above = dict(trivia.before)
    _hoist(tree, (), above)
    writer = _Writer(trivia=evolve(trivia, before=above), spaced=frozenset(spaced))
    return "".join(f"{line.rstrip(' ')}\n" for line in _single(writer.root(tree)))


def _hoist(tree: Plain, path: Path, above: dict[Path, tuple[str, ...]]) -> None:
    """Move what stands above the first entry of a list's item above the item itself.

    No line lies between the dash and what follows it.
    """
    if not isinstance(tree, dict | list):
        return
    for step, value in _items(tree):
        _hoist(value, (*path, step), above)
    if tree and path and isinstance(path[-1], int):
        first, _ = next(iter(_items(tree)))
        if lines := _without_lead(above.pop((*path, first), ())):
            above[path] = (*above.get(path, ()), *lines)


def _single(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with single blank lines between them, and none at the start and the end.

    A blank line within text has blanks in it here, and is let be.
    """
    blank = started = False
    for line in lines:
        if line and blank and started:
            yield ""
        if line:
            yield line
            started = True
        blank = not line


@frozen(kw_only=True)
class _Writer:
    trivia: Trivia
    spaced: frozenset[Path]

    def root(self, tree: Plain) -> Iterator[str]:
        """Yield the lines of a whole file."""
        yield from self.trivia.before.get((), ())
        if isinstance(tree, dict | list) and tree:
            yield from self._entries(tree, (), 0)
        elif tree is not None:
            yield self._flow(tree, ())
        yield from self.trivia.ends.get((), ())

    def _entries(
        self, tree: dict[str, Plain] | list[Plain], path: Path, indent: int
    ) -> Iterator[str]:
        for index, (step, value) in enumerate(_items(tree)):
            inner = (*path, step)
            head = "-" if isinstance(step, int) else f"{scalar(step)}:"
            above = self._above(inner)
            # What opens a collection stands at its head.
            yield from _at(indent, above if index or not path else _without_lead(above))
            yield from self._entry(head, value, inner, indent)

    def _above(self, path: Path) -> tuple[str, ...]:
        said = self.trivia.before.get(path, ())
        return ("", *said) if path in self.spaced else said

    def _entry(self, head: str, value: Plain, path: Path, indent: int) -> Iterator[str]:
        said = self.trivia.behind.get(path)
        behind = f"  {said}" if said else ""
        margin = " " * indent
        line = self._one_line(head, value, path, indent)
        if line is not None:
            yield margin + line + behind
        elif isinstance(value, str):
            mark, *rest = _block(value, indent + 2)
            yield f"{margin}{head} {mark}{behind}"
            yield from rest
        elif isinstance(value, dict | list) and head == "-":
            yield from self._item(value, path, indent)
        else:
            yield margin + head + behind
            if isinstance(value, dict | list):
                yield from self._entries(value, path, indent + 2)
        yield from _at(indent + 2, self.trivia.ends.get(path, ()))

    def _item(
        self, value: dict[str, Plain] | list[Plain], path: Path, indent: int
    ) -> Iterator[str]:
        """Yield an item that begins behind its dash; what is said of its start goes above it."""
        if path in self.trivia.behind:
            yield " " * indent + self.trivia.behind[path]
        lines = iter(self._entries(value, path, indent + 2))
        while (line := next(lines)).lstrip(" ").startswith("#"):
            yield line[2:]
        yield f"{' ' * indent}- {line.lstrip(' ')}"
        yield from lines

    def _one_line(self, head: str, value: Plain, path: Path, indent: int) -> str | None:
        """Return a node with its head on one line, or None where it needs more."""
        if value is None:
            return None if path in self.trivia.ends else head
        if isinstance(value, dict | list) and value:
            if path in self.trivia.commented or not _is_compact(value, head):
                return None
            line = f"{head} {self._flow(value, path)}"
            return line if indent + _width(line) <= COLUMNS else None
        if isinstance(value, str):
            commented = path in self.trivia.behind and is_prose(path[-1], value)
            line = f"{head} {scalar(value, quoted=commented or path[-1] == _QUOTED)}"
            return None if _needs_block(value, indent, line) else line
        return f"{head} {self._flow(value, path)}"

    def _flow(self, value: Plain, path: Path) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(self._pairs(value, path)) + "}"
        if isinstance(value, list):
            inner = (self._flow(item, (*path, index)) for index, item in enumerate(value))
            return "[" + ", ".join(inner) + "]"
        if isinstance(value, str):
            return scalar(value, flow=True, quoted=path[-1:] == (_QUOTED,))
        if value is None:
            return "null"
        if isinstance(value, bool):
            return "true" if value else "false"
        return self.trivia.numbers.get(path) or number(value)

    def _pairs(self, value: dict[str, Plain], path: Path) -> Iterator[str]:
        for key, item in value.items():
            yield f"{scalar(key, flow=True)}: {self._flow(item, (*path, key))}"


def _items(tree: dict[str, Plain] | list[Plain]) -> Iterable[tuple[str | int, Plain]]:
    return tree.items() if isinstance(tree, dict) else enumerate(tree)


def _at(indent: int, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield " " * indent + line if line else ""


def _without_lead(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dropwhile(lambda line: not line, lines))


def _is_compact(value: dict[str, Plain] | list[Plain], head: str) -> bool:
    """Tell whether a collection is of a sort that may stand on one line."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return head == _PROOF and bool(value[0]) and _is_compact(value[0], "-")
    if any(isinstance(item, dict | list) for _, item in _items(value)):
        return False
    if isinstance(value, list):
        return True
    return head in ("-", _INLINE) and len(value) <= _FIELDS and _PROSE.isdisjoint(value)


def _needs_block(text: str, indent: int, line: str) -> bool:
    """Tell whether text is better read in a block: of several lines, or folded to fit."""
    if "\n" in text:
        return _is_literal(text) or _is_foldable(text, indent)
    return indent + _width(line) > COLUMNS and _is_foldable(text, indent)


def _is_literal(text: str) -> bool:
    """Tell whether each line of text can stand as it is."""
    body = text.removesuffix("\n").split("\n")
    ends = (body[0], body[-1])
    return all(ends) and not body[0].startswith(" ") and all(map(_is_clear, body))


def _is_clear(line: str) -> bool:
    return not is_hidden(line) and line == line.rstrip()


def _is_foldable(text: str, indent: int) -> bool:
    """Tell whether folding brings text below the limit without changing it."""
    words = _WORDS.split(text.removesuffix("\n"))
    room = COLUMNS - indent - 2
    return len(words) > 1 and all(
        word and _is_clear(word) and _width(word) <= room for word in words
    )


def _block(text: str, indent: int) -> list[str]:
    """Return text as a block: its mark, and its lines."""
    mark = "" if text.endswith("\n") else "-"
    body = text.removesuffix("\n")
    if (mark or indent + _width(body) > COLUMNS) and _is_foldable(text, indent - 2):
        return [f">{mark}", *_fold(body, indent)]
    # A blank line in text keeps its indentation here, so that it is not taken for one around it.
    return [f"|{mark}", *(" " * indent + line for line in body.split("\n"))]


def _fold(text: str, indent: int) -> Iterator[str]:
    margin = " " * indent
    line = ""
    for word in _WORDS.split(text):
        if line and indent + _width(line) + 1 + _width(word) > COLUMNS:
            yield margin + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield margin + line


def _width(text: str) -> int:
    return sum(2 if char >= _WIDE else 1 for char in text)
