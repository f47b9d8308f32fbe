"""By what cases are chosen, grouped, counted, put in columns and likened: the one list of it.

The options of commands, groupings, what completes a word, the columns of a matrix, what the list
of a site is narrowed by, and what a likeness is made of are all read off :data:`FACETS`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from cppcc_cases.model import (
    Level,
    Missing,
    OutcomeKind,
    OutcomeStatus,
    Stage,
    StageState,
    WindowKind,
)
from cppcc_cases.text import Text, WordEnum
from cppcc_cases.vocab.dimensions import PARTS

if TYPE_CHECKING:
    from cppcc_cases.model import Case
    from cppcc_cases.plugins.registry import Registry
    from cppcc_cases.vocab.gazetteer import Gazetteer

Ids = Callable[["Case", "Gazetteer"], Iterable[str]]
Names = Callable[["Registry"], Mapping[str, Text]]


@frozen(kw_only=True)
class Facet:
    """One thing to ask of a case.

    Each is a filter. ``ids`` are those of a case, which is grouped by them; ``words`` or ``names``
    are all that there may be, in order, with their labels: words of the library's own, or names
    that packages may add to; localities have none. ``weight`` is what it counts for in a likeness;
    ``narrows`` tells whether a site's list can be narrowed by it, ``columns`` whether a matrix can
    have it in its columns.
    """

    id: str
    ids: Ids | None = field(default=None, eq=False)
    words: type[Stage] | type[WordEnum] | None = None
    names: Names | None = field(default=None, eq=False)
    weight: int = 0
    narrows: bool = False
    columns: bool = False

    @property
    def name(self) -> Text:
        """What readers see, and what the value of an option is called."""
        zh, en, _, _ = _SAID[self.id]
        return Text(zh=zh, en=en)

    @property
    def filter(self) -> Text:
        """What an option of that name does."""
        _, _, zh, en = _SAID[self.id]
        return Text(zh=zh, en=en)


def _provinces(case: "Case", gazetteer: "Gazetteer") -> Iterable[str]:
    places = filter(None, map(gazetteer.get, case.localities))
    return ((*place.parents, place.code)[0] for place in places)


def _levels(case: "Case", gazetteer: "Gazetteer") -> Iterable[str]:
    places = filter(None, map(gazetteer.get, case.localities))
    return (place.level.value for place in places)


def _stages(case: "Case", _: "Gazetteer") -> Iterable[str]:
    return (at.value for at, now in case.mechanism.lifecycle if now is StageState.PRACTISED)


_LINES = """
locality | 地区 | Locality | 只看一个地区。 | One locality only.
province | 省份 | Province | 只看一个省份及其下辖地区。 | One province and all within it.
level | 层级 | Level | 只看一个层级：province（省级）、prefecture（地级）、county（县级）。 | One level: province, prefecture, county.
kind | 机制类别 | Kind of mechanism | 只看一类机制，见 cases vocab kinds。 | One kind of mechanism; see cases vocab kinds.
stage | 阶段 | Stage | 只看某一阶段已实行的，见 cases vocab stages；别的状态另写 --state。 | Those that practise a stage; see cases vocab stages. For other states add --state.
state | 状态 | State | 阶段的状态，写名称或编号，如“有规定或在探索”；不写就是“已实行”。 | State of the stage: practised (unless given), provided_for, stated_absent, not_reported.
topic | 主题 | Topic | 只看一个主题，见 cases vocab topics。 | One topic; see cases vocab topics.
indicator | 指标 | Indicator | 只看有某一指标的，见 cases vocab indicators。 | Those with a figure; see cases vocab indicators.
window | 时期类型 | Kind of time | 只看某种时期的数，如 session（会期）、year（年度）。 | Figures of one kind of time, such as session or year.
year | 年份 | Year | 只看某一年的数，如 2025。 | Figures of one year, such as 2025.
part | 范围 | Part | 只看某一部分的数，如 members（委员提案）、whole（全域）。 | Figures of one part, such as members or whole.
outcome | 成效 | Outcome | 只看有某类成效的，如 rule_adopted（制度出台）。 | Those with an outcome, such as rule_adopted.
status | 进展 | Status | 成效的进展：planned（计划中）、under_way（进行中）、done（已完成）。 | Status of an outcome: planned, under_way, done.
period | 时段 | Period | 只看时间可能重合的（EDTF，如 2024 或 2022/2024）。 | Those whose time may overlap (EDTF, as in 2024 or 2022/2024).
text | 文字 | Text | 只看含有这几个字的。 | Those that contain these words.
"""
"""Id, name in both languages, and what the filter does, in both languages."""
_SAID = {id_: said for id_, *said in (line.split(" | ") for line in _LINES.strip().splitlines())}
_ALL = (
    Facet(id="locality", ids=lambda case, _: case.localities),
    Facet(id="province", ids=_provinces, narrows=True),
    Facet(id="level", ids=_levels, words=Level, weight=1, narrows=True),
    Facet(
        id="kind",
        ids=lambda case, _: (case.mechanism.kind,),
        names=lambda registry: {id_: kind.name for id_, kind in registry.kinds.items()},
        weight=2,
        narrows=True,
        columns=True,
    ),
    Facet(id="stage", ids=_stages, words=Stage, weight=4, narrows=True, columns=True),
    Facet(id="state", words=StageState),
    Facet(
        id="topic",
        ids=lambda case, _: case.topics,
        names=lambda registry: {id_: topic.label for id_, topic in registry.topics.items()},
        weight=3,
        narrows=True,
    ),
    Facet(
        id="indicator",
        ids=lambda case, _: (
            one.indicator for one in case.metrics if not isinstance(one.value, Missing)
        ),
        names=lambda registry: {id_: one.label for id_, one in registry.indicators.items()},
        weight=2,
        columns=True,
    ),
    Facet(id="window", words=WindowKind),
    Facet(id="year"),
    Facet(id="part", names=lambda _: {id_: token.label for id_, token in PARTS.items()}),
    Facet(
        id="outcome",
        ids=lambda case, _: (one.kind.value for one in case.outcomes),
        words=OutcomeKind,
        narrows=True,
    ),
    Facet(
        id="status",
        ids=lambda case, _: (one.status.value for one in case.outcomes),
        words=OutcomeStatus,
    ),
    Facet(id="period"),
    Facet(id="text"),
)
FACETS: Mapping[str, Facet] = {facet.id: facet for facet in _ALL}
"""Every facet by its id, in the order in which commands list them."""
VOCABULARIES = tuple(facet.id for facet in _ALL if facet.words or facet.names)
GROUPS = tuple(facet.id for facet in _ALL if facet.ids)
NARROWING = tuple(facet.id for facet in _ALL if facet.narrows)
COLUMNS = tuple(facet.id for facet in sorted(_ALL, key=lambda one: -one.weight) if facet.columns)
"""Stages come first: they are what is shown unless something else is asked for."""
HEADS = tuple(facet for facet in sorted(_ALL, key=lambda one: -one.weight) if facet.weight)
"""What a likeness is made of, the weightiest first."""


def labels(facet: str, registry: "Registry") -> Mapping[str, Text]:
    """Return the names of all entries of a vocabulary by their ids, in the vocabulary's order."""
    one = FACETS[facet]
    if one.words:
        return {str(word.value): word.label for word in one.words}
    return one.names(registry) if one.names else {}


def also(facet: str) -> Mapping[str, tuple[str, ...]]:
    """Return what people say for the words of a closed vocabulary, by their ids."""
    from cppcc_cases.hints import ways_to_say  # needed for a word that is wrong

    return {str(word.value): ways_to_say(word) for word in FACETS[facet].words or ()}


def ids(facet: str, case: "Case", gazetteer: "Gazetteer") -> tuple[str, ...]:
    """Return what a case has under a facet, each id once."""
    of = FACETS[facet].ids
    return tuple(dict.fromkeys(of(case, gazetteer))) if of else ()
