"""The indicators: what a figure measures, and by what rules figures of it may be compared."""

from collections.abc import Iterator

from cppcc_cases.model.claims import IndicatorId, UnitId
from cppcc_cases.model.observation import Nature
from cppcc_cases.model.vocabulary import Counted, Covers, Indicator
from cppcc_cases.text import Text

OTHER = IndicatorId("other")
"""The indicator of figures that have none: each is known by the source's own word only."""
_PROPOSALS = ("author", "body", "subject", "scheme", "class", "handler", "timing", "selection")
_WRITINGS = ("author", "recipient", "timing", "selection")
_PLACES = ("tier", "selection")
_PER = ("residents", "divisions")

# Of each: id, names; units, nature, who settles it, what it covers; in each language
# what it is and what it is not.
# A line with = stands where a rate has its place.
_COUNTS = """
proposals_received | 提案提交数 | proposals received
item | flow settled committee
委员、党派团体和专委会提交的提案件数，审查之前。
不是立案数：审查后有的不立案。
Proposals that members and bodies handed in, before examination.
Not those filed: some fail examination.

proposals_filed | 提案立案数 | proposals filed
item | flow settled committee
经审查立案的提案件数。
不是提交数，也不是办结数；并案算几件，要写 counting。
Proposals that passed examination and were filed.
Neither those received nor those dealt with; counting says how merged ones count.

= filing_rate

proposals_assigned | 提案交办数 | proposals assigned
item | flow settled committee
交给承办单位办理的提案件数。
不是立案数：一件可以由几家分办，也可以退回改交。
Proposals that were given to units to handle.
Not those filed: one may be split up, or sent back and given to another.

proposals_handled | 提案办理数 | proposals handled
item | flow settled committee
承办单位办理的提案件数，不问办得怎样。
不是办复数，也不说明办成了多少。
Proposals that units dealt with, whatever came of it.
Not those replied to, and no measure of what came of them.

proposals_replied | 提案办复数 | proposals replied to
item | flow settled committee
已书面答复的提案件数。
不是办成数：A、B、C类都算答复，分类写在 part。
Proposals that were answered in writing.
Not those solved: classes A, B and C are all replies; part tells them apart.

= reply_rate

converted_suggestions | 转意见建议数 | proposals converted to suggestions
item | flow settled committee
未立案而转作意见建议的提案件数。
不是全部不立案的：退回、撤回、转来信的不算。
Proposals not filed but passed on as suggestions.
Not all that were not filed: returned, withdrawn ones and letters do not count.

proposals_not_filed | 不予立案数 | proposals not filed
item | flow settled committee
经审查没有立案的提案件数，转作意见建议、来信和退回、撤回的都在内。
不是并案的。
Proposals that were not filed, whether passed on as suggestions or letters, returned or withdrawn.
Not those merged.

proposals_merged | 并案数 | proposals merged
item | flow own committee
因内容相近而合并办理的提案件数。
各地算法不一：不是立案数，也不一定在立案数之外。
Proposals merged with others like them.
Counted in several ways: not those filed, nor always beside them.

key_proposals | 重点提案数 | key proposals
item | flow own committee
选作重点督办的提案件数。
不是全部立案提案，也不是已经办成的。
Proposals chosen for supervision.
Neither all that were filed nor those that were solved.

handling_units | 承办单位数 | handling units
organisation piece | flow own committee
承办提案的单位数。
不是提案件数，也不是参加协商的单位。
Bodies that handle proposals.
Neither proposals nor bodies that consult.

members_proposing | 提出提案委员数 | members who made proposals
person | flow open committee
至少提出一件提案的委员人数；只算第一提案人，还是含附议联名的，写 proposing。
不是提案件数，也不是人次。
Members who made a proposal at least; proposing says whether co-signers count.
Neither proposals nor attendances.

ratings_returned | 收回评价数 | ratings returned
item report piece | flow settled committee
委员就办理填写、收回的评价件数；只数某一等次的，写 opinion。
不是办复数，也不是满意率。
Ratings of the handling that members returned; opinion says which grade, if one is counted.
Neither replies nor a rate.

appraised_units | 被评议单位数 | bodies appraised
organisation piece | flow own committee
接受民主评议、双向评议的单位数。
不是承办单位的全部。
Bodies that were appraised.
Not all that handle proposals.

= adoption_rate

= resolution_rate

= satisfaction

= member_participation

opinions_received | 社情民意来稿数 | opinion reports received
paper entry report item | flow own committee
收到的社情民意信息。
不是编发的，更不是被采用的。
Reports on social conditions and public opinion that came in.
Not those edited, let alone used.

opinions_edited | 社情民意编报数 | opinion reports edited
paper entry report issue | flow own committee
编发的社情民意信息。
不是来稿数，也不是被采用数。
Reports on social conditions and public opinion that were edited.
Neither those received nor those used.

opinion_issues | 社情民意期数 | issues of opinion reports
issue | flow own committee
编发社情民意信息的期数；一期可有几篇。
不是篇数。
Issues in which such reports came out; an issue may hold several.
Not papers.

opinions_submitted | 社情民意信息数 | reports on social conditions and public opinion submitted
paper entry report issue | flow settled committee
报送的社情民意信息篇数。
不是收到的，也不是被采用的。
Reports on social conditions and public opinion handed in.
Neither those received nor those used.

opinions_used | 信息采用数 | reports on social conditions and public opinion used
paper entry report issue | flow settled committee
被上级或党政部门采用的信息篇数。
不是报送数；采用不等于落实。
Of these reports, those that a body made use of.
Not those submitted; use is no implementation.

instructions | 领导批示 | leaders' instructions
instruction time item entry paper person_time | flow own committee
领导对成果作出书面批示的件次。
一篇可有几次批示；来源只说篇数的，单位用“篇”。批示不是落实。
Written instructions that leaders gave on results.
One paper may have several; counted in papers only where the source does. Not implementation.

consultations | 协商活动场次 | consultation sessions
session time topic piece | flow own committee
举行协商活动的场次。
不是例行会议，也不是视察调研；专题议政性常委会会议，来源算作协商活动的，算在这里。
Consultation meetings held.
Neither regular meetings nor inspections; a thematic session counts if the source says so.

meetings | 会议次数 | meetings held
time session | flow settled committee
全体会议、常委会会议、主席会议等章程规定的会议次数。
不是专题协商会、座谈会。
Meetings under the charter: plenary, standing committee, chairpersons.
Not meetings called to consult on a theme.

annual_topics | 年度协商议题数 | annual consultation topics
topic piece | flow own committee
年初确定的协商和专题调研议题数。
不是已经开了的协商会。
Topics set at the start of the year for consultation or research.
Not meetings that were held.

inspections | 视察调研 | inspections
time | flow own committee
组织视察、调研的次数。
不是会议，也不是报告份数。
Inspections and research tours organised.
Neither meetings nor reports.

activities | 履职活动次数 | members' activities
time session | flow own committee
委员、界别、活动组开展的活动次数，来源没有细分的。
不是协商会，也不是视察调研。
Activities of members, sectors and groups, where the source does not tell them apart.
Neither consultations nor inspections.

member_attendances | 委员参加人次 | attendances by members
person_time person | flow own committee
委员参加会议、活动的人次。
不是委员总数，也不含群众；来源只说人数的，单位用“人”。
How often members attended meetings and activities.
Neither all members nor other people; in persons where the source counts those.

suggestions | 意见建议条数 | suggestions made
entry topic item | flow own committee
协商、监督、视察中提出的意见建议条数。
不是提案，也不是社情民意信息；提出不等于采纳。
Suggestions made in consultation, supervision or inspection.
Neither proposals nor opinion reports; made is not adopted.

reports | 调研协商报告 | research and consultation reports
report paper item topic | flow own committee
形成的调研或协商报告份数。
不是社情民意信息，也不是提案。
Reports that came out of research or consultation.
Neither opinion reports nor proposals.

platforms | 协商平台数 | consultation platforms
piece site organisation | state own area
已搭建的协商平台个数，以来源的口径为准。
不是工作室、联络组，也不是在平台上开的会。
Consultation platforms set up, counted as the source counts them.
Neither studios nor liaison groups, nor what is held on them.

studios | 委员工作室数 | members' studios
piece organisation | state own area
政协委员工作室的个数。
不是工作站、联络站。
Studios in which CPPCC members receive the public.
Not stations.

stations | 委员工作站、联络站数 | members' stations
piece organisation site | state own area
委员工作站、联络站、委员之家等站点的个数，不含工作室。
不是协商平台。
Stations at which members are to be met, studios not counted.
Not platforms of consultation.

liaison_groups | 乡镇街道联络组数 | township and sub-district liaison groups
piece | state settled area
设有政协工作联络组的乡镇、街道个数。
不是村、社区的站点，也不是人数。
Townships and sub-districts in which a CPPCC liaison group is set up.
Neither places in villages nor members of them.

issues_agreed | 协商议定事项数 | issues agreed on
item topic piece entry | flow own area
经协商议定的事项数。
议定不等于办成。
Matters on which a consultation came to agreement.
Agreed on is not solved.

issues_solved | 解决问题数 | issues solved
item topic piece entry | flow own area
经协商解决的问题、办成的事项数。
不是提出的、议定的，也不是计划办的。
Matters that were solved through consultation.
Not those raised, agreed on or planned.

members_stationed | 派驻委员数 | members stationed
person | state own area
派驻或入驻某一平台、基地的委员人数。
不是委员总数，也不是参加活动的人次。
Members posted to a platform or base.
Neither all members nor attendances.

visitors | 接待群众 | visitors received
person_time person wan_person_time wan_person | flow own area
接待来访或参加活动的群众；来源只说人数时单位用“人”。
不是受益人数，也不是委员。
People received; the unit is persons where the source gives no number of visits.
Neither beneficiaries nor members.

hotline_items | 热线转来诉求 | hotline items passed on
item | flow own area
政务热线转给政协的诉求件数。
不是热线受理的全部诉求。
Requests that a government hotline passed on.
Not all that the hotline took.

partner_units | 参与单位数 | partner units
organisation piece | flow own area
共同参与的单位数。
不是承办提案的单位，也不是被监督、被评议的。
Bodies that took part alongside the committee.
Neither bodies that handle proposals nor those supervised or appraised.

coordination_trips | 协调次数 | times coordinated
time | flow own area
为办成一事出面协调的次数。
不是协商会、调研的次数。
Times that the committee stepped in to coordinate something.
Neither consultations nor inspections.

beneficiaries | 受益或参与人数 | beneficiaries or participants
person wan_person household | flow own area
因一件事受益的人数，或来源说参与这件事的人数。
不是接待来访、参加委员活动的群众；来源自己估的也照写。
People who benefited or took part.
Not visitors; estimates of the source are given as they are.

land_area | 涉及面积 | land area concerned
mu wan_mu hectare square_kilometre | state own area
事项涉及的土地面积；1亩约667平方米。
不是行政区域的面积。
Land concerned; 15 mu are one hectare.
Not the area of the locality.
"""
# Of each: id, names; who settles it; above and below the line; what else there is to know.
_RATES = """
filing_rate | 立案率 | filing rate
settled | proposals_filed/proposals_received
立案数 | 提交数 | 立案不等于办结。
proposals filed | proposals received | Filing says nothing about the handling.

reply_rate | 办复率 | reply rate
settled | proposals_replied/proposals_assigned
已书面答复件数 | 应答复件数 | 答复不等于办成。
proposals replied to in writing | proposals due for reply | A reply is no implementation.

adoption_rate | 采纳率 | adoption rate
open |
被采纳件数 | 提出件数 | 采纳不等于落实。
recommendations adopted | recommendations made | Adoption is no implementation.

resolution_rate | 解决落实率 | resolution rate
open |
已解决或落实件数 | 应办件数 | 哪些算解决，各地不同，要写明 answered。
items solved or implemented | items to be handled | What counts as solved must be said: answered.

satisfaction | 满意率 | satisfaction
open |
满意的评价数 | 收回评价数 | 含不含基本满意要写明 opinion；评办理还是评结果写 rated。
ratings content | ratings returned | Which opinions count must be said, and what is rated may be.

member_participation | 委员参与率 | members taking part
open |
至少参加一次的委员数 | 委员总数 | 提案的写明 proposing；时间越长越高。
members who took part at least once | all members | It grows with time; of proposals, say proposing.
"""
_PARTS: dict[str, tuple[str, ...]] = {
    "proposals_not_filed": (*_PROPOSALS, "disposal"),
    "proposals_": _PROPOSALS,
    "converted_suggestions": (*_PROPOSALS, "disposal"),
    "key_proposals": _PROPOSALS,
    "filing_rate": _PROPOSALS,
    "reply_rate": _PROPOSALS,
    "adoption_rate": _PROPOSALS,
    "resolution_rate": _PROPOSALS,
    "satisfaction": _PROPOSALS,
    "opinion": _WRITINGS,
    "instructions": ("recipient", "tier"),
    "consultations": ("tier", "selection", "author"),
    "meetings": ("tier",),
    "annual_topics": ("selection",),
    "platforms": _PLACES,
    "studios": _PLACES,
    "stations": _PLACES,
    "issues": _PLACES,
    "member_participation": ("author",),
    "members_proposing": ("author",),
    "ratings_returned": _PROPOSALS,
    "suggestions": ("selection",),
}
_COUNTING: dict[str, tuple[str, ...]] = {
    "proposals_filed": ("merge",),
    "proposals_assigned": ("merge",),
    "proposals_handled": ("merge", "answered"),
    "proposals_replied": ("merge",),
    "converted_suggestions": ("merge",),
    "filing_rate": ("merge", "base"),
    "reply_rate": ("merge", "base"),
    "adoption_rate": ("answered", "base"),
    "resolution_rate": ("merge", "answered", "base"),
    "satisfaction": ("opinion", "rated", "base"),
    "member_participation": ("proposing", "base"),
    "members_proposing": ("proposing",),
    "ratings_returned": ("opinion", "rated"),
    "issues_solved": ("answered",),
}
_NEEDS = {
    "resolution_rate": ("answered",),
    "satisfaction": ("opinion",),
    "member_participation": ("proposing",),
    "members_proposing": ("proposing",),
}
_DIVISORS = {
    "liaison_groups": ("divisions",),
    "platforms": _PER,
    "studios": _PER,
    "stations": _PER,
}


def _entries(table: str) -> Iterator[list[list[str]]]:
    for entry in table.strip().split("\n\n"):
        yield [[cell.strip() for cell in line.split("|")] for line in entry.splitlines()]


def _of(id_: str, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return next((found for start, found in table.items() if id_.startswith(start)), ())


def _count(lines: list[list[str]]) -> Indicator:
    (id_, zh, en), (units, rules), (is_,), (is_not,), (is_en,), (is_not_en,) = lines
    nature, rule, covers = rules.split()
    return Indicator(
        id=IndicatorId(id_),
        label=Text(zh=zh, en=en),
        definition=Text(zh=is_ + is_not, en=f"{is_en} {is_not_en}"),
        units=tuple(map(UnitId, units.split())),
        nature=Nature(nature),
        rule=Counted(rule),
        covers=Covers(covers),
        parts=_of(id_, _PARTS),
        counting=_of(id_, _COUNTING),
        divisors=_DIVISORS.get(id_, ()),
        share=id_ == "liaison_groups",
    )


def _rate(lines: list[list[str]]) -> Indicator:
    (id_, zh, en), (rule, made_of), (above, below, note), (above_en, below_en, note_en) = lines
    return Indicator(
        id=IndicatorId(id_),
        label=Text(zh=zh, en=en),
        definition=Text(zh=f"{above} ÷ {below}。{note}", en=f"{above_en} ÷ {below_en}. {note_en}"),
        units=(UnitId("percent"),),
        nature=Nature.RATE,
        rule=Counted(rule),
        covers=Covers.COMMITTEE,
        parts=_of(id_, _PARTS),
        counting=_of(id_, _COUNTING),
        needs=_NEEDS.get(id_, ()),
        cumulative=id_ == "member_participation",
        made_of=tuple(map(IndicatorId, made_of.split("/"))) if made_of else (),
        numerator=Text(zh=above, en=above_en),
        denominator=Text(zh=below, en=below_en),
    )


_BY_ID = {lines[0][0]: _rate(lines) for lines in _entries(_RATES)}
INDICATORS: tuple[Indicator, ...] = (
    *(
        _BY_ID[lines[0][0].removeprefix("= ")] if len(lines) == 1 else _count(lines)
        for lines in _entries(_COUNTS)
    ),
    Indicator(
        id=OTHER,
        label=Text(zh="其他指标", en="another figure"),
        definition=Text(
            zh="没有编号的指标；用 as_printed 写来源自己的叫法，各是各的。",
            en="A figure for which there is no indicator; as_printed gives the source's word.",
        ),
        units=(),
    ),
)
_RECEIVED, _FILED = IndicatorId("proposals_received"), IndicatorId("proposals_filed")
ADD_UP = (
    (_RECEIVED, (_FILED, IndicatorId("converted_suggestions"))),
    (_RECEIVED, (_FILED, IndicatorId("proposals_not_filed"))),
)
"""What indicators, added up, are at most: another indicator's figure."""
