"""The fast way takes what is right, and doubts all else."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from cppcc_cases.codec.context import Context
from cppcc_cases.codec.fast import Doubt, decoder, fast
from cppcc_cases.model import ArticleId, Evidence, Mechanism, Missing, Number
from cppcc_cases.plugins.registry import Registry

REGISTRY = Registry.installed()
GIVEN = Context(article="made-up", registry=REGISTRY)
FIGURE: Any = Number | Missing
EVIDENCE = {"paragraph": 1, "anchor": "甲"}


def within(article: str) -> Context:
    """Return what is known in the module of an article."""
    return Context(article=article, registry=REGISTRY)


def test_evidence_points_to_its_own_article() -> None:
    """Evidence that names no article is from that of its module, and the tree is left alone."""
    expected = Evidence(article=ArticleId("made-up"), paragraph=1, anchor="甲")
    assert expected == fast(EVIDENCE, Evidence, GIVEN)
    assert "article" not in EVIDENCE


def test_modules_read_at_the_same_time_do_not_mix() -> None:
    """Which article evidence is from does not depend on other threads."""
    names = [f"article-{number}" for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(
            lambda name: fast([EVIDENCE] * 20, tuple[Evidence, ...], within(name)), names
        )
        expected = [{name} for name in names]
        assert expected == [{evidence.article for evidence in many} for many in found]


@pytest.mark.parametrize(
    ("tree", "kind"),
    [
        (True, int),
        (1, bool),
        ("1", Number),
        (True, Number),
        (" ", str),
        (None, str),
        ([], tuple[str, ...]),
        ("ab", tuple[str, ...]),
        ("2024-13", FIGURE),
        (None, FIGURE),
        ([], Mechanism),
        ({}, Mechanism),
        ({"kind": []}, Mechanism),
        ({"kind": " "}, Mechanism),
        ({"kind": "member_studio"}, Mechanism),
        ("article", Evidence),
        (["article"], Evidence),
        (7, Evidence),
        ({**EVIDENCE, "self": 1}, Evidence),
    ],
)
def test_whatever_is_not_right_is_doubted(tree: object, kind: type) -> None:
    """No other exception comes out."""
    with pytest.raises(Doubt):
        fast(tree, kind, GIVEN)


def test_a_silence_is_taken_for_a_value_that_may_be_missing() -> None:
    """The words for a silence are values of their own."""
    expected = (Missing.NOT_APPLICABLE, 7)
    assert expected == tuple(fast(tree, FIGURE, GIVEN) for tree in ("not_applicable", 7))


def test_a_type_that_no_tree_can_say_is_refused() -> None:
    """A kind with a field of such a type is at fault itself."""
    with pytest.raises(TypeError, match="no tree can say") as raised:
        decoder(complex)
    expected = ("no tree can say <class 'complex'>",)
    assert expected == raised.value.args
