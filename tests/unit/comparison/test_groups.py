"""One indicator over many places: who stands in a group, who is of its core, and who is not."""

from itertools import combinations
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.figures import DATONG, LINXI, TAIYUAN, XINZHOU, metric
from tests.unit.comparison.test_build import made_up, taiyuan

from cppcc_cases.comparison.groups import FigureGroups, Member, figure_groups
from cppcc_cases.comparison.rows import one_verdict
from cppcc_cases.comparison.verdict import Verdict
from cppcc_cases.model import CaseId, IndicatorId, LocalityCode
from cppcc_cases.query.only import Only
from cppcc_cases.store import Corpus, shipped

FILED = IndicatorId("proposals_filed")
CITIES = ("140100", "140200", "140300", "140400", "140500", "140600", "140700", "140800", "140900")


def groups_of(corpus: Corpus, *said: tuple[str, dict[str, Any]]) -> FigureGroups:
    """Return the groups of made-up figures, each a case of a place."""
    first = taiyuan(corpus)
    proof = first.metrics[0].evidence
    cases = [
        evolve(
            first,
            id=CaseId(f"made-up-{at}"),
            localities=(LocalityCode(code),),
            metrics=(metric(of=code, **{"evidence": proof, **one}),),
        )
        for at, (code, one) in enumerate(said)
    ]
    made = made_up(corpus, *cases)
    return figure_groups(made, made.cases, Only(indicator=FILED))


def names(members: tuple[Member, ...]) -> list[str]:
    """Return the places of members."""
    return [one.party.localities[0].code for one in members]


def year(number: int, value: float, **said: Any) -> dict[str, Any]:
    """Return a figure of a year."""
    return {"when": {"year": number}, "value": value, **said}


def test_equal_figures_are_a_core_the_largest_first(corpus: Corpus) -> None:
    """Three places of one level and year: all may be compared, and are put in order."""
    found = groups_of(
        corpus, (TAIYUAN, year(2024, 20)), (DATONG, year(2024, 40)), (XINZHOU, year(2024, 30))
    )
    (group,) = found.groups
    assert [DATONG, XINZHOU, TAIYUAN] == names(group.core)
    assert () == group.apart == found.alone
    assert group.judgement
    assert Verdict.COMPARABLE is group.judgement.verdict


def test_levels_and_years_are_groups_of_their_own(corpus: Corpus) -> None:
    """A county and another year stand alone, though they count the same thing."""
    found = groups_of(
        corpus,
        (TAIYUAN, year(2024, 20)),
        (DATONG, year(2024, 40)),
        (XINZHOU, year(2022, 30)),
        (LINXI, year(2024, 30)),
    )
    (group,) = found.groups
    assert [DATONG, TAIYUAN] == names(group.core)
    assert {XINZHOU, LINXI} == set(names(found.alone))


def test_who_is_not_of_the_core_says_why(corpus: Corpus) -> None:
    """A contradicted figure does not spoil the verdict on the others."""
    found = groups_of(
        corpus,
        (TAIYUAN, year(2024, 20)),
        (DATONG, year(2024, 40)),
        (XINZHOU, year(2024, 30, conflict=True)),
    )
    (group,) = found.groups
    assert [DATONG, TAIYUAN] == names(group.core)
    (apart,) = group.apart
    assert apart.judgement
    assert ("conflict",) == apart.judgement.reasons


def test_where_nothing_may_be_compared_there_is_no_core(corpus: Corpus) -> None:
    """Plans and results of one year are a group without one; each says why."""
    found = groups_of(corpus, (TAIYUAN, year(2024, 20)), (DATONG, year(2024, 40, stands="planned")))
    (group,) = found.groups
    assert () == group.core
    assert group.judgement is None
    for one in group.apart:
        assert one.judgement
        assert one.judgement.verdict is Verdict.NOT_COMPARABLE


def test_of_one_place_the_last_count_stands(corpus: Corpus) -> None:
    """Two cut-offs of one session: the later is told."""
    early, late = ({"session": 2024, "to": f"2024-01-{day}"} for day in (10, 12))
    found = groups_of(
        corpus,
        (TAIYUAN, {"when": early, "value": 20}),
        (TAIYUAN, {"when": late, "value": 25}),
        (DATONG, {"when": late, "value": 40}),
    )
    (group,) = found.groups
    assert [40, 25] == [one.told.metric.value for one in group.core]


def test_parts_and_wholes_are_apart(corpus: Corpus) -> None:
    """Members' proposals stand in no group with all proposals."""
    found = groups_of(corpus, (TAIYUAN, year(2024, 20)), (DATONG, year(2024, 40, part="members")))
    assert () == found.groups
    assert 2 == len(found.alone)


SAID = st.fixed_dictionaries(
    {
        "when": st.sampled_from([{"year": 2024}, {"year": 2023}, {"session": 2024}]),
        "value": st.integers(1, 500),
        "stands": st.sampled_from(["reported", "interim", "planned"]),
        "conflict": st.booleans(),
        "part": st.sampled_from(["", "members", "authors_unsaid"]),
    }
)


@given(st.lists(st.tuples(st.sampled_from(CITIES), SAID), max_size=12))
def test_laws(said: list[tuple[str, dict[str, Any]]]) -> None:
    """A core holds up pair by pair; each figure of a place and group is told once, or not at all.

    Whatever the figures are, a place is never twice in a group, and who stands apart is at most
    as comparable with the core as the core is with itself.
    """
    found = groups_of(shipped(), *said)
    for group in found.groups:
        everyone = [*group.core, *group.apart]
        assert len(everyone) == len(set(names(tuple(everyone)))) > 1
        if group.judgement is None:
            assert not group.core
            continue
        for a, b in combinations(group.core, 2):
            verdict = one_verdict(a.told, b.told).verdict
            assert verdict is not Verdict.NOT_COMPARABLE
        assert all(one.judgement for one in group.apart)
        assert not any(one.judgement for one in group.core)
    told = [one.told for group in found.groups for one in (*group.core, *group.apart)]
    told += [one.told for one in found.alone]
    assert len(told) == len({id(one.metric) for one in told}) <= len(said)
