"""``cases matrix``."""

from functools import partial
from pathlib import Path

from attrs import evolve

from cppcc_cases.cli.filters import OF_FIGURES, filtering
from cppcc_cases.cli.local import Choice, option, speaking
from cppcc_cases.cli.session import Session, limiting, reading, reporting
from cppcc_cases.facets import COLUMNS, FACETS


@speaking(
    "matrix",
    help="一地一行，列出写到的各阶段、机制类别或数字；可像 cases list 那样筛选。|"
    "One line a locality: the stages told of, the kinds of mechanism or the figures. "
    "Takes the filters of cases list.",
)
@option(
    "--by",
    type=Choice({id_: FACETS[id_].name.zh for id_ in COLUMNS}),
    default=COLUMNS[0],
    help="列出什么：stage（阶段）、kind（机制类别）或 indicator（指标）。"
    "|What the columns are: stage, kind or indicator.",
)
@limiting
@reporting
@filtering
@reading
def command(
    session: Session, by: str, output: Path | None, limit: int | None, **filters: str | None
) -> None:
    """Show localities by stages, kinds or indicators."""
    from cppcc_cases.comparison.matrix import matrix
    from cppcc_cases.query.only import Only
    from cppcc_cases.report.matrix import matrix_report, plain_matrix

    corpus = session.corpus()
    only = Only.of(corpus.registry, **{name: filters[name] for name in OF_FIGURES})
    found = matrix(corpus, session.select(corpus, filters), by, only)
    shown = session.shown(len(found.rows), limit, output)
    report = matrix_report(found, corpus.registry, shown)
    found = evolve(found, rows=found.rows[:shown])
    session.report_on([report], partial(plain_matrix, found), output)
