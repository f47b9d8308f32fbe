"""``cases agreement``."""

from functools import partial
from pathlib import Path

from cppcc_cases.cli.local import Place, argument, speaking
from cppcc_cases.cli.session import Session, reading, reporting


@speaking(
    "agreement",
    help="两个人各自编了同样的报道，看编得一不一致：每个字段算克里彭多夫 α，再列出不一致的地方。"
    "A、B 是两份编码的文件或文件夹，同一篇报道用同一个 article.id。|"
    "How far two people agree who encoded the same articles: Krippendorff's alpha of each field, "
    "then what is apart. A and B are the files or folders of the two; an article has the same "
    "article.id in both.",
)
@argument("one", metavar="A", type=Place())
@argument("other", metavar="B", type=Place())
@reporting
@reading
def command(session: Session, one: Path, other: Path, output: Path | None) -> None:
    """Hold two codings against each other."""
    from cppcc_cases.checks.coding import coding
    from cppcc_cases.report.coding import coding_report, plain_coding
    from cppcc_cases.store import read

    registry = session.registry()
    sides = [read([path], registry) for path in (one, other)]
    for side in sides:
        session.report(side.problems)
    if session.failed:
        return
    found = coding(*sides)
    report = coding_report(found, registry)
    session.report_on([report], partial(plain_coding, found), output)
