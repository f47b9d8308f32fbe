"""专题议政性常委会会议."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Fact
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class StandingCommitteeSession:
    """Thematic standing committee session."""

    kind: ClassVar[str] = "standing_committee_session"
    name: ClassVar[Text] = Text(zh="专题议政性常委会会议", en="thematic standing committee session")
    definition: ClassVar[Text] = Text(
        zh="常委会会议就一个专题与政府面对面协商。",
        en="The standing committee consults with the government on one theme.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    theme: Fact = field(metadata=label("议题", "theme"))
    government_side: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("政府方面", "government side")
    )
    advice: tuple[Fact, ...] = field(metadata=label("意见建议", "advice given"))
    response: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("当场回应", "response on the spot")
    )
    preparation: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("会前准备", "preparation")
    )
