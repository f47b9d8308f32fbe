"""How plain values become values of the model: strictly, with a fault in words for each refusal."""

import enum
import json
from collections.abc import Callable
from functools import partial
from typing import Any, get_args, get_origin

import attrs
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from cppcc_cases.codec.context import context
from cppcc_cases.codec.fast import is_doubtful, unknown
from cppcc_cases.codec.flaws import flaws
from cppcc_cases.codec.hints import Blank, blank, choices, in_words, quoted, refused
from cppcc_cases.codec.when import plain_when, read_when
from cppcc_cases.errors import MOST, Fault, Finding, Flawed, too_many
from cppcc_cases.hints import ways_to_say
from cppcc_cases.model import (
    Edtf,
    Evidence,
    Mechanism,
    Missing,
    Number,
    UnknownMechanism,
    When,
)
from cppcc_cases.plugins.border import called
from cppcc_cases.plugins.entries import Broken


def converter() -> Converter:
    """Return a strict converter between plain trees and the model."""
    conv = Converter(forbid_extra_keys=True, detailed_validation=True)
    conv.register_structure_hook(str, _text)
    conv.register_structure_hook(int, _integer)
    conv.register_structure_hook(bool, _boolean)
    conv.register_structure_hook_func(lambda t: t == Number, _number)
    conv.register_structure_hook(enum.Enum, _enum)
    conv.register_structure_hook(Edtf, lambda value, _: Edtf.parse(_text(value, str)))
    conv.register_unstructure_hook(Edtf, lambda value: value.text)
    conv.register_structure_hook(When, lambda value, _: read_when(value))
    conv.register_unstructure_hook(When, plain_when)
    conv.register_structure_hook_factory(attrs.has, partial(_attrs_hook, conv))
    conv.register_structure_hook_factory(_is_tuple, partial(_tuple_hook, conv))
    conv.register_structure_hook_factory(_is_maybe, partial(_maybe_hook, conv))
    conv.register_structure_hook_factory(_is_optional, partial(_optional_hook, conv))
    conv.register_unstructure_hook_factory(_is_maybe, lambda _: conv.unstructure)
    conv.register_structure_hook_func(lambda t: t is Mechanism, partial(_mechanism, conv))
    conv.register_unstructure_hook_func(lambda t: t is Mechanism, partial(_plain_mechanism, conv))
    conv.register_unstructure_hook_factory(_is_tuple, lambda _: partial(_plain_list, conv))
    return conv


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_maybe(kind: Any) -> bool:
    return Missing in get_args(kind)


def _is_optional(kind: Any) -> bool:
    return type(None) in get_args(kind)


def _text(value: Any, _: Any) -> str:
    if type(value) is str and value.strip():
        return value
    if value is None or isinstance(value, str):
        raise blank("empty-text")
    if isinstance(value, list | dict):
        raise Fault(
            "text-expected",
            "这里应是一段文字，不是列表或一组字段；以括号开头或含“: ”的文字，请给整段加引号",
            "this must be text, no list or group of fields; quote text with “: ”, or a bracket",
        )
    # What a fraction was written as is not known: 1.50 is 1.5 by now.
    like = "" if isinstance(value, float) else f': "{quoted(value)}"'
    raise Fault(
        "text-expected",
        f"这里应是文字，{quoted(value)} 却会读成数字或真假值，请加引号{like.replace(': ', '：')}",
        f"this must be text, but {quoted(value)} reads as a number or truth value; quote it{like}",
    )


def _integer(value: Any, _: Any) -> int:
    if type(value) is int:
        return value
    raise refused("integer-expected", value, "整数（不加引号）", "a whole number (no quotes)")


def _boolean(value: Any, _: Any) -> bool:
    if type(value) is bool:
        return value
    raise refused("boolean-expected", value, "true 或 false", "true or false")


def _number(value: Any, _: Any) -> Number:
    if type(value) is int or type(value) is float:
        return value
    raise refused(
        "number-expected",
        value,
        "数字（不加引号，不带单位和千分位）",
        "a number (no quotes, unit or thousands separator)",
    )


def _enum(value: Any, kind: Any) -> Any:
    try:
        return kind(value)
    except ValueError:
        labels = {str(entry.value): getattr(entry, "label", None) for entry in kind}
        also = {str(entry.value): ways_to_say(entry) for entry in kind}
        raise choices("unknown-value", value, labels, also) from None


def _attrs_hook(conv: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    build = make_dict_structure_fn(
        kind, conv, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            fields = [a.name for a in attrs.fields(kind)]
            raise refused(
                "fields-expected",
                value,
                f"一组字段（{'、'.join(fields)}）",
                f"a group of fields ({', '.join(fields)})",
            )
        if kind is Evidence and "article" not in value:
            value = {**value, "article": context.get().article}
        return build(value, kind)

    return structure


def _tuple_hook(conv: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    inner = get_args(kind)[0]
    hook = conv.get_structure_hook(inner)

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not list:
            raise refused(
                "list-expected",
                value,
                "列表（每一项以“- ”开头）",
                "a list (each entry begins with “- ”)",
            )
        if not value and inner is Evidence:
            raise Blank(
                "empty-list",
                "这里没有依据，请写段落和依据词；没有数值的，删去这个字段",
                "there is no evidence here: write paragraph and anchor; without a value leave the "
                "field out",
            )
        if not value:
            raise Blank(
                "empty-list",
                "列表里没有内容；来源没有写的，请删去这个字段（即“未写明”）",
                "the list is empty; where the source is silent, leave the field out (not stated)",
            )
        try:
            return tuple([hook(item, inner) for item in value])
        except Exception:
            raise IterableValidationError("", _failures(value, hook, inner), kind) from None

    return structure


def _failures(values: list[Any], hook: Callable[[Any, Any], Any], inner: Any) -> list[Exception]:
    """Return what is wrong with each entry, noted with its index as cattrs does."""
    found: list[Exception] = []
    for index, value in enumerate(values):
        if len(found) == MOST:
            return [*found, too_many(sum(is_doubtful(one, inner) for one in values[index:]))]
        try:
            hook(value, inner)
        except Exception as error:
            error.add_note(IterableValidationNote("", index, inner))
            found.append(error)
    return found


def _maybe_hook(conv: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    rest = [t for t in get_args(kind) if t is not Missing]
    inner = Number if set(rest) == {int, float} else rest[0]
    hook = conv.get_structure_hook(inner)
    words = {entry.value: entry for entry in Missing}

    def structure(value: Any, _: Any) -> Any:
        if type(value) is str and value in words:
            return words[value]
        try:
            return hook(value, inner)
        except Exception:
            if type(value) is str and (word := in_words(value, tuple(Missing))):
                raise Fault(
                    "unknown-value",
                    f"“{value}”请写作 {word}，或删去这个字段",
                    f"for “{value}” write {word}, or leave the field out",
                ) from None
            raise

    return structure


def _optional_hook(conv: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """An optional field is left out, never written and left blank."""
    inner = next(t for t in get_args(kind) if t is not type(None))
    hook = conv.get_structure_hook(inner)
    return lambda value, _: hook(value, inner)


def _mechanism(conv: Converter, value: Any, _: Any) -> Mechanism:
    registry = context.get().registry
    if type(value) is not dict or value.get("kind", "") in (None, ""):
        raise Fault(
            "kind-missing",
            f"机制是一组字段，其中 kind 写明类别，可选：{'、'.join(registry.kind_ids)}",
            "a mechanism is a group of fields, of which kind states what it is, one of: "
            + ", ".join(registry.kind_ids),
        )
    try:
        kind = _text(value["kind"], str)
    except Fault as fault:
        fault.add_note(AttributeValidationNote("", "kind", str))
        raise ClassValidationError("", [fault], Mechanism) from None
    cls: Any = registry.kind(kind)
    if cls is None:
        return unknown(value)
    rest = {key: item for key, item in value.items() if key != "kind"}
    made = partial(_of_kind, conv, rest, cls)
    found = called(registry.entry(kind), made, cls | Flawed)
    if isinstance(found, Broken):
        raise Flawed((Finding(code="broken-plugin", message=found.message, path=()),))
    if isinstance(found, Flawed):
        raise found
    return found


def _of_kind(conv: Converter, tree: dict[str, Any], cls: Any) -> Mechanism | Flawed:
    """Return a mechanism, or what is wrong with its tree; raises only what its kind may not."""
    try:
        found: Mechanism = conv.structure(tree, cls)
        return found
    except Exception as error:
        return Flawed(tuple(flaws(error, (), tree)))


def _plain_mechanism(conv: Converter, value: Any) -> Any:
    if isinstance(value, UnknownMechanism):
        return json.loads(value.tree)
    return {"kind": value.kind, **conv.unstructure(value, type(value))}


def _plain_list(conv: Converter, value: Any) -> list[Any]:
    return [conv.unstructure(item) for item in value]
