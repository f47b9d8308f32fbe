"""What is alike and what differs, worded by stated rules from the rows of a comparison.

Nothing here judges: a thing is alike if it is told of every party that has a case, and differs if
it is told of some and not of others. That a source is silent is never put as an absence.

What is told of one party does not hang on the others, so each party's aspects can be had alone and
contrasted wherever two of them meet, as in a page of the site.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from cppcc_cases.comparison.model import Contrast, MetricRow, OutcomeRow, Party, StageRow
from cppcc_cases.model import Lang, OutcomeKind, Stage, StageState, Text
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.vocab.stages import stage_term

HEADS = {
    "kind": Text(zh="机制", en="kinds of mechanism"),
    "topic": Text(zh="主题", en="topics"),
    "stage": Text(zh="写到的阶段", en="stages told of"),
    "indicator": Text(zh="有数字的指标", en="figures given for"),
    "outcome": Text(zh="写到的成效", en="outcomes told of"),
}
"""Under what things are told, in the order in which they are worded."""


@frozen(kw_only=True)
class Wording:
    """The sentences of a language, and what stands between names in them."""

    alike: str
    differ: str
    levels: str
    level: str
    names: str
    last: str
    clauses: str


WORDING = {
    Lang.ZH: Wording(
        alike="{head}：{things}",
        differ="{head}，仅见于{who}：{things}",
        levels="层级不同：{levels}",
        level="{title}是{level}",
        names="、",
        last="、",
        clauses="；",
    ),
    Lang.EN: Wording(
        alike="{head}: {things}",
        differ="{head} ({who} only): {things}",
        levels="different levels: {levels}",
        level="{title} is of {level} level",
        names=", ",
        last=" and ",
        clauses="; ",
    ),
}

_TOLD = (StageState.PRACTISED, StageState.PROVIDED_FOR)


@frozen(kw_only=True)
class Aspect:
    """One thing told of a party: under which head, its id and its name.

    ``place`` sorts the things under one head. Things of the same place stand as the parties do.
    """

    head: str
    id: str
    name: Text
    place: tuple[int, str] = (0, "")


@frozen(kw_only=True)
class Side:
    """One party of a contrast: its title, its level if its places are known, and what is told."""

    title: Text
    level: Text | None
    aspects: tuple[Aspect, ...]


def contrast(
    parties: tuple[Party, ...],
    stages: tuple[StageRow, ...],
    metrics: tuple[MetricRow, ...],
    outcomes: tuple[OutcomeRow, ...],
    registry: Registry,
) -> Contrast:
    """Return what is alike and what differs among the parties that have a case."""
    return contrasted(
        side_of(party, index, stages, metrics, outcomes, registry)
        for index, party in enumerate(parties)
        if party.cases
    )


def side_of(
    party: Party,
    index: int,
    stages: tuple[StageRow, ...],
    metrics: tuple[MetricRow, ...],
    outcomes: tuple[OutcomeRow, ...],
    registry: Registry,
) -> Side:
    """Return one side of a contrast; ``index`` is the party's place in the cells of the rows."""
    return Side(
        title=party.title,
        level=party.localities[0].level.label if party.localities else None,
        aspects=(
            *_kinds(party),
            *_topics(party, registry),
            *_stages(stages, index),
            *_metrics(metrics, index, registry),
            *_outcomes(outcomes, index),
        ),
    )


def _kinds(party: Party) -> Iterator[Aspect]:
    names = {case.mechanism.kind: case.mechanism.name for case in party.cases}
    for kind, name in names.items():
        yield Aspect(head="kind", id=kind, name=name)


def _topics(party: Party, registry: Registry) -> Iterator[Aspect]:
    used = {topic for case in party.cases for topic in case.topics}
    for index, (id_, topic) in enumerate(registry.topics.items()):
        if id_ in used:
            yield Aspect(head="topic", id=id_, name=topic.label, place=(index, ""))


def _stages(rows: tuple[StageRow, ...], index: int) -> Iterator[Aspect]:
    for row in rows:
        if row.cells[index].state in _TOLD:
            yield Aspect(
                head="stage",
                id=row.stage.value,
                name=stage_term(row.stage).label,
                place=(_STAGES.index(row.stage), ""),
            )


def _metrics(rows: tuple[MetricRow, ...], index: int, registry: Registry) -> Iterator[Aspect]:
    for id_ in dict.fromkeys(one.row.indicator for one in rows if one.row.cells[index].told):
        known = registry.indicators.get(id_)
        name = known.label if known else Text(zh=id_, en=id_)
        place = indicator_place(registry, id_)
        yield Aspect(head="indicator", id=id_, name=name, place=place)


def indicator_place(registry: Registry, id_: str) -> tuple[int, str]:
    """Return where an indicator stands among others: in the vocabulary's order, or behind it."""
    for index, known in enumerate(registry.indicators):
        if known == id_:
            return (index, "")
    return (len(registry.indicators), id_)


def _outcomes(rows: tuple[OutcomeRow, ...], index: int) -> Iterator[Aspect]:
    for row in rows:
        if row.cells[index]:
            yield Aspect(
                head="outcome",
                id=row.kind.value,
                name=row.kind.label,
                place=(_OUTCOMES.index(row.kind), ""),
            )


_STAGES = tuple(Stage)
_OUTCOMES = tuple(OutcomeKind)
_HEADS = tuple(HEADS)


def contrasted(sides: Iterable[Side]) -> Contrast:
    """Return what is alike and what differs among sides, each of which has a case.

    The site's ``compare.js`` has the same function.
    """
    sides = tuple(sides)
    if len(sides) < 2:
        return Contrast(alike=(), differ=())
    everyone = tuple(range(len(sides)))
    groups: dict[tuple[str, tuple[int, ...]], list[Text]] = {}
    for aspect, who in _told(sides):
        groups.setdefault((aspect.head, who), []).append(aspect.name)
    titles = [side.title for side in sides]
    return Contrast(
        alike=tuple(
            _alike(HEADS[head], things) for (head, who), things in groups.items() if who == everyone
        ),
        differ=(
            *_levels(sides),
            *(
                _differ(HEADS[head], [titles[index] for index in who], things)
                for (head, who), things in groups.items()
                if who != everyone
            ),
        ),
    )


def _told(sides: Sequence[Side]) -> list[tuple[Aspect, tuple[int, ...]]]:
    """Return everything told of any side, in order, and of which sides it is told."""
    first: dict[tuple[str, str], Aspect] = {}
    who: dict[tuple[str, str], list[int]] = {}
    for index, side in enumerate(sides):
        for aspect in side.aspects:
            key = (aspect.head, aspect.id)
            first.setdefault(key, aspect)
            who.setdefault(key, []).append(index)
    found = [(aspect, tuple(who[key])) for key, aspect in first.items()]
    return sorted(found, key=lambda one: (_HEADS.index(one[0].head), one[0].place))


def _alike(head: Text, things: list[Text]) -> Text:
    return _say(
        lambda lang, wording: wording.alike.format(
            head=head.in_(lang), things=wording.names.join(thing.in_(lang) for thing in things)
        )
    )


def _differ(head: Text, who: list[Text], things: list[Text]) -> Text:
    return _say(
        lambda lang, wording: wording.differ.format(
            head=head.in_(lang),
            who=_and(wording, [name.in_(lang) for name in who]),
            things=wording.names.join(thing.in_(lang) for thing in things),
        )
    )


def _levels(sides: Sequence[Side]) -> Iterator[Text]:
    """Yield the levels, if they differ; a side whose places are unknown has none."""
    levels = [(side.title, side.level) for side in sides if side.level]
    if len({level for _, level in levels}) > 1:
        yield _say(
            lambda lang, wording: wording.levels.format(
                levels=wording.clauses.join(
                    wording.level.format(title=title.in_(lang), level=level.in_(lang))
                    for title, level in levels
                )
            )
        )


def _say(sentence: Callable[[Lang, Wording], str]) -> Text:
    """Return a sentence in both languages."""
    return Text(zh=sentence(Lang.ZH, WORDING[Lang.ZH]), en=sentence(Lang.EN, WORDING[Lang.EN]))


def _and(wording: Wording, names: list[str]) -> str:
    *first, last = names
    return f"{wording.names.join(first)}{wording.last}{last}" if first else last
