"""Claims in words, made up from parts of shipped cases."""

import pytest
from attrs import evolve

from cppcc_cases.model import (
    Article,
    ArticleId,
    Basis,
    CaseId,
    Dating,
    Edtf,
    Evidence,
    Fact,
    Gap,
    GapKind,
    IndicatorId,
    Lang,
    LocalityCode,
    Maybe,
    Mention,
    Metric,
    Missing,
    Number,
    Outcome,
    OutcomeKind,
    OutcomeStatus,
    Qualifier,
    Read,
    Row,
    Speaker,
    Stands,
    Text,
    UnitId,
    When,
    WindowKind,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.claims import Teller
from cppcc_cases.report.said import cited, entries
from cppcc_cases.report.values import Claim, Part, Report, Side
from cppcc_cases.report.wording import (
    article_line,
    cited_numbers,
    figure,
    gap_line,
    metric_text,
    numbered,
    outcome_text,
    printed,
    row_text,
    source_line,
    who,
)
from cppcc_cases.report.words import Words
from cppcc_cases.store import Corpus, shipped

REGISTRY = Registry.installed()
ZH, EN = Words(Lang.ZH, REGISTRY), Words(Lang.EN, REGISTRY)
MADE_UP = ArticleId("made-up")
ONE = Evidence(article=MADE_UP, paragraph=3, anchor="虚构的依据")
TWO = Evidence(article=MADE_UP, paragraph=4, anchor="另一处依据")
NUMBERS = numbered([ONE, TWO])
TELL = Teller(REGISTRY, [ONE, TWO])
CASE = CaseId("made-up")
OWN = Report(
    sides=(Side(asked="made-up", title=Text(zh="虚构", en="made up"), codes=(), cases=(CASE,)),),
    sections=(),
)
PRINTED = Dating(date=Edtf.parse("2024-10"), basis=Basis.NEWSPAPER)
DERIVED = Dating(date=Edtf.parse("2024"), basis=Basis.DERIVED)
TEXT = Text(zh="虚构的事。", en="A made-up thing.")
ARTICLE = Article(
    id=MADE_UP, title=Text(zh="虚构的报道", en="A made-up article"), published=PRINTED
)


def metric(
    value: Maybe[Number],
    unit: str = "mu",
    qualifier: Qualifier = Qualifier.EXACT,
    basis: Basis = Basis.NEWSPAPER,
) -> Metric:
    """Return a made-up figure."""
    return Metric(
        indicator=IndicatorId("land_area"),
        value=value,
        unit=UnitId(unit),
        qualifier=qualifier,
        basis=basis,
        evidence=(TWO, ONE),
    )


def both(zh: str, en: str) -> tuple[str, str]:
    """Return the words in both languages."""
    return zh, en


def shown(claim: Claim) -> tuple[str, str]:
    """Return a claim in both languages, with the numbers of its sources behind it."""
    return cited(ZH, claim), cited(EN, claim)


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "expected"),
    [
        (70000, "mu", Qualifier.EXACT, ("70,000亩", "70,000 mu")),
        (70000, "mu", Qualifier.AT_LEAST, ("70,000亩以上", "at least 70,000 mu")),
        (70000, "mu", Qualifier.ABOUT, ("约70,000亩", "about 70,000 mu")),
        (70000, "mu", Qualifier.AT_MOST, ("70,000亩以内", "at most 70,000 mu")),
        (0, "item", Qualifier.EXACT, ("0件", "0 items")),
        (1, "item", Qualifier.EXACT, ("1件", "1 item")),
        (1, "mu", Qualifier.EXACT, ("1亩", "1 mu")),
        (1.5, "hectare", Qualifier.EXACT, ("1.5公顷", "1.5 hectares")),
        (317, "piece", Qualifier.EXACT, ("317个", "317")),
        (87.4, "percent", Qualifier.EXACT, ("87.4%", "87.4%")),
        (3, "furlong", Qualifier.EXACT, ("3 furlong", "3 furlong")),
        (Missing.NOT_REPORTED, "mu", Qualifier.EXACT, ("未写明", "not stated")),
        (Missing.NOT_APPLICABLE, "mu", Qualifier.ABOUT, ("不适用", "not applicable")),
    ],
)
def test_figure(
    value: Maybe[Number], unit: str, qualifier: Qualifier, expected: tuple[str, str]
) -> None:
    """A figure has thousands set apart, its unit, and its qualifier where the language has it."""
    one = metric(value, unit, qualifier)
    assert expected == (figure(ZH, one), figure(EN, one))


def test_a_rate_shows_its_parts() -> None:
    """A rate with numerator and denominator shows both; one part alone is not shown."""
    whole = evolve(metric(87.4, "percent"), numerator=395, denominator=1452)
    half = evolve(metric(87.4, "percent"), numerator=395)
    expected = ("87.4%（395/1,452）", "87.4% (395/1,452)", "87.4%")
    assert expected == (figure(ZH, whole), figure(EN, whole), figure(EN, half))


def test_a_metric_line_says_what_limits_it() -> None:
    """Time, part, counting, standing, own word, note, who says so and the sources stand behind."""
    one = evolve(
        metric(7, "item", basis=Basis.OFFICER),
        when=When(kind=WindowKind.AS_OF, date=PRINTED.date),
        part=("whole",),
        counting=("solved",),
        stands=Stands.PROVISIONAL,
        as_printed="民生实事",
        note=Text(zh="含往年的。", en="Earlier years included."),
    )
    expected = both(
        "7件（时点为2024年10月；全域、已解决；初步数；原称“民生实事”；含往年的；自述）[1][2]",
        "7 items (as of October 2024; the whole area, solved; provisional; "
        "printed as “民生实事”; Earlier years included; own account) [1][2]",
    )
    assert expected == shown(TELL.metric(one))


def test_what_is_said_already_is_not_said_again() -> None:
    """Words of a part or a counting that stand at the head of a row are left out."""
    one = evolve(metric(7, "item"), part=("whole", "selected"))
    assert ["7件（时期不明；评出的）", "7件（时期不明；评出的、全域）"] == [
        metric_text(ZH, one, ("whole",)),
        metric_text(ZH, one),
    ]


def test_a_bare_metric_line_has_no_brackets() -> None:
    """With nothing to tell, a figure says that its time is unknown, and its sources."""
    one = metric(7, "item")
    expected = both("7件（时期不明）[1][2]", "7 items (time not known) [1][2]")
    assert expected == shown(TELL.metric(one))


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (Basis.NEWSPAPER, ([], [])),
        (Basis.OFFICER, (["自述"], ["own account"])),
        (Basis.DERIVED, (["推算"], ["derived"])),
        (Basis.RESIDENT, (["据居民"], ["according to a resident"])),
        (Basis.MEMBER, (["据政协委员"], ["according to a CPPCC member"])),
        (Basis.OFFICIAL, (["据其他负责人"], ["according to another official"])),
        (Basis.DOCUMENT, (["据文件"], ["according to a document"])),
    ],
)
def test_who_says_so(basis: Basis, expected: tuple[list[str], list[str]]) -> None:
    """Who says so is told, unless it is the newspaper itself."""
    assert expected == (who(ZH, basis), who(EN, basis))


@pytest.mark.parametrize(
    ("basis", "zh", "en"),
    [
        (Basis.NEWSPAPER, "据主席甲", "according to A, chair"),
        (Basis.OFFICER, "自述，主席甲", "own account, A, chair"),
        (Basis.MEMBER, "据主席甲", "according to A, chair"),
        (Basis.DERIVED, "推算", "derived"),
    ],
)
def test_an_office_holder_is_named(basis: Basis, zh: str, en: str) -> None:
    """Who speaks in office is named with the office, whatever the sort of speaker."""
    speaker = Speaker(name=Text(zh="甲", en="A"), post=Text(zh="主席", en="chair"))
    assert ([zh], [en]) == (who(ZH, basis, speaker), who(EN, basis, speaker))


def test_an_outcome_line() -> None:
    """An outcome has status, date, who says so and sources behind it, and no stop before them."""
    one = Outcome(
        kind=OutcomeKind.WORK_DELIVERED,
        status=OutcomeStatus.UNDER_WAY,
        text=TEXT,
        date=DERIVED,
        basis=Basis.MEMBER,
        evidence=(ONE,),
    )
    expected = both(
        "虚构的事（进行中；2024年（推算）；据政协委员）[1]",
        "A made-up thing (under way; 2024 (derived); according to a CPPCC member) [1]",
    )
    assert expected == shown(TELL.outcome(one, CASE))


def test_an_outcome_without_a_date() -> None:
    """An outcome without a date has its status only."""
    one = Outcome(
        kind=OutcomeKind.WORK_DELIVERED,
        status=OutcomeStatus.DONE,
        text=TEXT,
        basis=Basis.NEWSPAPER,
        evidence=(),
    )
    assert "A made-up thing (done)" == outcome_text(EN, one)


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (Basis.NEWSPAPER, ("虚构的事。[2]", "A made-up thing. [2]")),
        (Basis.DERIVED, ("虚构的事（推算）[2]", "A made-up thing (derived) [2]")),
    ],
)
def test_a_mention_line(basis: Basis, expected: tuple[str, str]) -> None:
    """A mention says who says so, and where it stands."""
    one = Mention(locality=LocalityCode("140600"), text=TEXT, basis=basis, evidence=(TWO,))
    assert expected == shown(TELL.mention(one, CASE))


def row(*facts: str) -> Row:
    """Return a made-up row that tells these facts."""
    told = tuple(Fact(zh=one, en=one, evidence=(ONE,)) for one in facts)
    return Row(field="made_up", label=Text(zh="字段", en="field"), facts=told)


def told(words: Words, row: Row) -> str:
    """Return a field of a mechanism as a report on its case lists it."""
    case = evolve(shipped().cases[0], id=CASE)
    return entries(words, Part(lines=(TELL.field(row, case),)), OWN)[0]


def test_a_row_line_joins_words_and_clauses() -> None:
    """Short facts are enumerated; where one of them has commas of its own, all are parted."""
    expected = ("甲、乙", "字段：甲[1]、乙[1]", "字段：甲，乙[1]；丙[1]")
    assert expected == (
        row_text(ZH, row("甲", "乙")),
        told(ZH, row("甲", "乙")),
        told(ZH, row("甲，乙", "丙")),
    )


def test_a_row_line_keeps_silence() -> None:
    """A row of which nothing is told says why."""
    silent = Row(field="f", label=Text(zh="字段", en="field"), facts=Missing.NOT_REPORTED)
    moot = evolve(silent, facts=Missing.NOT_APPLICABLE)
    assert both("字段：未写明", "field: not applicable") == (
        told(ZH, silent),
        told(EN, moot),
    )


def test_citations_are_sorted_and_single() -> None:
    """The numbers of sources ascend, none of them twice."""
    assert ((1, 2), ()) == (cited_numbers([TWO, ONE, TWO], NUMBERS), cited_numbers([], NUMBERS))


def test_printed() -> None:
    """What stands on the page gives itself; what is left out is not printed, or was not read."""
    excerpt = evolve(ARTICLE, read=Read.EXCERPT)
    expected = ("虚构的事。", "版面未印", "节选未见", "not applicable")
    assert expected == (
        printed(ZH, ARTICLE, TEXT),
        printed(ZH, ARTICLE, Missing.NOT_REPORTED),
        printed(ZH, excerpt, Missing.NOT_REPORTED),
        printed(EN, excerpt, Missing.NOT_APPLICABLE),
    )


def test_a_source_line() -> None:
    """A source has its article's title, paragraph and anchor; of an unknown article, its id."""
    known = {MADE_UP: ARTICLE}
    expected = (
        "《虚构的报道》第3段“虚构的依据”",
        "“A made-up article”, paragraph 3: “虚构的依据”",
        "《made-up》第3段“虚构的依据”",
    )
    assert expected == (
        source_line(ZH, ONE, known),
        source_line(EN, ONE, known),
        source_line(ZH, ONE, {}),
    )


def test_an_article_line() -> None:
    """An article has what its page prints; what it does not print is said to be not printed."""
    full = evolve(
        ARTICLE,
        publisher=Text(zh="虚构日报", en="Made-up Daily"),
        byline=Text(zh="记者 某某", en="a reporter"),
        column=Text(zh="虚构栏目", en="made-up column"),
        published=DERIVED,
    )
    expected = (
        "《虚构的报道》：报纸名：版面未印；刊发日期：2024年10月；署名：版面未印",
        "“A made-up article”: Newspaper: Made-up Daily; Published: 2024 (derived); "
        "Byline: a reporter; Column: made-up column",
    )
    assert expected == (article_line(ZH, ARTICLE), article_line(EN, full))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            GapKind.MISSING,
            (
                "印面缺损，第5段：虚构的事。",
                "As printed (text missing), paragraph 5: A made-up thing.",
            ),
        ),
        (
            GapKind.DISORDERED,
            (
                "印面错栏，第5段：虚构的事。",
                "As printed (text out of order), paragraph 5: A made-up thing.",
            ),
        ),
        (
            GapKind.MISPRINT,
            ("印面误印，第5段：虚构的事。", "As printed (misprint), paragraph 5: A made-up thing."),
        ),
    ],
)
def test_a_gap_line(kind: GapKind, expected: tuple[str, str]) -> None:
    """A gap has its kind and its paragraph in the form of each language."""
    gap = Gap(kind=kind, paragraph=5, text=TEXT)
    assert expected == (gap_line(ZH, gap), gap_line(EN, gap))


@pytest.mark.parametrize(
    ("anchor", "zh", "en"),
    [
        ("“双向评议”办法", "“‘双向评议’办法”", "“‘双向评议’办法”"),
        ("坐在‘议事厅’里商量", "“坐在‘议事厅’里商量”", "“坐在‘议事厅’里商量”"),
        ("“一‘二’三”", "“‘一“二”三’”", "“‘一“二”三’”"),
        ("虚构", "“虚构”", "“虚构”"),
    ],
)
def test_quotes_within_quotes_change(anchor: str, zh: str, en: str) -> None:
    """Within double quotation marks those of the source are single ones."""
    one = evolve(ONE, anchor=anchor)
    found = (source_line(ZH, one, {}), source_line(EN, one, {}))
    assert (f"《made-up》第3段{zh}", f"“made-up”, paragraph 3: {en}") == found


def test_an_unknown_indicator_shows_its_id() -> None:
    """An indicator that the vocabulary lacks is shown by its id."""
    expected = ("协商平台数", "made_up")
    found = (
        ZH.indicator("platforms"),
        ZH.indicator("made_up"),
    )
    assert expected == found


def test_all_shipped_claims_are_cited(corpus: Corpus) -> None:
    """Each metric and outcome of the shipped cases has a citation in its line."""
    lines = []
    for case in corpus.cases:
        for one in case.metrics:
            lines.append(cited(EN, Teller(REGISTRY, one.evidence).metric(one)))
        for outcome in case.outcomes:
            told = Teller(REGISTRY, outcome.evidence).outcome(outcome, case.id)
            lines.append(cited(EN, told))
    assert [] == [line for line in lines if not line.endswith("]")]
