"""What a mechanism tells, as labelled rows: the same for every kind that wants nothing else."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Protocol, cast, runtime_checkable

from attrs import AttrsInstance, fields

from cppcc_cases.model import Fact, Maybe, Mechanism, Missing, Row, Text, label_of
from cppcc_cases.plugins.border import called
from cppcc_cases.plugins.entries import Broken
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.shape import MOST


@runtime_checkable
class _Tells(Protocol):
    def facts(self) -> tuple[Fact, ...]: ...


@runtime_checkable
class _HasRows(Protocol):
    def rows(self) -> tuple[Row, ...]: ...


def rows(mechanism: Mechanism, registry: Registry) -> tuple[Row, ...]:
    """Return the rows of a mechanism; where its kind fails to make them, a row that says so."""
    found = rows_or_broken(mechanism, registry)
    if not isinstance(found, Broken):
        return found
    label = Text(
        zh=f"机制类别 {mechanism.kind} 的软件包出错",
        en=f"the package of the kind {mechanism.kind} failed",
    )
    fact = Fact(zh=found.message.zh, en=found.message.en, evidence=())
    return (Row(field="", label=label, facts=(fact,)),)


def rows_or_broken(mechanism: Mechanism, registry: Registry) -> tuple[Row, ...] | Broken:
    """Return the kind's own rows, else one for each field but the lifecycle."""
    entry = registry.entry(mechanism.kind)
    return called(entry, partial(_rows, mechanism), tuple[Row, ...])


def _rows(mechanism: Mechanism) -> tuple[Row, ...]:
    if isinstance(mechanism, _HasRows):
        return mechanism.rows()
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
    return value if isinstance(value, Missing) else tuple(islice(_tell(value), MOST + 1))


def _tell(value: object) -> Iterator[Fact]:
    if isinstance(value, tuple):
        for item in value:
            yield from _tell(item)
    elif isinstance(value, _Tells):
        yield from value.facts()
    else:
        raise TypeError(f"{type(value).__name__} has no facts() and cannot stand in a digest")
