"""Outcomes: what came of a practice."""

import enum

from attrs import field, frozen

from cppcc_cases.model.basis import Basis
from cppcc_cases.model.claims import Dating, Evidence
from cppcc_cases.model.labels import EVIDENCE, RULE, label
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


class OutcomeKind(enum.Enum):
    """What sort of result a practice had."""

    RULE_ADOPTED = "rule_adopted"
    DECISION_INFLUENCED = "decision_influenced"
    WORK_DELIVERED = "work_delivered"
    RECOGNITION_GAINED = "recognition_gained"
    RELATION_BUILT = "relation_built"

    @property
    def label(self) -> Text:
        """The kind in words."""
        return _KINDS[self]

    @property
    def definition(self) -> Text:
        """What the word stands for."""
        return _KINDS_DEFINED[self]


_KINDS = {
    OutcomeKind.RULE_ADOPTED: Text(zh="制度出台", en="rule adopted"),
    OutcomeKind.DECISION_INFLUENCED: Text(zh="影响决策", en="decision influenced"),
    OutcomeKind.WORK_DELIVERED: Text(zh="实事办成", en="work delivered"),
    OutcomeKind.RECOGNITION_GAINED: Text(zh="获得认可", en="recognition gained"),
    OutcomeKind.RELATION_BUILT: Text(zh="关系建立", en="relation built"),
}
_KINDS_DEFINED = {
    OutcomeKind.RULE_ADOPTED: Text(
        zh="成文的办法、规程、制度出台，或正在制定、列入计划；设场所、建机构不算。",
        en="Written rules, procedures or regulations issued, being drawn up or planned; setting up "
        "a place or a body is none.",
    ),
    OutcomeKind.DECISION_INFLUENCED: Text(
        zh="建议被党政机关或当事单位采纳、批示、写入决策。",
        en="Party or government bodies, or those concerned, took advice up, gave instructions on "
        "it or wrote it into a decision.",
    ),
    OutcomeKind.WORK_DELIVERED: Text(
        zh="一件具体的事办成了。", en="A concrete piece of work was done."
    ),
    OutcomeKind.RECOGNITION_GAINED: Text(
        zh="获得资质、表彰、推广。", en="An approval, award or wider use was won."
    ),
    OutcomeKind.RELATION_BUILT: Text(
        zh="建立起联系、通道、议事场所、共识。",
        en="A tie, channel, place of discussion or agreement came about.",
    ),
}


class OutcomeStatus(enum.Enum):
    """How far an outcome has come, as the source tells it."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"

    @property
    def label(self) -> Text:
        """The status in words."""
        return _STATUSES[self]

    @property
    def definition(self) -> Text:
        """What the word stands for."""
        return _STATUSES_DEFINED[self]


_STATUSES = {
    OutcomeStatus.PLANNED: Text(zh="计划中", en="planned"),
    OutcomeStatus.UNDER_WAY: Text(zh="进行中", en="under way"),
    OutcomeStatus.DONE: Text(zh="已完成", en="done"),
}
_STATUSES_DEFINED = {
    OutcomeStatus.PLANNED: Text(zh="列入计划，还没有动手。", en="On a plan; not begun."),
    OutcomeStatus.UNDER_WAY: Text(
        zh="正在做，或只说在推进。", en="Being done, or only said to progress."
    ),
    OutcomeStatus.DONE: Text(zh="写明已经完成。", en="Told as finished."),
}


@frozen(kw_only=True)
class Outcome:
    """One result that the source states."""

    kind: OutcomeKind = field(
        metadata=label("成效类型", "kind", "是哪一类成效。", "What sort of result it is.")
    )
    status: OutcomeStatus = field(
        metadata=label(
            "进展",
            "status",
            "按来源写的，进展到哪一步。",
            "How far it has come, as the source tells it.",
        )
    )
    text: Text = field(
        metadata=label(
            "内容", "text", "是什么成效，用自己的话写。", "What it is, in one's own words."
        )
    )
    date: Maybe[Dating] = field(
        default=Missing.NOT_REPORTED,
        metadata=label("时间", "date", "什么时候有的这项成效。", "When it came about."),
    )
    basis: Basis = field(
        metadata=label("说法来源", "who says so", "这一条是谁说的。", "Who says what stands here.")
    )
    rule: Text | None = field(default=None, metadata=RULE)
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)
