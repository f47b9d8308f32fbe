"""The canonical order of fields, which is that of the model, and the blank lines between parts."""

from collections.abc import Iterable
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from cppcc_cases.errors import Path
from cppcc_cases.model import Article, Case, Mechanism, Missing, Text, Vocabulary, When, WindowKind
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.tree import Plain

_MODULE: dict[str, Any] = {"plugins": None, "article": Article, "cases": tuple[Case, ...]}
_WHEN: dict[str, Any] = {**{kind.value: None for kind in WindowKind}, "to": None, "rule": Text}
"""A time is written by its kind, what is beside it after that."""


def ordered(tree: Plain, registry: Registry, *, words: bool = False) -> Plain:
    """Return a data module with its fields in the model's order; unknown ones come last.

    A mechanism of an unknown kind is left as it is. ``words`` says that it is a vocabulary.
    """
    fields = _fields(Vocabulary) if words else _MODULE
    return _sorted(tree, fields, registry) if isinstance(tree, dict) else tree


def parts(tree: Plain) -> tuple[Path, ...]:
    """Return the paths before which a blank line stands: all parts but the first, and all cases."""
    if not isinstance(tree, dict):
        return ()
    cases = tree.get("cases")
    count = len(cases) if isinstance(cases, list) else 0
    top: Iterable[Path] = ((name,) for name in list(tree)[1:])
    return (*top, *(("cases", index) for index in range(1, count)))


def _ordered(tree: Plain, kind: Any, registry: Registry) -> Plain:
    if get_origin(kind) in (Union, UnionType):
        inner = [one for one in get_args(kind) if one is not Missing and one is not type(None)]
        return _ordered(tree, inner[0], registry)
    if isinstance(tree, list) and get_origin(kind) is tuple:
        return [_ordered(item, get_args(kind)[0], registry) for item in tree]
    if not isinstance(tree, dict):
        return tree
    if kind is Mechanism:
        cls = registry.kind(str(tree.get("kind")))
        return _sorted(tree, {"kind": None, **_fields(cls)}, registry) if cls else tree
    return _sorted(tree, _fields(kind), registry) if attrs.has(kind) else tree


def _fields(cls: Any) -> dict[str, Any]:
    return _WHEN if cls is When else {a.name: a.type for a in attrs.fields(cls)}


def _sorted(tree: dict[str, Plain], types: dict[str, Any], registry: Registry) -> Plain:
    known = [name for name in types if name in tree]
    rest = [name for name in tree if name not in types]
    return {name: _ordered(tree[name], types.get(name), registry) for name in (*known, *rest)}
