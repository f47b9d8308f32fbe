"""How figures stand to each other, where the verdict allows it: a multiple, or a rank."""

import math

from attrs import frozen

from cppcc_cases.comparison.rows import Aligned


@frozen(kw_only=True)
class Standing:
    """One number a party, None for a party whose figure is not compared.

    Of two counts each is given as a multiple of the smaller one; of three figures or more, by its
    rank from the largest, equal figures sharing one.
    """

    is_rank: bool
    cells: tuple[float | None, ...]


def standing(row: Aligned) -> Standing | None:
    """Return how the figures of a row stand to each other, or None where that can't be said.

    It can't where the verdict does not allow to reckon with them, of two rates (a rate is no
    amount), and of two figures one of which is nought. The site's ``compare_rows.js`` has the same
    function.
    """
    if row.judgement is None or not row.judgement.arithmetic:
        return None
    amounts = [
        cell.told.seen.amount if cell.told and at in row.compared else None
        for at, cell in enumerate(row.cells)
    ]
    told = [amount for amount in amounts if amount is not None]
    if not all(map(math.isfinite, told)):
        return None
    if len(told) > 2:
        ranks = [None if a is None else 1.0 + sum(b > a for b in told) for a in amounts]
        return Standing(is_rank=True, cells=tuple(ranks))
    rate = any(cell.told and cell.told.seen.rate for cell in row.cells)
    if min(told) <= 0 or rate:
        return None
    return Standing(
        is_rank=False, cells=tuple(None if a is None else a / min(told) for a in amounts)
    )
