"""Outcomes: what came of a practice."""

from attrs import field, frozen

from cppcc_cases.model.basis import Basis
from cppcc_cases.model.claims import Dating, Evidence
from cppcc_cases.model.labels import BASIS, EVIDENCE, OF, RULE, SAID_BY, label
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.model.observation import Speaker
from cppcc_cases.text import Text, WordEnum, default_to, word


class OutcomeKind(WordEnum):
    """What sort of result a practice had."""

    RULE_ADOPTED = word(
        "rule_adopted",
        "制度出台",
        "rule adopted",
        "成文的办法、规程、制度出台，或正在制定、列入计划；设场所、建机构不算。",
        "Written rules, procedures or regulations issued, being drawn up or planned; setting up "
        "a place or a body is none.",
    )
    DECISION_INFLUENCED = word(
        "decision_influenced",
        "影响决策",
        "decision influenced",
        "建议被党政机关或当事单位采纳、批示、写入决策。",
        "Party or government bodies, or those concerned, took advice up, gave instructions on "
        "it or wrote it into a decision.",
    )
    PRACTICE_CHANGED = word(
        "practice_changed",
        "做法改变",
        "practice changed",
        "有关方面改变了做法、流程或服务方式，没有写成文件。",
        "Those concerned changed how they work or serve, without written rules.",
    )
    WORK_DELIVERED = word(
        "work_delivered",
        "实事办成",
        "work delivered",
        "一件具体的事办成了。",
        "A concrete piece of work was done.",
    )
    RECOGNITION_GAINED = word(
        "recognition_gained",
        "获得认可",
        "recognition gained",
        "获得资质、表彰、推广。",
        "An approval, award or wider use was won.",
    )
    RELATION_BUILT = word(
        "relation_built",
        "关系建立",
        "relation built",
        "建立起联系、通道、议事场所、共识。",
        "A tie, channel, place of discussion or agreement came about.",
    )


class OutcomeStatus(WordEnum):
    """How far an outcome has come, as the source tells it."""

    PLANNED = word(
        "planned",
        "计划中",
        "planned",
        "列入计划，还没有动手。",
        "On a plan; not begun.",
        "拟 规划 将 pending proposed",
    )
    PROMISED = word(
        "promised",
        "已承诺",
        "promised",
        "负责人表态要做，还没有动手。",
        "Someone in charge gave their word; not begun.",
        "表态 答应 pledged committed",
    )
    UNDER_WAY = word(
        "under_way",
        "进行中",
        "under way",
        "正在做，或只说在推进。",
        "Being done, or only said to progress.",
        "推进 正在推进 推进中 办理中 实施中 ongoing in_progress started",
    )
    DONE = word(
        "done",
        "已完成",
        "done",
        "写明已经完成。",
        "Told as finished.",
        "办结 已办结 落实 已落实 建成 finished completed complete delivered",
    )


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
    date: Maybe[Dating] = default_to(
        Missing.NOT_REPORTED, "时间", "date", "什么时候有的这项成效。", "When it came about."
    )
    of: str | None = field(default=None, metadata=OF)
    said_by: Speaker | None = field(default=None, metadata=SAID_BY)
    basis: Basis = field(default=Basis.NEWSPAPER, metadata=BASIS)
    rule: Text | None = field(default=None, metadata=RULE)
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)
