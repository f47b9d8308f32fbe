"""Running all rules over a corpus."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from attrs import evolve

from cppcc_cases.checks import agreement, content, evidence, figures, observations, plugins, times
from cppcc_cases.checks.rule import Rule, Subject, subject
from cppcc_cases.checks.shape import SHAPE_CODES
from cppcc_cases.errors import Finding, Problem
from cppcc_cases.plugins.contract import codes_of
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import Corpus, Loaded, Store, with_problems
from cppcc_cases.text import Text

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            value
            for module in (agreement, content, evidence, figures, observations, plugins, times)
            for value in vars(module).values()
            if isinstance(value, Rule)
        ),
        key=lambda one: one.code,
    )
)

ALL_CODES: dict[str, Text] = {
    **SHAPE_CODES,
    **{one.code: one.about for one in RULES},
}
"""Every code that a problem can have, but for those of kinds, with what it asks for."""


def codes(registry: Registry) -> dict[str, Text]:
    """Return every code that a problem can have, those of the registered kinds behind ours."""
    own = {
        f"{id_}/{code}": about
        for id_, kind in registry.kinds.items()
        for code, about in codes_of(kind).items()
    }
    return {**ALL_CODES, **own}


def check(
    corpus: Corpus, rules: Iterable[Rule] = RULES, files: Iterable[Loaded] | None = None
) -> Corpus:
    """Return the corpus with every problem that the rules find in it, or in some of its files."""
    return with_problems(corpus, problems_of(corpus, rules, files))


def problems_of(
    corpus: Store, rules: Iterable[Rule] = RULES, files: Iterable[Loaded] | None = None
) -> list[Problem]:
    """Return every problem that the rules find in a collection, or in some of its files."""
    rules = tuple(rules)
    found: list[Problem] = []
    for loaded in corpus.files if files is None else files:
        findings = [
            finding
            for one in _subjects(loaded, corpus)
            for finding in _found(rules, one)
            if not loaded.shadow.hides(finding.path)
        ]
        if findings:
            found.extend(loaded.placed(findings))
    return found


def _subjects(loaded: Loaded, corpus: Store) -> Iterator[Subject]:
    if loaded.article:
        yield subject(loaded.article, loaded, corpus, ("article",))
    for case, place in zip(loaded.cases, loaded.places, strict=True):
        yield subject(case, loaded, corpus, ("cases", place))
    for part in loaded.partial:
        yield subject(part.value, loaded, corpus, part.path, is_torn=not part.whole)


def _found(rules: tuple[Rule, ...], one: Subject) -> Iterator[Finding]:
    for rule in rules:
        for finding in _torn(rule, one) if one.is_torn else rule.run(one):
            yield evolve(
                finding,
                code=finding.code or rule.code,
                severity=rule.severity,
                path=(*one.path, *finding.path),
            )


def _torn(rule: Rule, one: Subject) -> Iterator[Finding]:
    """Yield what a rule finds in what has holes; if it falls into one, it looks part by part."""
    try:
        yield from rule.run(one)
    except AttributeError:
        for path, part in one.parts:
            with suppress(AttributeError):
                yield from rule.run(evolve(one, parts={type(part): [(path, part)]}))
