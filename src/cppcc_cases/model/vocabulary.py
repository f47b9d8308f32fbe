"""Entries of controlled vocabularies: what a plugin adds, and what the library ships, alike."""

from attrs import field, frozen

from cppcc_cases.model.claims import IndicatorId, UnitId
from cppcc_cases.model.labels import WORD_ID, WORD_LABEL
from cppcc_cases.model.labels import label as named
from cppcc_cases.text import Text


@frozen(kw_only=True)
class Term:
    """A word of a controlled vocabulary: its id, its name and its definition.

    A retired term names the one that replaces it.
    """

    id: str = field(metadata=WORD_ID)
    label: Text = field(metadata=WORD_LABEL)
    definition: Text = field(
        metadata=named(
            "定义",
            "definition",
            "这个词指什么、不指什么。",
            "What the word stands for, and what not.",
        )
    )
    replaced_by: str | None = field(
        default=None,
        metadata=named(
            "替代者",
            "replaced by",
            "停用的词由哪个词替代。",
            "The term that takes the place of a retired one.",
        ),
    )


@frozen(kw_only=True)
class Unit:
    """A unit. Chinese counts in measure words; where English needs none, ``label.en`` is empty."""

    id: UnitId = field(metadata=WORD_ID)
    label: Text = field(
        metadata=named(
            "名称",
            "label",
            "中文量词和英文名；英文不需要时留空。",
            "The Chinese measure word and the English name, empty where English needs none.",
        )
    )
    definition: Text | None = field(
        default=None,
        metadata=named("定义", "definition", "这个单位用来数什么。", "What the unit counts."),
    )


@frozen(kw_only=True)
class Indicator:
    """What a figure measures.

    ``units`` are the units in which a metric of it may be given, the usual one first. A rate runs
    from 0 to 100 percent; ``numerator`` and ``denominator`` name the counts it is made of. A
    retired indicator names the one that replaces it.
    """

    id: IndicatorId = field(metadata=WORD_ID)
    label: Text = field(metadata=WORD_LABEL)
    definition: Text = field(
        metadata=named("定义", "definition", "数的是什么、怎样数。", "What is counted, and how.")
    )
    units: tuple[UnitId, ...] = field(
        metadata=named(
            "单位", "units", "允许的单位，常用的在前。", "The units allowed, the usual one first."
        )
    )
    numerator: Text | None = field(
        default=None,
        metadata=named(
            "分子", "numerator", "比率的分子是什么。", "What stands above the line of a rate."
        ),
    )
    denominator: Text | None = field(
        default=None,
        metadata=named(
            "分母", "denominator", "比率的分母是什么。", "What stands below the line of a rate."
        ),
    )
    replaced_by: IndicatorId | None = field(
        default=None,
        metadata=named(
            "替代者",
            "replaced by",
            "停用的指标由哪个指标替代。",
            "The indicator that takes the place of a retired one.",
        ),
    )

    @property
    def is_rate(self) -> bool:
        """Whether this is a percentage."""
        return self.units == ("percent",)


@frozen(kw_only=True)
class Vocabulary:
    """What one entry point of the group ``cppcc_cases.vocabulary`` adds."""

    indicators: tuple[Indicator, ...] = field(
        default=(),
        metadata=named("指标", "indicators", "增加的指标。", "The indicators that are added."),
    )
    topics: tuple[Term, ...] = field(
        default=(), metadata=named("主题", "topics", "增加的主题。", "The topics that are added.")
    )
    units: tuple[Unit, ...] = field(
        default=(), metadata=named("单位", "units", "增加的单位。", "The units that are added.")
    )
