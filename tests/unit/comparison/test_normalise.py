"""Counts divided by residents and divisions."""

import pytest

from cppcc_cases.comparison.normalise import NoQuotient, Quotient, quotient, sorts
from cppcc_cases.corpus import Corpus
from cppcc_cases.model import IndicatorId, LocalityCode, Metric
from cppcc_cases.vocab.denominators import Per

TAIYUAN = LocalityCode("140100")


def figure(corpus: Corpus, case: str, indicator: str) -> Metric:
    """Return a figure of a shipped case."""
    return next(m for m in corpus.case(case).metrics if m.indicator == indicator)


def test_liaison_groups_are_a_share_of_the_divisions(corpus: Corpus) -> None:
    """Taiyuan's 102 groups stand against 103 divisions, and 107 by the other count."""
    found = quotient(
        figure(corpus, "taiyuan-platform-network", "liaison_groups"), TAIYUAN, Per.DIVISIONS
    )
    assert isinstance(found, Quotient)
    assert found.other is not None
    expected = (102, 103, "2025-12-31", 107, 99.0)
    assert expected == (
        found.numerator,
        found.denominator.value,
        found.denominator.as_of.text,
        found.other.value,
        round(100 * found.value, 1),
    )


def test_studios_are_given_for_residents(corpus: Corpus) -> None:
    """142 studios among 5,304,061 residents are 2.68 for each 100,000."""
    found = quotient(figure(corpus, "taiyuan-platform-network", "studios"), TAIYUAN, Per.RESIDENTS)
    assert isinstance(found, Quotient)
    expected = (2.68, 5304061, "2020-11-01", None)
    assert expected == (
        round(found.value, 2),
        found.denominator.value,
        found.denominator.as_of.text,
        found.other,
    )


@pytest.mark.parametrize(("code", "words"), [("320312", "133万"), ("110101", "没有查到")])
def test_without_a_sourced_denominator_there_is_a_reason(
    corpus: Corpus, code: str, words: str
) -> None:
    """Tongshan has no census figure, and registered population does not stand in for it."""
    studios = figure(corpus, "taiyuan-platform-network", "studios")
    found = quotient(studios, LocalityCode(code), Per.RESIDENTS)
    assert isinstance(found, NoQuotient)
    assert words in found.reason.zh


def test_not_every_figure_is_divided() -> None:
    """Land is not counted among residents."""
    expected = ((), (Per.DIVISIONS,))
    found = sorts(IndicatorId("land_area")), sorts(IndicatorId("liaison_groups"))
    assert expected == found
