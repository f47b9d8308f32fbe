"""An empty table, with what each column means and which words may stand in it."""

import csv
import io
from datetime import datetime

from cppcc_cases.forms.form import LacksPackage
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.tables.cells import letter
from cppcc_cases.tables.columns import Column, columns
from cppcc_cases.text import Lang, Text

_SHEETS = Text(zh="填写|说明|选项", en="Fill in|Meaning|Words")
_HEAD = Text(
    zh="列名|编号|含义|可写的词（编号或名称）", en="Column|Id|Meaning|Words (ids or names)"
)
_ROWS = 10_000
"""In so many rows words are offered."""


def blank_csv(lang: Lang) -> str:
    """Return a header, by whose mark a spreadsheet knows that the file is UTF-8."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(one.name.in_(lang) for one in columns())
    return "\ufeff" + out.getvalue()


def blank_xlsx(lang: Lang, registry: Registry) -> bytes:
    """Return a workbook: a header that offers words, and a sheet that explains the columns."""
    try:
        import xlsxwriter
    except ModuleNotFoundError as error:
        raise LacksPackage(".xlsx", "XlsxWriter") from error
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"author": "cppcc-cases", "created": datetime(1980, 1, 1)})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    text, wrapped = (
        book.add_format({"num_format": "@"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    names = _SHEETS.in_(lang).split("|")
    fill, about, listed = map(book.add_worksheet, names)
    fill.freeze_panes(1, 0)
    fill.set_row(0, 30)
    about.set_column(0, 1, 20)
    about.set_column(2, 3, 60)
    about.write_row(0, 0, _HEAD.in_(lang).split("|"), bold)
    for at, one in enumerate(columns()):
        words = [name.in_(lang) or id_ for id_, name in one.words(registry).items()]
        fill.write_string(0, at, one.name.in_(lang), bold)
        # As text, nothing is made into a date: 15-4 stays what it is.
        fill.set_column(
            at, at, 14, None if one.id in ("value", "numerator", "denominator") else text
        )
        told = explained(one, lang, registry)
        for place, cell in enumerate(told):
            about.write_string(at + 1, place, cell, wrapped)
        if words:
            listed.write_column(0, at, words)
            name = letter(at)
            fill.data_validation(
                1,
                at,
                _ROWS,
                at,
                {
                    "validate": "list",
                    "source": f"='{names[2]}'!${name}$1:${name}${len(words)}",
                    "ignore_blank": True,
                    "show_error": False,  # several words may stand in a cell
                },
            )
    book.close()
    return out.getvalue()


def explained(one: Column, lang: Lang, registry: Registry) -> tuple[str, str, str, str]:
    """Return name, id and meaning of a column, with the words that may stand in it."""
    comma = "；" if lang is Lang.ZH else "; "
    words = (
        f"{id_}（{name.zh}）" if lang is Lang.ZH else f"{id_} ({name.en})" if name.en else id_
        for id_, name in one.words(registry).items()
    )
    more = Text(zh=f"英文写在 {one.id}_en 列。", en=f"The English stands under {one.id}_en.")
    about = one.about.in_(lang) + (f" {more.in_(lang)}" if one.worded else "")
    return one.name.in_(lang), one.id, about, comma.join(words)
