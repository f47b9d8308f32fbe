"""Rules about evidence."""

from pathlib import Path

import pytest
from attrs import evolve

from cppcc_cases.checks import evidence, figures
from cppcc_cases.checks.rule import Rule, subject
from cppcc_cases.errors import Path as TreePath
from cppcc_cases.model import (
    ArticleId,
    Basis,
    Evidence,
    IndicatorId,
    Metric,
    Missing,
    Number,
    Qualifier,
    UnitId,
)
from cppcc_cases.store import Corpus, read

BASE = Path(__file__).parents[2] / "conformance" / "valid" / "base.yaml"
METRIC = Metric(
    indicator=IndicatorId("visitors"), value=7, unit=UnitId("person"), basis=Basis.NEWSPAPER
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return a corpus of one file that is right."""
    return read([BASE])


def cite(*anchors: str, paragraph: int = 1) -> tuple[Evidence, ...]:
    """Return evidence from the made-up article."""
    return tuple(
        Evidence(article=ArticleId("made-up"), paragraph=paragraph, anchor=anchor)
        for anchor in anchors
    )


def told(rule: Rule, metric: Metric, corpus: Corpus) -> list[TreePath]:
    """Return where a rule finds something in a metric."""
    case = evolve(corpus.cases[0], metrics=(metric,))
    paths = [finding.path for finding in rule.run(subject(case, corpus.files[0], corpus))]
    return [path[2:] for path in paths if path[:2] == ("metrics", 0)]


@pytest.mark.parametrize(
    ("value", "anchors", "good"),
    [
        (7, ("7个平台",), True),
        (7, ("平台", "七个平台"), True),
        (8, ("7个平台",), False),
        (87.4, ("立案率87.4%",), True),
        (12000, ("1.2万人次",), True),
        (132_000, ("13万2人",), True),
        (2, ("13万2人",), False),
        (90, ("近九成",), True),
        (9, ("近九成",), False),
        (7, ("三五个", "7个"), True),
        (7, ("三五个", "8个"), True),
        (7, (), True),
        (-7, ("平台",), True),
        (Missing.NOT_REPORTED, ("平台",), True),
    ],
)
def test_a_figure_is_read_from_its_anchors(
    corpus: Corpus, value: Number | Missing, anchors: tuple[str, ...], good: bool
) -> None:
    """One of several will do; what has no anchor or is below zero is told of elsewhere."""
    metric = evolve(METRIC, value=value, evidence=cite(*anchors))
    expected = [] if good else [("value",)]
    assert expected == told(figures.figure_not_in_anchor, metric, corpus)


def test_a_derived_figure_is_in_no_anchor(corpus: Corpus) -> None:
    """The parts that it was derived from are."""
    metric = evolve(METRIC, basis=Basis.DERIVED, numerator=1, denominator=2, evidence=cite("1个"))
    expected = [("denominator",)]
    assert expected == told(figures.figure_not_in_anchor, metric, corpus)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("value", "a percentage; “九成” is 90"),
        ("numerator", "no anchor here gives the numerator 6"),
        ("denominator", "no anchor here gives the denominator 8"),
    ],
)
def test_each_number_of_a_rate_has_its_own_help(corpus: Corpus, name: str, words: str) -> None:
    """A part that the source leaves out is deleted, and a rate that it leaves out is derived."""
    metric = evolve(
        METRIC, unit=UnitId("percent"), value=75, numerator=6, denominator=8, evidence=cite("5个")
    )
    case = evolve(corpus.cases[0], metrics=(metric,))
    findings = figures.figure_not_in_anchor.run(subject(case, corpus.files[0], corpus))
    message = next(one.message for one in findings if one.path[-1] == name)
    assert words in message.en


@pytest.mark.parametrize(
    ("anchors", "good"),
    [
        (("7个",), True),
        (("8个",), True),
        (("平台",), False),
        (("三五个",), False),
        (("三五个", "8个"), False),
        (("三五个", "7个"), True),
        ((), True),
    ],
)
def test_a_figure_that_no_rule_can_read_is_left_to_people(
    corpus: Corpus, anchors: tuple[str, ...], good: bool
) -> None:
    """A number that is unread may be the figure; one that is read elsewhere needs nobody."""
    expected: list[TreePath] = [] if good else [()]
    assert expected == told(figures.figure_unread, evolve(METRIC, evidence=cite(*anchors)), corpus)


@pytest.mark.parametrize(
    ("qualifier", "anchor", "good"),
    [
        (Qualifier.EXACT, "7个", True),
        (Qualifier.EXACT, "近7个", False),
        (Qualifier.AT_MOST, "近7个", True),
        (Qualifier.AT_LEAST, "7个", False),
        (Qualifier.AT_LEAST, "7个以上", True),
        (Qualifier.ABOUT, "约7个", True),
        (Qualifier.ABOUT, "约8个", True),
        (Qualifier.AT_LEAST, "7+个", True),
        (Qualifier.AT_LEAST, "7—9个", True),
        (Qualifier.AT_MOST, "5至7个", True),
        (Qualifier.EXACT, "7—9个", False),
        (Qualifier.EXACT, "从7个到9个", True),
        (Qualifier.AT_LEAST, "7个平台、企业等", True),
        (Qualifier.EXACT, "7个平台、企业等", True),
        (Qualifier.ABOUT, "7个平台、企业等", False),
        (Qualifier.AT_LEAST, "等7个平台", False),
    ],
)
def test_a_qualifier_agrees_with_the_anchor(
    corpus: Corpus, qualifier: Qualifier, anchor: str, good: bool
) -> None:
    """A number that is in no anchor is another rule's affair."""
    metric = evolve(METRIC, qualifier=qualifier, evidence=cite(anchor))
    expected = [] if good else [("qualifier",)]
    assert expected == told(figures.qualifier_disagrees, metric, corpus)


@pytest.mark.parametrize(
    "metric",
    [
        evolve(METRIC, value=Missing.NOT_APPLICABLE, evidence=cite("7个")),
        evolve(METRIC, basis=Basis.DERIVED, qualifier=Qualifier.ABOUT, evidence=cite("7个")),
    ],
)
def test_what_is_missing_or_derived_has_no_qualifier_of_the_source(
    corpus: Corpus, metric: Metric
) -> None:
    """There is nothing that it could disagree with."""
    expected: list[TreePath] = []
    assert expected == told(figures.qualifier_disagrees, metric, corpus)


@pytest.mark.parametrize(
    ("metric", "good"),
    [
        (METRIC, False),
        (evolve(METRIC, basis=Basis.DERIVED), False),
        (evolve(METRIC, value=Missing.NOT_REPORTED), True),
        (evolve(METRIC, value=Missing.NOT_REPORTED, denominator=2), False),
        (evolve(METRIC, evidence=cite("7个")), True),
    ],
)
def test_no_number_is_without_evidence(corpus: Corpus, metric: Metric, good: bool) -> None:
    """A value needs it, and so does a part of one."""
    expected: list[TreePath] = [] if good else [()]
    assert expected == told(figures.metric_without_evidence, metric, corpus)


@pytest.mark.parametrize(
    ("anchor", "long", "sentence"),
    [
        ("字" * 24, False, False),
        ("字" * 25, True, False),
        ("真的？", False, True),
        ("好！" * 13, True, True),
        ("《怎么办？》", False, False),
    ],
)
def test_an_anchor_is_a_short_fragment(
    corpus: Corpus, anchor: str, long: bool, sentence: bool
) -> None:
    """A title may hold a mark of its own."""
    metric = evolve(METRIC, evidence=cite(anchor))
    expected = (long, sentence)
    assert expected == (
        bool(told(evidence.anchor_too_long, metric, corpus)),
        bool(told(evidence.anchor_sentence, metric, corpus)),
    )


@pytest.mark.parametrize(("paragraph", "good"), [(1, True), (0, False), (-1, False)])
def test_paragraphs_count_from_one(corpus: Corpus, paragraph: int, good: bool) -> None:
    """There is no paragraph zero."""
    metric = evolve(METRIC, evidence=cite("7个", paragraph=paragraph))
    expected = [] if good else [("evidence", 0, "paragraph")]
    assert expected == told(evidence.bad_paragraph, metric, corpus)


def test_an_article_that_could_not_be_read_is_not_unknown(corpus: Corpus) -> None:
    """The fault of the article is told of once, and not by each piece of evidence."""
    metric = evolve(METRIC, evidence=(evolve(cite("7个")[0], article=ArticleId("lost")),))
    lost = evolve(corpus.files[0], article=None, article_id=ArticleId("lost"), cases=(), places=())
    both = evolve(corpus, files=(*corpus.files, lost))
    expected: tuple[list[TreePath], list[TreePath]] = ([("evidence", 0, "article")], [])
    assert expected == (
        told(evidence.unknown_article, metric, corpus),
        told(evidence.unknown_article, metric, both),
    )
