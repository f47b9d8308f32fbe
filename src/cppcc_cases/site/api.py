"""The public names of the library, as its types and docstrings tell of them.

Names, types, signatures and docstrings are read from the source, which needs none of the packages
that parts of it need; what fields are called comes from the classes themselves.
"""

import builtins
import enum
from collections.abc import Iterator
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import TypeGuard

import attrs
import griffe
from attrs import frozen
from markupsafe import Markup

import cppcc_cases
from cppcc_cases.model import about_of, label_of
from cppcc_cases.site.docstrings import described, summary
from cppcc_cases.site.signatures import signature, type_of
from cppcc_cases.text import Text

PACKAGE = "cppcc_cases"
MODULES = (
    PACKAGE,
    f"{PACKAGE}.model",
    f"{PACKAGE}.comparison",
    f"{PACKAGE}.query",
    f"{PACKAGE}.corpus",
    f"{PACKAGE}.testing",
    f"{PACKAGE}.testing.strategies",
)
"""The public modules: a name that several have is described with the first of them."""
_NEEDS_MORE = f"{PACKAGE}.testing"
"""A package that an installed library need not be able to import."""


@frozen(kw_only=True)
class FieldEntry:
    """A field of a class, or a member of an enum, whose value is then its default."""

    name: str
    label: Text | None
    about: Text | None
    type: Markup
    default: str


@frozen(kw_only=True)
class MethodEntry:
    """A property or method."""

    name: str
    signature: Markup
    about: Markup


@frozen(kw_only=True)
class NameEntry:
    """One public name. ``sort`` says what it is, as the words of the site name it."""

    name: str
    sort: str
    signature: Markup
    summary: Markup
    about: Markup
    fields: tuple[FieldEntry, ...] = ()
    methods: tuple[MethodEntry, ...] = ()


@frozen(kw_only=True)
class ModuleEntry:
    """One public module; ``elsewhere`` are names of it that are described with another."""

    name: str
    about: Markup
    entries: tuple[NameEntry, ...]
    elsewhere: tuple[tuple[str, str], ...]

    @property
    def page(self) -> str:
        """The file that describes it."""
        return page_of(self.name)


def page_of(module: str) -> str:
    """Return the file that describes a module."""
    return f"{module.rpartition('.')[2]}.html"


@cache
def modules() -> tuple[ModuleEntry, ...]:
    """Return the public modules with all that is public in them."""
    reader = _Reader(package=_load())
    return tuple(reader.module(name) for name in MODULES)


def _load() -> griffe.Module:
    where = Path(cppcc_cases.__file__).parent.parent
    package = griffe.load(PACKAGE, search_paths=[where], resolve_aliases=True)
    assert isinstance(package, griffe.Module)
    return package


@frozen(kw_only=True, slots=False)
class _Reader:
    """Turns what was read from the source into entries."""

    package: griffe.Module

    @cached_property
    def homes(self) -> dict[str, str]:
        """Where each public thing is described, by the path of its definition."""
        homes: dict[str, str] = {}
        for module in MODULES:
            for name, target in self.public(module):
                own = page_of(target.path) if target.is_module else ""
                homes.setdefault(target.path, own or f"{page_of(module)}#{name}")
        return homes

    @cached_property
    def short(self) -> dict[str, str]:
        """Where each public thing is described, by its last name."""
        return {path.rpartition(".")[2]: href for path, href in reversed(self.homes.items())}

    def public(self, module: str) -> Iterator[tuple[str, griffe.Object]]:
        """Yield the public names of a module, with what they stand for."""
        found = self.at(module)
        assert found is not None, module
        assert found.exports is not None, module
        for name in sorted(map(str, found.exports)):
            target = self.at(f"{module}.{name}")
            # A function may bear the name of its own module, which hides it from static analysis.
            if target is not None and target.is_module and name in target.members:
                target = self.at(f"{target.path}.{name}")
            assert target is not None, f"{module}.{name}"
            yield name, target

    def at(self, path: str) -> griffe.Object | None:
        """Return what stands at a path, behind all the names that it was imported by."""
        below = path.removeprefix(PACKAGE).removeprefix(".")
        try:
            found = self.package[below] if below else self.package
            return found.final_target if isinstance(found, griffe.Alias) else found
        except (KeyError, griffe.AliasResolutionError):
            return None

    def href(self, path: str) -> str:
        """Return where a type is described, or an empty string."""
        target = self.at(path) if path.startswith(f"{PACKAGE}.") else None
        return self.homes.get(target.path, "") if target else ""

    def module(self, name: str) -> ModuleEntry:
        """Return a module with those of its names that no module before it has."""
        public = list(self.public(name))
        page = page_of(name)
        told = self.at(name)
        assert told is not None
        own = [one for one in public if self.homes[one[1].path] == f"{page}#{one[0]}"]
        rest = [one for one in public if one not in own]
        return ModuleEntry(
            name=name,
            about=described(_doc(told), self.find),
            entries=tuple(self.entry(one, target) for one, target in own),
            elsewhere=tuple((one, self.homes[target.path]) for one, target in rest),
        )

    def find(self, name: str) -> str:
        """Return where a name in a docstring is described, or an empty string."""
        return self.short.get(name, "")

    def entry(self, name: str, target: griffe.Object) -> NameEntry:
        """Return one name."""
        sort = _sort(target)
        return NameEntry(
            name=name,
            sort=sort,
            signature=self._signature(name, target),
            summary=summary(_doc(target), self.find),
            about=described(_doc(target), self.find),
            fields=tuple(self._fields(target, sort)) if target.is_class else (),
            methods=tuple(self._methods(target, sort)) if target.is_class else (),
        )

    def _signature(self, name: str, target: griffe.Object) -> Markup:
        if isinstance(target, griffe.Function):
            return signature(name, target, self.href)
        if isinstance(target, griffe.Attribute):
            held = type_of(target.annotation, self.href)
            value = Markup(" = {}").format(type_of(target.value, self.href))
            return name + (Markup(": {}").format(held) if held else "") + value
        made = target.all_members.get("__init__")
        made = made.final_target if isinstance(made, griffe.Alias) else made
        return signature(name, made, self.href) if isinstance(made, griffe.Function) else Markup("")

    def _fields(self, target: griffe.Object, sort: str) -> Iterator[FieldEntry]:
        known = _runtime(target.path)
        if sort == "sort_enum":
            yield from _members(known)
        elif sort == "sort_values":
            named = attrs.fields_dict(known) if known and attrs.has(known) else {}
            for name, member in target.members.items():
                if _is_field(member):
                    metadata = named[name].metadata if name in named else {}
                    yield FieldEntry(
                        name=name,
                        label=label_of(metadata, name) if metadata else None,
                        about=about_of(metadata),
                        type=type_of(member.annotation, self.href),
                        default=self._default(member),
                    )

    def _default(self, member: griffe.Attribute) -> str:
        """Return the default of a field as the source has it; empty for one that must be given."""
        value = member.value
        if isinstance(value, griffe.ExprCall) and str(value.function).endswith("field"):
            given = {
                one.name: str(one.value)
                for one in value.arguments
                if isinstance(one, griffe.ExprKeyword)
            }
            factory = f"{given['factory']}()" if "factory" in given else ""
            value = given.get("default", factory)
        told = str(value or "")
        # A default that is kept under a private name is shown as what that name stands for.
        kept = self.at(f"{member.module.path}.{told}") if told.startswith("_") else None
        return str(kept.value) if isinstance(kept, griffe.Attribute) else told

    def _methods(self, target: griffe.Object, sort: str) -> Iterator[MethodEntry]:
        fields = {"sort_values", "sort_enum"} & {sort}
        for name, member in target.members.items():
            if name.startswith("_") or (fields and _is_field(member)) or not member.docstring:
                continue
            if isinstance(member, griffe.Function):
                shown = signature(name, member, self.href)
            elif isinstance(member, griffe.Attribute):
                shown = Markup("{}: {}").format(name, type_of(member.annotation, self.href))
            else:
                continue
            yield MethodEntry(name=name, signature=shown, about=described(_doc(member), self.find))


def _doc(target: griffe.Object | griffe.Alias) -> str:
    return target.docstring.value if target.docstring else ""


def _sort(target: griffe.Object) -> str:
    """Return what a name stands for."""
    if isinstance(target, griffe.Function):
        return "sort_function"
    if not isinstance(target, griffe.Class):
        return "sort_module" if target.is_module else "sort_constant"
    bases = {str(base).partition("[")[0].rpartition(".")[2] for base in target.bases}
    if "Enum" in bases:
        return "sort_enum"
    if "Protocol" in bases:
        return "sort_protocol"
    if _is_error(target):
        return "sort_error"
    frozen_ = any("frozen" in str(one.value) for one in target.decorators)
    return "sort_values" if frozen_ else "sort_class"


def _is_error(target: griffe.Class) -> bool:
    """Tell whether a class is one of exceptions."""
    plain = (getattr(builtins, str(base), None) for base in target.bases)
    if any(isinstance(one, type) and issubclass(one, BaseException) for one in plain):
        return True
    return any(_is_error(one) for one in target.resolved_bases if isinstance(one, griffe.Class))


def _is_field(member: griffe.Object | griffe.Alias) -> TypeGuard[griffe.Attribute]:
    """Tell whether a member of a class is a field, and a public one."""
    return (
        isinstance(member, griffe.Attribute)
        and "property" not in member.labels
        and not member.name.startswith("_")
        and "ClassVar" not in str(member.annotation)
    )


def _members(known: type | None) -> Iterator[FieldEntry]:
    """Yield the members of an enum."""
    assert known is not None
    assert issubclass(known, enum.Enum)
    for member in known:
        label = getattr(member, "label", None)
        about = getattr(member, "definition", None)
        yield FieldEntry(
            name=member.name,
            label=label if isinstance(label, Text) else None,
            about=about if isinstance(about, Text) else None,
            type=Markup(""),
            default=str(member.value),
        )


def _runtime(path: str) -> type | None:
    """Return the class of a path, unless its module needs what may not be installed."""
    if path.startswith(_NEEDS_MORE):
        return None
    module, _, name = path.rpartition(".")
    found = getattr(import_module(module), name)
    return found if isinstance(found, type) else None
