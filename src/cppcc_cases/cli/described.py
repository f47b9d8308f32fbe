"""The commands as values, for those who show them elsewhere than in a terminal."""

from collections.abc import Iterator

import click

from cppcc_cases.cli.local import Group
from cppcc_cases.site.commands import CommandHelp, OptionHelp
from cppcc_cases.text import Lang, Text


def described(command: click.Command | None = None) -> tuple[CommandHelp, ...]:
    """Return what a command (``cases`` unless it is given) and all below it say of themselves."""
    if command is None:
        from cppcc_cases.cli.app import app

        command = app
    name = "cases"
    zh, en = (
        # So that help is in this language, whatever the surroundings speak.
        command.make_context(name, ["--lang", lang.value], resilient_parsing=True)
        for lang in (Lang.ZH, Lang.EN)
    )
    return tuple(_described(zh, en, None))


def _described(zh: click.Context, en: click.Context, short: Text | None) -> Iterator[CommandHelp]:
    """Yield a command, which the contexts are of, and all below it."""
    command = zh.command
    about = _both(command.help or "")
    yield CommandHelp(
        name=zh.command_path,
        short=short or about,
        about=about,
        usage=Text(zh=_usage(zh), en=_usage(en)),
        options=tuple(_options(zh, en)),
    )
    if isinstance(command, click.Group):
        for name in command.list_commands(zh):
            below = command.get_command(zh, name)
            if below is not None and not below.hidden:
                told = command.lazy[name][1] if isinstance(command, Group) else below.help
                inside = [click.Context(below, info_name=name, parent=one) for one in (zh, en)]
                yield from _described(inside[0], inside[1], _both(told or ""))


def _usage(ctx: click.Context) -> str:
    """Return how a command is called, without the word that says so."""
    formatter = ctx.make_formatter()
    # One line, which those who show it may break.
    formatter.width = 1000
    ctx.command.format_usage(ctx, formatter)
    told = formatter.getvalue()
    return told[told.index(ctx.command_path) :].strip()


def _options(zh: click.Context, en: click.Context) -> Iterator[OptionHelp]:
    """Yield the options of a command in the order of its help; its usage tells of arguments."""
    # The option for help itself says what it is for in the language in which it was last asked.
    records = [
        [
            one.get_help_record(ctx)
            for one in ctx.command.get_params(ctx)
            if isinstance(one, click.Option)
        ]
        for ctx in (zh, en)
    ]
    for first, second in zip(*records, strict=True):
        if first and second:
            yield OptionHelp(
                name=Text(zh=first[0], en=second[0]), about=Text(zh=first[1], en=second[1])
            )


def _both(told: str) -> Text:
    """Return help that stands in both languages, parted by a bar."""
    zh, bar, en = told.partition("|")
    return Text(zh=_tidy(zh), en=_tidy(en if bar else zh))


def _tidy(told: str) -> str:
    return "\n\n".join(" ".join(one.split()) for one in told.split("\n\n") if one.strip())
