"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterator

from attrs import frozen

from cppcc_cases.corpus import Corpus, Loaded
from cppcc_cases.errors import Path, Severity
from cppcc_cases.model import Article, Case, Text
from cppcc_cases.model.walk import walk


@frozen(kw_only=True)
class Finding:
    """What a rule found: words, and the path below the thing that was checked."""

    path: Path
    message: Text


@frozen(kw_only=True)
class Subject:
    """An article or a case under examination, with everything in it and around it.

    ``parts`` are all attrs values in it with their paths, gathered once for all rules.
    """

    value: Article | Case
    parts: tuple[tuple[Path, object], ...]
    loaded: Loaded
    corpus: Corpus


@frozen(kw_only=True)
class Rule:
    """One rule: its code, how much a finding weighs, what it asks (in both languages), and how."""

    code: str
    severity: Severity
    about: Text
    run: Callable[[Subject], Iterator[Finding]]


def subject(value: Article | Case, loaded: Loaded, corpus: Corpus) -> Subject:
    """Return an article or case with its parts."""
    return Subject(value=value, parts=tuple(walk(value)), loaded=loaded, corpus=corpus)


def found(path: Path, zh: str, en: str) -> Finding:
    """Return a finding."""
    return Finding(path=path, message=Text(zh=zh, en=en))


def rule(
    code: str, zh: str, en: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Subject], Iterator[Finding]]], Rule]:
    """Make a rule of a function."""

    def make(run: Callable[[Subject], Iterator[Finding]]) -> Rule:
        return Rule(code=code, severity=severity, about=Text(zh=zh, en=en), run=run)

    return make
