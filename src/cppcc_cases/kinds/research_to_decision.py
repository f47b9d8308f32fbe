"""协商成果进决策."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Fact, Lifecycle, Maybe, Stage, Text
from cppcc_cases.model.labels import LIFECYCLE, maybe


@frozen(kw_only=True)
class ResearchToDecision:
    """Research into decisions."""

    kind: ClassVar[str] = "research_to_decision"
    name: ClassVar[Text] = Text(zh="协商成果进决策", en="research into decisions")
    definition: ClassVar[Text] = Text(
        zh="把调研协商成果送进党委的决策起草环节。",
        en="A channel that brings results of research and consultation to those who draft "
        "decisions.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    entry_point: Maybe[Fact] = maybe(
        "切入点", "point of entry", "从哪里切入。", "Where it starts from."
    )
    inputs: Maybe[tuple[Fact, ...]] = maybe(
        "成果形式", "forms of results", "送进去的是什么成果。", "The results that are passed on."
    )
    channel: Maybe[Fact] = maybe(
        "传递方式", "means of passing on", "成果怎样送进去。", "How results get there."
    )
    receiver: Maybe[Fact] = maybe(
        "接收方", "receiver", "谁接收这些成果。", "Who receives the results."
    )
    destinations: Maybe[tuple[Fact, ...]] = maybe(
        "所进决策", "decisions that took it up", "进了哪些决策。", "The decisions that took it up."
    )
