"""Cases on shelves: only those that are asked for are decoded."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any

from attrs import frozen

from cppcc_cases.codec import decode_one
from cppcc_cases.errors import Problem
from cppcc_cases.model import Article, ArticleId, Case
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.tree import Plain
from cppcc_cases.store.loaded import Loaded
from cppcc_cases.store.shelf import Shelf
from cppcc_cases.store.store import Query, Store
from cppcc_cases.vocab.gazetteer import Gazetteer


@frozen(eq=False)
class Row:
    """A shelf, and which of its files count, by their ids: as they are called, in their order."""

    shelf: Shelf
    files: Mapping[int, str]

    @cached_property
    def rank(self) -> dict[int, int]:
        """The place of each file in the order."""
        return {file: at for at, file in enumerate(self.files)}


class Cached(Store):
    """A collection of cases that lie on shelves.

    It answers as :class:`~cppcc_cases.store.Corpus` does, and is equal to one that holds the same.
    Raises :class:`sqlite3.Error` where a shelf is destroyed while it is in use.
    """

    def __init__(
        self, rows: Iterable[Row], registry: Registry, problems: tuple[Problem, ...] = ()
    ) -> None:
        self.rows = tuple(rows)
        self.registry = registry
        self.gazetteer = Gazetteer.shipped()
        self.problems = problems
        self._read: dict[tuple[int, str, int], Any] = {}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Store):
            return NotImplemented
        return (self.files, self.problems) == (other.files, other.problems)

    __hash__ = Store.__hash__

    @cached_property
    def _hidden(self) -> frozenset[tuple[int, int]]:
        """The cases whose id an earlier one has: the place of their shelf, and their ``at``."""
        ids: set[str] = set()
        for nth, row in enumerate(self.rows):
            ids |= row.shelf.twice()[0]
            for other in self.rows[:nth]:
                ids |= other.shelf.shared(row.shelf)[0]
        if not ids:
            return frozenset()
        seen: set[str] = set()
        hidden = set()
        for nth, _, _, id_, at in self._found((("id", frozenset(ids)),)):
            if id_ in seen:
                hidden.add((nth, at))
            seen.add(id_)
        return frozenset(hidden)

    def _found(self, wanted: Iterable[tuple[str, frozenset[str]]]) -> list[Any]:
        """Return shelf, rank, place, id and ``at`` of cases, in the order of files."""
        asked = tuple(wanted)
        return sorted(
            (nth, row.rank[file], place, id_, at)
            for nth, row in enumerate(self.rows)
            for file, place, id_, at in row.shelf.cases(asked)
            if file in row.files
        )

    def find(self, query: Query) -> tuple[Case, ...]:
        """Return the cases that are asked for."""
        hidden = self._hidden
        found = [(n, at) for n, _, _, _, at in self._found(query.any_of) if (n, at) not in hidden]
        self._decode(found)
        return tuple(self._read[n, "case", at] for n, at in found)

    def _decode(self, wanted: Iterable[tuple[int, int]]) -> None:
        """Read cases that were not read yet."""
        lacking: dict[int, list[int]] = {}
        for nth, at in wanted:
            if (nth, "case", at) not in self._read:
                lacking.setdefault(nth, []).append(at)
        for nth, places in lacking.items():
            shelf = self.rows[nth].shelf
            for at, article, tree in shelf.docs(places):
                self._read[nth, "case", at] = self._made(tree, Case, article)

    def _made(self, tree: Plain, cls: type, article: str) -> Any:
        made = decode_one(tree, cls, ArticleId(article), self.registry)
        if made is None:  # what was right is wrong: kinds, or the shelf, are not what they were
            raise sqlite3.DatabaseError("a case that was kept can't be read")
        return made

    def values(self, key: str) -> frozenset[str]:
        """Return all ids that cases have under a key."""
        hidden = self._hidden
        found = set()
        for nth, row in enumerate(self.rows):
            out = {at for n, at in hidden if n == nth}
            found |= row.shelf.values(key, row.files, out)
        return frozenset(found)

    def articles_of(self, ids: Collection[str] | None = None) -> tuple[Article, ...]:
        """Return the articles of some ids, or all, in the order of files."""
        return tuple(self._article(*one) for one in self._articles(ids))

    def _articles(self, ids: Collection[str] | None) -> list[tuple[int, int, Plain]]:
        """Return shelf, file and tree of articles, in the order of files."""
        found = [
            (nth, file, tree)
            for nth, row in enumerate(self.rows)
            for file, tree in row.shelf.articles(ids)
            if file in row.files
        ]
        return sorted(found, key=lambda one: (one[0], self.rows[one[0]].rank[one[1]]))

    def _article(self, nth: int, file: int, tree: Any) -> Article:
        key = (nth, "article", file)
        if key not in self._read:
            self._read[key] = self._made(tree, Article, str(tree["id"]))
        made: Article = self._read[key]
        return made

    def has_unread_article(self, id_: ArticleId) -> bool:
        """Tell whether a file gives an article of that id that could not be read."""
        return any(row.shelf.is_unread(id_) for row in self.rows)

    def state_of(self, article: str) -> str | None:
        """Return what tells whether an article is still the same, or None if there is none."""
        states = (row.shelf.state_of(article) for row in self.rows)
        return next(filter(None, states), None)

    def correcting(self) -> tuple[Article, ...]:
        """Return the articles that correct others."""
        ids = {id_ for row in self.rows for id_ in row.shelf.articles_with("corrects")}
        return tuple(one for one in self.articles_of(ids) if one.corrects) if ids else ()

    def excerpts_of(self) -> frozenset[ArticleId]:
        """Return the articles of which only a part was read."""
        return frozenset(
            ArticleId(id_)
            for row in self.rows
            for id_ in row.shelf.articles_with("excerpt", row.files)
        )

    @cached_property
    def files(self) -> tuple[Loaded, ...]:
        """Everything that was read, in order, but for its text."""
        return tuple(self._file(n, file) for n, row in enumerate(self.rows) for file in row.files)

    def _file(self, nth: int, file: int) -> Loaded:
        shelf, shown = self.rows[nth].shelf, self.rows[nth].files[file]
        article_id, plugins, cases = shelf.file(file)
        self._decode((nth, at) for _, at in cases)
        article = next((self._article(nth, file, t) for t in shelf.article_in(file)), None)
        return Loaded(
            file=shown,
            article=article,
            article_id=ArticleId(article_id),
            cases=tuple(self._read[nth, "case", at] for _, at in cases),
            places=tuple(place for place, _ in cases),
            plugins=plugins,
        )

    def owner(self, id_: str) -> tuple[Loaded, int] | None:
        """Return the file that a case id belongs to, and the case's index among its cases."""
        for nth, rank, _, _, at in self._found((("id", frozenset([id_])),)):
            one = self._file(nth, [*self.rows[nth].files][rank])
            case = self._read[nth, "case", at]
            return one, next(n for n, other in enumerate(one.cases) if other is case)
        return None

    def article_owner(self, id_: str) -> Loaded | None:
        """Return the file that an article id belongs to."""
        return next((self._file(nth, file) for nth, file, _ in self._articles([id_])), None)
