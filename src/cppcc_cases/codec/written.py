"""Model → plain tree as an author writes it: what goes without saying is left out."""

import enum
import json
from collections.abc import Iterable
from typing import Any

import attrs

from cppcc_cases.codec.defaults import FROM_CASE
from cppcc_cases.codec.when import plain_when
from cppcc_cases.model import (
    Article,
    ArticleId,
    Case,
    Edtf,
    Evidence,
    Mechanism,
    UnknownMechanism,
    When,
)
from cppcc_cases.model.claims import NO_UNIT
from cppcc_cases.source.tree import Plain


def written(article: Article, cases: Iterable[Case], plugins: Iterable[str] = ()) -> Plain:
    """Return the tree of a data module, its fields in the model's order.

    Defaults and silences are left out, and the article of evidence where it is the module's own.
    """
    used: list[Plain] = list(plugins)
    return {
        **({"plugins": used} if used else {}),
        "article": _plain(article, article.id),
        **({"cases": told} if (told := [_case(case, article.id) for case in cases]) else {}),
    }


def _case(case: Case, own: ArticleId) -> Plain:
    """Return the tree of a case whose figures leave out what the case says for them."""
    tree: Any = _plain(case, own)
    for name in ("metrics", "outcomes"):
        for value, written in zip(getattr(case, name), tree.get(name, ()), strict=True):
            if case.localities == (value.of,):
                del written["of"]
    for metric, written in zip(case.metrics, tree.get("metrics", ()), strict=True):
        for field in FROM_CASE:
            if getattr(metric, field) == getattr(case, field):
                written.pop(field, None)
            else:
                written[field] = _plain(getattr(metric, field), own)
        if metric.unit == NO_UNIT:
            del written["unit"]
        if case.when:
            written["when"] = plain_when(metric.when)
    ordered: Plain = tree
    return ordered


def _plain(value: Any, own: ArticleId) -> Plain:
    if isinstance(value, enum.Enum):
        said: Plain = value.value
        return said
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, When):
        return plain_when(value)
    if isinstance(value, tuple):
        return [_plain(item, own) for item in value]
    if not attrs.has(type(value)):
        bare: Plain = value
        return bare
    return {
        a.name: _mechanism(inner, own) if a.type is Mechanism else _plain(inner, own)
        for a in attrs.fields(type(value))
        if not _goes_without_saying(a, inner := getattr(value, a.name), value, own)
    }


def _mechanism(value: Any, own: ArticleId) -> Plain:
    if isinstance(value, UnknownMechanism):
        tree: Plain = json.loads(value.tree)
        return tree
    fields = _plain(value, own)
    assert isinstance(fields, dict)
    return {"kind": value.kind, **fields}


def _goes_without_saying(
    field: "attrs.Attribute[Any]", value: Any, owner: Any, own: ArticleId
) -> bool:
    if isinstance(owner, Evidence) and field.name == "article":
        return bool(value == own)
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # its stub is a function, the class is right
        default = default.factory(owner) if default.takes_self else default.factory()
    return type(value) is type(default) and bool(value == default)
