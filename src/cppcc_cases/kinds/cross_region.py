"""跨区域联合协商."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Fact, Participant
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class CrossRegion:
    """Joint consultation across borders."""

    kind: ClassVar[str] = "cross_region"
    name: ClassVar[Text] = Text(zh="跨区域联合协商", en="joint consultation across borders")
    definition: ClassVar[Text] = Text(
        zh="几地政协共建机制，就跨区域事项联合协商。",
        en="Committees of several localities build a mechanism to consult together on "
        "matters that cross their borders.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    members: tuple[Participant, ...] = field(metadata=label("成员", "members"))
    open_membership: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("是否另有成员", "further members")
    )
    pact: Maybe[Fact] = field(default=Missing.NOT_REPORTED, metadata=label("协议或章程", "pact"))
    subjects: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("协商事项", "subjects")
    )
    rotation: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("牵头方式", "who takes the lead")
    )
