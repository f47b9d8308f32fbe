"""The canonical order of fields."""

from pathlib import Path

import pytest
from tests.by_hand import Sound, entry

from cppcc_cases.codec.order import ordered, parts
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.tree import Plain
from cppcc_cases.source.yamltext import parse

REGISTRY = Registry.installed()
CASES = sorted((Path(__file__).parents[3] / "cases").glob("**/*.yaml"))


def backwards(tree: Plain) -> Plain:
    """Return a tree with the fields of every group the other way round."""
    if isinstance(tree, dict):
        return {name: backwards(tree[name]) for name in reversed(tree)}
    return [backwards(item) for item in tree] if isinstance(tree, list) else tree


def names(tree: Plain, *path: str | int) -> list[str]:
    """Return the names of the fields at a path."""
    for step in path:
        tree = tree[step]  # type: ignore[index]
    assert isinstance(tree, dict)
    return list(tree)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_the_order_is_found_again(file: Path) -> None:
    """Fields the wrong way round, at whatever depth, come back into the model's order."""
    tree, _ = parse(file.read_text(encoding="utf-8"))
    expected = repr(tree)
    assert expected == repr(ordered(backwards(tree), REGISTRY))


def test_unknown_fields_come_last() -> None:
    """They stay in their order, and what is in them is not touched."""
    tree: Plain = {"z": {"en": 1, "zh": 2}, "cases": [{"y": 1, "x": 2, "id": 3}], "plugins": []}
    found = ordered(tree, REGISTRY)
    assert ["plugins", "cases", "z"] == names(found)
    assert ["id", "y", "x"] == names(found, "cases", 0)
    assert ["en", "zh"] == names(found, "z")


def mechanism(**fields: Plain) -> Plain:
    """Return a module of one case with a mechanism."""
    return {"cases": [{"mechanism": {**fields}}]}


@pytest.mark.parametrize("kind", ["made_up.kind", None, 7, ["member_studio"]])
def test_fields_of_unknown_kinds_stay(kind: Plain) -> None:
    """What is not known is not sorted, not even the kind itself."""
    tree = mechanism(z=1, kind=kind, lifecycle={"submission": 1, "inquiry": 2})
    assert repr(tree) == repr(ordered(tree, REGISTRY))


def test_fields_of_plugins_are_sorted() -> None:
    """The kind stands first, whichever package it is from."""
    registry = Registry(entries=[entry(Sound)])
    tree = mechanism(lifecycle={"submission": 1, "inquiry": 2}, kind="made_up.kind")
    found = ordered(tree, registry)
    assert ["kind", "lifecycle"] == names(found, "cases", 0, "mechanism")
    assert ["inquiry", "submission"] == names(found, "cases", 0, "mechanism", "lifecycle")


@pytest.mark.parametrize(
    "tree",
    [None, 7, [], ["b", {"z": 1, "a": 2}], {"cases": 7, "article": ["x"]}, {"cases": [None, "x"]}],
)
def test_what_is_no_module_is_let_be(tree: Plain) -> None:
    """Nothing of another form makes the order fail, or is lost."""
    assert tree == ordered(tree, REGISTRY)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ({"article": {}, "cases": [1, 2, 3]}, [("cases",), ("cases", 1), ("cases", 2)]),
        ({"cases": [1], "x": 1}, [("x",)]),
        ({"plugins": [], "article": {}, "cases": 7}, [("article",), ("cases",)]),
        ([1, 2], []),
        (None, []),
    ],
)
def test_parts(tree: Plain, expected: list[tuple[str | int, ...]]) -> None:
    """All parts but the first, and all cases but the first, have a blank line before them."""
    assert expected == list(parts(tree))
