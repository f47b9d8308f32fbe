"""社情民意信息."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class OpinionReports:
    """Reports on social conditions and public opinion."""

    kind: ClassVar[str] = "opinion_reports"
    name: ClassVar[Text] = Text(
        zh="社情民意信息",
        en="reports on social conditions and public opinion",
    )
    definition: ClassVar[Text] = Text(
        zh="收集、报送社情民意信息；也有围绕一个课题分批报送，再以会议协商的。",
        en="Reports on social conditions and public opinion are gathered and sent up; some on one "
        "subject as it is researched, which is then consulted on in session.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    subject: Maybe[Fact] = maybe(
        "课题", "subject", "围绕什么课题。", "The subject that is researched."
    )
    leads: Maybe[Fact] = maybe("牵头方", "lead", "谁牵头调研。", "Who leads the research.")
    partners: Maybe[tuple[Fact, ...]] = maybe(
        "参与方", "partners", "谁一起参加。", "Who takes part."
    )
    named_reports: Maybe[tuple[Fact, ...]] = maybe(
        "点名的报告",
        "reports that are named",
        "来源点了题目的报告。",
        "Reports whose titles the source gives.",
    )
    recipients: Maybe[tuple[Fact, ...]] = maybe(
        "报送对象", "recipients", "报送给谁。", "To whom they went."
    )
    session: Maybe[Fact] = maybe(
        "会议协商", "session", "开了什么会协商。", "The session in which it was consulted on."
    )
