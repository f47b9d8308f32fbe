"""Rates and shares that follow from counts which one article gives."""

from typing import Any

import pytest
from tests.figures import metric

from cppcc_cases.comparison.derived import derived
from cppcc_cases.model import ArticleId, Basis, Evidence, Metric, Missing
from cppcc_cases.plugins.registry import Registry


def found(*metrics: Metric) -> list[tuple[str, object, tuple[str, ...]]]:
    """Return indicator, value and part of all that follows from some figures."""
    told = derived(metrics, Registry.installed())
    return [(one.indicator, one.value, one.part) for one in told]


def counted(indicator: str, value: float, **said: Any) -> Metric:
    """Return a count with evidence in an article."""
    article = ArticleId(said.pop("article", "made-up"))
    evidence = (Evidence(article=article, paragraph=2, anchor=f"{value}件"),)
    return metric(indicator, value, evidence=evidence, **said)


RECEIVED = counted("proposals_received", 420)
FILED = counted("proposals_filed", 317)


def test_a_rate_follows_from_its_two_counts() -> None:
    """317 of 420 filed make 75.5 %, worked out by a rule that is told, with both proofs."""
    (rate,) = derived((FILED, RECEIVED), Registry.installed())
    assert ("filing_rate", 75.5, "percent", 317, 420, Basis.DERIVED) == (
        rate.indicator,
        rate.value,
        rate.unit,
        rate.numerator,
        rate.denominator,
        rate.basis,
    )
    assert (FILED.evidence + RECEIVED.evidence, True) == (
        rate.evidence,
        "317÷420" in (rate.rule.zh if rate.rule else ""),
    )


def test_a_reply_rate_follows_too() -> None:
    """So do the replies of what was assigned."""
    assert [("reply_rate", 50.0, ())] == found(
        counted("proposals_replied", 150), counted("proposals_assigned", 300)
    )


def test_a_share_follows_from_a_part_and_its_total() -> None:
    """79 collective proposals of 317 filed are a share of them, and no filing rate."""
    part = counted("proposals_filed", 79, part="collective")
    assert [("proposals_filed", 24.9, ("collective",))] == found(part, FILED)


@pytest.mark.parametrize(
    "above",
    [
        counted("proposals_filed", 317, when={"year": 2023}),
        counted("proposals_filed", 317, when={"session": 2024}),
        counted("proposals_filed", 317, counting="before_merge"),
        counted("proposals_filed", 317, part="members"),
        counted("proposals_filed", 317, of="140200"),
        counted("proposals_filed", 317, article="another"),
        counted("proposals_filed", 317, stands="interim"),
        counted("proposals_filed", 317, qualifier="at_least"),
        counted("proposals_filed", 317, conflict=True),
        counted("proposals_filed", 421),
        counted("proposals_handled", 317),
    ],
)
def test_counts_that_do_not_belong_together_are_not_divided(above: Metric) -> None:
    """Another time, counting, part, place, article or standing, a rough or large count: none."""
    assert [] == found(above, RECEIVED)


@pytest.mark.parametrize(
    "said",
    [
        {"when": "year"},
        {"when": "unknown"},
        {"stands": "planned"},
        {"stands": "required"},
        {"unit": "paper"},
    ],
)
def test_both_counts_alike_are_still_not_divided(said: Any) -> None:
    """Of no known year, or of a plan, two counts make no rate, nor do two units."""
    below = {key: value for key, value in said.items() if key != "unit"}
    above = counted("proposals_filed", 317, **said)
    assert [] == found(above, counted("proposals_received", 420, **below))


def test_a_count_given_twice_is_no_ground() -> None:
    """Where the article has two numbers of proposals received, neither divides."""
    assert [] == found(FILED, RECEIVED, counted("proposals_received", 430))


def test_what_each_rate_counts_from_is_not_asked_of_its_counts() -> None:
    """A printed rate that says its base stands for the one that would be worked out."""
    printed = counted("reply_rate", 50, counting="of_assigned")
    assert [] == found(
        printed, counted("proposals_replied", 150), counted("proposals_assigned", 300)
    )


def test_another_bodys_proposals_are_no_share() -> None:
    """National members' proposals are no part of the city committee's own."""
    assert [] == found(counted("proposals_filed", 9, part="body:national_members_here"), FILED)


def test_a_part_of_another_coverage_is_no_share() -> None:
    """Collective proposals of city and counties together are no part of the city's own."""
    part = counted("proposals_filed", 79, part="collective own_and_below")
    assert [] == found(part, counted("proposals_filed", 317, part="own"))


def test_what_is_printed_is_not_worked_out() -> None:
    """Where the source gives the rate itself, no second one is made."""
    printed = counted("filing_rate", 75)
    assert [] == found(FILED, RECEIVED, printed)


@pytest.mark.parametrize("below", [0, Missing.NOT_REPORTED])
def test_nothing_is_divided_by_nothing(below: Any) -> None:
    """A total of nought, or one that is not told, divides nothing."""
    assert [] == found(counted("proposals_filed", 0), counted("proposals_received", below))


@pytest.mark.parametrize("part", ["collective economy", "one_project", ""])
def test_only_one_part_makes_a_share(part: str) -> None:
    """A part of a part, a coverage and the total itself are shares of nothing that is told."""
    assert [] == found(counted("proposals_filed", 79, part=part), FILED)
