"""Claims in words: figures, outcomes, stages, dates, sources."""

from collections.abc import Iterable, Mapping

from cppcc_cases.model import (
    Article,
    ArticleId,
    Basis,
    Case,
    Dating,
    Evidence,
    Gap,
    Lang,
    Maybe,
    Mention,
    Metric,
    Missing,
    Number,
    Outcome,
    Qualifier,
    Read,
    Row,
    Speaker,
    StageClaim,
    Text,
    UnitId,
)
from cppcc_cases.report.conversions import converted
from cppcc_cases.report.values import Silence
from cppcc_cases.report.windows import identity, window_text
from cppcc_cases.report.words import Words

Numbers = Mapping[Evidence, int]
"""The number under which each piece of evidence is cited."""


def numbered(sources: Iterable[Evidence]) -> dict[Evidence, int]:
    """Return the number of each source, from 1."""
    return {evidence: number for number, evidence in enumerate(sources, 1)}


def cited_numbers(evidence: Iterable[Evidence], numbers: Numbers) -> tuple[int, ...]:
    """Return the numbers of sources, each once and in order."""
    return tuple(sorted({numbers[one] for one in evidence}))


def number(value: Number) -> str:
    """Return a figure with its thousands set apart."""
    return f"{value:,}"


def printed(words: Words, article: Article, text: Maybe[Text]) -> str:
    """Return what stands at the head of an article, or that the page does not print it."""
    if text is Missing.NOT_REPORTED:
        excerpt = article.read is Read.EXCERPT
        return words.of(Silence.NOT_IN_EXCERPT.label) if excerpt else words["not_printed"]
    return words.of(text.label if isinstance(text, Missing) else text)


def figure(words: Words, metric: Metric) -> str:
    """Return value, unit, qualifier and the parts of a rate, as in ``87.4%（395/452）``."""
    return stated(words, metric) + "".join(map(words.brackets, parts(metric)))


def stated(words: Words, metric: Metric) -> str:
    """Return value, unit and qualifier, as in ``70,000亩以上``."""
    if isinstance(metric.value, Missing):
        return words.of(metric.value.label)
    name = unit_of(words, metric.unit, metric.value)
    tight = metric.unit == "percent" or (words.lang is Lang.ZH and not name.isascii())
    text = number(metric.value) + ("" if tight or not name else " ") + name
    return _qualified(words, text, metric.qualifier)


def unit_of(words: Words, id_: UnitId, value: Number) -> str:
    """Return the name of a unit as it follows a number."""
    unit = words.registry.unit(id_)
    one = value == 1 and words.lang is Lang.EN
    return (unit.singular if one else "") or words.of(unit.label)


def _qualified(words: Words, text: str, qualifier: Qualifier) -> str:
    if qualifier is Qualifier.EXACT:
        return text
    mark = words.of(qualifier.label)
    if words.lang is Lang.ZH:
        return mark + text if qualifier is Qualifier.ABOUT else text + mark
    return f"{mark} {text}"


DATED = "when"
"""Stands among the words that are said already where the time of a figure is."""


def metric_text(
    words: Words, metric: Metric, known: Iterable[str] = (), correction: Metric | None = None
) -> str:
    """Return a figure with when it holds, what limits it and who says so.

    ``known`` are words of its parts and its counting that are said already where it stands;
    ``correction`` is what corrects it.
    """
    notes = [*parts(metric), *metric_notes(words, metric, known, correction)]
    line = stated(words, metric)
    return line + words.brackets(words.join(notes, clauses=True)) if notes else line


def metric_notes(
    words: Words, metric: Metric, known: Iterable[str] = (), correction: Metric | None = None
) -> list[str]:
    """Return what is said of a figure beside its value, unit and qualifier."""
    if isinstance(metric.value, Missing):
        return [words.of(metric.note.unended)] if metric.note else []
    other, known = converted(words, metric), tuple(known)
    return [
        *([other] if other else []),
        *([] if DATED in known else [window_text(words, metric)]),
        *identity(words, metric, known),
        *_corrected(words, metric, correction),
        *([words.of(metric.conflict.unended)] if metric.conflict else []),
        *([words.of(metric.note.unended)] if metric.note else []),
        *who(words, metric.basis, metric.said_by),
    ]


def _corrected(words: Words, metric: Metric, correction: Metric | None) -> list[str]:
    """Return what a figure was corrected to; nothing if a correction leaves it as it is."""
    right = stated(words, correction) if correction else stated(words, metric)
    return [] if right == stated(words, metric) else [words["corrected_to"].format(right)]


def metric_beside(
    words: Words, metric: Metric, known: Iterable[str] = (), correction: Metric | None = None
) -> str:
    """Return all that is said of a figure beside its value and unit."""
    rough = [] if metric.qualifier is Qualifier.EXACT else [words.of(metric.qualifier.label)]
    notes = [*rough, *parts(metric), *metric_notes(words, metric, known, correction)]
    return words.join(notes, clauses=True)


def parts(metric: Metric) -> list[str]:
    """Return the two parts of a rate, as in ``395/452``, if both are told."""
    if isinstance(metric.numerator, Missing) or isinstance(metric.denominator, Missing):
        return []
    return [f"{number(metric.numerator)}/{number(metric.denominator)}"]


def who(words: Words, basis: Basis, speaker: Speaker | None = None) -> list[str]:
    """Return who says so, unless it is the newspaper itself."""
    named = words.of(speaker.post) + words.of(speaker.name) if speaker else ""
    if speaker and words.lang is Lang.EN:
        named = f"{words.of(speaker.name)}, {words.of(speaker.post)}"
    if basis is Basis.OFFICER:
        return [words.phrases([words["own_account"], named]) if named else words["own_account"]]
    if basis is Basis.DERIVED:
        return [words["derived"]]
    if basis is Basis.NEWSPAPER and not named:
        return []
    said = named or words.of(basis.label)
    return [f"据{said}" if words.lang is Lang.ZH else f"according to {said}"]


def dated(words: Words, when: Dating) -> str:
    """Return a date in words, marked where it was derived."""
    return when.describe(words.lang)


def outcome_text(words: Words, outcome: Outcome) -> str:
    """Return an outcome with its status and date."""
    notes = [words.of(outcome.status.label)]
    if isinstance(outcome.date, Dating):
        notes.append(outcome.date.describe(words.lang))
    notes.extend(who(words, outcome.basis, outcome.said_by))
    return _noted(words, outcome.text, notes)


def mention_text(words: Words, mention: Mention) -> str:
    """Return where a locality is named that has no case of its own there."""
    return _noted(words, mention.text, who(words, mention.basis))


def stage_text(words: Words, claim: StageClaim) -> str:
    """Return the state of a stage with the note to it."""
    note = words.of(claim.note.unended) if claim.note else ""
    return words.of(claim.state.label) + (words.brackets(note) if note else "")


def _noted(words: Words, text: Text, notes: list[str]) -> str:
    """Return a sentence with notes in brackets, which take the place of its full stop."""
    if not notes:
        return words.of(text)
    return words.of(text.unended) + words.brackets(words.join(notes, clauses=True))


def listed(words: Words, things: Iterable[str]) -> str:
    """Return things as an enumeration, parted as clauses if one of them has a comma of its own."""
    told = list(things)
    return words.join(told, clauses=any(sign in one for one in told for sign in "，、；,;"))


def row_text(words: Words, row: Row) -> str:
    """Return what is told in a field of a mechanism, or the word for its absence."""
    if isinstance(row.facts, Missing):
        return words.of(row.facts.label)
    return listed(words, (words.of(fact.text) for fact in row.facts))


def source_line(words: Words, evidence: Evidence, articles: Mapping[ArticleId, Article]) -> str:
    """Return article, paragraph and anchor of a source."""
    article = articles.get(evidence.article)
    title = words.title(words.of(article.title) if article else evidence.article)
    if words.lang is Lang.ZH:
        return f"{title}第{evidence.paragraph}段{words.quoted(evidence.anchor)}"
    return f"{title}, paragraph {evidence.paragraph}: {words.quoted(evidence.anchor)}"


def article_line(words: Words, article: Article) -> str:
    """Return what the page prints of an article: newspaper, date, byline."""
    told = [
        words.colon(words["publisher"], printed(words, article, article.publisher)),
        words.colon(words["published"], article.published.describe(words.lang)),
        words.colon(words["byline"], printed(words, article, article.byline)),
    ]
    if not isinstance(article.column, Missing):
        told.append(words.colon(words["column"], words.of(article.column)))
    return words.colon(words.title(words.of(article.title)), words.join(told, clauses=True))


def gap_line(words: Words, gap: Gap) -> str:
    """Return what is damaged in the printed text, and where."""
    kind = words.of(gap.kind.label)
    where = (
        f"印面{kind}，第{gap.paragraph}段"
        if words.lang is Lang.ZH
        else f"As printed ({kind}), paragraph {gap.paragraph}"
    )
    return words.colon(where, words.of(gap.text))


def case_name(words: Words, case: Case) -> str:
    """Return title and id of a case."""
    return words.of(case.title) + words.brackets(case.id)
