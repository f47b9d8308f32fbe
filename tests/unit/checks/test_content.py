"""Rules about content that no YAML file of ours can show."""

from pathlib import Path

import pytest
from attrs import evolve

from cppcc_cases.checks import content, figures
from cppcc_cases.checks.rule import Rule, found, subject
from cppcc_cases.corpus import Corpus, read
from cppcc_cases.errors import Finding
from cppcc_cases.model import Case, CaseId, IndicatorId, LocalityCode, Metric, Number, Text

VALID = Path(__file__).parents[2] / "conformance" / "valid"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return a corpus of one file that is right."""
    return read([VALID / "full.yaml"])


def told(rule: Rule, case: Case, corpus: Corpus) -> list[Finding]:
    """Return what a rule finds in a case."""
    return list(rule.run(subject(case, corpus.files[0], corpus)))


def rate(case: Case, value: Number, above: Number, below: Number) -> Case:
    """Return a case whose only metric is a rate of these numbers."""
    metric = next(one for one in case.metrics if one.indicator == "filing_rate")
    changed = evolve(metric, value=value, numerator=above, denominator=below)
    return evolve(case, metrics=(changed,))


@pytest.mark.parametrize(
    ("id_", "good"),
    [
        ("a", True),
        ("taiyuan-2", True),
        ("", False),
        ("2-taiyuan", False),
        ("taiyuan-", False),
        ("-taiyuan", False),
        ("Taiyuan", False),
        ("tai yuan", False),
        ("taiyuan\n", False),
        ("太原", False),
    ],
)
def test_an_id_fits_into_addresses(corpus: Corpus, id_: str, good: bool) -> None:
    """Ids are lower-case letters, digits and hyphens, and begin with a letter."""
    case = evolve(corpus.cases[0], id=CaseId(id_))
    assert good == (not told(content.bad_id, case, corpus))


@pytest.mark.parametrize(
    ("value", "above", "below", "good"),
    [
        (50, 1, 2, True),
        (87.4, 174, 199, True),
        (87.5, 174, 199, True),
        (87, 174, 199, True),
        (88, 174, 199, True),
        (87.3, 174, 199, False),
        (89, 174, 199, False),
        (12.3, 122, 1000, False),
        (0.3, 2, 1000, False),
        (100, 199, 199, True),
        (100, 200, 199, True),
        (0, 0, 199, True),
        (0, 0, 0, False),
        (-5, -10, 200, True),
    ],
)
def test_a_rate_is_recomputed(
    corpus: Corpus, value: Number, above: Number, below: Number, good: bool
) -> None:
    """It may be cut or rounded to its own digits; what is below zero is another rule's affair."""
    case = rate(corpus.cases[0], value, above, below)
    assert good == (not told(figures.rate_disagrees, case, corpus))


def test_a_rate_of_an_unknown_indicator_is_left_alone(corpus: Corpus) -> None:
    """What is unknown is told of by one rule."""
    case = rate(corpus.cases[0], 12, 1, 2)
    unknown = evolve(case.metrics[0], indicator=IndicatorId("none"))
    case = evolve(case, metrics=(unknown,))
    expected = [1, 0, 0, 0]
    assert expected == [
        len(told(rule, case, corpus))
        for rule in (
            figures.unknown_indicator,
            figures.rate_disagrees,
            figures.unit_mismatch,
            figures.parts_without_rate,
        )
    ]


def test_each_number_below_zero_is_found(corpus: Corpus) -> None:
    """Neither a value nor a part of it may be negative."""
    case = rate(corpus.cases[0], -1, -2, -3)
    expected = ["value", "numerator", "denominator"]
    assert expected == [finding.path[-1] for finding in told(figures.negative_figure, case, corpus)]


def test_metrics_differ_by_scope_and_time(corpus: Corpus) -> None:
    """Of two figures for one thing, the second is found."""
    metric: Metric = corpus.cases[0].metrics[0]
    other = evolve(metric, scope=Text(zh="口径", en="scope"))
    case = evolve(corpus.cases[0], metrics=(metric, other, metric, other))
    expected = [("metrics", 2), ("metrics", 3)]
    assert expected == [finding.path for finding in told(figures.duplicate_metric, case, corpus)]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("platforms数", "did you mean platforms?"),
        ("members' studios", "did you mean studios?"),
        ("class_b_rate", "choose one from the list"),
        ("？", "choose one from the list"),
    ],
)
def test_an_unknown_word_is_told_with_the_nearest(corpus: Corpus, written: str, hint: str) -> None:
    """The name of an indicator, in either language, leads to its id."""
    metric = evolve(corpus.cases[0].metrics[0], indicator=IndicatorId(written))
    case = evolve(corpus.cases[0], metrics=(metric,))
    finding = told(figures.unknown_indicator, case, corpus)[0]
    expected = f"there is no indicator “{written}”; {hint} (cases vocab indicators lists all)"
    assert expected == finding.message.en


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("320323", '区划代码 320323 已经停用，现在是 "320312"（铜山区）'),
        ("140211", '区划代码 140211 已经停用，现在是 "140213"（平城区） 或 "140214"（云冈区）'),
        ("太原", '地区要写六位区划代码，请写 "140100"（太原市）'),
        ("江北区", '地区要写六位区划代码，请写 "330205"（江北区） 或 "500157"（两江新区）'),
        ("“140100”", '地区要写六位区划代码，请写 "140100"（太原市）'),
        ("火星", '没有 火星 这个区划代码，请查六位代码，如太原市是 "140100"'),
    ],
)
def test_what_is_no_code_is_told_with_the_code(corpus: Corpus, written: str, said: str) -> None:
    """A retired code, a name and a code in quotes lead to codes; none that bears a name is kept."""
    case = evolve(corpus.cases[0], localities=(LocalityCode(written),))
    assert [said] == [one.message.zh for one in told(content.unknown_locality, case, corpus)]


@pytest.mark.parametrize("written", ["133100", "130171", "330155", "雄安新区", "太原高新区"])
def test_a_zone_is_no_locality(corpus: Corpus, written: str) -> None:
    """A zone is not told to be the province, but that it is no division, and where it lies."""
    case = evolve(corpus.cases[0], localities=(LocalityCode(written),))
    [finding] = told(content.unknown_locality, case, corpus)
    assert finding.message.zh.startswith(f"“{written}”不是行政区划，也不是区划代码：")


def test_a_finding_is_made_by_position() -> None:
    """Rules read as prose."""
    expected = Finding(path=("a",), message=Text(zh="一", en="one"))
    assert expected == found(("a",), "一", "one")
