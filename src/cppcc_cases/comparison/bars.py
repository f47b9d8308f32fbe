"""Which figures get a bar, and how much of it is filled.

A bar must not set side by side what may not be:

- A rate is a share of a whole of its own, so its bar is full at 100 %, whatever the verdict on its
  row. So is that of a quotient which is a share of what it is counted among. A share below nought
  or above the whole has no bar.
- Any other figure has a bar only where the verdict lets the figures of its row be compared, all of
  them exact and none below nought. The largest of them fills its bar.

A rough rate is drawn as it is stated.
"""

import enum
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from cppcc_cases.comparison.comparability import Reason, Verdict
from cppcc_cases.comparison.model import MetricRow
from cppcc_cases.comparison.normalise import SHARES, NoQuotient, Quotient
from cppcc_cases.model import IndicatorId, Metric, Missing, Number, Text, label
from cppcc_cases.vocab.units import made_of

_PERCENT = "percent"


class Whole(enum.Enum):
    """What a full bar stands for."""

    HUNDRED = "hundred"
    LARGEST = "largest"

    @property
    def label(self) -> Text:
        """What it stands for, in words."""
        if self is Whole.HUNDRED:
            return Text(zh="以100%为满格", en="full at 100%")
        return Text(zh="以本行最大的数为满格", en="full at the largest figure of the row")


@frozen(kw_only=True)
class Length:
    """How much of a bar is filled, from 0 to 1, and what a full one stands for."""

    share: float = field(
        metadata=label("长度", "share", "填满多少，0到1。", "How much is filled, 0 to 1.")
    )
    whole: Whole = field(
        metadata=label("满格", "whole", "满格代表什么。", "What a full bar stands for.")
    )


def lengths(row: MetricRow) -> tuple[tuple[Length | None, ...], ...]:
    """Return for each party the bars of its figures, in their order; None for one without a bar."""
    largest = _largest(row)
    return tuple(
        () if isinstance(cell, Missing) else tuple(_length(metric, largest) for metric in cell)
        for cell in row.cells
    )


def own_length(metric: Metric) -> Length | None:
    """Return the bar of a figure that needs no other beside it: that of a rate, or None."""
    return _length(metric, None)


def share_length(indicator: IndicatorId, one: Quotient | NoQuotient | None) -> Length | None:
    """Return the bar of a quotient that is a share, or None for any other."""
    if indicator not in SHARES or not isinstance(one, Quotient):
        return None
    return _of_hundred(one.value)


def wholes(rows: Iterable[MetricRow]) -> frozenset[Whole]:
    """Return what the full bars of rows and of their quotients stand for."""
    return frozenset(length.whole for row in rows for length in _all(row) if length)


def _all(row: MetricRow) -> Iterator[Length | None]:
    for cell in lengths(row):
        yield from cell
    for quotients in row.quotients:
        yield from (share_length(row.indicator, one) for one in quotients.cells)


def _length(metric: Metric, largest: Number | None) -> Length | None:
    amount = _amount(metric)
    if amount is None:
        return None
    if metric.unit == _PERCENT:
        return _of_hundred(amount / 100)
    if largest is None:
        return None
    return Length(share=amount / largest, whole=Whole.LARGEST)


def _of_hundred(share: float) -> Length | None:
    return Length(share=share, whole=Whole.HUNDRED) if 0 <= share <= 1 else None


def _largest(row: MetricRow) -> Number | None:
    """Return the largest figure of a row, or None where its figures may not be set side by side."""
    verdict = row.comparability
    if verdict.verdict is Verdict.NOT_COMPARABLE or Reason.QUALIFIER in verdict.reasons:
        return None
    told = [metric for cell in row.cells if not isinstance(cell, Missing) for metric in cell]
    amounts = [amount for metric in told if (amount := _amount(metric)) is not None]
    largest = max(amounts, default=0)
    return largest if largest > 0 and min(amounts) >= 0 else None


def _amount(metric: Metric) -> Number | None:
    """Return a figure in the smaller unit that its unit is made of."""
    if isinstance(metric.value, Missing):
        return None
    return metric.value * made_of(metric.unit)[1]
