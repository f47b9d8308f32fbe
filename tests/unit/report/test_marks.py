"""What marks and bars say, and the keys to them, in both languages."""

import pytest
from tests.unit.comparison.made_rows import row

from cppcc_cases.comparison.bars import Length, Whole, lengths
from cppcc_cases.model import Lang, StageState
from cppcc_cases.report.claims import Teller, quiet
from cppcc_cases.report.document import Bar, Key, Mark
from cppcc_cases.report.marks import bar, bar_key, state_key, state_mark
from cppcc_cases.report.values import Cell, Silence
from cppcc_cases.report.words import Words
from cppcc_cases.store import Corpus

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
    assert Mark(state=state, says=expected) == state_mark(words, Cell(claims=(), state=state))


def test_the_key_has_every_state() -> None:
    """The key has the mark of every state, and, if asked, that of there being no case."""
    states = tuple(state_mark(EN, Cell(claims=(), state=state)) for state in StageState)
    none = state_mark(EN, Cell(claims=()))
    assert Key(pictures=states) == state_key(EN, [])
    assert Key(pictures=(*states, none)) == state_key(EN, [], no_case=True)


def test_what_an_excerpt_does_not_tell_is_said_to_be_missing_from_it() -> None:
    """Of several silences the key names each once, in the order of the cells."""
    untold = Cell(claims=(quiet(Silence.NOT_IN_EXCERPT),), state=StageState.NOT_REPORTED)
    silent = Cell(claims=(), state=StageState.NOT_REPORTED)
    told = Cell(claims=(), state=StageState.PRACTISED)
    assert "节选未见" == state_mark(ZH, untold).says
    keys = ([told, untold], [untold, silent, untold], [told, silent])
    expected = ["节选未见", "节选未见、未写明", "未写明"]
    assert expected == [state_key(ZH, one).pictures[-1].says for one in keys]


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
