"""JSON Schema (2020-12) of the JSON form of a report, made from the classes of the report itself.

No schema can say that a number among ``sources`` has a source, or that each row has a cell for each
column.
"""

from typing import Any

import attrs

from cppcc_cases.codec.schema import DIALECT
from cppcc_cases.codec.schema_encoded import Encoded
from cppcc_cases.codec.schema_words import Schema, choice, said
from cppcc_cases.comparison.verdict import Judgement, reason_about, reason_label, rules
from cppcc_cases.model import Text, limits_of
from cppcc_cases.model.classes import definition_of, name_of
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.plain import FORMAT, VERSION, tag_of
from cppcc_cases.report.values import Claim, Report
from cppcc_cases.report.words import table

_CLASSES = table(
    """
    Report | 报告：一次对比或一页案例所说的一切。 | report: all that is said, part by part.
    Side | 一方：对比的一个地区，或一个案例。 | side: a locality, or a case, that is told of.
    Section | 节：有标题的一节。 | section: a section with its title.
    Part | 部分：一节里的一部分。 | part: what stands together in a section.
    Table | 表：各行和各栏。 | table: rows and columns.
    Row | 行：一件事，一栏一格。 | row: one thing, with a cell for each column.
    Cell | 格：一行在一栏里的各条说法。 | cell: what a row says of a column.
    Line | 列表项：列表里的一项。 | entry: one entry of a list.
    Claim | 说法：报告说的一句话，连同它的依据。 | claim: one thing said, with what it is made of.
    Judgement | 可比性：数字能不能比，为什么，能不能计算。 | judgement: a verdict and its reasons.
    Denominator | 分母：可以拿来除的数。 | denominator: a count to divide by.
    Length | 条形：数旁边的条形图。 | bar: how much of a bar is filled.
    NoQuotient | 除不了：一个数为什么除不了。 | no quotient: why a figure can't be divided.
    Quotient | 商：一个数除以分母所得的数。 | quotient: a figure divided by a denominator.
    format | 格式：这份 JSON 是什么。 | format: what this JSON is.
    version | 版本：格式的版本，先看它再读。 | version: the version of the form; look at it first.
    """
)
"""What all that is not of the model is called, and what it is."""


def report_schema(registry: Registry) -> Schema:
    """Return the schema of a report with the vocabularies of a registry."""
    maker = _Reported(registry)
    whole = maker.whole(Report)
    return {
        "$schema": DIALECT,
        **whole,
        "properties": {
            "format": {**_named("format"), "const": FORMAT},
            "version": {**_named("version"), "const": VERSION},
            **whole["properties"],
        },
        "required": ["format", "version", *whole["required"]],
        "$defs": {
            name: maker.defs[name] for name in sorted(maker.defs) if maker.defs[name] is not whole
        },
    }


class _Reported(Encoded):
    """Makes schemas of the classes of a report, whose lists may all be empty."""

    def _class(self, cls: Any) -> Schema:
        return {**_named(cls.__name__), **super()._class(cls)}

    def _union(self, members: tuple[Any, ...]) -> Schema:
        classes = [member for member in members if attrs.has(member)]
        if len(classes) < 2:
            return super()._union(members)
        nothing: list[Schema] = [{"type": "null"}] if type(None) in members else []
        return {"anyOf": [*map(self._tagged, classes), *nothing]}

    def _tagged(self, cls: type) -> Schema:
        tag = tag_of(cls)
        names = said(name_of(cls), definition_of(cls)) or _named(cls.__name__)
        return {
            **names,
            "type": "object",
            "properties": {tag: {**names, **self.of(cls)}},
            "required": [tag],
            "additionalProperties": False,
        }

    def _field(self, cls: Any, a: Any) -> Schema:
        own = limits_of(a.metadata) if cls is Claim else {}
        if cls is Judgement and a.name == "reasons":
            given = ((one, reason_label(one), reason_about(one)) for one in rules()["reasons"])
            own = {"items": choice(given)}
        schema = {**super()._field(cls, a), **own}
        return {word: value for word, value in schema.items() if word != "minItems"}


def _named(key: str) -> Schema:
    """Return title and description in both languages."""
    if key not in _CLASSES:
        return {}
    zh, _, about_zh = _CLASSES[key].zh.partition("：")
    en, _, about_en = _CLASSES[key].en.partition(": ")
    return said(Text(zh=zh, en=en), Text(zh=about_zh, en=about_en))
