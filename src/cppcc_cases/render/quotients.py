"""Figures divided by what they are counted among, and the denominators, in words."""

from collections.abc import Iterable, Iterator

from cppcc_cases.comparison import Comparison, MetricRow, Party, QuotientRow
from cppcc_cases.comparison.bars import share_length
from cppcc_cases.comparison.normalise import SHARES, NoQuotient, Quotient
from cppcc_cases.comparison.standing import standing
from cppcc_cases.render.claims import number
from cppcc_cases.render.document import Block, Cell, Items, Paragraph
from cppcc_cases.render.marks import bar
from cppcc_cases.render.words import Words
from cppcc_cases.vocab.denominators import Denominator, Per, denominators, why_missing

Lines = tuple[str, ...]
_INDENT = "└ "


def quotient_row(
    words: Words, parties: tuple[Party, ...], row: MetricRow, quotients: QuotientRow
) -> tuple[Cell, ...]:
    """Return a row of the table of figures: the name of the unit, then a cell for each party."""
    share = row.indicator in SHARES
    name = words["share_divisions"] if share else words.of(quotients.per.label)
    cells: list[Cell] = []
    for party, one in zip(parties, quotients.cells, strict=True):
        drawn = bar(words, share_length(row.indicator, one))
        told = _cell(words, one, share=share) if party.cases else words["no_case"]
        cells.append((told, *drawn))
    return ((_INDENT + name,), *cells, ("",))


def standing_row(
    words: Words, parties: tuple[Party, ...], row: MetricRow
) -> Iterator[tuple[Lines, ...]]:
    """Yield a row of multiples or ranks, if the verdict on the figures allows one."""
    found = standing(row)
    if found is None:
        return
    name = words["rank" if found.is_rank else "times"]
    form = "rank_of" if found.is_rank else "times_of"
    cells = []
    for party, cell in zip(parties, found.cells, strict=True):
        if cell is None:
            cells.append(("–" if party.cases else words["no_case"],))
        else:
            told = f"{cell:.0f}" if found.is_rank or cell == 1 else f"{cell:.2f}"
            cells.append((words[form].format(told),))
    yield ((_INDENT + name,), *cells, ("",))


def _cell(words: Words, one: Quotient | NoQuotient | None, *, share: bool) -> str:
    if one is None:
        return "–"
    if isinstance(one, NoQuotient):
        return words.of(one.reason)
    return _figure(words, one, one.denominator, share=share)


def _figure(words: Words, one: Quotient, by: Denominator, *, share: bool) -> str:
    """Return a quotient with its two parts, by the denominator used or by another's count."""
    value = one.value * one.denominator.value / by.value
    parts = f"{number(one.numerator)}/{number(by.value)}"
    return (f"{value:.1%}" if share else f"{value:.2f}") + words.brackets(parts)


def party_count(words: Words, party: Party, per: Per) -> Lines:
    """Return what is counted in each locality of a party, with its day, or why it is not known."""
    found = []
    for place in party.localities:
        known = denominators(place.code).of(per)
        found.append(dated_count(words, known) if known else words.of(why_missing(place.code, per)))
    return tuple(found)


def dated_count(words: Words, one: Denominator) -> str:
    """Return a count with its day."""
    return number(one.value) + words.brackets(one.as_of.describe(words.lang))


def denominator_notes(words: Words, comparison: Comparison) -> Iterator[Block]:
    """Yield the denominators used, party by party: how many, when, by whom, and who differs."""
    items = []
    for index, party in enumerate(comparison.parties):
        notes = [note for per in Per for note in _notes(words, comparison.metrics, index, per)]
        if notes:
            items.append(words.colon(words.of(party.title), words.join(notes, clauses=True)))
    if items:
        yield Paragraph(text=words["denominators"])
        yield Items(items=tuple(items))


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
        told = [_by_other(words, row, cell, first.other) for row, cell in used]
        yield words["by_other_count"].format(words.join(told))


def _by_other(words: Words, row: MetricRow, one: Quotient, other: Denominator) -> str:
    share = row.indicator in SHARES
    figure = _figure(words, one, other, share=share)
    return words.beside(words.indicator(row.indicator), figure)


def _sourced(words: Words, one: Denominator) -> str:
    day, source = one.as_of.describe(words.lang), words.of(one.source)
    return number(one.value) + words.brackets(words.join([day, source], clauses=True))
