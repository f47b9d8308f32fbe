"""Plain trees: what YAML text says, before anything is made of it."""

from typing import Union, cast

from cppcc_cases.errors import Path

Plain = Union[None, bool, int, float, str, list["Plain"], dict[str, "Plain"]]  # noqa: UP007 - recursive
"""A plain value. Mapping keys are always strings."""


def difference(one: Plain, other: Plain, path: Path = ()) -> Path | None:
    """Return where two trees first differ, or None; the order of fields does not count.

    1, 1.0 and true are three different things.
    """
    if type(one) is not type(other):
        return path
    if not isinstance(one, dict | list):
        return None if one == other else path
    inner, others = _entries(one), _entries(other)
    if inner.keys() != others.keys():
        return path
    found = (difference(inner[step], others[step], (*path, step)) for step in inner)
    return next((place for place in found if place is not None), None)


def _entries(tree: Plain) -> dict[str | int, Plain]:
    return (
        dict(tree.items()) if isinstance(tree, dict) else dict(enumerate(cast(list[Plain], tree)))
    )
