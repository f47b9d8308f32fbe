"""Cases side by side, as values."""

from cppcc_cases.comparison.build import TooFewParties, compare, one_case, party
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
    "compare",
    "one_case",
    "party",
]
