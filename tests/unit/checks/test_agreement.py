"""Figures beside the words of their anchors, and beside each other."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.by_hand import beside, words
from tests.modules import codes, metric, problems

from cppcc_cases.checks import agreement
from cppcc_cases.checks.rule import subject
from cppcc_cases.model import Indicator, IndicatorId, Text, Unit, UnitId, Vocabulary
from cppcc_cases.store import read
from cppcc_cases.vocab.dimensions import FULL_SETS

FULL = Path(__file__).parents[2] / "conformance" / "valid" / "full.yaml"


@pytest.mark.parametrize(
    ("indicator", "value", "anchor", "more", "advice"),
    [
        ("opinions_submitted", 46, "报送46件", "", "请核对来源数的是不是它"),
        ("opinions_submitted", 46, "编报46期", "", "unit: issue"),
        ("opinions_submitted", 46, "编报信息46条", "", "unit: entry"),
        ("opinions_submitted", 46, "46 篇", "", ""),
        ("opinions_submitted", 46, "四十六篇", "", ""),
        ("opinions_submitted", 46, "报送46份", "", "unit: report"),
        ("instructions", 12, "批示12件", "", "unit: item"),
        ("instructions", 12, "批示12次", "", "unit: time"),
        ("instructions", 12, "批示12件次", "", ""),
        ("instructions", 12, "批示12件（次）", "", ""),
        ("visitors", 1000, "接待1000余人", "qualifier: at_least", "unit: person"),
        ("visitors", 1000, "接待群众千余人次", "qualifier: at_least", ""),
        ("visitors", 3.5, "接待3.5万人次", "unit: wan_person_time", ""),
        ("visitors", 3.5, "接待3.5万人", "unit: wan_person_time", "unit: person"),
        ("visitors", 35000, "接待3.5万人次", "", ""),
        ("visitors", 100, "100位群众", "unit: person", ""),
        ("visitors", 100, "100名群众", "", "unit: person"),
        ("beneficiaries", 300, "惠及300户", "", "unit: household"),
        ("consultations", 12, "协商12次", "", "unit: time"),
        ("consultations", 12, "协商12场次", "", ""),
        ("studios", 12, "12所工作室", "", ""),
        ("studios", 12, "12家工作室", "", "unit: organisation"),
        ("land_area", 300, "300公顷", "", "unit: hectare"),
        ("land_area", 7, "7万多亩", "unit: wan_mu, qualifier: at_least", ""),
        ("proposals_filed", 46, "46名委员", "", "请核对来源数的是不是它"),
        ("proposals_filed", 46, "46名委员提交46件", "", ""),
        ("other", 46, "46封来信", "as_printed: 来信, unit: item", ""),
        ("other", 46, "46篇来信", "as_printed: 来信, unit: item", "unit: paper"),
    ],
)
def test_the_measure_word_of_the_anchor_is_that_of_the_unit(
    tmp_path: Path, indicator: str, value: float, anchor: str, more: str, advice: str
) -> None:
    """Another word leads to the unit that has it, or to another look at the indicator."""
    found = problems(tmp_path, metric(indicator, value, anchor, more))
    assert [advice] * bool(advice) == [
        advice if advice in one.message.zh else one.message.zh for one in found
    ]
    assert {"measure-word"} >= {one.code for one in found}


@pytest.mark.parametrize(
    ("indicator", "value", "anchor"),
    [
        ("proposals_filed", 46, "立案46"),
        ("proposals_filed", 46, "立案（件）46"),
        ("proposals_filed", 6, "前6个月立案"),
        ("proposals_filed", 12, "12个工作日"),
        ("proposals_filed", 46, "46人提交，立案46"),
        ("partner_units", 7, "7单位"),
        ("inspections", 12, "视察12场"),
        ("handling_units", 12, "12部门"),
        ("meetings", 3, "三次会议"),
        ("consultations", 12, "12项目"),
    ],
)
def test_where_no_measure_word_is_sure_nothing_is_said(
    tmp_path: Path, indicator: str, value: int, anchor: str
) -> None:
    """A bare number, a word that counts anything, and what only looks like a measure word."""
    assert "measure-word" not in codes(tmp_path, metric(indicator, value, anchor))


@pytest.mark.parametrize(
    ("anchor", "expected"), [("46桩", []), ("46件", ["请写 unit: item"]), ("46篇", ["请核对"])]
)
def test_a_unit_of_a_plugin_has_measure_words_too(anchor: str, expected: list[str]) -> None:
    """Its own word is right, and that of another unit of its indicator is proposed."""
    deed = Unit(id=UnitId("made_up.deed"), label=Text(zh="桩", en="deeds"), family="count")
    deeds = Indicator(
        id=IndicatorId("made_up.deeds"),
        label=Text(zh="实事数", en="deeds"),
        definition=Text(zh="实事。", en="Deeds."),
        units=(deed.id, UnitId("item")),
    )
    corpus = read([FULL], beside(words(Vocabulary(indicators=(deeds,), units=(deed,)))))
    case = corpus.cases[0]
    proof = evolve(case.metrics[0].evidence[0], anchor=anchor)
    one = evolve(case.metrics[0], indicator=deeds.id, unit=deed.id, value=46, evidence=(proof,))
    told = subject(evolve(case, metrics=(one,)), corpus.files[0], corpus)
    found = [finding.message.zh for finding in agreement.measure_word.run(told)]
    assert [True] * len(expected) == [
        word in said for word, said in zip(expected, found, strict=True)
    ]


@pytest.mark.parametrize(
    ("anchor", "more", "stands"),
    [
        ("全年计划开展协商12次", "", "planned"),
        ("计划协商12次", "", "planned"),
        ("拟协商12次", "", "planned"),
        ("力争协商12次", "", "planned"),
        ("预计协商12次", "", "planned"),
        ("每年不少于12次", "qualifier: at_least", "required"),
        ("协商不得少于12次", "qualifier: at_least", "required"),
        ("每季度至少12次", "qualifier: at_least", "required"),
        ("预立案12件", "", "provisional"),
        ("拟立案12件", "", "provisional"),
        ("建议立案12件", "", "provisional"),
        ("建议予以立案12件", "", "provisional"),
        ("经初审，12件", "", "provisional"),
        ("已收到12件", "", "interim"),
        ("截至目前12件", "", "interim"),
        ("目前收到12件", "when: {session: 2025}", "interim"),
        ("目前收到12件", "when: {total: 2025-01}", ""),
        ("截至目前12件", "when: event", ""),
        ("协商计划12件", "", ""),
        ("年度计划12件", "", ""),
        ("列入计划的12件", "", ""),
        ("《计划》12件", "", ""),
        ("拟定12件", "", ""),
        ("模拟法庭12次", "", ""),
        ("至少12次", "qualifier: at_least", ""),
        ("第二次会议，12件", "", ""),
        ("计划协商12次", "stands: planned", ""),
        ("每年不少于12次", "qualifier: at_least, stands: required", ""),
        ("预立案12件", "stands: interim", ""),
    ],
)
def test_words_of_plan_and_of_counts_not_final_ask_how_the_figure_stands(
    tmp_path: Path, anchor: str, more: str, stands: str
) -> None:
    """The word is named with the value to write; who has said how it stands is not asked."""
    indicator = "meetings" if "次" in anchor else "proposals_filed"
    found = [
        one
        for one in problems(tmp_path, metric(indicator, 12, anchor, more))
        if one.code != "measure-word"
    ]
    expected = ["not-a-result"] if stands else []
    assert expected == [one.code for one in found]
    assert all(f"请写 stands: {stands}" in one.message.zh for one in found)


def test_what_stands_on_a_day_may_stand_so_now(tmp_path: Path) -> None:
    """目前 beside a state is its day."""
    one = metric("studios", 12, "目前有12个工作室", "when: {as_of: 2024}")
    expected: list[str] = []
    assert expected == codes(tmp_path, one)


def test_an_ordinal_is_no_count(tmp_path: Path) -> None:
    """第二次会议 doesn't say that there were two."""
    found = problems(tmp_path, metric("meetings", 2, "第二次会议"))
    expected = ["figure-unread"]
    assert expected == [one.code for one in found]
    assert "“第二次”是次序，不是数量" in found[0].message.zh


def filed(value: object, more: str = "") -> str:
    """Return a count of proposals filed."""
    return metric("proposals_filed", value, f"立案{value}件", more)


ODD = "conflict: {zh: 前后不一, en: the source contradicts itself}"


@pytest.mark.parametrize(
    ("metrics", "expected"),
    [
        ((filed(446), filed(500, "part: [members]")), ["part-exceeds-total"]),
        ((filed(500, "part: [members]"), filed(446)), ["part-exceeds-total"]),
        ((filed(446), filed(446, "part: [members]")), []),
        ((filed(446), filed(500, "part: [topic:教育]")), ["part-exceeds-total"]),
        ((filed(446), filed(500, "part: [five_fold, economy]")), ["part-exceeds-total"]),
        ((filed(446), filed(500, "part: [authors_unsaid]")), ["part-exceeds-total"]),
        (
            (filed(400, "part: [members]"), filed(410, "part: [class_a, members]")),
            ["part-exceeds-total"],
        ),
        ((filed(446, ODD), filed(500, "part: [members]")), []),
        ((filed(446), filed(500, f"part: [members], {ODD}")), []),
        ((filed(446), filed(500, "part: [national_members]")), []),
        ((filed(446, "when: {session: 2025}"), filed(500, "part: [members]")), []),
        ((filed(446, "counting: [after_merge]"), filed(500, "part: [members]")), []),
        ((filed(446, "stands: provisional"), filed(500, "part: [members]")), []),
        (
            (filed(446), filed(400, "part: [members]"), filed(40, "part: [collective]")),
            ["parts-disagree"],
        ),
        ((filed(440), filed(400, "part: [members]"), filed(40, "part: [collective]")), []),
        ((filed(446), filed(400, "part: [members]")), []),
        (
            (filed(446), filed(400, "part: [members]"), filed(40, f"part: [collective], {ODD}")),
            [],
        ),
        (
            (
                filed(60),
                filed(10, "part: [class_a]"),
                filed(20, "part: [class_b]"),
                filed(31, "part: [class_c]"),
            ),
            ["parts-disagree"],
        ),
        (
            (filed(60), filed(50, "part: [in_session]"), filed(9, "part: [between_sessions]")),
            ["parts-disagree"],
        ),
        (
            (
                *(
                    filed(10 + at, f"part: [five_fold, {word}]")
                    for at, word in enumerate(FULL_SETS[-1])
                ),
                filed(61),
            ),
            ["parts-disagree"],
        ),
    ],
)
def test_parts_are_held_against_their_total(
    tmp_path: Path, metrics: tuple[str, ...], expected: list[str]
) -> None:
    """No part is larger, and a full set adds up; a conflict that is said is enough."""
    assert expected == codes(tmp_path, *metrics)


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        ("part: [whole]", ["part-exceeds-total"]),
        ("part: [own]", []),
        ("", []),
    ],
)
def test_what_covers_an_unknown_area_is_no_total(
    tmp_path: Path, whole: str, expected: list[str]
) -> None:
    """Of studios that may be the committee's own, those of a pilot are perhaps no part."""
    metrics = [
        metric("studios", value, f"{value}个", f"when: {{as_of: 2024}}, {more}".rstrip(", "))
        for value, more in ((12, whole), (20, "part: [pilot]"))
    ]
    assert expected == codes(tmp_path, *metrics)


@pytest.mark.parametrize(
    ("total", "part", "expected"),
    [
        ("qualifier: at_least", "", []),
        ("qualifier: about", "", []),
        ("qualifier: at_most", "", ["part-exceeds-total"]),
        ("", "qualifier: at_least, ", ["part-exceeds-total"]),
        ("", "qualifier: at_most, ", []),
    ],
)
def test_what_may_be_more_or_less_proves_nothing(
    tmp_path: Path, total: str, part: str, expected: list[str]
) -> None:
    """Over 446 may be 500."""
    found = codes(tmp_path, filed(446, total), filed(500, f"{part}part: [members]"))
    assert expected == [code for code in found if code != "qualifier-disagrees"]


def received(value: object, more: str = "") -> str:
    """Return a count of proposals received."""
    return metric("proposals_received", value, f"收到{value}件", more)


@pytest.mark.parametrize(
    ("metrics", "expected"),
    [
        ((received(400), filed(446)), ["part-exceeds-total"]),
        ((received(446), filed(446)), []),
        ((received(400), filed(446, "counting: [before_merge]")), ["part-exceeds-total"]),
        ((received(500), filed(446, "when: {year: 2024}")), []),
        ((received(400), filed(446, "part: [members]")), []),
        ((received(400, ODD), filed(446)), []),
        (
            (received(500), filed(446), metric("converted_suggestions", 60, "转60件")),
            ["part-exceeds-total"],
        ),
        ((received(506), filed(446), metric("converted_suggestions", 60, "转60件")), []),
        ((received(600), filed(446), metric("converted_suggestions", 60, "转60件")), []),
        (
            (
                metric("proposals_assigned", 400, "交办400件"),
                metric("proposals_replied", 401, "办复401件"),
            ),
            ["part-exceeds-total"],
        ),
        ((received(500), filed(446), metric("filing_rate", 89.2, "立案率89.2%")), []),
        (
            (received(500), filed(446), metric("filing_rate", 90.1, "立案率90.1%")),
            ["rate-disagrees"],
        ),
        ((received(500), filed(446), metric("filing_rate", 90.1, "立案率90.1%", ODD)), []),
        (
            (
                received(500),
                filed(446),
                metric("filing_rate", 90.1, "立案率90.1%", "when: {year: 2024}"),
            ),
            [],
        ),
    ],
)
def test_each_step_is_held_against_the_one_before(
    tmp_path: Path, metrics: tuple[str, ...], expected: list[str]
) -> None:
    """What is filed was received; what lies between may be merged or withdrawn."""
    assert expected == codes(tmp_path, *metrics)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (
            metric(
                "proposals_filed",
                25.77,
                "占25.77%",
                "unit: percent, part: [economy], when: {session: 2023}",
            ),
            [],
        ),
        (metric("proposals_filed", 25.77, "占25.77%", "unit: percent"), ["unit-mismatch"]),
        (
            metric("other", 150, "增长150%", 'unit: percent, as_printed: "较上年增长"'),
            [],
        ),
        (
            metric("proposals_filed", 150, "占150%", "unit: percent, part: [economy]"),
            ["rate-disagrees"],
        ),
    ],
)
def test_shares_and_growth_are_no_rates_of_their_own(
    tmp_path: Path, figure: str, expected: list[str]
) -> None:
    """A part of a count may be given in per cent; what grows may more than double."""
    found = codes(tmp_path, figure)
    assert expected == [one for one in found if one in ("unit-mismatch", "rate-disagrees")]
