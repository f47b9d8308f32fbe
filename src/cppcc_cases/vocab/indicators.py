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

# Of each: id, names; units, nature, who settles it, what it covers; what it is, in both languages.
# A line with = stands where a rate has its place.
_COUNTS = """
proposals_received | 提案提交数 | proposals received
item | flow settled committee
委员、党派团体和专委会提交的提案件数，审查之前。
Proposals that members and bodies handed in, before examination.

proposals_filed | 提案立案数 | proposals filed
item | flow settled committee
经审查立案的提案件数。
Proposals that passed examination and were filed.

= filing_rate

proposals_assigned | 提案交办数 | proposals assigned
item | flow settled committee
交给承办单位办理的提案件数。
Proposals that were given to units to handle.

proposals_handled | 提案办理数 | proposals handled
item | flow settled committee
承办单位办理的提案件数，不问办得怎样。
Proposals that units dealt with, whatever came of it.

proposals_replied | 提案办复数 | proposals replied to
item | flow settled committee
已书面答复的提案件数。
Proposals that were answered in writing.

= reply_rate

converted_suggestions | 转意见建议数 | proposals converted to suggestions
item | flow settled committee
未立案而转作意见建议的提案件数。
Proposals not filed but passed on as suggestions.

key_proposals | 重点提案数 | key proposals
item | flow own committee
选作重点督办的提案件数。
Proposals chosen for supervision.

handling_units | 承办单位数 | handling units
organisation | flow own committee
承办提案的单位数。
Bodies that handle proposals.

= adoption_rate

= resolution_rate

= satisfaction

= member_participation

opinions_received | 社情民意来稿数 | opinion reports received
paper entry report item | flow own committee
收到的社情民意信息。
Reports on social conditions and public opinion that came in.

opinions_edited | 社情民意编报数 | opinion reports edited
paper entry report issue | flow own committee
编发的社情民意信息。
Reports on social conditions and public opinion that were edited.

opinion_issues | 社情民意期数 | issues of opinion reports
issue | flow own committee
编发社情民意信息的期数；一期可有几篇。
Issues in which such reports came out; an issue may hold several.

opinions_submitted | 社情民意信息数 | reports on social conditions and public opinion submitted
paper entry report issue | flow settled committee
报送的社情民意信息篇数。
Reports on social conditions and public opinion handed in.

opinions_used | 信息采用数 | reports on social conditions and public opinion used
paper entry report issue | flow settled committee
被上级或党政部门采用的信息篇数。
Of these reports, those that a body made use of.

instructions | 领导批示 | leaders' instructions
instruction time item entry person_time | flow own committee
领导对成果作出书面批示的件次。
Written instructions that leaders gave on results.

consultations | 协商活动场次 | consultation sessions
session time topic piece | flow own committee
举行协商活动的场次。
Consultation meetings held.

meetings | 会议次数 | meetings held
time session | flow settled committee
全体会议、常委会会议、主席会议等法定会议的次数。
Meetings by statute: plenary, standing committee, chairpersons.

annual_topics | 年度协商议题数 | annual consultation topics
topic piece | flow own committee
年初确定的协商和专题调研议题数。
Topics set at the start of the year for consultation or research.

inspections | 视察调研 | inspections
time | flow own committee
组织视察、调研的次数。
Inspections and research tours organised.

reports | 调研协商报告 | research and consultation reports
report paper | flow own committee
形成的调研或协商报告份数。
Reports that came out of research or consultation.

platforms | 协商平台数 | consultation platforms
piece site organisation | state own area
已搭建的协商平台个数，以来源的口径为准。
Consultation platforms set up, counted as the source counts them.

studios | 委员工作室数 | members' studios
piece organisation | state own area
政协委员工作室的个数。
Studios in which CPPCC members receive the public.

stations | 委员工作站、联络站数 | members' stations
piece organisation site | state own area
委员工作站、联络站、委员之家等站点的个数，不含工作室。
Stations at which members are to be met, studios not counted.

liaison_groups | 乡镇街道联络组数 | township and sub-district liaison groups
piece | state settled area
设有政协工作联络组的乡镇、街道个数。
Townships and sub-districts in which a CPPCC liaison group is set up.

issues_agreed | 协商议定事项数 | issues agreed on
item topic piece | flow own area
经协商议定的事项数。
Matters on which a consultation came to agreement.

issues_solved | 解决问题数 | issues solved
item topic piece | flow own area
经协商解决的问题、办成的事项数。
Matters that were solved through consultation.

members_stationed | 派驻委员数 | members stationed
person | state own area
派驻或入驻某一平台、基地的委员人数。
Members posted to a platform or base.

visitors | 接待群众 | visitors received
person_time person wan_person_time wan_person | flow own area
接待来访或参加活动的群众；来源只说人数时单位用“人”。
People received; the unit is persons where the source gives no number of visits.

hotline_items | 热线转来诉求 | hotline items passed on
item | flow own area
政务热线转给政协的诉求件数。
Requests that a government hotline passed on.

partner_units | 参与单位数 | partner units
organisation | flow own area
共同参与的单位数。
Bodies that took part alongside the committee.

coordination_trips | 协调次数 | times coordinated
time | flow own area
为办成一事出面协调的次数。
Times that the committee stepped in to coordinate something.

beneficiaries | 受益或参与人数 | beneficiaries or participants
person wan_person household | flow own area
因此受益或参与其中的人数。
People who benefited or took part.

land_area | 涉及面积 | land area concerned
mu wan_mu hectare square_kilometre | state own area
事项涉及的土地面积；1亩约667平方米。
Land concerned; 15 mu are one hectare.
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
    "issues_solved": ("answered",),
}
_NEEDS = {
    "resolution_rate": ("answered",),
    "satisfaction": ("opinion",),
    "member_participation": ("proposing",),
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
    (id_, zh, en), (units, rules), (meaning,), (meaning_en,) = lines
    nature, rule, covers = rules.split()
    return Indicator(
        id=IndicatorId(id_),
        label=Text(zh=zh, en=en),
        definition=Text(zh=meaning, en=meaning_en),
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
ADD_UP = {
    IndicatorId("proposals_received"): (
        IndicatorId("proposals_filed"),
        IndicatorId("converted_suggestions"),
    )
}
"""What indicators, added up, are at most: another indicator's figure."""
