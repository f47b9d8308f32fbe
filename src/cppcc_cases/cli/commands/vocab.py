"""``cases vocab``."""

import click

from cppcc_cases.cli.local import Argument, Choice, Command
from cppcc_cases.cli.session import Session, reading

_NAMES = ("stages", "indicators", "kinds", "topics")


@click.command(
    "vocab",
    cls=Command,
    help="显示词汇表；不写名称则全部显示。|Show a vocabulary, or all of them.",
)
@click.argument("name", cls=Argument, required=False, type=Choice(_NAMES))
@reading
def command(session: Session, name: str | None) -> None:
    """Show the vocabularies."""
    from cppcc_cases.plugins.registry import Registry
    from cppcc_cases.report.plain import plain_vocabulary
    from cppcc_cases.report.vocabulary import vocabulary

    names = (name,) if name else _NAMES
    registry = Registry.installed()
    session.show(
        lambda lang: vocabulary(names, registry, lang), lambda: plain_vocabulary(names, registry)
    )
