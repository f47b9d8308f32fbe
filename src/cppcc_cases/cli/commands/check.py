"""``cases check``."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from cppcc_cases.cli.local import Place, argument, option, speaking
from cppcc_cases.cli.session import Session, reading

if TYPE_CHECKING:
    from cppcc_cases.codec import Plain
    from cppcc_cases.comparison.coverage import Coverage
    from cppcc_cases.report.document import Document
    from cppcc_cases.store import Corpus
    from cppcc_cases.text import Lang


@speaking(
    "check",
    help="检查数据文件（不写路径则查自带的、插件的和 --cases 的），每处问题写明文件、行、列和改法。"
    "有错误时退出码为1。|"
    "Check data modules (the shipped ones, those of plugins and of --cases unless a PATH is "
    "given); every problem is shown with file, line, column and what to do. Ends with 1 if there "
    "is an error.",
)
@argument("paths", nargs=-1, metavar="[路径…]|[PATH…]", type=Place())
@option(
    "--coverage",
    "covered",
    is_flag=True,
    help="再列出覆盖面：地区、年份、指标、同级同年的组，有多少对地区可比。|Tell as well what is "
    "covered: places, years, indicators, cohorts, and how many pairs of places are comparable.",
)
@reading
def command(session: Session, paths: tuple[Path, ...], covered: bool) -> None:
    """Check data modules."""
    from cppcc_cases.checks.plugins import with_broken_plugins
    from cppcc_cases.checks.run import check
    from cppcc_cases.plugins.registry import Registry
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
    cover = _coverage(corpus) if covered else None
    session.show(
        partial(_document, corpus, cover, here(), not as_text), partial(_plain, corpus, cover)
    )


def _coverage(corpus: "Corpus") -> "Coverage":
    from cppcc_cases.comparison.coverage import coverage

    return coverage(corpus)


def _document(
    corpus: "Corpus", cover: "Coverage | None", here: Path, listed: bool, lang: "Lang"
) -> "Document":
    from cppcc_cases.report.reports import check_report

    found = check_report(corpus, lang, here, listed=listed)
    if cover is None:
        return found
    from cppcc_cases.report.coverage import coverage_report
    from cppcc_cases.report.said import said

    return evolve(found, blocks=found.blocks + said(coverage_report(cover, corpus), lang).blocks)


def _plain(corpus: "Corpus", cover: "Coverage | None") -> "Plain":
    from cppcc_cases.report.plain_reports import plain_check

    found = plain_check(corpus)
    if cover is None:
        return found
    from cppcc_cases.report.coverage import plain_coverage

    return {**found, "coverage": plain_coverage(cover)}
