"""A fault of a plain tree."""

from attrs import frozen

from cppcc_cases.errors import Path
from cppcc_cases.text import Text


@frozen(kw_only=True)
class Flaw:
    """A fault of a plain tree. ``at_key``: it lies with the last key of the path, not its value."""

    code: str
    message: Text
    path: Path
    at_key: bool = False


class Flawed(Exception):
    """A value can't be had, for flaws below where it stands. Takes them, by position."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        super().__init__(flaws)
        self.flaws = flaws
