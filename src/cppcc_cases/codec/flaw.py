"""A fault of a plain tree."""

from attrs import frozen

from cppcc_cases.errors import Fault, Path
from cppcc_cases.text import Text


@frozen(kw_only=True)
class Flaw:
    """A fault of a plain tree. ``at_key``: it lies with the last key of the path, not its value."""

    code: str
    message: Text
    path: Path
    at_key: bool = False
    count: int = 1

    @classmethod
    def of(cls, fault: Fault, path: Path) -> "Flaw":
        """Return a fault of what stands at a path."""
        return cls(code=fault.code, message=fault.message, path=path, count=fault.count)
