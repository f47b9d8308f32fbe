"""Figures divided by what they are counted among, and the denominators, in words."""

from collections.abc import Iterable, Iterator

from cppcc_cases.comparison import Comparison, MetricRow
from cppcc_cases.comparison.normalise import Quotient
from cppcc_cases.model import IndicatorId
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.wording import number
from cppcc_cases.report.words import Words
from cppcc_cases.text import Text
from cppcc_cases.vocab.denominators import Denominator, Per


def is_share(registry: Registry, row: MetricRow) -> bool:
    """Tell whether the quotients of a row are shares."""
    known = registry.indicators.get(row.row.indicator)
    return known is not None and known.share


def count_notes(words: Words, one: Denominator) -> str:
    """Return the day of a count, and how far it is to be trusted."""
    notes = [one.as_of.describe(words.lang), *(words[mark] for mark in one.marks)]
    return words.join(notes, clauses=True)


def dated_count(words: Words, one: Denominator) -> str:
    """Return a count with its day, and how far it is to be trusted."""
    return number(one.value) + words.brackets(count_notes(words, one))


def count_line(words: Words, place: Text, one: Denominator) -> str:
    """Return the entry of a count in the list of sources: of what, how many, by whom."""
    name = words.beside(words.of(place), words[one.per.value].lower())
    return words.colon(name, words.phrases([dated_count(words, one), words.of(one.source)]))


def quotient_text(
    words: Words, one: Quotient, is_share: bool, by: Denominator | None = None
) -> str:
    """Return a quotient with its two parts, by the denominator used or by another's count."""
    by = by or one.denominator
    value = one.value * one.denominator.value / by.value
    parts = f"{number(one.numerator)}/{number(by.value)}"
    shown = f"{value:.1%}" if is_share else f"{value:.2f}"
    return shown + words.brackets(parts)


def denominator_notes(words: Words, comparison: Comparison, index: int) -> str:
    """Return the denominators used for a party: how many, when, by whom, and who differs."""
    notes = (note for per in Per for note in _notes(words, comparison.metrics, index, per))
    return words.join(notes, clauses=True)


def _notes(words: Words, rows: Iterable[MetricRow], index: int, per: Per) -> Iterator[str]:
    """Yield what another count makes of a party's figures."""
    used = [
        (row, cell)
        for row in rows
        for quotients in row.quotients
        if isinstance(cell := quotients.cells[index], Quotient) and cell.per is per
    ]
    if not used:
        return
    first = used[0][1]
    if first.other:
        told = [
            by_other(words, row.row.indicator, cell, share=is_share(words.registry, row))
            for row, cell in used
        ]
        yield words["by_other_count"].format(sourced(words, first.other), words.join(told))


def sourced(words: Words, one: Denominator) -> str:
    """Return a count with its day and who counted."""
    notes = [one.as_of.describe(words.lang), words.of(one.source)]
    return number(one.value) + words.brackets(words.join(notes, clauses=True))


def by_other(words: Words, indicator: IndicatorId, one: Quotient, *, share: bool) -> str:
    """Return what the other count makes of a figure, behind the name of its indicator."""
    return words.beside(words.indicator(indicator), quotient_text(words, one, share, one.other))
