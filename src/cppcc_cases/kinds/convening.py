"""政协主席座谈会."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import (
    NO_STAGE,
    Fact,
    Figure,
    Lifecycle,
    Maybe,
    Participant,
    Stage,
    Text,
)
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class Convening:
    """Symposium of chairs."""

    kind: ClassVar[str] = "convening"
    name: ClassVar[Text] = Text(zh="政协主席座谈会", en="symposium of chairs")
    definition: ClassVar[Text] = Text(
        zh="上级政协召集下级政协主席交流做法。",
        en="A higher committee brings the chairs of lower ones together to exchange how they work.",
    )
    stages: ClassVar[frozenset[Stage]] = NO_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    convener: Maybe[Fact] = maybe("召集方", "convener", "谁召集。", "Who calls the meeting.")
    attending: Maybe[Figure] = maybe("参加", "attending", "参加的有多少。", "How many attend.")
    reported: Maybe[tuple[Participant, ...]] = maybe(
        "报道写到的地区",
        "localities reported on",
        "报道写到哪些地区。",
        "The localities reported on.",
    )
    agenda: Maybe[tuple[Fact, ...]] = maybe("议程", "agenda", "谈什么。", "What is discussed.")
    follow_on: Maybe[Fact] = maybe(
        "会后安排", "follow-on", "会后怎样安排。", "What is to follow from it."
    )
