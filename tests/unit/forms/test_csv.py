"""CSV: read back as written, and harmless in a spreadsheet."""

import csv as reader
import io

import pytest
from attrs import evolve
from tests.unit.report.hostile import ORDERS, hostile, sound

from cppcc_cases.comparison.matrix import matrix
from cppcc_cases.forms.csv_form import to_csv
from cppcc_cases.model import Lang, Text
from cppcc_cases.report.claims import plainly, said
from cppcc_cases.report.compared import compared
from cppcc_cases.report.flat import COLUMNS, flat
from cppcc_cases.report.listing import listing
from cppcc_cases.report.matrix import matrix_report
from cppcc_cases.report.values import Cell, Claim, Part, Report, Row, Section, Side, Table
from cppcc_cases.store import Corpus

SIDE = Side(asked="a", title=said("甲"), codes=(), cases=())


def held(text: str) -> list[list[str]]:
    """Return the rows of a file."""
    return list(reader.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def of(*claims: Claim, title: str = "甲") -> str:
    """Return the file of a report on one side with a row for each claim."""
    rows = tuple(Row(id="r", label=said("行"), cells=(Cell(claims=(one,)),)) for one in claims)
    table = Table(columns=(said("甲"),), rows=rows, sided=True)
    section = Section(id="figures", parts=(Part(table=table),))
    side = evolve(SIDE, title=said(title))
    return to_csv([Report(sides=(side,), sections=(section,))], [Lang.ZH])


@pytest.mark.parametrize("lang", list(Lang))
def test_the_file_is_read_back(lang: Lang) -> None:
    """The header names the columns, and each claim is a row with as many."""
    report = compared(sound())
    header, *rows = held(to_csv([report], [lang]))
    assert [column.id for column in COLUMNS] == header
    assert [row.get("anchors") or "" for row in flat(report)] == [row[-1] for row in rows]


def test_the_mark_and_the_line_breaks() -> None:
    """The file begins with one byte order mark, and lines end as RFC 4180 wants."""
    text = of(plainly(Text(zh="一\n二", en="1\n2")))
    assert ("\ufeff", 1, 2) == (text[0], text.count("\ufeff"), text.count("\r\n"))
    assert text.count("\n") == text.count("\r\n")


def test_numbers_are_written_plainly() -> None:
    """A figure has no thousands set apart, and one that is missing is empty, not zero."""
    word = said("x")
    claims = (Claim(text=word, number=70000), Claim(text=word), Claim(text=word, number=0))
    header, *rows = held(of(*claims))
    assert ["70000", "", "0"] == [row[header.index("number")] for row in rows]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "＝1"])
def test_no_text_is_a_formula(text: str) -> None:
    """Text that a spreadsheet could reckon with has a sign before it that says it is text."""
    header, row = held(of(plainly(said(text)), title=text))
    assert ["'", "'"] == [row[header.index(name)][0] for name in ("party", "text")]


def test_hostile_text_is_harmless() -> None:
    """No field begins a formula, none gives orders, and the table keeps its shape."""
    report = compared(hostile())
    text = to_csv([report], [Lang.EN])
    _, *rows = held(text)
    assert len(flat(report)) == len(rows)
    assert [] == [field for row in rows for field in row if field.startswith(("=", "+", "-", "@"))]
    assert frozenset() == ORDERS & set(text)


def test_a_report_on_nobody_is_written_as_its_table(corpus: Corpus) -> None:
    """A list has the columns that readers see, in two languages side by side."""
    report = listing(corpus.cases, corpus)
    header, *rows = held(to_csv([report], list(Lang)))
    assert ["编号", "地区", "机制", "Id", "Locality", "Mechanism"] == header
    assert (
        [case.id for case in corpus.cases] == [row[0] for row in rows] == [row[3] for row in rows]
    )


def test_states_are_words(corpus: Corpus) -> None:
    """Where a picture stands in a table, the file has the word."""
    report = matrix_report(matrix(corpus, by="stage"), corpus.registry)
    header, *rows = held(to_csv([report], [Lang.EN]))
    (datong,) = (row for row in rows if row[0] == "Datong")
    assert ("Cases", "practised") == (header[1], datong[header.index("follow-up")])


def test_nothing_found_is_an_empty_table(corpus: Corpus) -> None:
    """Without a case there is nothing but the mark."""
    assert "\ufeff" == to_csv([listing((), corpus)], [Lang.ZH])
