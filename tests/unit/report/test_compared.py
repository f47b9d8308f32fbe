"""The document of a comparison: its parts, their order, and what it says of silence."""

import re

import pytest
from attrs import evolve
from tests.reports import digest, page
from tests.unit.comparison.test_build import counted, grouped, made_up

from cppcc_cases.comparison import Comparison, compare, party
from cppcc_cases.forms.markdown import markdown
from cppcc_cases.model import Lang, Missing, StageState
from cppcc_cases.report.document import (
    Bar,
    Document,
    Heading,
    Items,
    Key,
    Mark,
    Paragraph,
    Table,
    signs,
)
from cppcc_cases.report.words import Words
from cppcc_cases.store import Corpus

ORDER = [
    "概况",
    "主要做法",
    "流程覆盖",
    "数据成效",
    "成效",
    "异同",
    "局限",
    "注意事项",
    "推算依据",
    "来源",
]


def headings(document: Document, level: int = 2) -> list[str]:
    """Return the headings of a level."""
    return [
        block.text
        for block in document.blocks
        if isinstance(block, Heading) and block.level == level
    ]


def part(document: Document, name: str) -> Document:
    """Return what stands below a heading of the second level, up to the next."""
    blocks = list(document.blocks)
    start = blocks.index(Heading(level=2, text=name)) + 1
    ends = [
        n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 2 and n > start
    ]
    return Document(blocks=tuple(blocks[start : min(ends, default=len(blocks))]))


def table(document: Document, name: str) -> Table:
    """Return the first table below a heading."""
    return next(b for b in part(document, name).blocks if isinstance(b, Table))


def items(document: Document, name: str) -> tuple[str, ...]:
    """Return all items below a heading."""
    lists = [b.items for b in part(document, name).blocks if isinstance(b, Items)]
    return tuple(item for one in lists for item in one)


def keys(document: Document, name: str) -> list[Key]:
    """Return the keys to pictures below a heading."""
    return [b for b in part(document, name).blocks if isinstance(b, Key)]


def bars(table: Table) -> dict[str, list[list[str]]]:
    """Return what the bars of each row say, cell by cell, for the rows that have any."""
    found = {
        "".join(signs(row[0])): [
            [line.says for line in cell if isinstance(line, Bar)] for cell in row[1:-1]
        ]
        for row in table.rows
    }
    return {name: cells for name, cells in found.items() if any(cells)}


def paragraphs(document: Document, name: str) -> list[str]:
    """Return the paragraphs below a heading."""
    return [b.text for b in part(document, name).blocks if isinstance(b, Paragraph)]


def test_the_parts_follow_the_order_of_a_report(corpus: Corpus) -> None:
    """The digest goes from overview to sources; leads come in where there are any."""
    plain = compare(corpus, "太原市", "阳泉市")
    leads = compare(corpus, "太原市", "阳泉市", "朔州市")
    assert ORDER == headings(digest(plain, Lang.ZH))
    expected = [
        *ORDER[:1],
        "相关线索",
        *(name for name in ORDER[1:]),
    ]
    assert expected == headings(digest(leads, Lang.ZH))


def test_the_title_names_the_parties(corpus: Corpus) -> None:
    """The title is the parties, and below it stand the counts of cases and articles."""
    document = digest(compare(corpus, "taiyuan", "tongshan"), Lang.EN)
    expected = (
        Heading(level=1, text="Taiyuan, Tongshan District: consultation compared"),
        Paragraph(text="2 cases · 2 articles", subtitle=True),
    )
    assert expected == document.blocks[:2]


def test_a_shared_case_counts_once(corpus: Corpus) -> None:
    """A joint case of two parties is one case, told once under both names."""
    document = digest(compare(corpus, "changzhi", "jincheng"), Lang.EN)
    expected = (
        Paragraph(text="1 case · 1 article", subtitle=True),
        ["Changzhi, Jincheng: joint consultation across borders"],
        [
            "Changzhi, Jincheng, deliberation: practised "
            "(Told as standing practice, without an instance) [4]"
        ],
    )
    told = [one for one in items(document, "Stages covered") if "deliberation" in one]
    found = headings(part(document, "How they do it"), 3)
    assert expected == (document.blocks[1], found, told)


def uncited(cell: object) -> tuple[str, ...]:
    """Return the lines of a cell without the numbers of their sources."""
    assert isinstance(cell, tuple)
    return tuple(re.sub(r"\[\d+\]$", "", str(one)) for one in cell)


def test_the_overview_has_a_dash_for_what_there_is_not(corpus: Corpus) -> None:
    """A party without a case has dashes where a case would say something."""
    rows = table(digest(compare(corpus, "taiyuan", "shuozhou"), Lang.ZH), "概况").rows
    expected = [
        ("地级",),
        ("140600",),
        ("–",),
        ("无案例",),
        ("1,593,444（2020年11月1日）",),
        ("70（2025年12月31日）",),
        ("–",),
    ]
    assert expected == [uncited(row[2]) for row in rows]


def test_stages_of_a_party_without_a_case_are_dashes(corpus: Corpus) -> None:
    """Silence of a source and lack of a case have marks of their own, both explained."""
    for lang, name in ((Lang.ZH, "流程覆盖"), (Lang.EN, "Stages covered")):
        document = digest(compare(corpus, "taiyuan", "shuozhou"), lang)
        marks = {signs(cell) for row in table(document, name).rows for cell in row[1:]}
        assert {("·",), ("–",)} == marks
        (key,) = keys(document, name)
        assert Mark(state=None, says=Words(lang)["no_case"]) == key.pictures[-1]


def test_the_key_is_silent_about_what_is_not_there(corpus: Corpus) -> None:
    """Where every party has a case, the key to the marks does not speak of none."""
    document = digest(compare(corpus, "taiyuan", "datong"), Lang.EN)
    (key,) = keys(document, "Stages covered")
    expected = [Mark(state=state, says=state.label.en) for state in StageState]
    assert expected == list(key.pictures)


def test_marks_are_those_of_the_comparison(corpus: Corpus) -> None:
    """The table of stages shows each party's marks: in rows in Chinese, in columns in English."""
    comparison = compare(corpus, "datong", "xinzhou")
    marks = [[cell.state.mark for cell in row.cells] for row in comparison.stages]
    assert {"●", "◐", "·"} == {mark for row in marks for mark in row}
    english = table(digest(comparison, Lang.EN), "Stages covered").rows
    chinese = table(digest(comparison, Lang.ZH), "流程覆盖").rows
    assert marks == [[signs(cell)[0] for cell in row[1:]] for row in english]
    first, second = ([signs(cell)[0] for cell in row[1:]] for row in chinese)
    assert marks == [list(pair) for pair in zip(first, second, strict=True)]


def test_a_note_explains_a_stage(corpus: Corpus) -> None:
    """A stage with a note has it in brackets, with its sources behind."""
    told = items(digest(compare(corpus, "datong", "taiyuan"), Lang.ZH), "流程覆盖")
    expected = (
        "大同市·报送：已实行（原文用“反馈给相关部门”，把意见送给部门属于报送；"
        "写成一贯的做法，没有举出哪一次）[4]"
    )
    assert expected == told[0]


def test_no_stage_is_told(corpus: Corpus) -> None:
    """Where no stage is claimed at all, there is the table with its key and no list."""
    assert () == items(digest(compare(corpus, "taiyuan", "shuozhou"), Lang.EN), "Stages covered")


def test_silence_is_told_apart_in_figures(corpus: Corpus) -> None:
    """Not stated, not applicable, zero and no case are four things in a row of figures."""
    made = grouped(corpus, 0, 3, None, None)
    comparison = compare(made, "taiyuan", "datong", "yangquan", "changzhi", "shuozhou")
    (row,) = comparison.metrics
    moot = evolve(row.row.cells[3], missing=Missing.NOT_APPLICABLE)
    cells = (*row.row.cells[:3], moot, row.row.cells[4])
    changed = evolve(comparison, metrics=(evolve(row, row=evolve(row.row, cells=cells)),))
    shown = table(digest(changed, Lang.EN), "Figures").rows[0]
    expected = ("not stated", "not applicable", "no case")
    assert expected == tuple(cell[0] for cell in shown[3:-1])
    assert signs(shown[1])[0].startswith("0 (as of 20 September 2024")


def test_silence_is_told_apart_in_outcomes(corpus: Corpus) -> None:
    """A party whose source tells no outcome is not reported; one without a case has none."""
    document = digest(compare(corpus, "datong", "taiyuan", "shuozhou"), Lang.ZH)
    row = table(document, "成效").rows[0]
    assert ("未写明", "无案例") == (row[2][0], row[3][0])


def test_nothing_to_compare_is_said(corpus: Corpus) -> None:
    """Without a case on any side there are no figures, no outcomes, and no empty parts."""
    document = digest(compare(corpus, "西藏", "海南省"), Lang.ZH)
    parts = ["概况", "相关线索", "主要做法", "流程覆盖", "数据成效", "成效", "注意事项"]
    assert parts == headings(document)
    expected = (["各方都没有数字"], ["未写明"])
    assert expected == (paragraphs(document, "数据成效"), paragraphs(document, "成效"))


def test_rules_are_stated(corpus: Corpus) -> None:
    """Every rule by which a figure or date was derived is stated, with what it was used for."""
    rules = items(digest(compare(corpus, "xinzhou", "datong"), Lang.ZH), "推算依据")
    expected = "立案率：立案395件除以提交452件，取一位小数；原文没有给出立案率。"
    assert expected in rules
    assert ["时段", "立案率", "制度出台", "刊发日期"] == [rule.partition("：")[0] for rule in rules]


def test_a_rule_used_thrice_is_stated_once(corpus: Corpus) -> None:
    """Figures derived by one rule share its line."""
    rules = items(digest(compare(corpus, "taiyuan", "datong"), Lang.ZH), "推算依据")
    assert "协商平台数、委员工作室数、乡镇街道联络组数" == rules[1].partition("：")[0]


def test_the_rule_of_a_mention_is_stated(corpus: Corpus) -> None:
    """The rule by which a locality is said to be mentioned is stated too."""
    rules = items(digest(compare(corpus, "taiyuan", "shuozhou"), Lang.ZH), "推算依据")
    assert any(rule.startswith("相关线索：山西共有11个地级市") for rule in rules)


def test_limitations_stand_under_their_case(corpus: Corpus) -> None:
    """Each case with limitations has them under its title."""
    comparison = compare(corpus, "taiyuan", "datong")
    limited = part(digest(comparison, Lang.ZH), "局限")
    titles = [case.title.zh for p in comparison.parties for case in p.cases]
    assert titles == headings(limited, 3)


def without_limitations(comparison: Comparison) -> Comparison:
    """Return a made-up comparison of cases without limitations."""
    parties = tuple(
        evolve(p, cases=tuple(evolve(case, limitations=()) for case in p.cases))
        for p in comparison.parties
    )
    return evolve(comparison, parties=parties)


def test_no_limitations_make_no_part(corpus: Corpus) -> None:
    """Where no case has limitations there is no heading for them."""
    comparison = without_limitations(compare(corpus, "taiyuan", "datong"))
    assert "局限" not in headings(digest(comparison, Lang.ZH))


def test_other_localities_of_the_name_are_named(corpus: Corpus) -> None:
    """Where a name could have meant another place, the digest says which it took."""
    leads = {lang: digest(compare(corpus, "datong", "太原市"), lang) for lang in Lang}
    assert items(leads[Lang.ZH], "相关线索")[0].startswith("“datong”取大同市（山西省，")
    assert items(leads[Lang.EN], "Leads")[0].startswith("“datong” is taken as Datong (Shanxi, ")
    assert ["大同区", "大通区", "大通回族土族自治县", "云州区"] == re.findall(
        "[：；]([^（]+)（", items(leads[Lang.ZH], "相关线索")[0].partition("还有")[2]
    )


@pytest.mark.parametrize("lang", Lang)
def test_numbers_first_appear_in_order(corpus: Corpus, lang: Lang) -> None:
    """Reading from the top, each source is cited for the first time in the order of numbers."""
    comparison = compare(corpus, "shuozhou", "xinzhou", "datong", "yangquan", "changzhi")
    whole = markdown(digest(comparison, lang))
    body = whole[: whole.index("\n## 来源" if lang is Lang.ZH else "\n## Sources")]
    cited = [int(number) for number in re.findall(r"\\\[(\d+)\\\]", body)]
    # Counts of residents and divisions have the numbers behind the sources.
    sources = [one for one in dict.fromkeys(cited) if one <= len(comparison.sources)]
    assert list(range(1, len(comparison.sources) + 1)) == sources


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        (Lang.ZH, "数据成效", ("可比性", "须谨慎比较：不是确数（太原市、大同市）")),
        (Lang.EN, "Figures", ("Comparability", "compare with care: not exact (Taiyuan, Datong)")),
    ],
)
def test_the_last_column_says_whether_figures_compare(
    corpus: Corpus, lang: Lang, name: str, expected: tuple[str, str]
) -> None:
    """A row of figures ends with its verdict and the reasons."""
    made = counted(corpus, 30, 20, qualifier="about")
    shown = table(digest(compare(made, "taiyuan", "datong"), lang), name)
    assert expected == (shown.header[-1], *shown.rows[0][-1])


@pytest.mark.parametrize(
    ("lang", "name", "parts"),
    [(Lang.ZH, "异同", ["相同", "不同"]), (Lang.EN, "Alike and different", ["Alike", "Different"])],
)
def test_alike_and_different_are_lists(
    corpus: Corpus, lang: Lang, name: str, parts: list[str]
) -> None:
    """What is alike and what differs are lists of the statements of the comparison."""
    comparison = compare(corpus, "taiyuan", "datong")
    found = comparison.contrast
    expected = tuple(text.in_(lang) for text in (*found.alike, *found.differ))
    document = digest(comparison, lang)
    assert parts == headings(part(document, name), 3)
    assert expected == items(document, name)


def test_nothing_alike_has_no_heading(corpus: Corpus) -> None:
    """Of parties that share nothing only what differs is told."""
    document = digest(compare(corpus, "taiyuan", "yunyang"), Lang.EN)
    assert ["Different"] == headings(part(document, "Alike and different"), 3)


def test_a_joint_case_counts_in_each_of_its_localities(corpus: Corpus) -> None:
    """A joint case as a party has residents and divisions for every locality, one a line."""
    document = digest(compare(corpus, "changzhi-joint-consultation", "taiyuan"), Lang.ZH)
    rows = {row[0][0]: row[1] for row in table(document, "概况").rows}
    expected = (
        "128（2025年12月31日）",
        "77（2025年12月31日）",
        "157（2025年12月31日）",
    )
    assert expected == uncited(rows["乡级区划"])


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        (Lang.ZH, "数据成效", [["99.03%（刻度0–100%）"], []]),
        (Lang.EN, "Figures", [["99.03% on a scale of 0–100%"], []]),
    ],
)
def test_shares_have_bars(corpus: Corpus, lang: Lang, name: str, expected: list[list[str]]) -> None:
    """A share has a bar below the figure, a silent party none."""
    made = grouped(corpus, 102, None, 42)
    document = digest(compare(made, "taiyuan", "datong", "yangquan"), lang)
    shown = {key: told[:2] for key, told in bars(table(document, name)).items()}
    label = "└ 占乡级区划" if lang is Lang.ZH else "└ share of township-level divisions"
    assert expected == shown[label]


@pytest.mark.parametrize(
    ("lang", "name", "expected", "key"),
    [
        (
            Lang.ZH,
            "数据成效",
            [["本行最大数的100%"], ["本行最大数的20%"], []],
            "条形：其他数以本行最大的为满格",
        ),
        (
            Lang.EN,
            "Figures",
            [
                ["100% of the largest figure in the row"],
                ["20% of the largest figure in the row"],
                [],
            ],
            "Bars: full at the largest of the row for other figures",
        ),
    ],
)
def test_figures_that_compare_have_bars(
    corpus: Corpus, lang: Lang, name: str, expected: list[list[str]], key: str
) -> None:
    """Made-up counts of two cities have bars by the larger of them, and the key says so."""
    comparison = compare(counted(corpus, 100, 20), "taiyuan", "datong", "shuozhou")
    document = digest(comparison, lang)
    row = comparison.registry.indicators["proposals_filed"].label.in_(lang)
    assert expected == bars(table(document, name))[row]
    assert [[key]] == [[one.says for one in found.pictures] for found in keys(document, name)]


def test_without_bars_there_is_no_key_to_them(corpus: Corpus) -> None:
    """Figures of which none has a bar have no key."""
    made = counted(corpus, 100, 20, qualifier="about")
    document = digest(compare(made, "taiyuan", "datong"), Lang.ZH)
    assert ({}, []) == (bars(table(document, "数据成效")), keys(document, "数据成效"))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            Lang.ZH,
            [
                "可比：另有不同口径（并案后）",
                "提案立案数（并案后）：50件（2024年）[1]",
                "提案立案数（并案后）：另有不同口径（并案前）",
            ],
        ),
        (
            Lang.EN,
            [
                "comparable: counted otherwise as well (after merging)",
                "proposals filed (after merging): 50 items (2024) [1]",
                "proposals filed (after merging): counted otherwise as well (before merging)",
            ],
        ),
    ],
)
def test_a_row_says_that_others_count_otherwise(
    corpus: Corpus, lang: Lang, expected: list[str]
) -> None:
    """Two places count before merging, one after: each row points to the other."""
    made = counted(corpus, 60, 55, counting="before_merge", when={"year": 2024})
    other = counted(corpus, None, None, 50, counting="after_merge", when={"year": 2024})
    cases = (*made.cases, *other.cases[2:])
    text = markdown(digest(compare(made_up(corpus, *cases), "taiyuan", "datong", "yangquan"), lang))
    assert [] == [one for one in expected if one not in text.replace("\\", "")]


def test_a_figure_of_one_of_several_places_names_it(corpus: Corpus) -> None:
    """A case of two places: each figure says of which it is, in a digest and on its own page."""
    first, second = counted(corpus, 60, 55).cases[:2]
    both = evolve(
        first,
        localities=(*first.localities, *second.localities),
        metrics=(*first.metrics, *second.metrics),
    )
    made = made_up(corpus, both, *counted(corpus, None, None, 50).cases[2:])
    shown = markdown(digest(compare(made, both.id, "yangquan"), Lang.ZH))
    own = markdown(page(party(made, both.id), made, Lang.ZH))
    for text in (shown, own):
        assert ["太原市：60件", "大同市：55件"] == re.findall(r"[太大]\w市：\d+件", text)
    assert "阳泉市：50件" not in shown
