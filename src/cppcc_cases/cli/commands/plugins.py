"""``cases plugins``."""

from cppcc_cases.cli.local import speaking
from cppcc_cases.cli.session import Session, reading


@speaking(
    "plugins",
    help="列出已装软件包登记的机制类别、词汇、案例集和文件格式，你装的在前，本库自己的在后；"
    "用不了的写明原因。有用不了的，退出码为1。|"
    "List the kinds, vocabulary, collections and forms that the installed packages register, "
    "those that you installed first, and say what is broken, and why. Ends with 1 if anything is.",
)
@reading
def command(session: Session) -> None:
    """List what is registered, and what of it is broken."""
    from cppcc_cases.plugins.registry import Registry
    from cppcc_cases.report.plugins import plain_plugins, plugins

    registry = Registry.installed()
    session.show(lambda lang: plugins(registry, lang), lambda: plain_plugins(registry))
    session.failed |= bool(registry.broken)
