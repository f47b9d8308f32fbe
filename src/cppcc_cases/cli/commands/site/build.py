"""``cases site build``."""

from pathlib import Path

from cppcc_cases.cli.commands.site.making import Maker, configured
from cppcc_cases.cli.local import Place, option, speaking
from cppcc_cases.cli.session import Session, reading


@speaking(
    "build",
    help="生成网站，放进一个文件夹：先写在旁边，写全了才换上；数据或配置有错误，就什么也不写，"
    "原来的网站照旧，退出码为1。文件夹里有别的东西，则不动。|"
    "Build the site into a folder. It is written beside it, and takes its place only when whole: "
    "where the data or the configuration has errors nothing is written, the old site stays, and "
    "the command ends with 1. A folder that holds anything else is left alone.",
)
@option(
    "-o",
    "--output",
    "folder",
    metavar="文件夹|DIR",
    required=True,
    type=Place(),
    help="放网站的文件夹；里面原来的网站会整个换掉。"
    "|The folder for the site; a site that is in it is replaced as a whole.",
)
@configured
@reading
def command(session: Session, folder: Path, config: Path | None) -> None:
    """Build the site."""
    maker = Maker(session, config)
    if not maker.ready():
        return
    written = maker.make(folder)
    if written:
        from cppcc_cases.site.report import built_report, plain_built

        session.show(
            lambda lang: built_report(written, folder, lang), lambda: plain_built(written, folder)
        )
