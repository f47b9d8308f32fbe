"""``cases check``."""

from pathlib import Path

from cppcc_cases.cli.local import Place, argument, speaking
from cppcc_cases.cli.session import Session, reading


@speaking(
    "check",
    help="检查数据文件（不写路径则查自带的、插件的和 --cases 的），每处问题写明文件、行、列和改法。"
    "有错误时退出码为1。|"
    "Check data modules (the shipped ones, those of plugins and of --cases unless a PATH is "
    "given); every problem is shown with file, line, column and what to do. Ends with 1 if there "
    "is an error.",
)
@argument("paths", nargs=-1, metavar="[路径…]|[PATH…]", type=Place())
@reading
def command(session: Session, paths: tuple[Path, ...]) -> None:
    """Check data modules."""
    from cppcc_cases.checks.plugins import with_broken_plugins
    from cppcc_cases.checks.run import check
    from cppcc_cases.plugins.registry import Registry
    from cppcc_cases.report.plain_reports import plain_check
    from cppcc_cases.report.reports import check_report
    from cppcc_cases.source.files import here
    from cppcc_cases.store import read

    registry = Registry.installed()
    brought = tuple(map(Path, registry.collections.values()))
    folders = paths or brought
    if paths:
        from cppcc_cases.store.words import words_of

        registry, _ = words_of(brought, registry, beside=paths)
    corpus = with_broken_plugins(check(read([*folders, *session.folders], registry)))
    as_text = session.form == "text"
    session.report(corpus.problems, quiet=not as_text, err=False)
    session.show(
        lambda lang: check_report(corpus, lang, here(), listed=not as_text),
        lambda: plain_check(corpus),
    )
