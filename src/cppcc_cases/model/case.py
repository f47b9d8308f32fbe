"""A practice case, and what every mechanism offers."""

from typing import ClassVar, NewType, Protocol, runtime_checkable

from attrs import field, frozen

from cppcc_cases.model.claims import Basis, Dating, Evidence, Metric, Outcome
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.locality import LocalityCode
from cppcc_cases.text import Text

CaseId = NewType("CaseId", str)
TopicId = NewType("TopicId", str)


@runtime_checkable
class Mechanism(Protocol):
    """How a practice works: a frozen attrs class of one kind.

    ``kind`` is the tag under which data modules name it; every other field is the kind's own.
    """

    kind: ClassVar[str]
    name: ClassVar[Text]
    definition: ClassVar[Text]

    @property
    def lifecycle(self) -> Lifecycle:
        """What the source says of each stage of the consultation."""
        ...


@frozen(kw_only=True)
class Mention:
    """A locality that the source names or counts in, but whose own practice it does not tell."""

    locality: LocalityCode = field(metadata=label("地区", "locality"))
    text: Text = field(metadata=label("内容", "text"))
    basis: Basis = field(metadata=label("说法来源", "who says so"))
    rule: Text | None = field(default=None, metadata=label("推算规则", "rule"))
    evidence: tuple[Evidence, ...] = field(metadata=label("依据", "evidence"))


@frozen(kw_only=True)
class Case:
    """One practice of consultation, by one locality or by several together."""

    id: CaseId = field(metadata=label("编号", "id"))
    title: Text = field(metadata=label("题名", "title"))
    summary: Text = field(metadata=label("摘要", "summary"))
    localities: tuple[LocalityCode, ...] = field(metadata=label("地区", "localities"))
    committees: tuple[Text, ...] = field(metadata=label("政协组织", "committees"))
    period: Dating = field(metadata=label("时段", "period"))
    topics: tuple[TopicId, ...] = field(metadata=label("主题", "topics"))
    mechanism: Mechanism = field(metadata=label("机制", "mechanism"))
    metrics: tuple[Metric, ...] = field(default=(), metadata=label("指标数据", "metrics"))
    outcomes: tuple[Outcome, ...] = field(default=(), metadata=label("成效", "outcomes"))
    mentions: tuple[Mention, ...] = field(default=(), metadata=label("提及地区", "mentions"))
    limitations: tuple[Text, ...] = field(default=(), metadata=label("局限", "limitations"))
