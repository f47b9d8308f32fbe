"""The lifecycle of a consultation: the axis on which practices are compared."""

import enum
from collections.abc import Iterator

from attrs import field, frozen

from cppcc_cases.model.claims import Evidence
from cppcc_cases.model.labels import label
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


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


class StageState(enum.Enum):
    """What the source says of a stage.

    ``PRACTISED``: told as done or as standing practice. ``PROVIDED_FOR``: a rule, plan or mechanism
    for it exists or is being worked out, but it is not told as done. ``STATED_ABSENT``: the source
    says that there is none. ``NOT_REPORTED``: the source is silent.
    """

    PRACTISED = "practised"
    PROVIDED_FOR = "provided_for"
    STATED_ABSENT = "stated_absent"
    NOT_REPORTED = "not_reported"

    @property
    def label(self) -> Text:
        """The state in words."""
        return _STATES[self][0]

    @property
    def mark(self) -> str:
        """One character that stands for the state in a table."""
        return _STATES[self][1]


_STATES = {
    StageState.PRACTISED: (Text(zh="已实行", en="practised"), "●"),
    StageState.PROVIDED_FOR: (Text(zh="有规定或在探索", en="provided for"), "◐"),
    StageState.STATED_ABSENT: (Text(zh="报道明言没有", en="stated as absent"), "×"),
    StageState.NOT_REPORTED: (
        Text(zh="报道未提（不等于没有）", en="not reported (which is not absent)"),
        "·",
    ),
}


@frozen(kw_only=True)
class StageClaim:
    """What the source says of one stage. ``note`` says how it was read, where that is not plain."""

    state: StageState = field(metadata=label("状态", "state"))
    note: Text | None = field(default=None, metadata=label("说明", "note"))
    evidence: tuple[Evidence, ...] = field(metadata=label("依据", "evidence"))


Claimed = Maybe[StageClaim]
_SILENT = Missing.NOT_REPORTED


@frozen(kw_only=True)
class Lifecycle:
    """What the source says of each of the ten stages; a stage that is left out is not reported."""

    topic_selection: Claimed = field(default=_SILENT, metadata=label("选题", "topic selection"))
    inquiry: Claimed = field(default=_SILENT, metadata=label("调研", "inquiry"))
    deliberation: Claimed = field(default=_SILENT, metadata=label("协商", "deliberation"))
    submission: Claimed = field(default=_SILENT, metadata=label("报送", "submission of results"))
    assignment: Claimed = field(default=_SILENT, metadata=label("交办", "assignment"))
    adoption: Claimed = field(default=_SILENT, metadata=label("采纳", "adoption"))
    implementation: Claimed = field(default=_SILENT, metadata=label("落实", "implementation"))
    feedback: Claimed = field(default=_SILENT, metadata=label("反馈", "feedback to the proposer"))
    appraisal: Claimed = field(default=_SILENT, metadata=label("评议", "appraisal"))
    follow_up: Claimed = field(default=_SILENT, metadata=label("跟踪", "follow-up"))

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
