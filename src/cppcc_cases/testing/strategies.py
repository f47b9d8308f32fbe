"""Hypothesis strategies for every class of the model. Everything they give is made up.

What ``cases()`` and ``modules()`` give passes ``cases check``: texts are in the right language,
anchors are short, ids, places, topics and indicators are known and in use, units are allowed,
figures stand in their anchors, and what the kind itself minds is left out. Not guaranteed are:

- that a kind can be had whose own check, or a validator, refuses nearly everything: give
  ``kind_contract`` a strategy of your own;
- that ``mechanisms()`` alone pass the kind's own check, which is one of whole cases;
- that a bare ``str`` or number in a class of your own means anything;
- that parts which are made alone, such as ``evidence()``, point to an article that there is.
"""

from functools import cache
from typing import Any, cast, get_args

import attrs
from attrs import frozen
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cppcc_cases import model
from cppcc_cases.codec import Plain
from cppcc_cases.codec.written import written
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.contract import Kind
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.store.write import to_yaml
from cppcc_cases.testing.claims import (
    facts,
    figures,
    installed,
    lifecycles,
    localities,
    maybe,
    mentions,
    metrics,
    outcomes,
    participants,
)
from cppcc_cases.testing.derive import NoStrategy, Setting, ids, of_class, topics
from cppcc_cases.testing.words import MADE_UP, datings, edtfs, evidence, texts

__all__ = [
    "MADE_UP",
    "Module",
    "NoStrategy",
    "articles",
    "cases",
    "datings",
    "edtfs",
    "evidence",
    "facts",
    "figures",
    "lifecycles",
    "localities",
    "mechanisms",
    "mentions",
    "metrics",
    "modules",
    "outcomes",
    "participants",
    "texts",
]


_IDS = (MADE_UP, model.ArticleId("made-up-article-2"), model.ArticleId("made-up"))


@frozen(kw_only=True)
class Module:
    """An article and its cases: what one file holds."""

    article: model.Article
    cases: tuple[model.Case, ...]

    plugins: tuple[str, ...] = ()

    def tree(self) -> Plain:
        """Return the plain tree that an author would write."""
        return written(self.article, self.cases, self.plugins)

    def yaml(self) -> str:
        """Return the text of the file."""
        return to_yaml(self.article, self.cases, self.plugins)


@cache
def articles(id_: model.ArticleId | None = None) -> SearchStrategy[model.Article]:
    """Return articles, of one id or of any."""
    gap = st.builds(model.Gap, paragraph=st.integers(1, 99), text=texts())
    return st.builds(
        model.Article,
        id=st.just(id_) if id_ else ids().map(model.ArticleId),
        title=texts(),
        column=maybe(texts()),
        byline=maybe(texts()),
        publisher=maybe(texts()),
        published=datings(),
        gaps=st.lists(gap, max_size=2).map(tuple),
    )


def mechanisms(
    kind: Kind | type[attrs.AttrsInstance],
    article: model.ArticleId = MADE_UP,
    registry: Registry | None = None,
) -> SearchStrategy[model.Mechanism]:
    """Return mechanisms of a kind, given as its class.

    Raises :class:`NoStrategy` if a field is of a type that no data module can say.
    """
    return _mechanisms(cast(type, kind), article, registry or installed())


@cache
def _mechanisms(
    kind: type, article: model.ArticleId, registry: Registry
) -> SearchStrategy[model.Mechanism]:
    stages = getattr(kind, "stages", model.EVERY_STAGE)
    return of_class(kind, Setting(article=article, stages=stages, registry=registry))


@st.composite
def cases(
    draw: st.DrawFn,
    kind: Kind | type[attrs.AttrsInstance] | None = None,
    article: model.ArticleId = MADE_UP,
    registry: Registry | None = None,
    mechanism: SearchStrategy[Any] | None = None,
    minded: bool = False,
) -> model.Case:
    """Return cases of a kind, or of any that ships with the library.

    The places and indicators that the mechanism names are the case's own. Those that the kind's
    own check minds are left out, unless ``minded``.
    """
    registry = registry or installed()
    if mechanism is None:
        # Not one of another package: that may be broken.
        chosen = kind or draw(st.sampled_from(list(built_in(registry).kinds.values())))
        mechanism = mechanisms(chosen, article, registry)
    drawn = draw(mechanism)
    places = _places(drawn) or draw(_several(localities(), 3))
    whose = places if len(places) == 1 else (*places, model.JOINT)
    owned = st.sampled_from(whose)
    case = model.Case(
        id=draw(ids()),
        title=draw(texts()),
        summary=draw(texts()),
        localities=places,
        committees=draw(_several(texts(), 2)),
        period=draw(datings()),
        topics=draw(_several(topics(registry), 2)),
        mechanism=drawn,
        metrics=tuple(
            attrs.evolve(one, of=draw(owned))
            for one in draw(_metrics(article, registry, _counted(drawn)))
        ),
        outcomes=tuple(
            attrs.evolve(one, of=draw(owned))
            for one in draw(st.lists(outcomes(article), max_size=2))
        ),
        mentions=tuple(draw(st.lists(mentions(article), max_size=1))),
        limitations=draw(_several(texts(), 2)),
    )
    check = getattr(drawn, "check", None)
    assume(minded or check is None or not list(check(case)))
    return case


@cache
def _several(strategy: SearchStrategy[Any], most: int) -> SearchStrategy[Any]:
    return st.lists(strategy, min_size=1, max_size=most, unique=True).map(tuple)


def _places(mechanism: object) -> tuple[model.LocalityCode, ...]:
    found = [part.locality for _, part in walk(mechanism) if isinstance(part, model.Participant)]
    return tuple(dict.fromkeys(found))


def _counted(mechanism: object) -> tuple[model.IndicatorId, ...]:
    """Return the indicators that a mechanism names."""
    parts = [cast(attrs.AttrsInstance, part) for _, part in walk(mechanism)]
    found = [
        getattr(part, one.name)
        for part in parts
        for one in attrs.fields(type(part))
        if model.IndicatorId in (one.type, *get_args(one.type))
    ]
    return tuple(model.IndicatorId(id_) for id_ in dict.fromkeys(found) if isinstance(id_, str))


@st.composite
def _metrics(
    draw: st.DrawFn,
    article: model.ArticleId,
    registry: Registry,
    named: tuple[model.IndicatorId, ...],
) -> tuple[model.Metric, ...]:
    """Return metrics of the indicators that are named, and of up to two more."""
    known = registry.indicators
    used = [id_ for id_, one in known.items() if one.replaced_by is None]
    more = draw(st.lists(st.sampled_from(used), max_size=2))
    each = dict.fromkeys((*named, *more))
    return tuple(draw(metrics(article, [known[id_]])) for id_ in each)


@st.composite
def modules(
    draw: st.DrawFn,
    kind: Kind | type[attrs.AttrsInstance] | None = None,
    registry: Registry | None = None,
    mechanism: SearchStrategy[Any] | None = None,
) -> Module:
    """Return an article with one or two cases, all of whose evidence is in it."""
    # One of few: strategies for an article are made once.
    article = draw(articles(MADE_UP if mechanism is not None else draw(st.sampled_from(_IDS))))
    case = cases(kind, article.id, registry, mechanism)
    found = draw(st.lists(case, min_size=1, max_size=2, unique_by=lambda one: one.id))
    return Module(article=article, cases=tuple(found))
