"""Model and registry → JSON Schemas of what :func:`~cppcc_cases.codec.encode` gives.

There every field is written out: ``null`` where an optional one has nothing, a word where the
source is silent. Such a schema says what form values have, not whether they are sound: faulty data
are shown too, and it is for the checks to say what is wrong with them. Kinds and vocabularies are
open, since a case may use those of a package that is not installed.
"""

from typing import Any

import attrs

from cppcc_cases.codec.schema import Maker
from cppcc_cases.codec.schema_words import Schema, choice, said
from cppcc_cases.model import LocalityCode, Missing, Number, Stage, StageState, about_of, label_of
from cppcc_cases.model.classes import definition_of, name_of

_WORDS = ("type", "enum", "enumDescriptions")
_TEXT: Schema = {"type": "string"}
_NOTHING: Schema = {"type": "null"}


class Encoded(Maker):
    """Makes schemas of encoded types, each class once, under ``defs``."""

    def of(self, kind: Any) -> Schema:
        """Return the schema of a type; what no schema can say is left open."""
        if kind in (str, LocalityCode):
            return _TEXT
        if kind is StageState:
            return self._ref(kind, kind.__name__, _states)
        return super().of(kind)

    def whole(self, cls: type) -> Schema:
        """Return the schema of a class itself, to which ``of`` only refers."""
        return self.defs[self.of(cls)["$ref"].rpartition("/")[2]]

    def _union(self, members: tuple[Any, ...]) -> Schema:
        rest = tuple(m for m in members if m is not Missing and m is not type(None))
        number = set(rest) == {int, float}
        inner = self.of(Number if number else rest[0]) if number or len(rest) == 1 else {}
        if not inner:
            return {}
        others = [self.of(Missing)] if Missing in members else []
        others += [_NOTHING] if type(None) in members else []
        return {"anyOf": [inner, *others]} if others else inner

    def _class(self, cls: Any) -> Schema:
        fields = attrs.fields(cls)
        return {
            **said(name_of(cls), definition_of(cls)),
            "type": "object",
            "properties": {a.name: self._field(cls, a) for a in fields},
            "required": [a.name for a in fields],
            "additionalProperties": False,
        }

    def _field(self, cls: Any, a: Any) -> Schema:
        schema = self.of(a.type)
        if a.default is not attrs.NOTHING:
            # What data modules leave out is an empty list here.
            schema = {word: value for word, value in schema.items() if word != "minItems"}
        return {**said(label_of(a.metadata, a.name), about_of(a.metadata)), **schema}

    def _few_stages(self, field: Schema, stages: frozenset[Stage]) -> Schema:
        return field

    def _mechanism(self) -> Schema:
        schema = super()._mechanism()
        if not schema["allOf"]:  # no kind is installed, and no schema may say nothing there
            del schema["allOf"]
        return {**schema, "properties": {"kind": _opened(schema["properties"]["kind"])}}

    def _vocabulary(self, kind: Any) -> Schema:
        return _opened(super()._vocabulary(kind))


def _states() -> Schema:
    return choice((one.value, one.label, one.definition) for one in StageState)


def _opened(schema: Schema) -> Schema:
    """Return a choice that takes any other word as well: those that are known are explained."""
    known = {word: schema[word] for word in _WORDS}
    rest = {word: value for word, value in schema.items() if word not in _WORDS}
    return {**rest, "anyOf": [known, _TEXT]}
