"""热线与委员平台互通."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import (
    EVERY_STAGE,
    Evidence,
    Fact,
    Lifecycle,
    Maybe,
    Missing,
    Stage,
    Text,
    label,
)
from cppcc_cases.model.labels import EVIDENCE, LIFECYCLE, maybe
from cppcc_cases.text import WordEnum, word


class Direction(WordEnum):
    """Which way items flow."""

    TO_MEMBERS = word(
        "to_members",
        "政务平台→政协",
        "government to CPPCC",
        "政务平台的诉求送给委员。",
        "Items of the government's platform go to members.",
    )
    TO_GOVERNMENT = word(
        "to_government",
        "政协→政务平台",
        "CPPCC to government",
        "政协收集的意见送给政务平台。",
        "Opinions that the committee gathers go to the government's platform.",
    )


@frozen(kw_only=True)
class Flow:
    """What is passed on in one direction, and how often."""

    definition: ClassVar[Text] = Text(
        zh="一个方向上送的东西。", en="What is passed on in one direction."
    )

    direction: Direction = field(
        metadata=label("方向", "direction", "从哪边送到哪边。", "Which way items go.")
    )
    text: Text = field(metadata=label("内容", "text", "送的是什么。", "What is passed on."))
    rhythm: Maybe[Text] = maybe("频率", "rhythm", "多久一次。", "How often.")
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)

    def facts(self) -> tuple[Fact, ...]:
        """Return the flow as one fact."""
        way = self.direction.label
        often = self.rhythm.label if isinstance(self.rhythm, Missing) else self.rhythm
        zh = f"{way.zh}：{self.text.zh}（频率：{often.zh}）"
        en = f"{way.en}: {self.text.en} (how often: {often.en})"
        return (Fact(zh=zh, en=en, evidence=self.evidence),)


@frozen(kw_only=True)
class HotlineLink:
    """Link of hotline and members' platform."""

    kind: ClassVar[str] = "hotline_link"
    name: ClassVar[Text] = Text(zh="热线与委员平台互通", en="link of hotline and members' platform")
    definition: ClassVar[Text] = Text(
        zh="政务热线等民意平台与智慧政协平台双向互通。",
        en="A government hotline and the members' online platform pass items to each other.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    systems: Maybe[tuple[Fact, ...]] = maybe(
        "互通的平台", "systems linked", "哪些平台互通。", "Which systems pass items to each other."
    )
    flows: Maybe[tuple[Flow, ...]] = maybe(
        "流向", "flows", "两个方向各送什么。", "What passes each way."
    )
    merging: Maybe[Fact] = maybe(
        "工单合并",
        "merging of items",
        "同一问题的工单怎样合并。",
        "How items on one problem are merged.",
    )
    base: Maybe[Fact] = maybe(
        "工作基地", "base", "为此设了什么工作基地。", "The base set up for it."
    )
    departments: Maybe[tuple[Fact, ...]] = maybe(
        "委员所在部门",
        "members' departments",
        "基地委员来自哪些部门。",
        "The departments that its members come from.",
    )
    example: Maybe[Fact] = maybe(
        "实例", "example", "来源举的一个实例。", "An instance that the source tells."
    )
