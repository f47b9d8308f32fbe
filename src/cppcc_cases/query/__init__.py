"""Pure filters and groupings."""

from cppcc_cases.facets import GROUPS as GROUPS
from cppcc_cases.query.filters import select as select
from cppcc_cases.query.group import UnknownGrouping as UnknownGrouping
from cppcc_cases.query.group import count_by as count_by
from cppcc_cases.query.group import group_by as group_by
from cppcc_cases.query.selection import Selection as Selection
from cppcc_cases.query.terms import UnknownTerm as UnknownTerm
