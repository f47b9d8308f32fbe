"""Tidy rows → CSV that spreadsheets open without harm."""

import csv as writer
import io
from collections.abc import Iterable

from attrs import astuple

from cppcc_cases.render.escape import visible
from cppcc_cases.render.tidy import COLUMNS, WORDED, Claim

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_MARK = "\ufeff"
"""By this a spreadsheet knows that the file is UTF-8."""


def csv(claims: Iterable[Claim], english: Iterable[Claim] | None = None) -> str:
    """Return a CSV file (RFC 4180) with a header, one claim a row.

    With the same claims in ``english``, three more columns hold their words in English.
    """
    out = io.StringIO()
    sheet = writer.writer(out, lineterminator="\r\n")
    if english is None:
        sheet.writerow(COLUMNS)
        sheet.writerows(map(_row, claims))
    else:
        sheet.writerow([*COLUMNS, *(f"{name}_en" for name in WORDED)])
        for claim, other in zip(claims, english, strict=True):
            sheet.writerow(_row(claim) + [_safe(getattr(other, name)) for name in WORDED])
    return _MARK + out.getvalue()


def _row(claim: Claim) -> list[object]:
    return [_safe(value) for value in astuple(claim)]


def _safe(value: object) -> object:
    """Return a number as it is, and text that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
