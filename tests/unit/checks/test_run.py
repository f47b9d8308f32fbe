"""Running all rules over a corpus."""

from pathlib import Path

import pytest

from cppcc_cases.checks.rule import Rule
from cppcc_cases.checks.run import RULES, check, codes
from cppcc_cases.checks.shape import SHAPE_CODES
from cppcc_cases.errors import Finding, Problem, Severity
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import Corpus, from_text, read, shipped
from cppcc_cases.text import Text

CODES = codes(Registry.installed())
INVALID = Path(__file__).parents[2] / "conformance" / "invalid"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return a corpus with several problems of content."""
    return read([INVALID / "several-rules.yaml", INVALID / "unknown-topic.yaml"])


def test_the_shipped_cases_have_no_problem() -> None:
    """What we ship is checked like what anybody writes."""
    expected: tuple[Problem, ...] = ()
    assert expected == check(shipped()).problems


def test_each_rule_has_a_code_of_its_own() -> None:
    """Rules are sorted, and no code is one of shape."""
    codes = [rule.code for rule in RULES]
    expected: tuple[list[str], set[str]] = (sorted(set(codes)), set())
    assert expected == (codes, set(codes) & set(SHAPE_CODES))


@pytest.mark.parametrize(("code", "about"), CODES.items(), ids=list(CODES))
def test_each_code_says_what_it_asks(code: str, about: Text) -> None:
    """In both languages, as a sentence."""
    expected = ("。", ".")
    assert expected == (about.zh[-1], about.en[-1])
    assert code == code.strip().lower()


def test_only_some_files_can_be_checked(corpus: Corpus) -> None:
    """Other files are known of, and not looked into."""
    expected = {corpus.files[1].file}
    checked = check(corpus, files=corpus.files[1:])
    assert expected == {problem.location.file for problem in checked.problems}


def test_only_some_rules_can_be_run(corpus: Corpus) -> None:
    """A caller may bring its own."""
    picky = Rule(
        code="picky",
        severity=Severity.WARNING,
        about=Text(zh="都不对。", en="Nothing is right."),
        run=lambda subject: iter([Finding(path=("title",), message=Text(zh="不对", en="wrong"))]),
    )
    found = check(corpus, rules=iter([picky])).problems
    expected = [("picky", Severity.WARNING, ("article", "title"))] * 2
    assert expected == [
        (one.code, one.severity, one.path) for one in found if one.path[0] == "article"
    ]
    assert 4 == len(found)


def test_checking_twice_tells_nothing_twice(corpus: Corpus) -> None:
    """A problem is a value."""
    expected = check(corpus).problems
    assert expected == check(check(corpus)).problems


BASE = (INVALID.parent / "valid" / "base.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("value: 7", "value: seven"), ("unit: piece", "unit: 个")], ["number-expected", "unit"]),
        ([("[{paragraph: 2, anchor: 7个虚构平台}]", "[]")], ["empty-list"]),
        (
            [("        evidence: [{paragraph: 2", "        evidnce: [{paragraph: 2")],
            ["unknown-field"],
        ),
        ([("    limitations:", "    limitation:")], ["unknown-field"]),
        ([("topics: [health]", "topics: [helth, 7]")], ["unknown-topic", "text-expected"]),
        (
            [("topics: [health]", "topics: 7"), ("140100", "149999")],
            ["unknown-loc", "list-expected"],
        ),
        ([('localities: ["140100"]', "localities: 7"), ("health", "helth")], ["list", "unknown-t"]),
        ([("kind: member_studio", "kind: 7"), ("health", "helth")], ["unknown-topic", "text"]),
        (
            [("indicator: platforms", "indicator: 7"), ("value: 7", "value: -7")],
            ["text", "negative"],
        ),
        ([("summary: {", "summary: *x # {"), ("health", "helth")], ["yaml-alias", "unknown-topic"]),
        ([("limitation}", "limitation"), ("health", "helth")], ["unknown-topic", "yaml-unclosed"]),
    ],
)
def test_structure_and_content_are_checked_together(
    changes: list[tuple[str, str]], expected: list[str]
) -> None:
    """All that can be read is looked at, and what only follows from a fault is not told."""
    text = BASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    found = [one.code for one in check(from_text(text)).problems]
    assert expected == [code[: len(word)] for code, word in zip(found, expected, strict=True)], (
        found
    )
