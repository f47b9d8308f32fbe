"""Laws of filters and groupings, over the shipped cases."""

from hypothesis import given
from hypothesis import strategies as st

from cppcc_cases.model import Level, OutcomeKind, OutcomeStatus, Stage, StageState
from cppcc_cases.query import GROUPS, count_by, group_by, select
from cppcc_cases.store import shipped
from cppcc_cases.vocab.indicators import INDICATORS
from cppcc_cases.vocab.topics import TOPICS

CORPUS = shipped()
PLACES = sorted(CORPUS.codes())
PROVINCES = ["140000", "320000", "350000", "110000"]


Filters = dict[str, str]
"""Filters by their names, as :func:`select` takes them."""

VALUES: dict[str, st.SearchStrategy[str]] = {
    "locality": st.sampled_from(PLACES),
    "province": st.sampled_from(PROVINCES),
    "level": st.sampled_from([level.value for level in Level]),
    "kind": st.sampled_from(CORPUS.registry.kind_ids),
    "stage": st.sampled_from([stage.value for stage in Stage]),
    "topic": st.sampled_from([entry.id for entry in TOPICS]),
    "indicator": st.sampled_from([entry.id for entry in INDICATORS]),
    "outcome": st.sampled_from([kind.value for kind in OutcomeKind]),
    "status": st.sampled_from([status.value for status in OutcomeStatus]),
    "period": st.sampled_from(["2022", "2023-06", "2024", "2024-10/2024-12", "2025/.."]),
    "text": st.sampled_from(["协商", "CPPCC", "提案", "1401", "年", "这几个字没有"]),
}
TOGETHER = {"outcome", "status"}
"""These two ask for one outcome together, so that they are one filter, not two."""

some: st.SearchStrategy[Filters] = st.fixed_dictionaries({}, optional=VALUES)
groupings = st.sampled_from(GROUPS)


def ids(chosen: Filters) -> list[str]:
    """Return the ids of the cases that pass filters."""
    return [case.id for case in select(CORPUS, **chosen)]


def only(chosen: Filters, names: set[str]) -> Filters:
    """Return some of the filters."""
    return {name: value for name, value in chosen.items() if name in names}


@given(some)
def test_filters_only_narrow(chosen: Filters) -> None:
    """Every case that passes filters is one of the corpus, and they keep its order."""
    order: dict[str, int] = {case.id: n for n, case in enumerate(CORPUS.cases)}
    found = ids(chosen)
    assert sorted(found, key=order.__getitem__) == found
    assert set(order) >= set(found)


@given(some, st.sets(st.sampled_from(sorted(VALUES))))
def test_one_more_filter_gives_no_more(chosen: Filters, names: set[str]) -> None:
    """What passes all filters passes each selection of them."""
    assert set(ids(chosen)) <= set(ids(only(chosen, names)))


@given(some)
def test_filters_commute(chosen: Filters) -> None:
    """Filters given together pass what passes each of them by itself, in any order."""
    parts = [{name} for name in chosen if name not in TOGETHER]
    parts.append(TOGETHER)
    passed = [set(ids(only(chosen, part))) for part in parts]
    assert set.intersection(*passed) == set(ids(chosen))


@given(st.sampled_from(Stage))
def test_every_case_is_in_one_state_of_a_stage(stage: Stage) -> None:
    """Of the cases whose kind can describe a stage, each is in one of the four states."""
    found = [
        case.id
        for state in StageState
        for case in select(CORPUS, stage=stage.value, state=state.value)
    ]
    able = {id_ for id_, kind in CORPUS.registry.kinds.items() if stage in kind.stages}
    assert sorted(case.id for case in CORPUS.cases if case.mechanism.kind in able) == sorted(found)


@given(groupings, some)
def test_groups_cover_exactly(by: str, chosen: Filters) -> None:
    """Each group holds cases of the selection only, in its order, and none is empty."""
    cases = select(CORPUS, **chosen)
    groups = group_by(CORPUS, by, cases)
    kept = {key: tuple(case for case in cases if case in group) for key, group in groups.items()}
    assert kept == groups
    assert all(groups.values())


@given(st.sampled_from(["kind", "locality", "province", "level", "topic"]), some)
def test_no_case_is_left_out(by: str, chosen: Filters) -> None:
    """By what every case has, each case of the selection stands in some group."""
    cases = select(CORPUS, **chosen)
    grouped = {case.id for group in group_by(CORPUS, by, cases).values() for case in group}
    assert {case.id for case in cases} == grouped


@given(st.sampled_from(sorted(set(GROUPS) - {"locality", "province"})), some)
def test_a_group_is_what_its_filter_gives(by: str, chosen: Filters) -> None:
    """A group of a selection holds what passes the filter for its key as well."""
    cases = select(CORPUS, **chosen)
    groups = group_by(CORPUS, by, cases)
    expected = {
        key: tuple(case for case in cases if case in select(CORPUS, **{by: key})) for key in groups
    }
    assert expected == groups


@given(groupings, some)
def test_counts_agree_with_groups(by: str, chosen: Filters) -> None:
    """The count of each group is its size, in the same order."""
    cases = select(CORPUS, **chosen)
    expected = [(key, len(group)) for key, group in group_by(CORPUS, by, cases).items()]
    assert expected == list(count_by(CORPUS, by, cases).items())
