"""委员工作室."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class MemberStudio:
    """Member studio."""

    kind: ClassVar[str] = "member_studio"
    name: ClassVar[Text] = Text(zh="委员工作室", en="member studio")
    definition: ClassVar[Text] = Text(
        zh="以委员工作室为主的：联系群众、组织议事、办身边事。",
        en="A members' studio keeps in touch with people, brings them together to consult, and "
        "gets things done nearby.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    studio: Maybe[Fact] = maybe(
        "工作室", "studio", "哪个工作室，怎样组成。", "Which studio, and how it is made up."
    )
    council: Maybe[Fact] = maybe(
        "议事场所",
        "place of discussion",
        "议事的场所或组织。",
        "The place or body in which matters are settled.",
    )
    ways: Maybe[tuple[Fact, ...]] = maybe("做法", "ways of working", "怎样做。", "How it works.")
    funding: Maybe[tuple[Fact, ...]] = maybe(
        "资金来源", "funding", "钱从哪里来。", "Where the money comes from."
    )
    rules: Maybe[Fact] = maybe(
        "议事规则", "rules of discussion", "议事按什么规则。", "By what rules discussion proceeds."
    )
