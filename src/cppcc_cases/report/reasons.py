"""The reasons of a verdict in words: each names the sides and their values."""

from collections.abc import Callable, Iterable, Sequence

from cppcc_cases.comparison.rows import Told
from cppcc_cases.comparison.verdict import Judgement, reason_label
from cppcc_cases.model import JOINT, Level, Qualifier
from cppcc_cases.report.windows import window_text, words_text
from cppcc_cases.report.words import Words
from cppcc_cases.vocab.dimensions import COVERAGE, UNSAID

Named = tuple[str, Told]
"""A figure and the name of its party."""
_Value = Callable[[Words, Told], str]
_Holds = Callable[[Told], bool]


def reasons_text(words: Words, judgement: Judgement, sides: Sequence[Named]) -> str:
    """Return the reasons of a verdict as clauses, or nothing if there are none."""
    told = (reason_text(words, reason, sides) for reason in judgement.reasons)
    return words.join(told, clauses=True)


def reason_text(words: Words, reason: str, sides: Sequence[Named]) -> str:
    """Return a reason with what each side has: ``年份不同（太原为2023年，大同为2024年）``."""
    label = words.of(reason_label(reason))
    if reason in _VALUES:
        said = _by_value(words, sides, _VALUES[reason])
    elif reason in _WHO:
        said = _who(words, sides, *_WHO[reason])
    else:
        said = ""
    return label + (words.brackets(said) if said else "")


def said_of_reasons(words: Words, told: Told) -> dict[str, str]:
    """Return what a figure has to say to each reason that lies in what sides have."""
    return {reason: value(words, told) for reason, value in _VALUES.items()}


def lies_with(told: Told) -> list[str]:
    """Return the reasons that lie with a figure."""
    return [reason for reason, (_, holds) in _WHO.items() if holds(told)]


def forms(words: Words) -> dict[str, str]:
    """Return for each reason that lies with sides the form in which these are named."""
    return {reason: words[key] for reason, (key, _) in _WHO.items()}


def _by_value(words: Words, sides: Sequence[Named], value: _Value) -> str:
    groups: dict[str, list[str]] = {}
    for name, told in sides:
        groups.setdefault(value(words, told), []).append(name)
    said = (words["is"].format(words.join(names), what) for what, names in groups.items())
    return words.phrases(said)


def _who(words: Words, sides: Sequence[Named], key: str, holds: _Holds) -> str:
    names = [name for name, told in sides if holds(told)]
    return words[key].format(words.join(names)) if names else ""


def _of(told: Told, wanted: Iterable[str]) -> list[str]:
    """Return the words that a figure has of some dimensions."""
    said = {**dict(told.seen.part), **dict(told.seen.counting)}
    return [word for name in wanted for word in said.get(name, ())]


def _part(words: Words, told: Told) -> str:
    ids = [word for _, said in told.seen.part for word in said]
    return words_text(words, ids) or words["all_of_it"]


def _counting(words: Words, told: Told) -> str:
    ids = [word for name, said in told.seen.counting if name != "base" for word in said]
    ids += _of(told, ("scheme",))
    return words_text(words, ids) or words["unsaid"]


def _coverage(words: Words, told: Told) -> str:
    return words_text(words, [told.seen.coverage or "own"])


_VALUES: dict[str, _Value] = {
    "indicator": lambda words, told: words.indicator(told.metric.indicator),
    "unit": lambda words, told: words.unit(told.metric.unit),
    "level": lambda words, told: (
        words.of(Level(told.seen.level).label) if told.seen.level else words["unsaid"]
    ),
    "part": _part,
    "part_handler": _part,
    COVERAGE: _coverage,
    "definition": _counting,
    "definition_unknown": _counting,
    "base": lambda words, told: words_text(words, _of(told, ("base",))) or words["unsaid"],
    "base_unknown": lambda words, told: words_text(words, _of(told, ("base",))) or words["unsaid"],
    **dict.fromkeys(
        ("window", "window_near", "window_unknown", "moment"),
        lambda words, told: window_text(words, told.metric, short=True),
    ),
    **dict.fromkeys(("year", "far"), lambda words, told: words.year(told.seen.window.year)),
    "cutoff": lambda words, told: window_text(words, told.metric),
    **dict.fromkeys(
        ("not_actual", "interim", "provisional"),
        lambda words, told: words.of(told.metric.stands.label),
    ),
    "new_term": lambda words, told: told.metric.session_no or words["unsaid"],
}
"""The reasons that lie in what sides have, and what that is."""
_WHO: dict[str, tuple[str, _Holds]] = {
    "joint": ("who_so", lambda told: told.seen.place == JOINT),
    "part_unknown": ("who_unsaid", lambda told: UNSAID in _of(told, ("author",))),
    "coverage_unknown": ("who_unsaid", lambda told: not told.seen.coverage),
    "inexact": ("who_so", lambda told: told.metric.qualifier is not Qualifier.EXACT),
    "conflict": ("who_so", lambda told: "conflict" in told.seen.marks),
    "derived": ("who_so", lambda told: "derived" in told.seen.marks),
}
"""The reasons that lie with a side, and with which."""
