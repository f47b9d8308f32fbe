"""A comparison → a document, in the order in which a research office hands it in."""

from collections.abc import Iterator

from cppcc_cases.comparison import CaseMechanism, Comparison, MetricRow, Party, StageCell
from cppcc_cases.comparison.bars import Length, lengths
from cppcc_cases.comparison.comparability import Comparability
from cppcc_cases.model import (
    Case,
    Lang,
    Maybe,
    Metric,
    Missing,
    Stage,
    StageClaim,
    Text,
)
from cppcc_cases.render.claims import (
    Numbers,
    article_line,
    case_name,
    mark,
    mention_line,
    metric_line,
    numbered,
    outcome_line,
    row_line,
    source_line,
)
from cppcc_cases.render.derivations import derivations
from cppcc_cases.render.document import (
    Block,
    Cell,
    Document,
    Heading,
    Items,
    Line,
    Mark,
    Paragraph,
    Table,
)
from cppcc_cases.render.marks import bar, bar_key, state_key, state_mark
from cppcc_cases.render.quotients import denominator_notes, party_count, quotient_row, standing_row
from cppcc_cases.render.words import Words
from cppcc_cases.text import plural
from cppcc_cases.vocab.denominators import Per
from cppcc_cases.vocab.stages import stage_term

Lines = tuple[str, ...]


def digest(comparison: Comparison, lang: Lang) -> Document:
    """Return the document of a comparison in one language."""
    words = Words(lang, comparison.registry)
    numbers = numbered(comparison.sources)
    return Document(
        blocks=(
            Heading(level=1, text=_title(words, comparison)),
            Paragraph(text=_subtitle(words, comparison)),
            *overview(words, comparison),
            *_leads(words, comparison, numbers),
            *practice(words, comparison, numbers),
            *_coverage(words, comparison, numbers),
            *_figures(words, comparison, numbers),
            *_outcomes(words, comparison, numbers),
            *_contrast(words, comparison),
            *_limitations(words, comparison),
            Heading(level=2, text=words["caveats"]),
            Items(items=tuple(words.of(text) for text in comparison.caveats)),
            *_derivations(words, comparison),
            *_sources(words, comparison),
        )
    )


def _title(words: Words, comparison: Comparison) -> str:
    return words["compared"].format(words.join([words.of(p.title) for p in comparison.parties]))


def _subtitle(words: Words, comparison: Comparison) -> str:
    cases = _cases(comparison)
    count = len(comparison.articles)
    if words.lang is Lang.ZH:
        return f"{len(cases)}个案例 · {count}篇报道"
    return f"{plural(len(cases), 'case')} · {plural(count, 'article')}"


def _header(words: Words, comparison: Comparison) -> Lines:
    return ("", *(words.of(p.title) for p in comparison.parties))


def overview(words: Words, comparison: Comparison) -> Iterator[Block]:
    """Yield the facts of each party."""
    yield Heading(level=2, text=words["overview"])
    columns = [_facts(words, p) for p in comparison.parties]
    yield Table(
        header=_header(words, comparison),
        rows=tuple(
            ((words[key],), *(column[key] or ("–",) for column in columns)) for key in columns[0]
        ),
    )


def _facts(words: Words, party: Party) -> dict[str, Lines]:
    levels = dict.fromkeys(words.of(place.level.label) for place in party.localities)
    committees = [one for case in party.cases for one in case.committees]
    return {
        "level": tuple(levels),
        "code": (words.join([place.code for place in party.localities]),),
        "committees": _unique(words, committees),
        "cases": tuple(case_name(words, c) for c in party.cases) or (words["no_case"],),
        "residents": party_count(words, party, Per.RESIDENTS),
        "divisions": party_count(words, party, Per.DIVISIONS),
        "period": tuple(dict.fromkeys(case.period.describe(words.lang) for case in party.cases)),
    }


def _unique(words: Words, texts: list[Text]) -> Lines:
    return tuple(dict.fromkeys(words.of(text) for text in texts))


def _leads(words: Words, comparison: Comparison, numbers: Numbers) -> Iterator[Block]:
    """Yield what is known of parties without a case, and which names could mean others."""
    items = [line for p in comparison.parties for line in leads_of(words, p, numbers)]
    if items:
        yield Heading(level=2, text=words["mentions"])
        yield Items(items=tuple(items))


def leads_of(words: Words, party: Party, numbers: Numbers) -> Iterator[str]:
    """Yield who else has the name, and, without a case, where to look instead."""
    name = words.of(party.title)
    zh = words.lang is Lang.ZH
    if party.note:
        yield words.of(party.note) + ("。" if zh else ".")
    if party.cases:
        return
    yield f"{name}：库里没有案例。" if zh else f"{name}: there is no case in the corpus."
    for case, mention in party.mentions:
        yield mention_line(words, mention, numbers) + words.brackets(case.id)
    if party.nearby:
        near = words.join([case_name(words, case) for case in party.nearby])
        yield f"附近的案例：{near}。" if zh else f"Cases nearby: {near}."


def practice(words: Words, comparison: Comparison, numbers: Numbers) -> Iterator[Block]:
    """Yield kinds and summaries side by side, then the fields of each case's kind."""
    yield Heading(level=2, text=words["practice"])
    kinds = tuple(_column(words, [one.kind for one in c]) for c in comparison.mechanisms)
    told = tuple(_column(words, [one.case.summary for one in c]) for c in comparison.mechanisms)
    yield Table(
        header=_header(words, comparison),
        rows=(((words["mechanism"],), *kinds), ((words["summary"],), *told)),
    )
    told_of: dict[CaseMechanism, list[str]] = {}
    for party, column in zip(comparison.parties, comparison.mechanisms, strict=True):
        for one in column:
            told_of.setdefault(one, []).append(words.of(party.title))
    for one, names in told_of.items():
        yield Heading(level=3, text=words.colon(words.join(names), words.of(one.kind)))
        yield Items(items=tuple(row_line(words, row, numbers) for row in one.rows))


def _column(words: Words, texts: list[Text]) -> Lines:
    return tuple(words.of(text) for text in texts) or ("–",)


def _coverage(words: Words, comparison: Comparison, numbers: Numbers) -> Iterator[Block]:
    yield Heading(level=2, text=words["coverage"])
    names = tuple(words.of(stage_term(row.stage).label) for row in comparison.stages)
    if words.lang is Lang.ZH:
        yield Table(
            header=("", *names),
            rows=tuple(
                (
                    (words.of(party.title),),
                    *((_state(words, party, row.cells[index]),) for row in comparison.stages),
                )
                for index, party in enumerate(comparison.parties)
            ),
            compact=True,
        )
    else:
        yield Table(
            header=_header(words, comparison),
            rows=tuple(
                (
                    (name,),
                    *(
                        (_state(words, party, cell),)
                        for party, cell in zip(comparison.parties, row.cells, strict=True)
                    ),
                )
                for name, row in zip(names, comparison.stages, strict=True)
            ),
            compact=True,
        )
    yield state_key(words, no_case=not all(p.cases for p in comparison.parties))
    yield from _told_stages(words, comparison, numbers)


def _state(words: Words, party: Party, cell: StageCell) -> Mark:
    return state_mark(words, cell.state if party.cases else None)


def _told_stages(words: Words, comparison: Comparison, numbers: Numbers) -> Iterator[Block]:
    told_of: dict[tuple[Stage, StageClaim], list[str]] = {}
    for index, party in enumerate(comparison.parties):
        for row in comparison.stages:
            for claim in row.cells[index].claims:
                told_of.setdefault((row.stage, claim), []).append(words.of(party.title))
    items = tuple(
        _told_stage(words, words.join(names), stage, claim, numbers)
        for (stage, claim), names in told_of.items()
    )
    if items:
        yield Items(items=items)


def _told_stage(words: Words, who: str, stage: Stage, claim: StageClaim, numbers: Numbers) -> str:
    name = words.of(stage_term(stage).label)
    what = f"{who}·{name}" if words.lang is Lang.ZH else f"{who}, {name}"
    note = words.brackets(words.of(claim.note).rstrip("。.")) if claim.note else ""
    said = words.colon(what, words.of(claim.state.label) + note)
    return said + mark(words, claim.evidence, numbers)


def _figures(words: Words, comparison: Comparison, numbers: Numbers) -> Iterator[Block]:
    yield Heading(level=2, text=words["figures"])
    if not comparison.metrics:
        yield Paragraph(text=words["no_figure"])
        return
    yield Table(
        header=(*_header(words, comparison), words["comparability"]),
        rows=tuple(
            line
            for row in comparison.metrics
            for line in _figure_rows(words, comparison, row, numbers)
        ),
    )
    yield from bar_key(words, comparison.metrics)
    yield from denominator_notes(words, comparison)


def _figure_rows(
    words: Words, comparison: Comparison, row: MetricRow, numbers: Numbers
) -> Iterator[tuple[Cell, ...]]:
    """Yield the row of an indicator with its verdict, then those of its quotients."""
    cells = (
        _metrics(words, party, cell, bars, numbers)
        for party, cell, bars in zip(comparison.parties, row.cells, lengths(row), strict=True)
    )
    yield ((words.indicator(row.indicator),), *cells, (_verdict(words, row.comparability),))
    for quotients in row.quotients:
        yield quotient_row(words, comparison.parties, row, quotients)
    yield from standing_row(words, comparison.parties, row)


def _verdict(words: Words, one: Comparability) -> str:
    reasons = words.join([words.of(reason.label) for reason in one.reasons])
    verdict = words.of(one.verdict.label)
    return words.colon(verdict, reasons) if reasons else verdict


def _metrics(
    words: Words,
    party: Party,
    cell: Maybe[tuple[Metric, ...]],
    bars: tuple[Length | None, ...],
    numbers: Numbers,
) -> Cell:
    if not party.cases:
        return (words["no_case"],)
    if isinstance(cell, Missing):
        return (words.of(cell.label),)
    lines: list[Line] = []
    for metric, length in zip(cell, bars, strict=True):
        lines += [metric_line(words, metric, numbers), *bar(words, length)]
    return tuple(lines)


def _outcomes(words: Words, comparison: Comparison, numbers: Numbers) -> Iterator[Block]:
    yield Heading(level=2, text=words["outcomes"])
    if not comparison.outcomes:
        yield Paragraph(text=words["not_reported"])
        return
    yield Table(
        header=_header(words, comparison),
        rows=tuple(
            (
                (words.of(row.kind.label),),
                *(
                    tuple(outcome_line(words, one, numbers) for one in cell)
                    or (words["not_reported" if party.cases else "no_case"],)
                    for party, cell in zip(comparison.parties, row.cells, strict=True)
                ),
            )
            for row in comparison.outcomes
        ),
    )


def _contrast(words: Words, comparison: Comparison) -> Iterator[Block]:
    found = comparison.contrast
    if not found.alike and not found.differ:
        return
    yield Heading(level=2, text=words["contrast"])
    for key, statements in (("alike", found.alike), ("differ", found.differ)):
        if statements:
            yield Heading(level=3, text=words[key])
            yield Items(items=tuple(words.of(text) for text in statements))


def _limitations(words: Words, comparison: Comparison) -> Iterator[Block]:
    limited = [case for case in _cases(comparison) if case.limitations]
    if limited:
        yield Heading(level=2, text=words["limitations"])
    for case in limited:
        yield Heading(level=3, text=words.of(case.title))
        yield Items(items=tuple(words.of(text) for text in case.limitations))


def _cases(comparison: Comparison) -> tuple[Case, ...]:
    return tuple(dict.fromkeys(case for p in comparison.parties for case in p.cases))


def _derivations(words: Words, comparison: Comparison) -> Iterator[Block]:
    named = [mention for p in comparison.parties if not p.cases for _, mention in p.mentions]
    yield from derivations(words, _cases(comparison), named, comparison.articles)


def _sources(words: Words, comparison: Comparison) -> Iterator[Block]:
    if not comparison.sources:
        return
    yield Heading(level=2, text=words["sources"])
    articles = {article.id: article for article in comparison.articles}
    yield Items(
        items=tuple(source_line(words, one, articles) for one in comparison.sources),
        numbered=True,
    )
    for article in comparison.articles:
        yield Paragraph(text=article_line(words, article))
