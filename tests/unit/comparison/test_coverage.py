"""What a collection covers, held against counting one by one."""

from itertools import combinations
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.figures import metric
from tests.unit.comparison.test_build import made_up, taiyuan
from tests.unit.comparison.test_groups import CITIES, SAID

from cppcc_cases.comparison.coverage import Coverage, coverage
from cppcc_cases.comparison.rows import Teller, row_key
from cppcc_cases.comparison.verdict import Axis, Verdict, judge
from cppcc_cases.model import CaseId, LocalityCode
from cppcc_cases.store import Corpus, shipped


def made(corpus: Corpus, *said: tuple[str, dict[str, Any]]) -> Corpus:
    """Return made-up figures, each a case of a place."""
    first = taiyuan(corpus)
    proof = first.metrics[0].evidence
    return made_up(
        corpus,
        *(
            evolve(
                first,
                id=CaseId(f"made-up-{at}"),
                localities=(LocalityCode(code),),
                metrics=(metric(of=code, **{"evidence": proof, **one}),),
            )
            for at, (code, one) in enumerate(said)
        ),
    )


def covered(corpus: Corpus, *said: tuple[str, dict[str, Any]]) -> Coverage:
    """Return the coverage of made-up figures."""
    return coverage(made(corpus, *said))


@given(st.lists(st.tuples(st.sampled_from(CITIES[:5]), SAID), max_size=10))
def test_pairs_are_those_of_which_two_figures_are_comparable(
    said: list[tuple[str, dict[str, Any]]],
) -> None:
    """Judging every two figures of two places finds the same pairs."""
    corpus = made(shipped(), *said)
    teller = Teller(corpus)
    told = [teller.told(one, case) for case in corpus.cases for one in case.metrics]
    expected = {
        frozenset((a.seen.place, b.seen.place))
        for a, b in combinations(told, 2)
        if a.seen.place != b.seen.place
        and row_key(a, {}) == row_key(b, {})
        and judge(a.seen, b.seen, Axis.PLACES).verdict is Verdict.COMPARABLE
    }
    assert expected == coverage(corpus).pairs


def test_a_cohort_is_three_places_of_one_level_and_session(corpus: Corpus) -> None:
    """Two are none, nor are figures of calendar years."""
    session = {"when": {"session": 2024}}
    figures = [(code, session) for code in CITIES[:3]]
    (found,) = covered(corpus, *figures, (CITIES[3], {"when": {"year": 2024}})).cohorts
    assert ("prefecture", 2024, CITIES[:3]) == (found.level, found.year, found.places)
    assert () == covered(corpus, *figures[:2]).cohorts


def test_counts(corpus: Corpus) -> None:
    """Articles, cases, figures, places, provinces and years are counted once each."""
    figures = [(CITIES[0], {}), (CITIES[0], {"when": "unknown"}), (CITIES[1], {})]
    found = covered(corpus, *figures)
    assert (3, 3, CITIES[:2], ("140000",)) == (
        found.cases,
        found.figures,
        found.places,
        found.provinces,
    )
    assert ((0, 1), (2024, 2)) == found.years
    (indicator,) = found.indicators
    assert (3, 2, 1) == (indicator.figures, indicator.places, len(indicator.pairs))
