"""Every word that the forms of output use, in both languages: the one catalogue."""

from collections.abc import Iterable

from cppcc_cases.facets import FACETS
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.text import Lang, Text, nested, titled


def table(lines: str) -> dict[str, Text]:
    """Return words by their keys, from lines of ``key | 中文 | English``."""
    rows = (line.split("|") for line in lines.strip().splitlines())
    return {key.strip(): Text(zh=zh.strip(), en=en.strip()) for key, zh, en in rows}


_FACETS = {facet.id: facet.name for facet in FACETS.values()}
WORDS = _FACETS | table(
    """
    compared | {}：协商实践对比 | {}: consultation compared
    overview | 概况 | Overview
    practice | 主要做法 | How they do it
    coverage | 流程覆盖 | Stages covered
    figures | 数据成效 | Figures
    outcomes | 成效 | Outcomes
    residents | 常住人口 | Residents
    divisions | 乡级区划 | Township-level divisions
    comparability | 可比性 | Comparability
    share_divisions | 占乡级区划 | share of township-level divisions
    contrast | 异同 | Alike and different
    alike | 相同 | Alike
    differ | 不同 | Different
    times | 倍数 | multiple of the smaller
    times_of | {}倍 | ×{}
    rank | 位次（从大到小） | rank, from the largest
    rank_of | 第{}位 | no. {}
    denominators | 除出来的数由本库计算；按别的机关的数 | Quotients are worked out; by other counts
    by_other_count | 另一口径{}：{} | by another count, {}: {}
    verdicts | 可比性结论 | Verdicts on comparability
    reasons | 可比性缘由 | Reasons of a verdict
    similar | 与{}相近的案例 | Cases like {}
    likeness | 相似度 | Likeness
    shared | 共有 | In common
    nothing_shared | 没有一个案例与它有共同之处 | No other case has anything in common with it
    count | 案例数 | Cases
    kind_there | 有这一类案例 | a case of this kind
    matrix_stage | 各地写到的流程阶段 | Stages told of, by locality
    matrix_kind | 各地的机制类别 | Kinds of mechanism, by locality
    matrix_indicator | 各地的数字 | Figures, by locality
    caveats | 注意事项 | Bear in mind
    limitations | 局限 | Limitations
    sources | 来源 | Sources
    mentions | 相关线索 | Leads
    above | 上级 | In
    former | 曾用名（代码、用到哪年） | Former names (code, last year)
    path | 路径 | Path
    code | 区划代码 | Division code
    cases | 案例 | Cases
    committees | 政协组织 | Committees
    mechanism | 机制 | Mechanism
    summary | 摘要 | Summary
    counted_by | 怎样数 | How it is counted
    must_say | 须写明 | must be said
    counting | 口径 | Counting
    to_day | 截至{} | to {}
    year_unsaid | 年份未写明 | year not stated
    time_unsaid | 时期不明 | time not known
    year_bare | 年度，年份未写明 | a year that is not stated
    session_no | {}会议 | session {}
    session_of | {}会期 | session of {}
    session_bare | 会期 | a session
    since_no | {}会议以来 | since session {}
    since_of | {}会议以来 | since the session of {}
    since_bare | 次会议以来 | since a session
    term_of | {}这一届 | the term {}
    total_to | 累计至{} | total to {}
    event | 单次 | one occasion
    as_printed | 原称{} | printed as {}
    all_of_it | 全部 | all
    unsaid | 未写明 | not stated
    is | {}为{} | {}: {}
    who_so | {} | {}
    who_unsaid | {}未写明 | not stated by {}
    share_of_all | {}占全部的份额 | {}, share of all
    only_in | 仅{}有数字 | reported by {} only
    only_note | 只有一个地区有数字的，不作比较 | Figures of one place only are not compared
    corrected_to | 已更正为{} | corrected to {}
    other_windows | 另有{}个时段 | other times: {}
    otherwise | 另有不同口径 | counted otherwise as well
    above_has | 上级另有 | Of a higher level
    apart | {}不在比较之内 | {} is left out
    as_before | 同{}（共同数据） | as {} (a joint figure)
    joint_figure | 几地共同 | of all together
    trend | {}：历年{} | {}: {} over the years
    change | 比上次 | Change
    from_to | {}比{}{} | {1} to {0}: {2}
    more | 多{} | {} more
    fewer | 少{} | {} fewer
    points_up | 升{}个百分点 | up {} points
    points_down | 降{}个百分点 | down {} points
    no_change | 持平（在四舍五入之内） | unchanged within rounding
    same_number | 相同 | the same
    by_group | 各地{}，分组看 | {}, in groups of places
    core | 这{}个{} | these {}: {}
    no_core | 这一组里没有可比的 | nothing in this group may be compared
    no_group | 没有两个数能放在一起看 | No two figures can be looked at together
    alone | 没有同组的 | Figures without a group
    agreement | 两份编码的一致程度 | How far two codings agree
    units_coded | 两边都编了 | Coded by both
    coded_alike | 其中一致 | Of these alike
    alpha | α | alpha
    coded_apart | 不一致的 | Coded differently
    coded_once | 只有一边编了的数 | Figures of one side only
    left_out | 未编 | left out
    covered | 案例库的覆盖面 | What the collection covers
    provinces | 省级地区 | Provinces
    cohorts | 同级同一年会期的地区（3个以上） | Places of one level and session year (three or more)
    years | 各年的数 | Figures by year
    figures_told | 数 | Figures
    places_told | 地区 | Places
    pairs_comparable | 可比的地区对 | Comparable pairs of places
    more_not_listed | 还有{}个没有列出，全部列出 | {} more; to list all
    broken | 不计增减 | no change reckoned
    time | 时期 | Time
    figure | 数值 | Figure
    cited_only | 转引 | quoted second-hand
    single_source | 单一来源 | single source
    rounded | 约 | about
    as_of | 时点为{} | as of {}
    as_of_between | 时点在{}之间 | as of some time within {}
    as_of_bare | 时点：{} | date: {}
    over | 时段为{} | over {}
    over_bare | 时段：{} | period: {}
    topics | 主题 | Topics
    evidence | 依据 | Evidence
    published | 刊发日期 | Published
    publisher | 报纸名 | Newspaper
    byline | 署名 | Byline
    column | 栏目 | Column
    id | 编号 | Id
    name | 名称 | Name
    definition | 定义 | Definition
    unit | 单位 | Unit
    note | 说明 | Note
    no_case | 无案例 | no case
    no_figure | 各方都没有数字 | No figure on either side
    not_printed | 版面未印 | not printed
    derivations | 推算依据 | How it was derived
    none_found | 没有符合条件的案例 | No case matches
    provided_for | 另有{}个有规定或在探索 | {} more provide for it
    lifted | 与原文雷同的文字 | In the words of the source
    own_account | 自述 | own account
    derived | 推算 | derived
    missing | 找不到的依据词 | Missing
    moved | 段落不符的依据词 | In another paragraph
    repeated | 出现多次的依据词 | More than once
    stages | 阶段 | Stages
    indicators | 指标 | Indicators
    kinds | 机制类别 | Kinds of mechanism
    vocabulary | 词汇 | Vocabulary
    collections | 案例集 | Collections
    forms | 格式 | Forms
    group | 类型 | Group
    package | 软件包 | Package
    version | 版本 | Version
    usable | 可用 | in order
    codebook | 编码手册 | Codebook
    classes | 数据文件里的类 | Classes in data files
    parts | 机制字段里的小类 | Classes in the fields of kinds
    others | 程序里的其他类 | Other classes of the library
    vocabularies | 词汇 | Vocabularies
    codes | 检查项 | Checks
    field | 字段 | Field
    required | 必填 | Required
    holds | 取值 | Holds
    yes | 是 | yes
    no | – | –
    severity | 轻重 | Severity
    error | 错误 | error
    warning | 提醒 | warning
    mark | 标记 | Mark
    units | 单位 | Units
    asks | 要求 | What it asks for
    bars | 条形 | Bars
    bar_of_hundred | {}（刻度0–100%） | {} on a scale of 0–100%
    bar_of_largest | 本行最大数的{} | {} of the largest figure in the row
    full_at_hundred | 比率和占比以100%为满格 | full at 100% for rates and shares
    full_at_largest | 其他数以本行最大的为满格 | full at the largest of the row for other figures
    """
)


def indicator_name(registry: Registry, id_: str) -> Text:
    """Return the name of an indicator, or its id where it is unknown."""
    known = registry.indicators.get(id_)
    return known.label if known else Text(zh=id_, en=id_)


class Words:
    """The catalogue in one language, and the names of vocabulary entries."""

    def __init__(self, lang: Lang, registry: Registry | None = None) -> None:
        self.lang = lang
        self.registry = registry or Registry(entries=())

    def __getitem__(self, key: str) -> str:
        return WORDS[key].in_(self.lang)

    def of(self, text: Text) -> str:
        """Return a text in this language."""
        return text.in_(self.lang)

    def indicator(self, id_: str) -> str:
        """Return the name of an indicator, or its id where it is unknown."""
        return self.of(indicator_name(self.registry, id_))

    def topic(self, id_: str) -> str:
        """Return the name of a topic, or its id where it is unknown."""
        known = self.registry.topics.get(id_)
        return self.of(known.label) if known else id_

    def unit(self, id_: str) -> str:
        """Return the name of a unit, or its id where it is unknown."""
        known = self.registry.units.get(id_)
        return self.of(known.label) if known else id_

    def join(self, parts: Iterable[str], *, clauses: bool = False) -> str:
        """Return parts as an enumeration, of words or of clauses that have commas of their own."""
        if self.lang is Lang.ZH:
            return ("；" if clauses else "、").join(parts)
        return ("; " if clauses else ", ").join(parts)

    def year(self, year: int) -> str:
        """Return a year, or that it is not stated."""
        if not year:
            return self["year_unsaid"]
        return f"{year}年" if self.lang is Lang.ZH else str(year)

    def phrases(self, parts: Iterable[str]) -> str:
        """Return parts of one thought with commas between them."""
        return ("，" if self.lang is Lang.ZH else ", ").join(parts)

    def colon(self, name: str, value: str) -> str:
        """Return a name and its value."""
        return f"{name}：{value}" if self.lang is Lang.ZH else f"{name}: {value}"

    def beside(self, name: str, number: str) -> str:
        """Return a name with the number that it stands for behind it."""
        return f"{name}{number}" if self.lang is Lang.ZH else f"{name} {number}"

    def brackets(self, text: str) -> str:
        """Return an addition in brackets."""
        return f"（{text}）" if self.lang is Lang.ZH else f" ({text})"

    def title(self, text: str) -> str:
        """Return the title of an article."""
        return titled(text, self.lang)

    def quoted(self, text: str) -> str:
        """Return words of another in quotation marks."""
        return f"“{nested(text)}”"
