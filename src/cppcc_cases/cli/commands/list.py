"""``cases list``."""

from functools import partial
from pathlib import Path

from cppcc_cases.cli.filters import filtering
from cppcc_cases.cli.local import speaking
from cppcc_cases.cli.session import Session, limiting, reading, reporting


@speaking(
    "list", help="列出案例；几个条件同时给出时须都符合。|List cases; several filters must all hold."
)
@limiting
@reporting
@filtering
@reading
def command(
    session: Session, output: Path | None, limit: int | None, **filters: str | None
) -> None:
    """List the cases that pass every filter."""
    from cppcc_cases.query import select
    from cppcc_cases.query.filters import stages_in_state
    from cppcc_cases.report.listing import listing
    from cppcc_cases.report.plain import plain_listing

    corpus = session.corpus()
    cases = session.select(corpus, filters)
    stage, state = filters["stage"], filters["state"]
    asked = stage is not None or state is not None
    told = stages_in_state(corpus.registry, stage, state) if asked else None
    passed_over = stage is not None and state is None
    other = select(corpus, **{**filters, "state": "provided_for"}) if passed_over else ()
    shown = session.shown(len(cases), limit, output)
    report = listing(cases[:shown], corpus, told, len(other), len(cases) - shown)
    session.report_on([report], partial(plain_listing, cases[:shown]), output)
