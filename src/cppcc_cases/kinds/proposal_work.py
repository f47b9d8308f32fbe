"""年度提案工作."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class ProposalWork:
    """Proposal work of a year."""

    kind: ClassVar[str] = "proposal_work"
    name: ClassVar[Text] = Text(zh="年度提案工作", en="proposal work of a year")
    definition: ClassVar[Text] = Text(
        zh="一次会议或一年里提案的提交、审查、立案、办理、答复与评价。",
        en="How the proposals of a session or year were made, examined, filed, handled, answered "
        "and rated.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    session: Maybe[Fact] = maybe(
        "会议", "session", "是哪次会议的提案。", "The session whose proposals they are."
    )
    window: Maybe[Fact] = maybe(
        "征集和统计时段",
        "time of collecting and counting",
        "提案什么时候征集，数字统计到什么时候。",
        "When proposals were called for, and up to when they are counted.",
    )
    examination: Maybe[tuple[Fact, ...]] = maybe(
        "审查立案",
        "examination and filing",
        "怎样审查，哪些立案、并案、转作意见建议或退回。",
        "How they are examined; which are filed, merged, passed on as suggestions or returned.",
    )
    authors: Maybe[tuple[Fact, ...]] = maybe(
        "提案者",
        "authors",
        "哪些委员、界别、党派团体提出的。",
        "Which members, sectors, parties and bodies made them.",
    )
    classes: Maybe[tuple[Fact, ...]] = maybe(
        "分类",
        "classes",
        "按什么分类，主要在哪些方面。",
        "How they are classed, and what most of them are about.",
    )
    handling: Maybe[tuple[Fact, ...]] = maybe(
        "交办和办理",
        "assignment and handling",
        "怎样交办，由哪些单位办，怎样协商。",
        "How they are assigned, who handles them, and how it is talked over.",
    )
    key_proposals: Maybe[tuple[Fact, ...]] = maybe(
        "重点提案督办",
        "supervision of key proposals",
        "重点提案怎样选、由谁督办。",
        "How key proposals are chosen, and who supervises them.",
    )
    answers: Maybe[tuple[Fact, ...]] = maybe(
        "答复和落实",
        "answers and results",
        "答复了多少，办成了哪些。",
        "What was answered, and what came of it.",
    )
    satisfaction: Maybe[tuple[Fact, ...]] = maybe(
        "满意度评价",
        "satisfaction",
        "委员怎样评价，收回多少评价。",
        "How members rated it, and how many ratings came back.",
    )
    improvement: Maybe[tuple[Fact, ...]] = maybe(
        "提质做法",
        "ways to better proposals",
        "为提高提案或办理质量做了什么。",
        "What is done to better proposals or their handling.",
    )
