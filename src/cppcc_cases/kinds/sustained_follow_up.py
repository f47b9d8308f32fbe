"""连续多年跟踪协商."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.errors import Path
from cppcc_cases.model import (
    EVERY_STAGE,
    Case,
    Dating,
    Evidence,
    Fact,
    Lang,
    Lifecycle,
    Maybe,
    Stage,
    Text,
    given,
    label,
)
from cppcc_cases.model.labels import EVIDENCE, LIFECYCLE, maybe


@frozen(kw_only=True)
class YearStep:
    """What was done in one year, or part of one."""

    definition: ClassVar[Text] = Text(
        zh="一年（或其中一段）里做的事。", en="What was done in one year, or part of one."
    )

    period: Dating = field(
        metadata=label("时间", "period", "哪一年，或其中一段。", "The year, or a part of it.")
    )
    text: Text = field(metadata=label("内容", "text", "做了什么。", "What was done."))
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)

    def facts(self) -> tuple[Fact, ...]:
        """Return the step as one fact."""
        zh = f"{self.period.describe(Lang.ZH)}：{self.text.zh}"
        en = f"{self.period.describe(Lang.EN)}: {self.text.en}"
        return (Fact(zh=zh, en=en, evidence=self.evidence),)


@frozen(kw_only=True)
class SustainedFollowUp:
    """Follow-up sustained over years."""

    kind: ClassVar[str] = "sustained_follow_up"
    name: ClassVar[Text] = Text(zh="连续多年跟踪协商", en="follow-up sustained over years")
    definition: ClassVar[Text] = Text(
        zh="就同一件事一年接一年协商、协调、跟踪。",
        en="One matter is consulted on, coordinated and followed up year after year.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE
    codes: ClassVar[Mapping[str, Text]] = {
        "years-out-of-order": Text(
            zh="逐年进展按时间先后排列。", en="What was done year by year is in the order of time."
        )
    }

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    subject: Maybe[Fact] = maybe("事项", "subject", "跟的是什么事。", "The matter followed up.")
    years: Maybe[tuple[YearStep, ...]] = maybe(
        "逐年进展", "year by year", "逐年做了什么。", "What was done year by year."
    )
    bodies: Maybe[tuple[Fact, ...]] = maybe(
        "经办机构", "bodies in charge", "由哪些机构经办。", "Which bodies are in charge."
    )

    def check(self, case: Case) -> Iterator[tuple[str, Path, Text]]:
        """Yield each step that begins before the one in front of it, where both have a start."""
        begun = [
            (index, step.period.date)
            for index, step in enumerate(given(self.years))
            if step.period.date.lower is not None
        ]
        for (_, before), (index, date) in pairwise(begun):
            if before.lower and date.lower and date.lower < before.lower:
                yield (
                    "years-out-of-order",
                    ("mechanism", "years", index, "period", "date"),
                    Text(
                        zh=f"{date.text} 早于前一项的 {before.text}，请按时间先后排列",
                        en=f"{date.text} is earlier than {before.text} before it; "
                        "put the steps in the order of time",
                    ),
                )
