"""What each part of the JSON form of a comparison is called and holds, in both languages."""

from cppcc_cases.text import Text

Words = tuple[Text, Text]
"""The name of a part, and what it holds."""


def _words(table: str) -> dict[str, Words]:
    """Return the entries of a table: a line of key and names, then a line in each language."""
    lines = [line.strip() for line in table.strip().splitlines()]
    found = {}
    for head, zh, en in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        key, name_zh, name_en = (piece.strip() for piece in head.split("|"))
        found[key] = (Text(zh=name_zh, en=name_en), Text(zh=zh, en=en))
    return found


_WORDS = _words(
    """
    comparison | 对比 | comparison
        几方并列的对比。数据文件里略去的，这里都写出：null、空列表或 not_reported。
        Parties side by side. What data files leave out is said: null, an empty list, not_reported.
    comparison.format | 格式 | format
        说明这是什么；不会变。
        What this is; it never changes.
    comparison.version | 版本 | version
        这种格式的版本；旧的读法会读错时才升，只加字段不升。
        Of this form; raised when a reader of the old one would misread it, not for added keys.
    comparison.parties | 各方 | parties
        对比的各方，按所问的次序；凡 mechanisms 和 cells 都照这个次序，一方一项。
        The sides as asked; mechanisms and all cells have an entry for each, in that order.
    comparison.mechanisms | 主要做法 | mechanisms
        每一方的各案例怎样运作；没有案例的一方是空列表。
        How the cases of each party work; an empty list for a party without a case.
    comparison.stages | 流程覆盖 | stages
        流程的十个阶段，一个阶段一行，按先后。
        The stages of a consultation, one row each, in their order.
    comparison.metrics | 数据成效 | figures
        至少一方有的指标，一个指标一行。
        The indicators of which at least one party's cases speak, one row each.
    comparison.outcomes | 成效 | outcomes
        至少一方有的成效类型，一类一行。
        The kinds of outcome that at least one party has, one row each.
    comparison.alike | 相同 | alike
        按规则得出的相同之处。
        What is alike, by stated rules.
    comparison.differ | 不同 | different
        按规则得出的不同之处。
        What differs, by stated rules.
    comparison.caveats | 注意事项 | caveats
        读这份对比要留意什么。
        What a reader must bear in mind.
    comparison.articles | 报道 | articles
        引用到的报道。
        The articles that are cited.
    comparison.sources | 来源 | sources
        引用到的依据。别处 sources 里的数字，是依据在这个列表里的位置，从1起数。
        The evidence that is cited. A number in other sources is a place in this list, from 1.
    sources | 来源 | sources
        依据在最外层 sources 里的位置，从1起数。
        Places in the list of sources at the top, counted from 1.
    label | 名称 | label
        读者看到的名称。
        What readers see.
    case | 案例 | case
        案例的编号。
        The id of the case.
    cells | 各方 | cells
        一方一项，按 parties 的次序；没有案例的一方写 no_case。
        One entry for each party, in the order of parties; no_case for a party without a case.
    no_case | 无案例 | no case
        这一方没有案例，谈不上报道没报道；不等于没有，也不等于零。
        The party has no case of which anything could have been reported: neither absence nor zero.
    party | 一方 | party
        对比的一方：一个地区和它的案例，或一个案例。
        One side: a locality with its cases, or a single case.
    party.asked | 所问 | asked
        所问的地区或案例，照原样。
        The locality or case as it was asked for.
    party.title | 题名 | title
        地区名，或案例的题名。
        The name of the locality, or the title of the case.
    party.localities | 地区 | localities
        这一方是哪个地区；共同做法有几个。
        The locality of this side; several for a joint practice.
    party.cases | 案例 | cases
        全部案例，内容完整。
        All its cases, in full.
    party.mentions | 提及 | mentions
        别的案例怎样提到这个地区。
        How cases of others mention the locality.
    party.nearby | 附近案例 | nearby
        自己没有案例时，附近案例的编号。
        For a party without a case, the ids of cases nearby.
    party.passed_over | 同名地区 | passed over
        同名或曾用此名、而没有取的地区。
        Localities that bear or bore the name and were not taken.
    place | 地区 | locality
        一个省、地、县级单位。
        A province, prefecture or county.
    place.code | 区划代码 | division code
        六位区划代码。
        Its six-digit division code.
    place.name | 名称 | name
        地区的全称。
        Its full name.
    place.level | 层级 | level
        地区的行政层级。
        Its level of the administrative division.
    lead | 线索 | lead
        一个案例对别的地区的一处提及。
        A mention of another locality in a case.
    mechanism | 一个案例的机制 | mechanism of a case
        一个案例怎样运作。
        How one case works.
    mechanism.kind | 机制类别 | kind
        机制类别的编号。
        The id of its kind of mechanism.
    mechanism.fields | 字段 | fields
        这一类机制的各个字段。
        The fields of that kind.
    row | 一个字段 | field
        机制的一个字段，和来源写到的事。
        One field of a mechanism, and what the source tells of it.
    row.field | 字段 | field
        字段的编号。
        The id of the field.
    row.told | 内容 | told
        来源写到的几件事；没有写到的，是哪种“没有”。
        What the source tells, or why there is nothing.
    stage_row | 一个阶段 | stage
        一个阶段，各方并列。
        One stage across the parties.
    stage_row.stage | 阶段 | stage
        阶段的编号。
        The id of the stage.
    stage_cell | 一方的一个阶段 | stage of a party
        一方各案例合在一起，来源怎样说这个阶段。
        What the source says of the stage for one party, over all its cases.
    stage_cell.state | 状态 | state
        各案例中最强的一个状态。
        The strongest state among its cases.
    stage_cell.claims | 说法 | claims
        来源在哪里怎样说；没有写到的是空列表。
        What is claimed and where; an empty list where the source is silent.
    metric_row | 一个指标 | indicator
        一个指标，各方并列，连同能不能比。
        One indicator across the parties, and whether its figures may be compared.
    metric_row.indicator | 指标 | indicator
        指标的编号。
        The id of the indicator.
    metric_row.label | 名称 | label
        读者看到的名称；认不得的指标是 null。
        What readers see; null for an indicator that is not known.
    metric_row.cells | 各方的数 | cells
        一方一项：这一方的几个数，或为什么没有数。
        One entry for each party: its figures, or why there is none.
    metric_row.verdict | 可比性结论 | verdict
        各方的数能不能比。
        Whether the figures may be compared.
    metric_row.reasons | 可比性缘由 | reasons
        为什么不能比，或为什么要慎比。
        Why they can't be compared, or only with care.
    metric_row.quotients | 除出来的数 | quotients
        这个数除以人口或乡级区划数，由本库计算。
        The figures divided by residents or divisions; these are this library's.
    metric_row.standing | 倍数或位次 | standing
        各方的数彼此怎样；说不得的是 null。
        How the figures stand to each other; null where that can't be said.
    metric.value | 数值 | value
        这个数；没有数的，整格写明为什么没有。
        The number; where there is none, the whole cell says why.
    quotient_row | 一种除法 | division
        一个指标除以同一种分母，各方并列。
        One indicator divided by one thing, across the parties.
    quotient_row.per | 分母 | per
        除以什么。
        What the figures are divided by.
    quotient_row.cells | 各方的商 | cells
        一方一项：商，或为什么没有；没有单一的数可除，写 null。
        One entry for each party: the quotient, or why there is none; null without one figure.
    quotient | 商 | quotient
        一个数除以分母。
        A figure divided by a denominator.
    quotient.value | 数值 | value
        每 size 个的数。
        The figure for each size of them.
    quotient.size | 以多少为一份 | size
        多少个算一份：如每100000人。
        How many make the unit, such as 100000 residents.
    quotient.numerator | 分子 | numerator
        来源的数。
        The figure of the source.
    quotient.denominator | 分母 | denominator
        用来除的数，连同日期和出处。
        What it is divided by, with its date and source.
    quotient.other | 另一口径 | other count
        别的机关数的同一种分母；没有或相同的是 null。
        The same count by another authority; null if there is none or it agrees.
    no_quotient | 没有商 | no quotient
        为什么不能除。
        Why a figure can't be divided.
    no_quotient.value | 数值 | value
        总是 null：没有数，不是零。
        Always null: there is no figure, which is not zero.
    no_quotient.reason | 缘由 | reason
        为什么不能除。
        Why it can't be divided.
    denominator | 分母 | denominator
        一个用来除的数。
        A count to divide by.
    denominator.value | 数值 | value
        有多少。
        How many there are.
    denominator.as_of | 时点 | as of
        在哪一天数的。
        The day at which they were counted.
    denominator.source | 出处 | source
        谁数的。
        Who counted them.
    standing | 倍数或位次 | standing
        各方的数彼此怎样。
        How the figures stand to each other.
    standing.by | 算法 | by
        说的是倍数还是位次。
        Whether multiples or ranks are told.
    standing.cells | 各方 | cells
        一方一个数；没有数的一方是 null。
        One number for each party; null for a party without a figure.
    times | 倍数 | multiple
        两方有数：各是较小数的几倍。
        Of two figures: each as a multiple of the smaller one.
    rank | 位次 | rank
        三方以上有数：从大到小排第几，相等的同位。
        Of three or more figures: the rank from the largest; equal figures share one.
    outcome_row | 一类成效 | kind of outcome
        一类成效，各方并列。
        One kind of outcome across the parties.
    outcome_row.kind | 成效类型 | kind
        是哪一类成效。
        Which kind of outcome it is.
    outcome_row.cells | 各方的成效 | cells
        一方一项：这一方的几项成效，或为什么没有。
        One entry for each party: its outcomes, or why there is none.
    """
)


def words_of(part: str, field: str) -> Words:
    """Return what a field of a part is called and holds: some have the same words everywhere."""
    return _WORDS.get(f"{part}.{field}") or _WORDS[field]


def words_of_part(part: str) -> Words:
    """Return what a part, or a word of this form's own, is called and means."""
    return _WORDS[part]
