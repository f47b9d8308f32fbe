"""``cases schema``."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from cppcc_cases.cli.local import Choice, Wrong, argument, speaking
from cppcc_cases.cli.session import Session, describing, reading

if TYPE_CHECKING:
    from cppcc_cases.codec.schema_words import Schema
    from cppcc_cases.plugins.registry import Registry

_NAMES = {"module": "数据文件", "comparison": "对比稿"}


@speaking(
    "schema",
    help="生成 JSON Schema（2020-12）：module（默认）是数据文件的，供编辑器补全和提示；"
    "comparison 是 JSON 对比稿的，供读它的程序核对。已装软件包的机制类别和词汇在内。"
    "输出总是 JSON。|"
    "Write a JSON Schema (2020-12): module (the default) is that of data modules, with which "
    "editors complete and explain; comparison is that of comparisons as JSON, against which "
    "programs that read them check. What the installed packages add is in it. It is always JSON.",
)
@argument("name", default="module", type=Choice(_NAMES))
@describing
@reading
def command(session: Session, name: str, output: Path | None, shipped: bool) -> None:
    """Write the schema of data modules, or that of comparisons."""
    from cppcc_cases.forms.json_form import to_json
    from cppcc_cases.plugins.registry import built_in

    _only_json(session)
    registry = session.registry()
    schema = _schema_of(name)(built_in(registry) if shipped else registry)
    session.put(to_json(schema), output)


def _only_json(session: Session) -> None:
    """Refuse any other form that was asked for: a schema has but one."""
    ctx = click.get_current_context()
    asked = ctx.get_parameter_source("form") is not ParameterSource.DEFAULT
    if asked and session.form != "json":
        raise Wrong(
            f"schema 总是 JSON，不能写成 {session.form}；请去掉 --format {session.form}",
            f"a schema is always JSON and can't be {session.form}; leave out "
            f"--format {session.form}",
            ctx,
        )


def _schema_of(name: str) -> "Callable[[Registry], Schema]":
    if name == "module":
        from cppcc_cases.codec.schema import module_schema

        return module_schema
    from cppcc_cases.report.report_schema import report_schema

    return report_schema
