"""What cattrs raises → findings: a code, a message and the path of each fault."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, get_origin

import attrs
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)

from cppcc_cases.codec.hints import Blank
from cppcc_cases.codec.schema import is_required
from cppcc_cases.errors import MOST, Fault, Finding, Flawed, Path, too_many
from cppcc_cases.hints import named, suggest
from cppcc_cases.model import When, WindowKind, label_of
from cppcc_cases.model.labels import about_of
from cppcc_cases.plugins.border import said
from cppcc_cases.text import Text, WordEnum


def labels(cls: Any) -> dict[str, Text | None]:
    """Return the fields of a class with their names."""
    return {a.name: label_of(a.metadata, a.name) for a in attrs.fields(cls)}


def flaws(error: BaseException, path: Path, tree: Any) -> Iterator[Finding]:
    """Yield every fault in an exception of the converter, below ``path``, where ``tree`` stands."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        noted, bare = error.group_exceptions()
        meant = {name for inner in bare for name in _meant(inner, tree)}
        for inner, note in noted:
            step = note.name if isinstance(note, AttributeValidationNote) else note.index
            if isinstance(inner, KeyError):
                # One that is there under a misspelt name is reported under that.
                if step not in meant:
                    yield missing(str(step), path)
            else:
                yield from flaws(_worded(inner, error.cl, step), (*path, step), tree[step])
        for inner in bare:
            yield from flaws(inner, path, tree)
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from extra_fields(sorted(error.extra_fields), path, labels(error.cl), tree, error.cl)
    elif isinstance(error, Flawed):
        yield from (attrs.evolve(one, path=(*path, *one.path)) for one in error.findings)
    elif isinstance(error, Fault):
        yield Finding.of(error, path)
    else:
        yield _of_kind(error, path)


def _worded(error: BaseException, cls: Any, name: Any) -> BaseException:
    """Return the fault of a field; of one that is blank but required, what it needs."""
    field = attrs.fields_dict(cls).get(name) if attrs.has(cls) else None
    if not isinstance(error, Blank) or field is None or not is_required(cls, field):
        return error
    label, several = label_of(field.metadata, name).zh, get_origin(field.type) is tuple
    return Fault(
        error.code,
        f"{name}（{label}）必填，不能空着，{'请至少写一项' if several else '请写上'}",
        f"{name} is required; write {'at least one entry' if several else 'something here'}",
    )


def _of_kind(error: BaseException, path: Path) -> Finding:
    """Return what a validator of a kind refuses; any other exception is raised again."""
    if not isinstance(error, ValueError | TypeError):
        raise error
    told = said(error.args[0]) if error.args else type(error).__name__
    zh, en = f"不符合这个机制类别自己的要求：{told}", f"the kind of mechanism refuses this: {told}"
    return Finding.of(Fault("kind-check", zh, en), path)


def _meant(error: BaseException, tree: Any) -> Iterator[str | None]:
    if isinstance(error, ForbiddenExtraKeysError):
        known = labels(error.cl)
        for name in sorted(error.extra_fields)[:MOST]:
            yield suggest_field(name, known, tree, error.cl)


def suggest_field(
    name: str, known: Mapping[str, Text | None], tree: Mapping[str, Any], cls: Any = None
) -> str | None:
    """Return the field that was perhaps meant, of those that are not there already.

    A field may be meant by its very label, by a value that it takes, by what comes near its name,
    or by a word that only its definition uses.
    """
    bare = name.partition("：")[0]
    free = {field: label for field, label in known.items() if field not in tree}
    label = next((field for field, one in known.items() if one and one.zh == bare), None)
    return (
        label
        or _by_value(bare, cls)
        or named(bare, free)
        or suggest(bare, list(free))
        or _by_definition(bare, cls, free)
    )


def _fields(cls: Any) -> tuple[Any, ...]:
    return attrs.fields(cls) if attrs.has(cls) else ()


def _by_value(word: str, cls: Any) -> str | None:
    """Return the field that takes a word for its value, as stands takes planned."""
    for field in _fields(cls):
        kind = WindowKind if field.type is When else field.type
        words = kind if isinstance(kind, type) and issubclass(kind, WordEnum) else ()
        if any(word in (one.value, one.label.zh) for one in words):
            return str(field.name)
    return None


def _by_definition(word: str, cls: Any, free: Collection[str]) -> str | None:
    """Return the only field that a definition explains by an English word."""
    told = {one.name: about.en for one in _fields(cls) if (about := about_of(one.metadata))}
    found = [name for name, en in told.items() if word.lower() in re.findall("[a-z]{4,}", en)]
    return found[0] if len(found) == 1 and found[0] in free else None


def _cut(name: str, tree: Mapping[str, Any]) -> str | None:
    """Return the text that a name was cut from at a comma, as it should be written.

    In curly brackets, what stands behind a comma is read as a field with nothing in it.
    """
    head, pieces = "", list[str]()
    for one, value in tree.items():
        if value is None:
            pieces += [one] * bool(pieces)
        elif name in pieces:
            break
        else:
            head, pieces = one, [str(value)] * isinstance(value, str | int | float)
    is_cut = name in pieces[1:] and not re.fullmatch("[A-Za-z_]+", name)
    return f'{head}: "{",".join(pieces)}"' if is_cut else None


def missing(name: str, path: Path) -> Finding:
    """Return the finding of a group of fields in which one is missing."""
    zh, en = f"这里缺少字段 {name}，请补上", f"the field {name} is missing here; add it"
    return Finding.of(Fault("missing-field", zh, en), path)


def extra_fields(
    names: list[str],
    path: Path,
    known: Mapping[str, Text | None],
    tree: Mapping[str, Any],
    cls: Any = None,
) -> Iterator[Finding]:
    """Yield the findings of fields of ``tree`` that are none of those known."""
    yield from (extra_field(name, path, known, tree, cls) for name in names[:MOST])
    if len(names) > MOST:
        yield Finding.of(too_many(len(names) - MOST), path)


def extra_field(
    name: str,
    path: Path,
    known: Mapping[str, Text | None],
    tree: Mapping[str, Any],
    cls: Any = None,
) -> Finding:
    """Return the finding of a field of ``tree`` that is none of those known."""
    near, whole = suggest_field(name, known, tree, cls), _cut(name, tree)
    label = known.get(near) if near else None
    if whole and (label is None or label.zh != name):
        zh = f"它是前面文字中逗号之后的部分，请给整段加引号：{whole}"
        en = f"it is part of a text that has a comma in it; put the whole in quotes: {whole}"
    elif near and near == _by_value(name, cls) and name in {one.value for one in WindowKind}:
        zh, en = f"是不是 {near}: {{{name}: …}}？", f"did you mean {near}: {{{name}: …}}?"
    elif near and "：" in name:
        zh, en = (
            f"冒号要用半角，后面空一格，如 {near}: ……",
            f"write an ASCII colon and a space, {near}: …",
        )
    elif near:
        zh, en = f"是不是 {near}？", f"did you mean {near}?"
    else:
        zh, en = f"可用：{'、'.join(known)}", f"the fields here are {', '.join(known)}"
    if not (near or whole) and tree[name] is None:
        zh += "；若它是前面文字中逗号之后的部分，请给整段文字加引号"
        en += "; if it is part of a text that has a comma in it, put the whole text in quotes"
    zh, en = f"这里没有“{name}”这个字段，{zh}", f"there is no field “{name}” here; {en}"
    return attrs.evolve(Finding.of(Fault("unknown-field", zh, en), (*path, name)), at_key=True)
