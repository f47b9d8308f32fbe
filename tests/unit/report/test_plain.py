"""The plain values behind JSON: complete, and with every silence spelled out."""

import json
from pathlib import Path

import pytest
from attrs import evolve
from tests.unit.comparison.test_build import in_tongshan, made_up, taiyuan

from cppcc_cases.checks.verify import verify
from cppcc_cases.codec import Plain, encode
from cppcc_cases.comparison import compare, party
from cppcc_cases.comparison.comparability import Comparability, Verdict
from cppcc_cases.corpus import Corpus
from cppcc_cases.errors import Location, Problem, Severity
from cppcc_cases.forms.json_form import to_json
from cppcc_cases.forms.text import text
from cppcc_cases.model import IndicatorId, Lang, Missing, Text
from cppcc_cases.report.plain import (
    plain_comparison,
    plain_listing,
    plain_party,
    plain_vocabulary,
)
from cppcc_cases.report.plain_reports import plain_check, plain_verification
from cppcc_cases.report.problems import place, problem_line
from cppcc_cases.report.reports import check_report, verify_report
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


def test_everything_parses_back(corpus: Corpus) -> None:
    """JSON of each kind of value gives the same value back."""
    comparison = compare(corpus, "xinzhou", "datong", "shuozhou")
    values = [
        plain_listing(corpus.cases),
        plain_party(party(corpus, "shuozhou")),
        plain_comparison(comparison),
        plain_vocabulary(("stages", "indicators", "kinds", "topics"), corpus.registry),
        plain_check(corpus),
        plain_verification(verify(corpus, "")),
    ]
    assert values == [json.loads(to_json(value)) for value in values]


def test_a_comparison_has_all_its_parts(corpus: Corpus) -> None:
    """The plain comparison has a key for each part."""
    expected = [
        "format",
        "version",
        "parties",
        "mechanisms",
        "stages",
        "metrics",
        "outcomes",
        "alike",
        "differ",
        "caveats",
        "articles",
        "sources",
    ]
    assert expected == keys(plain_comparison(compare(corpus, "taiyuan", "datong")))


def test_a_comparison_says_what_it_is(corpus: Corpus) -> None:
    """Whoever meets the JSON can tell what it is and how to read it."""
    plain = plain_comparison(compare(corpus, "taiyuan", "datong"))
    assert ("cppcc-cases/comparison", 1) == (at(plain, "format"), at(plain, "version"))


def test_cases_are_given_in_full(corpus: Corpus) -> None:
    """A party has its cases with everything in them, as data modules write them."""
    plain = plain_comparison(compare(corpus, "taiyuan", "datong"))
    expected = encode(corpus.case("datong-result-procedure"))
    assert expected == at(plain, "parties", 1, "cases", 0)


def test_silence_is_spelled_out(corpus: Corpus) -> None:
    """A cell says not reported, not applicable, or that there is no case."""
    comparison = compare(corpus, "taiyuan", "datong", "shuozhou")
    row = comparison.metrics[0]
    moot = evolve(row, cells=(row.cells[0], Missing.NOT_APPLICABLE, row.cells[2]))
    plain = plain_comparison(evolve(comparison, metrics=(moot, *comparison.metrics[1:])))
    expected = (
        ["not_applicable", "no_case"],
        ["not_reported", "no_case"],
        ["not_reported", "no_case"],
        "no_case",
    )
    found = (
        [at(plain, "metrics", 0, "cells", 1), at(plain, "metrics", 0, "cells", 2)],
        [at(plain, "metrics", 1, "cells", 1), at(plain, "metrics", 1, "cells", 2)],
        [at(plain, "outcomes", 0, "cells", 0), at(plain, "outcomes", 0, "cells", 2)],
        at(plain, "stages", 0, "cells", 2),
    )
    assert expected == found


def test_claims_cite_their_sources_by_number(corpus: Corpus) -> None:
    """A claim has the numbers of its sources in place of its evidence."""
    comparison = compare(corpus, "taiyuan", "datong")
    plain = plain_comparison(comparison)
    metric = at(plain, "metrics", 0, "cells", 0, 0)
    number = comparison.sources.index(
        corpus.case("taiyuan-platform-network").metrics[0].evidence[0]
    )
    assert [number + 1] == at(metric, "sources")
    assert "evidence" not in keys(metric)
    assert encode(comparison.sources[number]) == at(plain, "sources", number)


def test_fields_of_a_mechanism_are_told(corpus: Corpus) -> None:
    """Each field of a mechanism has its label and its facts, or why there are none."""
    fields = at(
        plain_comparison(compare(corpus, "datong", "taiyuan")), "mechanisms", 0, 0, "fields"
    )
    assert "not_reported" == at(fields, 4, "told")
    assert ["zh", "en", "sources"] == keys(at(fields, 0, "told", 0))


def test_stages_have_claims_with_notes(corpus: Corpus) -> None:
    """A stage has its state and what is claimed, with the note where there is one."""
    stages = at(plain_comparison(compare(corpus, "datong", "taiyuan")), "stages")
    noted, bare = at(stages, 3, "cells", 0, "claims", 0), at(stages, 5, "cells", 0, "claims", 0)
    assert ("practised", ["zh", "en"], None) == (
        at(noted, "state"),
        keys(at(noted, "note")),
        at(bare, "note"),
    )


def test_an_unknown_indicator_has_no_label(corpus: Corpus) -> None:
    """A made-up indicator that the vocabulary lacks has its id and no label."""
    comparison = compare(corpus, "taiyuan", "datong")
    odd = evolve(comparison.metrics[0], indicator=IndicatorId("made_up"))
    plain = plain_comparison(evolve(comparison, metrics=(odd,)))
    assert ("made_up", None) == (
        at(plain, "metrics", 0, "indicator"),
        at(plain, "metrics", 0, "label"),
    )


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
    made_of = {at(e, "rate"): (at(e, "numerator") is None) for e in indicators}
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
    expected = ("file.yaml:3:7", "/else/where.yaml:1:1", "rel.yaml:1:1")
    found = (place(inside, HERE), place(outside, HERE), place(Location(file="rel.yaml"), HERE))
    assert expected == found


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (Lang.ZH, "查了 7 个文件、15 个案例：1 处错误，1 处提醒\n"),
        (Lang.EN, "checked 7 files, 15 cases: 1 error, 1 warning\n"),
    ],
)
def test_a_check_is_summed_up(corpus: Corpus, lang: Lang, expected: str) -> None:
    """The report of a check counts files, cases, errors and warnings."""
    faulty = evolve(corpus, problems=(FAULT, WARNING))
    assert expected == text(check_report(faulty, lang, HERE, listed=False))


def test_problems_are_listed_if_wished(corpus: Corpus) -> None:
    """With ``listed``, each problem stands in the report, its file named from the folder."""
    faulty = evolve(corpus, problems=(FAULT,))
    listed = text(check_report(faulty, Lang.EN, HERE, listed=True))
    assert listed.startswith("· file.yaml:3:7: made-up: a made-up\\u001b problem\n")


def test_a_check_without_problems_lists_none(corpus: Corpus) -> None:
    """Without problems the report is its last line alone."""
    report = text(check_report(corpus, Lang.EN, HERE, listed=True))
    assert "checked 7 files, 15 cases: 0 errors, 0 warnings\n" == report


def test_an_empty_source_misses_everything(corpus: Corpus) -> None:
    """Against an empty source every anchor is missing and every article absent."""
    report = text(verify_report(verify(corpus, ""), Lang.EN, HERE), 400)
    total = len(verify(corpus, "").anchors)
    assert "Missing" == report.splitlines()[0]
    assert 7 == report.count("the source holds nothing of")
    assert report.endswith(f"{total} anchors: 0 in place, 0 elsewhere, {total} missing\n")


def test_figures_have_verdict_quotients_and_standing(corpus: Corpus) -> None:
    """A row of figures has its verdict with reasons, its quotients, and how they stand."""
    plain = plain_comparison(compare(corpus, "taiyuan", "datong", "shuozhou"))
    row = at(plain, "metrics", 2)
    expected = ("liaison_groups", "not_comparable", ["one_side_silent"], "divisions", None)
    assert expected == (
        at(row, "indicator"),
        at(row, "verdict"),
        at(row, "reasons"),
        at(row, "quotients", 0, "per"),
        at(row, "standing"),
    )
    share, silent, without = (at(row, "quotients", 0, "cells", n) for n in range(3))
    assert (None, "no_case") == (silent, without)
    found = (at(share, "numerator"), at(share, "denominator", "value"), at(share, "other", "value"))
    assert (102, 103, 107) == found
    assert ("2025-12-31", 1) == (at(share, "denominator", "as_of"), at(share, "size"))


def test_a_missing_denominator_says_why(corpus: Corpus) -> None:
    """A figure that can't be divided has no value, and the reason in both languages."""
    made = made_up(corpus, in_tongshan(corpus), taiyuan(corpus))
    plain = plain_comparison(compare(made, "taiyuan", "tongshan"))
    cell = at(plain, "metrics", 1, "quotients", 0, "cells", 1)
    assert (None, ["zh", "en"]) == (at(cell, "value"), keys(at(cell, "reason")))


def test_figures_that_compare_have_a_standing(corpus: Corpus) -> None:
    """Figures that may be compared have multiples, or ranks if there are more than two."""
    comparison = compare(corpus, "taiyuan", "datong")
    row = comparison.metrics[0]
    assert not isinstance(row.cells[0], Missing)
    (metric,) = row.cells[0]
    cells = ((evolve(metric, value=30),), (evolve(metric, value=20),))
    verdict = Comparability(verdict=Verdict.WITH_CAVEAT, reasons=())
    changed = evolve(row, cells=cells, comparability=verdict)
    plain = plain_comparison(evolve(comparison, metrics=(changed,)))
    assert {"by": "times", "cells": [1.5, 1.0]} == at(plain, "metrics", 0, "standing")


def test_alike_and_different_are_in_both_languages(corpus: Corpus) -> None:
    """What is alike and what differs are texts in both languages."""
    comparison = compare(corpus, "taiyuan", "datong")
    plain = plain_comparison(comparison)
    for name, texts in (
        ("alike", comparison.contrast.alike),
        ("differ", comparison.contrast.differ),
    ):
        assert [{"zh": text.zh, "en": text.en} for text in texts] == at(plain, name)
