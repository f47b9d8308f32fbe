"""How figures stand to each other, where the verdict allows it: a multiple, or a rank."""

import math
from collections.abc import Iterable

from attrs import frozen

from cppcc_cases.comparison.comparability import (
    RATE,
    Comparability,
    Facets,
    Figures,
    Reason,
    Verdict,
    facets,
)
from cppcc_cases.comparison.model import MetricRow
from cppcc_cases.model import Missing


@frozen(kw_only=True)
class Standing:
    """One number a party, None for a party without a figure.

    Of two figures each is given as a multiple of the smaller one; of more, by its rank from the
    largest, equal figures sharing one.
    """

    is_rank: bool
    cells: tuple[float | None, ...]


def standing(row: MetricRow) -> Standing | None:
    """Return how the figures of a row stand to each other, or None where that can't be said.

    It can't where the verdict rules comparison out, where a figure is a bound or a rough one, of
    two rates (a rate is no amount), and of two figures one of which is nought.
    """
    sides = (
        Figures(level=None, metrics=() if isinstance(cell, Missing) else cell) for cell in row.cells
    )
    return placed(row.comparability, map(facets, sides))


def placed(verdict: Comparability, sides: Iterable[Facets]) -> Standing | None:
    """Return how figures stand to each other, from the verdict on them and the facets of each side.

    The site's ``compare.js`` has the same function.
    """
    if verdict.verdict is Verdict.NOT_COMPARABLE or Reason.QUALIFIER in verdict.reasons:
        return None
    sides = tuple(sides)
    amounts = [side.amounts[0] if side.amounts else None for side in sides]
    told = [amount for amount in amounts if amount is not None]
    if not all(map(math.isfinite, told)):
        return None
    if len(told) > 2:
        ranks = [None if a is None else 1.0 + sum(b > a for b in told) for a in amounts]
        return Standing(is_rank=True, cells=tuple(ranks))
    if min(told) <= 0 or any(RATE in side.units for side in sides):
        return None
    return Standing(
        is_rank=False, cells=tuple(None if a is None else a / min(told) for a in amounts)
    )
