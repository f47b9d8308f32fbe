"""A practice case, and what every mechanism offers."""

from typing import NewType, Protocol, runtime_checkable

from attrs import field, frozen

from cppcc_cases.model.basis import Basis
from cppcc_cases.model.claims import Dating, Evidence, Metric
from cppcc_cases.model.edtf import Edtf
from cppcc_cases.model.labels import (
    BASIS,
    DAY,
    EVIDENCE,
    ID,
    LOCALITY,
    RULE,
    SAID_BY,
    SESSION_NO,
    label,
)
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.locality import LocalityCode
from cppcc_cases.model.observation import Speaker, When
from cppcc_cases.model.outcome import Outcome
from cppcc_cases.model.row import Row
from cppcc_cases.shown import Shown, brief
from cppcc_cases.text import Text, WordEnum, default_to, word

CaseId = NewType("CaseId", str)
TopicId = NewType("TopicId", str)


@runtime_checkable
class Mechanism(Protocol):
    """How a practice works: a frozen attrs class of one kind.

    ``kind`` is the tag under which data modules name it; every other field is the kind's own.
    """

    @property
    def kind(self) -> str:
        """The tag under which data modules name the kind."""
        ...

    @property
    def name(self) -> Text:
        """The kind's name."""
        ...

    @property
    def definition(self) -> Text:
        """What makes a practice one of this kind."""
        ...

    @property
    def lifecycle(self) -> Lifecycle:
        """What the source says of each stage of the consultation."""
        ...


@frozen(kw_only=True)
class UnknownMechanism:
    """A mechanism of a kind that is not installed, kept as it was written.

    ``tree`` is its JSON, with every field in the order of the data module; the lifecycle is read
    where it can be.
    """

    kind: str = field(
        metadata=label(
            "类别",
            "kind",
            "没有安装的机制类别的编号。",
            "The id of the kind that is not installed.",
        )
    )
    tree: str = field(
        metadata=label(
            "原文",
            "tree",
            "照数据文件保留的全部内容，JSON 写法。",
            "All that the data file says, as JSON.",
        )
    )
    lifecycle: Lifecycle = field(
        metadata=label(
            "流程", "lifecycle", "能读出的各阶段状态。", "The stages, as far as they can be read."
        )
    )

    @property
    def name(self) -> Text:
        """The kind's id, and that it is unknown here."""
        return Text(
            zh=f"未安装的机制类别（{self.kind}）", en=f"kind that is not installed ({self.kind})"
        )

    @property
    def definition(self) -> Text:
        """That nothing is known of the kind here."""
        return Text(
            zh="定义这个机制类别的软件包没有安装。",
            en="The package that defines this kind is not installed.",
        )

    def rows(self) -> tuple[Row, ...]:
        """Return nothing: what the fields mean is for the kind to say."""
        return ()


@frozen(kw_only=True)
class Mention:
    """A locality that the source names or counts in, but whose own practice it does not tell."""

    locality: LocalityCode = field(metadata=LOCALITY)
    text: Text = field(
        metadata=label("内容", "text", "来源怎样提到这个地区。", "How the source mentions it.")
    )
    basis: Basis = field(default=Basis.NEWSPAPER, metadata=BASIS)
    rule: Text | None = field(default=None, metadata=RULE)
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)


class MadeBy(WordEnum):
    """How a case came about."""

    HAND = word("hand", "人工编码", "by hand", "人读报道编的；可以不写。", "By a reader.")
    TABLE = word("table", "由表导入", "from a table", "从表导入的。", "From a table.")
    DRAFT = word("draft", "机器草稿", "from a draft", "由草稿改成的。", "From a draft by rule.")


@frozen(kw_only=True)
class Revision:
    """A change of a case after it was added."""

    date: Edtf = field(metadata=DAY)
    reason: Text = field(
        metadata=label("缘由", "reason", "改了什么、为什么。", "What was changed, and why.")
    )


@frozen(kw_only=True)
class Check:
    """Someone other than its author held a case against its sources."""

    by: str = field(metadata=label("核对人", "by", "谁核对的。", "Who checked it."))
    on: Edtf = field(metadata=DAY)


@frozen(kw_only=True)
class Case(Shown):
    """One practice of consultation, by one locality or by several together."""

    id: CaseId = field(
        metadata=label(
            "编号",
            "id",
            "这个案例在库里的编号：小写字母、数字、连字符。",
            "The case's id in the collection: lower-case letters, digits and hyphens.",
            **ID,
        )
    )
    title: Text = field(
        metadata=label(
            "题名",
            "title",
            "案例的题名，如“地名：做法”。",
            "What the case is called, such as “place: practice”.",
        )
    )
    summary: Text = field(
        metadata=label(
            "摘要",
            "summary",
            "用自己的话写的两三句。",
            "Two or three sentences in one's own words.",
        )
    )
    localities: tuple[LocalityCode, ...] = field(
        metadata=label(
            "地区",
            "localities",
            "做法所在地的六位区划代码，加引号；共同做法写几个。",
            "Six-digit division codes in quotes; several for a joint practice.",
        )
    )
    committees: tuple[Text, ...] = field(
        metadata=label("政协组织", "committees", "出面的政协组织。", "The committees that act.")
    )
    period: Dating = field(
        metadata=label("时段", "period", "做法持续的时段。", "The time of the practice.")
    )
    topics: tuple[TopicId, ...] = field(
        metadata=label(
            "主题",
            "topics",
            "协商涉及什么主题，写主题编号。",
            "What the consultation is about, as ids of topics.",
        )
    )
    mechanism: Mechanism = field(
        metadata=label(
            "机制",
            "mechanism",
            "做法怎样运作：一种机制类别和它自己的字段。",
            "How it works: one kind of mechanism with its own fields.",
        )
    )
    when: When | None = default_to(
        None,
        "各数时期",
        "when, of its figures",
        "时期数和比率自己没写 when 的，用这一个；时点数不用。",
        "Stands for its flows and rates that have no when of their own; never for states.",
    )
    session_no: str | None = field(default=None, metadata=SESSION_NO)
    said_by: Speaker | None = field(default=None, metadata=SAID_BY)
    basis: Basis = field(default=Basis.NEWSPAPER, metadata=BASIS)
    metrics: tuple[Metric, ...] = default_to(
        (),
        "指标数据",
        "metrics",
        "来源给出的数字，一个一条。",
        "The figures that the source gives, one claim each.",
    )
    outcomes: tuple[Outcome, ...] = default_to(
        (),
        "成效",
        "outcomes",
        "来源写到的成效，一项一条。",
        "The results that the source states, one claim each.",
    )
    mentions: tuple[Mention, ...] = default_to(
        (),
        "提及地区",
        "mentions",
        "只被提到、没有写做法的地区。",
        "Localities that are named without telling what they do.",
    )
    limitations: tuple[Text, ...] = default_to(
        (),
        "局限",
        "limitations",
        "来源没有写什么；一条也不写会有提醒。",
        "What the source leaves out; without any there is a warning.",
    )

    added: Edtf | None = default_to(
        None, "收录日期", "added", "哪一天收进来的。", "When it was added."
    )
    revised: tuple[Revision, ...] = default_to(
        (), "修订", "revised", "收录以后改过什么。", "What was changed since."
    )
    checked: tuple[Check, ...] = default_to(
        (), "核对", "checked", "谁哪一天核对过。", "By whom, and when."
    )
    made_by: MadeBy = default_to(
        MadeBy.HAND,
        "编法",
        "made by",
        "怎样编成的；不写就是人工。",
        "How it came about; by hand unless said.",
    )
    draft: bool = default_to(
        False, "草稿", "draft", "还没有编完的写 true。", "true while it is not finished."
    )

    def __repr__(self) -> str:
        return f"<Case {brief(self.id)}: {brief(self.title.zh)}>"
