"""跨区域联合协商."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.errors import Path
from cppcc_cases.model import (
    EVERY_STAGE,
    Case,
    Fact,
    Lifecycle,
    Maybe,
    Missing,
    Participant,
    Stage,
    Text,
)
from cppcc_cases.model.labels import LIFECYCLE, maybe


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
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE
    codes: ClassVar[Mapping[str, Text]] = {
        "members-differ": Text(
            zh="成员所在的地区就是本案例的地区。",
            en="The localities of the members are those of the case.",
        )
    }

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    members: Maybe[tuple[Participant, ...]] = maybe(
        "成员", "members", "参加的是哪几地的政协。", "The committees that belong to it."
    )
    open_membership: Maybe[Fact] = maybe(
        "其他成员",
        "further members",
        "是否还有没有点名的成员。",
        "Whether there are members not named.",
    )
    pact: Maybe[Fact] = maybe(
        "协议或章程", "pact", "签了什么协议或章程。", "The agreement or charter behind it."
    )
    subjects: Maybe[tuple[Fact, ...]] = maybe(
        "协商事项", "subjects", "协商过什么事。", "What was consulted on."
    )
    rotation: Maybe[Fact] = maybe(
        "牵头方式", "way of leading", "由谁牵头、怎样轮换。", "Who leads, and in what turn."
    )

    def check(self, case: Case) -> Iterator[tuple[str, Path, Text]]:
        """Yield each locality that is a member's and not the case's, or the other way round."""
        if isinstance(self.members, Missing):
            return
        members = {member.locality for member in self.members}
        for index, member in enumerate(self.members):
            if member.locality not in case.localities:
                yield (
                    "members-differ",
                    ("mechanism", "members", index, "locality"),
                    Text(
                        zh=f"成员 {member.locality} 不在本案例的 localities 里，请补上，或改正成员",
                        en=f"the member {member.locality} is not among the localities of the "
                        "case; add it there, or correct the member",
                    ),
                )
        for index, code in enumerate(case.localities):
            if code not in members:
                yield (
                    "members-differ",
                    ("localities", index),
                    Text(
                        zh=f"地区 {code} 不在机制的 members 里，请补上，或删去这个地区",
                        en=f"the locality {code} is not among the members of the mechanism; "
                        "add it there, or delete it here",
                    ),
                )
