"""The rules by which figures and dates were derived, each with what was derived by it."""

from collections.abc import Iterable, Iterator

from cppcc_cases.kinds.rows import rows
from cppcc_cases.model import Article, Case, Dating, Mention, Missing, Text
from cppcc_cases.model.walk import walk
from cppcc_cases.render.document import Block, Heading, Items
from cppcc_cases.render.words import Words


def derivations(
    words: Words,
    cases: Iterable[Case],
    mentions: Iterable[Mention] = (),
    articles: Iterable[Article] = (),
) -> Iterator[Block]:
    """Yield a list of the rules that these state, none of them twice."""
    lines = derivation_lines(words, cases, mentions, articles)
    if lines:
        yield Heading(level=2, text=words["derivations"])
        yield Items(items=lines)


def derivation_lines(
    words: Words, cases: Iterable[Case], mentions: Iterable[Mention], articles: Iterable[Article]
) -> tuple[str, ...]:
    """Return the rules that these state, none of them twice, each behind what it gave."""
    rules: dict[str, dict[str, None]] = {}
    stated = [named for case in cases for named in rules_of(words, case)]
    stated += [(words["mentions"], one.rule) for one in mentions]
    stated += [(words["published"], one.published.rule) for one in articles]
    for name, rule in stated:
        if rule:
            rules.setdefault(words.of(rule), {})[name] = None
    return tuple(words.colon(words.join(names), rule) for rule, names in rules.items())


def rules_of(words: Words, case: Case) -> Iterator[tuple[str, Text | None]]:
    """Yield what is dated or claimed in a case, each with the rule by which it was derived."""
    yield words["period"], case.period.rule
    labels = {row.field: words.of(row.label) for row in rows(case.mechanism)}
    for path, part in walk(case.mechanism):
        if isinstance(part, Dating):
            yield labels.get(str(path[0]), words["mechanism"]), part.rule
    for metric in case.metrics:
        for value in (metric, metric.as_of, metric.period):
            if not isinstance(value, Missing):
                yield words.indicator(metric.indicator), value.rule
    for outcome in case.outcomes:
        for dated in (outcome, outcome.date):
            if not isinstance(dated, Missing):
                yield words.of(outcome.kind.label), dated.rule
