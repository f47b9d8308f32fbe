"""The figures of a comparison → the parts of a section: rows with verdicts, and those of one side.

A row names its indicator and what its figures have in common; a verdict is told with the values
that it rests on, and figures that only one side has are listed, not judged.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from cppcc_cases.comparison import Comparison, MetricRow, Party, QuotientRow
from cppcc_cases.comparison.bars import lengths, share_length
from cppcc_cases.comparison.normalise import Quotient
from cppcc_cases.comparison.rows import Aligned, FigureCell, Told
from cppcc_cases.comparison.standing import standing
from cppcc_cases.model import JOINT, Text
from cppcc_cases.report.claims import Teller, cell, plainly, quiet
from cppcc_cases.report.quotients import denominator_notes, is_share
from cppcc_cases.report.reasons import reasons_text
from cppcc_cases.report.values import Cell, Claim, Line, Part, Row, Silence, Table
from cppcc_cases.report.windows import window_text, words_text
from cppcc_cases.report.words import WORDS, Words, indicator_name
from cppcc_cases.vocab.denominators import Per

if TYPE_CHECKING:
    from cppcc_cases.comparison.groups import FigureGroup
    from cppcc_cases.comparison.trend import Series


def sided(comparison: Comparison, rows: Iterable[Row], *, compact: bool = False) -> Table:
    """Return a table whose columns are the parties."""
    columns = tuple(party.title for party in comparison.parties)
    return Table(columns=columns, rows=tuple(rows), sided=True, compact=compact)


def figures(tell: Teller, comparison: Comparison) -> tuple[Part, ...]:
    """Return the parts of the section of figures: rows compared, figures of one side, notes."""
    rows = [one for one in comparison.metrics if one.row.judgement]
    alone = [one for one in comparison.metrics if not one.row.judgement]
    parts = [Part(text=WORDS["no_figure"])] if not comparison.metrics else []
    if rows:
        told = (line for row in rows for line in _figure_rows(tell, comparison, row))
        parts.append(Part(table=sided(comparison, told)))
    if alone:
        parts.append(Part(text=WORDS["only_note"], lines=tuple(_alone(tell, comparison, alone))))
    if comparison.above:
        parts.append(Part(lines=tuple(above(tell, comparison))))
    notes = tuple(_denominators(tell, comparison))
    if notes:
        parts.append(Part(text=WORDS["denominators"], lines=notes))
    return tuple(parts)


def _denominators(tell: Teller, comparison: Comparison) -> Iterator[Line]:
    for index, party in enumerate(comparison.parties):
        told = tell.text(denominator_notes, comparison, index)
        if told.zh:
            yield Line(label=party.title, claims=(plainly(told),))


def row_name(words: Words, row: "Aligned | FigureGroup | Series") -> str:
    """Return what a row counts: the indicator, of which part, counted how."""
    name = words.indicator(row.indicator)
    said = words_text(words, (*row.part, *row.counting))
    if row.is_share:
        name = words["share_of_all"].format(name)
    return name + (words.brackets(said) if said else "")


def _alone(tell: Teller, comparison: Comparison, rows: list[MetricRow]) -> Iterator[Line]:
    """Yield the figures that only one party has, party by party."""
    for index, party in enumerate(comparison.parties):
        claims = []
        for one in rows:
            told = one.row.cells[index].told
            if told is None:
                continue
            name = tell.text(row_name, one.row)
            figure = tell.metric(
                told.metric, told.case.id, lengths(one.row)[index], _known(one.row)
            )
            more = _others(tell, party, one.row.cells[index], one.row)
            claims += [
                tell.named(name, each) for each in (_whose(tell, party, told, figure), *more)
            ]
            if otherwise := _otherwise(tell.zh, comparison, one.row):
                text = Text(zh=otherwise, en=_otherwise(tell.en, comparison, one.row))
                claims.append(tell.named(name, plainly(text, told.case.id)))
            for quotients in one.quotients:
                share = is_share(comparison.registry, one)
                found = quotients.cells[index]
                if isinstance(found, Quotient):
                    made = tell.quotient(found, share, share_length(share, found))
                    label = quotient_name(quotients.per, share=share)
                    claims.append(evolve(tell.named(label, made), case=told.case.id))
        if claims:
            yield Line(label=tell.text(_only_in, party.title), claims=tuple(claims))


def _only_in(words: Words, title: Text) -> str:
    return words["only_in"].format(words.of(title))


def _known(row: Aligned) -> tuple[str, ...]:
    return (*row.part, *row.counting)


def above(tell: Teller, comparison: Comparison) -> Iterator[Line]:
    """Yield the figures of higher levels that parties' cases tell."""
    for index, told in comparison.above:
        name = indicator_name(comparison.registry, told.metric.indicator)
        figure = tell.metric(told.metric, told.case.id, correction=told.correction)
        label = tell.colon(comparison.parties[index].title, WORDS["above_has"])
        yield Line(label=label, claims=(tell.named(name, figure),))


def _figure_rows(tell: Teller, comparison: Comparison, row: MetricRow) -> Iterator[Row]:
    """Yield the row of an indicator with its verdict, then those of its quotients."""
    yield Row(
        id=row.row.indicator,
        label=tell.text(row_name, row.row),
        cells=tuple(
            _metrics(tell, comparison.parties, row.row, index)
            for index in range(len(comparison.parties))
        ),
        verdict=row.row.judgement,
        why=_why(tell, comparison, row.row),
    )
    for quotients in row.quotients:
        yield quotient_row(tell, comparison.parties, row, quotients)
    yield from _standing_row(comparison.parties, row.row)


def _why(tell: Teller, comparison: Comparison, row: Aligned) -> Text | None:
    """Return the reasons of a row, and why parties are left out of it, with what they have."""
    told = tell.text(_reasons, comparison, row)
    return told if told.zh else None


def _reasons(words: Words, comparison: Comparison, row: Aligned) -> str:
    def named(places: Iterable[int]) -> list[tuple[str, Told]]:
        return [
            (words.of(comparison.parties[at].title), told)
            for at in places
            if (told := row.cells[at].told)
        ]

    assert row.judgement is not None
    clauses = [reasons_text(words, row.judgement, named(row.compared))]
    for at, judgement in row.apart:
        name = words["apart"].format(words.of(comparison.parties[at].title))
        sides = named((*row.compared, at))
        clauses.append(words.colon(name, reasons_text(words, judgement, sides)))
    clauses.append(_otherwise(words, comparison, row))
    return words.join(filter(None, clauses), clauses=True)


def _otherwise(words: Words, comparison: Comparison, row: Aligned) -> str:
    """Return that other rows count the same thing otherwise, and how; nothing if none does."""
    others = [one.row for one in comparison.metrics if one.row.key == row.key and one.row != row]
    apart = [{*one.part, *one.counting} - {*row.part, *row.counting} for one in others]
    told = words.join(filter(None, (words_text(words, said) for said in apart)), clauses=True)
    return words["otherwise"] + (words.brackets(told) if told else "") if others else ""


def _metrics(tell: Teller, parties: tuple[Party, ...], row: Aligned, index: int) -> Cell:
    one, party = row.cells[index], parties[index]
    if not party.cases:
        return cell(quiet(Silence.NO_CASE))
    if one.told is None:
        return cell(tell.silent(one.missing, party.cases))
    if one.told.metric.of == JOINT and one.told in [before.told for before in row.cells[:index]]:
        first = next(at for at, before in enumerate(row.cells) if before.told == one.told)
        return cell(plainly(tell.text(_as, parties[first].title), one.told.case.id))
    figure = tell.metric(one.told.metric, one.told.case.id, lengths(row)[index], _known(row))
    return cell(_whose(tell, party, one.told, figure), *_others(tell, party, one, row))


def _as(words: Words, title: Text) -> str:
    return words["as_before"].format(words.of(title))


def _whose(tell: Teller, party: Party, told: Told, figure: Claim) -> Claim:
    """Return a figure behind the name of its place, where the party has several."""
    places = [place.name for place in party.localities if place.code == told.metric.of]
    if len(party.localities) < 2 or not places:
        return figure
    return tell.named(places[0], figure)


def _others(tell: Teller, party: Party, one: FigureCell, row: Aligned) -> Iterator[Claim]:
    """Yield figures that contradict the one compared, and which other times there are."""
    assert one.told is not None
    same = [other for other in one.others if other.seen.window == one.told.seen.window]
    for other in same:
        figure = tell.metric(
            other.metric, other.case.id, known=_known(row), correction=other.correction
        )
        yield _whose(tell, party, other, figure)
    rest = tuple(x for x in one.others if x not in same and x.correction is None)
    if rest:
        yield plainly(tell.text(_other_windows, rest), one.told.case.id)


def _other_windows(words: Words, others: tuple[Told, ...]) -> str:
    times = dict.fromkeys(window_text(words, other.metric, short=True) for other in others)
    return words.colon(words["other_windows"].format(len(others)), words.join(times))


def quotient_name(per: Per, *, share: bool) -> Text:
    """Return what a quotient is called."""
    return WORDS["share_divisions"] if share else per.label


def quotient_row(
    tell: Teller, parties: tuple[Party, ...], row: MetricRow, quotients: QuotientRow
) -> Row:
    """Return the row of what an indicator's figures come to when they are divided."""
    share = is_share(tell.registry, row)
    cells = (
        tell.quotient(one, share, share_length(share, one))
        if party.cases
        else quiet(Silence.NO_CASE)
        for party, one in zip(parties, quotients.cells, strict=True)
    )
    return Row(
        id=f"{row.row.indicator}.{quotients.per.value}",
        label=quotient_name(quotients.per, share=share),
        cells=tuple(map(cell, cells)),
        below=True,
    )


def _standing_row(parties: tuple[Party, ...], row: Aligned) -> Iterator[Row]:
    """Yield a row of multiples or ranks, if the verdict on the figures allows one."""
    found = standing(row)
    if found is None:
        return
    key = "rank" if found.is_rank else "times"
    cells = []
    for party, one in zip(parties, found.cells, strict=True):
        if one is None:
            cells.append(cell(quiet(Silence.NOTHING if party.cases else Silence.NO_CASE)))
        else:
            told = f"{one:.0f}" if found.is_rank or one == 1 else f"{one:.2f}"
            form = WORDS[f"{key}_of"]
            text = Text(zh=form.zh.format(told), en=form.en.format(told))
            cells.append(cell(Claim(text=text, number=one)))
    yield Row(id=f"{row.indicator}.{key}", label=WORDS[key], cells=tuple(cells), below=True)
