"""How alike two cases are, by a stated measure, and why.

Five things are looked at, each with a weight: the stages told (4), the topics (3), the kind of
mechanism (2), the figures (2), and the level (1). Of sets, the share of what both have among what
either has counts. Figures are alike by indicator, and more so by their parts and the kind of time.
Two silences are no likeness: where both tell nothing, nothing is in common. The likeness is the
weighted mean, from 0 to 1, and the same from either side; it is 1 for two cases that tell
everything alike, and a shared kind alone makes a sixth.
"""

from bisect import insort
from collections.abc import Iterable, Iterator
from itertools import combinations

from attrs import frozen

from cppcc_cases.facets import HEADS, Facet, ids
from cppcc_cases.model import Case, CaseId, Missing, StageState
from cppcc_cases.store import Store

Features = frozenset[str]
_WEIGHTS = sum(head.weight for head in HEADS)
_APART = "|"
"""Parts an indicator and what else tells its figure apart."""


@frozen(kw_only=True)
class Shared:
    """What two cases have in common under one head: ids, and how far it goes (0 to 1)."""

    head: str
    ids: tuple[str, ...]
    share: float


@frozen(kw_only=True)
class Likeness:
    """How alike a case is to another: from 0 to 1, and by what."""

    case: Case
    value: float
    shared: tuple[Shared, ...]


def likeness(corpus: Store, one: Case, other: Case) -> Likeness:
    """Return how alike ``other`` is to ``one``."""
    weighed = 0.0
    shared = []
    for head in HEADS:
        mine, theirs = _features(head, one, corpus), _features(head, other, corpus)
        if not mine | theirs:
            continue
        share = len(mine & theirs) / len(mine | theirs)
        weighed += head.weight * share
        if share:
            ids_ = tuple(sorted(one for one in mine & theirs if _APART not in one))
            shared.append(Shared(head=head.id, ids=ids_, share=share))
    return Likeness(case=other, value=weighed / _WEIGHTS, shared=tuple(shared))


def similar(corpus: Store, case: Case, cases: Iterable[Case] | None = None) -> tuple[Likeness, ...]:
    """Return other cases (all, unless some are given), the most alike first, ties by id."""
    others = [c for c in (corpus.cases if cases is None else cases) if c.id != case.id]
    found = [likeness(corpus, case, other) for other in others]
    return tuple(sorted(found, key=lambda one: (-one.value, one.case.id)))


def nearest(corpus: Store, case: Case, most: int) -> tuple[Likeness, ...]:
    """Return the ``most`` cases that are most alike, none that has nothing in common."""
    return tuple(one for one in similar(corpus, case) if one.value)[:most]


def nearest_of_all(corpus: Store, most: int) -> dict[CaseId, tuple[Likeness, ...]]:
    """Return for each case what :func:`nearest` gives, looking at every pair once."""
    cases = corpus.cases
    masks = [_masks([_features(head, case, corpus) for case in cases]) for head in HEADS]
    best: list[list[tuple[float, CaseId, int]]] = [[] for _ in cases]
    for one, two in combinations(range(len(cases)), 2):
        value = _value(masks, one, two)
        if value:
            for mine, theirs in ((one, two), (two, one)):
                entry = (-value, cases[theirs].id, theirs)
                if len(best[mine]) < most or entry < best[mine][-1]:
                    insort(best[mine], entry)
                    del best[mine][most:]
    return {
        case.id: tuple(likeness(corpus, case, cases[theirs]) for _, _, theirs in found)
        for case, found in zip(cases, best, strict=True)
    }


def _masks(features: list[Features]) -> list[int]:
    """Return sets as the bits of numbers, on which sets are intersected fast."""
    places = {name: 1 << at for at, name in enumerate(sorted(frozenset().union(*features)))}
    return [sum(places[name] for name in one) for one in features]


def _value(masks: list[list[int]], one: int, two: int) -> float:
    """Return the value of :func:`likeness` of two cases, by their places."""
    weighed = 0.0
    for head, mask in zip(HEADS, masks, strict=True):
        mine, theirs = mask[one], mask[two]
        either = mine | theirs
        if either:
            weighed += head.weight * ((mine & theirs).bit_count() / either.bit_count())
    return weighed / _WEIGHTS


def _features(facet: Facet, case: Case, corpus: Store) -> Features:
    """Return what a case has under a head; stages provided for count as told, too."""
    if facet.id == "indicator":
        return frozenset((*ids(facet.id, case, corpus.gazetteer), *_figures(case)))
    if facet.id != "stage":
        return frozenset(ids(facet.id, case, corpus.gazetteer))
    told = (StageState.PRACTISED, StageState.PROVIDED_FOR)
    return frozenset(stage.value for stage, state in case.mechanism.lifecycle if state in told)


def _figures(case: Case) -> Iterator[str]:
    """Yield what tells the figures of a case apart beside their indicators."""
    for one in case.metrics:
        if not isinstance(one.value, Missing):
            yield _APART.join((one.indicator, one.when.kind.value, *sorted(one.part)))
