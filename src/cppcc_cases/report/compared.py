"""A comparison → a report, in the order in which a research office hands it in."""

from collections.abc import Iterable, Iterator

from cppcc_cases.comparison import (
    CaseMechanism,
    Comparison,
    Party,
    StageRow,
)
from cppcc_cases.model import Article, Case, Lang, Locality, Mention, Missing, Text
from cppcc_cases.report.claims import Teller, cell, plainly, quiet, said
from cppcc_cases.report.derivations import derivations
from cppcc_cases.report.figures import figures, sided
from cppcc_cases.report.quotients import count_line
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
)
from cppcc_cases.report.wording import case_name, dated
from cppcc_cases.report.words import WORDS, Words
from cppcc_cases.text import plural
from cppcc_cases.vocab.denominators import Denominator, Per, denominators
from cppcc_cases.vocab.stages import stage_term


def compared(comparison: Comparison) -> Report:
    """Return the report of a comparison."""
    counts = tuple(dict.fromkeys(_counted(comparison)))
    tell = Teller(comparison.registry, comparison.sources, counts, comparison.articles)
    sections = (
        overview(tell, comparison),
        _leads(tell, comparison),
        practice(tell, comparison),
        _coverage(tell, comparison),
        section("figures", *figures(tell, comparison)),
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
    return section("overview", Part(table=sided(comparison, rows)))


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
        Part(table=sided(comparison, (kinds, summaries))),
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
    return section("coverage", Part(table=sided(comparison, rows, compact=True)))


def _stage(tell: Teller, party: Party, index: int, row: StageRow) -> Cell:
    if not party.cases:
        return cell(quiet(Silence.NO_CASE))
    claims = tuple(
        tell.stage(claim, case.id)
        for case in party.cases
        if (claim := case.mechanism.lifecycle.claim(row.stage))
    )
    state = row.cells[index].state
    return Cell(claims=claims or tell.untold(state, party.cases), state=state)


def _outcomes(tell: Teller, comparison: Comparison) -> Section:
    if not comparison.outcomes:
        silent = (tell.silent(Missing.NOT_REPORTED, one.cases).text for one in comparison.parties)
        return section("outcomes", Part(text=tell.names(dict.fromkeys(silent))))
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
    return section("outcomes", Part(table=sided(comparison, rows)))


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
