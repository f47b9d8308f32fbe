"""热线与委员平台互通."""

import enum
from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Evidence, Fact
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


class Direction(enum.Enum):
    """Which way items flow."""

    TO_MEMBERS = "to_members"
    TO_GOVERNMENT = "to_government"

    @property
    def label(self) -> Text:
        """The direction in words."""
        if self is Direction.TO_MEMBERS:
            return Text(zh="政务平台→政协", en="government to CPPCC")
        return Text(zh="政协→政务平台", en="CPPCC to government")


@frozen(kw_only=True)
class Flow:
    """What is passed on in one direction, and how often."""

    direction: Direction = field(metadata=label("方向", "direction"))
    text: Text = field(metadata=label("内容", "text"))
    rhythm: Maybe[Text] = field(default=Missing.NOT_REPORTED, metadata=label("频率", "rhythm"))
    evidence: tuple[Evidence, ...] = field(metadata=label("依据", "evidence"))

    def facts(self) -> tuple[Fact, ...]:
        """Return the flow as one fact."""
        way = self.direction.label
        often = self.rhythm.label if isinstance(self.rhythm, Missing) else self.rhythm
        return (
            Fact(
                zh=f"{way.zh}：{self.text.zh}（频率：{often.zh}）",
                en=f"{way.en}: {self.text.en} (how often: {often.en})",
                evidence=self.evidence,
            ),
        )


@frozen(kw_only=True)
class HotlineLink:
    """Link of hotline and members' platform."""

    kind: ClassVar[str] = "hotline_link"
    name: ClassVar[Text] = Text(zh="热线与委员平台互通", en="link of hotline and members' platform")
    definition: ClassVar[Text] = Text(
        zh="政务热线等民意平台与智慧政协平台双向互通。",
        en="A government hotline and the members' online platform pass items to each other.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    systems: tuple[Fact, ...] = field(metadata=label("互通的平台", "systems linked"))
    flows: tuple[Flow, ...] = field(metadata=label("流向", "flows"))
    merging: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("工单合并", "merging of items")
    )
    base: Maybe[Fact] = field(default=Missing.NOT_REPORTED, metadata=label("工作基地", "base"))
    departments: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("委员来自", "where its members work")
    )
    example: Maybe[Fact] = field(default=Missing.NOT_REPORTED, metadata=label("实例", "example"))
