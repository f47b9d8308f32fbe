"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, count
from typing import ParamSpec, TypeVar, cast

from attrs import frozen

from cppcc_cases.errors import MOST, Finding, Path, Severity
from cppcc_cases.hints import named, suggest
from cppcc_cases.model import Article, Case, Text
from cppcc_cases.model.walk import walk
from cppcc_cases.store import Loaded, Store

FROM_LIST = Text(zh="请从表中选", en="choose one from the list")
_T = TypeVar("_T")
_P = ParamSpec("_P")


@frozen(kw_only=True)
class Subject:
    """An article or a case under examination, with everything in it and around it.

    ``path`` leads to it from the root of its file.

    Its parts, all attrs values in it with their paths, are gathered once for all rules. One that
    ``is_torn`` has holes where it could not be read.
    """

    value: Article | Case
    loaded: Loaded
    corpus: Store
    path: Path = ()
    is_torn: bool = False
    _parts: dict[type, list[tuple[Path, object]]]

    @property
    def parts(self) -> Iterator[tuple[Path, object]]:
        """All parts, sort by sort."""
        return chain.from_iterable(self._parts.values())

    def of(self, kind: type[_T]) -> list[tuple[Path, _T]]:
        """Return the parts of one class."""
        return cast("list[tuple[Path, _T]]", self._parts.get(kind, []))


@frozen(kw_only=True)
class Rule:
    """One rule: its code, how much a finding weighs, what it asks (in both languages), and how."""

    code: str
    severity: Severity
    about: Text
    run: Callable[[Subject], Iterator[Finding]]


def subject(
    value: Article | Case,
    loaded: Loaded,
    corpus: Store,
    path: Path = (),
    *,
    is_torn: bool = False,
) -> Subject:
    """Return an article or case with its parts."""
    parts: dict[type, list[tuple[Path, object]]] = {}
    for at, part in walk(value):
        parts.setdefault(type(part), []).append((at, part))
    return Subject(
        value=value, loaded=loaded, corpus=corpus, path=path, is_torn=is_torn, parts=parts
    )


def found(path: Path, zh: str, en: str) -> Finding:
    """Return a finding."""
    return Finding(path=path, message=Text(zh=zh, en=en))


def sparing(hint: Callable[_P, _T], otherwise: _T) -> Callable[_P, _T]:
    """Return a hint that is looked for as often as problems are listed, and no more.

    The rest are counted and read by nobody, and to look for what was meant takes long.
    """
    calls = count()
    return lambda *args, **named: hint(*args, **named) if next(calls) < MOST else otherwise


def near(written: str, known: Mapping[str, Text]) -> Text:
    """Return the words that lead from what was written to the entry that was meant."""
    meant = named(written, known) or suggest(written, known)
    if meant:
        return Text(zh=f"是不是 {meant}？", en=f"did you mean {meant}?")
    return FROM_LIST


def rule(
    code: str, zh: str, en: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Subject], Iterator[Finding]]], Rule]:
    """Make a rule of a function."""

    def make(run: Callable[[Subject], Iterator[Finding]]) -> Rule:
        return Rule(code=code, severity=severity, about=Text(zh=zh, en=en), run=run)

    return make
