"""The rules by which figures and dates were derived, each with what was derived by it."""

from collections.abc import Iterable, Iterator

from cppcc_cases.model import Article, Case, Dating, Mention, Missing, Text
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.rows import rows
from cppcc_cases.report.words import WORDS, indicator_name

Rule = tuple[Text, Text | None]
"""What is dated or claimed, and the rule by which it was derived, if it was."""


def derivations(
    registry: Registry,
    cases: Iterable[Case],
    mentions: Iterable[Mention] = (),
    articles: Iterable[Article] = (),
) -> tuple[tuple[Text, Text], ...]:
    """Return what was derived with its rule, no such pair twice."""
    stated = [named for case in cases for named in rules_of(registry, case)]
    stated += [(WORDS["mentions"], one.rule) for one in mentions]
    stated += [(WORDS["published"], one.published.rule) for one in articles]
    return tuple(dict.fromkeys((name, rule) for name, rule in stated if rule))


def rules_of(registry: Registry, case: Case) -> Iterator[Rule]:
    """Yield what is dated or claimed in a case, each with the rule by which it was derived."""
    yield WORDS["period"], case.period.rule
    labels = {row.field: row.label for row in rows(case.mechanism, registry)}
    for path, part in walk(case.mechanism):
        if isinstance(part, Dating):
            yield labels.get(str(path[0]), WORDS["mechanism"]), part.rule
    for metric in case.metrics:
        for value in (metric, metric.when):
            yield indicator_name(registry, metric.indicator), value.rule
    for outcome in case.outcomes:
        for dated in (outcome, outcome.date):
            if not isinstance(dated, Missing):
                yield outcome.kind.label, dated.rule
