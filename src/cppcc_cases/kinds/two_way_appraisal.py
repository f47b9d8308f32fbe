"""提案双向评议."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Fact
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class TwoWayAppraisal:
    """Two-way appraisal of proposals."""

    kind: ClassVar[str] = "two_way_appraisal"
    name: ClassVar[Text] = Text(zh="提案双向评议", en="two-way appraisal of proposals")
    definition: ClassVar[Text] = Text(
        zh="提案质量与办理质量互相评价。",
        en="Proposals and their handling are appraised by both sides.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    instrument: Fact = field(metadata=label("办法", "instrument"))
    subjects: tuple[Fact, ...] = field(metadata=label("评议对象", "what is appraised"))
    raters: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("评议主体", "raters")
    )
    rounds: tuple[Fact, ...] = field(metadata=label("评议方式", "rounds"))
    scoring: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("计分考核", "scoring")
    )
    consequence: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("结果运用", "consequence")
    )
