"""Cases held in memory."""

from collections import defaultdict
from collections.abc import Collection
from functools import cached_property

from attrs import field, frozen

from cppcc_cases.errors import Problem
from cppcc_cases.model import Article, ArticleId, Case, CaseId, Read
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store.loaded import Loaded
from cppcc_cases.store.store import Query, Store, keys_of
from cppcc_cases.vocab.gazetteer import Gazetteer


@frozen(kw_only=True, repr=False, slots=False)
class Corpus(Store):
    """An immutable collection of cases, all of them in memory.

    ``files`` are what was read, in order; ``problems`` is everything that was wrong, in the order
    of files and lines. A case with an error is left out of ``cases`` only where it could not be
    read at all, or where its id was taken. Two are equal that hold the same: ``gazetteer`` and
    ``registry``, which know what its ids stand for, don't count.
    """

    files: tuple[Loaded, ...]
    problems: tuple[Problem, ...] = ()
    gazetteer: Gazetteer = field(eq=False, repr=False)
    registry: Registry = field(eq=False, repr=False)

    __hash__ = Store.__hash__

    @classmethod
    def of(cls, *files: Loaded, registry: Registry | None = None) -> "Corpus":
        """Return a corpus of files, with the gazetteer that ships with the library.

        ``registry`` is what the installed distributions register, unless it is given.
        """
        return cls(
            files=files, gazetteer=Gazetteer.shipped(), registry=registry or Registry.installed()
        )

    def find(self, query: Query) -> tuple[Case, ...]:
        """Return the cases that are asked for."""
        places = range(len(self._cases))
        wanted = set(places)
        for key, ids in query.any_of:
            wanted &= {at for id_ in ids for at in self._index.get(key, {}).get(id_, ())}
        return tuple(self._cases[at] for at in places if at in wanted)

    @cached_property
    def _cases(self) -> tuple[Case, ...]:
        return tuple(loaded.cases[index] for loaded, index in self._first_cases.values())

    @cached_property
    def _index(self) -> dict[str, dict[str, list[int]]]:
        """Which cases, by their places, have which ids under which key."""
        found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, case in enumerate(self._cases):
            for key, id_ in keys_of(case, self.gazetteer):
                found[key][id_].append(at)
        return found

    def values(self, key: str) -> frozenset[str]:
        """Return all ids that cases have under a key."""
        return frozenset(self._index.get(key, ()))

    def articles_of(self, ids: Collection[str] | None = None) -> tuple[Article, ...]:
        """Return the articles of some ids, or all, in the order of files."""
        if ids is None:
            return tuple(loaded.article for loaded in self.files if loaded.article)
        found = (one for id_ in ids for one in self._articles.get(id_, ()))
        return tuple(one for _, one in sorted(found, key=lambda one: one[0]))

    @cached_property
    def _articles(self) -> dict[str, list[tuple[int, Article]]]:
        found: dict[str, list[tuple[int, Article]]] = {}
        for at, article in enumerate(self.articles):
            found.setdefault(article.id, []).append((at, article))
        return found

    def has_unread_article(self, id_: ArticleId) -> bool:
        """Tell whether a file gives an article of that id that could not be read."""
        return any(one.article is None and one.article_id == id_ for one in self.files)

    def correcting(self) -> tuple[Article, ...]:
        """Return the articles that correct others."""
        return tuple(one for one in self.articles if one.corrects)

    def excerpts_of(self) -> frozenset[ArticleId]:
        """Return the articles of which only a part was read."""
        return frozenset(one.id for one in self.articles if one.read is Read.EXCERPT)

    @cached_property
    def _first_cases(self) -> dict[CaseId, tuple[Loaded, int]]:
        first: dict[CaseId, tuple[Loaded, int]] = {}
        for loaded in self.files:
            for index, case in enumerate(loaded.cases):
                first.setdefault(case.id, (loaded, index))
        return first

    @cached_property
    def _first_articles(self) -> dict[ArticleId, Loaded]:
        first: dict[ArticleId, Loaded] = {}
        for loaded in self.files:
            if loaded.article:
                first.setdefault(loaded.article.id, loaded)
        return first

    def owner(self, id_: str) -> tuple[Loaded, int] | None:
        """Return the file that a case id belongs to, and the case's index among its cases."""
        return self._first_cases.get(CaseId(id_))

    def article_owner(self, id_: str) -> Loaded | None:
        """Return the file that an article id belongs to."""
        return self._first_articles.get(ArticleId(id_))
