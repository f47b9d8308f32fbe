"""Marks of states and bars of figures, with what they say in words, and the keys to them."""

from collections.abc import Iterable, Iterator

from cppcc_cases.comparison.bars import Length, Whole
from cppcc_cases.model import StageState, Text
from cppcc_cases.report.document import Bar, Key, Mark
from cppcc_cases.report.values import Cell, Claim
from cppcc_cases.report.words import Words

_SAYS = {Whole.HUNDRED: "bar_of_hundred", Whole.LARGEST: "bar_of_largest"}
_FULL = {Whole.HUNDRED: "full_at_hundred", Whole.LARGEST: "full_at_largest"}
_SAMPLE = 0.6


def state_mark(words: Words, cell: Cell) -> Mark:
    """Return the mark of the state in a cell; without one, that of there being no case."""
    if cell.state is None:
        return Mark(state=None, says=words["no_case"])
    return Mark(state=cell.state, says=words.of(_label(cell, cell.state)))


def _label(cell: Cell, state: StageState) -> Text:
    """Return what a state says: of one that is not told, why."""
    silent = [claim.text for claim in cell.claims if claim.silence]
    return silent[0] if silent else state.label


def state_key(words: Words, cells: Iterable[Cell], *, no_case: bool = False) -> Key:
    """Return the key to the marks of states, and, if asked, to that of there being no case."""
    untold = [one for one in cells if one.state is StageState.NOT_REPORTED]
    silent = dict.fromkeys(words.of(_label(one, StageState.NOT_REPORTED)) for one in untold)
    says = {state: words.of(state.label) for state in StageState}
    if silent:
        says[StageState.NOT_REPORTED] = words.join(silent)
    marks = [Mark(state=state, says=told) for state, told in says.items()]
    if no_case:
        marks.append(Mark(state=None, says=words["no_case"]))
    return Key(pictures=tuple(marks))


def bar(words: Words, length: Length | None) -> tuple[Bar, ...]:
    """Return a bar as the line that follows its figure; none if the figure has no bar."""
    if length is None:
        return ()
    share = f"{length.share:.2%}".removesuffix("%").rstrip("0").rstrip(".") + "%"
    return (Bar(share=length.share, says=words[_SAYS[length.whole]].format(share)),)


def bar_key(words: Words, claims: Iterable[Claim]) -> Iterator[Key]:
    """Yield the key to the bars of these claims, if they have any: when a bar is full."""
    found = {claim.bar.whole for claim in claims if claim.bar}
    told = [words[key] for whole, key in _FULL.items() if whole in found]
    if told:
        says = words.colon(words["bars"], words.join(told, clauses=True))
        yield Key(pictures=(Bar(share=_SAMPLE, says=says),))
