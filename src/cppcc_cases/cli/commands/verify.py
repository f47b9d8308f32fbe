"""``cases verify``."""

from pathlib import Path

from cppcc_cases.cli.local import Place, option, speaking
from cppcc_cases.cli.session import Session, reading


@speaking(
    "verify",
    help="拿你手里的报道原文（UTF-8 文本）核对依据词：哪些找到了，哪些换了段落，哪些找不到。"
    "有找不到的，退出码为1。|"
    "Check every anchor against your own copy of the article (UTF-8 text): which are found, which "
    "stand in another paragraph, which are missing. Ends with 1 if any is missing.",
)
@option(
    "--source",
    "sources",
    metavar="文件|FILE",
    multiple=True,
    required=True,
    type=Place(),
    help="报道原文，可重复使用。|Your copy of the text; may be repeated.",
)
@option("--article", metavar="编号|ID", help="只核对这一篇报道。|Check this article only.")
@reading
def command(session: Session, sources: tuple[Path, ...], article: str | None) -> None:
    """Check anchors against a source."""
    from cppcc_cases.checks.verify import Found, verify_files
    from cppcc_cases.report.plain_reports import plain_verification
    from cppcc_cases.report.reports import verify_report
    from cppcc_cases.source.files import here

    corpus = session.corpus()
    result = verify_files(corpus, sources, article)
    session.report(result.problems)
    if len(result.problems) == len(sources):
        return
    session.show(
        lambda lang: verify_report(result, lang, here()), lambda: plain_verification(result)
    )
    session.failed |= bool(result.count(Found.MISSING)) or not result.anchors
