"""New projects: a collection of cases, or a package with a kind of mechanism."""

from cppcc_cases.scaffold.names import Names, names_of_collection, names_of_kind
from cppcc_cases.scaffold.project import Made, collection, kind_package
from cppcc_cases.scaffold.write import CannotWrite

__all__ = [
    "CannotWrite",
    "Made",
    "Names",
    "collection",
    "kind_package",
    "names_of_collection",
    "names_of_kind",
]
