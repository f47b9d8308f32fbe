"""What the search box looks through: plain data that ``assets/search.js`` reads.

The texts themselves are the index: whatever a text holds is found, be it one character of it, a
compound or a number. A thousand cases are about a megabyte, in which a browser looks for any string
within a few milliseconds; a table of pairs of characters could not show where something was found,
and would find phrases that stand nowhere. What many entries say (names of places, kinds, topics and
indicators) stands once, in a table, and entries give its rows.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from attrs import frozen

from cppcc_cases.escape import visible
from cppcc_cases.facets import ids, labels
from cppcc_cases.folding_table import SIMPLIFIED, TRADITIONAL
from cppcc_cases.model import Article, Case, Evidence, Fact, Locality, Missing, OutcomeKind, Text
from cppcc_cases.model.vocabulary import Term
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.rows import rows
from cppcc_cases.query import group_by
from cppcc_cases.site.names import safe_path
from cppcc_cases.site.page import Page
from cppcc_cases.site.parts import places_with_pages
from cppcc_cases.site.shell import Shell, in_script
from cppcc_cases.site.source import Source
from cppcc_cases.text import Lang
from cppcc_cases.vocab.stages import STAGES

SORTS = {
    "case": ("cases/", ".html"),
    "locality": ("places/", ".html"),
    "kind": ("kinds/", ".html"),
    "topic": ("cases/index.html#topic=", ""),
    "stage": ("cases/index.html#stage=", ""),
    "outcome": ("cases/index.html#outcome=", ""),
    "indicator": ("vocabulary.html#indicator-", ""),
    "article": ("articles/", ".html"),
}
"""The sorts of entries, with what stands before and after an id in an entry's address."""

OUTCOMES = tuple(
    Term(id=kind.value, label=kind.label, definition=kind.definition) for kind in OutcomeKind
)

Record = tuple[int, str, str, str, list[int], list[int], list[int], list[int], str, str]


@frozen(kw_only=True)
class Entry:
    """One thing that can be found, with its words from the weightiest down.

    ``also`` is what else it is called. ``places``, ``kinds``, ``within`` (what its places lie in)
    and ``terms`` (topics and indicators) hold names that entries share: in each the first line is
    the one to show, further lines are other names.
    """

    sort: str
    id: str
    title: str
    also: str = ""
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    summary: str = ""
    rest: tuple[str, ...] = ()


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the script that the search box loads when it is entered."""
    text = script(shell.source, lang)
    yield Page(path=f"assets/search.{lang.value}.js", content=text.encode("utf-8"))


def script(source: Source, lang: Lang) -> str:
    """Return the script that hands the index of a language to the page."""
    words = source.words(lang)
    names: dict[str, int] = {}
    records = [_record(entry, names) for entry in entries(source, lang)]
    sorts = [(words[sort], *address) for sort, address in SORTS.items()]
    index = [sorts, list(names), records, [TRADITIONAL, SIMPLIFIED]]
    return f"cppccSearch.load({in_script(index)});\n"


def _record(entry: Entry, names: dict[str, int]) -> Record:
    """Return an entry as a row; names that are new to the table are added to it."""
    shared = (entry.places, entry.kinds, entry.within, entry.terms)
    places, kinds, within, terms = (
        [names.setdefault(name, len(names)) for name in dict.fromkeys(part)] for part in shared
    )
    sort, rest = tuple(SORTS).index(entry.sort), "\n".join(_needed(entry))
    after = SORTS[entry.sort][1]
    name = (
        safe_path(entry.id + after).removesuffix(after)
        if after
        else quote(entry.id, "", errors="replace")
    )
    start = (sort, name, entry.title, entry.also)
    return (*start, places, kinds, within, terms, entry.summary, rest)


def _needed(entry: Entry) -> Iterator[str]:
    """Yield what else an entry says, without what stands in something longer."""
    texts = dict.fromkeys((entry.summary, *entry.rest))
    for text in dict.fromkeys(entry.rest):
        if not any(text in other for other in texts if other != text):
            yield text


def entries(source: Source, lang: Lang) -> Iterator[Entry]:
    """Yield everything that can be found from the pages of a language."""
    reader = _Reader(source=source, lang=lang)
    corpus = source.corpus
    yield from map(reader.case, corpus.cases)
    yield from map(reader.place, places_with_pages(source).values())
    yield from reader.terms()
    yield from map(reader.article, corpus.articles)


@frozen(kw_only=True)
class _Reader:
    """Makes entries in one language."""

    source: Source
    lang: Lang

    def case(self, case: Case) -> Entry:
        """Return the entry of a case. Its limitations are no part: they say what is not told."""
        registry = self.source.corpus.registry
        places = {code: self.source.corpus.gazetteer.get(code) for code in case.localities}
        topics, figures = labels("topic", registry), labels("indicator", registry)
        told = _texts(case, registry)
        anchors = (part.anchor for _, part in walk(case) if isinstance(part, Evidence))
        measured = ids("indicator", case, self.source.corpus.gazetteer)
        # A Chinese page is searched in Chinese; an English one in both languages.
        chinese = [case.summary.zh] if self.lang is Lang.EN else []
        return Entry(
            sort="case",
            id=case.id,
            title=self._own(case.title),
            also=self._other(case.title),
            places=tuple(self._names(place) if place else code for code, place in places.items()),
            kinds=(self._term(case.mechanism.kind, case.mechanism.name),),
            within=tuple(
                self._names(one) for place in places.values() if place for one in self._above(place)
            ),
            terms=(
                *(self._term(id_, topics.get(id_)) for id_ in case.topics),
                *(self._term(id_, figures.get(id_)) for id_ in measured),
            ),
            summary=self._own(case.summary),
            rest=tuple(map(visible, (*chinese, *map(self._own, told), *anchors))),
        )

    def place(self, place: Locality) -> Entry:
        """Return the entry of a place."""
        return Entry(
            sort="locality",
            id=place.code,
            title=self._own(place.name),
            also=self._other(place.name),
            places=(self._names(place),),
            within=tuple(map(self._names, self._above(place))),
        )

    def terms(self) -> Iterator[Entry]:
        """Yield all kinds and indicators, and what cases have of topics, stages and outcomes."""
        registry = self.source.corpus.registry
        for id_, kind in registry.kinds.items():
            yield self._entry("kind", id_, kind.name, kind.definition)
        for id_, indicator in registry.indicators.items():
            yield self._entry("indicator", id_, indicator.label, indicator.definition)
        facets: dict[str, Iterable[Term]] = {
            "topic": registry.topics.values(),
            "stage": STAGES,
            "outcome": OUTCOMES,
        }
        for facet, known in facets.items():
            used = group_by(self.source.corpus, facet)
            for term in known:
                if term.id in used:
                    yield self._entry(facet, term.id, term.label, term.definition)

    def article(self, article: Article) -> Entry:
        """Return the entry of an article."""
        told = (article.column, article.byline, article.publisher)
        return Entry(
            sort="article",
            id=article.id,
            title=self._own(article.title),
            also=self._other(article.title),
            rest=tuple(self._own(one) for one in told if not isinstance(one, Missing)),
        )

    def _entry(self, sort: str, id_: str, name: Text, definition: Text) -> Entry:
        return Entry(
            sort=sort,
            id=id_,
            title=self._own(name),
            also=self._other(name),
            summary=self._own(definition),
        )

    def _own(self, text: Text | Fact) -> str:
        """Return a text in the page's language."""
        return visible(text.zh if self.lang is Lang.ZH else text.en)

    def _other(self, text: Text) -> str:
        """Return a text in the other language."""
        return visible(text.en if self.lang is Lang.ZH else text.zh)

    def _above(self, place: Locality) -> tuple[Locality, ...]:
        return self.source.corpus.gazetteer.ancestors(place)

    def _names(self, place: Locality) -> str:
        """Return all that a place is or was called, the name to show first."""
        former = [one.zh for one in place.former_names]
        codes = [place.code, *(one.code for one in place.former_names if one.code)]
        names = (self._own(place.name), self._other(place.name), *spellings(place.slug))
        return "\n".join(dict.fromkeys((*names, *codes, *former)))

    def _term(self, id_: str, name: Text | None) -> str:
        """Return what an entry of a vocabulary is called, the name to show first."""
        return f"{self._own(name)}\n{self._other(name)}\n{id_}" if name else visible(id_)


def spellings(slug: str) -> tuple[str, ...]:
    """Return pinyin as people type it: the ü after l and n as ``yu``, as ``v`` and as ``u``."""
    ways = (slug.replace("lyu", f"l{way}").replace("nyu", f"n{way}") for way in ("yu", "v", "u"))
    return tuple(dict.fromkeys(ways))


def _texts(case: Case, registry: Registry) -> Iterator[Text | Fact]:
    """Yield what a case tells in our own words, below its summary."""
    yield from case.committees
    for row in rows(case.mechanism, registry):
        yield from () if isinstance(row.facts, Missing) else row.facts
    yield from (one.text for one in case.outcomes)
    yield from (one.text for one in case.mentions)
