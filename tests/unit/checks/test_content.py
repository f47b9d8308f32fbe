"""Rules about content that no YAML file of ours can show."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from cppcc_cases.checks import content, figures
from cppcc_cases.checks.rule import Rule, found, subject
from cppcc_cases.checks.run import check
from cppcc_cases.errors import Finding
from cppcc_cases.model import (
    Basis,
    Case,
    CaseId,
    Edtf,
    IndicatorId,
    LocalityCode,
    Metric,
    Number,
    Qualifier,
    Stands,
    Text,
    When,
    WindowKind,
)
from cppcc_cases.store import Corpus, read, shipped

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
        (87.44, 174, 199, True),
        (87.5, 174, 199, False),
        (87, 174, 199, True),
        (88, 174, 199, False),
        (66.6, 2, 3, False),
        (66.7, 2, 3, True),
        (12.5, 1, 8, True),
        (12, 1, 8, True),
        (87.3, 174, 199, False),
        (89, 174, 199, False),
        (12.3, 122, 1000, False),
        (0.3, 2, 1000, False),
        (100, 199, 199, True),
        (100, 200, 199, False),
        (100, 199.9, 200, True),
        (0, 0, 199, True),
        (0, 0, 0, False),
        (-5, -10, 200, True),
    ],
)
def test_a_rate_is_recomputed(
    corpus: Corpus, value: Number, above: Number, below: Number, good: bool
) -> None:
    """Off by half of its last digit is right; what is below zero is another rule's affair."""
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


@pytest.mark.parametrize(
    ("qualifier", "value", "good"),
    [
        (Qualifier.AT_LEAST, 85, True),
        (Qualifier.AT_LEAST, 88, False),
        (Qualifier.AT_MOST, 90, True),
        (Qualifier.AT_MOST, 87, True),
        (Qualifier.AT_MOST, 86, False),
        (Qualifier.ABOUT, 90, True),
        (Qualifier.ABOUT, 95, False),
    ],
)
def test_a_qualified_rate_may_be_off_on_its_side(
    corpus: Corpus, qualifier: Qualifier, value: Number, good: bool
) -> None:
    """Over 85% of 199 may be 174, and nearly 86% may not."""
    case = rate(corpus.cases[0], value, 174, 199)
    case = evolve(case, metrics=(evolve(case.metrics[0], qualifier=qualifier),))
    assert good == (not told(figures.rate_disagrees, case, corpus))


def test_a_source_that_contradicts_itself_is_kept_as_it_is(corpus: Corpus) -> None:
    """The message says to keep all three figures and write conflict, which is the end of it."""
    case = rate(corpus.cases[0], 66.6, 2, 3)
    found = told(figures.rate_disagrees, case, corpus)[0].message
    assert "三个数照录，用 conflict 写明" in found.zh
    assert "tell under conflict" in found.en
    odd = evolve(case.metrics[0], conflict=Text(zh="舍去了尾数", en="cut"))
    expected: list[Finding] = []
    assert expected == told(figures.rate_disagrees, evolve(case, metrics=(odd,)), corpus)


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("of", "140200"),
        ("when", When(kind=WindowKind.YEAR, date=Edtf.parse("2023"))),
        ("when", When(kind=WindowKind.SESSION)),
        ("part", ("whole", "selected")),
        ("counting", ("before_merge",)),
        ("stands", Stands.PLANNED),
        ("unit", "issue"),
    ],
)
def test_metrics_differ_by_what_identifies_them(corpus: Corpus, field: str, changed: Any) -> None:
    """Of two figures for one thing, the second is found; a dimension tells two apart."""
    metric: Metric = corpus.cases[0].metrics[0]
    other = evolve(metric, **{field: changed})
    case = evolve(corpus.cases[0], metrics=(metric, other, metric, other))
    expected = [("metrics", 2), ("metrics", 3)]
    assert expected == [finding.path for finding in told(figures.duplicate_metric, case, corpus)]


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("value", 8),
        ("session_no", "15-3"),
        ("note", Text(zh="说明", en="a note")),
        ("as_printed", "平台"),
        ("when", When(rule=Text(zh="推算", en="derived"))),
        ("part", ()),
        ("unit", "site"),
        ("basis", Basis.OFFICER),
    ],
)
def test_what_only_qualifies_a_figure_tells_none_apart(
    corpus: Corpus, field: str, changed: Any
) -> None:
    """Another value, unit of one family, label or speaker is the same figure twice."""
    metric: Metric = evolve(corpus.cases[0].metrics[0], part=())
    case = evolve(corpus.cases[0], metrics=(metric, evolve(metric, **{field: changed})))
    expected = [("metrics", 1)]
    assert expected == [finding.path for finding in told(figures.duplicate_metric, case, corpus)]


def test_a_source_may_give_two_figures_if_both_say_so(corpus: Corpus) -> None:
    """One conflict is not enough: a reader must see it beside each."""
    odd = Text(zh="前后不一", en="the source gives two")
    metric = corpus.cases[0].metrics[0]
    one, two = evolve(metric, conflict=odd), evolve(metric, value=8, conflict=odd)
    expected = [0, 1]
    assert expected == [
        len(told(figures.duplicate_metric, evolve(corpus.cases[0], metrics=both), corpus))
        for both in ((one, two), (metric, two))
    ]


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


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("居民王某某说，楼道灯亮了", "居民王某某"),
        ("村民李大爷的路修好了", "村民李大爷"),
        ("信访人张某反映的事", "信访人张某"),
        ("工人代表赵铁柱说", "工人代表赵铁柱"),
        ("市民陈女士反映", "市民陈女士"),
        ("群众老周告诉委员", "群众老周"),
        ("居民高某某反映", "居民高某某"),
        ("信访人欧阳某的事", "信访人欧阳某"),
        ("村民马大爷家", "村民马大爷"),
        ("租户刘芳说", "租户刘芳"),
        ("群众任务重。", None),
        ("学生范围，扩大了", None),
        ("农民田间，听课", None),
        ("居民周末，来到这里", None),
        ("村民李庄、王庄", None),
        ("居民许可，才能施工", None),
        ("居民王府井大街的路灯", None),
        ("群众高度评价", None),
        ("居民方便了", None),
        ("村民和委员一起议事", None),
        ("居民常住人口", None),
        ("群众于年底投票", None),
        ("居民江边散步", None),
        ("村民林地纠纷", None),
        ("一位居民说", None),
        ("市政协主席王某某说", None),
    ],
)
def test_a_name_behind_a_resident_is_asked_about(
    corpus: Corpus, text: str, named: str | None
) -> None:
    """Names of those who speak in no office are found in prose; other words are let be."""
    (case,) = corpus.cases[:1]
    changed = evolve(case, summary=Text(zh=text, en="x"))
    found_ = told(content.person_named, changed, corpus)
    assert [named] * bool(named) == [one.message.zh.split("”")[0][1:] for one in found_]


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://www.bjzx.gov.cn/a", True),
        ("http://zx.wuxi.gov.cn:8080/a?b", True),
        ("https://gov.cn/", True),
        ("https://epaper.tyrbw.com/x", True),
        ("https://xh.xhby.net/x", True),
        ("https://www.thepaper.cn/x", True),
        ("https://WWW.RMZXW.COM.CN./x", True),
        ("https://notgov.cn/", False),
        ("https://gov.cn.example.com/", False),
        ("https://tyrbw.com.example.org/", False),
        ("https://61.178.198.232/x", False),
        ("https://[::1/x", True),
    ],
)
def test_a_host_that_is_not_listed_is_asked_about(corpus: Corpus, url: str, known: bool) -> None:
    """A host is known by its end, never by its beginning; what is no address is another's rule."""
    article = evolve(corpus.articles[0], url=url)
    found_ = list(content.host_unknown.run(subject(article, corpus.files[0], corpus)))
    assert known is not bool(found_)


def test_english_that_is_left_out_is_told_once(corpus: Corpus) -> None:
    """However many places there are, one warning gives their number and where the first is."""
    (case,) = corpus.cases[:1]
    assert [] == told(content.no_english, case, corpus)
    changed = evolve(case, title=Text(zh="甲"), summary=Text(zh="乙"))
    (one,) = told(content.no_english, changed, corpus)
    assert (("title",), True, True) == (
        one.path,
        "有2处" in one.message.zh,
        "in 2 places" in one.message.en,
    )


def test_what_ships_is_in_both_languages() -> None:
    """No shipped case or article leaves English out, and none names a resident."""
    ours = shipped()
    rules = (content.no_english, content.person_named, content.host_unknown)
    assert ((), True) == (check(ours, rules).problems, len(ours.cases) > 0)
