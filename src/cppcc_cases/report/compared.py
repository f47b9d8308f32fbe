"""A comparison → a report, in the order in which a research office hands it in."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from cppcc_cases.comparison import (
    CaseMechanism,
    Comparison,
    MetricRow,
    Party,
    QuotientRow,
    StageRow,
)
from cppcc_cases.comparison.bars import lengths, share_length
from cppcc_cases.comparison.normalise import Quotient
from cppcc_cases.comparison.rows import Aligned, FigureCell, Told
from cppcc_cases.comparison.standing import standing
from cppcc_cases.model import JOINT, Article, Case, Lang, Locality, Mention, Missing, Text
from cppcc_cases.report.claims import Teller, cell, plainly, quiet, said
from cppcc_cases.report.derivations import derivations
from cppcc_cases.report.quotients import count_line, denominator_notes, is_share
from cppcc_cases.report.reasons import reasons_text
from cppcc_cases.report.values import (
    Cell,
    Claim,
    Line,
    Part,
    Report,
    Row,
    Section,
    Side,
    Silence,
    Table,
)
from cppcc_cases.report.windows import window_text, words_text
from cppcc_cases.report.wording import case_name, dated
from cppcc_cases.report.words import WORDS, Words, indicator_name
from cppcc_cases.text import plural
from cppcc_cases.vocab.denominators import Denominator, Per, denominators
from cppcc_cases.vocab.stages import stage_term

if TYPE_CHECKING:
    from cppcc_cases.comparison.trend import Series


def compared(comparison: Comparison) -> Report:
    """Return the report of a comparison."""
    counts = tuple(dict.fromkeys(_counted(comparison)))
    tell = Teller(comparison.registry, comparison.sources, counts, comparison.articles)
    sections = (
        overview(tell, comparison),
        _leads(tell, comparison),
        practice(tell, comparison),
        _coverage(tell, comparison),
        _figures(tell, comparison),
        _outcomes(tell, comparison),
        _contrast(comparison),
        _limitations(comparison),
        section("caveats", lines(comparison.caveats)),
        _derivations(tell, comparison),
    )
    return Report(
        title=tell.text(_title, comparison),
        subtitle=tell.text(_subtitle, comparison),
        sides=tuple(map(side, comparison.parties)),
        sections=tuple(one for one in sections if one.parts),
        articles=comparison.articles,
        sources=comparison.sources,
        counts=tuple(_count_claim(tell, comparison, one) for one in counts),
    )


def _counted(comparison: Comparison) -> Iterator[Denominator]:
    """Yield the counts of residents and divisions that a comparison tells."""
    for per in Per:
        for party in comparison.parties:
            for place in party.localities:
                known = denominators(place.code)
                yield from filter(None, [known.of(per)])


def _count_claim(tell: Teller, comparison: Comparison, one: Denominator) -> Claim:
    places = {place.code: place.name for p in comparison.parties for place in p.localities}
    text = tell.text(count_line, places[one.code], one)
    return Claim(text=text, number=one.value, about=one)


def section(id_: str, *parts: Part) -> Section:
    """Return a section with the title that the catalogue has for it."""
    return Section(id=id_, title=WORDS[id_], parts=parts)


def lines(texts: Iterable[Text]) -> Part:
    """Return sentences as a list."""
    return Part(lines=tuple(Line(claims=(plainly(text),)) for text in texts))


def side(party: Party) -> Side:
    """Return a party as a column of the report."""
    return Side(
        asked=party.asked,
        title=party.title,
        codes=tuple(place.code for place in party.localities),
        cases=tuple(case.id for case in party.cases),
    )


def _title(words: Words, comparison: Comparison) -> str:
    return words["compared"].format(words.join([words.of(p.title) for p in comparison.parties]))


def _subtitle(words: Words, comparison: Comparison) -> str:
    cases, count = len(_cases(comparison)), len(comparison.articles)
    if words.lang is Lang.ZH:
        return f"{cases}个案例 · {count}篇报道"
    return f"{plural(cases, 'case')} · {plural(count, 'article')}"


def _table(comparison: Comparison, rows: Iterable[Row], *, compact: bool = False) -> Table:
    columns = tuple(party.title for party in comparison.parties)
    return Table(columns=columns, rows=tuple(rows), sided=True, compact=compact)


def overview(tell: Teller, comparison: Comparison) -> Section:
    """Return the facts of each party."""
    columns = [_facts(tell, party) for party in comparison.parties]
    rows = (
        Row(
            id=key,
            label=WORDS[key],
            cells=tuple(cell(*(column[key] or [quiet(Silence.NOTHING)])) for column in columns),
        )
        for key in columns[0]
    )
    return section("overview", Part(table=_table(comparison, rows)))


def _facts(tell: Teller, party: Party) -> dict[str, list[Claim]]:
    places = party.localities
    committees = dict.fromkeys(one for case in party.cases for one in case.committees)
    times = dict.fromkeys(tell.text(dated, case.period) for case in party.cases)
    codes = tell.names(said(place.code) for place in places)
    return {
        "level": [plainly(one) for one in dict.fromkeys(place.level.label for place in places)],
        "code": [plainly(codes)],
        "committees": [plainly(one) for one in committees],
        "cases": [tell.case_name(case) for case in party.cases] or [quiet(Silence.NO_CASE)],
        "residents": [_count(tell, place, Per.RESIDENTS) for place in places],
        "divisions": [_count(tell, place, Per.DIVISIONS) for place in places],
        "period": [plainly(one) for one in times],
    }


def _count(tell: Teller, place: Locality, per: Per) -> Claim:
    known = denominators(place.code).of(per)
    return tell.count(known) if known else quiet(Silence.NOT_IN_COLLECTION)


def _leads(tell: Teller, comparison: Comparison) -> Section:
    """Return what is known of parties without a case, and which names could mean others."""
    found = [line for party in comparison.parties for line in leads_of(tell, party)]
    return section("mentions", *([Part(lines=tuple(found))] if found else []))


def leads_of(tell: Teller, party: Party) -> Iterator[Line]:
    """Yield who else has the name, and, without a case, where to look instead."""
    name = party.title
    if party.note:
        yield Line(claims=(plainly(Text(zh=f"{party.note.zh}。", en=f"{party.note.en}.")),))
    if party.cases:
        return
    none = Text(zh=f"{name.zh}：库里没有案例。", en=f"{name.en}: there is no case in the corpus.")
    yield Line(claims=(plainly(none),))
    for case, mention in party.mentions:
        yield Line(claims=(tell.mention(mention, case.id),))
    if party.nearby:
        near = tell.names(tell.text(case_name, one) for one in party.nearby)
        text = Text(zh=f"附近的案例：{near.zh}。", en=f"Cases nearby: {near.en}.")
        yield Line(claims=(plainly(text),))


def practice(tell: Teller, comparison: Comparison) -> Section:
    """Return kinds and summaries side by side, then the fields of each case's kind."""
    kinds = Row(
        id="mechanism",
        label=WORDS["mechanism"],
        cells=tuple(_texts((one.kind, one.case) for one in c) for c in comparison.mechanisms),
    )
    summaries = Row(
        id="summary",
        label=WORDS["summary"],
        cells=tuple(
            _texts((one.case.summary, one.case) for one in c) for c in comparison.mechanisms
        ),
    )
    told_of: dict[CaseMechanism, list[Text]] = {}
    for party, column in zip(comparison.parties, comparison.mechanisms, strict=True):
        for one in column:
            told_of.setdefault(one, []).append(party.title)
    return section(
        "practice",
        Part(table=_table(comparison, (kinds, summaries))),
        *(_fields(tell, one, names) for one, names in told_of.items()),
    )


def _texts(texts: Iterable[tuple[Text, Case]]) -> Cell:
    return cell(*([plainly(text, case.id) for text, case in texts] or [quiet(Silence.NOTHING)]))


def _fields(tell: Teller, one: CaseMechanism, names: list[Text]) -> Part:
    return Part(
        title=tell.colon(tell.names(names), one.kind),
        lines=tuple(tell.field(row, one.case) for row in one.rows),
    )


def _coverage(tell: Teller, comparison: Comparison) -> Section:
    rows = (
        Row(
            id=row.stage.value,
            label=stage_term(row.stage).label,
            cells=tuple(
                _stage(tell, party, index, row) for index, party in enumerate(comparison.parties)
            ),
        )
        for row in comparison.stages
    )
    return section("coverage", Part(table=_table(comparison, rows, compact=True)))


def _stage(tell: Teller, party: Party, index: int, row: StageRow) -> Cell:
    if not party.cases:
        return cell(quiet(Silence.NO_CASE))
    claims = tuple(
        tell.stage(claim, case.id)
        for case in party.cases
        if (claim := case.mechanism.lifecycle.claim(row.stage))
    )
    return Cell(claims=claims, state=row.cells[index].state)


def _figures(tell: Teller, comparison: Comparison) -> Section:
    rows = [one for one in comparison.metrics if one.row.judgement]
    alone = [one for one in comparison.metrics if not one.row.judgement]
    parts = [Part(text=WORDS["no_figure"])] if not comparison.metrics else []
    if rows:
        told = (line for row in rows for line in _figure_rows(tell, comparison, row))
        parts.append(Part(table=_table(comparison, told)))
    if alone:
        parts.append(Part(text=WORDS["only_note"], lines=tuple(_alone(tell, comparison, alone))))
    if comparison.above:
        parts.append(Part(lines=tuple(above(tell, comparison))))
    notes = tuple(_denominators(tell, comparison))
    if notes:
        parts.append(Part(text=WORDS["denominators"], lines=notes))
    return section("figures", *parts)


def _denominators(tell: Teller, comparison: Comparison) -> Iterator[Line]:
    for index, party in enumerate(comparison.parties):
        told = tell.text(denominator_notes, comparison, index)
        if told.zh:
            yield Line(label=party.title, claims=(plainly(told),))


def row_name(words: Words, row: "Aligned | Series") -> str:
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
            claims.append(evolve(figure, text=tell.colon(name, figure.text)))
            more = _others(tell, one.row.cells[index], one.row)
            claims += [evolve(each, text=tell.colon(name, each.text)) for each in more]
            for quotients in one.quotients:
                share = is_share(comparison.registry, one)
                found = quotients.cells[index]
                if isinstance(found, Quotient):
                    made = tell.quotient(found, share, share_length(share, found))
                    label = quotient_name(quotients.per, share=share)
                    named = tell.colon(label, made.text)
                    claims.append(evolve(made, text=named, case=told.case.id))
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
        figure = tell.metric(told.metric, told.case.id)
        label = tell.colon(comparison.parties[index].title, WORDS["above_has"])
        yield Line(label=label, claims=(evolve(figure, text=tell.colon(name, figure.text)),))


def _figure_rows(tell: Teller, comparison: Comparison, row: MetricRow) -> Iterator[Row]:
    """Yield the row of an indicator with its verdict, then those of its quotients."""
    yield Row(
        id=row.row.indicator,
        label=tell.text(row_name, row.row),
        cells=tuple(
            _metrics(tell, party, row.row, index) for index, party in enumerate(comparison.parties)
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
        sides = named((row.compared[0], at))
        clauses.append(words.colon(name, reasons_text(words, judgement, sides)))
    return words.join(filter(None, clauses), clauses=True)


def _metrics(tell: Teller, party: Party, row: Aligned, index: int) -> Cell:
    one = row.cells[index]
    if not party.cases:
        return cell(quiet(Silence.NO_CASE))
    if one.told is None:
        return cell(tell.silent(one.missing, party.cases))
    if one.told.metric.of == JOINT and one.told in [before.told for before in row.cells[:index]]:
        return cell(plainly(WORDS["as_before"], one.told.case.id))
    claims = [tell.metric(one.told.metric, one.told.case.id, lengths(row)[index], _known(row))]
    return cell(*claims, *_others(tell, one, row))


def _others(tell: Teller, one: FigureCell, row: Aligned) -> Iterator[Claim]:
    """Yield figures that contradict the one compared, and which other times there are."""
    assert one.told is not None
    same = [other for other in one.others if other.seen.window == one.told.seen.window]
    for other in same:
        yield tell.metric(other.metric, other.case.id, known=_known(row))
    rest = tuple(other for other in one.others if other not in same)
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


def _outcomes(tell: Teller, comparison: Comparison) -> Section:
    if not comparison.outcomes:
        return section("outcomes", Part(text=WORDS["not_reported"]))
    rows = []
    for row in comparison.outcomes:
        cells = []
        for party in comparison.parties:
            claims = [
                tell.outcome(one, case.id)
                for case in party.cases
                for one in case.outcomes
                if one.kind is row.kind and party.owns(one.of)
            ]
            none = (
                tell.silent(Missing.NOT_REPORTED, party.cases)
                if party.cases
                else quiet(Silence.NO_CASE)
            )
            cells.append(cell(*(claims or [none])))
        rows.append(Row(id=row.kind.value, label=row.kind.label, cells=tuple(cells)))
    return section("outcomes", Part(table=_table(comparison, rows)))


def _contrast(comparison: Comparison) -> Section:
    found = comparison.contrast
    parts = (("alike", found.alike), ("differ", found.differ))
    return section(
        "contrast",
        *(Part(title=WORDS[key], lines=lines(texts).lines) for key, texts in parts if texts),
    )


def _limitations(comparison: Comparison) -> Section:
    return section(
        "limitations",
        *(
            Part(
                title=case.title,
                lines=tuple(Line(claims=(plainly(text, case.id),)) for text in case.limitations),
            )
            for case in _cases(comparison)
            if case.limitations
        ),
    )


def _cases(comparison: Comparison) -> tuple[Case, ...]:
    return tuple(dict.fromkeys(case for p in comparison.parties for case in p.cases))


def _derivations(tell: Teller, comparison: Comparison) -> Section:
    named = [mention for p in comparison.parties if not p.cases for _, mention in p.mentions]
    return derived(tell, _cases(comparison), named, comparison.articles)


def derived(
    tell: Teller, cases: Iterable[Case], mentions: Iterable[Mention], articles: Iterable[Article]
) -> Section:
    """Return the rules by which figures and dates were derived."""
    rules = derivations(tell.zh.registry, cases, mentions, articles)
    told = tuple(Line(label=name, claims=(plainly(rule),)) for name, rule in rules)
    return section("derivations", *([Part(lines=told, joined=True)] if told else []))
