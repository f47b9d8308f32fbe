"""``cases show``."""

from functools import partial
from pathlib import Path

from cppcc_cases.cli.local import argument, speaking
from cppcc_cases.cli.session import Session, complete_case, reading, reporting


@speaking(
    "show", help="显示一个案例，或一个地区的全部案例。|Show a case, or all cases of a locality."
)
@argument("name", metavar="案例或地区|CASE|LOCALITY", shell_complete=complete_case)
@reporting
@reading
def command(session: Session, name: str, output: Path | None) -> None:
    """Show a case, or a locality's cases."""
    from cppcc_cases.comparison import party
    from cppcc_cases.report.page import pages
    from cppcc_cases.report.plain import plain_party

    corpus = session.corpus()
    shown = party(corpus, name)
    session.report_on(pages(shown, corpus), partial(plain_party, shown), output)
    if not shown.cases:
        session.failed = True
