"""Entries of controlled vocabularies: what a plugin adds, and what the library ships, alike."""

from attrs import field, frozen

from cppcc_cases.model.claims import IndicatorId, UnitId
from cppcc_cases.model.labels import WORD_ID, WORD_LABEL
from cppcc_cases.model.labels import label as named
from cppcc_cases.model.observation import Nature
from cppcc_cases.text import Text, WordEnum, default_to, word


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
    replaced_by: str | None = default_to(
        None,
        "替代者",
        "replaced by",
        "停用的词由哪个词替代。",
        "The term that takes the place of a retired one.",
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
    definition: Text | None = default_to(
        None, "定义", "definition", "这个单位用来数什么。", "What the unit counts."
    )
    singular: str = default_to(
        "", "单数", "singular", "英文单数；同复数的不写。", "The English of one."
    )
    words: tuple[str, ...] = default_to(
        (),
        "量词",
        "measure words",
        "依据词里哪些量词就是这个单位；不写就是中文名称。",
        "The measure words of sources that mean it; its Chinese label unless said.",
    )
    family: str = default_to(
        "",
        "同类",
        "family",
        "同一类的单位可以直接比，如 count；不写就自成一类。",
        "Units of one family compare as they are; its own unless said.",
    )
    made_of: UnitId | None = default_to(
        None, "组成单位", "made of", "由哪个较小的单位组成。", "The smaller unit it is made of."
    )
    times: int = default_to(1, "倍数", "times", "合多少个小单位。", "How many of those make one.")

    @property
    def base(self) -> str:
        """The unit in which figures are compared: the smaller one that it is made of, or itself."""
        return self.made_of or self.id


class Counted(WordEnum):
    """Who settles what counts as one."""

    SETTLED = word(
        "settled", "全国统一", "settled", "全国有统一规定，同名就是同数。", "By national rules."
    )
    OPEN = word(
        "open",
        "有几种口径",
        "open",
        "同一名称有几种口径，要写明 needs 所列的几项。",
        "There are variants; what is listed under needs must be said.",
    )
    OWN = word("own", "各地自定", "own", "各地自己定。", "Each place for itself.")


class Covers(WordEnum):
    """Whose doings an indicator counts."""

    COMMITTEE = word(
        "committee", "政协本级", "the committee", "数的是政协自己的事。", "The committee's own."
    )
    AREA = word("area", "一个地域", "an area", "数的是地域里的事物。", "Things in an area.")


@frozen(kw_only=True)
class Indicator:
    """What a figure measures, and all that is known of how it may be compared.

    ``units`` are the units in which a metric of it may be given, the usual one first. A rate runs
    from 0 to 100 percent; ``numerator`` and ``denominator`` name the counts it is made of, and
    ``made_of`` their ids where both are indicators. One that says nothing of its ``rule`` is
    counted by each place's own, and never compared without a caution.
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
    nature: Nature = default_to(
        Nature.FLOW, "时间性质", "nature", "时期数、时点数还是比率。", "Flow, state or rate."
    )
    rule: Counted = default_to(
        Counted.OWN, "认定主体", "rule", "怎样算一个，由谁定。", "Who settles what counts."
    )
    covers: Covers = default_to(
        Covers.AREA, "所数", "covers", "政协本级的事，还是地域里的事物。", "Whose doings."
    )
    parts: tuple[str, ...] = default_to(
        (),
        "可分范围",
        "parts",
        "可按哪些方面分，如 author；覆盖范围和专题都可以用。",
        "The dimensions of parts that it allows; coverage and topics always are.",
    )
    counting: tuple[str, ...] = default_to(
        (), "可分口径", "counting", "可写明哪些口径。", "The dimensions of counting that it allows."
    )
    needs: tuple[str, ...] = default_to(
        (), "须写明", "needs", "不写明就不能说可比的口径。", "What must be said to be compared."
    )
    cumulative: bool = default_to(
        False,
        "随时间增大",
        "cumulative",
        "比率随时间只增不减，如“至少一次”。",
        "Whether the rate can only grow with time, as one of “at least once”.",
    )
    divisors: tuple[str, ...] = default_to(
        (),
        "可除以",
        "divisors",
        "可除以什么：residents 常住人口，divisions 乡级区划。",
        "By what it may be divided: residents, divisions.",
    )
    share: bool = default_to(
        False,
        "占比",
        "share",
        "每个乡级区划至多一个，商就是占比。",
        "Whether there is at most one in each division, so that the quotient is a share.",
    )
    made_of: tuple[IndicatorId, ...] = default_to(
        (),
        "分子和分母指标",
        "made of",
        "比率由哪两个指标相除而得，分子在前。",
        "The indicators above and below the line of a rate.",
    )
    numerator: Text | None = default_to(
        None, "分子", "numerator", "比率的分子是什么。", "What stands above the line of a rate."
    )
    denominator: Text | None = default_to(
        None, "分母", "denominator", "比率的分母是什么。", "What stands below the line of a rate."
    )
    replaced_by: IndicatorId | None = default_to(
        None,
        "替代者",
        "replaced by",
        "停用的指标由哪个指标替代。",
        "The indicator that takes the place of a retired one.",
    )

    @property
    def is_rate(self) -> bool:
        """Whether this is a percentage."""
        return self.nature is Nature.RATE or self.units == ("percent",)


@frozen(kw_only=True)
class Vocabulary:
    """What one entry point of the group ``cppcc_cases.vocabulary`` adds."""

    indicators: tuple[Indicator, ...] = default_to(
        (), "指标", "indicators", "增加的指标。", "The indicators that are added."
    )
    topics: tuple[Term, ...] = default_to(
        (), "主题", "topics", "增加的主题。", "The topics that are added."
    )
    units: tuple[Unit, ...] = default_to(
        (), "单位", "units", "增加的单位。", "The units that are added."
    )
