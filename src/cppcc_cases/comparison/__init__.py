"""Cases side by side, as values."""

from cppcc_cases.comparison.build import (
    MOST,
    TooFewParties,
    TooManyParties,
    alone,
    compare,
    compare_cases,
    one_case,
    parties_of,
    party,
)
from cppcc_cases.comparison.model import (
    CaseMechanism,
    Comparison,
    Contrast,
    MetricRow,
    OutcomeRow,
    Party,
    QuotientRow,
    StageCell,
    StageRow,
)

__all__ = [
    "MOST",
    "CaseMechanism",
    "Comparison",
    "Contrast",
    "MetricRow",
    "OutcomeRow",
    "Party",
    "QuotientRow",
    "StageCell",
    "StageRow",
    "TooFewParties",
    "TooManyParties",
    "alone",
    "compare",
    "compare_cases",
    "one_case",
    "parties_of",
    "party",
]
