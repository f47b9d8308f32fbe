"""基层协商议事."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class NeighbourhoodCouncil:
    """Neighbourhood consultation."""

    kind: ClassVar[str] = "neighbourhood_council"
    name: ClassVar[Text] = Text(zh="基层协商议事", en="neighbourhood consultation")
    definition: ClassVar[Text] = Text(
        zh="在乡镇街道、村社区设点，就居民身边的事协商议定，推动办理。",
        en="In townships and neighbourhoods, matters close to residents are talked over, agreed on "
        "and done.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    levels: Maybe[tuple[Fact, ...]] = maybe(
        "层级", "levels", "设到哪几级。", "The levels at which it is set up."
    )
    stations: Maybe[tuple[Fact, ...]] = maybe(
        "议事站点",
        "stations",
        "在哪里议，怎样设点。",
        "Where it takes place, and how the places are set up.",
    )
    convener: Maybe[Fact] = maybe(
        "召集方", "convener", "谁召集、谁主持。", "Who calls and who chairs it."
    )
    participants: Maybe[tuple[Fact, ...]] = maybe(
        "参加者", "participants", "哪些人参加。", "Who takes part."
    )
    procedure: Maybe[tuple[Fact, ...]] = maybe(
        "议事程序", "procedure", "按什么步骤议。", "The steps that it takes."
    )
    agreed: Maybe[tuple[Fact, ...]] = maybe(
        "议定事项", "matters agreed on", "议定了哪些事。", "What was agreed on."
    )
    solved: Maybe[tuple[Fact, ...]] = maybe(
        "办成事项", "matters solved", "办成了哪些事。", "What was solved."
    )
    rules: Maybe[tuple[Fact, ...]] = maybe(
        "制度保障", "rules behind it", "有什么制度保障。", "The rules that keep it going."
    )
