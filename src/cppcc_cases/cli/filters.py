"""The options by which commands choose among cases."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from cppcc_cases.cli.local import Option
from cppcc_cases.cli.session import complete_filter

_F = TypeVar("_F", bound=Callable[..., Any])

_FILTERS = {
    "locality": "只看一个地区。|One locality only.",
    "province": "只看一个省份及其下辖地区。|One province and all within it.",
    "level": "只看一个层级：province、prefecture、county。"
    "|One level: province, prefecture, county.",
    "kind": "只看一类机制，见 cases vocab kinds。|One kind of mechanism; see cases vocab kinds.",
    "stage": "只看某一阶段已实行的，见 cases vocab stages；别的状态另写 --state。"
    "|Those that practise a stage; see cases vocab stages. For other states add --state.",
    "state": "阶段的状态，写名称或编号，如“有规定或在探索”；不写就是“已实行”。"
    "|State of the stage: practised (unless given), provided_for, stated_absent, not_reported.",
    "topic": "只看一个主题，见 cases vocab topics。|One topic; see cases vocab topics.",
    "indicator": "只看有某一指标的，见 cases vocab indicators。"
    "|Those with a figure; see cases vocab indicators.",
    "outcome": "只看有某类成效的，如 rule_adopted。|Those with an outcome, such as rule_adopted.",
    "status": "成效的进展：planned、under_way、done。"
    "|Status of an outcome: planned, under_way, done.",
    "period": "只看时间可能重合的（EDTF，如 2024 或 2022/2024）。|"
    "Those whose time may overlap (EDTF, as in 2024 or 2022/2024).",
    "text": "只看含有这几个字的。|Those that contain these words.",
}

_VALUES = {
    "locality": "地区",
    "province": "省份",
    "level": "层级",
    "kind": "机制",
    "stage": "阶段",
    "state": "状态",
    "topic": "主题",
    "indicator": "指标",
    "outcome": "成效",
    "status": "进展",
    "period": "时段",
    "text": "文字",
}
"""What the value of each filter is called in Chinese."""


def filtering(command: _F) -> _F:
    """Add the options by which cases are chosen."""
    for name, about in reversed(_FILTERS.items()):
        command = click.option(
            f"--{name}",
            cls=Option,
            help=about,
            metavar=f"{_VALUES[name]}|{name.upper()}",
            shell_complete=complete_filter,
        )(command)
    return command
