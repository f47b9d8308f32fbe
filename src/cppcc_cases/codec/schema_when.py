"""The schema of what identifies a figure: its time, its parts, its counting."""

import attrs

from cppcc_cases.codec.schema_words import Schema, choice, said
from cppcc_cases.model import Text, When, WindowKind, about_of, label_of
from cppcc_cases.model.classes import definition_of, name_of
from cppcc_cases.model.observation import MAY_BE_BARE
from cppcc_cases.vocab.dimensions import COUNTING, PARTS, TOPIC

WORDS_OF = {"part": PARTS, "counting": COUNTING}
"""The fields of a figure that hold words of dimensions, and which."""
_DATED: Schema = {"type": ["string", "integer"]}
_SAID: Schema = {
    one.name: {**said(label_of(one.metadata, one.name), about_of(one.metadata)), "type": "string"}
    for one in attrs.fields(Text)
}
_RULE: Schema = {
    "type": "object",
    "properties": _SAID,
    "required": ["zh"],
    "additionalProperties": False,
}


def when() -> Schema:
    """Return the schema of a time: a bare word, or one kind with its date."""
    kinds = [kind for kind in WindowKind if kind is not WindowKind.UNKNOWN]
    named = {kind.value: {**said(kind.label, kind.definition), **_of(kind)} for kind in kinds}
    told = said(name_of(When), definition_of(When))
    return {
        **told,
        "anyOf": [
            choice((kind.value, kind.label, kind.definition) for kind in MAY_BE_BARE),
            {
                **told,
                "type": "object",
                "properties": {
                    **named,
                    "to": {**_named("to"), **_DATED},
                    "rule": {**_named("rule"), **_RULE},
                },
                "oneOf": [{"required": [kind.value]} for kind in kinds],
                "additionalProperties": False,
            },
        ],
    }


def _named(field: str) -> Schema:
    metadata = attrs.fields_dict(When)[field].metadata
    return said(label_of(metadata, field), about_of(metadata))


def _of(kind: WindowKind) -> Schema:
    return {"type": ["string", "integer", "null"]} if kind in MAY_BE_BARE else _DATED


def words_of(field: str) -> Schema:
    """Return the choice among the words of a field; a part may be a topic in free words too."""
    words = choice((token.id, token.label, None) for token in WORDS_OF[field].values())
    if field == "counting":
        return words
    return {"anyOf": [words, {"type": "string", "pattern": f"^{TOPIC}\\S"}]}
