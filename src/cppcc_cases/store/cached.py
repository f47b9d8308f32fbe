"""Cases on shelves: only those that are asked for are decoded."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any

from attrs import frozen

from cppcc_cases.codec import decode_one
from cppcc_cases.errors import Problem
from cppcc_cases.model import Article, ArticleId, Case
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.tree import Plain
from cppcc_cases.store.loaded import Loaded
from cppcc_cases.store.shelf import ARTICLE, CASE, Shelf
from cppcc_cases.store.store import Query, Store
from cppcc_cases.vocab.gazetteer import Gazetteer


@frozen(eq=False)
class Row:
    """A shelf, and which of its files count, by their ids: as they are called, and their places.

    Places are those among the files of all rows of a collection.
    """

    shelf: Shelf
    files: dict[int, str]
    place: dict[int, int]

    @classmethod
    def of(cls, shelf: Shelf, files: dict[int, str]) -> "Row":
        """Return a row whose files stand before all others, as they are given."""
        return cls(shelf, files, {file: at for at, file in enumerate(files)})


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
    def twice(self) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of cases, and of articles, that more than one entry bears."""
        cases, articles = (
            frozenset(id_ for id_, times in self._named(sort).items() if times > 1)
            for sort in (CASE, ARTICLE)
        )
        return cases, articles

    def _named(self, sort: str) -> Counter[str]:
        """Return how often ids occur that may occur twice."""
        ids: set[str] = set()
        for nth, row in enumerate(self.rows):
            ids |= row.shelf.twice(sort)
            for other in self.rows[:nth]:
                ids |= row.shelf.shared(other.shelf, sort)
        return Counter(
            id_
            for row in self.rows
            for id_, file in row.shelf.named(sort, ids)
            if file in row.files
        )

    @cached_property
    def _hidden(self) -> frozenset[tuple[int, int]]:
        """The cases whose id an earlier one has: the place of their shelf, and their ``at``."""
        ids = self.twice[0]
        if not ids:
            return frozenset()
        seen: set[str] = set()
        hidden = set()
        for nth, _, id_, at in self._found((("id", ids),)):
            if id_ in seen:
                hidden.add((nth, at))
            seen.add(id_)
        return frozenset(hidden)

    def _found(self, wanted: Iterable[tuple[str, frozenset[str]]]) -> Iterator[Any]:
        """Yield shelf, file, id and ``at`` of cases, in the order of files."""
        asked = tuple(wanted)
        placed = sorted(
            (row.place[file], place, nth, file, id_, at)
            for nth, row in enumerate(self.rows)
            for file, place, id_, at in row.shelf.cases(asked)
            if file in row.files
        )
        return (found for _, _, *found in placed)

    def find(self, query: Query) -> tuple[Case, ...]:
        """Return the cases that are asked for."""
        hidden = self._hidden
        found = [(n, at) for n, _, _, at in self._found(query.any_of) if (n, at) not in hidden]
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
        return sorted(found, key=lambda one: self.rows[one[0]].place[one[1]])

    def _article(self, nth: int, file: int, tree: Any) -> Article:
        key = (nth, "article", file)
        if key not in self._read:
            self._read[key] = self._made(tree, Article, str(tree["id"]))
        made: Article = self._read[key]
        return made

    def has_unread_article(self, id_: ArticleId) -> bool:
        """Tell whether a file gives an article of that id that could not be read."""
        return any(row.shelf.is_unread(id_, row.files) for row in self.rows)

    def state_of(self, article: str) -> str | None:
        """Return what tells whether an article is still the same, or None if there is none."""
        states = (row.shelf.state_of(article, row.files) for row in self.rows)
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
        placed = ((row.place[f], n, f) for n, row in enumerate(self.rows) for f in row.files)
        return tuple(self._file(nth, file) for _, nth, file in sorted(placed))

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
        for nth, file, _, at in self._found((("id", frozenset([id_])),)):
            one = self._file(nth, file)
            case = self._read[nth, "case", at]
            return one, next(n for n, other in enumerate(one.cases) if other is case)
        return None

    def article_owner(self, id_: str) -> Loaded | None:
        """Return the file that an article id belongs to."""
        return next((self._file(nth, file) for nth, file, _ in self._articles([id_])), None)
