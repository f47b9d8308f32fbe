"""CSV: read back as written, and harmless in a spreadsheet."""

import csv as reader
import io

import pytest
from tests.unit.report.hostile import ORDERS, hostile, sound

from cppcc_cases.forms.csv_form import csv
from cppcc_cases.model import Lang
from cppcc_cases.report.flat import COLUMNS, Claim, tidy


def held(text: str) -> list[list[str]]:
    """Return the rows of a file."""
    return list(reader.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@pytest.mark.parametrize("lang", list(Lang))
def test_the_file_is_read_back(lang: Lang) -> None:
    """The header names the columns, and each claim is a row with as many."""
    claims = tidy(sound(), lang)
    header, *rows = held(csv(claims))
    assert list(COLUMNS) == header
    assert [claim.anchors for claim in claims] == [row[-1] for row in rows]


def test_the_mark_and_the_line_breaks() -> None:
    """The file begins with one byte order mark, and lines end as RFC 4180 wants."""
    text = csv((Claim(text="一\n二"),))
    assert ("\ufeff", 1, 2) == (text[0], text.count("\ufeff"), text.count("\r\n"))
    assert text.count("\n") == text.count("\r\n")


def test_numbers_are_written_plainly() -> None:
    """A figure has no thousands set apart, and one that is missing is empty, not zero."""
    header, first, second = held(csv((Claim(value=70000), Claim(value=None, denominator=0))))
    at = header.index("value")
    assert ["70000", "", ""] == first[at : at + 3]
    assert ["", "", "0"] == second[at : at + 3]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "＝1"])
def test_no_text_is_a_formula(text: str) -> None:
    """Text that a spreadsheet could reckon with has a sign before it that says it is text."""
    _, row = held(csv((Claim(name=text),)))
    assert "'" == row[COLUMNS.index("name")][0]


def test_hostile_text_is_harmless() -> None:
    """No field begins a formula, none gives orders, and the table keeps its shape."""
    claims = tidy(hostile(), Lang.EN)
    text = csv(claims)
    _, *rows = held(text)
    assert len(claims) == len(rows)
    assert [] == [field for row in rows for field in row if field.startswith(("=", "+", "-", "@"))]
    assert frozenset() == ORDERS & set(text)
