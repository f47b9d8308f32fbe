"""What a mechanism tells, as labelled rows: the same for every kind."""

from collections.abc import Iterator
from typing import Protocol, cast, runtime_checkable

from attrs import AttrsInstance, fields, frozen

from cppcc_cases.model import Fact, Maybe, Mechanism, Missing, Text, label_of


@runtime_checkable
class _Tells(Protocol):
    def facts(self) -> tuple[Fact, ...]: ...


@frozen(kw_only=True)
class Row:
    """One field of a mechanism: its name, and what the source tells of it."""

    field: str
    label: Text
    facts: Maybe[tuple[Fact, ...]]


def rows(mechanism: Mechanism) -> tuple[Row, ...]:
    """Return a row for each field of the mechanism's kind, the lifecycle apart."""
    return tuple(
        Row(
            field=a.name,
            label=label_of(a.metadata, a.name),
            facts=_facts(getattr(mechanism, a.name)),
        )
        for a in fields(cast("type[AttrsInstance]", type(mechanism)))
        if a.name != "lifecycle"
    )


def _facts(value: object) -> Maybe[tuple[Fact, ...]]:
    return value if isinstance(value, Missing) else tuple(_tell(value))


def _tell(value: object) -> Iterator[Fact]:
    if isinstance(value, tuple):
        for item in value:
            yield from _tell(item)
    elif isinstance(value, _Tells):
        yield from value.facts()
    else:
        raise TypeError(f"{type(value).__name__} has no facts() and cannot stand in a digest")
