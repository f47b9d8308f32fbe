"""``cases codebook``."""

from pathlib import Path

from cppcc_cases.cli.local import speaking
from cppcc_cases.cli.session import Session, describing, reading


@speaking(
    "codebook",
    help="生成编码手册：每个字段、词汇、检查的定义；已装软件包的在内。"
    "文本用一种语言，Markdown 和 JSON 中英文都有。|"
    "Write the codebook: what each field, word and check means, those of installed packages "
    "too. Text is in one language, Markdown and JSON are in both.",
)
@describing
@reading
def command(session: Session, output: Path | None, shipped: bool) -> None:
    """Write the codebook."""
    from cppcc_cases.plugins.registry import built_in
    from cppcc_cases.report.codebook import BOTH, codebook_document, plain_codebook
    from cppcc_cases.report.codebook_entries import codebook

    registry = session.registry()
    book = codebook(built_in(registry) if shipped else registry)
    if session.form == "markdown":
        session.langs = session.langs[:1]  # for each of its tables holds both
    session.show(
        lambda lang: codebook_document(book, BOTH if session.form == "markdown" else (lang,)),
        lambda: plain_codebook(book),
        output,
    )
