"""Whose a figure is, which part it counts, and how."""

from pathlib import Path

import pytest
from tests.modules import codes, metric, problems

from cppcc_cases.checks.run import check
from cppcc_cases.errors import Severity
from cppcc_cases.model import Level
from cppcc_cases.store import read
from cppcc_cases.vocab.gazetteer import Gazetteer

SEVERAL = '"140400", "140500"'


@pytest.mark.parametrize(
    ("places", "whose", "expected"),
    [
        (SEVERAL, "", ["whose-figure"]),
        (SEVERAL, "of: 太原", ["whose-figure"]),
        (SEVERAL, 'of: "140100"', ["whose-figure"]),
        (SEVERAL, "of: 几地共同", ["whose-figure"]),
        (SEVERAL, "of: joint", []),
        (SEVERAL, 'of: "140400"', []),
        (SEVERAL, "of: 长治", []),
        (SEVERAL, "of: 长治市", []),
        (SEVERAL, "of: changzhi", []),
        (SEVERAL, "of: Jincheng", []),
        ('"140100"', "", []),
        ('"140100"', "of: 太原市", []),
        ('"140100"', "of: 大同", ["whose-figure"]),
        ('"140000", "140100"', "", ["nested-places", "whose-figure"]),
        ('"140100", "140105"', "", ["nested-places", "whose-figure"]),
        ('"140000", "140105"', "", ["nested-places", "whose-figure"]),
        ('"140000", "140100"', "of: 山西", []),
        ('"140100", "140200"', "of: joint", []),
    ],
)
def test_a_figure_of_several_places_says_whose_it_is(
    tmp_path: Path, places: str, whose: str, expected: list[str]
) -> None:
    """It is of one of the case's localities, under any of its names, or joint."""
    one = metric("proposals_filed", 446, "立案446件", whose)
    assert expected == sorted(codes(tmp_path, one, places=places))


def test_what_may_be_written_is_listed(tmp_path: Path) -> None:
    """A contributor sees the codes with their names, and the word for all of them."""
    one = metric("proposals_filed", 446, "立案446件", "of: 太原")
    found = problems(tmp_path, one, places=SEVERAL)[0]
    expected = '"140400"（长治市）、"140500"（晋城市），几地共同的写 joint'
    assert expected == found.message.zh.partition("请写 ")[2]
    assert 'write "140400" (Changzhi), "140500" (Jincheng), or joint' in found.message.en


def test_of_many_localities_some_are_listed(tmp_path: Path) -> None:
    """A message stays readable, and short, however many there are."""
    codes_ = [place.code for place in Gazetteer.shipped() if place.level is Level.PREFECTURE]
    places = ", ".join(f'"{code}"' for code in codes_)
    found = problems(tmp_path, metric("platforms", 7, "7个平台"), places=places)
    (said,) = [one.message.zh for one in found if one.code == "whose-figure"]
    expected = (12, True)
    assert expected == (said.count("（"), said.endswith("（太原市）等，几地共同的写 joint"))


def test_an_outcome_is_of_a_locality_of_its_case(tmp_path: Path) -> None:
    """It need not say whose it is, but what it says must be right."""
    outcome = """    outcomes:
      - kind: work_delivered
        status: done
        of: {}
        text: {{zh: 虚构的成效, en: A made-up outcome}}
        evidence: [{{paragraph: 1, anchor: 虚构的成效}}]
"""
    expected = ["whose-figure", ""]
    one = metric("proposals_filed", 446, "立案446件", "of: joint")
    told = [
        problems(tmp_path, one, places=SEVERAL, case=outcome.format(of)) for of in ("大同", "晋城")
    ]
    assert expected == ["".join(one.code for one in found) for found in told]


@pytest.mark.parametrize(
    ("field", "written", "advice"),
    [
        ("part", "委员提案", "请写 members（"),
        ("part", "集体提案", "请写 collective（"),
        ("part", "集体", "请写 collective（"),
        ("part", "memebrs", "请写 members（"),
        ("part", "Members", "请写 members（"),
        ("part", "C类", "请写 class_c（"),
        ("part", "党派", "请写 party（"),
        ("part", "五位一体", "请写 five_fold（"),
        ("part", "闭会期间", "请写 between_sessions（"),
        ("part", "满意", "请在 counting 下写 satisfied（"),
        ("part", "并案前", "请在 counting 下写 before_merge（"),
        ("part", "before_merge", "要写在 counting 下"),
        ("part", "教育类", "专题请写 topic:教育类"),
        ("part", "专题：教育", "专题请写 topic:教育"),
        ("part", "topic：教育", "专题请写 topic:教育"),
        ("part", "national", "不分报送对象"),
        ("part", "withdrawn", "不分未立案去向"),
        ("part", "class_a, class_b", "都属于“类别”"),
        ("part", "members, collective", "都属于“提案者”"),
        ("part", "members, members", "members 写了两次"),
        ("part", "whole, pilot", "都属于“覆盖范围”"),
        ("counting", "并案后", "请写 after_merge（"),
        ("counting", "after merge", "请写 after_merge（"),
        ("counting", "members", "要写在 part 下"),
        ("counting", "topic:教育", "要写在 part 下"),
        ("counting", "委员提案", "请在 part 下写 members（"),
        ("counting", "satisfied", "请删去 satisfied；可分的是并案"),
        ("counting", "before_merge, after_merge", "都属于“并案”"),
        ("counting", "xyz", "cases codebook"),
    ],
)
def test_a_wrong_word_is_answered_with_the_right_one(
    tmp_path: Path, field: str, written: str, advice: str
) -> None:
    """Labels, near misses and words of the other field lead to the id and to its place."""
    one = metric("proposals_filed", 446, "立案446件", f"{field}: [{written}]")
    found = problems(tmp_path, one)
    expected = ["unknown-word"]
    assert expected == [problem.code for problem in found]
    assert advice in found[0].message.zh


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("proposals_filed", "part: [members, class_a, five_fold, economy, in_session]"),
        ("proposals_filed", "part: [whole, topic:教育], counting: [after_merge, and_more]"),
        ("opinions_used", "part: [national, province_level, and_above]"),
        ("satisfaction", "counting: [satisfied, basically_satisfied, of_forms, of_result]"),
        ("resolution_rate", "counting: [solved, partly, in_plan, of_replied, after_merge]"),
        ("other", "as_printed: 来信, unit: item, part: [members, national], counting: [solved]"),
    ],
)
def test_right_words_give_no_word(tmp_path: Path, indicator: str, words: str) -> None:
    """Of a set several may stand, coverage and topics always, and ``other`` takes any."""
    expected: list[str] = []
    assert expected == codes(tmp_path, metric(indicator, 46, "46", words))


@pytest.mark.parametrize(
    ("indicator", "anchor", "counting", "expected"),
    [
        ("satisfaction", "满意率99%", "", ["counting-unsaid"]),
        ("satisfaction", "满意率99%", "counting: [of_handling]", ["counting-unsaid"]),
        ("satisfaction", "满意率99%", "counting: [satisfied]", []),
        ("resolution_rate", "解决率99%", "", ["counting-unsaid"]),
        ("resolution_rate", "解决率99%", "counting: [solved]", []),
        ("member_participation", "参与率99%", "", ["counting-unsaid"]),
        ("filing_rate", "立案率99%", "", []),
        ("proposals_filed", "并案后立案99件", "", ["counting-unsaid"]),
        ("proposals_filed", "经并案立案99件", "counting: [before_merge]", []),
        ("proposals_received", "并案99件", "", []),
    ],
)
def test_what_must_be_said_of_the_counting_is_asked_for(
    tmp_path: Path, indicator: str, anchor: str, counting: str, expected: list[str]
) -> None:
    """An indicator names what it needs, and an anchor that tells of 并案 asks for it."""
    assert expected == codes(tmp_path, metric(indicator, 99, anchor, counting))


@pytest.mark.parametrize(
    ("indicator", "more", "expected"),
    [
        ("other", "unit: item", ["as-printed-missing"]),
        ("other", "unit: item, as_printed: 来信数", []),
        ("other", "unit: item, as_printed: 来信数, when: {as_of: 2024}", []),
        ("proposals_filed", "as_printed: 提案立案数", ["as-printed-superfluous"]),
        ("proposals_filed", "as_printed: 立案提案", []),
    ],
)
def test_the_sources_own_word_stands_where_it_tells_something(
    tmp_path: Path, indicator: str, more: str, expected: list[str]
) -> None:
    """It is needed for ``other``, and superfluous where it is the label."""
    assert expected == codes(tmp_path, metric(indicator, 46, "46件", more))


SPEAKER = "said_by: {name: {zh: 虚构某, en: Someone}, post: {zh: 主席, en: chair}}"


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("officer", []),
        ("official", []),
        ("document", []),
        ("newspaper", []),
        ("member", ["speaker-basis"]),
        ("resident", ["speaker-basis"]),
        ("derived, rule: {zh: 推算, en: worked out}", ["speaker-basis"]),
    ],
)
def test_only_office_holders_are_named(tmp_path: Path, basis: str, expected: list[str]) -> None:
    """A resident or a member who says something has no name here."""
    one = metric("proposals_filed", 46, "立案46件", f"basis: {basis}, {SPEAKER}")
    assert expected == codes(tmp_path, one)


@pytest.mark.parametrize(
    ("basis", "own", "named"),
    [
        ("officer", "", True),
        ("officer", "basis: official", True),
        ("officer", "basis: member", False),
        ("officer", "basis: resident", False),
        ("officer", "basis: derived, rule: {zh: 推算, en: worked out}", False),
        ("newspaper", "basis: officer", True),
    ],
)
def test_a_figure_of_another_basis_has_not_the_speaker_of_its_case(
    tmp_path: Path, basis: str, own: str, named: bool
) -> None:
    """What a member says in a case of which the chair speaks is not the chair's word."""
    one = metric("proposals_filed", 46, "立案46件", own)
    expected: list[str] = []
    case = f"    basis: {basis}\n    {SPEAKER}\n"
    assert expected == [found.code for found in problems(tmp_path, one, case=case)]
    figure = read([tmp_path / "module.yaml"]).cases[0].metrics[0]
    assert named == (figure.said_by is not None)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [("tff", [0]), ("fft", []), ("ttf", [0, 1]), ("ttt", [0, 1]), ("fff", [])],
)
def test_only_the_last_of_a_list_is_open(tmp_path: Path, marks: str, expected: list[int]) -> None:
    """等 stands at the end of a list, so ``open`` does."""
    base = Path(__file__).parents[2] / "conformance" / "valid" / "base.yaml"
    text = base.read_text(encoding="utf-8")
    way = text[text.index("        - zh: 虚构的做法") : text.index("    metrics:")]
    ways = [way + f"          open: {'true' if mark == 't' else 'false'}\n" for mark in marks]
    case = text.partition("    metrics:")[0].replace(way, "".join(ways))
    file = tmp_path / "open.yaml"
    file.write_text(case + "    limitations:\n      - {zh: 局限, en: A limitation}\n", "utf-8")
    found = check(read([file])).problems
    assert expected == [one.path[-2] for one in found if one.code == "open-not-last"]
    assert {Severity.WARNING} >= {one.severity for one in found}


@pytest.mark.parametrize(
    ("places", "title", "expected"),
    [
        ('"140100"', "大同的协商", ["place-not-named"]),
        ('"140200"', "太原的协商", ["place-not-named"]),
        ('"140100"', "太原市政协的协商", []),
        ('"140100"', "太原和大同的协商", []),
        ('"140000"', "太原的协商", ["place-not-named"]),
        ('"140100", "140200"', "太原的协商", ["place-not-named"]),
        ('"140105"', "太原市小店区的协商", []),
        ('"140105"', "太原市迎泽区的协商", ["place-not-named"]),
        ('"422800"', "恩施的协商", []),
        ('"320312"', "铜山县的协商", []),
        ('"150000"', "内蒙古的协商", []),
        ('"140100"', "社区里的协商", []),
        ('"140100"', "某区政协的协商", []),
    ],
)
def test_a_place_that_nothing_names_is_told_where_another_is_named(
    tmp_path: Path, places: str, title: str, expected: list[str]
) -> None:
    """A wrong code shows by the place that is named; where none is, nothing can be said."""
    one = metric("proposals_filed", 446, "立案446件", "of: joint")
    assert expected == codes(tmp_path, one, places=places, title=title)
