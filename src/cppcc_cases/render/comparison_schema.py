"""JSON Schema (2020-12) of the JSON form of a comparison.

What a comparison shows of cases, articles and evidence is described by the fields of the model
themselves, as in the schema of data modules. No schema can say that a number among ``sources`` has
a source, or that a party without cases is ``no_case`` everywhere.
"""

from cppcc_cases.codec.schema import DIALECT
from cppcc_cases.codec.schema_encoded import Encoded
from cppcc_cases.codec.schema_words import SILENT, Schema, choice, said
from cppcc_cases.comparison import MOST
from cppcc_cases.comparison.comparability import Reason, Verdict
from cppcc_cases.kinds.registry import Registry
from cppcc_cases.model import (
    Article,
    Case,
    Edtf,
    Evidence,
    Fact,
    IndicatorId,
    Level,
    Mention,
    Metric,
    Missing,
    Outcome,
    OutcomeKind,
    Stage,
    StageClaim,
    StageState,
    Text,
)
from cppcc_cases.render.comparison_words import words_of, words_of_part
from cppcc_cases.render.plain import FORMAT, NO_CASE, RANK, TIMES, VERSION
from cppcc_cases.vocab.denominators import Per

_FEWEST = 2
_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "number"}
_WHOLE: Schema = {"type": "integer"}
_NOTHING: Schema = {"type": "null"}
_SOURCES: Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 1},
    "uniqueItems": True,
}


def comparison_schema(registry: Registry) -> Schema:
    """Return the schema of a comparison with the kinds and vocabularies of a registry."""
    parts = _Parts(Encoded(registry))
    of = parts.model.of
    fields: dict[str, Schema] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "parties": {**_list(parts.party()), "minItems": _FEWEST, "maxItems": MOST},
        "mechanisms": _list(_list(parts.mechanism())),
        "stages": {**_list(parts.stage_row()), **_exactly(len(Stage))},
        "metrics": _list(parts.metric_row()),
        "outcomes": _list(parts.outcome_row()),
        "alike": _list(of(Text)),
        "differ": _list(of(Text)),
        "caveats": _list(of(Text)),
        "articles": _list(of(Article)),
        "sources": _list(of(Evidence)),
    }
    defs = parts.model.defs
    return {
        "$schema": DIALECT,
        **_group("comparison", fields),
        "allOf": [_width(count) for count in range(_FEWEST, MOST + 1)],
        "$defs": {name: defs[name] for name in sorted(defs)},
    }


class _Parts:
    """The parts of a comparison, each of which takes its place under ``$defs`` when it is made."""

    def __init__(self, model: Encoded) -> None:
        self.model = model
        self.no_case = self._put("no_case", choice([(NO_CASE, *words_of_part("no_case"))]))

    def party(self) -> Schema:
        """Return one side of the comparison."""
        level, name = self.model.of(Level), self.model.of(Text)
        places = _list(self._group("place", code=_TEXT, name=name, level=level))
        return self._group(
            "party",
            asked=_TEXT,
            title=self.model.of(Text),
            localities=places,
            cases=_list(self.model.of(Case)),
            mentions=_list(self._lead()),
            nearby=_list(_TEXT),
            passed_over=places,
        )

    def mechanism(self) -> Schema:
        """Return how one case works."""
        fact = self._cited("told", Fact)
        row = self._group(
            "row",
            field=_TEXT,
            label=self.model.of(Text),
            told=_any(_list(fact), self.model.of(Missing)),
        )
        return self._group(
            "mechanism", case=_TEXT, kind=_TEXT, label=self.model.of(Text), fields=_list(row)
        )

    def stage_row(self) -> Schema:
        """Return one stage across the parties."""
        claim = self._cited("stage_claim", StageClaim)
        cell = self._group("stage_cell", state=self.model.of(StageState), claims=_list(claim))
        return self._group(
            "stage_row",
            stage=self.model.of(Stage),
            label=self.model.of(Text),
            cells=_list(_any(cell, self.no_case)),
        )

    def metric_row(self) -> Schema:
        """Return one indicator across the parties."""
        metric = _some(self._cited("metric", Metric, value=_NUMBER))
        return self._group(
            "metric_row",
            indicator=self.model.of(IndicatorId),
            label=_any(self.model.of(Text), _NOTHING),
            cells=_list(_any(metric, self.model.of(Missing), self.no_case)),
            verdict=self.model.of(Verdict),
            reasons={**_list(self.model.of(Reason)), "uniqueItems": True},
            quotients=_list(self._quotient_row()),
            standing=_any(self._standing(), _NOTHING),
        )

    def outcome_row(self) -> Schema:
        """Return one kind of outcome across the parties."""
        outcome = _some(self._cited("outcome", Outcome))
        return self._group(
            "outcome_row",
            kind=self.model.of(OutcomeKind),
            label=self.model.of(Text),
            cells=_list(_any(outcome, SILENT, self.no_case)),
        )

    def _lead(self) -> Schema:
        mention = self.model.whole(Mention)
        return self._put(
            "lead",
            {
                **mention,
                **said(*words_of_part("lead")),
                "properties": {"case": _named("lead", "case", _TEXT), **mention["properties"]},
                "required": ["case", *mention["required"]],
            },
        )

    def _quotient_row(self) -> Schema:
        denominator = self._group(
            "denominator", value=_WHOLE, as_of=self.model.of(Edtf), source=self.model.of(Text)
        )
        quotient = self._group(
            "quotient",
            value=_NUMBER,
            size=_WHOLE,
            numerator=_NUMBER,
            denominator=denominator,
            other=_any(denominator, _NOTHING),
        )
        none = self._group("no_quotient", value=_NOTHING, reason=self.model.of(Text))
        cell = _any(quotient, none, _NOTHING, self.no_case)
        return self._group("quotient_row", per=self.model.of(Per), cells=_list(cell))

    def _standing(self) -> Schema:
        by = choice((word, *words_of_part(word)) for word in (TIMES, RANK))
        return self._group("standing", by=by, cells=_list(_any(_NUMBER, _NOTHING)))

    def _cited(self, name: str, cls: type, **changed: Schema) -> Schema:
        """Return a claim of the model that cites numbered sources in place of its evidence."""
        claim = self.model.whole(cls)
        own = {"sources": _SOURCES, **changed}
        fields = {**claim["properties"], **{one: _named(name, one, own[one]) for one in own}}
        del fields["evidence"]
        return self._put(name, {**claim, "properties": fields, "required": list(fields)})

    def _group(self, part: str, /, **fields: Schema) -> Schema:
        return self._put(part, _group(part, fields))

    def _put(self, name: str, schema: Schema) -> Schema:
        """Give a part its place, under a name that no class can have."""
        self.model.defs[f"comparison.{name}"] = schema
        return {"$ref": f"#/$defs/comparison.{name}"}


def _group(part: str, fields: dict[str, Schema]) -> Schema:
    return {
        **said(*words_of_part(part)),
        "type": "object",
        "properties": {field: _named(part, field, one) for field, one in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }


def _named(part: str, field: str, schema: Schema) -> Schema:
    return {**said(*words_of(part, field)), **schema}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _some(items: Schema) -> Schema:
    return {"type": "array", "minItems": 1, "items": items}


def _any(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _exactly(count: int) -> Schema:
    return {"minItems": count, "maxItems": count}


def _width(count: int) -> Schema:
    """Return that of so many parties each has its entry everywhere."""
    exactly = _exactly(count)
    cells = {"properties": {"cells": exactly}}
    rows = {"items": cells}
    figures = {"cells": exactly, "quotients": rows, "standing": cells}
    return {
        "if": {"properties": {"parties": exactly}, "required": ["parties"]},
        "then": {
            "properties": {
                "mechanisms": exactly,
                "stages": rows,
                "metrics": {"items": {"properties": figures}},
                "outcomes": rows,
            }
        },
    }
