"""``cases schema``."""

from pathlib import Path

import click

from cppcc_cases.cli.local import Command
from cppcc_cases.cli.session import Session, describing, reading


@click.command(
    "schema",
    cls=Command,
    help="生成数据文件的 JSON Schema（2020-12），供编辑器补全和提示；"
    "已装软件包的机制类别和词汇在内。输出总是 JSON。|"
    "Write the JSON Schema (2020-12) of data modules, with which editors complete and explain; "
    "what the installed packages add is in it. It is always JSON.",
)
@describing
@reading
def command(session: Session, output: Path | None, shipped: bool) -> None:
    """Write the schema of data modules."""
    from cppcc_cases.codec.schema import module_schema
    from cppcc_cases.kinds.registry import Registry, built_in
    from cppcc_cases.render.json import to_json

    registry = Registry.installed()
    schema = module_schema(built_in(registry) if shipped else registry)
    session.put(to_json(schema), output)
