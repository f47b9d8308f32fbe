"""年度协商计划."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class AnnualPlan:
    """Annual plan of consultation."""

    kind: ClassVar[str] = "annual_plan"
    name: ClassVar[Text] = Text(zh="年度协商计划", en="annual plan of consultation")
    definition: ClassVar[Text] = Text(
        zh="一年协商、调研什么，年初定好，列成计划。",
        en="What is to be consulted on and researched in a year, settled at its start in a plan.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    set_when: Maybe[Fact] = maybe(
        "确定时间", "time of setting", "什么时候定下议题。", "When the topics are settled."
    )
    criteria: Maybe[Fact] = maybe(
        "计划外选题标准",
        "criteria for further topics",
        "计划以外的议题按什么挑。",
        "By what further topics are chosen.",
    )
    researched: Maybe[tuple[Fact, ...]] = maybe(
        "已调研事项",
        "matters researched",
        "已经调研了哪些事。",
        "Which matters have been looked into.",
    )
    approval: Maybe[Fact] = maybe(
        "审定主体", "approving body", "计划由谁审定。", "Who approves the plan."
    )
    uptake: Maybe[Fact] = maybe(
        "成果去向",
        "use made of results",
        "成果送到哪里、怎样被用。",
        "Where the results went and how they were used.",
    )
