"""Tidy rows: every claim once, with its evidence, and silence told apart."""

from collections import Counter

import pytest
from attrs import evolve
from tests.unit.report.hostile import sound

from cppcc_cases.comparison import Comparison
from cppcc_cases.model import Lang, Missing
from cppcc_cases.report.flat import COLUMNS, Claim, headers, tidy, worded
from cppcc_cases.report.words import Words


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """Return a comparison of three places with four cases."""
    return sound("taiyuan", "datong", "xinzhou")


def test_every_claim_is_one_row(comparison: Comparison) -> None:
    """There are as many rows of figures, outcomes and stages as the cases have."""
    cases = [case for party in comparison.parties for case in party.cases]
    counted = Counter(claim.sort for claim in tidy(comparison, Lang.ZH))
    expected = (sum(len(case.metrics) for case in cases), sum(len(c.outcomes) for c in cases))
    assert expected == (counted["metric"], counted["outcome"])
    assert 10 * len(cases) == counted["stage"]


def test_a_figure_is_a_number(comparison: Comparison) -> None:
    """A figure keeps its type, its unit as an id, and stands with its anchor."""
    found = next(claim for claim in tidy(comparison, Lang.ZH) if claim.id == "platforms")
    expected = (317, "piece", "exact", "officer", "317个协商平台", "3", "")
    assert expected == (
        found.value,
        found.unit,
        found.qualifier,
        found.basis,
        found.anchors,
        found.paragraphs,
        found.state,
    )


def test_a_rate_has_its_parts(comparison: Comparison) -> None:
    """A rate stands beside what it was divided from."""
    found = next(claim for claim in tidy(comparison, Lang.EN) if claim.id == "filing_rate")
    assert (87.4, 395, 452) == (found.value, found.numerator, found.denominator)


def test_a_figure_that_is_not_there_has_no_value(comparison: Comparison) -> None:
    """Silence is a state, and never a zero."""
    party = comparison.parties[0]
    case = party.cases[0]
    silent = evolve(case.metrics[0], value=Missing.NOT_REPORTED)
    changed = evolve(party, cases=(evolve(case, metrics=(silent,)),))
    (found,) = (
        claim
        for claim in tidy(evolve(comparison, parties=(changed,)), Lang.ZH)
        if claim.sort == "metric"
    )
    assert (None, "not_reported", "") == (found.value, found.state, found.qualifier)


def test_several_anchors_are_one_row(comparison: Comparison) -> None:
    """A claim with two pieces of evidence is not counted twice."""
    party = comparison.parties[0]
    case = party.cases[0]
    evidence = case.metrics[0].evidence + case.metrics[1].evidence
    both = evolve(case.metrics[0], evidence=evidence)
    changed = evolve(party, cases=(evolve(case, metrics=(both,)),))
    (found,) = (
        claim
        for claim in tidy(evolve(comparison, parties=(changed,)), Lang.ZH)
        if claim.sort == "metric"
    )
    expected = ("1 | 2", "3 | 3", "317个协商平台 | 142个政协委员工作室", "shanxi-round-table")
    assert expected == (found.sources, found.paragraphs, found.anchors, found.articles)


def test_a_party_without_a_case_has_no_claims() -> None:
    """Where there is no case, nothing is claimed."""
    found = tidy(sound("taiyuan", "shuozhou"), Lang.EN)
    assert {"Taiyuan"} == {claim.party for claim in found}


@pytest.mark.parametrize("lang", list(Lang))
def test_every_column_has_a_name(lang: Lang) -> None:
    """The names of the columns are different, and there is one for each."""
    names = headers(Words(lang))
    assert (len(COLUMNS), len(COLUMNS)) == (len(names), len(set(names)))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (Lang.ZH, ("数字", "个", "确数", "本级政协负责人自述")),
        (Lang.EN, ("figure", "", "exact", "the committee's own officer")),
    ],
)
def test_ids_can_be_put_into_words(
    comparison: Comparison, lang: Lang, expected: tuple[str, ...]
) -> None:
    """For people to read, ids of the vocabulary give way to words."""
    words = Words(lang, comparison.registry)
    told = worded(words, tidy(comparison, lang))
    found = next(claim for claim in told if claim.id == "platforms")
    assert expected == (found.sort, found.unit, found.qualifier, found.basis)


def test_an_unknown_id_stays() -> None:
    """What the vocabulary lacks is shown as it is."""
    odd = Claim(state="made_up", unit="made_up")
    assert (odd,) == worded(Words(Lang.ZH), (odd,))
