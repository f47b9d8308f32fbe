"""Which figures get a bar, and how much of it is filled.

A bar must not set side by side what may not be:

- A rate is a share of a whole of its own, so its bar is full at 100 %, whatever the verdict on its
  row. So is that of a quotient which is a share of what it is counted among. A share below nought
  or above the whole has no bar.
- Any other figure has a bar only where the verdict allows to reckon with the figures of its row,
  none of them below nought. The largest of them fills its bar.

A rough rate is drawn as it is stated.
"""

import enum
import math
from collections.abc import Iterable

from attrs import field, frozen

from cppcc_cases.comparison.model import MetricRow
from cppcc_cases.comparison.normalise import NoQuotient, Quotient
from cppcc_cases.comparison.observed import PERCENT
from cppcc_cases.comparison.rows import Aligned
from cppcc_cases.model import Metric, Missing, Text, label


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


def lengths(row: Aligned) -> tuple[Length | None, ...]:
    """Return for each party the bar of its figure; None for one without."""
    largest = _largest(row)
    return tuple(
        _length(cell.told.metric, cell.told.seen.amount, largest if at in row.compared else None)
        if cell.told
        else None
        for at, cell in enumerate(row.cells)
    )


def own_length(metric: Metric) -> Length | None:
    """Return the bar of a figure that needs no other beside it: that of a rate, or None."""
    return None if isinstance(metric.value, Missing) else _length(metric, metric.value, None)


def share_length(is_share: bool, one: Quotient | NoQuotient | None) -> Length | None:
    """Return the bar of a quotient that is a share, or None for any other."""
    return _of_hundred(one.value) if is_share and isinstance(one, Quotient) else None


def wholes(rows: Iterable[MetricRow]) -> frozenset[Whole]:
    """Return what the full bars of rows stand for."""
    return frozenset(length.whole for row in rows for length in lengths(row.row) if length)


def _length(metric: Metric, amount: float, largest: float | None) -> Length | None:
    if metric.unit == PERCENT:
        return _of_hundred(amount / 100)
    if largest is None:
        return None
    return Length(share=amount / largest, whole=Whole.LARGEST)


def _of_hundred(share: float) -> Length | None:
    return Length(share=share, whole=Whole.HUNDRED) if 0 <= share <= 1 else None


def _largest(row: Aligned) -> float | None:
    """Return the largest figure of a row, or None where its figures may not be set side by side."""
    if row.judgement is None or not row.judgement.arithmetic:
        return None
    told = [row.cells[index].told for index in row.compared]
    amounts = [one.seen.amount for one in told if one]
    largest = max(amounts, default=0.0)
    return largest if 0 < largest < math.inf and min(amounts) >= 0 else None
