"""What YAML text says beside its tree: comments and blank lines, and the nodes they go with."""

from collections.abc import Iterator
from functools import cached_property

from attrs import Factory, define, field, frozen

from cppcc_cases.errors import Path
from cppcc_cases.source.characters import lines
from cppcc_cases.source.nodes import Node, Nodes, Span


@frozen(kw_only=True)
class Trivia:
    """What a file says beside its tree.

    ``before`` holds the lines that stand above a node, an empty one being a blank line; those above
    the root are the head of the file. ``behind`` holds the comment that ends a node's line,
    ``ends`` the lines after the last entry of a collection. ``numbers`` are numbers as written.
    """

    before: dict[Path, tuple[str, ...]] = Factory(dict)
    behind: dict[Path, str] = Factory(dict)
    ends: dict[Path, tuple[str, ...]] = Factory(dict)
    numbers: dict[Path, str] = Factory(dict)

    @cached_property
    def commented(self) -> frozenset[Path]:
        """The paths of all collections within which a comment stands."""
        said = [path for path, above in self.before.items() if any(above)]
        outer = {path[:size] for path in (*said, *self.behind) for size in range(len(path))}
        inner = {path[:size] for path in self.ends for size in range(len(path) + 1)}
        return frozenset(outer | inner)


@frozen
class Comment:
    """A comment: its line and column, from 1, and whether nothing but blanks stands before it."""

    line: int
    column: int
    text: str
    is_alone: bool


def comments(text: str) -> tuple[Comment, ...]:
    """Return the comments of text that is free of faults; a # within words or text is none."""
    return tuple(_comments(lines(text), Nodes.of(text).spans))


def trivia(text: str) -> Trivia:
    """Return comments and blank lines of text that is free of faults, each with its node."""
    found = Nodes.of(text)
    split = lines(text)
    gatherer = _Gatherer(found.nodes)
    for one in _comments(split, found.spans):
        gatherer.comment(one)
    taken = {number for span in found.spans for number in range(span.line, _last(span, split) + 1)}
    for number, line in enumerate(split, 1):
        if number not in taken and not line.strip(" \t"):
            gatherer.loose.append(Comment(number, 1, "", True))
    return gatherer.gathered()


def _last(span: Span, split: list[str]) -> int:
    """Return the last line of a stretch of text, without the blank lines that may follow it."""
    last = span.end - 1 if span.end_column == 1 and span.end > span.line else span.end
    while span.is_block and last > span.line and not split[last - 1].strip(" \t"):
        last -= 1
    return last


def _comments(split: list[str], spans: list[Span]) -> Iterator[Comment]:
    covered: dict[int, list[tuple[int, int]]] = {}
    for span in spans:
        first = span.line + 1 if span.is_block else span.line
        for number in range(first, _last(span, split) + 1):
            start = span.column if number == span.line else 1
            stop = span.end_column if number == span.end else len(split[number - 1]) + 1
            covered.setdefault(number, []).append((start, stop))
    for number, line in enumerate(split, 1):
        column = _hash(line, covered.get(number, [])) if "#" in line else 0
        if column:
            before, said = line[: column - 1], line[column - 1 :]
            yield Comment(number, column, said.rstrip(), not before.strip(" \t"))


def _hash(line: str, covered: list[tuple[int, int]]) -> int:
    """Return the column at which a comment begins, or 0."""
    for column, char in enumerate(line, 1):
        if char == "#" and not any(start <= column < stop for start, stop in covered):
            return column
    return 0


@define
class _Gatherer:
    """Finds for each comment and blank line the node with which it goes."""

    nodes: list[Node]
    loose: list[Comment] = field(factory=list)
    before: dict[Path, list[str]] = field(factory=dict)
    behind: dict[Path, str] = field(factory=dict)
    ends: dict[Path, list[str]] = field(factory=dict)

    def comment(self, one: Comment) -> None:
        """Take a comment: one behind a node goes with it, any other waits for its neighbours."""
        owner = None if one.is_alone else self._owner(one.line)
        if owner is None:
            self.loose.append(one)
            return
        if owner in self.behind:
            self.before.setdefault(owner, []).append(self.behind[owner])
        self.behind[owner] = one.text

    def _owner(self, line: int) -> Path | None:
        """Return the node that a comment at the end of a line goes with.

        It is the last node that begins or ends on the line; of those that are whole by then, the
        largest around it.
        """
        here = [node for node in self.nodes if node.path and line in (node.line, node.last)]
        if not here:
            return None
        whole = {node.path for node in here if node.last == line}
        path = here[-1].path
        if path in whole:
            while path[:-1] in whole:
                path = path[:-1]
        return path

    def gathered(self) -> Trivia:
        """Return all that was found."""
        groups: dict[int, list[Comment]] = {}
        at = 0
        for one in sorted(self.loose, key=lambda comment: comment.line):
            while at < len(self.nodes) and self.nodes[at].line <= one.line:
                at += 1
            groups.setdefault(at, []).append(one)
        for at, group in groups.items():
            self._place(group, at)
        return Trivia(
            before={path: tuple(said) for path, said in self.before.items()},
            behind=self.behind,
            ends={path: tuple(said) for path, said in self.ends.items()},
            numbers={node.path: node.number for node in self.nodes if node.number},
        )

    def _place(self, group: list[Comment], at: int) -> None:
        """Give the lines between two nodes to what ends above them or to what follows them."""
        following = self.nodes[at] if at < len(self.nodes) else None
        homes = self._homes(at, following)
        waiting: list[str] = []
        for one in group:
            if not one.text:
                waiting.append("")
                continue
            while homes and not _belongs(one, homes[0]):
                del homes[0]
            path = homes[0].path if homes else following.path if following else ()
            into = self.before if following and not homes else self.ends
            into.setdefault(path, []).extend((*waiting, one.text))
            waiting = []
        if waiting and following:
            self.before.setdefault(following.path, []).append("")

    def _homes(self, at: int, following: Node | None) -> list[Node]:
        """Return what ends between two nodes, the innermost first, as far as it can hold a comment.

        That is a collection with something in it, or a name that has nothing after it.
        """
        if not at:
            return []
        last = self.nodes[at - 1].path
        around = {last[:size] for size in range(1, len(last) + 1)}
        outer = following.path[:-1] if following else ()
        edge = next(node.column for node in self.nodes if node.path == outer)
        found = [
            node
            for node in reversed(self.nodes[:at])
            if node.path in around and node.path != outer[: len(node.path)]
        ]
        return [
            node for node in found if _can_hold(node) and (node.is_flow or _inside(node) > edge)
        ]


def _can_hold(node: Node) -> bool:
    return bool(node.children) or (node.is_blank and isinstance(node.path[-1], str))


def _inside(node: Node) -> int:
    return node.column if node.is_collection else node.key_column + 1


def _belongs(one: Comment, node: Node) -> bool:
    """Tell whether a comment stands in something: within its brackets, or as far in as it is."""
    if node.is_flow:
        return one.line < node.last
    return one.is_alone and one.column >= _inside(node)
