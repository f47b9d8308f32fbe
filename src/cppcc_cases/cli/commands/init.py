"""``cases init``."""

from pathlib import Path

from cppcc_cases.cli.local import Place, argument, option, speaking
from cppcc_cases.cli.session import Session, reading


@speaking(
    "init",
    help="在一个新的（或空的）文件夹里新建案例集，其中有一个写好注释的数据文件；"
    "写了 --kind，就新建一个机制类别的软件包，附带测试，写好名称和定义就能通过。"
    "文件夹不空则不动，退出码为1。|"
    "Begin a collection of cases in a new (or empty) folder, with a first data module that "
    "explains each field; with --kind, begin a package with a kind of mechanism and a test that "
    "passes once name and definition are written. A folder that is not empty is left alone, and "
    "the command ends with 1.",
)
@argument("folder", metavar="文件夹|DIR", type=Place())
@option(
    "--name",
    metavar="名称|NAME",
    help="名称，小写字母、数字和连字符；不写则取文件夹名（或类别名）。"
    "|Its name, in lower-case letters, digits and hyphens; that of the folder (or kind) unless "
    "given.",
)
@option(
    "--kind",
    metavar="类别|KIND",
    help="新建一个机制类别，带命名空间，如 guangdong.village_forum。"
    "|Begin a kind of mechanism, with its namespace, as in guangdong.village_forum.",
)
@reading
def command(session: Session, folder: Path, name: str | None, kind: str | None) -> None:
    """Begin a collection, or a package with a kind."""
    from cppcc_cases import scaffold
    from cppcc_cases.plugins.registry import Registry
    from cppcc_cases.report.scaffold import plain_scaffold, scaffold_report

    registry = Registry.installed()
    if kind is None:
        names = scaffold.names_of_collection(name or folder.resolve().name, registry)
        made = scaffold.collection(folder, names, registry)
    else:
        names = scaffold.names_of_kind(kind, name, registry)
        made = scaffold.kind_package(folder, names, registry)
    session.show(lambda lang: scaffold_report(made, lang), lambda: plain_scaffold(made))
