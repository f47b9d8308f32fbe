"""专题议政性常委会会议."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text, label
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class StandingCommitteeSession:
    """Thematic standing committee session."""

    kind: ClassVar[str] = "standing_committee_session"
    name: ClassVar[Text] = Text(zh="专题议政性常委会会议", en="thematic standing committee session")
    definition: ClassVar[Text] = Text(
        zh="常委会会议就一个专题与政府面对面协商。",
        en="The standing committee consults with the government on one theme.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    theme: Fact = field(
        metadata=label("议题", "theme", "会议议的是什么题。", "What the session is about.")
    )
    government_side: Maybe[Fact] = maybe(
        "政府方面", "government side", "政府方面谁到会。", "Who comes for the government."
    )
    advice: tuple[Fact, ...] = field(
        metadata=label(
            "意见建议", "advice given", "委员提了什么意见建议。", "What members advised."
        )
    )
    response: Maybe[Fact] = maybe(
        "当场回应",
        "response on the spot",
        "政府方面当场怎样回应。",
        "The government's answer on the spot.",
    )
    preparation: Maybe[Fact] = maybe(
        "会前准备", "preparation", "会前做了什么准备。", "How it was prepared."
    )
