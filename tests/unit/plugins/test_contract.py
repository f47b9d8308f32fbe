"""What a class must be to be a kind."""

import enum
from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
import pytest
from tests.by_hand import WORDS, Sound

from cppcc_cases.model import (
    EVERY_STAGE,
    Dating,
    Edtf,
    Evidence,
    Fact,
    IndicatorId,
    Lifecycle,
    Maybe,
    Number,
    Stage,
    Text,
)
from cppcc_cases.plugins.contract import RESERVED, codes_of, fault_of_kind, fault_of_type
from cppcc_cases.plugins.registry import Registry

SOUND = {"kind": "made_up.kind", "name": WORDS, "definition": WORDS, "stages": EVERY_STAGE}
FIELDS: Mapping[str, object] = {"lifecycle": Lifecycle}
MAYBE: Any = Maybe
"""The alias, which a type checker takes for no value."""


def made(
    changed: Mapping[str, object], fields: Mapping[str, object] = FIELDS, *, frozen: bool = True
) -> type:
    """Return a class that is a kind but for what is changed; None leaves an attribute out."""
    body = {name: value for name, value in {**SOUND, **changed}.items() if value is not None}
    cls = type("MadeUp", (), {**body, "__annotations__": {**fields}, "__module__": __name__})
    return attrs.frozen(cls, kw_only=True) if frozen else attrs.define(cls, kw_only=True)


@attrs.define
class Loose:
    """Something that may change."""

    word: str


class Colour(enum.Enum):
    """Some words of a kind's own."""

    RED = "red"


@attrs.frozen(kw_only=True)
class Part:
    """A part of a mechanism, its annotations as text."""

    colour: "Colour"
    facts: "tuple[Fact, ...]"


def test_a_sound_kind_has_no_fault() -> None:
    """A frozen attrs class with tag, name, definition, stages and lifecycle is a kind."""
    expected = None
    assert expected is fault_of_kind(Sound, "made_up.kind")
    assert expected is fault_of_kind(made({}), "made_up.kind")


@pytest.mark.parametrize("thing", [None, "made_up.kind", fault_of_kind, object, Colour, Sound()])
def test_a_kind_is_an_attrs_class(thing: object) -> None:
    """Neither a function, nor another class, nor a value of a kind is one."""
    expected = Text(zh="不是 attrs 类", en="is not an attrs class")
    assert expected == fault_of_kind(thing, "made_up.kind")


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"kind": None}, "has kind None, but is registered as 'made_up.kind'"),
        ({"kind": "kind"}, "has kind 'kind', but is registered as 'made_up.kind'"),
        ({"name": None}, "has no name in zh and en"),
        ({"name": "made up"}, "has no name in zh and en"),
        ({"definition": None}, "has no definition in zh and en"),
        ({"definition": {"zh": "虚构"}}, "has no definition in zh and en"),
        ({"stages": None}, "does not say which stages it can describe"),
        ({"stages": [Stage.INQUIRY]}, "does not say which stages it can describe"),
        ({"stages": frozenset({"inquiry"})}, "does not say which stages it can describe"),
        ({"codes": ("a",)}, "does not say in zh and en what each of its codes asks for"),
        ({"codes": {"a": "b"}}, "does not say in zh and en what each of its codes asks for"),
    ],
)
def test_a_kind_says_what_it_is(changed: Mapping[str, object], fault: str) -> None:
    """Tag, name, definition, stages and codes are looked at, and the first fault is told."""
    found = fault_of_kind(made(changed), "made_up.kind")
    assert found is not None
    assert fault == found.en
    assert found.zh != found.en


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({}, "has no field lifecycle"),
        ({"lifecycle": Text}, "has no field lifecycle"),
        *(
            ({**FIELDS, name: str}, f"has a field {name}, which is a name of the kind's own")
            for name in ("check", "rows")
        ),
        ({**FIELDS, "a": list[str]}, "has values of list[str], which no data module can say"),
        ({**FIELDS, "a": complex}, "has values of <class 'complex'>, which no data module can say"),
        ({**FIELDS, "a": Any}, "has values of typing.Any, which no data module can say"),
        ({**FIELDS, "a": None}, "has values of None, which no data module can say"),
        (
            {**FIELDS, "a": tuple[str, int]},
            "has values of tuple[str, int], which no data module can say",
        ),
        ({**FIELDS, "a": Loose}, "has values of Loose, which is not frozen"),
        ({**FIELDS, "a": MAYBE[tuple[Loose, ...]]}, "has values of Loose, which is not frozen"),
    ],
)
def test_fields_are_what_a_data_module_can_say(fields: Mapping[str, object], fault: str) -> None:
    """Each field has a type that the codec can read, and that can stand in a frozen case."""
    found = fault_of_kind(made({}, fields), "made_up.kind")
    assert found is not None
    assert fault == found.en
    assert found.zh != found.en


def test_an_annotation_that_leads_nowhere_raises() -> None:
    """Who loads a kind must be ready for what looking at it may raise."""
    with pytest.raises(NameError, match="NoSuchThing"):
        fault_of_kind(made({}, {"lifecycle": "NoSuchThing"}), "made_up.kind")


def test_a_kind_is_frozen() -> None:
    """A class whose values may change can't stand in a case."""
    found = fault_of_kind(made({}, frozen=False), "made_up.kind")
    expected = Text(
        zh="有 MadeUp 类的值，这个类不是 frozen 的", en="has values of MadeUp, which is not frozen"
    )
    assert expected == found


@pytest.mark.parametrize(
    "type_",
    [
        str,
        IndicatorId,
        Number,
        Edtf,
        Colour,
        Dating,
        Part,
        MAYBE[tuple[Evidence, ...]],
        MAYBE[Number],
        Text | None,
        tuple[Part, ...],
    ],
)
def test_what_the_model_is_made_of_may_be_used(type_: object) -> None:
    """Words, numbers, dates, choices, classes of the model and lists of them are fine."""
    expected = None
    assert expected is fault_of_type(type_)


def test_annotations_may_be_text() -> None:
    """A module with ``from __future__ import annotations`` has kinds like any other."""
    cls = made({}, {"lifecycle": "Lifecycle", "part": "Maybe[tuple[Part, ...]]"})
    expected = None
    assert expected is fault_of_kind(cls, "made_up.kind")


@pytest.mark.parametrize("name", RESERVED)
def test_reserved_names_are_those_of_a_kind(name: str) -> None:
    """No kind of ours has a field that is called as something of the kind's own."""
    kinds = Registry.installed().kinds.values()
    expected: list[str] = []
    assert expected == [
        kind.kind
        for kind in kinds
        if name in attrs.fields_dict(kind)  # type: ignore[arg-type]
    ]


class Checking:
    """A class that says what it checks."""

    codes: ClassVar[Mapping[str, Text]] = {"made-up": WORDS}


def test_codes_may_be_left_out() -> None:
    """A kind that checks nothing has no codes."""
    expected: tuple[dict[str, Text], ...] = ({}, {"made-up": WORDS})
    assert expected == (codes_of(Sound), codes_of(Checking))
