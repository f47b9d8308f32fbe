"""常委会年度工作."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class AnnualWork:
    """Annual work of the standing committee."""

    kind: ClassVar[str] = "annual_work"
    name: ClassVar[Text] = Text(zh="常委会年度工作", en="annual work of the standing committee")
    definition: ClassVar[Text] = Text(
        zh="常委会工作报告所讲的一年工作，协商、监督、提案、信息、联系群众等合在一起。",
        en="A year's work as the standing committee reports it: consultation, supervision, "
        "proposals, opinion reports and liaison together.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    report: Maybe[Fact] = maybe(
        "报告", "report", "谁在哪次会议上报告。", "Who reported, at which session."
    )
    consultation: Maybe[tuple[Fact, ...]] = maybe(
        "协商议政",
        "consultation",
        "开了哪些协商会，议了什么。",
        "What was consulted on, and in which meetings.",
    )
    supervision: Maybe[tuple[Fact, ...]] = maybe(
        "民主监督", "democratic supervision", "监督了哪些工作。", "What was supervised."
    )
    research: Maybe[tuple[Fact, ...]] = maybe(
        "视察调研", "inspection and research", "调研、视察了什么。", "What was looked into."
    )
    proposals: Maybe[tuple[Fact, ...]] = maybe(
        "提案工作", "proposals", "提案做得怎样。", "What was done about proposals."
    )
    opinions: Maybe[tuple[Fact, ...]] = maybe(
        "社情民意信息",
        "opinion reports",
        "反映了哪些社情民意。",
        "What was reported of public opinion.",
    )
    liaison: Maybe[tuple[Fact, ...]] = maybe(
        "联系界别群众",
        "liaison with the public",
        "怎样联系界别群众、团结各界。",
        "How it kept in touch with its sectors and the public.",
    )
    members: Maybe[tuple[Fact, ...]] = maybe(
        "队伍建设",
        "members and bodies",
        "委员、专委会、机关怎样建设。",
        "What was done about members, special committees and staff.",
    )
    next_year: Maybe[tuple[Fact, ...]] = maybe(
        "下一年安排",
        "plans for the next year",
        "下一年打算做什么。",
        "What is planned for the next year.",
    )
