"""``cases site``: the commands of the static site."""

import click

from cppcc_cases.cli.local import Group

_COMMANDS = {
    "build": "生成网站。|Build the site.",
    "serve": "在本机预览，数据一改就重新生成。"
    "|Preview the site on this machine, built anew when the data changes.",
}


@click.group(
    "site",
    cls=Group,
    lazy={name: (f"{__name__}.{name}", about) for name, about in _COMMANDS.items()},
    help="把案例做成网站：中英文都有，放在任何服务器上或 U 盘里都能用。|"
    "Make a website of the cases, in Chinese and English, for any server or a memory stick.",
)
def command() -> None:
    """Find the command."""
