"""Grouping and counting of cases."""

from collections.abc import Iterable

from cppcc_cases.errors import CasesError
from cppcc_cases.facets import GROUPS, ids, labels
from cppcc_cases.model import Case
from cppcc_cases.store import Store


class UnknownGrouping(CasesError, LookupError):
    """Cases can't be grouped by that. Takes the word given, and the words there are."""

    def __init__(self, word: str, known: tuple[str, ...]) -> None:
        super().__init__(word, known)
        self.word = word
        self.known = known

    def __str__(self) -> str:
        return f"cases can't be grouped by '{self.word}', only by {', '.join(self.known)}"


def group_by(
    corpus: Store, by: str, cases: Iterable[Case] | None = None
) -> dict[str, tuple[Case, ...]]:
    """Return cases (all, unless some are given) in groups, the ids of which are the keys.

    ``by`` is one of ``locality``, ``province``, ``level``, ``kind``, ``stage``, ``topic``,
    ``indicator``, ``outcome`` and ``status``; localities are keyed by code. A case stands in each
    group that it belongs to. Groups come in the vocabulary's order, localities by code; there are
    no empty ones. Raises :class:`UnknownGrouping`.
    """
    if by not in GROUPS:
        raise UnknownGrouping(by, GROUPS)
    groups: dict[str, list[Case]] = {}
    for case in corpus.cases if cases is None else cases:
        for key in ids(by, case, corpus.gazetteer):
            groups.setdefault(key, []).append(case)
    known = labels(by, corpus.registry)
    order = [key for key in known if key in groups] + sorted(groups.keys() - known.keys())
    return {key: tuple(groups[key]) for key in order}


def count_by(corpus: Store, by: str, cases: Iterable[Case] | None = None) -> dict[str, int]:
    """Return how many cases there are in each group; see :func:`group_by`."""
    return {key: len(group) for key, group in group_by(corpus, by, cases).items()}
