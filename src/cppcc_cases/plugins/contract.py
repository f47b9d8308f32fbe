"""What a kind of mechanism must be."""

import enum
from abc import ABCMeta
from collections.abc import Mapping
from functools import cache
from inspect import getattr_static
from types import MappingProxyType, MemberDescriptorType, UnionType
from typing import Protocol, Union, get_args, get_origin

import attrs

from cppcc_cases.model.edtf import Edtf
from cppcc_cases.model.labels import about_of, label_of, limits_of
from cppcc_cases.model.lifecycle import Lifecycle, Stage
from cppcc_cases.plugins.shape import misfit
from cppcc_cases.text import Text


class Kind(Protocol):
    """The class of a kind: a frozen attrs class with a ``lifecycle`` and fields of its own.

    ``kind`` is the tag under which data modules name it, ``stages`` are the stages that it can
    describe. It may have ``check(case)``, which yields ``(code, path, message)`` for each fault,
    the codes being keys of a class variable ``codes`` that says what each asks for; ``rows()``,
    which returns its rows in a digest where those made from its fields will not do; and a class
    variable ``fragment``, a Jinja template that stands for those rows on the pages of a site.
    """

    kind: str
    name: Text
    definition: Text
    stages: frozenset[Stage]


RESERVED = ("kind", "name", "definition", "stages", "codes", "check", "rows", "fragment")
"""What a field may not be called, as these say what the kind itself is or does."""


_LEAVES = (str, int, float, bool, Edtf, type(None))
_METACLASSES = (type, ABCMeta, type(Protocol))
_LOOKING = [(name, vars(object)[name]) for name in ("__getattribute__", "__class__")]
_CODES = tuple[tuple[str, Text], ...]
_CHOICE = str | int | float


def codes_of(kind: object) -> Mapping[str, Text]:
    """Return what a kind checks by itself: each code with what it asks for."""
    codes: Mapping[str, Text] = getattr(kind, "codes", {})
    return codes


def fault_of_kind(cls: object, name: str) -> Text | None:
    """Return what keeps a class from being the kind of a name, or None.

    What is looked at here can be looked at later without harm: it stands in the class as it is.
    Raises what looking at a class that was not made well may raise.
    """
    if not isinstance(cls, type) or type(cls) not in _METACLASSES or not attrs.has(cls):
        return Text(zh="不是 attrs 类", en="is not an attrs class")
    tag = getattr_static(cls, "kind", None)
    if type(tag) is not str or tag != name:
        return Text(
            zh=f"kind 是 {tag!r}，登记的名称却是 {name!r}",
            en=f"has kind {tag!r}, but is registered as {name!r}",
        )
    for attribute in ("name", "definition"):
        if misfit(getattr_static(cls, attribute, None), Text):
            return Text(zh=f"没有中英文的 {attribute}", en=f"has no {attribute} in zh and en")
    stages = getattr_static(cls, "stages", None)
    if misfit(stages, frozenset[Stage]):
        return Text(
            zh="没有用 stages 写明能描述哪些阶段", en="does not say which stages it can describe"
        )
    codes = getattr_static(cls, "codes", {})
    if type(codes) not in (dict, MappingProxyType) or misfit(tuple(codes.items()), _CODES):
        return Text(
            zh="codes 没有用中英文写明每个编号查什么",
            en="does not say in zh and en what each of its codes asks for",
        )
    if misfit(getattr_static(cls, "fragment", ""), str):
        return Text(zh="fragment 不是一段文字", en="has a fragment that is not text")
    return _fault_of_fields(cls)


def _fault_of_fields(cls: type[attrs.AttrsInstance]) -> Text | None:
    _resolve(cls)
    fields = attrs.fields_dict(cls)
    if "lifecycle" not in fields or fields["lifecycle"].type is not Lifecycle:
        return Text(zh="没有字段 lifecycle", en="has no field lifecycle")
    taken = next((field for field in fields if field in RESERVED), None)
    if taken:
        return Text(
            zh=f"有名为 {taken} 的字段，这个名称留给类别自己用",
            en=f"has a field {taken}, which is a name of the kind's own",
        )
    return fault_of_type(cls)


def _resolve(cls: type[attrs.AttrsInstance]) -> None:
    """Make types of annotations that are text, as ``from __future__ import annotations`` has it."""
    if any(isinstance(a.type, str) for a in attrs.fields(cls)):
        attrs.resolve_types(cls)


@cache
def fault_of_type(type_: object) -> Text | None:
    """Return why values of a type can't stand in a case, or None: a case is data, and frozen."""
    type_ = getattr(type_, "__supertype__", type_)
    if type_ in _LEAVES:
        return None
    if isinstance(type_, type) and issubclass(type_, enum.Enum):
        return _fault_of_choices(type_)
    if isinstance(type_, type) and attrs.has(type_):
        if getattr(type_, "__hash__", None) is None:
            return Text(
                zh=f"有 {type_.__name__} 类的值，这个类不是 frozen 的",
                en=f"has values of {type_.__name__}, which is not frozen",
            )
        _resolve(type_)
        fault = _fault_of_class(type_)
        if fault:
            return fault
        inner = tuple(a.type for a in attrs.fields(type_))
    elif get_origin(type_) in (Union, UnionType) or get_args(type_)[1:] == (...,):
        inner = tuple(one for one in get_args(type_) if one is not ...)
    else:
        return Text(
            zh=f"有 {type_} 类型的值，数据文件写不出这种值",
            en=f"has values of {type_}, which no data module can say",
        )
    return next(filter(None, map(fault_of_type, inner)), None)


def _fault_of_choices(choices: type[enum.Enum]) -> Text | None:
    """Return why the words of an enum, or their names in both languages, are none."""
    said = (getattr(one, name, None) for one in choices for name in ("label", "definition"))
    fault = next(filter(None, (misfit(one, Text | None) for one in said)), None)
    return fault or next(filter(None, (misfit(one.value, _CHOICE) for one in choices)), None)


def _fault_of_class(cls: type[attrs.AttrsInstance]) -> Text | None:
    """Return what in a class is code where there should be values, or is named by no words."""
    fields = attrs.fields(cls)
    found = [getattr_static(cls, name, None) for name in ("definition", *(a.name for a in fields))]
    if (
        type(cls) not in _METACLASSES
        or any(getattr_static(cls, name) is not own for name, own in _LOOKING)
        or any(type(one) not in (MemberDescriptorType, Text, type(None)) for one in found)
    ):
        return Text(
            zh=f"{cls.__name__} 类读取字段时运行自己的代码",
            en=f"{cls.__name__} runs code of its own where a field is read",
        )
    said = [(label_of(a.metadata, a.name), about_of(a.metadata)) for a in fields]
    for a in fields:
        limits_of(a.metadata)
        if isinstance(a.default, attrs.Factory) and not a.default.takes_self:  # type: ignore[arg-type]  # its stub is a function, the class is right
            a.default.factory()
    return misfit(tuple(said), tuple[tuple[Text, Text | None], ...])
