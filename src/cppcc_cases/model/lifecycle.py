"""The lifecycle of a consultation: the axis on which practices are compared."""

import enum
from collections.abc import Iterable, Iterator

from attrs import field, fields_dict, frozen

from cppcc_cases.model.claims import Evidence
from cppcc_cases.model.labels import EVIDENCE, about_of, label, label_of, maybe
from cppcc_cases.model.missing import Maybe
from cppcc_cases.text import Text, WordEnum, default_to, word


class Stage(enum.Enum):
    """A stage of a consultation, in the order in which they follow each other."""

    TOPIC_SELECTION = "topic_selection"
    INQUIRY = "inquiry"
    DELIBERATION = "deliberation"
    SUBMISSION = "submission"
    ASSIGNMENT = "assignment"
    ADOPTION = "adoption"
    IMPLEMENTATION = "implementation"
    FEEDBACK = "feedback"
    APPRAISAL = "appraisal"
    FOLLOW_UP = "follow_up"

    @property
    def label(self) -> Text:
        """The stage in words."""
        return label_of(fields_dict(Lifecycle)[self.value].metadata, self.value)

    @property
    def definition(self) -> Text:
        """What belongs to the stage."""
        about = about_of(fields_dict(Lifecycle)[self.value].metadata)
        assert about is not None
        return about


EVERY_STAGE = frozenset(Stage)
"""For kinds that can describe any stage."""
NO_STAGE: frozenset[Stage] = frozenset()
"""For kinds of mechanism that are no consultation, and so have no stages."""


class StageState(WordEnum):
    """What the source says of a stage.

    ``PRACTISED``: told as done or as standing practice. ``PROVIDED_FOR``: a rule, plan or mechanism
    for it exists or is being worked out, but it is not told as done. ``STATED_ABSENT``: the source
    says that there is none. ``NOT_REPORTED``: the source is silent.
    """

    PRACTISED = word(
        "practised",
        "已实行",
        "practised",
        "来源写明做了，或写成一贯的做法；没有举出哪一次也算，用 note 写明。",
        "Told as done, or as standing practice, be it without an instance, as note then says.",
        "完成 已完成 做了 已做 开展 已开展 实施 已实施 落实 已落实 有 done yes completed",
    )
    PROVIDED_FOR = word(
        "provided_for",
        "有规定或在探索",
        "provided for",
        "有规定、计划或机制，或正在制定，但没有写做过，也没有写成一贯的做法。",
        "A rule, plan or mechanism for it exists or is being drawn up, but it is told neither "
        "as done nor as standing practice.",
        "计划 拟 将 尚未实施 planned will proposed",
    )
    STATED_ABSENT = word(
        "stated_absent",
        "来源明言没有",
        "stated as absent",
        "来源自己说没有。",
        "The source itself says that there is none.",
        "没有 无 未开展 no none",
    )
    NOT_REPORTED = word(
        "not_reported",
        "未写明",
        "not stated",
        "来源没有写。数据文件里删去这一阶段，不写这个词。",
        "The source is silent. In a data file the stage is left out; this word is not written.",
        "未提及 未报道 没写 不详 unknown not_mentioned",
    )

    @property
    def mark(self) -> str:
        """One character that stands for the state in a table."""
        return "●◐×·"[[*StageState].index(self)]


_STRENGTH = tuple(StageState)
"""From the strongest down."""


def strongest(states: Iterable[StageState]) -> StageState:
    """Return the strongest of the states that a stage has in several cases: that one holds."""
    return min(states, key=_STRENGTH.index, default=StageState.NOT_REPORTED)


@frozen(kw_only=True)
class StageClaim:
    """What the source says of one stage. ``note`` says how it was read, where that is not plain."""

    state: StageState = field(
        metadata=label(
            "状态", "state", "来源说这个阶段做到什么程度。", "What the source says of the stage."
        )
    )
    note: Text | None = default_to(
        None,
        "说明",
        "note",
        "为什么这样判断，不明显时才写。",
        "How it was read, where that is not plain.",
    )
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)


Claimed = Maybe[StageClaim]


@frozen(kw_only=True)
class Lifecycle:
    """What the source says of each stage; one that is left out is not stated."""

    topic_selection: Claimed = maybe(
        "选题",
        "topic selection",
        "确定协商议题：年度协商计划、议题征集、重点课题立题。",
        "Settling what to consult on: annual plans, calls for topics, naming of key subjects.",
    )
    inquiry: Claimed = maybe(
        "调研",
        "inquiry",
        "为协商摸清情况：知情明政、专题调研、视察考察、走访。查看成果落实的视察归入“跟踪”。",
        "Finding out the facts before consulting: briefings, research, inspections, visits. "
        "An inspection that checks what became of a result is follow-up.",
    )
    deliberation: Claimed = maybe(
        "协商",
        "deliberation",
        "面对面协商议政：议政性常委会会议、专题协商会、基层议事。",
        "Consulting in person: standing committee sessions, thematic meetings, local talks.",
    )
    submission: Claimed = maybe(
        "报送",
        "submission of results",
        "将成果送交党政部门：建议案、专报、提案、社情民意信息。把意见转给部门属于报送，不是反馈。",
        "Passing results to Party and government bodies: recommendations, reports, "
        "proposals, reports on social conditions and public opinion. Passing opinions on to a "
        "department belongs here, not under feedback.",
    )
    assignment: Claimed = maybe(
        "交办",
        "instruction and assignment",
        "领导批示，或将成果、提案交有关单位办理。",
        "Leaders' written instructions, or assignment of results and proposals to the units "
        "that must handle them.",
    )
    adoption: Claimed = maybe(
        "采纳",
        "adoption",
        "意见建议被党政部门采用，写入决策、规划或文件。",
        "Recommendations taken up by Party or government bodies in decisions, plans or documents.",
    )
    implementation: Claimed = maybe(
        "落实",
        "implementation",
        "采纳的意见建议付诸行动。",
        "Adopted recommendations put into action.",
    )
    feedback: Claimed = maybe(
        "反馈",
        "feedback to the proposer",
        "办理单位把结果答复提出意见的人。",
        "The handling unit's reply to those who made the recommendation.",
    )
    appraisal: Claimed = maybe(
        "评议",
        "appraisal",
        "对提案、办理或部门工作打分评价：双向评议、民主评议。",
        "Rating of proposals, their handling or departments: two-way or democratic appraisal.",
    )
    follow_up: Claimed = maybe(
        "跟踪",
        "follow-up",
        "成果报送之后持续查看办得怎样：跟踪问效、回头看、督办。",
        "Checking afterwards what became of a result: tracking, return visits, supervision.",
    )

    def claim(self, stage: Stage) -> StageClaim | None:
        """Return what is claimed of a stage, or None where the source is silent."""
        found: Claimed = getattr(self, stage.value)
        return found if isinstance(found, StageClaim) else None

    def state(self, stage: Stage) -> StageState:
        """Return the state of a stage."""
        claim = self.claim(stage)
        return claim.state if claim else StageState.NOT_REPORTED

    def __iter__(self) -> Iterator[tuple[Stage, StageState]]:
        for stage in Stage:
            yield stage, self.state(stage)
