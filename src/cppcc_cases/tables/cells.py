"""CSV and XLSX → rows of text, numbered as a spreadsheet numbers them."""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from cppcc_cases.errors import CasesError, Problem, Severity
from cppcc_cases.source.files import problem, read_bytes, unreadable
from cppcc_cases.text import Text

_LARGEST = 100_000_000
_UNPACKED = 500_000_000
"""So many bytes a table may have, and a workbook once it is unpacked."""
_WIDEST = 2_000
_TOO_WIDE = (
    "列太多，右边很远的地方还有内容；请删去",
    "it is too wide: delete what stands far right",
)
_HEAD, _TOP = 100_000, 5
"""Within so many characters and lines it is seen what parts cells."""
_OLD = b"\xd0\xcf\x11\xe0"
"""How workbooks begin that are of the old form, or locked by a password."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]+)"')
_HIDDEN = re.compile(rb'<(?:\w+:)?(?:row|col) [^>]*hidden="(?:1|true)"')


@frozen(kw_only=True)
class Sheet:
    """What a table holds: rows that are not empty, each with its number and its cells as text.

    ``problems`` say what kept a cell, or all of it, from being read.
    """

    file: Path
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    problems: tuple[Problem, ...] = ()


class _TooWide(Exception):
    """Something stands further right than any column of ours."""


class LacksPackage(CasesError):
    """XLSX can't be read as openpyxl is not installed."""

    @property
    def message(self) -> Text:
        """What is lacking, and how to get it."""
        from cppcc_cases.installing import to_install

        how = to_install("cppcc-cases[office]")
        return Text(
            zh=f"读 .xlsx 要用 openpyxl，还没有装，请先运行：{how}；或者另存为 CSV",
            en=f"reading .xlsx needs openpyxl, which is not installed; run: {how} (or save the "
            "table as CSV)",
        )


def letter(column: int) -> str:
    """Return how a spreadsheet calls a column, counted from 0: A, …, Z, AA."""
    head, last = divmod(column, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)


def read_sheet(file: Path) -> Sheet:
    """Return what a table holds. Raises :class:`LacksPackage`."""
    try:
        if file.is_file() and file.stat().st_size > _LARGEST:
            return _refused(file, "文件太大，请分成几张表", "the file is too large; split it")
        raw = read_bytes(file)
    except OSError as error:
        return Sheet(file=file, problems=(unreadable(file, error),))
    if raw.startswith(_OLD):
        zh = "这是旧式的 .xls，或加了密码的工作簿，读不了；请另存为不加密码的 .xlsx，或 CSV UTF-8"
        en = "this is an old .xls, or locked by a password; save it as .xlsx without one, or as CSV"
        return _refused(file, zh, en)
    sheet = _xlsx(file, raw) if raw.startswith(b"PK") else _csv(file, raw)
    if sheet.rows or sheet.problems:
        return sheet
    return _refused(
        file, "表是空的：第一行写列名", "the table is empty: its first row names columns"
    )


def _refused(file: Path, zh: str, en: str, row: int | None = None, column: int = 1) -> Sheet:
    found = problem("bad-table", zh, en, file, row, column if row else None)
    return Sheet(file=file, problems=(found,))


def _csv(file: Path, raw: bytes) -> Sheet:
    text = _decoded(raw)
    if text is None or "\0" in text:
        row = raw[: raw.find(b"\0")].count(b"\n") + 1 if text else None
        zh = "这里有空字符（NUL）" if text else "认不出文字编码"
        en = "there is a NUL character" if text else "the encoding is not known"
        return _refused(
            file,
            f"{zh}，不是可读的 CSV；请在 Excel 里另存为“CSV UTF-8（逗号分隔）”",
            f"{en}, so this is no CSV that can be read; save it anew as “CSV UTF-8”",
            row,
        )
    sign = max(",;\t", key="\n".join(text[:_HEAD].splitlines()[:_TOP]).count)
    rows: list[tuple[int, tuple[str, ...]]] = []
    number = 0
    try:
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True), 1
        ):
            told = tuple(map(_stripped, cells[:_WIDEST]))
            if any(cells[_WIDEST:]):
                return _refused(file, *_TOO_WIDE, number)
            rows += [(number, told)] if any(told) else []
    except csv.Error:
        zh = f"第{number + 1}行起引号没有配对（或一格太长），后面读不出；引号要成对，格子里的写两个"
        en = f"from row {number + 1} on, quotes are not in pairs (or a cell is too long); double a "
        return _refused(file, zh, en + "quote that is within a cell", number + 1)
    return Sheet(file=file, rows=tuple(rows))


def _decoded(raw: bytes) -> str | None:
    """Return a text in any encoding in which spreadsheets save it."""
    if raw.startswith(_UTF16):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            pass
    return None


def _stripped(text: str) -> str:
    """Return what a cell says; by an apostrophe our own CSV keeps text from being a formula."""
    told = text.strip("\ufeff \t\r\n\u3000\xa0")
    return told[1:] if re.match("'[=+@＝＋＠-]", told) else told


def _xlsx(file: Path, raw: bytes) -> Sheet:
    try:
        import openpyxl
    except ModuleNotFoundError as error:
        raise LacksPackage from error
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what Excel has and openpyxl does without
            if sum(one.file_size for one in packed.infolist()) > _UNPACKED:
                zh = "解开以后太大，像是坏文件；请把数据复制到新工作簿里"
                return _refused(file, zh, "it unpacks to too much; copy the data to a new workbook")
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
            shown = [one for one in book.worksheets if one.sheet_state == "visible"]
            sheet = (shown or book.worksheets)[0]
            around = packed.read(getattr(sheet, "_worksheet_path", "").lstrip("/"))
            rows, faulty, formulas = _rows(sheet, around)
            if formulas:
                again = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
                values, more, _ = _rows(again[sheet.title], around, formulas)
                asked = {row for row, _ in formulas}
                rows = [values[row - 1] if row in asked else (row, cells) for row, cells in rows]
                faulty += more
    except _TooWide:
        return _refused(file, *_TOO_WIDE)
    except Exception as error:  # a broken package fails in any way, deep within
        said = type(error).__name__
        return _refused(
            file,
            f"这个工作簿读不了（{said}）；请用 Excel 打开，另存为 .xlsx 或“CSV UTF-8”",
            f"this workbook can't be read ({said}); open it in Excel and save it anew, or as CSV",
        )
    problems = [_cell_fault(file, *one) for one in faulty]
    if _HIDDEN.search(around):
        zh = "有隐藏的行或列，也读了；不要的请删去，不只是隐藏"
        en = "hidden rows or columns were read too; delete them if they are not wanted"
        hidden = problem("bad-table", zh, en, file)
        problems.append(evolve(hidden, severity=Severity.WARNING))
    told = tuple((number, cells) for number, cells in rows if any(cells))
    return Sheet(file=file, rows=told, problems=tuple(problems))


_Rows = list[tuple[int, tuple[str, ...]]]
_Place = tuple[int, int]


def _rows(
    sheet: Any, around: bytes, formulas: Collection[_Place] = ()
) -> tuple[_Rows, list[tuple[int, int, str]], set[_Place]]:
    """Return rows of text, cells that hold an error or no value, and the places of formulas.

    What is merged from top to bottom holds for each of its rows. ``formulas`` are places of which
    values are read.
    """
    begin = _merged(around)
    rows: _Rows = []
    faulty: list[tuple[int, int, str]] = []
    found: set[_Place] = set()
    reaching: dict[int, tuple[int, str]] = {}
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if any(cell.value is not None for cell in cells[_WIDEST:]):
            raise _TooWide
        told = [_text(cell) for cell in cells[:_WIDEST]]
        for at, cell in enumerate(cells[:_WIDEST]):
            if cell.data_type == "f":
                found.add((number, at))
            elif cell.data_type == "e":
                faulty.append((number, at, told[at]))
            elif formulas and not told[at] and cell.data_type == "n" and (number, at) in formulas:
                faulty.append((number, at, ""))
        _reach(number, told, begin.get(number, {}), reaching)
        rows.append((number, tuple(told)))
    return rows, faulty, found


def _reach(
    row: int, told: list[str], begin: dict[int, int], reaching: dict[int, tuple[int, str]]
) -> None:
    """Fill in what is merged with a cell above."""
    for at, (last, text) in [*reaching.items()]:
        if row > last:
            del reaching[at]
        elif at < len(told):
            told[at] = told[at] or text
    for at, last in begin.items():
        if at < len(told) and last > row:
            reaching[at] = last, told[at]


def _merged(around: bytes) -> dict[int, dict[int, int]]:
    """Return, by their first row, the columns in which cells are merged, and their last row."""
    begin: dict[int, dict[int, int]] = {}
    for name, first, last in _MERGED.findall(around):
        column = 0
        for char in name:
            column = column * 26 + char - ord("A") + 1
        begin.setdefault(int(first), {})[column - 1] = int(last)
    return begin


def _text(cell: Any) -> str:
    """Return what a cell shows: of a date as much as its format does, of a share the percentage."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        if "%" in (cell.number_format or ""):
            return f"{value * 100:.12g}%"
        return str(value) if isinstance(value, int) else f"{value:.15g}"
    if isinstance(value, datetime | date):
        return _dated(value, (cell.number_format or "").casefold())
    return _stripped(str(value))


def _dated(value: date, shape: str) -> str:
    bare = re.sub(r'\[[^\]]*\]|"[^"]*"', "", shape)
    form = "%Y-%m-%d" if "d" in bare else "%Y-%m" if "m" in bare else "%Y"
    if isinstance(value, datetime) and (value.hour or value.minute):
        form = "%Y-%m-%d %H:%M"
    return value.strftime(form)


def _cell_fault(file: Path, row: int, column: int, text: str) -> Problem:
    zh = f"格子里是 Excel 的错误 {text}，请改好公式，或直接写数"
    en = f"the cell holds the error {text}; mend the formula, or write the number itself"
    if not text:
        zh = "这个公式没有算出的值；请用 Excel 打开、保存一次，或直接写数"
        en = "this formula has no value; open and save the table in Excel once, or write the number"
    where = f"{letter(column)}{row}"
    return problem("bad-table", f"{where}：{zh}", f"{where}: {en}", file, row, column + 1)
