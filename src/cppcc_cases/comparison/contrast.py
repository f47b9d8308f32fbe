"""What is alike and what differs, worded by stated rules from the rows of a comparison.

Nothing here judges: a thing is alike if it is told of every party that has a case, and differs if
it is told of some and not of others. That a source is silent is never put as an absence.
"""

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from cppcc_cases.comparison.model import Contrast, MetricRow, OutcomeRow, Party, StageRow
from cppcc_cases.kinds.registry import Registry
from cppcc_cases.model import Missing, StageState, Text
from cppcc_cases.vocab.stages import stage_term

_TOLD = (StageState.PRACTISED, StageState.PROVIDED_FOR)


@frozen(kw_only=True)
class _Aspect:
    """One thing that may be told of a party: its name, and of which parties it is told."""

    head: Text
    name: Text
    told: tuple[bool, ...]


def contrast(
    parties: tuple[Party, ...],
    stages: tuple[StageRow, ...],
    metrics: tuple[MetricRow, ...],
    outcomes: tuple[OutcomeRow, ...],
    registry: Registry,
) -> Contrast:
    """Return what is alike and what differs among the parties that have a case."""
    aspects = [
        *_kinds(parties),
        *_topics(parties, registry),
        *_stages(stages),
        *_metrics(metrics, registry),
        *_outcomes(outcomes),
    ]
    there = [index for index, party in enumerate(parties) if party.cases]
    if len(there) < 2:
        return Contrast(alike=(), differ=())
    names = [party.title for party in parties]
    return Contrast(
        alike=tuple(_alike([a for a in aspects if all(a.told[i] for i in there)])),
        differ=(
            *_levels(parties, there),
            *_differ([a for a in aspects if not all(a.told[i] for i in there)], names, there),
        ),
    )


def _kinds(parties: tuple[Party, ...]) -> Iterator[_Aspect]:
    names = {case.mechanism.kind: case.mechanism.name for p in parties for case in p.cases}
    head = Text(zh="机制", en="kinds of mechanism")
    for kind, name in names.items():
        told = tuple(any(case.mechanism.kind == kind for case in p.cases) for p in parties)
        yield _Aspect(head=head, name=name, told=told)


def _topics(parties: tuple[Party, ...], registry: Registry) -> Iterator[_Aspect]:
    used = {topic for p in parties for case in p.cases for topic in case.topics}
    for id_, topic in registry.topics.items():
        if id_ in used:
            told = tuple(any(id_ in case.topics for case in p.cases) for p in parties)
            yield _Aspect(head=Text(zh="主题", en="topics"), name=topic.label, told=told)


def _stages(rows: tuple[StageRow, ...]) -> Iterator[_Aspect]:
    for row in rows:
        told = tuple(cell.state in _TOLD for cell in row.cells)
        yield _Aspect(
            head=Text(zh="写到的阶段", en="stages told of"),
            name=stage_term(row.stage).label,
            told=told,
        )


def _metrics(rows: tuple[MetricRow, ...], registry: Registry) -> Iterator[_Aspect]:
    for row in rows:
        known = registry.indicators.get(row.indicator)
        name = known.label if known else Text(zh=row.indicator, en=row.indicator)
        told = tuple(not isinstance(cell, Missing) for cell in row.cells)
        yield _Aspect(head=Text(zh="有数字的指标", en="figures given for"), name=name, told=told)


def _outcomes(rows: tuple[OutcomeRow, ...]) -> Iterator[_Aspect]:
    for row in rows:
        yield _Aspect(
            head=Text(zh="写到的成效", en="outcomes told of"),
            name=row.kind.label,
            told=tuple(bool(cell) for cell in row.cells),
        )


def _levels(parties: tuple[Party, ...], there: list[int]) -> Iterator[Text]:
    """Yield the levels, if they differ; a party whose places are unknown has none."""
    levels = [(p.title, p.localities[0].level.label) for i in there if (p := parties[i]).localities]
    if len({level for _, level in levels}) > 1:
        zh = "；".join(f"{title.zh}是{level.zh}" for title, level in levels)
        en = "; ".join(f"{title.en} is of {level.en} level" for title, level in levels)
        yield Text(zh=f"层级不同：{zh}", en=f"different levels: {en}")


def _alike(aspects: Iterable[_Aspect]) -> Iterator[Text]:
    for head, names in _by_head(aspects, lambda _: ()).items():
        yield Text(
            zh=f"{head[0].zh}：{'、'.join(name.zh for name in names)}",
            en=f"{head[0].en}: {', '.join(name.en for name in names)}",
        )


def _differ(aspects: Iterable[_Aspect], names: list[Text], there: list[int]) -> Iterator[Text]:
    told = [a for a in aspects if any(a.told[i] for i in there)]
    groups = _by_head(told, lambda a: tuple(i for i in there if a.told[i]))
    for (head, sides), things in groups.items():
        zh = "、".join(names[i].zh for i in sides)
        en = _and([names[i].en for i in sides])
        yield Text(
            zh=f"{head.zh}，只见于{zh}：{'、'.join(thing.zh for thing in things)}",
            en=f"{head.en} ({en} only): {', '.join(thing.en for thing in things)}",
        )


def _and(names: list[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _by_head(
    aspects: Iterable[_Aspect], sides: Callable[[_Aspect], tuple[int, ...]]
) -> dict[tuple[Text, tuple[int, ...]], list[Text]]:
    groups: dict[tuple[Text, tuple[int, ...]], list[Text]] = {}
    for aspect in aspects:
        groups.setdefault((aspect.head, sides(aspect)), []).append(aspect.name)
    return groups
