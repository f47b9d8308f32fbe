"""The command ``cases``: finding the command, and speaking of errors."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from cppcc_cases.cli.encoding import lenient
from cppcc_cases.cli.language import spoken
from cppcc_cases.cli.local import LANGS, Choice, Closed, Group, option
from cppcc_cases.errors import CasesError

_COMMANDS = {
    "list": "列出案例，可按地区、机制、阶段等筛选。"
    "|List cases, filtered by place, kind, stage and so on.",
    "show": "显示一个案例，或一个地区的全部案例。|Show a case, or all cases of a locality.",
    "compare": "并列对比两个或更多地区、案例。|Put two or more localities or cases side by side.",
    "similar": "找出与一个案例最相近的案例，并说明缘由。"
    "|Find the cases most like a case, and say in what.",
    "matrix": "各地对各阶段（或机制、指标）的一览表。"
    "|One table of all localities by stage, kind or indicator.",
    "site": "把案例做成网站，或在本机预览。"
    "|Make a website of the cases, or preview it on this machine.",
    "check": "检查数据文件，指出每一处问题。|Check data modules and point out every problem.",
    "import": "把表里的数做成数据文件，或写一张空表。"
    "|Make data modules of the figures in a table, or write an empty table.",
    "verify": "拿你手里的报道原文核对每一处依据词。"
    "|Check every anchor against your copy of an article.",
    "agreement": "看两个人各自编的同样的报道编得一不一致。"
    "|Say how far two people agree who encoded the same articles.",
    "vocab": "显示词汇表：阶段、指标、机制类别、主题。"
    "|Show a vocabulary: stages, indicators, kinds, topics.",
    "fmt": "把数据文件排成统一格式，保留注释。"
    "|Put data modules into the one canonical layout, comments kept.",
    "init": "新建一个案例集，或一个机制类别的软件包。"
    "|Begin a collection of cases, or a package with a kind of mechanism.",
    "schema": "生成数据文件或对比结果的 JSON Schema。"
    "|Write the JSON Schema of data modules, or of comparisons.",
    "codebook": "生成编码手册：每个字段、词汇、检查的定义。"
    "|Write the codebook: what each field, word and check means.",
    "cache": "看缓存在哪里、多大，或删掉它。"
    "|Say where the cache is and how large, or throw it away.",
    "plugins": "列出已装的插件，指出用不了的。"
    "|List the plugins that are installed, and those that are broken.",
}


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from cppcc_cases import __version__

        click.echo(f"cppcc-cases {__version__}")
        ctx.exit()


@click.group(
    cls=Group,
    lazy={name: (f"cppcc_cases.cli.commands.{name}", about) for name, about in _COMMANDS.items()},
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="地方政协协商实践案例库：查阅、核对、对比。|"
    "Cases of consultation by local committees of the CPPCC: read, verify, compare.",
)
@option("--lang", type=Choice(LANGS), help="输出语言。|Language.")
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="显示版本。|Show the version.",
)
def app(lang: str | None) -> None:
    """Find the command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0, 1 for problems of data, 2 for wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        lenient(stream)
    try:
        code = app.main(given, prog_name="cases", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        return _ended(2, error.format_message())
    except click.ClickException as error:
        from cppcc_cases.cli.messages import usage_error

        return _ended(2, usage_error(error, spoken(given)))
    except CasesError as error:
        from cppcc_cases.cli.messages import error_line, is_usage, lookup_error

        return _ended(2 if is_usage(error) else 1, error_line(lookup_error(error), spoken(given)))
    except (BrokenPipeError, Closed):
        return _unread(0)
    except OSError as error:
        from cppcc_cases.cli.messages import error_line, system_error

        return _unread(_ended(1, error_line(system_error(error), spoken(given))))
    except (click.Abort, KeyboardInterrupt):
        return 130


def _ended(code: int, said: str) -> int:
    """Return an exit code after saying why, if that can be said."""
    with suppress(OSError):
        click.echo(said, err=True)
    return code


def _unread(code: int) -> int:
    """Return an exit code after giving up what could not be printed."""
    with suppress(OSError, AttributeError):  # of streams that are None, or no files
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
