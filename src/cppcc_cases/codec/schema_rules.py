"""What one field asks of another, as far as a JSON Schema can say it."""

from cppcc_cases.codec.schema_words import Schema, choice
from cppcc_cases.model import Basis, Dating, Mention, Metric, Outcome, UnitId
from cppcc_cases.plugins.registry import Registry

_NUMBERS = ("value", "numerator", "denominator")


def of(cls: type, registry: Registry) -> list[Schema]:
    """Return the conditions on the fields of a class."""
    rules = []
    if cls in (Dating, Mention, Metric, Outcome):
        rules.append(_when({"basis": {"const": Basis.DERIVED.value}}, {"required": ["rule"]}))
    if cls is Metric:
        numbers = [{"properties": {n: {"type": "number"}}, "required": [n]} for n in _NUMBERS]
        rules.append({"if": {"anyOf": numbers}, "then": {"required": ["evidence"]}})
        rules.extend(_units(registry))
    return rules


def _when(fields: Schema, then: Schema) -> Schema:
    return {"if": {"properties": fields, "required": list(fields)}, "then": then}


def _units(registry: Registry) -> list[Schema]:
    """Return which units an indicator allows, and that none but a rate has parts."""
    groups: dict[tuple[UnitId, ...], list[str]] = {}
    for entry in registry.indicators.values():
        groups.setdefault(entry.units, []).append(entry.id)
    return [
        _when({"indicator": {"enum": ids}}, {"properties": _allowed(units, registry)})
        for units, ids in groups.items()
    ]


def _allowed(units: tuple[UnitId, ...], registry: Registry) -> Schema:
    known = (registry.units.get(id_) for id_ in units)
    words = choice(
        (id_, one.label if one else None, one.definition if one else None)
        for id_, one in zip(units, known, strict=True)
    )
    if units == ("percent",):
        return {"unit": words, "value": {"maximum": 100}}
    return {"unit": words, **{name: {"type": "string"} for name in _NUMBERS[1:]}}
