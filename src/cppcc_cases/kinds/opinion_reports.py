"""社情民意信息与重点协商课题."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Fact
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class OpinionReports:
    """Opinion reports and key subject."""

    kind: ClassVar[str] = "opinion_reports"
    name: ClassVar[Text] = Text(
        zh="社情民意信息与重点协商课题", en="opinion reports and key subject"
    )
    definition: ClassVar[Text] = Text(
        zh="围绕重点课题调研，以社情民意信息分批报送，再以会议协商。",
        en="Research on a key subject, reported in opinion reports as it goes and then "
        "consulted on in session.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    subject: Fact = field(metadata=label("课题", "subject"))
    leads: Maybe[Fact] = field(default=Missing.NOT_REPORTED, metadata=label("牵头", "who leads"))
    partners: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("共同参与", "partners")
    )
    named_reports: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("点名的报告", "reports that are named")
    )
    recipients: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("报送对象", "recipients")
    )
    session: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("会议协商", "session")
    )
