"""JSON Schema (2020-12) of the JSON form of a report, made from the classes of the report itself.

No schema can say that a number among ``sources`` has a source, or that each row has a cell for each
column.
"""

from typing import Any

import attrs

from cppcc_cases.codec.schema import DIALECT
from cppcc_cases.codec.schema_encoded import Encoded
from cppcc_cases.codec.schema_words import Schema
from cppcc_cases.kinds.registry import Registry
from cppcc_cases.report.plain import FORMAT, VERSION, tag_of
from cppcc_cases.report.values import Report


def report_schema(registry: Registry) -> Schema:
    """Return the schema of a report with the vocabularies of a registry."""
    maker = _Reported(registry)
    whole = maker.whole(Report)
    return {
        "$schema": DIALECT,
        **whole,
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            **whole["properties"],
        },
        "required": ["format", "version", *whole["required"]],
        "$defs": {name: maker.defs[name] for name in sorted(maker.defs) if name != Report.__name__},
    }


class _Reported(Encoded):
    """Makes schemas of the classes of a report, whose lists may all be empty."""

    def _union(self, members: tuple[Any, ...]) -> Schema:
        classes = [member for member in members if attrs.has(member)]
        if len(classes) < 2:
            return super()._union(members)
        nothing: list[Schema] = [{"type": "null"}] if type(None) in members else []
        return {"anyOf": [*map(self._tagged, classes), *nothing]}

    def _tagged(self, cls: type) -> Schema:
        tag = tag_of(cls)
        return {
            "type": "object",
            "properties": {tag: self.of(cls)},
            "required": [tag],
            "additionalProperties": False,
        }

    def _field(self, cls: Any, a: Any) -> Schema:
        schema = super()._field(cls, a)
        return {word: value for word, value in schema.items() if word != "minItems"}
