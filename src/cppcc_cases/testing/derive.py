"""Strategies for the fields of any kind, from their types."""

import enum
from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from attrs import frozen
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cppcc_cases import model
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.testing import claims, words


class NoStrategy(TypeError):
    """A field is of a type that no data module can say."""


@frozen(kw_only=True)
class Setting:
    """What values are made for: their article, the stages of their kind, and what is registered."""

    article: model.ArticleId
    stages: frozenset[model.Stage]
    registry: Registry


def topics(registry: Registry) -> SearchStrategy[model.TopicId]:
    """Return topics that are in use."""
    used = [model.TopicId(id_) for id_, one in registry.topics.items() if one.replaced_by is None]
    return st.sampled_from(used)


def metrics(setting: Setting) -> SearchStrategy[model.Metric]:
    """Return metrics of the indicators that are in use."""
    return claims.metrics(setting.article, setting.registry.indicators.values())


_MODEL: dict[object, Callable[[Setting], SearchStrategy[Any]]] = {
    str: lambda _: words.chinese(),
    int: lambda _: st.integers(1, 9999),
    float: lambda _: st.integers(0, 9999).map(lambda tenths: tenths / 10),
    bool: lambda _: st.booleans(),
    model.Number: lambda _: st.integers(0, 9999),
    model.Edtf: lambda _: words.edtfs(),
    model.Text: lambda _: words.texts(),
    model.Dating: lambda _: words.datings(),
    model.Evidence: lambda setting: words.evidence(setting.article),
    model.Fact: lambda setting: claims.facts(setting.article),
    model.Figure: lambda setting: claims.figures(setting.article),
    model.Participant: lambda setting: claims.participants(setting.article),
    model.Lifecycle: lambda setting: claims.lifecycles(setting.article, setting.stages),
    model.Metric: metrics,
    model.Outcome: lambda setting: claims.outcomes(setting.article),
    model.Mention: lambda setting: claims.mentions(setting.article),
    model.ArticleId: lambda setting: st.just(setting.article),
    model.LocalityCode: lambda _: claims.localities(),
    model.CaseId: lambda _: ids(),
    model.TopicId: lambda setting: topics(setting.registry),
    model.IndicatorId: lambda setting: st.sampled_from(
        [one.id for one in setting.registry.indicators.values() if one.replaced_by is None]
    ),
    model.UnitId: lambda setting: st.sampled_from(
        [one.id for one in setting.registry.units.values()]
    ),
}
"""What is known of the library's own types, and of plain values."""


def ids() -> SearchStrategy[model.CaseId]:
    """Return ids that say that what bears them is made up."""
    return st.from_regex(r"made-up(-[a-z0-9]{1,8}){1,2}", fullmatch=True).map(model.CaseId)


def of_type(wanted: Any, setting: Setting) -> SearchStrategy[Any]:
    """Return values of a type that may stand in a field. Raises :class:`NoStrategy`."""
    if wanted in _MODEL:
        return _MODEL[wanted](setting)
    inner = get_args(wanted)
    if get_origin(wanted) is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        several = st.lists(of_type(inner[0], setting), min_size=1, max_size=3).map(tuple)
        return st.one_of(several, several.map(lambda made: (*made, made[0])))
    if get_origin(wanted) in (Union, UnionType):
        return _union(inner, setting)
    if hasattr(wanted, "__supertype__"):
        return of_type(wanted.__supertype__, setting)
    if isinstance(wanted, type) and issubclass(wanted, enum.Enum):
        return st.sampled_from(wanted)
    if isinstance(wanted, type) and attrs.has(wanted):
        return of_class(wanted, setting)
    raise NoStrategy(f"no data module can say {wanted!r}")


def _union(members: tuple[Any, ...], setting: Setting) -> SearchStrategy[Any]:
    absent: list[SearchStrategy[Any]] = []
    if model.Missing in members:
        absent.append(st.sampled_from(model.Missing))
    if NoneType in members:
        absent.append(st.none())
    rest = [one for one in members if one not in (model.Missing, NoneType)]
    return st.one_of(*absent, *(of_type(one, setting) for one in rest))


def of_class(cls: type[attrs.AttrsInstance], setting: Setting) -> SearchStrategy[Any]:
    """Return instances of a class; those that its own validators refuse are left out."""
    made = {a.alias: _of_field(cls, a, setting) for a in attrs.fields(cls) if a.init}
    return st.fixed_dictionaries(made).map(lambda given: _built(cls, given))


def _of_field(cls: type, one: "attrs.Attribute[Any]", setting: Setting) -> SearchStrategy[Any]:
    if one.type is str and one.name == "en":
        return words.english()
    try:
        found = of_type(one.type, setting)
    except NoStrategy as error:
        raise NoStrategy(f"{cls.__name__}.{one.name}: {error}") from None
    return st.one_of(st.just(()), found) if one.default == () else found


def _built(cls: Any, given: dict[str, Any]) -> Any:
    numbers = [one for one in given.values() if type(one) in (int, float)]
    proved = given.get("evidence")
    if numbers and isinstance(proved, tuple) and proved:
        # What gives numbers and evidence gives evidence that shows the numbers.
        shown = (words.figures_shown(one, model.Qualifier.EXACT) for one in numbers)
        given = {**given, "evidence": tuple(attrs.evolve(proved[0], anchor=one) for one in shown)}
    try:
        return cls(**given)
    except (ValueError, TypeError):
        assume(False)
