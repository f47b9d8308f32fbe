"""Counts divided by what they are counted among, where a sourced denominator exists."""

from attrs import field, frozen

from cppcc_cases.model import IndicatorId, LocalityCode, Metric, Missing, Text, label
from cppcc_cases.vocab.denominators import Denominator, Per, denominators, why_missing

_PER: dict[str, tuple[Per, ...]] = {
    "liaison_groups": (Per.DIVISIONS,),
    "platforms": (Per.RESIDENTS, Per.DIVISIONS),
    "studios": (Per.RESIDENTS, Per.DIVISIONS),
    "proposals_received": (Per.RESIDENTS,),
    "proposals_filed": (Per.RESIDENTS,),
    "opinions_submitted": (Per.RESIDENTS,),
    "consultations": (Per.RESIDENTS,),
}
SHARES = frozenset({"liaison_groups"})
"""Indicators of which there is at most one in each division: the quotient is a share."""


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


def sorts(indicator: IndicatorId) -> tuple[Per, ...]:
    """Return by what figures of an indicator are divided."""
    return _PER.get(indicator, ())


def quotient(metric: Metric, code: LocalityCode, per: Per) -> Quotient | NoQuotient:
    """Return a figure for the whole of a locality divided by what is counted there."""
    known = denominators(code)
    main = known.of(per)
    if main is None or isinstance(metric.value, Missing):
        return NoQuotient(per=per, reason=why_missing(code, per))
    other = next((one for one in known.others if one.per is per), None)
    return Quotient(
        per=per,
        numerator=metric.value,
        denominator=main,
        other=other if other and other.value != main.value else None,
        value=metric.value * per.size / main.value,
    )
