"""The words of the site that no other form of output uses, in both languages."""

from cppcc_cases.report.words import WORDS, Words, table
from cppcc_cases.text import Text

SITE_WORDS: dict[str, Text] = table(
    """
    skip | 跳到正文 | Skip to the text
    site_nav | 全站导航 | Site
    nav_compare | 对比 | Compare
    nav_overview | 总览 | Overview
    nav_about | 关于 | About
    other_language | English | 中文
    made_with | 生成： | Made with
    data_licence | 数据许可 | data under
    source | 来源 | source
    comma | 、 | ,
    value | 数值 | Value
    time | 时间 | Time
    anchor | 依据词 | Anchor
    permalink | 固定链接 | Link to
    timeline | 时间线 | Timeline
    near | 相近的案例 | Cases like it
    article_page | 这篇报道 | The article
    how_to_cite | 怎样引用 | How to cite
    citation | {title}（{id}）。cppcc-cases {version}。据{articles}整理。 | {title} ({id}). cppcc-cases {version}. After {articles}.
    other_count | 另一口径 | by another count
    narrow | 筛选案例 | Narrow the list
    any | 不限 | any
    clear | 清除条件 | Clear
    cases_shown | 显示{}/{}个案例 | {} of {} cases shown
    pages | 分页 | Pages
    page_before | 上一页 | Previous
    page_after | 下一页 | Next
    begin | 从这里开始 | Begin here
    count_cases | 个案例 | cases
    count_places | 个地区 | localities
    count_articles | 篇报道 | articles
    about_cases | 逐个看案例：做法、流程、数字、成效和依据 | Each case: how it works, its stages, figures and outcomes, with their evidence
    about_compare | 选2至4个地区，并列对比 | Put two to four localities side by side
    about_overview | 各省案例数，各地写到的流程阶段 | Cases by province, and stages told of by locality
    search | 搜索 | Search
    search_hint | 案例、地区、依据词、拼音、区划代码 | cases, places, anchors, pinyin, codes
    search_one | 1项结果 | 1 result
    search_count | {}项结果 | {} results
    search_some | {}项结果，列出前{}项 | {} results, the first {} listed
    search_none | 没有找到。可以换个说法，或用地名、拼音、区划代码 | Nothing found. Try another word, a place, its pinyin or its code
    search_failed | 索引没有载入，请再试一次 | The index did not load; please try again
    case | 案例 | Case
    article | 报道 | Article
    page_no | 第{}页 | page {}
    one_case | 1个案例 | 1 case
    n_case | {}个案例 | {} cases
    one_locality | 1个地区 | 1 locality
    n_locality | {}个地区 | {} localities
    one_article | 1篇报道 | 1 article
    n_article | {}篇报道 | {} articles
    one_anchor | 1处依据词 | 1 anchor
    n_anchor | {}处依据词 | {} anchors
    count_case | 个案例 | case
    count_place | 个地区 | locality
    count_article | 篇报道 | article
    below | 下辖地区 | Localities in it
    former_names | 曾用名 | Former names
    former_until | 至{}年 | until {}
    counted_by | 出处 | Source
    compare_with | 与其他地区对比 | Compare with other localities
    merged | 几个案例合在一起，取最强的状态。 | Of several cases the strongest state is shown.
    mentioned | 别处提到 | Mentioned elsewhere
    place_none | 本库还没有写这个地区做法的案例。 | No case yet tells what this locality does.
    same_province | 同省的案例 | Cases in the same province
    all_kinds | 全部机制类别 | All kinds of mechanism
    all_articles | 全部报道 | All articles
    kind_fields | 这一类记录什么 | What is recorded of this kind
    kind_stages | 能写的阶段 | Stages it can describe
    kind_none | 还没有这一类的案例。 | No case of this kind yet.
    all_stages | 全部 | all of them
    none | 无 | none
    stages_told | 案例写到哪些阶段 | Stages that the cases tell of
    articles | 报道 | Articles
    article_cases | 取自这篇报道的案例 | Cases taken from it
    article_none | 没有取自这篇报道的案例。 | No case is taken from it.
    paragraphs | 各段的依据词 | Anchors by paragraph
    paragraph | 段落 | Paragraph
    paragraph_no | 第{}段 | Paragraph {}
    anchors | 依据词 | Anchors
    damage | 印面瑕疵 | Flaws of the print
    opening | 段落起点 | Paragraphs count from
    provinces | 省级地区 | Provinces
    by_stage | 流程阶段 | Stages
    by_kind | 机制类别 | Kinds
    by_indicator | 数字 | Figures
    views | 总览的几种表 | Tables of the overview
    on_this_page | 本页内容 | On this page
    all_cases_stages | 全部案例写到的阶段 | Stages told of in all cases
    stage_states | 阶段状态 | States of a stage
    outcome_kinds | 成效类型 | Kinds of outcome
    outcome_statuses | 成效进展 | Statuses of outcomes
    bases | 说法来源 | Who says so
    qualifiers | 数的限定 | Qualifiers
    levels | 行政层级 | Levels
    missing_values | 两种“没有” | Ways of being absent
    rate_parts | 分子 ÷ 分母 | Numerator ÷ denominator
    effect_counts | 对总数 | for counts
    effect_rates | 对比率 | for rates
    effect_note | 只作说明 | a note only
    effect_care | 须谨慎比较 | compare with care
    effect_bar | 不可比 | not comparable
    reckoned | 可以计算 | may be reckoned with
    not_reckoned | 不计算 | not reckoned with
    replaced_by | 停用，改用 | Retired; use
    not_installed | 定义它的软件包没有安装。 | The package that defines it is not installed.
    cases_using | 用到的案例 | Cases using it
    about_vocabulary | 数据文件和页面用的词，各是什么意思 | The words of cases and pages
    about_kinds | 各种协商机制，各有哪些案例 | The kinds of mechanism and their cases
    about_articles | 案例取自哪些报道 | The articles that the cases are taken from
    about_about | 案例库是什么，怎样做的，怎样引用 | What this is, how it is made, how to cite it
    more_cases | 再显示{}个 | Show {} more
    cards_failed | 全部案例没有载入，请再试一次 | The cases did not load; please try again
    feed_subtitle | 新增和修改的案例 | New and changed cases
    this_language | 中文 | English
    beside_add | 加一个地区 | Add a locality
    beside_add_named | 加入对比：{} | Add to the comparison: {}
    beside_all | 有案例的地区 | Localities with cases
    beside_articles | {}篇报道 | {} articles
    beside_article | {}篇报道 | {} article
    beside_case | {}个案例 | {} case
    beside_cases | {}个案例 | {} cases
    beside_chosen | 已选的地区 | Localities chosen
    beside_clear | 全部去掉 | Remove all
    beside_copied | 链接已复制。 | The link was copied.
    beside_copy | 复制链接 | Copy the link
    beside_copy_failed | 没能复制，请从地址栏复制。 | The link could not be copied; copy it from the address bar.
    beside_differs | 各方不同 | differs
    beside_evidence | 依据 | evidence
    beside_evidence_of | 依据：{} | evidence for {}
    beside_failed | 没能读取{}的数据，请重新打开本页。 | The data of {} could not be read; please open the page again.
    beside_full | 最多对比{most}个地区，{name}没有加入。 | At most {most} localities can be compared; {name} was not added.
    beside_hint | 名称、拼音或代码 | name, pinyin or code
    beside_matches | 找到{}个地区 | Localities found: {}
    beside_more | 其余{}个地区见 | The other {} localities are in the
    beside_no_match | 没有这样的地区 | No such locality
    beside_no_script | 并列对比要用脚本。没有脚本，可以在下表看各地写到的阶段，再看各地的案例。 | Comparing side by side needs a script. Without one, see the stages told of by locality below, and the cases of each.
    beside_one_more | 已选1个，再选一个就能对比。 | One is chosen; choose another to compare.
    beside_only | 只看不同的行 | Only rows that differ
    beside_open | 案例详情 | Open the case
    beside_print | 打印 | Print
    beside_ready | 已列出对比：{} | Compared: {}
    beside_remove | 去掉{} | Remove {}
    beside_same | 这里各方没有不同。 | Nothing differs here.
    beside_twice | {}已经在对比里了。 | {} is already being compared.
    beside_unknown | 案例库里没有区划代码为“{}”的地区。 | No locality with cases has the division code “{}”.
    """
)


class SiteWords(Words):
    """The catalogue in one language, with the words of the site."""

    def __getitem__(self, key: str) -> str:
        """Return a word of the site, else one that all forms share."""
        return (SITE_WORDS.get(key) or WORDS[key]).in_(self.lang)
