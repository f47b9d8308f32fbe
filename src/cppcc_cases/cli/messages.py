"""Errors in the user's language: wrong usage, and what the library could not find."""

import click

from cppcc_cases.cli.local import Wrong
from cppcc_cases.errors import CasesError, Fault
from cppcc_cases.escape import visible
from cppcc_cases.source.files import here
from cppcc_cases.text import Lang, Text


def usage_error(error: click.ClickException, lang: Lang) -> str:
    """Return what is wrong with how a command was called, and where to look."""
    text = error_line(error.text if isinstance(error, Wrong) else _click(error), lang)
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None:
        return text
    hint = "用法见：" if lang is Lang.ZH else "For usage see: "
    return f"{text}\n{hint}{ctx.command_path} --help"


def error_line(text: Text, lang: Lang) -> str:
    """Return an error in one language, on one line and free of control characters."""
    return ("错误：" if lang is Lang.ZH else "Error: ") + visible(text.in_(lang))


def _click(error: click.ClickException) -> Text:
    """Return what click says, in words of our own: its own differ from version to version."""
    plain = error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities or ()
        return Text(
            zh=f"没有 {error.option_name} 这个选项"
            + (f"，是不是 {'、'.join(near)}？" if near else ""),
            en=f"there is no option {error.option_name}"
            + (f"; did you mean {', '.join(near)}?" if near else ""),
        )
    if isinstance(error, click.MissingParameter) and error.param and error.ctx:
        if isinstance(error.param, click.Option):
            name = error.param.opts[0]
            return Text(zh=f"缺少选项 {name}", en=f"the option {name} is missing")
        name = error.param.make_metavar(error.ctx)
        return Text(zh=f"缺少参数 {name}", en=f"the argument {name} is missing")
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        if "requires" in plain:
            return Text(zh=f"选项 {name} 后面要写值", en=f"the option {name} needs a value")
        return Text(zh=f"选项 {name} 不带值", en=f"the option {name} takes no value")
    _, extra, more = plain.partition("unexpected extra argument")
    if extra:
        these = more.partition("(")[2].rstrip(")")
        return Text(zh=f"多出了参数：{these}", en=f"more arguments than wanted: {these}")
    return Text(zh=f"用法不对：{plain}", en=plain)


def system_error(error: OSError) -> Text:
    """Return what the system refuses: mostly to take the output, as where the disk is full."""
    if isinstance(error, FileNotFoundError) and not here().is_absolute():
        en = "the folder in which you are is gone; change to another"
        return Text(zh="当前所在的文件夹已经不存在，请换到别的文件夹再试", en=en)
    said = error.strerror or str(error)
    said = f"{error.filename}: {said}" if error.filename else said
    return Text(zh=f"输出没有写完：{said}", en=f"the output could not be finished: {said}")


def is_usage(error: CasesError) -> bool:
    """Tell whether an error is one of how a command was called, not of what it looked for."""
    from cppcc_cases.comparison import TooFewParties, TooManyParties
    from cppcc_cases.query import UnknownTerm

    return isinstance(error, TooFewParties | TooManyParties | UnknownTerm | Fault)


def lookup_error(error: CasesError) -> Text:
    """Return what could not be found or done, and what to write instead."""
    from cppcc_cases.comparison import TooFewParties, TooManyParties
    from cppcc_cases.store import NoSuchCase

    said = getattr(error, "message", None)
    if isinstance(said, Text):
        return said
    if isinstance(error, NoSuchCase):
        return _no_case(error.case, error.near)
    if isinstance(error, TooFewParties):
        return _too_few(error.names, error.same)
    if isinstance(error, TooManyParties):
        return _too_many(error.count)
    return Text(zh=str(error), en=str(error))


def _no_case(id_: str, near: tuple[str, ...]) -> Text:
    zh = f"是不是 {'、'.join(near)}？" if near else "全部案例见 cases list"
    en = f"did you mean {', '.join(near)}?" if near else "see cases list for all"
    return Text(zh=f"没有案例“{id_}”，{zh}", en=f"there is no case “{id_}”; {en}")


def _too_few(names: tuple[Text, ...], same: tuple[str, ...]) -> Text:
    if same:
        twice = tuple(dict.fromkeys(same))
        return Text(
            zh=f"同一个地区或案例给了不止一次：{'、'.join(twice)}",
            en=f"one and the same locality or case was given more than once: {', '.join(twice)}",
        )
    zh = f"这里只有{'、'.join(one.zh for one in names)}" if names else "这里一个也没有"
    en = f"there is only {', '.join(one.en for one in names)}" if names else "there is none"
    return Text(
        zh=f"对比至少要有两个地区或案例，{zh}",
        en=f"a comparison needs at least two localities or cases, and {en}",
    )


def _too_many(count: int) -> Text:
    from cppcc_cases.comparison import MOST

    return Text(
        zh=f"一次最多对比{MOST}方，这里有{count}方；请少选几个，或用 cases matrix 看一览表",
        en=f"at most {MOST} sides can be compared at once, and these are {count}; choose fewer, "
        "or see them all in cases matrix",
    )
