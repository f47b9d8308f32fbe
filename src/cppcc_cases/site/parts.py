"""What several sorts of pages share: long pages in a series, cards, stages over several cases."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from cppcc_cases.model import Case, Locality, LocalityCode, Stage, StageState, Text, strongest
from cppcc_cases.site.paging import Pager, chained
from cppcc_cases.site.source import Source
from cppcc_cases.site.view import CaseView, StageView
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang
from cppcc_cases.vocab.stages import stage_term

EACH = 24
"""How many entries of a list stand on one page of a locality, a kind or an article."""

Card = tuple[Case, CaseView, str]
"""What a card is made of: a case, its view, and the words by which it is found."""


def series(path: str, count: int, each: int = EACH) -> Sequence[Pager]:
    """Return the pages over which a page with so many entries is spread, at least one.

    The first has the path itself, the others stand in a folder of that name.
    """
    folder, _, ending = path.rpartition(".")
    return chained(path, f"{folder}/page-{{}}.{ending}", count, each)


def share_of(pager: Pager, each: int = EACH) -> slice:
    """Return which entries stand on a page of a series."""
    return slice((pager.at - 1) * each, pager.at * each)


def titled(words: SiteWords, title: str, pager: Pager) -> str:
    """Return the title of a page of a series, which no other page of it has."""
    return title if pager.at == 1 else title + words.brackets(words["page_no"].format(pager.at))


def cards(source: Source, words: SiteWords, cases: Iterable[Case]) -> list[Card]:
    """Return the cards of cases outside the list that can be narrowed."""
    return [(case, CaseView(case=case, source=source, words=words), "") for case in cases]


def counted(words: SiteWords, number: int, key: str = "case") -> str:
    """Return a number of things with their name, in the plural where English asks for it."""
    return words[f"{'one' if number == 1 else 'n'}_{key}"].format(number)


def merged(source: Source, words: SiteWords, cases: Sequence[Case]) -> tuple[StageView, ...]:
    """Return the stages with the strongest state that each has in any of the cases."""
    lives = [case.mechanism.lifecycle for case in cases]
    silent = source.silent(words, *cases)
    return tuple(
        StageView(
            id=stage.value,
            name=words.of(stage_term(stage).label),
            state=(state := strongest(life.state(stage) for life in lives)),
            says=silent if state is StageState.NOT_REPORTED else words.of(state.label),
            note="",
            sources=(),
        )
        for stage in Stage
    )


@frozen(kw_only=True)
class StageCount:
    """In how many of some cases a stage is practised, or provided for; ``of`` is their number."""

    id: str
    name: str
    practised: int
    provided: int
    of: int

    @property
    def told(self) -> int:
        """In how many cases the stage is told of."""
        return self.practised + self.provided


def stage_counts(words: SiteWords, cases: Sequence[Case]) -> tuple[StageCount, ...]:
    """Return for every stage how many of the cases tell of it."""
    states = {stage: [one.mechanism.lifecycle.state(stage) for one in cases] for stage in Stage}
    return tuple(
        StageCount(
            id=stage.value,
            name=words.of(stage_term(stage).label),
            practised=told.count(StageState.PRACTISED),
            provided=told.count(StageState.PROVIDED_FOR),
            of=len(cases),
        )
        for stage, told in states.items()
    )


def places_with_pages(source: Source) -> dict[LocalityCode, Locality]:
    """Return the localities that have a page, by code and in its order.

    They are those with cases, those that cases mention, and all above them.
    """
    corpus, get = source.corpus, source.corpus.gazetteer.get
    mentioned = {one.locality for case in corpus.cases for one in case.mentions}
    places = [place for code in corpus.codes() | mentioned if (place := get(code))]
    above = {code for place in places for code in place.parents}
    codes = sorted(above | {place.code for place in places})
    return {code: place for code in codes if (place := get(code))}


def kind_ids(source: Source) -> tuple[str, ...]:
    """Return the kinds that have a page: those installed, then those that cases name besides."""
    known = tuple(source.corpus.registry.kinds)
    used = {case.mechanism.kind for case in source.corpus.cases}
    return (*known, *sorted(used.difference(known)))


def other_name(words: SiteWords, text: Text) -> str:
    """Return a name in the language that the page is not in."""
    return text.en if words.lang is Lang.ZH else text.zh
