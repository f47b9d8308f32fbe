"""New projects: a collection of cases, or a package with a kind of mechanism."""

from cppcc_cases.scaffold.names import Names as Names
from cppcc_cases.scaffold.names import names_of_collection as names_of_collection
from cppcc_cases.scaffold.names import names_of_kind as names_of_kind
from cppcc_cases.scaffold.project import Made as Made
from cppcc_cases.scaffold.project import collection as collection
from cppcc_cases.scaffold.project import kind_package as kind_package
from cppcc_cases.scaffold.write import CannotWrite as CannotWrite
