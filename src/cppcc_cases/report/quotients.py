"""Figures divided by what they are counted among, and the denominators, in words."""

from collections.abc import Iterable, Iterator

from cppcc_cases.comparison import Comparison, MetricRow
from cppcc_cases.comparison.normalise import SHARES, Quotient
from cppcc_cases.model import IndicatorId
from cppcc_cases.report.wording import number
from cppcc_cases.report.words import Words
from cppcc_cases.vocab.denominators import Denominator, Per


def dated_count(words: Words, one: Denominator) -> str:
    """Return a count with its day."""
    return number(one.value) + words.brackets(one.as_of.describe(words.lang))


def quotient_text(
    words: Words, one: Quotient, indicator: IndicatorId, by: Denominator | None = None
) -> str:
    """Return a quotient with its two parts, by the denominator used or by another's count."""
    by = by or one.denominator
    value = one.value * one.denominator.value / by.value
    parts = f"{number(one.numerator)}/{number(by.value)}"
    shown = f"{value:.1%}" if indicator in SHARES else f"{value:.2f}"
    return shown + words.brackets(parts)


def denominator_notes(words: Words, comparison: Comparison, index: int) -> str:
    """Return the denominators used for a party: how many, when, by whom, and who differs."""
    notes = (note for per in Per for note in _notes(words, comparison.metrics, index, per))
    return words.join(notes, clauses=True)


def _notes(words: Words, rows: Iterable[MetricRow], index: int, per: Per) -> Iterator[str]:
    """Yield what a party's figures were divided by, then what another count makes of them."""
    used = [
        (row, cell)
        for row in rows
        for quotients in row.quotients
        if isinstance(cell := quotients.cells[index], Quotient) and cell.per is per
    ]
    if not used:
        return
    first = used[0][1]
    yield words.beside(words[per.value].lower(), _sourced(words, first.denominator))
    if first.other:
        yield words.beside(words["other_count"], _sourced(words, first.other))
        told = [
            words.beside(
                words.indicator(row.indicator),
                quotient_text(words, cell, row.indicator, first.other),
            )
            for row, cell in used
        ]
        yield words["by_other_count"].format(words.join(told))


def _sourced(words: Words, one: Denominator) -> str:
    day, source = one.as_of.describe(words.lang), words.of(one.source)
    return number(one.value) + words.brackets(words.join([day, source], clauses=True))
