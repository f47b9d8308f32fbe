"""Every field, class and word of the model is named and defined in both languages."""

from enum import Enum
from typing import Any

import attrs
import pytest

from cppcc_cases import model
from cppcc_cases.checks.evidence import MAX_ANCHOR
from cppcc_cases.codec.schema import parts_of
from cppcc_cases.model import Evidence, Lifecycle, Stage, Text, about_of, label, label_of, limits_of
from cppcc_cases.model.classes import definition_of, name_of
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.vocab.stages import STAGES

KINDS: tuple[Any, ...] = tuple(built_in(Registry.installed()).kinds.values())


def with_fields() -> list[Any]:
    """Return the classes of the model, the kinds, and the classes in their fields."""
    waiting: list[Any] = [*(getattr(model, name) for name in model.__all__), *KINDS]
    found: dict[Any, None] = {}
    while waiting:
        cls = waiting.pop(0)
        if isinstance(cls, type) and attrs.has(cls) and cls not in found:
            found[cls] = None
            waiting.extend(part for a in attrs.fields(cls) for part in parts_of(a.type))
    return list(found)


CLASSES = with_fields()
FIELDS = [(cls, a) for cls in CLASSES for a in attrs.fields(cls)]
ENUMS = list(
    dict.fromkeys(
        part
        for _, a in FIELDS
        for part in parts_of(a.type)
        if isinstance(part, type) and issubclass(part, Enum) and hasattr(part, "label")
    )
)


QUOTED = str.maketrans("", "", "多余以上超过约左右上下近不足以内")
"""What English definitions quote of a source."""


def faults(label: Text | None, definition: Text | None) -> list[str]:
    """Return what is wrong with a name and a definition."""
    if label is None or definition is None:
        return ["missing"]
    found = []
    if not any("\u4e00" <= char <= "\u9fff" for char in definition.zh):
        found.append("no Chinese in the Chinese")
    if any("\u3000" <= char <= "\u9fff" for char in definition.en.translate(QUOTED)):
        found.append("Chinese in the English")
    if definition.zh[-1] != "。" or definition.en[-1] != ".":
        found.append("no full stop")
    if label.zh == definition.zh[:-1] or label.en.casefold() == definition.en[:-1].casefold():
        found.append("repeats the name")
    return found


@pytest.mark.parametrize(
    ("cls", "field"), FIELDS, ids=[f"{cls.__name__}.{a.name}" for cls, a in FIELDS]
)
def test_every_field_is_named_and_defined(cls: type, field: Any) -> None:
    """Each field has a name and a definition, in both languages, that says more than the name."""
    name = label_of(field.metadata, "")
    expected: list[str] = []
    assert expected == faults(name if name.zh and name.en else None, about_of(field.metadata))


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: str(cls.__name__))
def test_every_class_is_defined(cls: type) -> None:
    """Each class says what it is; those of the model have a name besides."""
    definition = definition_of(cls)
    name = name_of(cls) or getattr(cls, "name", None)
    of_model = cls.__module__.startswith(("cppcc_cases.model", "cppcc_cases.text"))
    expected: list[str] = []
    assert expected == faults(name if of_model or cls in KINDS else Text(zh="", en=""), definition)


@pytest.mark.parametrize("cls", ENUMS, ids=lambda cls: str(cls.__name__))
def test_every_word_is_defined(cls: Any) -> None:
    """Each member of an enum says what it stands for."""
    expected: dict[str, list[str]] = {one.value: [] for one in cls}
    assert expected == {one.value: faults(one.label, one.definition) for one in cls}


def test_a_definition_and_limits_are_kept_with_the_field() -> None:
    """What label() stores about a field, about_of() and limits_of() find; else there is none."""
    full = label("主题", "theme", "视察什么。", "What is looked into.", maxLength=24)
    expected = (Text(zh="视察什么。", en="What is looked into."), {"maxLength": 24})
    assert expected == (about_of(full), limits_of(full))
    bare = label("主题", "theme")
    assert [(None, {}), (None, {})] == [(about_of(m), limits_of(m)) for m in (bare, {})]


def test_the_limit_of_an_anchor_is_that_of_the_check() -> None:
    """An anchor may be as long in the schema as it may be in the check."""
    limits = limits_of(attrs.fields_dict(Evidence)["anchor"].metadata)
    assert limits["maxLength"] == MAX_ANCHOR


def test_stages_are_named_and_defined_once() -> None:
    """A stage, its entry in the vocabulary and its field say the same."""
    fields = attrs.fields_dict(Lifecycle)
    said = {id_: (label_of(a.metadata, ""), about_of(a.metadata)) for id_, a in fields.items()}
    assert said == {stage.value: (stage.label, stage.definition) for stage in Stage}
    assert said == {entry.id: (entry.label, entry.definition) for entry in STAGES}
