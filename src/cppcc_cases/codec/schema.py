"""Model and registry → JSON Schema (2020-12) of a data module.

The schema accepts whatever the library accepts, and refuses what a schema can see to be wrong. It
is written for people who fill in a data module in an editor: every field has its name and its
definition in both languages, every choice says what each word stands for. ``enumDescriptions``,
``patternErrorMessage`` and ``doNotSuggest`` are no words of the standard, but language servers for
YAML show them, and all others pass them over.
"""

import enum
import re
from collections.abc import Callable, Iterable
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from cppcc_cases import model
from cppcc_cases.codec import schema_rules
from cppcc_cases.codec.schema_when import WORDS_OF, when, words_of
from cppcc_cases.codec.schema_words import SILENT, Schema, choice, said
from cppcc_cases.model.classes import definition_of, name_of
from cppcc_cases.plugins.registry import Registry

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_POINT = (
    "(?:[0-9]{2}XX|[0-9]{3}X|[0-9]{4}(?:-(?:XX(?:-XX)?|"
    "(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?))?)[~?%]?"
)
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string", "pattern": "\\S"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    model.Number: {"type": "number"},
    model.LocalityCode: {
        "type": "string",
        "pattern": "^[0-9]{6}$",
        "patternErrorMessage": "六位区划代码，加引号 · six digits, in quotes",
        "examples": ["140100", "320312"],
    },
    model.Edtf: {
        "type": "string",
        "pattern": rf"^(?:XXXX|{_POINT}|(?:{_POINT}|\.\.)?/(?:{_POINT}|\.\.)?)$",
        "patternErrorMessage": "日期如 2024、2024-06、2024-06-21/2024-06-30、2024~、XXXX · "
        "dates such as 2024, 2024-06, 2024-06-21/2024-06-30, 2024~, XXXX",
        "examples": ["2024", "2024-06-21/2024-06-30", "2022/.."],
    },
}
_MODULE = (
    model.Text(zh="数据文件", en="data module"),
    model.Text(
        zh="一篇报道和从中读出的案例。", en="One article and the cases that are read from it."
    ),
)
_CASES = (
    model.Text(zh="案例", en="cases"),
    model.Text(
        zh="从这篇报道读出的案例，每种做法一个。",
        en="The cases that are read from the article, one for each practice.",
    ),
)
_PLUGINS = (
    model.Text(zh="软件包", en="plugins"),
    model.Text(
        zh="这个文件用到哪些软件包里的机制类别或词汇。",
        en="The packages whose kinds or vocabulary the file uses.",
    ),
)
_KIND = (
    model.Text(zh="机制类别", en="kind"),
    model.Text(
        zh="这种做法属于哪一类机制；类别决定下面有哪些字段。",
        en="What kind of mechanism this is; the kind decides which fields follow.",
    ),
)


_SAID_ELSEWHERE = ((model.Evidence, "article"), (model.Metric, "unit"))
"""Evidence need not repeat its own article, nor a figure the first unit of its indicator."""


def module_schema(registry: Registry) -> Schema:
    """Return the schema of a data module with the kinds and vocabularies of a registry."""
    maker = Maker(registry)
    article, case = maker.of(model.Article), maker.of(model.Case)
    return {
        "$schema": DIALECT,
        **said(*_MODULE),
        "type": "object",
        "properties": {
            "article": {**said(name_of(model.Article), definition_of(model.Article)), **article},
            "cases": {**said(*_CASES), "type": "array", "minItems": 1, "items": case},
            "plugins": {**said(*_PLUGINS), "type": "array", "items": _PLAIN[str]},
        },
        "required": ["article"],
        "additionalProperties": False,
        "$defs": {name: maker.defs[name] for name in sorted(maker.defs)},
    }


def is_required(cls: type, field: Any) -> bool:
    """Tell whether a data module must hold a field, which nothing else says."""
    return field.default is attrs.NOTHING and (cls, field.name) not in _SAID_ELSEWHERE


def parts_of(kind: Any) -> tuple[Any, ...]:
    """Return the types that a type is made of: a class itself, what is in a tuple or a union."""
    if get_origin(kind) in (tuple, Union, UnionType):
        inner = (part for arg in get_args(kind) if arg is not Ellipsis for part in parts_of(arg))
        return tuple(dict.fromkeys(inner))
    return () if kind is type(None) else (kind,)


class Maker:
    """Makes schemas of types, each class once, under ``$defs``."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.defs: dict[str, Schema] = {}
        self._names: dict[Any, str] = {}

    def of(self, kind: Any) -> Schema:
        """Return the schema of a type; what no schema can say is left open."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        if kind is model.Mechanism:
            return self._ref(kind, "Mechanism", self._mechanism)
        if kind is model.When:
            return self._ref(kind, "When", when)
        if kind in (model.IndicatorId, model.TopicId, model.UnitId):
            return self._ref(kind, kind.__name__, lambda: self._vocabulary(kind))
        if hasattr(kind, "__supertype__"):
            return self.of(kind.__supertype__)
        if get_origin(kind) is tuple:
            return {"type": "array", "minItems": 1, "items": self.of(get_args(kind)[0])}
        if get_origin(kind) in (Union, UnionType):
            return self._union(get_args(kind))
        if isinstance(kind, type) and attrs.has(kind):
            return self._ref(kind, kind.__name__, lambda: self._class(kind))
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return self._ref(kind, kind.__name__, lambda: _members(kind))
        return {}

    def _ref(self, kind: Any, name: str, make: Callable[[], Schema]) -> Schema:
        """Return a reference to a type's place under ``$defs``, which is its own for good."""
        if kind not in self._names:
            # Two plugins may call their classes alike.
            safe = re.sub(r"[^\w.]", "_", name, flags=re.ASCII)
            name, number = safe, 1
            while name in self.defs:
                number += 1
                name = f"{safe}.{number}"
            self._names[kind] = name
            self.defs[name] = {}  # the place is taken before its insides are made
            self.defs[name] = make()
        return {"$ref": f"#/$defs/{self._names[kind]}"}

    def _union(self, members: tuple[Any, ...]) -> Schema:
        rest = tuple(m for m in members if m is not model.Missing and m is not type(None))
        if set(rest) == {int, float}:
            inner = self.of(model.Number)
        else:
            inner = self.of(rest[0]) if len(rest) == 1 else {}
        if model.Missing not in members or not inner:
            return inner
        if rest == (model.StageClaim,):
            return {"anyOf": [inner, SILENT]}
        return {"anyOf": [inner, self.of(model.Missing)]}

    def _class(self, cls: Any) -> Schema:
        fields = attrs.fields(cls)
        rules = schema_rules.of(cls, self.registry)
        return {
            **said(name_of(cls), definition_of(cls)),
            "type": "object",
            "properties": {a.name: self._field(cls, a) for a in fields},
            "required": [a.name for a in fields if is_required(cls, a)],
            "additionalProperties": False,
            **({"allOf": rules} if rules else {}),
        }

    def _field(self, cls: Any, a: Any) -> Schema:
        names = said(model.label_of(a.metadata, a.name), model.about_of(a.metadata))
        if cls is model.Metric and a.type is model.UnitId:
            # Which units there are to choose from depends on the indicator.
            return {**names, "type": "string", "pattern": "\\S"}
        schema = self.of(a.type)
        if cls is model.Metric and a.name in WORDS_OF:
            schema = {**schema, "items": words_of(a.name)}
        if "$ref" in schema.get("anyOf", ({},))[0]:
            # Else an editor shows the name of the class that stands there.
            schema = {"anyOf": [{**names, **schema["anyOf"][0]}, *schema["anyOf"][1:]]}
        return {**names, **schema, **model.limits_of(a.metadata)}

    def _mechanism(self) -> Schema:
        kinds = self.registry.kinds
        words = ((id_, kind.name, kind.definition) for id_, kind in kinds.items())
        return {
            **said(model.Text(zh="机制", en="mechanism"), _KIND[1]),
            "type": "object",
            "properties": {"kind": {**said(*_KIND), **choice(words)}},
            "required": ["kind"],
            "allOf": [self._branch(id_, kind) for id_, kind in kinds.items()],
        }

    def _branch(self, id_: str, kind: Any) -> Schema:
        return {
            "if": {"properties": {"kind": {"const": id_}}, "required": ["kind"]},
            "then": self._ref(kind, f"kind.{id_}", lambda: self._kind(kind)),
        }

    def _kind(self, cls: Any) -> Schema:
        schema = self._class(cls)
        fields = {"kind": {"const": cls.kind}, **schema["properties"]}
        if cls.stages != model.EVERY_STAGE:
            fields["lifecycle"] = self._few_stages(fields["lifecycle"], cls.stages)
        return {
            **schema,
            **said(cls.name, cls.definition),
            "properties": fields,
            "required": ["kind", *schema["required"]],
        }

    def _few_stages(self, field: Schema, stages: frozenset[model.Stage]) -> Schema:
        """Return the lifecycle of a kind that can't describe every stage."""
        self.of(model.Lifecycle)
        whole = self.defs[self._names[model.Lifecycle]]
        able = {stage.value for stage in stages}
        fields = {
            name: one if name in able else {**SILENT, "doNotSuggest": True}
            for name, one in whole["properties"].items()
        }
        names = {word: text for word, text in field.items() if word != "$ref"}
        return {**whole, **names, "properties": fields}

    def _vocabulary(self, kind: Any) -> Schema:
        entries: Iterable[model.Indicator | model.Term | model.Unit]
        if kind is model.IndicatorId:
            entries = self.registry.indicators.values()
        else:
            entries = (
                self.registry.topics if kind is model.TopicId else self.registry.units
            ).values()
        return choice((one.id, one.label, defined(one)) for one in entries)


def defined(entry: model.Indicator | model.Term | model.Unit) -> model.Text | None:
    """Return the definition of a word, which says of a retired one what to write instead."""
    heir = getattr(entry, "replaced_by", None)
    if heir and entry.definition:
        zh, en = entry.definition.zh, entry.definition.en
        return model.Text(zh=f"已停用，改写 {heir}。{zh}", en=f"Retired; write {heir}. {en}")
    return entry.definition


def _members(kind: Any) -> Schema:
    """Return the choice among the members of an enum; a silent stage is left out, not written."""
    return choice(
        (one.value, getattr(one, "label", None), getattr(one, "definition", None))
        for one in kind
        if one is not model.StageState.NOT_REPORTED
    )
