"""The corpus: all articles and cases that were loaded, and what was wrong with them."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from attrs import field, frozen

from cppcc_cases.codec import NO_ID
from cppcc_cases.corpus.corrections import corrected
from cppcc_cases.errors import CasesError, Finding, Location, Path, Problem
from cppcc_cases.model import Article, ArticleId, Case, CaseId, LocalityCode, Mention, Metric, Read
from cppcc_cases.model.walk import cited
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.shown import Shown
from cppcc_cases.source.placing import Shadow, located, placed
from cppcc_cases.text import plural
from cppcc_cases.vocab.gazetteer import Gazetteer

if TYPE_CHECKING:
    from cppcc_cases.codec.partial import Partial


class NoSuchCase(CasesError, LookupError):
    """There is no case of that id. Takes the id, and the ids that come nearest."""

    def __init__(self, case: str, near: tuple[str, ...]) -> None:
        super().__init__(case, near)
        self.case = case
        self.near = near

    def __str__(self) -> str:
        hint = f"; did you mean {' or '.join(self.near)}?" if self.near else ""
        return f"there is no case {self.case}{hint}"


@frozen(kw_only=True)
class Loaded:
    """One file that was read: its article and cases, and where in the file each case stands.

    ``article_id`` is known even of some articles that could not be read. ``partial`` is what could
    be read of a faulty article or case, for rules alone, and ``shadow`` where they say nothing.
    ``text`` is what was read, unless it was a snapshot.
    """

    file: str
    article: Article | None
    article_id: ArticleId = NO_ID
    cases: tuple[Case, ...]
    places: tuple[int, ...]
    plugins: tuple[str, ...] = ()
    partial: "tuple[Partial, ...]" = field(default=(), eq=False, repr=False)
    shadow: Shadow = field(default=Shadow(), eq=False, repr=False)
    text: str | None = field(default=None, eq=False, repr=False)

    def location(self, path: Path) -> Location:
        """Return where in the file a path stands, or the nearest thing around it."""
        return located(self.file, self._text(), path)

    def placed(self, findings: Iterable[Finding]) -> Iterator[Problem]:
        """Yield findings as problems, each in its place."""
        return placed(self.file, self._text(), findings)

    def _text(self) -> str:
        if self.text is not None:
            return self.text
        from cppcc_cases.source.files import read_text

        text = read_text(FilePath(self.file))
        return text if isinstance(text, str) else ""


@frozen(kw_only=True)
class Corpus(Shown):
    """An immutable collection of cases.

    ``files`` are what was read, in order; ``problems`` is everything that was wrong, in the order
    of files and lines. A case with an error is left out of ``cases`` only where it could not be
    read at all, or where its id was taken. Two are equal that hold the same: ``gazetteer`` and
    ``registry``, which know what its ids stand for, don't count.
    """

    files: tuple[Loaded, ...]
    problems: tuple[Problem, ...] = ()
    gazetteer: Gazetteer = field(eq=False, repr=False)
    registry: Registry = field(eq=False, repr=False)

    @classmethod
    def of(cls, *files: Loaded, registry: Registry | None = None) -> "Corpus":
        """Return a corpus of files, with the gazetteer that ships with the library.

        ``registry`` is what the installed distributions register, unless it is given.
        """
        return cls(
            files=files, gazetteer=Gazetteer.shipped(), registry=registry or Registry.installed()
        )

    def __repr__(self) -> str:
        held = {"case": self.cases, "article": self.articles, "problem": self.problems}
        return f"<Corpus: {', '.join(plural(len(all_), name) for name, all_ in held.items())}>"

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """All articles, in the order of files."""
        return tuple(loaded.article for loaded in self.files if loaded.article)

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """All cases, in the order of files; of two with one id, the first."""
        return tuple(loaded.cases[index] for loaded, index in self._first_cases.values())

    @cached_property
    def corrects(self) -> dict[ArticleId, ArticleId]:
        """Which article corrects which, in the order in which they appeared."""
        dated = sorted(self.articles, key=lambda one: str(one.published.date.upper or ""))
        return {one.id: one.corrects for one in dated if one.corrects}

    @cached_property
    def corrections(self) -> dict[tuple[CaseId, Metric], tuple[Case, Metric]]:
        """The figures that a later article corrects: of which case, and by which of which."""
        told = [(case, one) for case in self.cases for one in case.metrics] if self.corrects else []
        by = corrected(told, self.corrects, self.registry)
        return {(told[old][0].id, told[old][1]): told[new] for old, new in by.items()}

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

    def case(self, id_: str) -> Case:
        """Return the case of an id.

        Raises :class:`NoSuchCase` with the ids that come nearest.
        """
        if id_ in self._first_cases:
            loaded, index = self._first_cases[CaseId(id_)]
            return loaded.cases[index]
        from difflib import get_close_matches

        near = get_close_matches(id_, [case.id for case in self.cases], n=5, cutoff=0.5)
        raise NoSuchCase(id_, tuple(near))

    def article(self, id_: ArticleId) -> Article | None:
        """Return the article of an id, or None."""
        loaded = self._first_articles.get(id_)
        return loaded.article if loaded else None

    def has_unread_article(self, id_: ArticleId) -> bool:
        """Tell whether a file gives an article of that id that could not be read."""
        return any(one.article is None and one.article_id == id_ for one in self.files)

    @cached_property
    def _excerpts(self) -> frozenset[ArticleId]:
        return frozenset(one.id for one in self.articles if one.read is Read.EXCERPT)

    def is_excerpt(self, cases: Iterable[Case]) -> bool:
        """Tell whether of an article that these cases cite only a part was read."""
        known = self._excerpts
        return bool(known) and not known.isdisjoint(one for case in cases for one in cited(case))

    def owner(self, id_: str) -> tuple[Loaded, int] | None:
        """Return the file that a case id belongs to, and the case's index among its cases."""
        return self._first_cases.get(CaseId(id_))

    def article_owner(self, id_: str) -> Loaded | None:
        """Return the file that an article id belongs to."""
        return self._first_articles.get(ArticleId(id_))

    def at(self, code: LocalityCode) -> tuple[Case, ...]:
        """Return the cases of a locality, alone or with others."""
        return tuple(case for case in self.cases if code in case.localities)

    def mentions(self, code: LocalityCode) -> tuple[tuple[Case, Mention], ...]:
        """Return where a locality is named by cases that are not its own."""
        return tuple(
            (case, mention)
            for case in self.cases
            for mention in case.mentions
            if mention.locality == code
        )

    def codes(self) -> frozenset[LocalityCode]:
        """Return the codes of all localities that have a case."""
        return frozenset(code for case in self.cases for code in case.localities)
