"""How figures stand to each other, where the verdict allows it: a multiple, or a rank."""

from attrs import frozen

from cppcc_cases.comparison.comparability import Reason, Verdict
from cppcc_cases.comparison.model import MetricRow
from cppcc_cases.model import Missing
from cppcc_cases.vocab.units import made_of


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
    verdict = row.comparability
    bound = Reason.QUALIFIER in verdict.reasons
    if verdict.verdict is Verdict.NOT_COMPARABLE or bound:
        return None
    amounts = [_amount(row, index) for index in range(len(row.cells))]
    told = [amount for amount in amounts if amount is not None]
    if len(told) > 2:
        ranks = [None if a is None else 1.0 + sum(b > a for b in told) for a in amounts]
        return Standing(is_rank=True, cells=tuple(ranks))
    if min(told) <= 0 or _is_rate(row):
        return None
    return Standing(
        is_rank=False, cells=tuple(None if a is None else a / min(told) for a in amounts)
    )


def _amount(row: MetricRow, index: int) -> float | None:
    """Return the one figure of a party, in the smaller unit that its unit is made of."""
    cell = row.cells[index]
    if isinstance(cell, Missing):
        return None
    value = cell[0].value
    return None if isinstance(value, Missing) else value * made_of(cell[0].unit)[1]


def _is_rate(row: MetricRow) -> bool:
    return any(cell[0].unit == "percent" for cell in row.cells if not isinstance(cell, Missing))
