"""A form of output: the figures of reports, one a line, their parts set apart by tabs."""

from collections.abc import Iterator

from cppcc_cases.forms.form import Shown
from cppcc_cases.report.values import Report, Row


def form(shown: Shown) -> str:
    """Return the figures of what is shown, with their names, in the first language asked for."""
    lang = shown.langs[0]
    lines = []
    for row in (row for report in shown.reports for row in _rows(report)):
        for claim in (claim for cell in row.cells for claim in cell.claims):
            if claim.number is not None:
                unit = claim.unit.in_(lang) if claim.unit else ""
                lines.append(f"{row.label.in_(lang)}\t{claim.number}\t{unit}\n")
    return "".join(lines)


def _rows(report: Report) -> Iterator[Row]:
    for section in report.sections:
        for part in section.parts:
            yield from part.table.rows if part.table else ()
