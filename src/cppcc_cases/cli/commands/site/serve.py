"""``cases site serve``."""

import signal
import tempfile
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import click

from cppcc_cases.cli.commands.site.making import Maker, configured
from cppcc_cases.cli.local import Whole, option, speaking
from cppcc_cases.cli.messages import lookup_error
from cppcc_cases.cli.session import Session, reading
from cppcc_cases.errors import CasesError
from cppcc_cases.source.beside import CODES, close, workroom
from cppcc_cases.text import Text, plural

INTERVAL = 0.5


@speaking(
    "serve",
    help="在本机预览网站，只有这台机器看得到；数据文件、配置或“关于”页一改，就重新生成，"
    "刷新网页就能看到。改错了，照旧显示上一次的，问题显示在终端里。按 Ctrl-C 结束。|"
    "Preview the site on this machine, for nobody else. It is built anew when a data module, the "
    "configuration or the words about it change; load the page again to see it. After a fault the "
    "last site is still shown, and the terminal tells the problem. Ctrl-C ends it.",
)
@option(
    "--port",
    metavar="端口|PORT",
    type=Whole(0, 65535),
    default=8000,
    help="从哪个端口找起，占用了就用下一个；0表示随便哪个。不写是8000。|"
    "The port, or the next one that is free; 0 is any. 8000 unless given.",
)
@configured
@reading
def command(session: Session, port: int, config: Path | None) -> None:
    """Preview the site."""
    maker = Maker(session, config)
    if not maker.ready():
        return
    try:
        with ExitStack() as open_now:
            CODES[signal.SIGINT] = 0  # to be ended so is how a preview ends
            home = workroom(Path(tempfile.gettempdir()))
            open_now.callback(close, home)
            _preview(maker, home, port, open_now)
    except KeyboardInterrupt:
        session.failed = False


def _preview(maker: Maker, home: Path, port: int, open_now: ExitStack) -> None:
    """Serve the site, and look at what it is made from every now and then, until interrupted."""
    from cppcc_cases.site.report import plain_preview, preview_report
    from cppcc_cases.site.serve import Preview, serving

    preview = Preview(make=partial(_made, maker), places=maker.places, home=home)
    preview.renew()
    try:
        address = open_now.enter_context(serving(preview, port))
    except OSError as error:
        said = error.strerror or str(error)
        maker.refuse(
            Text(
                zh=f"从端口 {port} 起都用不了（{said}），请用 --port 换一个",
                en=f"no port from {port} on can be used ({said}); give another with --port",
            )
        )
        return
    maker.session.show(lambda lang: preview_report(address, lang), lambda: plain_preview(address))
    while True:
        time.sleep(INTERVAL)
        preview.renew()


def _made(maker: Maker, folder: Path) -> bool:
    """Build the site, and say how that went: whatever goes wrong, the preview goes on."""
    try:
        written = maker.make(folder)
    except CasesError as error:
        maker.refuse(lookup_error(error))
        return False
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        maker.refuse(Text(zh=said, en=said))
        return False
    if written:
        zh, en = f"生成了{written.pages}个网页", plural(written.pages, "page") + " built"
        click.echo(Text(zh=zh, en=en).in_(maker.session.lang), err=True)
    return written is not None
