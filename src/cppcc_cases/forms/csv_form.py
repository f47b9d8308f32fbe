"""Reports → CSV that spreadsheets open without harm.

A report on sides is written claim by claim, any other as its table. Two languages stand side by
side in columns of their own.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from cppcc_cases.escape import visible
from cppcc_cases.forms.form import Shown
from cppcc_cases.report.flat import APART, COLUMNS, Value, Word, flat
from cppcc_cases.report.values import Report, Row
from cppcc_cases.text import Lang, Text

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_MARK = "\ufeff"
"""By this a spreadsheet knows that the file is UTF-8."""
_Rows = Iterator[list[object]]


def to_csv(reports: Sequence[Report], langs: Sequence[Lang]) -> str:
    """Return a CSV file (RFC 4180) with a header."""
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sided = any(report.sides for report in reports)
    sheet.writerows(_claims(reports, langs) if sided else _tables(reports, langs))
    return _MARK + out.getvalue()


def _claims(reports: Sequence[Report], langs: Sequence[Lang]) -> _Rows:
    first, *more = langs
    again = [(column.id, lang) for lang in more for column in COLUMNS if column.worded]
    yield [*(column.id for column in COLUMNS), *(f"{id_}_{lang.value}" for id_, lang in again)]
    for row in (row for report in reports for row in flat(report)):
        yield [
            *(_written(row.get(column.id), first) for column in COLUMNS),
            *(_written(row.get(id_), lang) for id_, lang in again),
        ]


def _tables(reports: Sequence[Report], langs: Sequence[Lang]) -> _Rows:
    tables = (
        part.table
        for report in reports
        for section in report.sections
        for part in section.parts
        if part.table
    )
    for table in tables:
        yield [_written(one, lang) for lang in langs for one in (table.head, *table.columns)]
        for row in table.rows:
            yield [
                _safe(one) for lang in langs for one in (row.label.in_(lang), *_cells(row, lang))
            ]


def _cells(row: Row, lang: Lang) -> Iterator[str]:
    for cell in row.cells:
        if cell.state:
            yield cell.state.label.in_(lang)
        else:
            yield APART.join(claim.text.in_(lang) for claim in cell.claims)


def _written(value: Value, lang: Lang) -> object:
    if isinstance(value, Word):
        return _safe(value.id)
    if isinstance(value, tuple):
        return _safe(APART.join(word.id for word in value))
    return _safe(value.in_(lang) if isinstance(value, Text) else value)


def _safe(value: object) -> object:
    """Return a number as it is, and text that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def form(shown: Shown) -> str:
    """Return reports as one table."""
    return to_csv(shown.reports, shown.langs)
