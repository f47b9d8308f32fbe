"""``cases compare``."""

import click

from cppcc_cases.cli.local import Argument, Command
from cppcc_cases.cli.session import Session, complete_case, reading


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
@reading
def command(session: Session, names: tuple[str, ...]) -> None:
    """Compare localities or cases."""
    from cppcc_cases.comparison import compare
    from cppcc_cases.render.digest import digest
    from cppcc_cases.render.plain import plain_comparison

    comparison = compare(session.corpus(), *names)
    session.show(digest(comparison, session.lang), lambda: plain_comparison(comparison))
