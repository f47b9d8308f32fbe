"""``cases similar``."""

from functools import partial
from pathlib import Path

from cppcc_cases.cli.local import Whole, argument, option, speaking
from cppcc_cases.cli.session import Session, complete_case, reading, reporting


@speaking(
    "similar",
    help="列出与一个案例（编号，或只有一个案例的地区）最相近的案例：相似度，以及共有的阶段、机制、主题、层级、指标。|"
    "List the cases most like a case (its id, or a locality that has one case only): how alike "
    "they are, and which stages, kind, topics, level and indicators they share.",
)
@argument("name", metavar="案例或地区|CASE|LOCALITY", shell_complete=complete_case)
@option(
    "--most",
    metavar="个数|NUMBER",
    type=Whole(1),
    default=5,
    help="最多列出几个，默认5个。|How many to list at most; 5 unless given.",
)
@reporting
@reading
def command(session: Session, name: str, most: int, output: Path | None) -> None:
    """List the cases most like a case."""
    from cppcc_cases.comparison import one_case
    from cppcc_cases.comparison.likeness import nearest
    from cppcc_cases.report.likeness import likeness_report, plain_likeness

    corpus = session.corpus()
    case = one_case(corpus, name)
    found = nearest(corpus, case, most)
    report = likeness_report(case, found, corpus.registry)
    session.report_on([report], partial(plain_likeness, case, found), output)
