"""院坝议事: a kind of mechanism with an enum, a class and a check of its own."""

import enum
from collections.abc import Iterator, Mapping
from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import (
    Case,
    Evidence,
    Fact,
    Lifecycle,
    Maybe,
    Missing,
    Row,
    Stage,
    Text,
    label,
)

Finding = tuple[str, tuple[str | int, ...], Text]


class Seat(enum.Enum):
    """Who sits at a forum."""

    VILLAGER = "villager"
    MEMBER = "member"
    OFFICIAL = "official"

    @property
    def label(self) -> Text:
        """The seat in words."""
        return _SEATS[self]


_SEATS = {
    Seat.VILLAGER: Text(zh="村民", en="villagers"),
    Seat.MEMBER: Text(zh="政协委员", en="members of the committee"),
    Seat.OFFICIAL: Text(zh="村镇干部", en="village and township officials"),
}


@frozen(kw_only=True)
class Round:
    """One round of a forum: who speaks, and about what."""

    definition: ClassVar[Text] = Text(zh="议事的一轮发言。", en="One round of a forum.")

    seat: Seat = field(metadata=label("发言方", "speaker", "谁发言。", "Who speaks."))
    text: Text = field(metadata=label("内容", "text", "讲什么。", "What is spoken of."))
    evidence: tuple[Evidence, ...] = field(
        metadata=label("依据", "evidence", "证明这一条的依据。", "What proves this.")
    )


@frozen(kw_only=True)
class VillageForum:
    """Village forum."""

    kind: ClassVar[str] = "example.village_forum"
    name: ClassVar[Text] = Text(zh="院坝议事", en="village forum")
    definition: ClassVar[Text] = Text(
        zh="委员、干部和村民在村里围坐，就一件事轮流发言、当场议定。",
        en="Members, officials and villagers sit together in a village, speak in turn on one "
        "matter and settle it there.",
    )
    # 来源从不写这类做法的选题和评议 / no source tells how topics are chosen, or of appraisal
    stages: ClassVar[frozenset[Stage]] = frozenset(Stage) - {
        Stage.TOPIC_SELECTION,
        Stage.APPRAISAL,
    }
    codes: ClassVar[Mapping[str, Text]] = {
        "nobody-from-the-village": Text(
            zh="写了几轮发言的，其中要有村民。",
            en="Where rounds are told, villagers speak in one of them.",
        )
    }

    fragment: ClassVar[str] = """
{% if mechanism.matter is not missing %}
<p>{{ words.of(mechanism.matter.text) }}{{ cites(mechanism.matter) }}</p>
{% endif %}
<h3>{{ said("各轮发言", "Rounds") }}</h3>
{% if mechanism.rounds is missing %}
<p class="missing">{{ words.of(mechanism.rounds.label) }}</p>
{% else %}
<ol>
{% for one in mechanism.rounds %}
<li><strong>{{ words.of(one.seat.label) }}</strong> {{ words.of(one.text) }}{{ cites(one) }}</li>
{% endfor %}
</ol>
{% endif %}
{% if mechanism.agreed is not missing %}
<h3>{{ said("议定结果", "What was agreed") }}</h3>
<p>{{ words.of(mechanism.agreed.text) }}{{ cites(mechanism.agreed) }}</p>
{% endif %}
"""

    lifecycle: Lifecycle = field(
        metadata=label(
            "流程",
            "lifecycle",
            "来源怎样写流程的各个阶段。",
            "What the source tells of each stage.",
        )
    )
    matter: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED,
        metadata=label("事项", "matter", "议什么事。", "What it is about."),
    )
    rounds: Maybe[tuple[Round, ...]] = field(
        default=Missing.NOT_REPORTED,
        metadata=label("各轮发言", "rounds", "依次谁讲了什么。", "Who spoke of what, in order."),
    )
    agreed: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED,
        metadata=label("议定结果", "agreement", "当场议定了什么。", "What was settled there."),
    )

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield a finding if rounds are told and no villager speaks in any."""
        rounds = () if isinstance(self.rounds, Missing) else self.rounds
        if rounds and Seat.VILLAGER not in {one.seat for one in rounds}:
            yield (
                "nobody-from-the-village",
                ("mechanism", "rounds"),
                Text(
                    zh="各轮发言里没有村民，请核对，或改用别的机制类别",
                    en="no villager speaks in any round; look again, or choose another kind",
                ),
            )

    def rows(self) -> tuple[Row, ...]:
        """Return the rows of a digest: the rounds are numbered, which no default row would do."""
        return (
            Row(
                field="matter",
                label=Text(zh="事项", en="matter"),
                facts=self.matter if isinstance(self.matter, Missing) else (self.matter,),
            ),
            Row(
                field="rounds",
                label=Text(zh="各轮发言", en="rounds"),
                facts=self.rounds
                if isinstance(self.rounds, Missing)
                else tuple(_told(number, one) for number, one in enumerate(self.rounds, 1)),
            ),
            Row(
                field="agreed",
                label=Text(zh="议定结果", en="agreement"),
                facts=self.agreed if isinstance(self.agreed, Missing) else (self.agreed,),
            ),
        )


def _told(number: int, one: Round) -> Fact:
    seat = one.seat.label
    return Fact(
        zh=f"第 {number} 轮，{seat.zh}：{one.text.zh}",
        en=f"round {number}, {seat.en}: {one.text.en}",
        evidence=one.evidence,
    )
