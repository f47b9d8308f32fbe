"""What a mechanism tells, as labelled rows: the same for every kind that wants nothing else."""

from collections.abc import Iterator
from typing import Protocol, cast, runtime_checkable

from attrs import AttrsInstance, fields

from cppcc_cases.model import Fact, Maybe, Mechanism, Missing, Row, Text, label_of


@runtime_checkable
class _Tells(Protocol):
    def facts(self) -> tuple[Fact, ...]: ...


@runtime_checkable
class _HasRows(Protocol):
    def rows(self) -> tuple[Row, ...]: ...


def rows(mechanism: Mechanism) -> tuple[Row, ...]:
    """Return the rows of a mechanism; where its kind fails to make them, a row that says so."""
    try:
        return rows_or_error(mechanism)
    except Exception as error:  # a plugin may raise anything, and must not take a digest down
        said = f"{type(error).__name__}: {error}"
        return (
            Row(
                field="",
                label=Text(
                    zh=f"机制类别 {mechanism.kind} 的软件包出错",
                    en=f"the package of the kind {mechanism.kind} failed",
                ),
                facts=(Fact(zh=said, en=said, evidence=()),),
            ),
        )


def rows_or_error(mechanism: Mechanism) -> tuple[Row, ...]:
    """Return the kind's own rows, else one for each field but the lifecycle.

    Raises whatever the kind's code raises.
    """
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
    return value if isinstance(value, Missing) else tuple(_tell(value))


def _tell(value: object) -> Iterator[Fact]:
    if isinstance(value, tuple):
        for item in value:
            yield from _tell(item)
    elif isinstance(value, _Tells):
        yield from value.facts()
    else:
        raise TypeError(f"{type(value).__name__} has no facts() and cannot stand in a digest")
