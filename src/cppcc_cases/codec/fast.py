"""Plain trees → model, for trees that are right; whatever is not is left to the careful way.

The careful way (:mod:`cppcc_cases.codec.hooks`) finds every fault and words it, at a price that is
paid at import. Nearly all trees are right. This way takes exactly what the careful way takes, and
gives up at the first doubt; a property test holds the two together.
"""

import enum
import json
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from cppcc_cases import model
from cppcc_cases.codec.context import Context, context
from cppcc_cases.codec.when import read_when
from cppcc_cases.plugins.border import called
from cppcc_cases.plugins.entries import Broken

Decode = Callable[[Any], Any]


class Doubt(Exception):
    """A tree is for the careful way, which alone says whether anything is wrong with it."""


def fast(tree: Any, cls: type, given: Context) -> Any:
    """Return the value of a tree. Raises :class:`Doubt`."""
    token = context.set(given)
    try:
        return decoder(cls)(tree)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Doubt from error
    finally:
        context.reset(token)


@cache
def decoder(kind: Any) -> Decode:
    """Return what decodes trees of a type that stands in the model."""
    kind = getattr(kind, "__supertype__", kind)
    if kind in _LEAVES:
        return _LEAVES[kind]
    if kind is model.Mechanism:
        return _mechanism
    if kind is model.Evidence:
        return _evidence
    if attrs.has(kind):
        return _class(kind)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return {entry.value: entry for entry in kind}.__getitem__
    if get_origin(kind) is tuple:
        return _tuple(decoder(get_args(kind)[0]))
    if get_origin(kind) in (Union, UnionType):
        return _union(get_args(kind))
    raise TypeError(f"no tree can say {kind}")


def is_doubtful(tree: Any, kind: Any) -> bool:
    """Tell whether a tree is for the careful way, which is asked no more where flaws abound."""
    try:
        decoder(kind)(tree)
    except Exception:  # the code of a kind may raise anything
        return True
    return False


def _exactly(kind: type) -> Decode:
    def take(tree: Any) -> Any:
        if type(tree) is not kind:
            raise Doubt
        return tree

    return take


def _text(tree: Any) -> str:
    if type(tree) is not str or not tree.strip():
        raise Doubt
    return tree


def _number(tree: Any) -> model.Number:
    if type(tree) is int or type(tree) is float:
        return tree
    raise Doubt


_LEAVES: dict[Any, Decode] = {
    str: _text,
    int: _exactly(int),
    bool: _exactly(bool),
    model.Number: _number,
    model.Edtf: lambda tree: model.Edtf.parse(_text(tree)),
    model.When: read_when,
}


def _tuple(inner: Decode) -> Decode:
    def take(tree: Any) -> tuple[Any, ...]:
        if type(tree) is not list or not tree:
            raise Doubt
        return tuple([inner(item) for item in tree])

    return take


def _union(members: tuple[Any, ...]) -> Decode:
    rest = tuple(m for m in members if m is not model.Missing and m is not type(None))
    inner = decoder(model.Number if set(rest) == {int, float} else rest[0])
    if model.Missing not in members:
        return inner
    words = {entry.value: entry for entry in model.Missing}

    def take(tree: Any) -> Any:
        return words[tree] if type(tree) is str and tree in words else inner(tree)

    return take


def _class(cls: Any) -> Decode:
    fields = {a.name: decoder(a.type) for a in attrs.fields(cls)}

    def take(tree: Any) -> Any:
        if type(tree) is not dict:
            raise Doubt
        return cls(**{name: fields[name](value) for name, value in tree.items()})

    return take


def _evidence(tree: Any) -> Any:
    """Evidence names its article only where that is not the article of its own module."""
    if "article" not in tree:
        tree = {**tree, "article": context.get().article}
    return _bare_evidence()(tree)


@cache
def _bare_evidence() -> Decode:
    return _class(model.Evidence)


def _mechanism(tree: Any) -> Any:
    kind, registry = _text(tree["kind"]), context.get().registry
    cls: Any = registry.kind(kind)
    if cls is None:
        return unknown(tree)
    rest = {name: value for name, value in tree.items() if name != "kind"}
    found = called(registry.entry(kind), lambda: decoder(cls)(rest), cls)
    if isinstance(found, Broken):
        raise Doubt
    return found


def unknown(tree: dict[str, Any]) -> model.UnknownMechanism:
    """Return the mechanism of a kind that is not installed, with nothing of it lost."""
    try:
        lifecycle = decoder(model.Lifecycle)(tree["lifecycle"])
    except (Doubt, KeyError, TypeError, AttributeError, ValueError):
        lifecycle = model.Lifecycle()
    return model.UnknownMechanism(
        kind=tree["kind"], tree=json.dumps(tree, ensure_ascii=False), lifecycle=lifecycle
    )
