"""专题视察调研."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class Inspection:
    """Thematic inspection."""

    kind: ClassVar[str] = "inspection"
    name: ClassVar[Text] = Text(zh="专题视察调研", en="thematic inspection")
    definition: ClassVar[Text] = Text(
        zh="就一个专题组织委员实地视察调研。", en="Members look into one theme on the spot."
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    theme: Maybe[Fact] = maybe("专题", "theme", "视察什么专题。", "What is looked into.")
    participants: Maybe[tuple[Fact, ...]] = maybe(
        "参加者", "participants", "哪些人参加。", "Who takes part."
    )
    sites: Maybe[tuple[Fact, ...]] = maybe(
        "视察点", "sites", "看了哪些地方。", "The places visited."
    )
    advice: Maybe[tuple[Fact, ...]] = maybe(
        "意见建议", "advice given", "委员提了什么意见建议。", "What members advised."
    )
