"""其他做法."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class Other:
    """Another practice."""

    kind: ClassVar[str] = "other"
    name: ClassVar[Text] = Text(zh="其他做法", en="another practice")
    definition: ClassVar[Text] = Text(
        zh="现有类别都套不上的做法；用自己的话写明是什么、怎样做。",
        en="A practice that no other kind fits, told in one's own words: what it is, how it works.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    description: Maybe[tuple[Fact, ...]] = maybe(
        "做法",
        "description",
        "这是什么做法，怎样做，一条写一件。",
        "What it is and how it works, one thing an entry.",
    )
