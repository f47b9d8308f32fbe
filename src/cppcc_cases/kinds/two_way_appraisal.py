"""提案双向评议."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class TwoWayAppraisal:
    """Two-way appraisal of proposals."""

    kind: ClassVar[str] = "two_way_appraisal"
    name: ClassVar[Text] = Text(zh="提案双向评议", en="two-way appraisal of proposals")
    definition: ClassVar[Text] = Text(
        zh="提案质量与办理质量互相评价。",
        en="Proposals and their handling are appraised by both sides.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    instrument: Maybe[Fact] = maybe(
        "办法", "instrument", "按什么办法评。", "The rules by which it is done."
    )
    subjects: Maybe[tuple[Fact, ...]] = maybe(
        "评议对象", "objects of appraisal", "评的是什么。", "What the ratings are about."
    )
    raters: Maybe[tuple[Fact, ...]] = maybe(
        "评议主体", "raters", "由谁来评。", "Who does the rating."
    )
    rounds: Maybe[tuple[Fact, ...]] = maybe(
        "评议方式", "rounds", "分哪几种方式。", "The ways or rounds in which it is done."
    )
    scoring: Maybe[Fact] = maybe("计分考核", "scoring", "怎样计分考核。", "How it is scored.")
    consequence: Maybe[Fact] = maybe(
        "结果运用", "consequence", "结果怎样运用。", "What follows from the result."
    )
