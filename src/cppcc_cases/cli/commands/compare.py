"""``cases compare``."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cppcc_cases.cli.filters import OF_FIGURES, filtering
from cppcc_cases.cli.local import Wrong, argument, speaking
from cppcc_cases.cli.session import Session, complete_case, reading, reporting

if TYPE_CHECKING:
    from cppcc_cases.codec import Plain
    from cppcc_cases.comparison import Comparison
    from cppcc_cases.comparison.groups import FigureGroups
    from cppcc_cases.report.values import Report


@speaking(
    "compare",
    help="并列对比2至8个地区（或案例编号），也可以不写地区，"
    "用 --kind、--province 等条件选出案例来对比。"
    "只写一个地区并写 --indicator，就列出这个指标的历年数字；不写地区、写 --indicator，"
    "超过8个地区的分组列出。"
    "地区可写 taiyuan、太原、太原市、140100、曾用名或 jiangsu/xuzhou/tongshan。|"
    "Put two to eight localities (or case ids) side by side, or, in place of names, the cases that "
    "--kind, --province and the like choose. With --indicator, one locality alone shows its "
    "figures over the years, and more than eight of those chosen are shown in groups. "
    "A locality may be written taiyuan, 太原, 太原市, "
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
    if len(names) == 1 and filters["indicator"] is not None:
        _trend(session, names[0], output, filters)
        return
    found = _found(session, names, filters)
    from cppcc_cases.comparison import Comparison

    if isinstance(found, Comparison):
        from cppcc_cases.report.compared import compared

        report = compared(found)
    else:
        from cppcc_cases.report.groups import groups_report

        report = groups_report(found)
    session.report_on([report], partial(_plain, report), output)


def _trend(
    session: Session, name: str, output: Path | None, filters: dict[str, str | None]
) -> None:
    """Show an indicator of one party over the years."""
    from cppcc_cases.comparison.trend import trend
    from cppcc_cases.query.only import Only
    from cppcc_cases.report.trend import trend_report

    corpus = session.corpus()
    only = Only.of(corpus.registry, **{each: filters[each] for each in OF_FIGURES})
    report = trend_report(trend(corpus, name, only))
    session.report_on([report], partial(_plain, report), output)


def _plain(report: "Report") -> "Plain":
    from cppcc_cases.report.plain import plain_report

    return plain_report(report)


def _found(
    session: Session, names: tuple[str, ...], filters: dict[str, str | None]
) -> "Comparison | FigureGroups":
    """Return the comparison of the parties named, or of the cases chosen.

    More places than can be put side by side are groups, if it is asked for one indicator.
    """
    from cppcc_cases.comparison import MOST, compare, compare_cases, parties_of
    from cppcc_cases.query.only import Only

    asked = [name for name, value in filters.items() if value is not None]
    if names:
        asked = [name for name in asked if name not in OF_FIGURES]
    if names and asked:
        raise Wrong(
            f"地区（或案例）和条件只能用一样：去掉 {'、'.join(names)}，或去掉 --{asked[0]}",
            f"name localities (or cases), or choose cases, not both: leave out "
            f"{', '.join(names)} or --{asked[0]}",
        )
    corpus = session.corpus()
    only = Only.of(corpus.registry, **{name: filters[name] for name in OF_FIGURES})
    if not asked:
        return compare(corpus, *names, only=only)
    cases = session.select(corpus, filters)
    if only.indicator and len(parties_of(corpus, cases)) > MOST:
        from cppcc_cases.comparison.groups import figure_groups

        return figure_groups(corpus, cases, only)
    return compare_cases(corpus, cases, only)
