"""Running all rules over a corpus."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from cppcc_cases.checks import content, evidence, figures, plugins
from cppcc_cases.checks.rule import Rule, Subject, subject
from cppcc_cases.checks.shape import SHAPE_CODES
from cppcc_cases.corpus import Corpus, Loaded, with_problems
from cppcc_cases.errors import Path, Problem
from cppcc_cases.plugins.contract import codes_of
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.text import Text

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            value
            for module in (content, evidence, figures, plugins)
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
    rules = tuple(rules)
    found: list[Problem] = []
    for loaded in corpus.files if files is None else files:
        hits = [hit for one, base in _subjects(loaded, corpus) for hit in _run(rules, one, base)]
        if hits:
            spots = loaded.locations([hit.path for hit in hits])
            found.extend(
                Problem(
                    code=hit.code,
                    message=hit.message,
                    path=hit.path,
                    severity=hit.rule.severity,
                    location=spot,
                )
                for hit, spot in zip(hits, spots, strict=True)
            )
    return with_problems(corpus, found)


@frozen(kw_only=True)
class _Hit:
    rule: Rule
    code: str
    path: Path
    message: Text


def _subjects(loaded: Loaded, corpus: Corpus) -> Iterator[tuple[Subject, Path]]:
    if loaded.article:
        yield subject(loaded.article, loaded, corpus), ("article",)
    for case, place in zip(loaded.cases, loaded.places, strict=True):
        yield subject(case, loaded, corpus), ("cases", place)


def _run(rules: tuple[Rule, ...], one: Subject, base: Path) -> Iterator[_Hit]:
    for rule in rules:
        for finding in rule.run(one):
            yield _Hit(
                rule=rule,
                code=finding.code or rule.code,
                path=(*base, *finding.path),
                message=finding.message,
            )
