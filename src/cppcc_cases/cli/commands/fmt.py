"""``cases fmt``."""

from pathlib import Path

import click
from click.core import ParameterSource

from cppcc_cases.cli.local import Place, Wrong, argument, option, speaking
from cppcc_cases.cli.session import Session, reading


@speaking(
    "fmt",
    help="把数据文件排成统一格式：字段按模型的顺序，缩进、引号、空行一致，注释保留，内容不变。"
    "语法有错的文件不动，只指出错在哪里。|"
    "Put data modules into the one canonical layout: fields in the model's order, indentation, "
    "quotes and blank lines alike; comments are kept and no value is changed. A file with faults "
    "of syntax is left alone, and the faults are shown.",
)
@argument("paths", nargs=-1, metavar="[路径…]|[PATH…]", type=Place())
@option(
    "--check",
    "only_check",
    is_flag=True,
    help="不改文件，只列出会改动的；有则退出码为1。"
    "|Change nothing; list the files that would change, and end with 1 if there are any.",
)
@reading
def command(session: Session, paths: tuple[Path, ...], only_check: bool) -> None:
    """Lay out data modules."""
    from cppcc_cases.plugins.registry import Registry
    from cppcc_cases.report.layout import layout_report, plain_layout
    from cppcc_cases.source.files import here
    from cppcc_cases.store.layout import lay_out

    given = _given(paths, session.folders)
    found = lay_out(given, Registry.installed(), write=not only_check)
    session.report(found.problems)
    session.show(
        lambda lang: layout_report(found, lang, here(), written=not only_check),
        lambda: plain_layout(found),
    )
    session.failed |= only_check and bool(found.changed)


def _given(paths: tuple[Path, ...], folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return what is to be laid out; folders of the environment only where nothing is named."""
    ctx = click.get_current_context()
    from_environment = ctx.get_parameter_source("folders") is ParameterSource.ENVIRONMENT
    given = paths if paths and from_environment else (*paths, *folders)
    if not given:
        raise Wrong(
            "要写明重排哪些文件或文件夹，如 cases fmt my-cases",
            "name the files or folders to be laid out, as in cases fmt my-cases",
            ctx,
        )
    return given
