"""Comparisons and parties at a prompt."""

import pytest
from attrs import evolve

from cppcc_cases.comparison import compare, party
from cppcc_cases.model import Text
from cppcc_cases.store import Corpus


def test_a_comparison_is_one_line(corpus: Corpus) -> None:
    """It names its parties and counts cases and sources."""
    found = compare(corpus, "taiyuan", "datong")
    count = len(found.sources)
    assert f"<Comparison 太原市 ↔ 大同市: 2 cases, {count} sources>" == repr(found)


def test_a_joint_case_counts_once(corpus: Corpus) -> None:
    """A case that stands on both sides is one case."""
    found = evolve(compare(corpus, "changzhi", "jincheng"), sources=())
    assert "<Comparison 长治市 ↔ 晋城市: 1 case, 0 sources>" == repr(found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("taiyuan", "<Party 太原市: 1 case>"),
        ("xinzhou", "<Party 忻州市: 2 cases>"),
        ("上海", "<Party 上海市: 0 cases>"),
    ],
)
def test_a_party_is_one_line(corpus: Corpus, name: str, expected: str) -> None:
    """It has its name and the number of its cases, also where there is none."""
    assert expected == repr(party(corpus, name))


def test_hostile_titles_give_no_orders(corpus: Corpus) -> None:
    """A title is written out in the lines of its party and its comparison."""
    found = compare(corpus, "taiyuan", "datong")
    spoilt = evolve(found.parties[0], title=Text(zh="\x1b[2J", en="-"))
    both = evolve(found, parties=(spoilt,), sources=())
    expected = (r"<Party \x1b[2J: 1 case>", r"<Comparison \x1b[2J: 1 case, 0 sources>")
    assert expected == (repr(spoilt), repr(both))
