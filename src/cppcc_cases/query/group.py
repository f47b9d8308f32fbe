"""Grouping and counting of cases."""

from collections.abc import Callable, Iterable

from cppcc_cases.corpus import Corpus
from cppcc_cases.errors import CasesError
from cppcc_cases.model import Case
from cppcc_cases.query.select import indicators, levels, stages
from cppcc_cases.query.terms import labels

_KEYS: dict[str, Callable[[Case, Corpus], Iterable[str]]] = {
    "kind": lambda case, _: (case.mechanism.kind,),
    "stage": lambda case, _: stages(case),
    "topic": lambda case, _: case.topics,
    "indicator": lambda case, _: indicators(case),
    "outcome": lambda case, _: (one.kind.value for one in case.outcomes),
    "status": lambda case, _: (one.status.value for one in case.outcomes),
    "level": lambda case, corpus: levels(case, corpus.gazetteer),
    "locality": lambda case, _: case.localities,
    "province": lambda case, corpus: (
        place.parents[0] if place.parents else place.code
        for place in map(corpus.gazetteer.get, case.localities)
        if place
    ),
}
GROUPS = tuple(_KEYS)


class UnknownGrouping(CasesError, LookupError):
    """Cases can't be grouped by that. Takes the word given, and the words there are."""

    def __init__(self, word: str, known: tuple[str, ...]) -> None:
        super().__init__(word, known)
        self.word = word
        self.known = known

    def __str__(self) -> str:
        return f"cases can't be grouped by '{self.word}', only by {', '.join(self.known)}"


def group_by(
    corpus: Corpus, by: str, cases: Iterable[Case] | None = None
) -> dict[str, tuple[Case, ...]]:
    """Return cases (all, unless some are given) in groups, the ids of which are the keys.

    ``by`` is one of ``kind``, ``stage``, ``topic``, ``indicator``, ``outcome``, ``status``,
    ``level``, ``locality`` and ``province``; localities are keyed by code. A case stands in each
    group that it belongs to. Groups come in the vocabulary's order, localities by code; there are
    no empty ones. Raises :class:`UnknownGrouping`.
    """
    if by not in _KEYS:
        raise UnknownGrouping(by, GROUPS)
    groups: dict[str, list[Case]] = {}
    for case in corpus.cases if cases is None else cases:
        for key in dict.fromkeys(_KEYS[by](case, corpus)):
            groups.setdefault(key, []).append(case)
    if by in ("locality", "province"):
        order = sorted(groups)
    else:
        known = labels(by, corpus.registry)
        order = [key for key in known if key in groups] + sorted(groups.keys() - known.keys())
    return {key: tuple(groups[key]) for key in order}


def count_by(corpus: Corpus, by: str, cases: Iterable[Case] | None = None) -> dict[str, int]:
    """Return how many cases there are in each group; see :func:`group_by`."""
    return {key: len(group) for key, group in group_by(corpus, by, cases).items()}
