"""Laws of the strategies for authors of plugins: what they give is of use to them."""

from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.examples import scaled

from cppcc_cases.checks.run import check
from cppcc_cases.codec import decode
from cppcc_cases.model import (
    Article,
    Case,
    Dating,
    Edtf,
    Evidence,
    Fact,
    Figure,
    Lifecycle,
    Mention,
    Metric,
    Outcome,
    Participant,
    Text,
)
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.source.yamltext import parse
from cppcc_cases.store import Corpus, Loaded
from cppcc_cases.testing import strategies
from cppcc_cases.testing.strategies import Module

REGISTRY = built_in(Registry.installed())
few = settings(deadline=None, max_examples=scaled(25))


def problems(module: Module) -> tuple[Any, ...]:
    """Return everything that the rules find in a module."""
    places = tuple(range(len(module.cases)))
    loaded = Loaded(file="made-up", article=module.article, cases=module.cases, places=places)
    return check(Corpus.of(loaded, registry=REGISTRY)).problems


@few
@given(strategies.modules(registry=REGISTRY))
def test_modules_pass_every_rule(module: Module) -> None:
    """No rule finds anything in a module that was generated, not even a warning."""
    assert () == problems(module)


@few
@given(strategies.modules(registry=REGISTRY))
def test_modules_come_back(module: Module) -> None:
    """A module can be written as a tree and as YAML, and both read back as it was."""
    parsed, faults = parse(module.yaml())
    assert [] == list(faults)
    for tree in (module.tree(), parsed):
        decoded = decode(tree, REGISTRY)
        assert (module.article, module.cases, ()) == (
            decoded.article,
            decoded.cases,
            decoded.flaws,
        )


@pytest.mark.parametrize("kind", REGISTRY.kinds.values(), ids=lambda kind: kind.kind)
def test_cases_are_of_the_kind_that_is_asked_for(kind: Any) -> None:
    """Of every kind cases can be had, and they pass the kind's own check."""

    @settings(deadline=None, max_examples=3)
    @given(strategies.cases(kind, registry=REGISTRY), strategies.articles(strategies.MADE_UP))
    def holds(case: Case, article: Article) -> None:
        assert kind.kind == case.mechanism.kind
        assert () == problems(Module(article=article, cases=(case,)))

    holds()


@pytest.mark.parametrize(
    ("strategy", "cls"),
    [
        (strategies.texts, Text),
        (strategies.edtfs, Edtf),
        (strategies.datings, Dating),
        (strategies.evidence, Evidence),
        (strategies.facts, Fact),
        (strategies.figures, Figure),
        (strategies.participants, Participant),
        (partial(strategies.metrics, indicators=REGISTRY.indicators.values()), Metric),
        (strategies.outcomes, Outcome),
        (strategies.mentions, Mention),
        (strategies.lifecycles, Lifecycle),
        (strategies.articles, Article),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_strategies_give_what_they_are_called_for(strategy: Any, cls: type) -> None:
    """Each strategy gives values of its class, alone as in a list."""

    @settings(deadline=None, max_examples=10)
    @given(strategy(), st.lists(strategy(), max_size=2))
    def holds(one: object, more: list[object]) -> None:
        assert {cls} == {type(value) for value in (one, *more)}

    holds()


def test_strategies_are_strategies() -> None:
    """Everything public in lower case is a function that gives a strategy."""
    needing = {"mechanisms", "Module", "NoStrategy", "MADE_UP"}
    made = [getattr(strategies, name)() for name in strategies.__all__ if name not in needing]
    assert [] == [one for one in made if not isinstance(one, SearchStrategy)]
