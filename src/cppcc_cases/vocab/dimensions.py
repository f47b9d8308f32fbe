"""The words of the dimensions that tell apart figures of one indicator: its parts, its counting."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from cppcc_cases.text import Text


@frozen(kw_only=True)
class Token:
    """One word of a dimension."""

    id: str
    dimension: str
    label: Text


def _table(lines: str) -> dict[str, Token]:
    rows = ([cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines())
    return {
        id_: Token(id=id_, dimension=dimension, label=Text(zh=zh, en=en))
        for dimension, id_, zh, en in rows
    }


COVERAGE = "coverage"
"""The dimension of parts that says how much of a place a figure takes in."""
TOPIC = "topic:"
"""What a part in free words begins with, such as ``topic:教育类``."""
UNSAID = "authors_unsaid"
"""The word for members' proposals of which it is not said whether bodies' are among them."""

PARTS = _table(
    """
    author | members | 委员提案 | members' proposals
    author | individual | 委员个人提案 | one member's proposals
    author | joint_authors | 委员联名提案 | proposals by several members
    author | collective | 集体提案 | proposals by bodies
    author | party | 党派团体提案 | proposals by parties and people's organisations
    author | sector | 界别提案 | proposals by sectors
    author | committee_bodies | 专门委员会提案 | proposals by special committees
    author | authors_unsaid | 委员提案（含不含集体未说明） | members' proposals, perhaps bodies' too
    body | national_members | 住本地全国政协委员 | local members of the national committee
    body | province_members | 住本地省级政协委员 | local members of the provincial committee
    subject | economy | 经济建设 | economy
    subject | politics | 政治建设 | politics
    subject | culture | 文化建设 | culture
    subject | social | 社会建设 | society
    subject | ecology | 生态文明建设 | ecology
    scheme | five_fold | 按“五位一体”分类 | by the five-sphere scheme
    scheme | own_scheme | 按本地分类 | by a scheme of its own
    class | class_a | A类 | class A
    class | class_b | B类 | class B
    class | class_c | C类 | class C
    handler | government | 政府系统承办 | handled by government
    handler | local_handler | 本地承办 | handled locally
    timing | in_session | 会议期间提出 | made in session
    timing | between_sessions | 闭会期间提出 | made between sessions
    disposal | to_suggestion | 转为意见建议 | passed on as suggestions
    disposal | to_letter | 转为来信 | passed on as letters
    disposal | to_opinion | 转为社情民意 | passed on as opinion reports
    disposal | withdrawn | 撤回 | withdrawn
    disposal | returned | 退回 | returned
    recipient | national | 全国政协 | the national committee
    recipient | province_level | 省级 | province level
    recipient | city_level | 市级 | city level
    recipient | county_level | 县级 | county level
    recipient | main_leaders | 主要领导 | main leaders
    recipient | and_above | 及以上 | and above
    tier | province_tier | 省一级 | provinces
    tier | city_tier | 市一级 | cities
    tier | county_tier | 县一级 | counties
    tier | township_tier | 乡镇街道一级 | townships and sub-districts
    tier | village_tier | 村社区一级 | villages and communities
    selection | selected | 评出的 | chosen ones
    selection | first | 首批 | first batch
    selection | newly_added | 新增 | newly added
    coverage | own | 本级 | the committee itself
    coverage | own_and_below | 本级和下级 | the committee and those below
    coverage | whole | 全域 | the whole area
    coverage | pilot | 试点 | pilot places
    coverage | one_platform | 一个平台 | one platform
    coverage | one_unit | 一个单位 | one unit
    coverage | one_body | 一个组织 | one body
    coverage | one_project | 一个项目 | one project
    """
)
COUNTING = _table(
    """
    merge | before_merge | 并案前 | before merging
    merge | after_merge | 并案后 | after merging
    answered | solved | 已解决 | solved
    answered | basic | 基本解决 | basically solved
    answered | partly | 部分解决 | partly solved
    answered | ongoing | 正在解决 | being solved
    answered | in_plan | 列入计划 | in a plan
    answered | adopted | 采纳 | adopted
    answered | partly_adopted | 部分采纳 | partly adopted
    answered | for_reference | 留作参考 | kept for reference
    answered | explained | 已作解释说明 | explained
    answered | not_yet | 暂时难以解决 | not to be solved for now
    rated | of_handling | 评办理工作 | of the handling
    rated | of_result | 评办理结果 | of the result
    opinion | very_satisfied | 非常满意 | very satisfied
    opinion | satisfied | 满意 | satisfied
    opinion | basically_satisfied | 基本满意 | basically satisfied
    opinion | understanding | 理解 | understanding
    opinion | dissatisfied | 不满意 | dissatisfied
    opinion | no_answer | 未表态 | no answer
    base | of_received | 占收到数 | of those received
    base | of_filed | 占立案数 | of those filed
    base | of_assigned | 占交办数 | of those assigned
    base | of_replied | 占办复数 | of those replied to
    base | of_forms | 占收回评价数 | of forms returned
    base | of_members | 占委员数 | of members
    proposing | proposers | 第一提案人 | first proposers
    proposing | incl_cosigners | 含附议联名人 | co-signers included
    open | and_more | 等（未列全） | and more
    """
)
DIMENSIONS = {
    "author": Text(zh="提案者", en="authors"),
    "body": Text(zh="谁的提案", en="whose proposals"),
    "subject": Text(zh="领域", en="subject"),
    "scheme": Text(zh="分类办法", en="scheme"),
    "class": Text(zh="类别", en="class"),
    "handler": Text(zh="承办方", en="handler"),
    "timing": Text(zh="提出时间", en="timing"),
    "disposal": Text(zh="未立案去向", en="disposal"),
    "recipient": Text(zh="报送对象", en="recipient"),
    "tier": Text(zh="层级", en="tier"),
    "selection": Text(zh="挑选", en="selection"),
    "coverage": Text(zh="覆盖范围", en="coverage"),
    "topic": Text(zh="专题", en="topic"),
    "merge": Text(zh="并案", en="merging"),
    "answered": Text(zh="办理结果", en="answers counted"),
    "rated": Text(zh="评价对象", en="what is rated"),
    "opinion": Text(zh="满意等次", en="opinions counted"),
    "base": Text(zh="分母", en="denominator"),
    "proposing": Text(zh="提案人", en="proposers counted"),
    "open": Text(zh="列举", en="list"),
}
"""What each dimension is called."""
SETS = frozenset({"recipient", "answered", "opinion", "open"})
"""The dimensions of which a figure may have several words."""

FULL_SETS = (
    ("members", "collective"),
    ("class_a", "class_b", "class_c"),
    ("in_session", "between_sessions"),
    ("economy", "politics", "culture", "social", "ecology"),
)
"""Words of one dimension that make up the whole of it."""


def dimension_of(word: str) -> str:
    """Return the dimension of a word, or ``""`` for one that there is not."""
    if word.startswith(TOPIC):
        return "topic"
    token = PARTS.get(word) or COUNTING.get(word)
    return token.dimension if token else ""


def by_dimension(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words by their dimensions, both sorted; words that there are not are left out."""
    found: dict[str, set[str]] = {}
    for word in words:
        if dimension := dimension_of(word):
            found.setdefault(dimension, set()).add(word)
    return {name: tuple(sorted(found[name])) for name in sorted(found)}


def word_label(word: str) -> Text:
    """Return what readers see of a word: of a topic, which is written in Chinese, its own words."""
    if word.startswith(TOPIC):
        return Text(zh=word.removeprefix(TOPIC), en="a subject of its own")
    token = PARTS.get(word) or COUNTING.get(word)
    return token.label if token else Text(zh=word, en=word)


def known_words(table: Mapping[str, Token]) -> dict[str, Text]:
    """Return the words of a table with their labels."""
    return {id_: token.label for id_, token in table.items()}
