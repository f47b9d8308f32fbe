"""Laws of comparisons and of the forms in which they are shown, over the shipped cases."""

import json
import os
import re
import subprocess
import sys
from random import Random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import scaled
from tests.reports import digest, plain_comparison

from cppcc_cases.comparison import Comparison, compare, party
from cppcc_cases.comparison.normalise import NoQuotient, Quotient
from cppcc_cases.comparison.rows import Aligned
from cppcc_cases.comparison.standing import standing
from cppcc_cases.forms.json_form import to_json
from cppcc_cases.forms.markdown import markdown
from cppcc_cases.forms.text import text
from cppcc_cases.model import Evidence, Lang, Missing
from cppcc_cases.model.walk import walk
from cppcc_cases.report.compared import compared
from cppcc_cases.report.document import Block, Document, Heading, Items, Table, signs
from cppcc_cases.report.quotients import dated_count
from cppcc_cases.report.said import said
from cppcc_cases.report.values import Silence
from cppcc_cases.report.wording import stated
from cppcc_cases.report.words import Words
from cppcc_cases.store import shipped
from cppcc_cases.vocab.denominators import Per, denominators
from cppcc_cases.width import width

CORPUS = shipped()
NAMES = [*sorted(CORPUS.codes()), "140600", "140800", "540000", "320300"]
names = st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True)
langs = st.sampled_from(Lang)
few = settings(deadline=None, max_examples=scaled(30))


def blocks_below(document: Document, heading: str) -> list[Block]:
    """Return the blocks between a heading of the second level and the next."""
    found: list[Block] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            inside = block.text == heading
        elif inside:
            found.append(block)
    return found


def as_shown(comparison: Comparison) -> list[str]:
    """Return a comparison in each of its forms."""
    documents = [digest(comparison, lang) for lang in Lang]
    return [
        *(text(document, columns) for document in documents for columns in (80, 120)),
        *(markdown(document) for document in documents),
        to_json(plain_comparison(comparison)),
    ]


def turned(row: Aligned, order: list[int]) -> Aligned:
    """Return a row as it is when its parties stand in another order."""
    place = {old: new for new, old in enumerate(order)}
    return evolve(
        row,
        cells=tuple(row.cells[index] for index in order),
        compared=tuple(sorted(place[index] for index in row.compared)),
        apart=tuple(sorted(((place[index], why) for index, why in row.apart), key=_first)),
    )


def _first(pair: tuple[int, object]) -> int:
    return pair[0]


@few
@given(names, st.randoms(use_true_random=False))
def test_order_permutes_columns_only(given_names: list[str], random: Random) -> None:
    """Naming the parties in another order moves columns, and changes nothing in them."""
    order = list(range(len(given_names)))
    random.shuffle(order)
    one = compare(CORPUS, *given_names)
    two = compare(CORPUS, *(given_names[index] for index in order))
    assert [one.parties[i] for i in order] == list(two.parties)
    assert [one.mechanisms[i] for i in order] == list(two.mechanisms)
    rows = [(row.stage, [row.cells[i] for i in order]) for row in one.stages]
    assert rows == [(row.stage, list(row.cells)) for row in two.stages]
    metrics = [turned(row.row, order) for row in one.metrics]
    assert metrics == [row.row for row in two.metrics]
    ranks = [standing(row.row) for row in one.metrics]
    again = [standing(row.row) for row in two.metrics]
    assert [found and [found.cells[i] for i in order] for found in ranks] == [
        found and [*found.cells] for found in again
    ]
    quotients = [[q.cells[i] for i in order] for row in one.metrics for q in row.quotients]
    assert quotients == [list(q.cells) for row in two.metrics for q in row.quotients]
    outcomes = [(row.kind, [row.cells[i] for i in order]) for row in one.outcomes]
    assert outcomes == [(row.kind, list(row.cells)) for row in two.outcomes]
    assert (set(one.sources), one.articles) == (set(two.sources), two.articles)


@few
@given(names)
def test_a_pair_is_as_each_is_alone(given_names: list[str]) -> None:
    """A party of a comparison is the same as on its own."""
    expected = [party(CORPUS, name) for name in given_names]
    assert expected == list(compare(CORPUS, *given_names).parties)


def figure_cells(comparison: Comparison, lang: Lang) -> list[str]:
    """Return the entries of all cells of the table of figures: neither names nor verdicts."""
    below = blocks_below(digest(comparison, lang), Words(lang)["figures"])
    return [
        line
        for block in below
        if isinstance(block, Table)
        for row in block.rows
        for cell in row[1:-1]
        for line in signs(cell)
    ]


def quotients_of(comparison: Comparison, words: Words) -> set[str]:
    """Return the quotients of a comparison as they are shown, or why there are none."""
    shown = set()
    for row in comparison.metrics:
        for quotients in row.quotients:
            for cell in quotients.cells:
                if isinstance(cell, NoQuotient):
                    shown.add(words.of(cell.reason))
                elif cell is not None:
                    share = CORPUS.registry.indicators[row.row.indicator].share
                    parts = f"{cell.numerator:,}/{cell.denominator.value:,}"
                    value = f"{cell.value:.1%}" if share else f"{cell.value:.2f}"
                    shown.add(value + words.brackets(parts))
    return shown


@few
@given(names, langs)
def test_every_figure_shown_is_a_metric(given_names: list[str], lang: Lang) -> None:
    """A cell of the table of figures is silence, the figure of a metric, or a quotient of one."""
    comparison = compare(CORPUS, *given_names)
    words = Words(lang, CORPUS.registry)
    figures = {
        stated(words, told.metric)
        for row in comparison.metrics
        for cell in row.row.cells
        for told in (cell.told, *cell.others)
        if told
    }
    whole = {
        "–",
        words["no_case"],
        *(words.of(missing.label) for missing in Missing),
        *quotients_of(comparison, words),
    }
    strays = [
        line
        for line in figure_cells(comparison, lang)
        if line not in whole and not any(line.startswith(shown) for shown in figures)
    ]
    assert [] == strays


@few
@given(names, langs)
def test_every_denominator_shown_is_known(given_names: list[str], lang: Lang) -> None:
    """Residents and divisions in the overview are sourced ones, each with its day, or a reason."""
    comparison = compare(CORPUS, *given_names)
    words = Words(lang, CORPUS.registry)
    places = [place for p in comparison.parties for place in p.localities]
    expected = {
        dated_count(words, known)
        if (known := denominators(place.code).of(per))
        else words.of(Silence.NOT_IN_COLLECTION.label)
        for place in places
        for per in Per
    }
    blocks = blocks_below(digest(comparison, lang), words["overview"])
    shown = {
        line
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        if row[0][0] in (words["residents"], words["divisions"])
        for cell in row[1:]
        for line in cell
    }
    shown = {re.sub(r" ?\[\d+\]$", "", str(one)) for one in shown}
    assert expected == shown


@few
@given(names)
def test_every_quotient_is_of_its_metric(given_names: list[str]) -> None:
    """A quotient is the one figure of its cell, divided by a sourced count of that locality."""
    comparison = compare(CORPUS, *given_names)
    for row in comparison.metrics:
        for quotients in row.quotients:
            cells = zip(comparison.parties, row.row.cells, quotients.cells, strict=True)
            for p, cell, one in cells:
                if isinstance(one, Quotient):
                    assert cell.told
                    assert one.numerator == cell.told.metric.value
                    known = denominators(p.localities[0].code).of(quotients.per)
                    assert known == one.denominator
                    assert one.numerator == pytest.approx(
                        one.value * one.denominator.value / one.per.size
                    )


@few
@given(names, langs)
def test_every_metric_is_shown(given_names: list[str], lang: Lang) -> None:
    """No figure of a party's cases is left out of the digest."""
    comparison = compare(CORPUS, *given_names)
    shown = markdown(digest(comparison, lang))
    figures = [
        stated(Words(lang, CORPUS.registry), metric)
        for p in comparison.parties
        for case in p.cases
        for metric in case.metrics
    ]
    assert [] == [one for one in figures if one not in shown]


@few
@given(names, langs)
def test_every_citation_exists(given_names: list[str], lang: Lang) -> None:
    """Each number cited is that of a source or count in the list, and each of these is cited."""
    report = compared(compare(CORPUS, *given_names))
    document = said(report, lang)
    count = len(report.sources) + len(report.counts)
    whole = text(document, 120)
    heading = Words(lang, CORPUS.registry)["sources"]
    body = whole.partition(f"\n\n{heading}\n")[0]
    cited = {int(number) for number in re.findall(r"\[(\d+)\]", body)}
    listed = [
        len(block.items)
        for block in blocks_below(document, heading)
        if isinstance(block, Items) and block.numbered
    ]
    assert set(range(1, count + 1)) == cited
    assert ([count] if count else []) == listed


@few
@given(names)
def test_every_claim_is_cited_from_its_case(given_names: list[str]) -> None:
    """A source of a comparison is evidence in one of its cases, or of a mention."""
    comparison = compare(CORPUS, *given_names)
    known = {
        part
        for p in comparison.parties
        for value in (*p.cases, *(mention for _, mention in p.mentions))
        for _, part in walk(value)
        if isinstance(part, Evidence)
    }
    assert set() == set(comparison.sources) - known


@few
@given(names)
def test_rendering_is_deterministic(given_names: list[str]) -> None:
    """Building and showing a comparison twice gives the same, in every form."""
    expected = as_shown(compare(CORPUS, *given_names))
    assert expected == as_shown(compare(CORPUS, *given_names))


@few
@given(names, langs, st.integers(min_value=40, max_value=160))
def test_no_line_is_wider_than_asked(given_names: list[str], lang: Lang, columns: int) -> None:
    """Whatever the width of the terminal, every line keeps to it."""
    lines = text(digest(compare(CORPUS, *given_names), lang), columns).splitlines()
    assert [] == [line for line in lines if width(line) > columns]


@few
@given(names)
def test_json_says_what_the_comparison_says(given_names: list[str]) -> None:
    """JSON has as many cells in every row as there are parties, and all the sources."""
    comparison = compare(CORPUS, *given_names)
    plain = json.loads(to_json(plain_comparison(comparison)))
    parts = [part for section in plain["sections"] for part in section["parts"]]
    tables = [part["table"] for part in parts if part["table"]]
    assert {(True, len(given_names))} == {(one["sided"], len(one["columns"])) for one in tables}
    assert {len(given_names)} == {len(row["cells"]) for one in tables for row in one["rows"]}
    rows = [
        row["id"]
        for section in plain["sections"]
        if section["id"] == "figures"
        for part in section["parts"]
        if part["table"]
        for row in part["table"]["rows"]
    ]
    both = [one.row.indicator for one in comparison.metrics if len(one.row.compared) > 1]
    assert both == [id_ for id_ in rows if "." not in id_]
    assert len(comparison.sources) == len(plain["sources"])


def test_the_hash_seed_does_not_show() -> None:
    """Processes with different hash seeds print the same, in every form."""
    script = (
        "from cppcc_cases.cli.app import main\n"
        "for form in ('text', 'markdown', 'json'):\n"
        "    main(['compare', 'xinzhou', 'shuozhou', 'changzhi', '--format', form])\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert 1 == len(printed)
