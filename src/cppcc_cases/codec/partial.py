"""Faulty trees → as much of the model as can be decoded, for rules to look at and nothing else.

What could not be decoded is a hole: a field that is not there, so that a rule which asks for it
gets an AttributeError and says nothing.
"""

from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from cppcc_cases.codec.context import Context, context
from cppcc_cases.codec.fast import Doubt, decoder
from cppcc_cases.codec.flaws import labels, suggest_field
from cppcc_cases.errors import Path
from cppcc_cases.model import Article, Case, Evidence, Mechanism, Missing


@attrs.frozen(kw_only=True)
class Partial:
    """A faulty article or case at its path; ``whole``: nothing but fields too many is wrong."""

    value: Article | Case
    path: Path
    whole: bool


def partial(tree: Any, cls: type[Article] | type[Case], given: Context, path: Path) -> Partial:
    """Return what can be decoded of a tree that is faulty somewhere."""
    token = context.set(given)
    try:
        making = _Making()
        return Partial(value=making.of_class(cls, tree), path=path, whole=making.whole)
    finally:
        context.reset(token)


class _Making:
    """Makes values with holes, and knows whether there is any."""

    def __init__(self) -> None:
        self.whole = True

    def of(self, kind: Any, tree: Any) -> Any:
        """Return the value of a tree, with holes. Raises :class:`Doubt` if all of it is one."""
        kind = getattr(kind, "__supertype__", kind)
        try:
            return decoder(kind)(tree)
        except Exception:  # a decoder doubts, or meets what no value can be made of
            pass
        if get_origin(kind) in (Union, UnionType):
            return self.of(next(one for one in get_args(kind) if one is not Missing), tree)
        if get_origin(kind) is tuple and type(tree) is list and tree:
            return tuple([self._entry(get_args(kind)[0], one) for one in tree])
        if kind is Mechanism and type(tree) is dict:
            registry, tag = context.get().registry, str(tree.get("kind"))
            entry = registry.entry(tag)
            if entry is None or entry.foreign:  # no package is handed half a mechanism
                raise Doubt
            kind = registry.kind(tag)
            tree = {name: one for name, one in tree.items() if name != "kind"}
        if kind is Evidence and type(tree) is dict:
            tree = {"article": context.get().article, **tree}
        if type(tree) is dict and isinstance(kind, type) and attrs.has(kind):
            return self.of_class(kind, tree)
        raise Doubt

    def _entry(self, kind: Any, tree: Any) -> Any:
        """Return the value of an entry, which must not leave a gap: the others keep their index."""
        try:
            return self.of(kind, tree)
        except Doubt:
            self.whole = False
            return object.__new__(kind) if attrs.has(kind) else ""

    def of_class(self, cls: Any, tree: Any) -> Any:
        """Return a value of a class, made without its own checks if they refuse it."""
        tree = tree if type(tree) is dict else {}
        known = labels(cls)
        meant = {suggest_field(name, known, tree, cls) for name in tree.keys() - known.keys()}
        held = {}
        for a in attrs.fields(cls):
            try:
                if a.name in tree:
                    held[a.name] = self.of(a.type, tree[a.name])
                elif a.name not in meant and a.default is not attrs.NOTHING:
                    held[a.name] = _default(a)
            except Doubt:
                pass
            if a.name not in held and _is_words(a.type):
                held[a.name] = ()
                self.whole = False
        try:
            if len(held) == len(known):
                return cls(**held)
        except Exception:  # a class may refuse what it holds
            pass
        self.whole = False
        value = object.__new__(cls)
        for name, inner in held.items():
            object.__setattr__(value, name, inner)
        return value


def _is_words(kind: Any) -> bool:
    """Tell of lists of words: a rule goes through several fields, and must not stop at these."""
    inner = get_args(kind)[0] if get_origin(kind) is tuple else None
    return getattr(inner, "__supertype__", inner) is str


def _default(field: "attrs.Attribute[Any]") -> Any:
    made: Any = field.default
    return made.factory() if isinstance(made, attrs.Factory) else made  # type: ignore[arg-type]  # its stub is a function, the class is right
