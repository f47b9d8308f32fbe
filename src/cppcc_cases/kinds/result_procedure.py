"""协商成果办理规程."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Evidence, Fact, Figure
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle, Stage
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class ProcedureStep:
    """One step of a procedure, the stage that it serves, and the time allowed for it."""

    stage: Stage = field(metadata=label("阶段", "stage"))
    text: Text = field(metadata=label("内容", "text"))
    deadline: Maybe[Text] = field(default=Missing.NOT_REPORTED, metadata=label("时限", "deadline"))
    evidence: tuple[Evidence, ...] = field(metadata=label("依据", "evidence"))

    def facts(self) -> tuple[Fact, ...]:
        """Return the step as one fact."""
        due = self.deadline.label if isinstance(self.deadline, Missing) else self.deadline
        return (
            Fact(
                zh=f"{self.text.zh}（时限：{due.zh}）",
                en=f"{self.text.en} (time allowed: {due.en})",
                evidence=self.evidence,
            ),
        )


@frozen(kw_only=True)
class ResultProcedure:
    """Procedure for handling consultation results."""

    kind: ClassVar[str] = "result_procedure"
    name: ClassVar[Text] = Text(
        zh="协商成果办理规程", en="procedure for handling consultation results"
    )
    definition: ClassVar[Text] = Text(
        zh="以规程把协商成果的报送、采纳、落实、反馈连成闭环。",
        en="A written procedure that carries results of consultation from submission to "
        "adoption, implementation and feedback.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    instrument: Fact = field(metadata=label("规程", "instrument"))
    mandate: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("由谁列入议程", "on whose agenda")
    )
    programme: Maybe[Figure] = field(
        default=Missing.NOT_REPORTED, metadata=label("所属任务清单", "programme it belongs to")
    )
    carriers: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("成果载体", "forms in which results travel")
    )
    steps: Maybe[tuple[ProcedureStep, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("办理环节", "steps")
    )
    follow_up_means: Maybe[tuple[Fact, ...]] = field(
        default=Missing.NOT_REPORTED, metadata=label("跟踪方式", "means of follow-up")
    )
