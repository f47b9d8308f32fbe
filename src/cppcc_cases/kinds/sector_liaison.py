"""委员联系界别群众."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class SectorLiaison:
    """Members' liaison with their sectors and the public."""

    kind: ClassVar[str] = "sector_liaison"
    name: ClassVar[Text] = Text(
        zh="委员联系界别群众", en="members' liaison with their sectors and the public"
    )
    definition: ClassVar[Text] = Text(
        zh="引导委员到基层和界别群众中协商、调研、服务。",
        en="Members are led to consult, inquire and serve among the people of their sectors, "
        "at the grassroots.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    brand: Maybe[Fact] = maybe("品牌", "brand", "用什么名号。", "The name under which it goes.")
    activities: Maybe[tuple[Fact, ...]] = maybe(
        "活动形式",
        "forms of activity",
        "委员以哪些形式活动。",
        "The ways in which members are active.",
    )
    principle: Maybe[Fact] = maybe(
        "工作机制",
        "principle",
        "按什么机制联系群众。",
        "The principle by which members keep in touch.",
    )
    rules: Maybe[Fact] = maybe(
        "制度保障", "rules behind it", "有什么制度保障。", "The rules that keep it going."
    )
    frequency: Maybe[Fact] = maybe(
        "频次要求", "required frequency", "要求多久一次。", "How often it is required."
    )
