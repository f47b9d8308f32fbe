"""The rules by which figures and dates were derived."""

from cppcc_cases.report.derivations import rules_of
from cppcc_cases.store import Corpus


def test_the_rules_of_dates_in_a_mechanism_are_told(corpus: Corpus) -> None:
    """Each stands under the field whose date it gave, as do those of period and outcomes."""
    case = corpus.case("ranghulu-sustained-follow-up")
    found = [(name.zh, rule.zh) for name, rule in rules_of(corpus.registry, case) if rule]
    expected = [
        ("逐年进展", "原文说“今年3月初”，年份按刊发日期推算。"),
        ("逐年进展", "原文只说“9月”，接在“今年3月初”之后，年份按刊发日期推算。"),
        ("实事办成", "原文只说“9月”，年份按刊发日期推算。"),
    ]
    assert expected == found
