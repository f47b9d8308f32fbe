"""Findings of a text → problems, each with its line and column in that text."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from cppcc_cases.errors import Finding, Location, Path, Problem, Severity


@frozen
class Shadow:
    """Where nothing more is to be said: at what is faulty itself, and around what is cut off."""

    faulty: frozenset[Path] = frozenset()
    cut: tuple[Path, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding], cut: tuple[Path, ...]) -> "Shadow":
        """Return the shadow that errors throw; of what is missing, only its surroundings exist."""
        thrown = (one for one in findings if one.severity is Severity.ERROR and one.path)
        return cls(frozenset(one.path for one in thrown if one.code != "missing-field"), cut)

    def hides(self, path: Path) -> bool:
        """Tell whether what is found at a path only follows from what was told."""
        return path in self.faulty or any(one[: len(path)] == path for one in self.cut)


def placed(file: str, text: str, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Yield findings as problems of the file that a text is from."""
    for one in findings:
        place = Location(file=file, line=one.line, column=one.column)
        yield Problem(
            code=one.code,
            message=one.message,
            path=one.path,
            severity=one.severity,
            location=place if one.line else located(file, text, one.path, at_key=one.at_key),
            count=one.count,
        )


def located(file: str, text: str, path: Path, *, at_key: bool = False) -> Location:
    """Return where a path stands in a text: at the value or the key; else at what is around it."""
    from cppcc_cases.source.yamltext import locate

    spots = locate(text)
    around = path
    while around not in spots and around:
        around = around[:-1]
    spot = spots.get(around)
    if spot is None:
        return Location(file=file, line=1, column=1)
    if at_key and around == path:
        return Location(file=file, line=spot.key_line, column=spot.key_column)
    return Location(file=file, line=spot.line, column=spot.column)
