"""What every holder of cases answers, and all that follows from it.

A holder has cases in memory, or in a file from which it decodes those that are asked for. Both
answer alike; whoever asks need not know which it is.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from cppcc_cases.errors import CasesError, Problem
from cppcc_cases.facets import GROUPS, ids
from cppcc_cases.model import Article, ArticleId, Case, CaseId, LocalityCode, Mention, Metric
from cppcc_cases.model.walk import cited
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.shown import Shown
from cppcc_cases.store.corrections import corrected
from cppcc_cases.text import plural
from cppcc_cases.vocab.gazetteer import Gazetteer

if TYPE_CHECKING:
    from cppcc_cases.store.loaded import Loaded


class NoSuchCase(CasesError, LookupError):
    """There is no case of that id. Takes the id, and the ids that come nearest."""

    def __init__(self, case: str, near: tuple[str, ...]) -> None:
        super().__init__(case, near)
        self.case = case
        self.near = near

    def __str__(self) -> str:
        hint = f"; did you mean {' or '.join(self.near)}?" if self.near else ""
        return f"there is no case {self.case}{hint}"


@frozen
class Query:
    """Cases that have one of some ids under each of some keys; without any, all cases.

    Keys are ``id``, the facets by which cases are grouped, ``article`` (one that they cite) and
    ``mention`` (a locality that they mention).
    """

    any_of: tuple[tuple[str, frozenset[str]], ...] = ()

    @classmethod
    def of(cls, **any_of: Iterable[str]) -> "Query":
        """Return the query for ids under keys."""
        return cls(tuple((key, frozenset(ids)) for key, ids in sorted(any_of.items())))


EVERY = Query()


def keys_of(case: Case, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Yield all that a case is found by: keys, each with an id."""
    yield "id", case.id
    for facet in GROUPS:
        yield from ((facet, id_) for id_ in ids(facet, case, gazetteer))
    yield from (("article", id_) for id_ in cited(case))
    yield from (("mention", one.locality) for one in case.mentions)


class Store(Shown):
    """A collection of cases, which does not change.

    A holder says what is in ``files``, ``problems``, ``gazetteer`` and ``registry``, and answers
    :meth:`find`, :meth:`values`, :meth:`articles_of`, :meth:`has_unread_article`, :meth:`owner`,
    :meth:`article_owner`, :meth:`correcting` and :meth:`excerpts_of`; all else follows.
    """

    problems: tuple[Problem, ...]
    gazetteer: Gazetteer
    registry: Registry

    if TYPE_CHECKING:

        @property
        def files(self) -> tuple[Loaded, ...]:
            """Everything that was read, in order."""

    def find(self, query: Query) -> tuple[Case, ...]:
        """Return cases in the order of files; of two with one id, the first."""
        raise NotImplementedError

    def values(self, key: str) -> frozenset[str]:
        """Return all ids that cases have under a key."""
        raise NotImplementedError

    def articles_of(self, ids: Collection[str] | None = None) -> tuple[Article, ...]:
        """Return the articles of some ids (all, unless some are given), in the order of files."""
        raise NotImplementedError

    def has_unread_article(self, id_: ArticleId) -> bool:
        """Tell whether a file gives an article of that id that could not be read."""
        raise NotImplementedError

    def owner(self, id_: str) -> "tuple[Loaded, int] | None":
        """Return the file that a case id belongs to, and the case's index among its cases."""
        raise NotImplementedError

    def article_owner(self, id_: str) -> "Loaded | None":
        """Return the file that an article id belongs to."""
        raise NotImplementedError

    def correcting(self) -> tuple[Article, ...]:
        """Return the articles that correct others, in the order of files."""
        raise NotImplementedError

    def excerpts_of(self) -> frozenset[ArticleId]:
        """Return the articles of which only a part was read."""
        raise NotImplementedError

    def __hash__(self) -> int:
        return hash((self.values("id"), len(self.problems)))

    def __repr__(self) -> str:
        held = {
            "case": self.values("id"),
            "article": self.articles,
            "problem": self.problems,
        }
        return f"<Corpus: {', '.join(plural(len(all_), name) for name, all_ in held.items())}>"

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """All cases, in the order of files; of two with one id, the first."""
        return self.find(EVERY)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """All articles, in the order of files."""
        return self.articles_of()

    @cached_property
    def corrects(self) -> dict[ArticleId, ArticleId]:
        """Which article corrects which, in the order in which they appeared."""
        dated = sorted(self.correcting(), key=lambda one: str(one.published.date.upper or ""))
        return {one.id: one.corrects for one in dated if one.corrects}

    @cached_property
    def corrections(self) -> dict[tuple[CaseId, Metric], tuple[Case, Metric]]:
        """The figures that a later article corrects: of which case, and by which of which."""
        concerned = {*self.corrects, *self.corrects.values()}
        cases = self.find(Query.of(article=concerned)) if concerned else ()
        told = [(case, one) for case in cases for one in case.metrics]
        by = corrected(told, self.corrects, self.registry)
        return {(told[old][0].id, told[old][1]): told[new] for old, new in by.items()}

    def correction(self, case: Case, metric: Metric) -> Metric | None:
        """Return the figure by which a figure of a case is corrected, if it is."""
        found = self.corrections.get((case.id, metric))
        return found[1] if found else None

    @cached_property
    def _excerpts(self) -> frozenset[ArticleId]:
        return self.excerpts_of()

    def has(self, id_: str) -> bool:
        """Tell whether there is a case of an id."""
        return bool(self.find(Query.of(id=[id_])))

    def case(self, id_: str) -> Case:
        """Return the case of an id.

        Raises :class:`NoSuchCase` with the ids that come nearest.
        """
        for case in self.find(Query.of(id=[id_])):
            return case
        from difflib import get_close_matches

        near = get_close_matches(id_, sorted(self.values("id")), n=5, cutoff=0.5)
        raise NoSuchCase(id_, tuple(near))

    def article(self, id_: str) -> Article | None:
        """Return the article of an id, or None; of two with one id, the first."""
        return next(iter(self.articles_of([id_])), None)

    def is_excerpt(self, cases: Iterable[Case]) -> bool:
        """Tell whether of an article that these cases cite only a part was read."""
        known = self._excerpts
        return bool(known) and not known.isdisjoint(one for case in cases for one in cited(case))

    def at(self, code: LocalityCode) -> tuple[Case, ...]:
        """Return the cases of a locality, alone or with others."""
        return self.find(Query.of(locality=[code]))

    def mentions(self, code: LocalityCode) -> tuple[tuple[Case, Mention], ...]:
        """Return where a locality is named by cases that are not its own."""
        return tuple(
            (case, mention)
            for case in self.find(Query.of(mention=[code]))
            for mention in case.mentions
            if mention.locality == code
        )

    def codes(self) -> frozenset[LocalityCode]:
        """Return the codes of all localities that have a case."""
        return frozenset(map(LocalityCode, self.values("locality")))
