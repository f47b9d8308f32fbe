"""Cases side by side, as values."""

from cppcc_cases.comparison.build import TooFewParties, compare, party
from cppcc_cases.comparison.model import (
    CaseMechanism,
    Comparison,
    MetricRow,
    OutcomeRow,
    Party,
    StageCell,
    StageRow,
)

__all__ = [
    "CaseMechanism",
    "Comparison",
    "MetricRow",
    "OutcomeRow",
    "Party",
    "StageCell",
    "StageRow",
    "TooFewParties",
    "compare",
    "party",
]
