"""Made-up rows of figures of cities."""

from typing import Any

from tests.figures import DATONG, TAIYUAN, XINZHOU, told

from cppcc_cases.comparison.rows import Aligned, aligned
from cppcc_cases.model import Maybe, Missing, Number
from cppcc_cases.plugins.registry import Registry

CODES = (TAIYUAN, DATONG, XINZHOU, "140300")


def row(*values: Maybe[Number], unit: str | None = None, **said: Any) -> Aligned:
    """Return a row of one indicator, of a city each value; a percentage is a rate's."""
    rate = {"indicator": "filing_rate"} if unit == "percent" else {}
    unit_ = {"unit": unit} if unit else {}
    return mixed(
        *(
            None if isinstance(value, Missing) else {**rate, **unit_, **said, "value": value}
            for value in values
        )
    )


def mixed(*figures: dict[str, Any] | None) -> Aligned:
    """Return a row of figures of a city each."""
    sides = [
        [] if one is None else [told(of=code, **one)]
        for code, one in zip(CODES, figures, strict=False)
    ]
    (made,) = aligned(sides, Registry.installed())
    return made


def areas(mu: float, square_kilometres: float) -> Aligned:
    """Return a row of two areas in two units, of one thing that both count in one way."""
    # The vocabulary's area is each place's own; the rule does not look at the unit.
    filed = {"indicator": "proposals_filed"}
    return mixed(
        {**filed, "value": mu, "unit": "mu"},
        {**filed, "value": square_kilometres, "unit": "square_kilometre"},
    )
