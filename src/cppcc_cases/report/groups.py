"""One indicator over many places → a report: a table a group, with who is left out and why."""

from collections.abc import Iterator

from cppcc_cases.comparison.groups import FigureGroup, FigureGroups, Member
from cppcc_cases.model import Lang, Level
from cppcc_cases.report.claims import Teller, cell
from cppcc_cases.report.compared import side
from cppcc_cases.report.figures import row_name
from cppcc_cases.report.reasons import Named, reasons_text
from cppcc_cases.report.values import Line, Part, Report, Row, Section, Table
from cppcc_cases.report.windows import window_text
from cppcc_cases.report.words import WORDS, Words
from cppcc_cases.text import plural


def groups_report(found: FigureGroups) -> Report:
    """Return the report of figures in groups."""
    tell = Teller(found.registry, found.sources, articles=found.articles)
    groups = tuple(part for one in found.groups for part in _group(tell, one))
    alone = tuple(_alone(tell, one) for one in found.alone)
    sections = (
        Section(id="groups", parts=groups or (Part(text=WORDS["no_group"]),)),
        Section(id="alone", title=WORDS["alone"], parts=(Part(lines=alone),)),
    )
    shown = [one for group in found.groups for one in (*group.core, *group.apart)]
    parties = dict.fromkeys(one.party for one in (*shown, *found.alone))
    return Report(
        title=tell.text(_title, found),
        subtitle=tell.text(_counted, found, len(parties)),
        sides=tuple(map(side, parties)),
        sections=sections if alone else sections[:1],
        articles=found.articles,
        sources=found.sources,
    )


def _title(words: Words, found: FigureGroups) -> str:
    name = words.indicator(found.only.indicator) if found.only.indicator else words["figures"]
    told = words["by_group"].format(name)
    return words.phrases([told, words.year(found.only.year)]) if found.only.year else told


def _counted(words: Words, found: FigureGroups, places: int) -> str:
    groups, alone = len(found.groups), len(found.alone)
    if words.lang is Lang.ZH:
        return f"{places}方 · {groups}组 · {alone}个数没有同组的"
    return (
        f"{places} part{'y' if places == 1 else 'ies'} · {plural(groups, 'group')} · "
        f"{plural(alone, 'figure')} without a group"
    )


def _group(tell: Teller, group: FigureGroup) -> Iterator[Part]:
    known = (*group.part, *group.counting)
    members = (*group.core, *group.apart)

    def row(one: Member) -> Row:
        why = tell.text(_why, group, one) if one.judgement else None
        return Row(
            id=".".join(place.code for place in one.party.localities) or one.told.case.id,
            label=one.party.title,
            cells=(cell(tell.metric(one.told.metric, one.told.case.id, known=known)),),
            verdict=one.judgement,
            why=why if why and why.zh else None,
        )

    yield Part(
        title=tell.text(_named, group, members[0]),
        text=tell.text(_verdict, group),
        table=Table(
            head=WORDS["locality"], columns=(WORDS["figure"],), rows=tuple(map(row, members))
        ),
    )


def _named(words: Words, group: FigureGroup, first: Member) -> str:
    level = words.of(Level(group.level).label) if group.level else words["unsaid"]
    time = window_text(words, first.told.metric, short=True)
    return words.colon(words.phrases([level, time]), row_name(words, group))


def _verdict(words: Words, group: FigureGroup) -> str:
    """Return how many may be compared, as what, and why with care."""
    if group.judgement is None:
        return words["no_core"]
    names = words["core"].format(len(group.core), words.of(group.judgement.verdict.label))
    why = reasons_text(words, group.judgement, _sides(words, group.core))
    return words.colon(names, why) if why else names


def _why(words: Words, group: FigureGroup, one: Member) -> str:
    assert one.judgement
    sides = _sides(words, (*(group.core or group.apart), *([one] if group.core else [])))
    return reasons_text(words, one.judgement, sides)


def _sides(words: Words, members: tuple[Member, ...]) -> list[Named]:
    return [(words.of(one.party.title), one.told) for one in members]


def _alone(tell: Teller, one: Member) -> Line:
    claim = tell.metric(one.told.metric, one.told.case.id)
    return Line(label=one.party.title, claims=(tell.named(tell.text(_counts, one), claim),))


def _counts(words: Words, one: Member) -> str:
    return words.indicator(one.told.metric.indicator)
