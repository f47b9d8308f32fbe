"""``cases compare``."""

from pathlib import Path

import click

from cppcc_cases.cli.local import Argument, Command, Option, Wrong
from cppcc_cases.cli.session import Session, complete_case, reading


def _known(ctx: click.Context, param: click.Parameter, output: Path | None) -> Path | None:
    """Refuse a file whose ending names no form, before any work is done."""
    from cppcc_cases.render.form import ENDINGS, ending_of

    if output is None or ctx.resilient_parsing or ending_of(output):
        return output
    raise Wrong(
        f"“{output.name}”的结尾看不出要写成哪种格式，可用：{'、'.join(ENDINGS)}",
        f"the ending of “{output.name}” names no form; use one of: {', '.join(ENDINGS)}",
        ctx,
    )


@click.command(
    "compare",
    cls=Command,
    help="并列对比两个或更多地区（或案例编号）。"
    "地区可写 taiyuan、太原、太原市、140100、曾用名或 jiangsu/xuzhou/tongshan。|"
    "Put two or more localities (or case ids) side by side. A locality may be written taiyuan, "
    "太原, 太原市, 140100, by a former name, or as jiangsu/xuzhou/tongshan.",
)
@click.argument(
    "names",
    cls=Argument,
    nargs=-1,
    required=True,
    metavar="A B [C…]",
    shell_complete=complete_case,
)
@click.option(
    "-o",
    "--output",
    cls=Option,
    metavar="文件|FILE",
    type=click.Path(path_type=Path),
    callback=_known,
    help="写到文件里，格式看文件名结尾：.txt .md .json .html .docx .xlsx .csv。|"
    "Write to a file, in the form that its ending names: .txt .md .json .html .docx .xlsx .csv.",
)
@reading
def command(session: Session, names: tuple[str, ...], output: Path | None) -> None:
    """Compare localities or cases."""
    from cppcc_cases.comparison import compare
    from cppcc_cases.render.digest import digest
    from cppcc_cases.render.form import ending_of, in_form
    from cppcc_cases.render.plain import plain_comparison

    comparison = compare(session.corpus(), *names)
    if output and (ending := ending_of(output)):
        session.write(output, in_form(comparison, ending, session.lang))
    else:
        session.show(digest(comparison, session.lang), lambda: plain_comparison(comparison))
