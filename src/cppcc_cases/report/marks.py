"""Marks of states and bars of figures, with what they say in words, and the keys to them."""

from collections.abc import Iterable, Iterator

from cppcc_cases.comparison.bars import Length, Whole
from cppcc_cases.model import StageState
from cppcc_cases.report.document import Bar, Key, Mark
from cppcc_cases.report.values import Claim
from cppcc_cases.report.words import Words

_SAYS = {Whole.HUNDRED: "bar_of_hundred", Whole.LARGEST: "bar_of_largest"}
_FULL = {Whole.HUNDRED: "full_at_hundred", Whole.LARGEST: "full_at_largest"}
_SAMPLE = 0.6


def state_mark(words: Words, state: StageState | None) -> Mark:
    """Return the mark of a state, or, with None, of there being no case."""
    return Mark(state=state, says=words.of(state.label) if state else words["no_case"])


def state_key(words: Words, *, no_case: bool = False) -> Key:
    """Return the key to the marks of states, and, if asked, to that of there being no case."""
    states = (*StageState, None) if no_case else tuple(StageState)
    return Key(pictures=tuple(state_mark(words, state) for state in states))


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
