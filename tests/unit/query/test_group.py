"""Grouping and counting of the shipped cases."""

import pickle

import pytest
from attrs import evolve

from cppcc_cases.model import IndicatorId, LocalityCode
from cppcc_cases.query import GROUPS, UnknownGrouping, count_by, group_by, select
from cppcc_cases.store import Corpus, Loaded


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("province", {"140000": 9, "150000": 1, "230000": 1, "320000": 1, "340000": 1}),
        ("level", {"province": 1, "prefecture": 9, "county": 5}),
    ],
)
def test_counts(first: Corpus, by: str, expected: dict[str, int]) -> None:
    """The shipped cases are counted in groups, in the vocabulary's order or that of the codes."""
    assert list(expected.items()) == list(count_by(first, by).items())[: len(expected)]


def test_a_case_stands_in_each_of_its_groups(corpus: Corpus) -> None:
    """A joint practice is in the group of each of its localities, and once in each."""
    joint = corpus.case("changzhi-joint-consultation")
    groups = group_by(corpus, "locality")
    assert dict.fromkeys(joint.localities, (joint,)) == {
        code: groups[code] for code in joint.localities
    }


def test_two_outcomes_of_one_kind_count_once(corpus: Corpus) -> None:
    """A case with several outcomes of one kind stands in their group once."""
    case = corpus.case("datong-result-procedure")
    doubled = evolve(case, outcomes=case.outcomes * 2)
    assert {"rule_adopted": 1} == count_by(corpus, "outcome", [doubled])


def test_some_cases_may_be_grouped(corpus: Corpus) -> None:
    """Grouping takes a selection in place of the whole corpus."""
    chosen = select(corpus, locality="xinzhou")
    expected = {"annual_plan": chosen[:1], "key_proposal_supervision": chosen[1:]}
    assert expected == group_by(corpus, "kind", chosen)


def test_nothing_gives_no_group(corpus: Corpus) -> None:
    """There are no empty groups, so no cases give none."""
    assert {} == group_by(corpus, "kind", [])


@pytest.mark.parametrize("by", ["stage", "topic", "indicator", "outcome", "status", "level"])
def test_groups_are_what_the_filter_gives(corpus: Corpus, by: str) -> None:
    """The group of an id holds just the cases that the filter for it gives."""
    groups = group_by(corpus, by)
    assert {key: select(corpus, **{by: key}) for key in groups} == groups


def test_unknown_ids_come_last(corpus: Corpus) -> None:
    """A made-up indicator that no vocabulary has stands behind those that are known."""
    case = corpus.case("taiyuan-platform-network")
    odd = evolve(case.metrics[0], indicator=IndicatorId("a_made_up_one"))
    made_up = evolve(case, metrics=(odd, *case.metrics))
    expected = ["platforms", "studios", "liaison_groups", "a_made_up_one"]
    assert expected == list(group_by(corpus, "indicator", [made_up]))


def test_an_unknown_code_has_no_province(corpus: Corpus) -> None:
    """A locality that the gazetteer does not know has neither province nor level."""
    case = evolve(corpus.case("taiyuan-platform-network"), localities=(LocalityCode("999999"),))
    loaded = Loaded(file="made-up.yaml", article=None, cases=(case,), places=(0,))
    made_up = Corpus.of(loaded)
    assert ({}, {}, {"999999": 1}) == (
        count_by(made_up, "province"),
        count_by(made_up, "level"),
        count_by(made_up, "locality"),
    )


def test_an_unknown_grouping_names_the_known(corpus: Corpus) -> None:
    """Asking for another grouping is refused with the groupings that there are."""
    with pytest.raises(UnknownGrouping) as caught:
        group_by(corpus, "weather")
    error = pickle.loads(pickle.dumps(caught.value))
    said = f"cases can't be grouped by 'weather', only by {', '.join(GROUPS)}"
    assert ("weather", GROUPS, said) == (error.word, error.known, str(error))
