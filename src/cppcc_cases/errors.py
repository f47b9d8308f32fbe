"""The error tree, and faults of data as values.

A fault of data is a :class:`Problem`: it is collected, located and shown, and the work goes on.
An exception is for what cannot proceed.
"""

import enum

from attrs import frozen

from cppcc_cases.text import Text

MOST = 200
"""So many problems of one file are told one by one; of all others, only how many there are."""
TOO_MANY = "too-many"
Path = tuple[str | int, ...]
"""Where in a data module something stands: mapping keys and list indices from the root down."""


class Severity(enum.Enum):
    """How much a problem weighs: an error makes a command end with 1, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@frozen(kw_only=True)
class Location:
    """A place in a file, or the file as a whole; lines and columns (of characters) count from 1."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}:{self.column}"


@frozen(kw_only=True)
class Problem:
    """One fault of data, or ``count`` that aren't told: what is wrong, what to do, and where."""

    code: str
    message: Text
    location: Location
    path: Path = ()
    severity: Severity = Severity.ERROR
    count: int = 1


class CasesError(Exception):
    """Root of all exceptions that the library raises on purpose."""


class Fault(CasesError, ValueError):
    """A value that cannot be taken as written.

    Raised by what turns plain values into the model; the codec adds path and location and makes
    a :class:`Problem` of it. Takes its arguments by position, so that it pickles.
    """

    def __init__(self, code: str, zh: str, en: str, count: int = 1) -> None:
        super().__init__(code, zh, en, count)
        self.code = code
        self.count = count
        self.message = Text(zh=zh, en=en)

    def __str__(self) -> str:
        return f"{self.code}: {self.message.en}"


def too_many(count: int) -> Fault:
    """Return what stands for faults of a file that are not told one by one."""
    return Fault(
        TOO_MANY,
        f"问题太多，只列了{MOST}处，至少还有{count:,}处；请改好这些再查",
        f"too many: {MOST} are listed, and there are at least {count:,} more; mend these first",
        count,
    )
