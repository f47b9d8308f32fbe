"""Claims: what a source says, each with the evidence for it."""

from fractions import Fraction
from typing import NewType

from attrs import field, frozen

from cppcc_cases.model.basis import Basis
from cppcc_cases.model.edtf import Edtf
from cppcc_cases.model.labels import (
    ANCHOR,
    BASIS,
    EVIDENCE,
    LOCALITY,
    OF,
    QUALIFIER,
    RULE,
    SAID_BY,
    SESSION_NO,
    label,
)
from cppcc_cases.model.locality import LocalityCode
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.model.observation import UNDATED, Speaker, Stands, When
from cppcc_cases.model.qualifier import Qualifier
from cppcc_cases.text import EN_LIMITS, NO_ENGLISH, ZH_LIMITS, Lang, Text, default_to

ArticleId = NewType("ArticleId", str)
IndicatorId = NewType("IndicatorId", str)
UnitId = NewType("UnitId", str)

NO_UNIT = UnitId("unsaid")
"""Stands for the unit of a figure that names none, and whose indicator is not known here."""
Number = int | float
"""A figure as printed: whole numbers stay whole."""


@frozen(kw_only=True)
class Dating:
    """A date or period, who says so, and, where we derived it, by which rule."""

    date: Edtf = field(
        metadata=label("日期", "date", "EDTF 写法，加引号。", "In EDTF and in quotes.")
    )
    basis: Basis = field(
        metadata=label(
            "说法来源",
            "who says so",
            "谁说的；来源没有写明、由我们推出的写 derived。",
            "Who says so; derived if we inferred it.",
        )
    )
    rule: Text | None = field(default=None, metadata=RULE)

    def describe(self, lang: Lang) -> str:
        """Say the date as prose, marked where it was derived."""
        mark = "（推算）" if lang is Lang.ZH else " (derived)"
        return self.date.describe(lang) + mark * (self.basis is Basis.DERIVED)


@frozen(kw_only=True)
class Evidence:
    """Where a claim stands: an article, a paragraph, and the shortest words that prove it.

    ``paragraph`` counts from 1 at the article's opening (its headline, unless the article says
    otherwise) and is a hint. ``anchor`` is at most 24 characters and never a whole sentence.
    """

    article: ArticleId = field(
        metadata=label(
            "报道",
            "article",
            "报道编号；同一文件的报道不用写。",
            "The article's id; left out for the article of the same file.",
        )
    )
    paragraph: int = field(
        metadata=label(
            "段落",
            "paragraph",
            "第几段，从标题（或 opening）起数，只作提示。",
            "The paragraph, counted from the headline (or opening); a hint.",
            minimum=1,
        )
    )
    anchor: str = field(
        metadata=label(
            "依据词",
            "anchor",
            "依据词，最多24个字，不是整句。",
            "The anchor: at most 24 characters, never a whole sentence.",
            **ANCHOR,
        )
    )


@frozen(kw_only=True)
class Fact:
    """One thing that the source tells about a practice, in our own words."""

    zh: str = field(
        metadata=label(
            "中文",
            "Chinese",
            "用自己的话写的这件事，中文。",
            "The fact in one's own words, in Chinese.",
            **ZH_LIMITS,
        )
    )
    en: str = default_to(
        NO_ENGLISH,
        "英文",
        "English",
        "同一件事，英文；自己用的案例可以不写。",
        "The same in English; may be left out in a collection of one's own.",
        **EN_LIMITS,
    )
    open: bool = default_to(
        False,
        "未列全",
        "open",
        "来源的列举以“等”收尾的，最后一项写 true。",
        "true on the last entry of a list that the source leaves open.",
    )
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)

    @property
    def text(self) -> Text:
        """The fact in both languages; the last of a list that goes on says so."""
        told = Text(zh=self.zh, en=self.en).unended
        if not self.open:
            return told
        en = told.en if told.en == NO_ENGLISH else f"{told.en} and others"
        return Text(zh=f"{told.zh}等", en=en)

    def facts(self) -> tuple["Fact", ...]:
        """Return the fact itself: whatever has ``facts()`` can stand in a row of a digest."""
        return (self,)


@frozen(kw_only=True)
class Figure:
    """A count that belongs to a mechanism and is no indicator, such as the 49 tasks of a plan."""

    value: Number = field(
        metadata=label("数值", "value", "只写数。", "The number alone.", minimum=0)
    )
    counted: Text = field(
        metadata=label("所计事项", "what is counted", "数的是什么事物。", "What the number counts.")
    )
    qualifier: Qualifier = field(default=Qualifier.EXACT, metadata=QUALIFIER)
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)

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

    locality: LocalityCode = field(metadata=LOCALITY)
    zh: str = field(
        metadata=label(
            "中文",
            "Chinese",
            "来源里的名称，中文。",
            "The name that the source gives, in Chinese.",
            **ZH_LIMITS,
        )
    )
    en: str = default_to(
        NO_ENGLISH,
        "英文",
        "English",
        "同一名称，英文；自己用的案例可以不写。",
        "The same name in English; may be left out in a collection of one's own.",
        **EN_LIMITS,
    )
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)

    def facts(self) -> tuple[Fact, ...]:
        """Return the name as one fact."""
        return (Fact(zh=self.zh, en=self.en, evidence=self.evidence),)


@frozen(kw_only=True)
class Metric:
    """One figure that a source gives: an observation.

    ``indicator``, ``of``, ``when``, ``part`` and ``counting`` identify it, and no two figures of a
    case share them all; the rest qualifies it. ``value`` is in ``unit`` (one that the indicator
    allows; percentages run from 0 to 100). A rate carries ``numerator`` and ``denominator`` when
    the source gives them. A derived figure states its ``rule``. In a data module ``unit`` may be
    left out (it is the indicator's first), ``of`` where the case has one locality, and ``when``,
    ``session_no``, ``said_by`` and ``basis`` where the case gives them for all its figures.
    """

    indicator: IndicatorId = field(
        metadata=label(
            "指标",
            "indicator",
            "这个数量的是什么，写指标编号；没有编号的写 other。",
            "What the figure measures: the id of an indicator, or other.",
        )
    )
    value: Maybe[Number] = field(
        metadata=label(
            "数值",
            "value",
            "只写数，比率写0到100；要写明没有这个数，用 not_reported 或 not_applicable。",
            "The number alone, 0 to 100 for a rate; not_reported or not_applicable to say that "
            "there is none.",
            minimum=0,
        )
    )
    unit: UnitId = field(
        metadata=label(
            "单位",
            "unit",
            "单位编号，须是该指标允许的；不写就是该指标的第一个单位。",
            "The id of a unit that the indicator allows; its first one unless said.",
        )
    )
    qualifier: Qualifier = field(default=Qualifier.EXACT, metadata=QUALIFIER)
    of: str | None = field(default=None, metadata=OF)
    when: When = default_to(
        UNDATED,
        "时期",
        "when",
        "这个数是什么时候的，如 {session: 2025, to: 2025-01-12}、{year: 2023}、"
        "{as_of: 2024-12}；没有写年份的只写 session、year 或 unknown。",
        "The period or time of the figure, such as {session: 2025, to: 2025-01-12}, "
        "{year: 2023}, {as_of: 2024-12}; the bare word where no year is told.",
    )
    session_no: str | None = field(default=None, metadata=SESSION_NO)
    part: tuple[str, ...] = default_to(
        (),
        "范围",
        "part",
        "数的是哪一部分，如 [members]、[whole]；不写就是全部。专题写 topic:名称。",
        "The scope: which part was counted, as in [members], [whole]; the total unless said.",
    )
    counting: tuple[str, ...] = default_to(
        (),
        "口径",
        "counting",
        "怎样算的，来源写到的都列出，如 [satisfied, basically_satisfied]。",
        "How it was counted: whatever the source's words include.",
    )
    stands: Stands = default_to(
        Stands.REPORTED,
        "性质",
        "stands",
        "实绩、阶段数、初步数、计划数还是规定数；不写就是实绩。",
        "A result, interim, provisional, planned or required; a result unless said.",
    )
    numerator: Maybe[Number] = default_to(
        Missing.NOT_REPORTED,
        "分子",
        "numerator",
        "比率的分子；计数没有。",
        "What is counted above the line; for rates only.",
        minimum=0,
    )
    denominator: Maybe[Number] = default_to(
        Missing.NOT_REPORTED,
        "分母",
        "denominator",
        "比率的分母；计数没有。",
        "What is counted below the line; for rates only.",
        minimum=0,
    )
    as_printed: str | None = default_to(
        None,
        "原称",
        "as printed",
        "来源自己的叫法，与指标名称不同时写；指标是 other 的必写。",
        "The source's own word where it is not the label; needed where the indicator is other.",
        **ANCHOR,
    )
    conflict: Text | None = default_to(
        None,
        "矛盾",
        "conflict",
        "来源自己前后矛盾的，写明怎样矛盾；不矛盾不写。",
        "How the source contradicts itself, if it does.",
    )
    note: Text | None = default_to(
        None, "说明", "note", "要对读者说的话。", "What a reader should know beside it."
    )
    said_by: Speaker | None = field(default=None, metadata=SAID_BY)
    basis: Basis = field(default=Basis.NEWSPAPER, metadata=BASIS)
    rule: Text | None = field(default=None, metadata=RULE)
    evidence: tuple[Evidence, ...] = default_to(
        (),
        "依据",
        "evidence",
        "证明这个数的依据；有数值就必须有。",
        "What proves the figure; needed wherever there is a number.",
    )

    @property
    def exact_rate(self) -> Fraction | None:
        """What the two parts of a rate make in per cent, as far as both are told."""
        above, below = self.numerator, self.denominator
        if isinstance(above, Missing) or isinstance(below, Missing) or not below:
            return None
        return 100 * Fraction(str(above)) / Fraction(str(below))

    @property
    def parts_disagree(self) -> bool:
        """Whether a rate is off what its parts make by more than half its last printed digit."""
        exact = self.exact_rate
        if exact is None or isinstance(self.value, Missing):
            return False
        last = Fraction(1, 10 ** len(str(self.value).partition(".")[2]))
        return 2 * abs(exact - Fraction(str(self.value))) > last
