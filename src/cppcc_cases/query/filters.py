"""Pure filters over cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from cppcc_cases import model
from cppcc_cases.folding import fold
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.rows import rows
from cppcc_cases.query.only import Only
from cppcc_cases.query.selection import Selection
from cppcc_cases.query.terms import term_id
from cppcc_cases.store import Query, Store
from cppcc_cases.vocab.gazetteer import Gazetteer

Test = Callable[[model.Case], bool]
InState = Callable[[model.Case], tuple[tuple[model.Stage, model.StageState], ...]]


def select(
    corpus: Store,
    *,
    locality: str | None = None,
    province: str | None = None,
    level: str | None = None,
    kind: str | None = None,
    stage: str | None = None,
    state: str | None = None,
    topic: str | None = None,
    indicator: str | None = None,
    window: str | None = None,
    year: str | int | None = None,
    part: str | None = None,
    outcome: str | None = None,
    status: str | None = None,
    period: str | None = None,
    text: str | None = None,
) -> Selection:
    """Return the cases that pass every filter given, in the corpus's order.

    ``locality`` and ``province`` take any name that the gazetteer resolves; ``province`` takes in
    all that lies within. ``stage`` asks for cases that practise the stage, or of which it is in the
    ``state`` asked for; a state alone, for cases of which any stage is in it.
    ``indicator``, ``window``, ``year`` and ``part`` together ask for cases with a figure that is
    all of it. ``outcome`` and ``status`` together ask for
    one outcome that is both. ``period`` (EDTF) asks for cases whose time may overlap it. ``text``
    is looked for in all that a case says, its places and its anchors; case, width, invisible and
    traditional characters don't count.

    Raises :class:`~cppcc_cases.query.terms.UnknownTerm`, the gazetteer's ``LocalityError``, and
    :class:`~cppcc_cases.errors.Fault` for a period that is none.
    """
    terms = {"level": level, "kind": kind, "topic": topic, "indicator": indicator}
    asked = [*_places(corpus, locality, province), *_terms(corpus, terms)]
    tests: list[Test] = []
    if (window, year, part) != (None, None, None):
        only = Only.of(corpus.registry, indicator=indicator, window=window, year=year, part=part)
        tests.append(lambda case: any(map(only.holds, case.metrics)))
    if stage is not None or state is not None:
        in_state = stages_in_state(corpus.registry, stage, state)
        tests.append(lambda case: bool(in_state(case)))
    if outcome is not None or status is not None:
        tests.append(_outcome(corpus.registry, outcome, status))
    if period is not None:
        wanted = model.Edtf.parse(period)
        tests.append(lambda case: case.period.date.overlaps(wanted))
    if text is not None:
        sought = fold(text).casefold()
        tests.append(lambda case: sought in fold(haystack(case, corpus)).casefold())
    found = corpus.find(Query(tuple(asked)))
    return Selection(case for case in found if all(test(case) for test in tests))


_Asked = tuple[str, frozenset[str]]


def _places(corpus: Store, locality: str | None, province: str | None) -> Iterator[_Asked]:
    gazetteer = corpus.gazetteer
    if locality is not None:
        yield "locality", frozenset([gazetteer.resolve(locality, corpus.codes()).locality.code])
    if province is not None:
        whole = gazetteer.resolve(province).locality.code
        below = (code for code in corpus.codes() if gazetteer.within(code, whole))
        yield "locality", frozenset(below)


def _terms(corpus: Store, wanted: Mapping[str, str | None]) -> Iterator[_Asked]:
    """Yield what is asked for by ids, which may be such as only cases of this corpus have."""
    for facet, word in wanted.items():
        if word is not None:
            there = word in corpus.values(facet)
            id_ = word if there else term_id(facet, word, corpus.registry)
            yield facet, frozenset([id_])


def stages_in_state(registry: Registry, stage: str | None, state: str | None) -> InState:
    """Return what finds the stages of a case, or the one asked for, that are in a state.

    Practised is meant unless a state is asked for. Stages that a kind can't describe are in none.
    """
    asked = None if stage is None else model.Stage(term_id("stage", stage, registry))
    wanted = model.StageState.PRACTISED
    if state is not None:
        wanted = model.StageState(term_id("state", state, registry))

    def find(case: model.Case) -> tuple[tuple[model.Stage, model.StageState], ...]:
        kind = registry.kinds.get(case.mechanism.kind)
        able = (kind.stages if kind else model.EVERY_STAGE) & (
            {asked} if asked else model.EVERY_STAGE
        )
        return tuple(
            (at, now) for at, now in case.mechanism.lifecycle if now is wanted and at in able
        )

    return find


def _outcome(registry: Registry, outcome: str | None, status: str | None) -> Test:
    kind_id = term_id("outcome", outcome, registry) if outcome is not None else None
    status_id = term_id("status", status, registry) if status is not None else None
    return lambda case: any(
        kind_id in (None, one.kind.value) and status_id in (None, one.status.value)
        for one in case.outcomes
    )


def haystack(case: model.Case, corpus: Store) -> str:
    """Return all the words of a case in one text, to be searched."""
    return "\n".join(_words(case, corpus))


def _words(case: model.Case, corpus: Store) -> Iterator[str]:
    yield case.id
    for text in (case.title, case.summary, *case.committees, *case.limitations):
        yield from (text.zh, text.en)
    yield from _names(case.localities, corpus.gazetteer)
    yield from (case.mechanism.name.zh, case.mechanism.name.en)
    for row in rows(case.mechanism, corpus.registry):
        for fact in () if isinstance(row.facts, model.Missing) else row.facts:
            yield from (fact.zh, fact.en)
    for outcome in case.outcomes:
        yield from (outcome.text.zh, outcome.text.en)
    for mention in case.mentions:
        yield from (mention.text.zh, mention.text.en)
    for _, part in walk(case):
        if isinstance(part, model.Evidence):
            yield part.anchor


def _names(codes: Iterable[model.LocalityCode], gazetteer: Gazetteer) -> Iterator[str]:
    for code in codes:
        yield code
        place = gazetteer.get(code)
        if place:
            yield from (place.name.zh, place.name.en, place.slug)
