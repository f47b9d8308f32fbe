"""Pure filters and groupings."""

from cppcc_cases.facets import GROUPS
from cppcc_cases.query.filters import select
from cppcc_cases.query.group import UnknownGrouping, count_by, group_by
from cppcc_cases.query.selection import Selection
from cppcc_cases.query.terms import UnknownTerm

__all__ = [
    "GROUPS",
    "Selection",
    "UnknownGrouping",
    "UnknownTerm",
    "count_by",
    "group_by",
    "select",
]
