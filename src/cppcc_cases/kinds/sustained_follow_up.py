"""连续多年跟踪协商."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Dating, Evidence, Fact
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Lang, Text


@frozen(kw_only=True)
class YearStep:
    """What was done in one year, or part of one."""

    period: Dating = field(metadata=label("时间", "period"))
    text: Text = field(metadata=label("内容", "text"))
    evidence: tuple[Evidence, ...] = field(metadata=label("依据", "evidence"))

    def facts(self) -> tuple[Fact, ...]:
        """Return the step as one fact."""
        return (
            Fact(
                zh=f"{self.period.date.describe(Lang.ZH)}：{self.text.zh}",
                en=f"{self.period.date.describe(Lang.EN)}: {self.text.en}",
                evidence=self.evidence,
            ),
        )


@frozen(kw_only=True)
class SustainedFollowUp:
    """Follow-up sustained over years."""

    kind: ClassVar[str] = "sustained_follow_up"
    name: ClassVar[Text] = Text(zh="连续多年跟踪协商", en="follow-up sustained over years")
    definition: ClassVar[Text] = Text(
        zh="就同一件事一年接一年协商、协调、跟踪。",
        en="One matter is consulted on, coordinated and followed up year after year.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    subject: Fact = field(metadata=label("事项", "subject"))
    years: tuple[YearStep, ...] = field(metadata=label("逐年进展", "year by year"))
    bodies: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("经办机构", "bodies in charge")
    )
