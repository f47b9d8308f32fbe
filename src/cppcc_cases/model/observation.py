"""What identifies a figure beside its indicator: when it holds, and what it stands for."""

from attrs import field, frozen

from cppcc_cases.model.edtf import Edtf
from cppcc_cases.model.labels import RULE, label
from cppcc_cases.text import Text, WordEnum, default_to, word


class Nature(WordEnum):
    """How an indicator depends on time."""

    FLOW = word(
        "flow",
        "时期数",
        "flow",
        "一段时间里累计的数，时间长，数就大。",
        "Adds up over time: the longer the time, the larger the figure.",
    )
    STATE = word(
        "state",
        "时点数",
        "state",
        "某一天有多少，不能累加。",
        "How many there are on a day; does not add up.",
    )
    RATE = word("rate", "比率", "rate", "百分数，写0到100。", "A percentage, from 0 to 100.")


class WindowKind(WordEnum):
    """Over what sort of time a figure was counted."""

    SESSION = word("session", "会期", "session", "全体会议期间。", "While the plenary session sat.")
    SINCE_SESSION = word(
        "since_session",
        "次会议以来",
        "since a session",
        "自一次全体会议以来，如“十三届三次会议以来”；“2019年以来”不是会议以来，写 span。",
        "Since a plenary session; “since 2019” is none, but a span.",
    )
    YEAR = word("year", "年度", "year", "一个日历年。", "A calendar year.")
    TERM = word(
        "term", "届", "term", "一届，写起止年，如 2017/2022。", "A term: its first and last year."
    )
    SPAN = word(
        "span", "时段", "span", "别的一段时间，写起止。", "Another stretch of time, with both ends."
    )
    TOTAL = word(
        "total", "累计", "running total", "开始以来累计到某一天。", "From the start until a day."
    )
    AS_OF = word(
        "as_of", "时点", "as of", "某一天或某一段时间里的状态。", "As things stood on a day."
    )
    EVENT = word("event", "单次", "one occasion", "一次活动或项目。", "A single event.")
    UNKNOWN = word(
        "unknown",
        "时期不明",
        "time not known",
        "没有写，或读到的部分里没有。",
        "Not said, or not in the part read.",
    )


YEARLY = (WindowKind.SESSION, WindowKind.SINCE_SESSION, WindowKind.YEAR)
"""The kinds that are dated by a year."""
MAY_BE_BARE = (*YEARLY, WindowKind.EVENT, WindowKind.UNKNOWN)
"""The kinds that may stand without a date, as where the source does not print the year."""


@frozen(kw_only=True)
class When:
    """When a figure holds: ``{session: 2025, to: 2025-01-12}``, ``{as_of: 2024-12}``, ``unknown``.

    ``date`` is the year of a session or a calendar year, the first and last year of a term, both
    ends of a span, the last day of a running total, the day of a state, the time of an occasion.
    ``to`` is the day until which a session, or the time since one, was counted. A ``rule`` says how
    the time was derived where the source does not give it.
    """

    kind: WindowKind = default_to(
        WindowKind.UNKNOWN, "时期类型", "kind", "是哪一种时期。", "What sort of time it is."
    )
    date: Edtf | None = default_to(
        None, "时间", "date", "年份、起止或日期。", "A year, both ends, or a day."
    )
    to: Edtf | None = default_to(
        None, "截至", "to", "统计到哪一天。", "The day until which it was counted."
    )
    rule: Text | None = field(default=None, metadata=RULE)

    @property
    def year(self) -> int | None:
        """The year of the last day, or None where no year is told."""
        last = self.date.upper if self.date else None
        return last.year if last else None


UNDATED = When()
"""The time of a figure whose source says nothing of it."""


class Stands(WordEnum):
    """Whether a figure is a result, and how final it is."""

    REPORTED = word(
        "reported", "实绩", "reported", "报出的实绩；可以不写。", "A result; may be left out."
    )
    INTERIM = word(
        "interim",
        "阶段数",
        "interim",
        "会期未完时的数：已收到、目前。",
        "Counted before the session closed: “so far”.",
    )
    PROVISIONAL = word(
        "provisional",
        "初步数",
        "provisional",
        "预立案、建议立案、初审。",
        "Not yet final: 预立案, 建议立案, 初审.",
    )
    PLANNED = word(
        "planned", "计划数", "planned", "计划、目标、拟、力争。", "A plan or target: 拟, 力争."
    )
    REQUIRED = word(
        "required", "规定数", "required", "规定要做到的：每年不少于。", "What a rule asks for."
    )


@frozen(kw_only=True)
class Speaker:
    """Who says so: an office-holder who speaks in office. Nobody else is named."""

    name: Text = field(metadata=label("姓名", "name", "说话人是谁。", "Who speaks."))
    post: Text = field(metadata=label("职务", "post", "以什么职务说的。", "In which office."))


JOINT = "joint"
"""Stands for all localities of a case together, where a figure is no one's own."""
