"""年度协商与调研计划."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Fact
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class AnnualPlan:
    """Annual plan of consultation and research."""

    kind: ClassVar[str] = "annual_plan"
    name: ClassVar[Text] = Text(
        zh="年度协商与调研计划", en="annual plan of consultation and research"
    )
    definition: ClassVar[Text] = Text(
        zh="年初确定协商和调研议题，并在其外就重大事项组织调研。",
        en="Topics of consultation and research set at the start of the year, with research "
        "on further weighty matters beside them.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    set_when: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("何时确定", "when it is set")
    )
    criteria: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED,
        metadata=label("计划外选题标准", "how further topics are chosen"),
    )
    researched: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("已调研事项", "matters researched")
    )
    approval: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("由谁审定", "who approves it")
    )
    uptake: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("成果去向", "where results went")
    )
