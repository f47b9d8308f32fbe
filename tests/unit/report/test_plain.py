"""The plain values behind JSON: complete, and with every silence spelled out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import attrs
import pytest
from attrs import evolve
from tests.unit.comparison.test_build import counted, grouped

from cppcc_cases.checks.verify import verify
from cppcc_cases.codec import Plain, encode
from cppcc_cases.comparison import Comparison, compare, party
from cppcc_cases.comparison.normalise import NoQuotient
from cppcc_cases.errors import Location, Problem, Severity
from cppcc_cases.forms.json_form import to_json
from cppcc_cases.forms.text import text
from cppcc_cases.model import Edtf, Lang, Missing, Text, When
from cppcc_cases.report.claims import Teller
from cppcc_cases.report.compared import compared
from cppcc_cases.report.plain import (
    plain_listing,
    plain_party,
    plain_report,
    plain_vocabulary,
)
from cppcc_cases.report.plain_reports import plain_check, plain_problem, plain_verification
from cppcc_cases.report.problems import place, problem_line
from cppcc_cases.report.reports import check_report, verify_report
from cppcc_cases.store import Corpus
from cppcc_cases.vocab.denominators import Per
from cppcc_cases.vocab.indicators import INDICATORS

FAULT = Problem(
    code="made-up",
    message=Text(zh="虚构的\x1b问题", en="a made-up\x1b problem"),
    location=Location(file="/made/up/file.yaml", line=3, column=7),
    path=("cases", 0, "id"),
)
WARNING = evolve(FAULT, severity=Severity.WARNING)
HERE = Path("/made/up")


def at(plain: Plain, *path: str | int) -> Plain:
    """Return what stands at a path in a plain value."""
    for step in path:
        if isinstance(step, int):
            assert isinstance(plain, list)
            plain = plain[step]
        else:
            assert isinstance(plain, dict)
            plain = plain[step]
    return plain


def keys(plain: Plain) -> list[str]:
    """Return the keys of a plain mapping."""
    assert isinstance(plain, dict)
    return list(plain)


def reported(comparison: Comparison) -> Plain:
    """Return the report of a comparison as plain values."""
    return plain_report(compared(comparison))


def section_of(plain: Plain, id_: str) -> Plain:
    """Return a section of a plain report."""
    sections = at(plain, "sections")
    assert isinstance(sections, list)
    return next(one for one in sections if at(one, "id") == id_)


def row_of(plain: Plain, section: str, id_: str) -> Plain:
    """Return a row of the first table of a section."""
    rows = at(section_of(plain, section), "parts", 0, "table", "rows")
    assert isinstance(rows, list)
    return next(one for one in rows if at(one, "id") == id_)


def test_everything_parses_back(corpus: Corpus) -> None:
    """JSON of each kind of value gives the same value back."""
    comparison = compare(corpus, "xinzhou", "datong", "shuozhou")
    values = [
        plain_listing(corpus.cases),
        plain_party(party(corpus, "shuozhou")),
        reported(comparison),
        plain_vocabulary(("stages", "indicators", "kinds", "topics"), corpus.registry),
        plain_check(corpus),
        plain_verification(verify(corpus, "")),
    ]
    assert values == [json.loads(to_json(value)) for value in values]


def test_a_report_has_all_its_parts(corpus: Corpus) -> None:
    """The plain report has a key for each part, and for each section one that is not empty."""
    expected = [
        "format",
        "version",
        "title",
        "subtitle",
        "sides",
        "sections",
        "articles",
        "sources",
        "counts",
    ]
    plain = reported(compare(corpus, "taiyuan", "datong"))
    sections = [
        "overview",
        "mentions",
        "practice",
        "coverage",
        "figures",
        "outcomes",
        "contrast",
        "limitations",
        "caveats",
        "derivations",
    ]
    found = at(plain, "sections")
    assert isinstance(found, list)
    assert (expected, sections) == (keys(plain), [at(one, "id") for one in found])
    assert [] == [at(one, "id") for one in found if not at(one, "parts")]


def test_a_report_says_what_it_is(corpus: Corpus) -> None:
    """Whoever meets the JSON can tell what it is and how to read it."""
    plain = reported(compare(corpus, "taiyuan", "datong"))
    assert ("cppcc-cases/report", 3) == (at(plain, "format"), at(plain, "version"))


def test_nothing_is_left_out(corpus: Corpus) -> None:
    """Every field of every value of a report is there, also where it has nothing to say."""
    report = compared(compare(corpus, "xinzhou", "datong", "shuozhou"))

    def missing(value: object, plain: Plain) -> Iterator[str]:
        if isinstance(value, tuple):
            assert isinstance(plain, list)
            for one, told in zip(value, plain, strict=True):
                yield from missing(one, told)
        elif attrs.has(type(value)) and not isinstance(value, Edtf | When):
            assert isinstance(plain, dict)
            for name in (
                a.name for a in attrs.fields(cast("type[attrs.AttrsInstance]", type(value)))
            ):
                inner = getattr(value, name)
                told = plain.get(name, "lacking")
                if told == "lacking":
                    yield f"{type(value).__name__}.{name}"
                elif name == "about" and inner is not None:
                    assert isinstance(told, dict)
                    ((_, tagged),) = told.items()
                    yield from missing(inner, tagged)
                else:
                    yield from missing(inner, told)

    assert [] == list(missing(report, plain_report(report)))


def test_sides_name_their_cases(corpus: Corpus) -> None:
    """A side has what was asked for, its codes and the ids of its cases."""
    plain = reported(compare(corpus, "taiyuan", "datong"))
    expected = ("datong", ["140200"], ["datong-result-procedure"])
    found = tuple(at(plain, "sides", 1, name) for name in ("asked", "codes", "cases"))
    assert expected == found


def test_silence_is_spelled_out(corpus: Corpus) -> None:
    """A cell says not reported, not applicable, or that there is no case."""
    comparison = compare(counted(corpus, 3, 4, None), "taiyuan", "datong", "yangquan", "shuozhou")
    (row,) = comparison.metrics
    third = evolve(row.row.cells[2], missing=Missing.NOT_APPLICABLE)
    cells = (*row.row.cells[:2], third, row.row.cells[3])
    moot = evolve(row, row=evolve(row.row, cells=cells))
    plain = reported(comparison)
    other = reported(evolve(comparison, metrics=(moot,)))

    def silence(told: Plain, section: str, row: str, side: int) -> Plain:
        return at(row_of(told, section, row), "cells", side, "claims", 0, "silence")

    expected = (
        ["not_reported", "no_case"],
        ["not_applicable", "no_case"],
        "no_case",
    )
    found = (
        [silence(plain, "figures", "proposals_filed", side) for side in (2, 3)],
        [silence(other, "figures", "proposals_filed", side) for side in (2, 3)],
        silence(plain, "coverage", "follow_up", 3),
    )
    assert expected == found


def test_claims_cite_their_sources_by_number(corpus: Corpus) -> None:
    """A claim has the numbers of its sources, and in the value it is made of the evidence."""
    comparison = compare(counted(corpus, 3, 4), "taiyuan", "datong")
    plain = reported(comparison)
    claim = at(row_of(plain, "figures", "proposals_filed"), "cells", 0, "claims", 0)
    evidence = comparison.parties[0].cases[0].metrics[0].evidence
    number = comparison.sources.index(evidence[0])
    assert [number + 1] == at(claim, "sources")
    assert [encode(one) for one in evidence] == at(claim, "about", "metric", "evidence")
    assert encode(comparison.sources[number]) == at(plain, "sources", number)


def test_a_figure_is_number_unit_and_note(corpus: Corpus) -> None:
    """A claim of a figure has the number, and its unit and note in both languages."""
    comparison = compare(grouped(corpus, 102, 60), "taiyuan", "datong")
    plain = reported(comparison)
    claim = at(row_of(plain, "figures", "liaison_groups"), "cells", 0, "claims", 0)
    expected = (102, {"zh": "个", "en": ""}, "made-up-140100", None)
    found = (at(claim, "number"), at(claim, "unit"), at(claim, "case"), at(claim, "silence"))
    assert expected == found
    assert ["zh", "en"] == keys(at(claim, "note"))
    metric = comparison.parties[0].cases[0].metrics[0]
    assert {"metric": encode(metric)} == at(claim, "about")


def test_fields_of_a_mechanism_are_told(corpus: Corpus) -> None:
    """Each field of a mechanism has its label and its facts, or why there are none."""
    lines = at(section_of(reported(compare(corpus, "datong", "taiyuan")), "practice"), "parts", 1)
    told, silent = at(lines, "lines", 0), at(lines, "lines", 4)
    assert "not_reported" == at(silent, "claims", 0, "silence")
    assert ["zh", "en", "open", "evidence"] == keys(at(told, "claims", 0, "about", "fact"))
    assert (["zh", "en"], "instrument") == (keys(at(told, "label")), at(told, "id"))


def test_stages_have_claims_with_notes(corpus: Corpus) -> None:
    """A stage has its state and what is claimed, with the note where there is one."""
    plain = reported(compare(corpus, "datong", "taiyuan"))
    noted, bare = (
        at(row_of(plain, "coverage", stage), "cells", 0) for stage in ("submission", "adoption")
    )
    claim = at(noted, "claims", 0, "about", "stage_claim")
    assert ("practised", "practised", ["zh", "en"], None) == (
        at(noted, "state"),
        at(claim, "state"),
        keys(at(claim, "note")),
        at(bare, "claims", 0, "about", "stage_claim", "note"),
    )


def test_an_unknown_indicator_is_named_by_its_id(corpus: Corpus) -> None:
    """A made-up indicator that the vocabulary lacks has its id for a name."""
    made = counted(corpus, 3, 4, indicator="made_up")
    row = row_of(reported(compare(made, "taiyuan", "datong")), "figures", "made_up")
    assert {"zh": "made_up", "en": "made_up"} == at(row, "label")


def test_a_mention_keeps_its_evidence(corpus: Corpus) -> None:
    """A mention has its case, its words, who says so, by which rule, and its evidence."""
    mention = at(plain_party(party(corpus, "shuozhou")), "mentions", 0)
    expected = ["case", "locality", "text", "basis", "rule", "evidence"]
    assert (expected, "shanxi-round-table") == (keys(mention), at(mention, "case"))


def test_a_party_says_what_was_asked(corpus: Corpus) -> None:
    """A party has the name it was asked for by, and the localities that gave way."""
    plain = plain_party(party(corpus, "datong"))
    expected = ("datong", "230606")
    assert expected == (at(plain, "asked"), at(plain, "passed_over", 0, "code"))


def test_vocabularies_are_complete(corpus: Corpus) -> None:
    """Each vocabulary has all its entries; rates name what they are made of."""
    plain = plain_vocabulary(("indicators", "kinds"), corpus.registry)
    indicators, kinds = at(plain, "indicators"), at(plain, "kinds")
    assert isinstance(indicators, list)
    assert isinstance(kinds, list)
    assert [entry.id for entry in INDICATORS] == [at(entry, "id") for entry in indicators]
    assert list(corpus.registry.kind_ids) == [at(entry, "id") for entry in kinds]
    made_of = {at(e, "nature") == "rate": at(e, "numerator") is None for e in indicators}
    assert {True: False, False: True} == made_of


def test_problems_are_given_with_their_place(corpus: Corpus) -> None:
    """A problem has code, weight, file, line, column, path and words in both languages."""
    expected = {
        "code": "made-up",
        "severity": "warning",
        "file": "/made/up/file.yaml",
        "line": 3,
        "column": 7,
        "path": ["cases", 0, "id"],
        "message": {"zh": "虚构的\x1b问题", "en": "a made-up\x1b problem"},
    }
    checked = plain_check(evolve(corpus, problems=(WARNING,)))
    verified = plain_verification(evolve(verify(corpus, ""), problems=(WARNING,)))
    assert [expected, expected] == [at(checked, "problems", 0), at(verified, "problems", 0)]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (Lang.ZH, "file.yaml: （提醒）虚构的\\u001b问题"),
        (Lang.EN, "file.yaml: (warning) a made-up\\u001b problem"),
    ],
)
def test_a_problem_of_no_line_shows_none(lang: Lang, expected: str) -> None:
    """What concerns a whole file shows neither line nor code; JSON has the code, and null."""
    problem = evolve(WARNING, location=Location(file=WARNING.location.file))
    assert expected == problem_line(problem, lang, HERE)
    plain = json.loads(to_json(plain_problem(problem)))
    assert ("made-up", None, None) == (plain["code"], plain["line"], plain["column"])


@pytest.mark.parametrize(
    ("problem", "lang", "expected"),
    [
        (FAULT, Lang.ZH, "file.yaml:3:7: made-up: 虚构的\\u001b问题"),
        (FAULT, Lang.EN, "file.yaml:3:7: made-up: a made-up\\u001b problem"),
        (WARNING, Lang.ZH, "file.yaml:3:7: made-up: （提醒）虚构的\\u001b问题"),
        (WARNING, Lang.EN, "file.yaml:3:7: made-up: (warning) a made-up\\u001b problem"),
    ],
)
def test_a_problem_is_one_line(problem: Problem, lang: Lang, expected: str) -> None:
    """A problem is a line with its place, code, weight and words, free of control characters."""
    assert expected == problem_line(problem, lang, HERE)


def test_a_place_is_as_short_as_it_can_be() -> None:
    """A file below the folder is named from there, any other as it is."""
    inside, outside = FAULT.location, Location(file="/else/where.yaml")
    expected = ("file.yaml:3:7", "/else/where.yaml", "rel.yaml")
    found = (place(inside, HERE), place(outside, HERE), place(Location(file="rel.yaml"), HERE))
    assert expected == found


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (Lang.ZH, "查了7个文件、15个案例：1处错误，1处提醒\n"),
        (Lang.EN, "checked 7 files, 15 cases: 1 error, 1 warning\n"),
    ],
)
def test_a_check_is_summed_up(first: Corpus, lang: Lang, expected: str) -> None:
    """The report of a check counts files, cases, errors and warnings."""
    faulty = evolve(first, problems=(FAULT, WARNING))
    assert expected == text(check_report(faulty, lang, HERE, listed=False))


def test_problems_are_listed_if_wished(corpus: Corpus) -> None:
    """With ``listed``, each problem stands in the report, its file named from the folder."""
    faulty = evolve(corpus, problems=(FAULT,))
    listed = text(check_report(faulty, Lang.EN, HERE, listed=True))
    assert listed.startswith("· file.yaml:3:7: made-up: a made-up\\u001b problem\n")


def test_a_check_without_problems_lists_none(first: Corpus) -> None:
    """Without problems the report is its last line alone."""
    report = text(check_report(first, Lang.EN, HERE, listed=True))
    assert "checked 7 files, 15 cases: 0 errors, 0 warnings\n" == report


def test_an_empty_source_misses_everything(first: Corpus) -> None:
    """Against an empty source every anchor is missing and every article absent."""
    report = text(verify_report(verify(first, ""), Lang.EN, HERE), 400)
    total = len(verify(first, "").anchors)
    assert "Missing" == report.splitlines()[0]
    assert 7 == report.count("the source holds nothing of")
    assert report.endswith(f"{total} anchors: 0 in place, 0 elsewhere, {total} missing\n")


def test_figures_have_verdict_quotients_and_standing(corpus: Corpus) -> None:
    """A row of figures has its verdict with reasons; its quotients stand below it."""
    made = grouped(corpus, 102, 60, None)
    plain = reported(compare(made, "taiyuan", "datong", "yangquan", "shuozhou"))
    row = row_of(plain, "figures", "liaison_groups")
    share = row_of(plain, "figures", "liaison_groups.divisions")
    expected = ({"verdict": "comparable", "reasons": [], "arithmetic": True}, False, None, True)
    assert expected == (
        at(row, "verdict"),
        at(row, "below"),
        at(share, "verdict"),
        at(share, "below"),
    )
    one, silent, without = (at(share, "cells", n, "claims", 0) for n in (0, 2, 3))
    assert ("nothing", "no_case") == (at(silent, "silence"), at(without, "silence"))
    quotient = at(one, "about", "quotient")
    parts = ("numerator", "denominator", "other")
    counts = [at(quotient, name) for name in parts[1:]]
    assert (102, [103, 107]) == (at(quotient, "numerator"), [at(one, "value") for one in counts])
    assert ("2025-12-31", "divisions") == (at(counts[0], "as_of"), at(quotient, "per"))
    assert ({"zh": "%", "en": "%"}, "hundred") == (at(one, "unit"), at(one, "bar", "whole"))


def test_a_missing_denominator_says_why(corpus: Corpus) -> None:
    """A figure that can't be divided has no number, and the reason in both languages."""
    why = NoQuotient(per=Per.RESIDENTS, reason=Text(zh="没有查到", en="not found"))
    claim = encode(Teller(corpus.registry, ()).quotient(why, False, None))
    expected = {"zh": "没有查到", "en": "not found"}
    assert (None, expected) == (at(claim, "number"), at(claim, "text"))


def test_figures_that_compare_have_a_standing(corpus: Corpus) -> None:
    """Figures that may be compared have a row of multiples, or of ranks if they are many."""
    plain = reported(compare(counted(corpus, 30, 20), "taiyuan", "datong"))
    found = row_of(plain, "figures", "proposals_filed.times")
    assert [1.5, 1.0] == [at(found, "cells", n, "claims", 0, "number") for n in range(2)]


def test_alike_and_different_are_in_both_languages(corpus: Corpus) -> None:
    """What is alike and what differs are texts in both languages."""
    comparison = compare(corpus, "taiyuan", "datong")
    parts = at(section_of(reported(comparison), "contrast"), "parts")
    assert isinstance(parts, list)
    for part, texts in zip(
        parts, (comparison.contrast.alike, comparison.contrast.differ), strict=True
    ):
        lines = at(part, "lines")
        assert isinstance(lines, list)
        told = [at(line, "claims", 0, "text") for line in lines]
        assert [{"zh": text.zh, "en": text.en} for text in texts] == told
