"""Tables of every sort, well made and hostile, are read or refused with what to do."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from cppcc_cases.tables import cells
from cppcc_cases.tables.cells import letter, read_sheet

HEAD = "地区,刊发日期,指标,数值\n"


def sheet(tmp_path: Path, raw: bytes, name: str = "table.csv") -> tuple[list[str], list[str]]:
    """Return the rows of a table, cells parted by bars, and what is wrong with it."""
    file = tmp_path / name
    file.write_bytes(raw)
    found = read_sheet(file)
    rows = [f"{number}:{'|'.join(cells)}" for number, cells in found.rows]
    return rows, [one.message.en for one in found.problems]


def workbook(*rows: list[object]) -> openpyxl.Workbook:
    """Return a workbook with rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def packed(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(raw: bytes, old: str, new: str) -> bytes:
    """Return the bytes of a workbook in which one text stands for another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as book, zipfile.ZipFile(out, "w") as made:
        for name in book.namelist():
            made.writestr(name, book.read(name).decode().replace(old, new))
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_of_any_spreadsheet_is_read(tmp_path: Path, encoding: str, sign: str) -> None:
    """Encodings and separators are found out."""
    text = HEAD.replace(",", sign) + sign.join(["太原", "2025/1/20", "提案提交数", "412"]) + "\n"
    rows, problems = sheet(tmp_path, text.encode(encoding))
    assert (["1:地区|刊发日期|指标|数值", "2:太原|2025/1/20|提案提交数|412"], []) == (
        rows,
        problems,
    )


def test_rows_count_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    """A line break within a cell begins no row, and an empty row is one."""
    rows, _ = sheet(tmp_path, b'a,b\n"x\ny",1\n\nz,2\n')
    assert ["1:a|b", "2:x\ny|1", "4:z|2"] == rows


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "the table is empty"),
        (b"\n\n,,\n", "the table is empty"),
        (b"a,b\n1,\0\n", "there is a NUL"),
        (b'a,b\n1,2\n3,"x\n4,5\n', "from row 3 on"),
        (b"a,b\n1,\xff\xff\xff\n", "the encoding is not known"),
        (b"\xd0\xcf\x11\xe0rest", "this is an old .xls"),
        (b"PK\x03\x04rest", "this workbook can't be read"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, raw: bytes, said: str) -> None:
    """It is said why, and what to do."""
    rows, problems = sheet(tmp_path, raw)
    assert ([], [True]) == (rows, [said in one for one in problems])


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A table is a file."""
    assert ["unreadable"] == [one.code for one in read_sheet(tmp_path).problems]


def test_a_workbook_shows_what_it_shows(tmp_path: Path) -> None:
    """Dates are as exact as their format, a percentage is one, merged cells hold for their rows."""
    book = workbook(
        ["地区", "日期", "数", "份"],
        ["太原", datetime(2025, 1, 20), 412, 0.857],
        [None, datetime(2025, 1, 1), 1234.5, True],
        [None, None, None, None],
        ["大同", datetime(2025, 1, 20, 9, 30), "１，２３４", 87.4 * 1.1],
    )
    book.active["D2"].number_format = "0.0%"
    book.active["B3"].number_format = 'yyyy"年"m"月"'
    book.active.merge_cells("A2:A3")
    rows, problems = sheet(tmp_path, packed(book), "table.xlsx")
    assert [] == problems
    assert [
        "1:地区|日期|数|份",
        "2:太原|2025-01-20|412|85.7%",
        "3:太原|2025-01|1234.5|TRUE",
        "5:大同|2025-01-20 09:30|１，２３４|96.14",
    ] == rows


def test_formulas_without_values_errors_and_hidden_rows_are_told(tmp_path: Path) -> None:
    """Each with its cell; what is hidden is read."""
    book = workbook(["a", "b"], ["=1+1", "x"], ["#DIV/0!", "y"])
    book.active["A3"].data_type = "e"
    book.active.row_dimensions[3].hidden = True
    rows, problems = sheet(tmp_path, packed(book), "table.xlsx")
    assert ["1:a|b", "2:|x", "3:#DIV/0!|y"] == rows
    assert [True, True, True] == [
        any(one.startswith(said) for one in problems)
        for said in ("A2: this formula", "A3: the cell holds the error", "hidden rows")
    ]


def test_formulas_have_the_value_they_were_saved_with(tmp_path: Path) -> None:
    """A row may mix them with what was typed; one that came to no text is an empty cell."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet()
    page.write_row(0, 0, ["a", "b", "c"])
    page.write_formula(1, 0, "=400+12", None, 412)
    page.write_row(1, 1, ["x"])
    page.write_formula(1, 2, '=IF(A2>1,"","y")', None, "")
    book.close()
    # Excel says of a formula that comes to no text that it is text.
    saved = changed(out.getvalue(), '<c r="C2">', '<c r="C2" t="str">')
    assert (["1:a|b|c", "2:412|x|"], []) == sheet(tmp_path, saved, "table.xlsx")


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would unpack to too much is not unpacked."""
    monkeypatch.setattr(cells, "_UNPACKED", 1_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb, bomb.open("x", "w") as held:
        held.write(b"\0" * 1_000_001)
    _, problems = sheet(tmp_path, out.getvalue(), "table.xlsx")
    assert [True] == [one.startswith("it unpacks to too much") for one in problems]


def test_what_stands_far_right_is_not_lost(tmp_path: Path) -> None:
    """It is told rather than passed over."""
    book = workbook(["a", "b"])
    book.active.cell(1048576, 16384, "x")
    _, problems = sheet(tmp_path, packed(book), "table.xlsx")
    _, same = sheet(tmp_path, b"a,b\n" + b"," * 3000 + b"x\n")
    assert [True, True] == [one.startswith("it is too wide") for one in (*problems, *same)]


def test_entities_are_not_expanded_without_end(tmp_path: Path) -> None:
    """A workbook whose text would grow a billion times is refused."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    saved = changed(packed(workbook(["lol", "b"])), "lol", "&a9;")
    dtd = f"<!DOCTYPE x [<!ENTITY a0 'lol'>{entities}]><worksheet "
    _, problems = sheet(tmp_path, changed(saved, "<worksheet ", dtd), "table.xlsx")
    assert [True] == [one.startswith("this workbook can't be read") for one in problems]


def test_columns_have_letters() -> None:
    """As a spreadsheet names them."""
    assert ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"] == list(
        map(letter, (0, 25, 26, 51, 52, 701, 702))
    )
