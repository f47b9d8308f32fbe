"""协商成果采纳落实反馈机制."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import (
    EVERY_STAGE,
    Evidence,
    Fact,
    Figure,
    Lifecycle,
    Maybe,
    Missing,
    Stage,
    Text,
    label,
)
from cppcc_cases.model.labels import EVIDENCE, LIFECYCLE, maybe


@frozen(kw_only=True)
class ProcedureStep:
    """One step of a procedure, the stage that it serves, and the time allowed for it."""

    definition: ClassVar[Text] = Text(zh="办理规程里的一步。", en="One step of a procedure.")

    stage: Stage = field(
        metadata=label("阶段", "stage", "对应流程的哪个阶段。", "The stage that it serves.")
    )
    text: Text = field(metadata=label("内容", "text", "做什么。", "What is done."))
    deadline: Maybe[Text] = maybe("时限", "deadline", "限多少时间。", "The time allowed.")
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)

    def facts(self) -> tuple[Fact, ...]:
        """Return the step as one fact."""
        due = self.deadline.label if isinstance(self.deadline, Missing) else self.deadline
        zh = f"{self.text.zh}（时限：{due.zh}）"
        en = f"{self.text.en} (time allowed: {due.en})"
        return (Fact(zh=zh, en=en, evidence=self.evidence),)


@frozen(kw_only=True)
class ResultProcedure:
    """Procedure for results of consultation."""

    kind: ClassVar[str] = "result_procedure"
    name: ClassVar[Text] = Text(
        zh="协商成果采纳落实反馈机制", en="procedure for results of consultation"
    )
    definition: ClassVar[Text] = Text(
        zh="用制度把协商成果的报送、采纳、落实、反馈连成闭环。",
        en="A written procedure that carries results of consultation from submission to "
        "adoption, implementation and feedback.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    instrument: Maybe[Fact] = maybe(
        "规程",
        "instrument",
        "什么规程，是否已经出台。",
        "The procedure, and whether it is in force.",
    )
    mandate: Maybe[Fact] = maybe(
        "列入议程的主体", "agenda-setting body", "由谁列入工作议程。", "Who put it on the agenda."
    )
    programme: Maybe[Figure] = maybe(
        "所属任务清单",
        "programme it belongs to",
        "所在清单有多少项。",
        "How many tasks its programme has.",
    )
    carriers: Maybe[tuple[Fact, ...]] = maybe(
        "成果载体",
        "forms in which results travel",
        "成果以什么形式送出。",
        "The forms in which results are passed on.",
    )
    steps: Maybe[tuple[ProcedureStep, ...]] = maybe(
        "办理环节", "steps", "按先后，办理分哪几步。", "The steps of handling, in their order."
    )
    follow_up_means: Maybe[tuple[Fact, ...]] = maybe(
        "跟踪方式",
        "means of follow-up",
        "用什么办法跟踪。",
        "The means by which it is followed up.",
    )
