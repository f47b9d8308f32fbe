"""The error tree, and faults of data as values.

What is wrong with data is a :class:`Finding`, whoever found it: the reader of YAML, the codec, a
rule, a kind. It is collected and, once its place in a file is known, a :class:`Problem`, and the
work goes on. An exception is for what cannot proceed.
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
class Finding:
    """One fault of data, or ``count`` that aren't told: what is wrong, what to do, and where.

    ``path`` leads to it from what was looked at; ``at_key``: it lies with the last key of the path,
    not its value. ``line`` and ``column`` are given where the text itself is at fault. What a rule
    finds has the rule's ``code`` and ``severity`` unless it has a code of its own.
    """

    code: str = ""
    message: Text
    path: Path = ()
    severity: Severity = Severity.ERROR
    at_key: bool = False
    line: int = 0
    column: int = 0
    count: int = 1

    @classmethod
    def of(cls, fault: "Fault", path: Path) -> "Finding":
        """Return what keeps the value at a path from being taken."""
        return cls(code=fault.code, message=fault.message, path=path, count=fault.count)


@frozen(kw_only=True)
class Problem:
    """A finding in its place in a file, below whose root ``path`` leads to it."""

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

    No second word for a :class:`Finding`, but an exception: raised by what turns plain values into
    the model, wherever they come from; the codec knows the path and makes a finding of it. Takes
    its arguments by position, so that it pickles.
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


class Flawed(CasesError):
    """A value can't be had, for what was found below where it stands. Takes that, by position."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings
