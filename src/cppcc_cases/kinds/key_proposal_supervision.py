"""领办督办重点提案."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Fact
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class KeyProposalSupervision:
    """Leaders' supervision of key proposals."""

    kind: ClassVar[str] = "key_proposal_supervision"
    name: ClassVar[Text] = Text(zh="领办督办重点提案", en="leaders' supervision of key proposals")
    definition: ClassVar[Text] = Text(
        zh="由主席班子成员领办督办重点提案，推动办理。",
        en="Chairpersons take charge of key proposals and supervise their handling.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    leaders: Fact = field(metadata=label("谁领办督办", "who takes charge"))
    phases: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("监督覆盖阶段", "phases supervised")
    )
    choice: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED,
        metadata=label("重点提案如何确定", "how key proposals are chosen"),
    )
    handling_deadline: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("办理时限", "time allowed for handling")
    )
