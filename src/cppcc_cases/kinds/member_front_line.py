"""委员在一线."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Fact
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class MemberFrontLine:
    """Members on the front line."""

    kind: ClassVar[str] = "member_front_line"
    name: ClassVar[Text] = Text(zh="委员在一线", en="members on the front line")
    definition: ClassVar[Text] = Text(
        zh="引导委员到基层和界别群众中协商、调研、服务。",
        en="Members are led to consult, inquire and serve among the people of their sectors, "
        "at the grassroots.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    brand: Maybe[Fact] = field(default=Missing.NOT_REPORTED, metadata=label("品牌", "brand"))
    activities: tuple[Fact, ...] = field(metadata=label("活动形式", "forms of activity"))
    principle: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("工作机制", "principle")
    )
    rules: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("制度保障", "rules behind it")
    )
    frequency: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("频次要求", "how often")
    )
