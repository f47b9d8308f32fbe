"""重点提案督办."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class KeyProposalSupervision:
    """Supervision of key proposals."""

    kind: ClassVar[str] = "key_proposal_supervision"
    name: ClassVar[Text] = Text(zh="重点提案督办", en="supervision of key proposals")
    definition: ClassVar[Text] = Text(
        zh="选出重点提案，由领导领衔督办，推动办理。",
        en="Key proposals are chosen; leaders take charge of them and supervise their handling.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    leaders: Maybe[Fact] = maybe(
        "领办督办人",
        "leaders in charge",
        "由哪些人领办、督办。",
        "Which leaders take charge and supervise.",
    )
    phases: Maybe[tuple[Fact, ...]] = maybe(
        "监督覆盖阶段",
        "phases supervised",
        "监督覆盖办理的哪些阶段。",
        "The phases of handling that are supervised.",
    )
    choice: Maybe[Fact] = maybe(
        "重点提案确定方式",
        "choice of key proposals",
        "重点提案怎样选出。",
        "By what a proposal becomes a key proposal.",
    )
    handling_deadline: Maybe[Fact] = maybe(
        "办理时限", "time allowed for handling", "办理限多少时间。", "How long handling may take."
    )
