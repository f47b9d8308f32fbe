"""Tidy rows → CSV that spreadsheets open without harm."""

import csv as writer
import io
from collections.abc import Iterable

from attrs import astuple

from cppcc_cases.render.escape import visible
from cppcc_cases.render.tidy import COLUMNS, Claim

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_MARK = "\ufeff"
"""By this a spreadsheet knows that the file is UTF-8."""


def csv(claims: Iterable[Claim]) -> str:
    """Return a CSV file (RFC 4180) with a header, one claim a row."""
    out = io.StringIO()
    sheet = writer.writer(out, lineterminator="\r\n")
    sheet.writerow(COLUMNS)
    for claim in claims:
        sheet.writerow([_safe(value) for value in astuple(claim)])
    return _MARK + out.getvalue()


def _safe(value: object) -> object:
    """Return a number as it is, and text that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
