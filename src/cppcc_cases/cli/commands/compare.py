"""``cases compare``."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cppcc_cases.cli.filters import filtering
from cppcc_cases.cli.local import Wrong, argument, speaking
from cppcc_cases.cli.session import Session, complete_case, reading, reporting

if TYPE_CHECKING:
    from cppcc_cases.codec import Plain
    from cppcc_cases.comparison import Comparison
    from cppcc_cases.report.values import Report


@speaking(
    "compare",
    help="并列对比2至8个地区（或案例编号），也可以不写地区，"
    "用 --kind、--province 等条件选出案例来对比。"
    "地区可写 taiyuan、太原、太原市、140100、曾用名或 jiangsu/xuzhou/tongshan。|"
    "Put two to eight localities (or case ids) side by side, or, in place of names, the cases that "
    "--kind, --province and the like choose. A locality may be written taiyuan, 太原, 太原市, "
    "140100, by a former name, or as jiangsu/xuzhou/tongshan.",
)
@argument("names", nargs=-1, metavar="[A B…]", shell_complete=complete_case)
@reporting
@filtering
@reading
def command(
    session: Session, names: tuple[str, ...], output: Path | None, **filters: str | None
) -> None:
    """Compare localities or cases."""
    comparison = _comparison(session, names, filters)
    from cppcc_cases.report.compared import compared

    report = compared(comparison)
    session.report_on([report], partial(_plain, report), output)


def _plain(report: "Report") -> "Plain":
    from cppcc_cases.report.plain import plain_report

    return plain_report(report)


def _comparison(
    session: Session, names: tuple[str, ...], filters: dict[str, str | None]
) -> "Comparison":
    """Return the comparison of the parties named, or of the cases chosen."""
    from cppcc_cases.comparison import compare, compare_cases

    asked = [name for name, value in filters.items() if value is not None]
    if names and asked:
        raise Wrong(
            f"地区（或案例）和条件只能用一样：去掉 {'、'.join(names)}，或去掉 --{asked[0]}",
            f"name localities (or cases), or choose cases, not both: leave out "
            f"{', '.join(names)} or --{asked[0]}",
        )
    corpus = session.corpus()
    if not asked:
        return compare(corpus, *names)
    return compare_cases(corpus, session.select(corpus, filters))
