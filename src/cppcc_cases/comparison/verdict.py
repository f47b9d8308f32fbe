"""Whether two figures may be compared: reasons by one table of rules, and the verdict of the worst.

Two figures are comparable only if every dimension but the one compared is established equal:
what is not known gives a caution, a known difference a refusal. Whether arithmetic may be printed
is a second question. The site's ``compare_rows.js`` has the same functions and reads the table.
"""

import enum
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypedDict

from attrs import field, frozen

from cppcc_cases.comparison.observed import Observed, Window
from cppcc_cases.text import Text, WordEnum, label, word
from cppcc_cases.vocab.dimensions import UNSAID


class Axis(enum.Enum):
    """Which dimension two figures may differ in: the place, the time, or none."""

    PLACES = "places"
    TREND = "trend"
    SAME = "same"


class _Rule(TypedDict):
    counts: str
    rates: str
    arithmetic: bool
    zh: str
    en: str
    about_zh: str
    about_en: str


class _Rules(TypedDict):
    windows: dict[str, list[str]]
    length_tolerance: float
    years_apart: dict[str, int]
    counting: dict[str, list[str]]
    standing: list[str]
    results: list[str]
    effects: dict[str, str]
    reasons: dict[str, _Rule]


@cache
def rules() -> _Rules:
    """Return the table of rules, read once a process."""
    found: _Rules = json.loads(Path(__file__).with_name("rules.json").read_text(encoding="utf-8"))
    return found


class Verdict(WordEnum):
    """Whether figures may be compared, the best first."""

    COMPARABLE = word(
        "comparable",
        "可比",
        "comparable",
        "除所比的地区（或时间）以外，各项都查明相同。",
        "All but what is compared is established to be the same.",
    )
    WITH_CAVEAT = word(
        "with_caveat",
        "须谨慎比较",
        "compare with care",
        "有的项目没有写明，或略有出入；没有一项使数字根本不能比。",
        "Something is not stated or a little apart; nothing rules comparison out.",
    )
    NOT_COMPARABLE = word(
        "not_comparable",
        "不可比",
        "not comparable",
        "至少有一项明知不同。",
        "At least one thing is known to differ.",
    )


_ORDER = tuple(Verdict)


def reason_label(reason: str) -> Text:
    """Return what a reason is called."""
    rule = rules()["reasons"][reason]
    return Text(zh=rule["zh"], en=rule["en"])


def reason_about(reason: str) -> Text:
    """Return when a reason is given."""
    rule = rules()["reasons"][reason]
    return Text(zh=rule["about_zh"], en=rule["about_en"])


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the worst of some verdicts."""
    return max(verdicts, key=_ORDER.index, default=Verdict.COMPARABLE)


@frozen(kw_only=True)
class Judgement:
    """A verdict, its reasons in the order of the table, and whether arithmetic may be printed."""

    verdict: Verdict = field(
        metadata=label("结论", "verdict", "能不能比。", "Whether the figures may be compared.")
    )
    reasons: tuple[str, ...] = field(
        metadata=label("缘由", "reasons", "结论的各条缘由。", "The reasons for the verdict.")
    )
    arithmetic: bool = field(
        metadata=label(
            "可否计算",
            "arithmetic",
            "能不能算倍数、排名、相减。",
            "Whether a multiple, rank or difference may be printed.",
        )
    )


def judge(one: Observed, other: Observed, axis: Axis) -> Judgement:
    """Return whether two figures may be compared along an axis."""
    found = {
        reason
        for test in (_identity, _parts, _definitions, _times, _standing)
        for reason in test(one, other, axis)
    }
    given = tuple(reason for reason in rules()["reasons"] if reason in found)
    rate, cumulative = one.rate or other.rate, one.cumulative or other.cumulative
    return judged(given, is_rate=rate, cumulative=cumulative)


def judged(reasons: tuple[str, ...], *, is_rate: bool, cumulative: bool = False) -> Judgement:
    """Return the verdict for which reasons make: that of the worst."""
    table = rules()
    effects = {table["reasons"][one]["rates" if is_rate else "counts"] for one in reasons}
    if cumulative and "window" in reasons:
        effects.add("bar")
    verdict = worst(Verdict(table["effects"][effect]) for effect in effects)
    return Judgement(
        verdict=verdict,
        reasons=reasons,
        arithmetic=verdict is not Verdict.NOT_COMPARABLE
        and all(table["reasons"][reason]["arithmetic"] for reason in reasons),
    )


def _identity(one: Observed, other: Observed, axis: Axis) -> Iterator[str]:
    if (one.indicator, one.as_printed if one.indicator == "other" else "") != (
        other.indicator,
        other.as_printed if one.indicator == "other" else "",
    ):
        yield "indicator"
    if one.family != other.family:
        yield "unit"
    if "joint" in (one.place, other.place):
        yield "joint"
    if axis is Axis.PLACES:
        if one.level != other.level:
            yield "level"
        if "own" in (one.rule, other.rule):
            yield "own_rule"


def _parts(one: Observed, other: Observed, axis: Axis) -> Iterator[str]:
    mine, theirs = dict(one.part), dict(other.part)
    apart = [
        name
        for name in {*mine, *theirs} - {"scheme"}
        if set(mine.get(name, ())) - {UNSAID} != set(theirs.get(name, ())) - {UNSAID}
    ]
    unsaid = any(UNSAID in tokens for tokens in (*mine.values(), *theirs.values()))
    if unsaid:
        yield "part_unknown"
    if apart == ["handler"]:
        yield "part_handler" if one.rate and other.rate else "part"
    elif apart and not (apart == ["author"] and unsaid and _may_be_members(mine, theirs)):
        yield "part"
    if "topic" in mine and "topic" in theirs and axis is Axis.PLACES:
        yield "part_unknown"  # words of two places are never known to mean the same
    covers = [side.coverage or ("" if side.area else "own") for side in (one, other)]
    if "" in covers:
        yield "coverage_unknown"
    elif covers[0] != covers[1]:
        yield "coverage"


def _may_be_members(mine: Mapping[str, Sequence[str]], theirs: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether both may count members' proposals alone: bodies' are never those."""
    return {*mine.get("author", ()), *theirs.get("author", ())} == {"members", UNSAID}


def _definitions(one: Observed, other: Observed, axis: Axis) -> Iterator[str]:
    mine, theirs = dict(one.counting), dict(other.counting)
    needs = (*one.needs, *other.needs)
    told = [_defined(name, mine, theirs, needs) for name in rules()["counting"]["dimensions"]]
    told.append(_schemes(dict(one.part), dict(other.part), axis))
    yield from filter(None, told)
    if one.rate or other.rate:
        bases = mine.get("base"), theirs.get("base")
        if None not in bases:
            yield from ["base"] if bases[0] != bases[1] else []
        elif any(bases) or "open" in (one.rule, other.rule):
            yield "base_unknown"


def _defined(
    name: str,
    mine: Mapping[str, tuple[str, ...]],
    theirs: Mapping[str, tuple[str, ...]],
    needs: tuple[str, ...],
) -> str | None:
    """Return what a dimension gives reason for: two silences are the plain term, if it will do."""
    table = rules()["counting"]
    if name in mine and name in theirs:
        if name in table["lists"] and ("open" in mine or "open" in theirs):
            return "definition_unknown"
        return "definition" if mine[name] != theirs[name] else None
    return "definition_unknown" if name in (*needs, *mine, *theirs) else None


def _schemes(
    mine: Mapping[str, tuple[str, ...]], theirs: Mapping[str, tuple[str, ...]], axis: Axis
) -> str | None:
    """Return what the schemes of two classes, or of two subjects, give reason for."""
    for name, plain in (("class", None), ("subject", ("five_fold",))):
        if name in mine and name in theirs:
            schemes = mine.get("scheme", plain), theirs.get("scheme", plain)
            if None not in schemes and schemes[0] != schemes[1]:
                return "definition"
            own = schemes[0] == ("own_scheme",) and axis is Axis.PLACES
            return "definition_unknown" if None in schemes or own else None
    return None


def _times(one: Observed, other: Observed, axis: Axis) -> Iterator[str]:
    mine, theirs = one.window, other.window
    related = _related(mine, theirs)
    yearless = not (mine.year and theirs.year)
    recount = (
        one.place == other.place
        and {mine.form, theirs.form} <= set(rules()["windows"]["of_session"])
        and mine.year == theirs.year != 0
        and (mine.first, mine.last) != (theirs.first, theirs.last)
    )
    if recount:
        yield "cutoff"
    undated = yearless and not one.stands == other.stands == "required"
    if related == "unlike":
        yield "window"
    elif not recount and (related == "unknown" or undated):
        yield "window_unknown"
    elif not recount and related == "near":
        yield "window_near"
    if axis is Axis.PLACES and not yearless:
        yield from _years(mine, theirs)


def _related(mine: Window, theirs: Window) -> str:
    """Return how two windows are related: same, near, unlike or unknown."""
    table = rules()["windows"]
    pair = {f"{mine.form} {theirs.form}", f"{theirs.form} {mine.form}"}
    if {mine.form, theirs.form} & set(table["no_kind"]) or pair & set(table["unknown"]):
        return "unknown"
    if pair & set(table["by_length"]):
        if not (mine.months and theirs.months):
            return "unknown"
        starts = {mine.start, theirs.start} - {0}
        most = max(mine.months, theirs.months)
        alike = abs(mine.months - theirs.months) <= rules()["length_tolerance"] * most
        return "same" if alike and len(starts) < 2 else "unlike"
    return next((name for name in ("same", "near") if pair & set(table[name])), "unlike")


def _years(mine: Window, theirs: Window) -> Iterator[str]:
    limit = rules()["years_apart"]
    farthest = max(mine.last - theirs.first, theirs.last - mine.first)
    if mine.form == theirs.form == "as_of":
        if farthest >= limit["bar"] * limit["days"]:
            yield "far"
        elif farthest > limit["state_same_days"]:
            yield "moment"
        return
    apart = abs(mine.year - theirs.year)
    if mine.form == theirs.form == "term":
        apart = round(apart / limit["bar"])
        yield from ["far"] if apart >= limit["terms_far"] else ["year"] if apart else []
        return
    if mine.form == theirs.form == "session" and mine.last and theirs.last:
        apart = 0 if farthest <= limit["session_same_days"] else max(apart, 1)
    if apart >= limit["bar"]:
        yield "far"
    elif apart >= limit["care"]:
        yield "year"


def _standing(one: Observed, other: Observed, axis: Axis) -> Iterator[str]:
    stands = {one.stands, other.stands}
    same_count = (one.place, one.window.form, one.window.year) == (
        other.place,
        other.window.form,
        other.window.year,
    )
    if "interim" in stands and not (len(stands) == 1 and same_count):
        yield "interim"
    if stands & {"planned", "required"} and len(stands) > 1:
        yield "not_actual"
    if "provisional" in stands:
        yield "provisional"
    yield from (*one.marks, *other.marks)
    if axis is Axis.TREND and one.term and other.term and one.term != other.term:
        yield "new_term"
