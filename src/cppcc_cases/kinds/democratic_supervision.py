"""专项民主监督."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class DemocraticSupervision:
    """Thematic democratic supervision."""

    kind: ClassVar[str] = "democratic_supervision"
    name: ClassVar[Text] = Text(zh="专项民主监督", en="thematic democratic supervision")
    definition: ClassVar[Text] = Text(
        zh="就重大决策的落实或一项工作组织委员监督，提出意见、批评和建议，推动改进。",
        en="Members supervise how decisions are carried out, or one field of work: with opinions, "
        "criticism and proposals, to have it improved.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    subject: Maybe[Fact] = maybe(
        "监督事项", "subject", "监督什么工作。", "The work that is supervised."
    )
    supervised: Maybe[tuple[Fact, ...]] = maybe(
        "被监督单位", "bodies supervised", "监督哪些单位。", "The bodies that are supervised."
    )
    supervisors: Maybe[tuple[Fact, ...]] = maybe(
        "监督主体", "supervisors", "由哪些委员、小组监督。", "Which members or groups supervise."
    )
    means: Maybe[tuple[Fact, ...]] = maybe(
        "监督方式", "means", "以哪些方式监督。", "The ways in which it is done."
    )
    findings: Maybe[tuple[Fact, ...]] = maybe(
        "发现的问题",
        "findings",
        "发现了哪些问题，提了哪些意见。",
        "What was found wrong, and what was advised.",
    )
    response: Maybe[tuple[Fact, ...]] = maybe(
        "整改回应",
        "response",
        "被监督单位怎样回应、整改。",
        "How the bodies answered and what they mended.",
    )
    rules: Maybe[tuple[Fact, ...]] = maybe(
        "制度依据",
        "rules behind it",
        "按什么办法、方案监督。",
        "The rules or plan by which it is done.",
    )
