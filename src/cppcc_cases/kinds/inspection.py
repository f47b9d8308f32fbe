"""专题视察调研."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Fact
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class Inspection:
    """Thematic inspection."""

    kind: ClassVar[str] = "inspection"
    name: ClassVar[Text] = Text(zh="专题视察调研", en="thematic inspection")
    definition: ClassVar[Text] = Text(
        zh="就一个专题组织委员实地视察调研。",
        en="Members look into one theme on the spot.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    theme: Fact = field(metadata=label("专题", "theme"))
    participants: tuple[Fact, ...] = field(metadata=label("参加者", "participants"))
    sites: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("视察点", "sites")
    )
    advice: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("意见建议", "advice given")
    )
