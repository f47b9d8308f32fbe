"""Faulty trees, decoded as far as they can be."""

import copy
from pathlib import Path
from typing import Any

import pytest

from cppcc_cases.codec.context import Context
from cppcc_cases.codec.partial import Partial, partial
from cppcc_cases.model import Article, Case
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.yamltext import parse

GIVEN = Context(article="made-up", registry=Registry.installed())
BASE = Path(__file__).parents[2] / "conformance" / "valid" / "base.yaml"


def changed(path: tuple[str | int, ...], value: object) -> Partial:
    """Return what can be decoded of a case that is right but for one place."""
    tree: Any = parse(BASE.read_text(encoding="utf-8"))[0]
    case = copy.deepcopy(tree["cases"][0])
    around = case
    for step in path[:-1]:
        around = around[step]
    around[path[-1]] = value
    return partial(case, Case, GIVEN, ("cases", 0))


def held(value: Any, path: str) -> Any:
    """Return what stands at a path, or that there is a hole on the way to it."""
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step, "hole")
    return value


@pytest.mark.parametrize(
    ("path", "value", "there"),
    [
        (("metrics", 0, "value"), "seven", {"metrics.0.value": "hole", "metrics.0.unit": "piece"}),
        (("metrics", 0), "seven", {"metrics.0.unit": "hole", "id": "made-up-studio"}),
        (("metrics", 0, "evidence"), [], {"metrics.0.evidence": "hole"}),
        (("metrics", 0, "evidence"), [7, {"paragraph": 2}], {"metrics.0.evidence.1.paragraph": 2}),
        (("metrics", 0, "evidnce"), [], {"metrics.0.value": 7}),
        (("topics",), ["health", 7, "x"], {"topics": ("health", "", "x")}),
        (("topics",), 7, {"topics": ()}),
        (("limitations",), 7, {"limitations": "hole"}),
        (("period", "date"), "2024-13", {"period.date": "hole", "period.rule": None}),
        (("mechanism", "kind"), 7, {"mechanism": "hole", "title.zh": "虚构的案例"}),
        (("mechanism",), None, {"mechanism": "hole"}),
        (("mechanism", "studio"), {}, {"mechanism.kind": "member_studio"}),
        (("mechanism", "studio"), {}, {"mechanism.ways.0.zh": "虚构的做法"}),
    ],
)
def test_all_that_can_be_decoded_is_there(
    path: tuple[str | int, ...], value: object, there: dict[str, object]
) -> None:
    """The rest is a hole, and entries keep their index."""
    part = changed(path, value)
    assert there == {one: held(part.value, one) for one in there}


@pytest.mark.parametrize(
    ("path", "value", "whole"),
    [
        (("colour",), "red", True),
        (("metrics", 0, "colour"), "red", True),
        (("metrics", 0, "notes"), {"zh": "甲", "en": "a"}, False),
        (("metrics", 0, "parts"), ["members"], False),
        (("metrics", 0, "indicators"), "studios", True),
        (("metrics", 0, "unit"), 7, False),
        (("metrics",), [], False),
        (("mentions",), 7, False),
    ],
)
def test_what_has_only_a_field_too_many_is_whole(
    path: tuple[str | int, ...], value: object, whole: bool
) -> None:
    """A field under a misspelt name is not there, so that nobody says it is missing."""
    assert whole == changed(path, value).whole


@pytest.mark.parametrize("tree", [None, [], 7, {}, {"zh": 1}])
def test_of_nothing_there_is_nothing(tree: Any) -> None:
    """Whatever stands in place of an article, there is a value with holes."""
    part = partial(tree, Article, GIVEN, ("article",))
    expected = (False, "hole", ("article",))
    assert expected == (part.whole, held(part.value, "id"), part.path)
