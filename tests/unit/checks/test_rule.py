"""What a rule is, and what it finds."""

from collections.abc import Iterator
from pathlib import Path

from cppcc_cases.checks.rule import Subject, found, rule, sparing, subject
from cppcc_cases.errors import MOST, Finding, Severity
from cppcc_cases.model import Text
from cppcc_cases.store import read

BASE = Path(__file__).parents[2] / "conformance" / "valid" / "base.yaml"


@rule("made-up", "虚构的规则。", "A made-up rule.", Severity.WARNING)
def made_up(subject: Subject) -> Iterator[Finding]:
    """Nothing is as it should be."""
    yield found(("id",), f"{subject.value.id} 不对", f"{subject.value.id} is wrong")


def test_a_rule_is_made_of_a_function() -> None:
    """It has a code, a weight, and words on what it asks."""
    expected = ("made-up", Severity.WARNING, Text(zh="虚构的规则。", en="A made-up rule."))
    assert expected == (made_up.code, made_up.severity, made_up.about)


def test_a_subject_has_all_its_parts() -> None:
    """Every value in it is there with its path, itself first."""
    corpus = read([BASE])
    one = subject(corpus.articles[0], corpus.files[0], corpus)
    expected = [(), ("title",), ("published",), ("published", "date")]
    assert expected == [path for path, _ in one.parts]
    assert [found(("id",), "made-up 不对", "made-up is wrong")] == list(made_up.run(one))


def test_no_hint_is_looked_for_that_nobody_reads() -> None:
    """Beyond as many problems as are listed, a rule says the same of each."""
    hint = sparing(str, "")
    expected = [*map(str, range(MOST)), "", ""]
    assert expected == [hint(number) for number in range(MOST + 2)]
