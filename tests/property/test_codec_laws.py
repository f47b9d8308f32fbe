"""Laws of the codec: both ways of decoding agree on every tree, and nothing else comes out."""

import copy
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import scaled

from cppcc_cases.codec import Plain, decode, encode
from cppcc_cases.codec.careful import careful
from cppcc_cases.codec.context import Context
from cppcc_cases.codec.fast import Doubt, fast
from cppcc_cases.errors import Finding
from cppcc_cases.errors import Path as TreePath
from cppcc_cases.model import Article, Case
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.yamltext import parse
from cppcc_cases.store import Loaded, shipped

REGISTRY = Registry.installed()
GIVEN = Context(article="made-up", registry=REGISTRY)
CASES = Path(__file__).parents[2] / "cases"
CONFORMANCE = Path(__file__).parents[1] / "conformance"
FILES = sorted((*CASES.glob("**/*.yaml"), *(CONFORMANCE / "valid").glob("*.yaml")))
SCALARS: tuple[Plain, ...] = (None, "", " \n", True, False, 0, 7, -1, 1.5, "x", "2024", "2024-13")
WORDS = ("not_reported", "not_applicable", "未报道", "newspaper", "member_studio", "platforms")
GROUPS: tuple[Plain, ...] = ([], {}, [None], ["x"], [[]], {"zh": "甲"}, {"kind": "x"})
JUNK: tuple[Plain, ...] = (*SCALARS, *WORDS, *GROUPS, {"date": "2024", "basis": "derived"})
NAMES = ("kind", "zh", "article", "self", "cls", "anchor ", "", "题名", "state", "value")


def module(file: Path) -> dict[str, Plain]:
    """Return the tree of a data module."""
    tree, faults = parse(file.read_text(encoding="utf-8"))
    assert isinstance(tree, dict)
    assert not faults
    return tree


def wholes(file: Path) -> list[tuple[Plain, type[Article] | type[Case]]]:
    """Return the article and the cases of a data module, as trees."""
    tree = module(file)
    assert isinstance(tree["cases"], list)
    return [(tree["article"], Article), *((case, Case) for case in tree["cases"])]


WHOLES = [whole for file in FILES for whole in wholes(file)]


def both(tree: Plain, cls: type[Article] | type[Case]) -> tuple[object, object, list[Finding]]:
    """Return what the fast and the careful way make of a tree, and what the latter finds."""
    found: list[Finding] = []
    slow = careful(tree, cls, GIVEN, (), found)
    try:
        return fast(tree, cls, GIVEN), slow, found
    except Doubt:
        return None, slow, found


def reaches(tree: Plain, path: TreePath) -> bool:
    """Tell whether a path leads to something in a tree."""
    for step in path:
        inner = dict(enumerate(tree)) if isinstance(tree, list) else tree
        if not isinstance(inner, dict) or step not in inner:
            return False
        tree = inner[step]  # type: ignore[index]
    return True


def groups(tree: Plain) -> Iterator[dict[str, Plain] | list[Plain]]:
    """Yield every list and mapping in a tree."""
    if isinstance(tree, dict | list):
        yield tree
        for inner in tree.values() if isinstance(tree, dict) else tree:
            yield from groups(inner)


def mutate(draw: st.DrawFn, tree: Plain) -> None:
    """Change one thing in a tree, in place."""
    group = draw(st.sampled_from([one for one in groups(tree) if one] or [{}]))
    junk = copy.deepcopy(draw(st.sampled_from(JUNK)))
    how = draw(st.sampled_from(("delete", "replace", "add", "rename")))
    if isinstance(group, dict):
        key = draw(st.sampled_from(sorted(group) or [""]))
        name = draw(st.sampled_from((*NAMES, key + "s", key[1:], key.upper())))
        old = group.get(key, junk)
        if how in ("delete", "rename"):
            group.pop(key, None)
        group[name if how in ("add", "rename") else key] = old if how == "rename" else junk
        if how == "delete":
            del group[key]
    else:
        index = draw(st.integers(0, len(group) - 1))
        if how == "delete":
            del group[index]
        elif how == "replace":
            group[index] = junk
        else:
            group.append(junk if how == "add" else group[index])


@st.composite
def mutants(draw: st.DrawFn) -> tuple[Plain, type[Article] | type[Case]]:
    """Return an article or a case that is right but for one to three things."""
    tree, cls = draw(st.sampled_from(WHOLES))
    tree = copy.deepcopy(tree)
    for _ in range(draw(st.integers(1, 3))):
        mutate(draw, tree)
    return tree, cls


trees = st.recursive(
    st.sampled_from(JUNK),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(("article", "cases", "id", *NAMES)), inner, max_size=4),
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_both_ways_agree_on_what_is_right(file: Path) -> None:
    """The careful way gives the very values that the fast way gives."""
    for tree, cls in wholes(file):
        quick, slow, found = both(tree, cls)
        expected: tuple[object, list[Finding]] = (quick, [])
        assert expected == (slow, found)
        assert isinstance(quick, cls)


@given(mutants())
@settings(max_examples=scaled(60), deadline=None)
def test_both_ways_agree_on_what_may_be_wrong(mutant: tuple[Plain, type[Article]]) -> None:
    """What the fast way doubts has flaws, each at a place that there is; what it takes has none."""
    tree, cls = mutant
    before = copy.deepcopy(tree)
    quick, slow, found = both(tree, cls)
    expected = (quick, quick is None)
    assert expected == (slow, bool(found))
    assert [] == [flaw for flaw in found if not reaches(tree, flaw.path)]
    assert before == tree


@given(mutants())
@settings(max_examples=scaled(40), deadline=None)
def test_no_flaw_is_told_twice(mutant: tuple[Plain, type[Article]]) -> None:
    """Flaws of one mutant differ in place or in words."""
    found = both(*mutant)[2]
    expected = len(found)
    assert expected == len({(flaw.path, flaw.message) for flaw in found})


@given(trees)
@settings(max_examples=scaled(100), deadline=None)
def test_any_tree_is_decoded_or_refused(tree: Plain) -> None:
    """No tree raises; what can't be read has a flaw, at a place that there is."""
    decoded = decode(tree, REGISTRY)
    expected: list[Finding] = []
    assert decoded.flaws
    assert expected == [flaw for flaw in decoded.flaws if not reaches(tree, flaw.path)]


def written(tree: Plain) -> Plain:
    """Return a tree as an author writes it: what is optional and not there is left out."""
    if isinstance(tree, dict):
        inner = {name: written(value) for name, value in tree.items()}
        return {name: value for name, value in inner.items() if value is not None and value != []}
    return [written(value) for value in tree] if isinstance(tree, list) else tree


@pytest.mark.parametrize("loaded", shipped().files, ids=lambda loaded: Path(loaded.file).stem)
def test_what_is_encoded_is_decoded_again(loaded: Loaded) -> None:
    """Articles and cases come back as they were, spelled-out silences included."""
    tree = {
        "article": written(encode(loaded.article)),
        "cases": [written(encode(case)) for case in loaded.cases],
    }
    decoded = decode(tree, REGISTRY)
    expected = (loaded.article, loaded.cases, ())
    assert expected == (decoded.article, decoded.cases, decoded.flaws)
