"""Claims: what a source says, each with the evidence for it."""

import enum
from typing import NewType

from attrs import field, frozen

from cppcc_cases.model.edtf import Edtf
from cppcc_cases.model.labels import label
from cppcc_cases.model.locality import LocalityCode
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.model.qualifier import Qualifier
from cppcc_cases.text import Text

ArticleId = NewType("ArticleId", str)
IndicatorId = NewType("IndicatorId", str)
UnitId = NewType("UnitId", str)

Number = int | float
"""A figure as printed: whole numbers stay whole."""


class Basis(enum.Enum):
    """Who says so."""

    NEWSPAPER = "newspaper"
    OFFICER = "officer"
    OFFICIAL = "official"
    MEMBER = "member"
    RESIDENT = "resident"
    DOCUMENT = "document"
    DERIVED = "derived"

    @property
    def label(self) -> Text:
        """The basis in words."""
        return _BASIS[self]


_BASIS = {
    Basis.NEWSPAPER: Text(zh="报道", en="the newspaper"),
    Basis.OFFICER: Text(zh="本级政协负责人自述", en="the committee's own officer"),
    Basis.OFFICIAL: Text(zh="其他机关负责人", en="an official of another body"),
    Basis.MEMBER: Text(zh="政协委员", en="a CPPCC member"),
    Basis.RESIDENT: Text(zh="居民", en="a resident"),
    Basis.DOCUMENT: Text(zh="文件", en="a document"),
    Basis.DERIVED: Text(zh="本库推算", en="derived by this library"),
}


@frozen(kw_only=True)
class Dating:
    """A date or period, who says so, and, where we derived it, by which rule."""

    date: Edtf = field(metadata=label("日期", "date"))
    basis: Basis = field(metadata=label("说法来源", "who says so"))
    rule: Text | None = field(default=None, metadata=label("推算规则", "rule"))


@frozen(kw_only=True)
class Evidence:
    """Where a claim stands: an article, a paragraph, and the shortest words that prove it.

    ``paragraph`` counts from 1 at the article's opening (its headline, unless the article says
    otherwise) and is a hint. ``anchor`` is at most 24 characters and never a whole sentence.
    """

    article: ArticleId = field(metadata=label("报道", "article"))
    paragraph: int = field(metadata=label("段落", "paragraph"))
    anchor: str = field(metadata=label("依据词", "anchor"))


@frozen(kw_only=True)
class Fact:
    """One thing that the source tells about a practice, in our own words."""

    zh: str
    en: str
    evidence: tuple[Evidence, ...] = field(metadata=label("依据", "evidence"))

    @property
    def text(self) -> Text:
        """The fact in both languages."""
        return Text(zh=self.zh, en=self.en)

    def facts(self) -> tuple["Fact", ...]:
        """Return the fact itself: whatever has ``facts()`` can stand in a row of a digest."""
        return (self,)


@frozen(kw_only=True)
class Figure:
    """A count that belongs to a mechanism and is no indicator, such as the 49 tasks of a plan."""

    value: Number = field(metadata=label("数值", "value"))
    counted: Text = field(metadata=label("所计事项", "what is counted"))
    qualifier: Qualifier = field(default=Qualifier.EXACT, metadata=label("限定", "qualifier"))
    evidence: tuple[Evidence, ...] = field(metadata=label("依据", "evidence"))

    def facts(self) -> tuple[Fact, ...]:
        """Return the figure as one fact."""
        mark = "" if self.qualifier is Qualifier.EXACT else f"（{self.qualifier.label.zh}）"
        mark_en = "" if self.qualifier is Qualifier.EXACT else f" ({self.qualifier.label.en})"
        return (
            Fact(
                zh=f"{self.counted.zh}{self.value}{mark}",
                en=f"{self.counted.en} {self.value}{mark_en}",
                evidence=self.evidence,
            ),
        )


@frozen(kw_only=True)
class Participant:
    """A locality's committee that takes part in something, named as it is named there."""

    locality: LocalityCode = field(metadata=label("地区", "locality"))
    zh: str
    en: str
    evidence: tuple[Evidence, ...] = field(metadata=label("依据", "evidence"))

    def facts(self) -> tuple[Fact, ...]:
        """Return the name as one fact."""
        return (Fact(zh=self.zh, en=self.en, evidence=self.evidence),)


@frozen(kw_only=True)
class Metric:
    """One measured figure of a practice.

    ``value`` is in ``unit`` (one that the indicator allows; percentages run from 0 to 100). A rate
    carries ``numerator`` and ``denominator`` when the source gives them. ``as_of`` is the day or
    period at which a stock was counted, ``period`` the time over which a flow was counted.
    A derived metric states its ``rule``.
    """

    indicator: IndicatorId = field(metadata=label("指标", "indicator"))
    value: Maybe[Number] = field(metadata=label("数值", "value"))
    unit: UnitId = field(metadata=label("单位", "unit"))
    qualifier: Qualifier = field(default=Qualifier.EXACT, metadata=label("限定", "qualifier"))
    numerator: Maybe[Number] = field(
        default=Missing.NOT_REPORTED, metadata=label("分子", "numerator")
    )
    denominator: Maybe[Number] = field(
        default=Missing.NOT_REPORTED, metadata=label("分母", "denominator")
    )
    as_of: Maybe[Dating] = field(default=Missing.NOT_REPORTED, metadata=label("时点", "as of"))
    period: Maybe[Dating] = field(default=Missing.NOT_REPORTED, metadata=label("时段", "period"))
    scope: Maybe[Text] = field(default=Missing.NOT_REPORTED, metadata=label("口径", "scope"))
    basis: Basis = field(metadata=label("说法来源", "who says so"))
    rule: Text | None = field(default=None, metadata=label("推算规则", "rule"))
    evidence: tuple[Evidence, ...] = field(default=(), metadata=label("依据", "evidence"))


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
        return _OUTCOMES[self]


_OUTCOMES = {
    OutcomeKind.RULE_ADOPTED: Text(zh="制度出台", en="rule adopted"),
    OutcomeKind.DECISION_INFLUENCED: Text(zh="影响决策", en="decision influenced"),
    OutcomeKind.WORK_DELIVERED: Text(zh="实事办成", en="work delivered"),
    OutcomeKind.RECOGNITION_GAINED: Text(zh="获得认可", en="recognition gained"),
    OutcomeKind.RELATION_BUILT: Text(zh="关系建立", en="relation built"),
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


_STATUSES = {
    OutcomeStatus.PLANNED: Text(zh="计划中", en="planned"),
    OutcomeStatus.UNDER_WAY: Text(zh="进行中", en="under way"),
    OutcomeStatus.DONE: Text(zh="已完成", en="done"),
}


@frozen(kw_only=True)
class Outcome:
    """One result that the source states."""

    kind: OutcomeKind = field(metadata=label("成效类型", "kind"))
    status: OutcomeStatus = field(metadata=label("进展", "status"))
    text: Text = field(metadata=label("内容", "text"))
    date: Maybe[Dating] = field(default=Missing.NOT_REPORTED, metadata=label("时间", "date"))
    basis: Basis = field(metadata=label("说法来源", "who says so"))
    rule: Text | None = field(default=None, metadata=label("推算规则", "rule"))
    evidence: tuple[Evidence, ...] = field(metadata=label("依据", "evidence"))
