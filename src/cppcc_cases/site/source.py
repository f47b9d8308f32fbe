"""What all pages are made from: the corpus, the configuration, and what is looked up in them."""

from functools import cached_property

from attrs import field, frozen

from cppcc_cases import __version__
from cppcc_cases.comparison.likeness import Likeness, nearest_of_all
from cppcc_cases.model import Article, Case, CaseId, Locality, LocalityCode
from cppcc_cases.model.walk import cited
from cppcc_cases.query import group_by
from cppcc_cases.report.values import Silence
from cppcc_cases.site.config import Config
from cppcc_cases.site.words import SiteWords
from cppcc_cases.store import Store
from cppcc_cases.text import Lang

NEAR = 3


@frozen(kw_only=True, eq=False, slots=False)
class Source:
    """A corpus and a configuration, with what pages ask of them reckoned once."""

    corpus: Store
    config: Config = field(factory=Config)
    version: str = __version__

    @cached_property
    def _words(self) -> dict[Lang, SiteWords]:
        return {lang: SiteWords(lang, self.corpus.registry) for lang in Lang}

    def words(self, lang: Lang) -> SiteWords:
        """Return the words of a language."""
        return self._words[lang]

    @cached_property
    def places(self) -> dict[LocalityCode, Locality]:
        """The localities with cases, by code and in its order."""
        found = {code: self.corpus.gazetteer.get(code) for code in sorted(self.corpus.codes())}
        return {code: place for code, place in found.items() if place}

    @cached_property
    def cases_at(self) -> dict[str, tuple[Case, ...]]:
        """The cases of each locality."""
        return group_by(self.corpus, "locality")

    @cached_property
    def near(self) -> dict[CaseId, tuple[Likeness, ...]]:
        """The cases most like each case."""
        return nearest_of_all(self.corpus, NEAR)

    def articles_of(self, case: Case) -> tuple[Article, ...]:
        """Return the articles that a case cites."""
        return self.corpus.articles_of(cited(case))

    @cached_property
    def _silent_all(self) -> dict[Lang, str]:
        told = {self.corpus.is_excerpt([case]) for case in self.corpus.cases} or {False}
        silences = [Silence.untold(is_excerpt=one) for one in sorted(told)]
        return {
            lang: self.words(lang).join(one.label.in_(lang) for one in silences) for lang in Lang
        }

    def silent_all(self, lang: Lang) -> str:
        """Return what is said where any case may tell nothing."""
        return self._silent_all[lang]

    def silent(self, words: SiteWords, *cases: Case) -> str:
        """Return what is said where cases tell nothing: of an excerpt, that it is not in there."""
        return words.of(Silence.untold(is_excerpt=self.corpus.is_excerpt(cases)).label)
