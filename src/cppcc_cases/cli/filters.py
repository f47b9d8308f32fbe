"""The options by which commands choose among cases."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from cppcc_cases.cli.local import Option
from cppcc_cases.cli.session import complete_filter

_F = TypeVar("_F", bound=Callable[..., Any])

_FILTERS = {
    "locality": "地区|只看一个地区。|One locality only.",
    "province": "省份|只看一个省份及其下辖地区。|One province and all within it.",
    "level": "层级|只看一个层级：province（省级）、prefecture（地级）、county（县级）。"
    "|One level: province, prefecture, county.",
    "kind": "机制|只看一类机制，见 cases vocab kinds。"
    "|One kind of mechanism; see cases vocab kinds.",
    "stage": "阶段|只看某一阶段已实行的，见 cases vocab stages；别的状态另写 --state。"
    "|Those that practise a stage; see cases vocab stages. For other states add --state.",
    "state": "状态|阶段的状态，写名称或编号，如“有规定或在探索”；不写就是“已实行”。"
    "|State of the stage: practised (unless given), provided_for, stated_absent, not_reported.",
    "topic": "主题|只看一个主题，见 cases vocab topics。|One topic; see cases vocab topics.",
    "indicator": "指标|只看有某一指标的，见 cases vocab indicators。"
    "|Those with a figure; see cases vocab indicators.",
    "outcome": "成效|只看有某类成效的，如 rule_adopted（制度出台）。"
    "|Those with an outcome, such as rule_adopted.",
    "status": "进展|成效的进展：planned（计划中）、under_way（进行中）、done（已完成）。"
    "|Status of an outcome: planned, under_way, done.",
    "period": "时段|只看时间可能重合的（EDTF，如 2024 或 2022/2024）。|"
    "Those whose time may overlap (EDTF, as in 2024 or 2022/2024).",
    "text": "文字|只看含有这几个字的。|Those that contain these words.",
}
"""What the value of each filter is called in Chinese, and what it does in both languages."""


def filtering(command: _F) -> _F:
    """Add the options by which cases are chosen."""
    for name, said in reversed(_FILTERS.items()):
        value, about = said.split("|", 1)
        command = click.option(
            f"--{name}",
            cls=Option,
            help=about,
            metavar=f"{value}|{name.upper()}",
            shell_complete=complete_filter,
        )(command)
    return command
