"""Errors in the user's language: wrong usage, and what the library could not find."""

import click

from cppcc_cases.cli.local import Wrong
from cppcc_cases.errors import CasesError
from cppcc_cases.text import Lang, Text


def usage_error(error: click.ClickException, lang: Lang) -> str:
    """Return what is wrong with how a command was called, and where to look."""
    said = error.text if isinstance(error, Wrong) else _click(error)
    text = said.in_(lang)
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if lang is Lang.ZH:
        hint = f"\n用法见：{ctx.command_path} --help" if ctx else ""
        return f"错误：{text}{hint}"
    hint = f"\nFor usage see: {ctx.command_path} --help" if ctx else ""
    return f"Error: {text}{hint}"


def _click(error: click.ClickException) -> Text:
    plain = error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = "、".join(error.possibilities or ())
        hint = f"，是不是 {near}？" if near else ""
        return Text(zh=f"没有 {error.option_name} 这个选项{hint}", en=plain)
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return Text(zh=f"缺少参数 {name}", en=plain)
    if isinstance(error, click.BadParameter):
        name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
        return Text(zh=f"参数 {name} 的值不对：{error.message}", en=plain)
    if isinstance(error, click.BadOptionUsage):
        return Text(zh=f"选项 {error.option_name} 用得不对：{error.message}", en=plain)
    return Text(zh=f"用法不对：{plain}", en=plain)


def lookup_error(error: CasesError) -> Text:
    """Return what could not be found or done, and what to write instead."""
    from cppcc_cases.compare import TooFewParties
    from cppcc_cases.corpus import NoSuchCase
    from cppcc_cases.errors import Fault
    from cppcc_cases.query import UnknownGrouping, UnknownTerm
    from cppcc_cases.vocab.gazetteer import LocalityError

    if isinstance(error, LocalityError | Fault):
        return error.message
    if isinstance(error, NoSuchCase):
        near = "、".join(error.near)
        return Text(
            zh=f"没有案例“{error.case}”"
            + (f"，是不是 {near}？" if near else "；全部案例见 cases list"),
            en=f"there is no case “{error.case}”"
            + (
                f"; did you mean {near.replace('、', ', ')}?"
                if near
                else "; see cases list for all"
            ),
        )
    if isinstance(error, UnknownTerm | UnknownGrouping):
        known = error.args[-1] if isinstance(error, UnknownTerm) else ()
        return Text(
            zh=f"没有“{error.args[0]}”这一项，可选：{'、'.join(known)}",
            en=f"there is no “{error.args[0]}”; choose one of: {', '.join(known)}",
        )
    if isinstance(error, TooFewParties):
        return Text(
            zh="对比至少要有两个不同的地区或案例",
            en="a comparison needs at least two localities or cases that differ",
        )
    return Text(zh=str(error), en=str(error))
