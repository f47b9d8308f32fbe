"""委员工作室与议事厅."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Fact
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class MemberStudio:
    """Member studio and local council."""

    kind: ClassVar[str] = "member_studio"
    name: ClassVar[Text] = Text(zh="委员工作室与议事厅", en="member studio and local council")
    definition: ClassVar[Text] = Text(
        zh="以委员工作室为依托，组织居民议事、办成身边事。",
        en="A members' studio brings residents together to consult and gets things done nearby.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    studio: Fact = field(metadata=label("工作室", "studio"))
    council: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("议事场所", "council")
    )
    ways: tuple[Fact, ...] = field(metadata=label("做法", "ways of working"))
    funding: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("资金来源", "funding")
    )
    rules: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("议事规则", "rules of the council")
    )
