"""One indicator over many places: figures in groups of which each can be looked at by itself.

A group holds what counts the same thing, of places of one level, at a time of one sort and year.
Within it a core is sought of which all may be compared; who is not of it says why.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from cppcc_cases.comparison.build import figures_of, parties_of
from cppcc_cases.comparison.model import Party
from cppcc_cases.comparison.rows import Told, aligned, joined, one_verdict
from cppcc_cases.comparison.verdict import Judgement, Verdict
from cppcc_cases.model import Article, Case, Evidence, IndicatorId
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.query.only import Only
from cppcc_cases.store import Store


@frozen(kw_only=True)
class Member:
    """A figure of a group and whose it is; outside the core with the verdict beside that."""

    party: Party
    told: Told
    judgement: Judgement | None = None


@frozen(kw_only=True)
class FigureGroup:
    """Figures of one level, sort of time and year that count the same thing.

    ``core`` may be compared as ``judgement`` says; ``apart`` are the others. Where nothing may be
    compared there is no core, and no judgement. Both are in order: by figure, the largest first,
    where that may be reckoned with, and else as their places are.
    """

    indicator: IndicatorId
    part: tuple[str, ...]
    counting: tuple[str, ...]
    is_share: bool
    level: str
    form: str
    year: int
    core: tuple[Member, ...]
    apart: tuple[Member, ...]
    judgement: Judgement | None


@frozen(kw_only=True)
class FigureGroups:
    """The groups of what was asked for, the largest first, and the figures that stand alone."""

    only: Only
    groups: tuple[FigureGroup, ...]
    alone: tuple[Member, ...]
    articles: tuple[Article, ...]
    sources: tuple[Evidence, ...]
    registry: Registry = field(eq=False, repr=False)


def figure_groups(corpus: Store, cases: Iterable[Case], only: Only) -> FigureGroups:
    """Return the figures of cases that ``only`` lets through, in groups.

    Of figures of one place and group the one that was counted last is told. What a later article
    corrects is left out.
    """
    parties = sorted(parties_of(corpus, cases), key=lambda one: [p.code for p in one.localities])
    told = [
        [one for one in figures_of(corpus, party, only)[0] if one.correction is None]
        for party in parties
    ]
    gathered: dict[tuple[object, ...], list[Member]] = {}
    names: dict[tuple[object, ...], tuple[IndicatorId, tuple[str, ...], tuple[str, ...], bool]] = {}
    for row in aligned(told, corpus.registry):
        said = (row.indicator, row.part, row.counting, row.is_share)
        for party, cell in zip(parties, row.cells, strict=True):
            for one in (cell.told, *cell.others) if cell.told else ():
                window = one.seen.window
                key = (said, one.seen.level, window.form, window.year)
                names[key] = said
                if party not in [member.party for member in gathered.setdefault(key, [])]:
                    gathered[key].append(Member(party=party, told=one))
    alone = [members[0] for members in gathered.values() if len(members) == 1]
    groups = [_group(names[key], members) for key, members in gathered.items() if len(members) > 1]
    groups.sort(key=lambda one: (-len(one.core), -len(one.apart)))
    shown = [member for one in groups for member in (*one.core, *one.apart)] + alone
    cited = dict.fromkeys(piece for one in shown for piece in one.told.metric.evidence)
    return FigureGroups(
        only=only,
        groups=tuple(groups),
        alone=tuple(alone),
        articles=corpus.articles_of({piece.article for piece in cited}),
        sources=tuple(cited),
        registry=corpus.registry,
    )


def _group(
    said: tuple[IndicatorId, tuple[str, ...], tuple[str, ...], bool], members: Sequence[Member]
) -> FigureGroup:
    core, judgement = _core([one.told for one in members])
    inside = [members[at] for at in core]
    if judgement is None or judgement.arithmetic:
        inside.sort(key=lambda one: -one.told.seen.amount)
    apart = tuple(_apart(members, core))
    seen = members[0].told.seen
    indicator, part, counting, is_share = said
    return FigureGroup(
        indicator=indicator,
        part=part,
        counting=counting,
        is_share=is_share,
        level=seen.level,
        form=seen.window.form,
        year=seen.window.year,
        core=tuple(inside),
        apart=apart,
        judgement=judgement,
    )


def _apart(members: Sequence[Member], core: Sequence[int]) -> Iterator[Member]:
    beside = core or range(len(members))
    for at, one in enumerate(members):
        if at not in core:
            found = [one_verdict(one.told, members[to].told) for to in beside if to != at]
            yield evolve(one, judgement=joined(found))


def _core(told: Sequence[Told]) -> tuple[list[int], Judgement | None]:
    """Return the places of the most figures of which each may be compared with each, as can be.

    They are gathered one by one, who may be compared with most others first.
    """
    count = range(len(told))
    verdicts = {(a, b): one_verdict(told[a], told[b]) for a in count for b in count if a < b}
    for good in ({Verdict.COMPARABLE}, {Verdict.COMPARABLE, Verdict.WITH_CAVEAT}):
        near: dict[int, set[int]] = {at: set() for at in count}
        for (a, b), found in verdicts.items():
            if found.verdict in good:
                near[a].add(b)
                near[b].add(a)
        core: list[int] = []
        for at in sorted(count, key=lambda one: (-len(near[one]), one)):
            if near[at] and near[at].issuperset(core):
                core.append(at)
        if core:
            core.sort()
            return core, joined([verdicts[a, b] for a in core for b in core if a < b])
    return [], None
