"""JSON Schemas of encoded values: every field is there, and only the form is judged."""

import enum
from typing import ClassVar

import jsonschema_rs
import pytest
from attrs import field, frozen
from tests.by_hand import WORDS, Sound, beside, entry

from cppcc_cases.codec import Plain, encode
from cppcc_cases.codec.schema import DIALECT
from cppcc_cases.codec.schema_encoded import Encoded
from cppcc_cases.model import (
    NO_STAGE,
    ArticleId,
    Basis,
    Case,
    CaseId,
    Dating,
    Edtf,
    Evidence,
    Fact,
    IndicatorId,
    Lifecycle,
    LocalityCode,
    Maybe,
    Mechanism,
    Metric,
    Missing,
    Stage,
    StageClaim,
    StageState,
    Text,
    TopicId,
    UnitId,
)

PROOF = Evidence(article=ArticleId("made-up"), paragraph=1, anchor="虚构的依据")


class Colour(enum.Enum):
    """Words of a plugin's own."""

    RED = "red"


@frozen(kw_only=True)
class Dyed:
    """A part with fields that need not be there."""

    zh: str
    colour: Colour = Colour.RED
    shade: str | None = None
    weight: int | float | None = None
    told: Maybe[Text] | None = None
    facts: tuple[Fact, ...] = ()


@frozen(kw_only=True)
class Painted(Sound):
    """A kind without stages."""

    kind: ClassVar[str] = "made_up.painted"
    stages: ClassVar[frozenset[Stage]] = NO_STAGE

    lifecycle: Lifecycle = field(factory=Lifecycle)
    parts: tuple[Dyed, ...]
    either: int | Dyed = 1


class Shade:
    """Holds a class that is called like one of the model."""

    @frozen(kw_only=True)
    class Metric:
        """A class of a plugin."""

        zh: str


REGISTRY = beside(entry(Painted, "made_up.painted"))
WHOLE = Painted(parts=(Dyed(zh="虚构"),))


def accepts(kind: object, tree: Plain) -> bool:
    """Tell whether the schema of a type takes a tree."""
    made = Encoded(REGISTRY)
    schema = {"$schema": DIALECT, **made.of(kind), "$defs": made.defs}
    jsonschema_rs.meta.validate(schema)
    return jsonschema_rs.validator_for(schema).is_valid(tree)


def mechanism(**changed: Plain) -> Plain:
    """Return the plugin's mechanism as a tree, with changes to its one part."""
    parts: list[Plain] = [{**plain(WHOLE.parts[0]), **changed}]
    return {"kind": "made_up.painted", **plain(WHOLE), "parts": parts}


def plain(value: object) -> dict[str, Plain]:
    """Return a value as a tree that is a group of fields."""
    tree = encode(value)
    assert isinstance(tree, dict)
    return tree


def test_what_is_left_out_elsewhere_is_written_out() -> None:
    """Null for an optional field, a word for a silent one, an empty list: none can be missing."""
    right = plain(WHOLE.parts[0])
    expected: dict[str, Plain] = {
        "zh": "虚构",
        "colour": "red",
        "shade": None,
        "weight": None,
        "told": None,
        "facts": [],
    }
    assert expected == right
    whole = mechanism()
    assert isinstance(whole, dict)
    partial: list[Plain] = [
        {**whole, "parts": [{key: value for key, value in right.items() if key != name}]}
        for name in right
    ]
    assert accepts(Mechanism, whole)
    assert [False] * len(right) == [accepts(Mechanism, one) for one in partial]


@pytest.mark.parametrize(
    ("name", "value", "taken"),
    [
        ("shade", "pale", True),
        ("shade", 7, False),
        ("weight", 1.5, True),
        ("weight", "not_reported", False),
        ("told", "not_applicable", True),
        ("told", {"zh": "虚构", "en": "made up"}, True),
        ("told", "nothing", False),
        ("colour", None, False),
        ("colour", "blue", False),
        ("facts", None, False),
        ("zh", None, False),
        ("further", "made up", False),
    ],
)
def test_each_field_takes_what_its_type_says(name: str, value: Plain, taken: bool) -> None:
    """A field takes values of its type, the words for silence and null where those may stand."""
    assert taken is accepts(Mechanism, mechanism(**{name: value}))


def test_a_list_that_must_be_there_has_entries() -> None:
    """Where data modules must hold a list, it is never empty."""
    whole = mechanism()
    assert isinstance(whole, dict)
    assert [True, False] == [
        accepts(Mechanism, whole),
        accepts(Mechanism, {**whole, "parts": []}),
    ]


def test_only_the_form_is_judged() -> None:
    """What the checks would mind is taken: limits, languages, units, stages outside a kind."""
    claim = StageClaim(state=StageState.NOT_REPORTED, evidence=(PROOF,))
    odd = Painted(
        lifecycle=Lifecycle(inquiry=claim, feedback=Missing.NOT_APPLICABLE),
        parts=(Dyed(zh="no Chinese"),),
    )
    proof: Plain = {"article": "Odd Id", "paragraph": -1, "anchor": "虚构" * 99 + "。"}
    assert accepts(Mechanism, {"kind": "made_up.painted", **plain(odd)})
    assert accepts(Evidence, proof)
    assert accepts(Text, {"zh": "", "en": "汉字"})


@pytest.mark.parametrize("kind", [IndicatorId, TopicId, UnitId])
def test_vocabularies_are_open(kind: object) -> None:
    """A word of a package that is not installed is taken, and a number is not."""
    assert [True, False] == [accepts(kind, "elsewhere.word"), accepts(kind, 7)]


def test_known_words_of_open_vocabularies_are_explained() -> None:
    """Beside any text stand the words that are known, each with its line."""
    made = Encoded(REGISTRY)
    made.of(UnitId)
    known, rest = made.defs["UnitId"]["anyOf"]
    assert (list(REGISTRY.units), {"type": "string"}) == (known["enum"], rest)
    assert len(known["enum"]) == len(known["enumDescriptions"])


def test_kinds_are_open() -> None:
    """A mechanism of an unknown kind may hold anything, one of a known kind its own fields only."""
    told: list[Plain] = [
        {"kind": "elsewhere.kind", "anything": [1, {"else": None}]},
        {"kind": "made_up.painted", "anything": 1},
        {"anything": 1},
        {"kind": 1},
    ]
    assert [True, False, False, False] == [accepts(Mechanism, one) for one in told]


def test_a_stage_has_every_state() -> None:
    """In what is encoded, silence is a state like others."""
    made = Encoded(REGISTRY)
    made.of(StageState)
    assert [state.value for state in StageState] == made.defs["StageState"]["enum"]


def test_the_model_is_found_under_any_name() -> None:
    """A class of the model is found though a plugin's of the same name came first."""
    made = Encoded(REGISTRY)
    made.of(Shade.Metric)
    assert ["zh"] == list(made.defs["Metric"]["properties"])
    assert "indicator" in made.whole(Metric)["properties"]


def test_a_case_is_valid_as_it_is_encoded() -> None:
    """A case of a plugin's kind is valid in full; evidence without its article is not."""
    fact = Fact(zh="虚构", en="made up", evidence=(PROOF,))
    case = Case(
        id=CaseId("made-up"),
        title=WORDS,
        summary=WORDS,
        localities=(LocalityCode("999999"),),
        committees=(WORDS,),
        period=Dating(date=Edtf.parse("2024"), basis=Basis.NEWSPAPER),
        topics=(TopicId("made_up.topic"),),
        mechanism=Painted(parts=(Dyed(zh="虚构", facts=(fact,)),)),
    )
    assert accepts(Case, plain(case))
    assert not accepts(Evidence, {"paragraph": 1, "anchor": "虚构的依据"})
