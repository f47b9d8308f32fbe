"""Flat rows: every claim once, with its evidence, and silence told apart."""

from collections import Counter

import pytest
from attrs import evolve, fields
from tests.unit.comparison.test_build import counted, grouped
from tests.unit.report.hostile import sound

from cppcc_cases.comparison import Comparison, compare, party
from cppcc_cases.model import Case, Lang, Metric, Missing, Outcome, Stage, StageClaim
from cppcc_cases.report.compared import compared
from cppcc_cases.report.flat import COLUMNS, Flat, Value, Word, flat
from cppcc_cases.report.page import pages
from cppcc_cases.store import Corpus


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """Return a comparison of three places with four cases."""
    return sound("taiyuan", "datong", "xinzhou")


def ids(row: Flat, *names: str) -> tuple[object, ...]:
    """Return some columns of a row, words by their ids."""
    return tuple(id_of(row.get(name)) for name in names)


def id_of(value: Value) -> object:
    """Return a word by its id, and anything else as it is."""
    return value.id if isinstance(value, Word) else value


def of(comparison: Comparison, section: str, id_: str = "") -> list[Flat]:
    """Return the rows of a section, or of one id in it."""
    rows = [row for row in flat(compared(comparison)) if ids(row, "section") == (section,)]
    return [row for row in rows if id_ in ("", row.get("id"))]


def of_case(corpus: Corpus, case: Case) -> tuple[Flat, ...]:
    """Return the rows of the page of a case, even a made-up one."""
    shown = party(corpus, "taiyuan-platform-network")
    (report,) = pages(evolve(shown, cases=(case,)), corpus)
    return flat(report)


def test_every_claim_is_one_row(comparison: Comparison) -> None:
    """There is a row for each figure, each outcome and each claim of a stage."""
    cases = [case for party in comparison.parties for case in party.cases]
    rows = [row for row in flat(compared(comparison)) if row.get("case")]
    counted = Counter(ids(row, "section") for row in rows)
    evidence = [row for row in rows if row["sources"]]
    figures = [row for row in rows if ids(row, "section") == ("figures",) and "stands" in row]
    assert sum(len(case.metrics) for case in cases) == len(figures)
    assert sum(len(case.outcomes) for case in cases) == counted["outcomes",]
    claims = [row for row in evidence if ids(row, "section") == ("coverage",)]
    stages = [case.mechanism.lifecycle.claim(stage) for case in cases for stage in Stage]
    told = [claim for claim in stages if claim]
    assert len(told) == len(claims) == counted["coverage",]


def test_every_stage_of_every_party_is_told(comparison: Comparison) -> None:
    """A stage of which no case of a party tells has a row with that state."""
    rows = of(comparison, "coverage")
    parties = [one.title for one in comparison.parties]
    stages = [row.stage.value for row in comparison.stages]
    found = {(row["party"], row["id"]) for row in rows}
    assert {(name, stage) for name in parties for stage in stages} == found
    silent = [row for row in rows if ids(row, "state") == ("not_reported",)]
    expected = sum(
        cell.state.value == "not_reported" for r in comparison.stages for cell in r.cells
    )
    assert (expected, {None}) == (len(silent), {row.get("case") for row in silent})


def test_a_figure_is_a_number(comparison: Comparison) -> None:
    """A figure keeps its type, its unit as an id, and stands with its anchor."""
    found = of(comparison, "figures", "platforms")[0]
    expected = (317, "piece", "exact", "officer", "317个协商平台", "3", None)
    names = ("number", "unit", "qualifier", "basis", "anchors", "paragraphs", "silence")
    assert expected == ids(found, *names)


def test_a_rate_has_its_parts(comparison: Comparison) -> None:
    """A rate stands beside what it was divided from."""
    found = of(comparison, "figures", "filing_rate")[-1]
    assert (87.4, 395, 452) == ids(found, "number", "numerator", "denominator")


def test_a_quotient_has_its_number_and_a_share_its_unit(corpus: Corpus) -> None:
    """What is worked out is a number too, and a share has its unit."""
    made = compare(grouped(corpus, 102, 60), "taiyuan", "datong")
    share = of(made, "figures", "liaison_groups.divisions")[0]
    assert (pytest.approx(102 / 1.03), "percent") == ids(share, "number", "unit")


def test_a_figure_that_is_not_there_has_no_number(corpus: Corpus) -> None:
    """Silence is told apart, and never a zero."""
    case = corpus.case("taiyuan-platform-network")
    silent = evolve(case.metrics[0], value=Missing.NOT_REPORTED)
    rows = of_case(corpus, evolve(case, metrics=(silent,)))
    (found,) = (row for row in rows if row["id"] == "platforms")
    expected = (None, "not_reported", None, None)
    assert expected == ids(found, "number", "silence", "qualifier", "unit")


def test_several_anchors_are_one_row(corpus: Corpus) -> None:
    """A claim with two pieces of evidence is not counted twice."""
    case = corpus.case("taiyuan-platform-network")
    evidence = case.metrics[0].evidence + case.metrics[1].evidence
    both = evolve(case.metrics[0], evidence=evidence)
    (found,) = (
        row for row in of_case(corpus, evolve(case, metrics=(both,))) if row["id"] == "platforms"
    )
    expected = ("1 | 2", "3 | 3", "317个协商平台 | 142个政协委员工作室", "shanxi-round-table")
    assert expected == ids(found, "sources", "paragraphs", "anchors", "articles")


def test_a_party_without_a_case_has_no_claims() -> None:
    """Where there is no case, nothing is claimed of any: there is what is known of the place."""
    rows = flat(compared(sound("taiyuan", "shuozhou")))
    mine = [row for row in rows if row["codes"] == "140600"]
    assert set() == {row.get("case") for row in mine} - {None}
    told = [row for row in mine if ids(row, "silence") not in (("no_case",), ("nothing",))]
    expected = {"level", "code", "residents", "divisions"}
    assert expected == {row["id"] for row in told}


def test_a_verdict_stands_beside_its_figures(corpus: Corpus) -> None:
    """The rows of an indicator say whether its figures compare, and why not."""
    made = compare(counted(corpus, 30, 20, when="unknown"), "taiyuan", "datong")
    found = of(made, "figures", "proposals_filed")[0]
    verdict, reasons = found["verdict"], found["reasons"]
    assert isinstance(verdict, Word)
    assert isinstance(reasons, tuple)
    assert ("with_caveat", ["window_unknown"]) == (verdict.id, [one.id for one in reasons])


@pytest.mark.parametrize("lang", list(Lang))
def test_every_column_has_a_name(lang: Lang) -> None:
    """The names of the columns are different, and so are their ids."""
    names = {column.name.in_(lang) for column in COLUMNS}
    assert (len(COLUMNS), len(COLUMNS)) == (len(names), len({one.id for one in COLUMNS}))


def test_every_field_of_a_claim_has_a_column() -> None:
    """A field of figures, outcomes and stages is a column, or stands in one common to all."""
    common = {"indicator": "id", "kind": "id", "value": "number", "evidence": "anchors"}
    known = [column.id for column in COLUMNS]
    told = [
        common.get(f.name, f.name) for cls in (Metric, Outcome, StageClaim) for f in fields(cls)
    ]
    assert [] == [name for name in told if name not in known]


def test_no_row_has_a_column_of_its_own(comparison: Comparison) -> None:
    """Rows hold nothing but columns."""
    known = {column.id for column in COLUMNS}
    assert set() == {name for row in flat(compared(comparison)) for name in row} - known


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (Lang.ZH, ["数据成效", "个", "确数", "本级政协负责人自述"]),
        (Lang.EN, ["Figures", "", "exact", "the committee's own officer"]),
    ],
)
def test_ids_have_words(comparison: Comparison, lang: Lang, expected: list[str]) -> None:
    """For people to read, every id of a vocabulary has its word."""
    found = of(comparison, "figures", "platforms")[0]
    told = [found[name] for name in ("section", "unit", "qualifier", "basis")]
    assert expected == [one.label.in_(lang) for one in told if isinstance(one, Word)]
