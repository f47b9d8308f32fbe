"""Commands, options and errors that speak the user's language."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cppcc_cases.cli.language import spoken
from cppcc_cases.text import Lang, Text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

LANGS = {"zh": "中文", "en": "英文", "both": "先中文后英文"}
"""What ``--lang`` takes, with what it is in Chinese."""
_LANG = "cppcc_cases.lang"
_PIECES = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]…"}
_HELP = Text(zh="显示这份说明。", en="Show this help.")


def lang_of(ctx: click.Context) -> Lang:
    """Return the language in which to speak to the user."""
    found: Lang = ctx.meta.get(_LANG) or spoken(())
    return found


class Wrong(click.UsageError):
    """Wrong usage, in both languages."""

    def __init__(self, zh: str, en: str, ctx: click.Context | None = None) -> None:
        super().__init__(en, ctx)
        self.text = Text(zh=zh, en=en)


class Closed(Exception):
    """Whoever read the output has stopped reading, as ``head`` does."""


class Choice(click.Choice[str]):
    """A choice among words, each with its Chinese name, that refuses others in both languages."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        super().__init__(tuple(labels))
        self.labels = labels

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, if it is one of those that may be chosen."""
        if value in self.choices:
            return value
        place = param.opts[0] if isinstance(param, click.Option) else ""
        if not place and ctx:
            place = ctx.command_path
        from cppcc_cases.hints import hint, no_such

        labels = {word: Text(zh=zh, en=word) for word, zh in self.labels.items()}
        text = no_such(place, value, hint(value, labels))
        raise Wrong(text.zh, text.en, ctx)


class Place(click.Path):
    """A file or folder. An empty name, as an unset variable gives, is not the present folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, if there is one."""
        if os.fspath(value):
            return Path(value)
        zh = "文件或文件夹的名称是空的；指当前文件夹请写一个点（.）"
        en = "the name of a file or folder is empty; for the present folder write a dot (.)"
        raise Wrong(zh, en, ctx)

    def split_envvar_value(self, rv: str) -> list[str]:
        """Return the paths in a variable of the environment, but for empty ones between colons."""
        return [os.path.expanduser(one) for one in super().split_envvar_value(rv) if one]


class Whole(click.IntRange):
    """A whole number, of a least and perhaps a greatest, that refuses others in both languages."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, if it is one."""
        told = str(value)
        digits = told.lstrip("0")[:20] or "0"  # more would only be slow to read
        number = int(digits) if told.isascii() and told.isdecimal() else -1
        if number >= (self.min or 0) and (self.max is None or number <= self.max):
            return number
        place = param.opts[0] if param else ""
        zh = f"从{self.min}起" if self.max is None else f"{self.min}到{self.max}"
        en = f"from {self.min}" if self.max is None else f"from {self.min} to {self.max}"
        zh, en = f"要写{zh}的整数，不能是“{told}”", f"takes a whole number {en}, not “{told}”"
        raise Wrong(f"{place} 后面{zh}", f"{place} {en}", ctx)


class Argument(click.Argument):
    """An argument with a name in both languages; Chinese and English are parted by a bar."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the argument's name in the user's language."""
        if isinstance(self.type, click.Choice) and not self.metavar:
            return f"[{'|'.join(self.type.choices)}]"
        return _said(self.metavar or "", lang_of(ctx))


class Option(click.Option):
    """An option whose help and value are named in both languages, parted by a bar."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the name of the option's value in the user's language."""
        return _said(self.metavar, lang_of(ctx)) if self.metavar else super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option's line of help in the user's language."""
        record = super().get_help_record(ctx)
        return (record[0], _said(self.help or "", lang_of(ctx))) if record else None


def _said(both: str, lang: Lang) -> str:
    zh, bar, en = both.partition("|")
    return (en if bar and lang is Lang.EN else zh).strip()


class _Speaking(click.Command):
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--lang" in " ".join(args) or _LANG not in ctx.meta:
            ctx.meta[_LANG] = spoken(args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        if lang_of(ctx) is Lang.ZH:
            pieces = [_PIECES.get(piece, piece) for piece in pieces]
        prefix = "用法：" if lang_of(ctx) is Lang.ZH else "Usage: "
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from cppcc_cases.width import wrap

        for paragraph in _said(self.help or "", lang_of(ctx)).split("\n\n"):
            formatter.write("\n")
            for line in wrap(" ".join(paragraph.split()), formatter.width - 2):
                formatter.write(f"  {line}\n")

    def get_short_help_str(self, limit: int = 45) -> str:
        return (self.help or "").strip()

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        items = super().shell_complete(ctx, incomplete)
        for item in items:
            item.help = _said(item.help or "", lang_of(ctx))
        return items

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = _HELP.in_(lang_of(ctx))
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [row for option in options if (row := option.get_help_record(ctx))]
        self._section(ctx, formatter, "选项", "Options", rows)

    def _section(
        self,
        ctx: click.Context,
        formatter: click.HelpFormatter,
        zh: str,
        en: str,
        rows: Sequence[tuple[str, str]],
    ) -> None:
        from cppcc_cases.width import pad, width, wrap

        name = max(width(first) for first, _ in rows)
        formatter.write(f"\n{zh}：\n" if lang_of(ctx) is Lang.ZH else f"\n{en}:\n")
        for first, second in rows:
            lines = wrap(second, max(formatter.width - name - 4, 20))
            for index, line in enumerate(lines):
                formatter.write(f"  {pad(first if index == 0 else '', name)}  {line}\n")


class Command(_Speaking):
    """A command whose help stands in both languages, Chinese and English parted by a bar."""


@contextmanager
def _heard() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise Closed from None


class Group(_Speaking, click.Group):
    """A group of such commands, each imported when it is called."""

    def __init__(self, *args: Any, lazy: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def make_context(self, *given: Any, **extra: Any) -> click.Context:
        """Read the command line. Raises :class:`Closed` if nobody reads what it prints."""
        with _heard():
            return super().make_context(*given, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. Raises :class:`Closed` if nobody reads what it prints."""
        try:
            with _heard():
                return super().invoke(ctx)
        except SystemExit as error:  # no command of ours ends so: it would pass for success
            raise RuntimeError("foreign code ended the command") from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order in which they are of use."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        if name not in self.lazy:
            return None
        from importlib import import_module

        command: click.Command = import_module(self.lazy[name][0]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names, or say which there are."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            from cppcc_cases.hints import hint

            said = hint(args[0], dict.fromkeys(self.lazy))
            raise Wrong(
                f"没有“{args[0]}”这个命令，{said.zh}",
                f"there is no command “{args[0]}”; {said.en}",
                ctx,
            )
        return args[0] if command else None, command, args[1:]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write options and commands, in the user's language."""
        rows = [(name, _said(help_, lang_of(ctx))) for name, (_, help_) in self.lazy.items()]
        self._section(ctx, formatter, "命令", "Commands", rows)
        super().format_options(ctx, formatter)


speaking = partial(click.command, cls=Command)
argument = partial(click.argument, cls=Argument)
option = partial(click.option, cls=Option)
"""Decorators that make a command, and what it takes, speak the user's language."""
