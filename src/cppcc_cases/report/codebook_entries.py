"""What a codebook tells: every class, kind, word and check, as values."""

import enum
from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
from attrs import frozen

from cppcc_cases import model
from cppcc_cases.checks.run import RULES, codes
from cppcc_cases.codec.schema import defined, is_required, parts_of
from cppcc_cases.comparison.verdict import Verdict, reason_about, reason_label, rules
from cppcc_cases.errors import Severity
from cppcc_cases.model.classes import definition_of, name_of
from cppcc_cases.plugins.contract import codes_of
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.words import WORDS
from cppcc_cases.source.messages import WARNINGS
from cppcc_cases.text import rows
from cppcc_cases.vocab.dimensions import COUNTING, DIMENSIONS, PARTS


@frozen(kw_only=True)
class Named:
    """Whatever has an entry. ``label`` is None where only its own name is known."""

    id: str
    label: model.Text | None
    definition: model.Text | None


@frozen(kw_only=True)
class FieldEntry:
    """A field: what it is called and means, whether it must be there, and what it holds."""

    id: str
    label: model.Text
    definition: model.Text | None
    required: bool
    holds: model.Text


@frozen(kw_only=True)
class ClassEntry(Named):
    """A class with its fields."""

    fields: tuple[FieldEntry, ...]


@frozen(kw_only=True)
class CodeEntry:
    """A check: its code, how much a finding weighs, and what it asks for."""

    id: str
    severity: Severity
    definition: model.Text


@frozen(kw_only=True)
class KindEntry(ClassEntry):
    """A kind of mechanism: its fields, the stages that it can describe, and its own checks."""

    stages: tuple[model.Stage, ...]
    codes: tuple[CodeEntry, ...]


@frozen(kw_only=True)
class WordEntry(Named):
    """A word that data files use. ``units`` are those of an indicator, ``mark`` that of a state."""

    units: tuple[str, ...] = ()
    mark: str = ""


@frozen(kw_only=True)
class WordList(Named):
    """A vocabulary."""

    words: tuple[WordEntry, ...]


@frozen(kw_only=True)
class Codebook:
    """All of it. ``parts`` are the classes in fields of kinds, ``others`` stand in no data file."""

    classes: tuple[ClassEntry, ...]
    kinds: tuple[KindEntry, ...]
    parts: tuple[ClassEntry, ...]
    others: tuple[ClassEntry, ...]
    vocabularies: tuple[WordList, ...]
    codes: tuple[CodeEntry, ...]


_Entry = TypeVar("_Entry", ClassEntry, WordList)
_ENUMS = (
    *(model.StageState, model.OutcomeKind, model.OutcomeStatus, model.Basis, model.Qualifier),
    *(model.GapKind, model.Level, model.Missing, model.WindowKind, model.Stands, model.Nature),
    *(model.Counted, model.Covers, model.Read, model.MadeBy),
)
_METRIC = {a.name: a.metadata for a in attrs.fields(model.Metric)}
_LEAVES: dict[Any, model.Text] = {
    str: model.Text(zh="文字", en="text"),
    int: model.Text(zh="整数", en="whole number"),
    float: model.Text(zh="数", en="number"),
    bool: model.Text(zh="真或假", en="true or false"),
    model.LocalityCode: model.Text(zh="区划代码", en="division code"),
    model.IndicatorId: model.Text(zh="指标编号", en="id of an indicator"),
    model.TopicId: model.Text(zh="主题编号", en="id of a topic"),
    model.UnitId: model.Text(zh="单位编号", en="id of a unit"),
    model.Mechanism: model.Text(zh="一种机制类别", en="a kind of mechanism"),
}
_TABLE = """
    indicators | 指标 | indicators | 一个数量的是什么。 | What a figure measures.
    units | 单位 | units | 数以什么计。 | What figures are counted in.
    topics | 主题 | topics | 协商涉及什么。 | What a consultation is about.
"""
_VERDICTS = model.Text(zh="一行数字能不能比。", en="Whether a row's figures compare.")
_REASONS = model.Text(
    zh="为什么不能比，或须谨慎比较。", en="Why figures don't compare, or only with care."
)
_WORDS = (
    ("part", PARTS, model.Text(zh="数的是哪一部分。", en="Which part was counted.")),
    ("counting", COUNTING, model.Text(zh="怎样算的。", en="How it was counted.")),
)
"""The fields of a figure that hold words of dimensions."""


def codebook(registry: Registry) -> Codebook:
    """Return the codebook of what is registered."""
    kinds = tuple(registry.kinds.values())
    known = [cls for name in model.__all__ if _has_fields(cls := getattr(model, name))]
    found = [cls for cls in _reached((model.Article, model.Case, *kinds)) if cls not in kinds]
    held = [cls for cls in found if _has_fields(cls)]
    first = _first_fields([*held, *kinds])
    return Codebook(
        classes=tuple(_class(cls) for cls in held if cls in known),
        kinds=tuple(map(_kind, kinds)),
        parts=tuple(_named(_class(cls), first[cls]) for cls in held if cls not in known),
        others=tuple(_class(cls) for cls in known if cls not in held),
        vocabularies=tuple(_vocabularies(registry, found, first)),
        codes=tuple(_codes(registry)),
    )


def _has_fields(kind: Any) -> bool:
    return isinstance(kind, type) and attrs.has(kind)


def _reached(roots: Iterable[Any]) -> list[Any]:
    """Return the classes with fields, and the enums, that stand in a data file, roots first."""
    found: dict[Any, None] = {}
    waiting = list(roots)
    while waiting:
        kind = waiting.pop(0)
        if kind not in found and (_has_fields(kind) or _is_enum(kind)):
            found[kind] = None
            inner = attrs.fields(kind) if _has_fields(kind) and kind is not model.Edtf else ()
            waiting.extend(part for a in inner for part in parts_of(a.type))
    return list(found)


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, enum.Enum)


def _class(cls: Any) -> ClassEntry:
    return ClassEntry(
        id=cls.__name__,
        label=name_of(cls),
        definition=definition_of(cls),
        fields=tuple(
            FieldEntry(
                id=a.name,
                label=model.label_of(a.metadata, a.name),
                definition=model.about_of(a.metadata),
                required=is_required(cls, a),
                holds=_holds(a.type),
            )
            for a in attrs.fields(cls)
        ),
    )


def _first_fields(classes: list[Any]) -> dict[Any, Any]:
    """Return the first field that holds each class, by whose name a part of a kind is called."""
    found: dict[Any, Any] = {}
    for cls in classes:
        for a in attrs.fields(cls):
            for part in parts_of(a.type):
                found.setdefault(part, a)
    return found


def _named(entry: _Entry, holder: Any) -> _Entry:
    """Return an entry under the name of the field that holds it, defined if it was not."""
    return attrs.evolve(
        entry,
        label=model.label_of(holder.metadata, holder.name),
        definition=entry.definition or model.about_of(holder.metadata),
    )


def _kind(kind: Any) -> KindEntry:
    whole = _class(kind)
    return KindEntry(
        id=kind.kind,
        label=kind.name,
        definition=whole.definition,
        fields=whole.fields,
        stages=tuple(stage for stage in model.Stage if stage in kind.stages),
        codes=tuple(
            CodeEntry(id=f"{kind.kind}/{code}", severity=Severity.ERROR, definition=about)
            for code, about in codes_of(kind).items()
        ),
    )


def _holds(kind: Any) -> model.Text:
    """Return what a field holds: a class by its name, a list with two brackets behind it."""
    if get_origin(kind) is tuple:
        inner = _holds(get_args(kind)[0])
        return model.Text(zh=f"{inner.zh}[]", en=f"{inner.en}[]")
    if get_origin(kind) in (Union, UnionType):
        members = [member for member in get_args(kind) if member is not type(None)]
        numbers = [member for member in members if member in (int, float)]
        rest = [member for member in members if member not in numbers]
        said = [_LEAVES[float]] * bool(numbers) + [_holds(member) for member in rest]
        return model.Text(zh=" / ".join(s.zh for s in said), en=" / ".join(s.en for s in said))
    if kind in _LEAVES:
        return _LEAVES[kind]
    if hasattr(kind, "__supertype__"):
        return _holds(kind.__supertype__)
    name = getattr(kind, "__name__", str(kind))
    return model.Text(zh=name, en=name)


def _vocabularies(
    registry: Registry, found: list[Any], first: dict[Any, Any]
) -> Iterator[WordList]:
    yield _enum(model.Stage)
    yield from map(_enum, _ENUMS)
    tables: tuple[Mapping[str, model.Indicator | model.Term | model.Unit], ...] = (
        registry.indicators,
        registry.units,
        registry.topics,
    )
    for table, (id_, zh, en, about_zh, about_en) in zip(tables, rows(_TABLE), strict=True):
        yield WordList(
            id=id_,
            label=model.Text(zh=zh, en=en),
            definition=model.Text(zh=about_zh, en=about_en),
            words=tuple(map(_word, table.values())),
        )
    for id_, known, about in _WORDS:
        words = tuple(
            WordEntry(id=one.id, label=one.label, definition=DIMENSIONS[one.dimension])
            for one in known.values()
        )
        yield WordList(
            id=id_, label=model.label_of(_METRIC[id_], id_), definition=about, words=words
        )
    yield attrs.evolve(_enum(Verdict), label=WORDS["verdicts"], definition=_VERDICTS)
    given = (
        WordEntry(id=one, label=reason_label(one), definition=reason_about(one))
        for one in rules()["reasons"]
    )
    yield WordList(id="Reason", label=WORDS["reasons"], definition=_REASONS, words=tuple(given))
    yield from (
        _named(_enum(cls), first[cls]) for cls in found if _is_enum(cls) and not name_of(cls)
    )


def _word(entry: model.Indicator | model.Term | model.Unit) -> WordEntry:
    units = entry.units if isinstance(entry, model.Indicator) else ()
    return WordEntry(id=entry.id, label=entry.label, definition=defined(entry), units=units)


def _enum(cls: Any) -> WordList:
    return WordList(
        id=cls.__name__,
        label=name_of(cls),
        definition=definition_of(cls),
        words=tuple(
            WordEntry(
                id=str(one.value),
                label=getattr(one, "label", None),
                definition=getattr(one, "definition", None),
                mark=one.mark if cls is model.StageState else "",
            )
            for one in cls
        ),
    )


def _codes(registry: Registry) -> Iterator[CodeEntry]:
    weights = dict.fromkeys(WARNINGS, Severity.WARNING)
    weights |= {rule.code: rule.severity for rule in RULES}
    for code, about in sorted(codes(registry).items()):
        yield CodeEntry(id=code, severity=weights.get(code, Severity.ERROR), definition=about)
