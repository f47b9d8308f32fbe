"""What marks and bars say, and the keys to them, in both languages."""

import pytest
from tests.unit.comparison.made_rows import row

from cppcc_cases.comparison.bars import Length, Whole, lengths
from cppcc_cases.corpus import Corpus
from cppcc_cases.model import Lang, StageState
from cppcc_cases.report.claims import Teller
from cppcc_cases.report.document import Bar, Key, Mark
from cppcc_cases.report.marks import bar, bar_key, state_key, state_mark
from cppcc_cases.report.words import Words

ZH, EN = Words(Lang.ZH), Words(Lang.EN)


@pytest.mark.parametrize(
    ("words", "state", "expected"),
    [
        (ZH, StageState.PROVIDED_FOR, "有规定或在探索"),
        (EN, StageState.STATED_ABSENT, "stated as absent"),
        (ZH, None, "无案例"),
        (EN, None, "no case"),
    ],
)
def test_a_mark_says_its_state(words: Words, state: StageState | None, expected: str) -> None:
    """A mark says the name of its state, or that there is no case."""
    assert Mark(state=state, says=expected) == state_mark(words, state)


def test_the_key_has_every_state() -> None:
    """The key has the mark of every state, and, if asked, that of there being no case."""
    states = tuple(state_mark(EN, state) for state in StageState)
    assert Key(pictures=states) == state_key(EN)
    assert Key(pictures=(*states, state_mark(EN, None))) == state_key(EN, no_case=True)


@pytest.mark.parametrize(
    ("words", "share", "whole", "expected"),
    [
        (ZH, 0.98, Whole.HUNDRED, "98%（刻度0–100%）"),
        (EN, 0.874, Whole.HUNDRED, "87.4% on a scale of 0–100%"),
        (EN, 102 / 103, Whole.HUNDRED, "99.03% on a scale of 0–100%"),
        (ZH, 1.0, Whole.LARGEST, "本行最大数的100%"),
        (EN, 0.0, Whole.LARGEST, "0% of the largest figure in the row"),
    ],
)
def test_a_bar_says_its_share(words: Words, share: float, whole: Whole, expected: str) -> None:
    """A bar says how much of it is filled, and by what it is measured."""
    assert (Bar(share=share, says=expected),) == bar(words, Length(share=share, whole=whole))


def test_no_bar_is_no_line() -> None:
    """A figure without a bar has no line more."""
    assert () == bar(EN, None)


@pytest.mark.parametrize(
    ("words", "units", "expected"),
    [
        (ZH, ("percent",), ["条形：比率和占比以100%为满格"]),
        (ZH, (None,), ["条形：其他数以本行最大的为满格"]),
        (
            EN,
            (None, "percent"),
            [
                "Bars: full at 100% for rates and shares; full at the largest of the row for "
                "other figures"
            ],
        ),
        (EN, (), []),
    ],
)
def test_the_key_to_bars(
    corpus: Corpus, words: Words, units: tuple[str | None, ...], expected: list[str]
) -> None:
    """The key says when a bar is full, for the bars that there are; without bars is no key."""
    tell = Teller(corpus.registry, ())
    claims = []
    for unit in units:
        made = row(50, 20, unit=unit)
        for cell, length in zip(made.cells, lengths(made), strict=True):
            assert cell.told
            claims.append(tell.metric(cell.told.metric, bar=length))
    found = bar_key(words, claims)
    assert expected == [one.says for key in found for one in key.pictures]
