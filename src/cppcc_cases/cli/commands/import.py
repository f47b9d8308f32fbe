"""``cases import``."""

from pathlib import Path

import click

from cppcc_cases.cli.local import Place, Wrong, argument, option, speaking
from cppcc_cases.cli.session import Session, reading
from cppcc_cases.text import Lang


@speaking(
    "import",
    help="把 CSV 或 Excel 表里的数做成数据文件，一篇报道一个，写到 -o 的文件夹里；表里有错，"
    "就写明在哪一行、哪一列、怎样改，什么也不写。表改了再导入一次，会说明改了什么。|"
    "Make data modules of the figures in a CSV or Excel table, one an article, in the folder that "
    "-o names. Where the table is wrong it is said in which row and column and what to do, and "
    "nothing is written. Import a table again after changing it, and it is told what changed.",
)
@argument("table", metavar="[表]|[TABLE]", required=False, type=Place())
@option(
    "-o",
    "--output",
    metavar="文件夹|DIR",
    type=Place(),
    help="写到哪个文件夹；与 --blank 一起，写到哪个文件。"
    "|The folder to write to; with --blank, the file.",
)
@option(
    "--blank",
    is_flag=True,
    help="写一张空表：.xlsx 的有各列说明和可选的词，不写 -o 则打印 CSV 的列名。"
    "|Write an empty table: as .xlsx with what columns mean and a choice of words; without -o, "
    "print the header of a CSV.",
)
@option(
    "--overwrite",
    "--force",
    "force",
    is_flag=True,
    help="文件即使有人改过，也换成表里的。|Replace files even if somebody has edited them.",
)
@reading
def command(session: Session, table: Path | None, output: Path | None, blank: bool) -> None:
    """Import a table, or write an empty one."""
    if blank:
        _blank(session, output)
        return
    if table is None:
        raise Wrong(
            "要写明导入哪个表；空表用 --blank", "name the table; --blank writes an empty one"
        )
    if output is None:
        raise Wrong(
            "要用 -o 写明数据文件写到哪个文件夹，如 -o my-cases",
            "say with -o to which folder the data modules go, as in -o my-cases",
        )
    _import(session, table, output)


def _import(session: Session, table: Path, folder: Path) -> None:
    from cppcc_cases.source.files import here
    from cppcc_cases.tables.run import import_table
    from cppcc_cases.tables.told import import_report, plain_import

    done = import_table(table, folder, session.folders, overwrite=session.force)
    session.report(done.problems)
    session.show(lambda lang: import_report(done, lang, here()), lambda: plain_import(done))


def _blank(session: Session, output: Path | None) -> None:
    from cppcc_cases.tables.blank import blank_csv, blank_xlsx

    if output is not None and output.suffix.lower() == ".xlsx":
        session.put(blank_xlsx(session.lang, session.registry()), output)
        return
    if output is not None and output.suffix.lower() != ".csv":
        raise Wrong(
            f"“{output.name}”的结尾应是 .xlsx 或 .csv", f"“{output.name}” must end in .xlsx or .csv"
        )
    session.put(blank_csv(session.lang), output)
    zh = "各列的说明和可写的词：cases import --blank -o 空表.xlsx 的第二张工作表"
    en = "what columns mean, and their words: sheet 2 of cases import --blank -o blank.xlsx"
    click.echo(zh if session.lang is Lang.ZH else en, err=True)
