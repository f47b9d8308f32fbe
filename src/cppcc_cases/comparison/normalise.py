"""Counts divided by what they are counted among, where a sourced denominator exists.

A figure is divided only if it is of one locality's own whole, for a year, since a closed session or
as of a day, by what its indicator allows, and within five years of the count it is divided by.
"""

from attrs import field, frozen

from cppcc_cases.comparison.rows import Told
from cppcc_cases.model import JOINT, LocalityCode, Missing, Qualifier, Stands, Text, label
from cppcc_cases.vocab.denominators import Denominator, Per, denominators, why_missing

_FORMS = ("year", "closed", "as_of")
_YEARS = 5
_ACTUAL = (Stands.REPORTED, Stands.PROVISIONAL)


@frozen(kw_only=True)
class Quotient:
    """A figure divided by a denominator, ``size`` of which make the unit.

    ``value`` is the figure for one unit (142 studios among 5,304,061 residents are 2.68 for each
    100,000). ``other`` is the same count by another authority, if it differs.
    """

    per: Per = field(metadata=label("除以", "per", "除以什么。", "By what it is divided."))
    numerator: float = field(
        metadata=label("分子", "numerator", "原来的数。", "The figure that is divided.")
    )
    denominator: Denominator = field(
        metadata=label("分母", "denominator", "所用的分母。", "The count by which it is divided.")
    )
    other: Denominator | None = field(
        metadata=label(
            "另一口径",
            "other count",
            "别的机关的数，与所用分母不同时才有。",
            "The same count by another authority, if it differs.",
        )
    )
    value: float = field(
        metadata=label(
            "商", "value", "每一单位合多少；占比是1以下的小数。", "The figure for one unit."
        )
    )


@frozen(kw_only=True)
class NoQuotient:
    """Why a figure can't be divided."""

    per: Per = field(metadata=label("除以", "per", "本要除以什么。", "By what it would be."))
    reason: Text = field(
        metadata=label("缘由", "reason", "为什么除不了。", "Why it can't be divided.")
    )


def quotient(told: Told, per: Per) -> Quotient | NoQuotient | None:
    """Return a figure divided by what is counted in its place; None where it may not be."""
    metric, seen = told.metric, told.seen
    if isinstance(metric.value, Missing) or seen.place == JOINT or seen.part:
        return None
    if metric.qualifier is not Qualifier.EXACT or metric.stands not in _ACTUAL:
        return None
    whole = "whole" if seen.area else "own"
    if (seen.coverage or ("" if seen.area else "own")) != whole or seen.window.form not in _FORMS:
        return None
    code = LocalityCode(seen.place)
    there = denominators(code)
    main = there.of(per)
    if main is None:
        return NoQuotient(per=per, reason=why_missing(code, per))
    if main.as_of.upper is None or abs(main.as_of.upper.year - seen.window.year) > _YEARS:
        return None
    other = next((one for one in there.others if one.per is per), None)
    return Quotient(
        per=per,
        numerator=metric.value,
        denominator=main,
        other=other if other and other.value != main.value else None,
        value=seen.amount * per.size / main.value,
    )
