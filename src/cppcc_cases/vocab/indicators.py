"""The indicators: what a figure measures."""

from cppcc_cases.model.claims import IndicatorId, UnitId
from cppcc_cases.model.vocabulary import Indicator
from cppcc_cases.text import Text


def _count(id_: str, label: tuple[str, str], units: str, meaning: tuple[str, str]) -> Indicator:
    return Indicator(
        id=IndicatorId(id_),
        label=Text(zh=label[0], en=label[1]),
        definition=Text(zh=meaning[0], en=meaning[1]),
        units=tuple(UnitId(name) for name in units.split()),
    )


def _rate(
    id_: str, label: tuple[str, str], above: tuple[str, str], below: tuple[str, str], note: Text
) -> Indicator:
    return Indicator(
        id=IndicatorId(id_),
        label=Text(zh=label[0], en=label[1]),
        definition=Text(
            zh=f"{above[0]} ÷ {below[0]}。{note.zh}", en=f"{above[1]} ÷ {below[1]}. {note.en}"
        ),
        units=(UnitId("percent"),),
        numerator=Text(zh=above[0], en=above[1]),
        denominator=Text(zh=below[0], en=below[1]),
    )


INDICATORS: tuple[Indicator, ...] = (
    _count(
        "proposals_received",
        ("提案提交数", "proposals received"),
        "item",
        ("委员、党派团体和专委会提交的提案件数。", "Proposals that members and bodies handed in."),
    ),
    _count(
        "proposals_filed",
        ("提案立案数", "proposals filed"),
        "item",
        ("经审查立案的提案件数。", "Proposals that passed examination and were filed."),
    ),
    _rate(
        "filing_rate",
        ("立案率", "filing rate"),
        ("立案数", "proposals filed"),
        ("提交数", "proposals received"),
        Text(zh="立案不等于办结。", en="Filing says nothing about the handling."),
    ),
    _count(
        "converted_suggestions",
        ("转意见建议数", "proposals converted to suggestions"),
        "item",
        ("未立案而转作意见建议的提案件数。", "Proposals not filed but passed on as suggestions."),
    ),
    _count(
        "key_proposals",
        ("重点提案数", "key proposals"),
        "item",
        ("确定为重点、由领导领办或督办的提案件数。", "Proposals chosen for leaders' attention."),
    ),
    _count(
        "handling_units",
        ("承办单位数", "handling units"),
        "organisation",
        ("承办提案的单位数。", "Bodies that must handle proposals."),
    ),
    _rate(
        "reply_rate",
        ("办复率", "reply rate"),
        ("已书面答复件数", "proposals replied to in writing"),
        ("应办件数", "proposals to be handled"),
        Text(zh="书面答复不等于问题解决。", en="A written reply does not mean a solution."),
    ),
    _rate(
        "adoption_rate",
        ("采纳率", "adoption rate"),
        ("被采纳件数", "recommendations adopted"),
        ("提出件数", "recommendations made"),
        Text(zh="采纳不等于落实。", en="Adoption does not mean implementation."),
    ),
    _rate(
        "resolution_rate",
        ("解决落实率", "resolution rate"),
        ("已解决或落实件数", "items solved or implemented"),
        ("应办件数", "items to be handled"),
        Text(zh="按办理单位的分类统计。", en="By the handling units' own classification."),
    ),
    _rate(
        "satisfaction_process",
        ("办理工作满意率", "satisfaction with the handling"),
        ("对办理工作满意的评价数", "ratings content with the handling"),
        ("收回评价数", "ratings returned"),
        Text(zh="评的是办理态度和过程。", en="Rates attitude and process, not the result."),
    ),
    _rate(
        "satisfaction_result",
        ("办理结果满意率", "satisfaction with the result"),
        ("对办理结果满意的评价数", "ratings content with the result"),
        ("收回评价数", "ratings returned"),
        Text(zh="评的是办理结果。", en="Rates the result, not the process."),
    ),
    _count(
        "opinions_submitted",
        ("社情民意信息数", "reports on social conditions and public opinion submitted"),
        "paper",
        ("报送的社情民意信息篇数。", "Reports on social conditions and public opinion handed in."),
    ),
    _count(
        "opinions_used",
        ("信息采用数", "reports on social conditions and public opinion used"),
        "paper",
        ("被上级或党政部门采用的信息篇数。", "Of these reports, those that a body made use of."),
    ),
    _count(
        "instructions",
        ("领导批示", "leaders' instructions"),
        "instruction",
        ("领导对成果作出书面批示的件次。", "Written instructions that leaders gave on results."),
    ),
    _count(
        "consultations",
        ("协商活动场次", "consultation sessions"),
        "session",
        ("举行协商活动的场次。", "Consultation meetings held."),
    ),
    _count(
        "annual_topics",
        ("年度协商议题数", "annual consultation topics"),
        "topic",
        (
            "年初确定的协商和专题调研议题数。",
            "Topics set at the start of the year for consultation or research.",
        ),
    ),
    _count(
        "inspections",
        ("视察调研", "inspections"),
        "time",
        ("组织视察、调研的次数。", "Inspections and research tours organised."),
    ),
    _count(
        "reports",
        ("调研协商报告", "research and consultation reports"),
        "report",
        ("形成的调研或协商报告份数。", "Reports that came out of research or consultation."),
    ),
    _count(
        "platforms",
        ("协商平台数", "consultation platforms"),
        "piece",
        (
            "已搭建的协商平台个数，以来源的口径为准。",
            "Consultation platforms set up, counted as the source counts them.",
        ),
    ),
    _count(
        "studios",
        ("委员工作室数", "members' studios"),
        "piece organisation",
        ("政协委员工作室的个数。", "Studios in which CPPCC members receive the public."),
    ),
    _count(
        "liaison_groups",
        ("乡镇街道联络组数", "township and sub-district liaison groups"),
        "piece",
        (
            "设有政协工作联络组的乡镇、街道个数。",
            "Townships and sub-districts in which a CPPCC liaison group is set up.",
        ),
    ),
    _count(
        "members_stationed",
        ("派驻委员数", "members stationed"),
        "person",
        ("派驻或入驻某一平台、基地的委员人数。", "Members posted to a platform or base."),
    ),
    _count(
        "visitors",
        ("接待群众", "visitors received"),
        "person_time person wan_person_time wan_person",
        (
            "接待来访或参加活动的群众；来源只说人数时单位用“人”。",
            "People received; the unit is persons where the source gives no number of visits.",
        ),
    ),
    _count(
        "hotline_items",
        ("热线转来诉求", "hotline items passed on"),
        "item",
        ("政务热线转给政协的诉求件数。", "Requests that a government hotline passed on."),
    ),
    _count(
        "partner_units",
        ("参与单位数", "partner units"),
        "organisation",
        ("共同参与的单位数。", "Bodies that took part alongside the committee."),
    ),
    _count(
        "coordination_trips",
        ("协调次数", "times coordinated"),
        "time",
        (
            "为办成一事出面协调的次数。",
            "Times that the committee stepped in to coordinate something.",
        ),
    ),
    _count(
        "beneficiaries",
        ("受益或参与人数", "beneficiaries or participants"),
        "person wan_person",
        ("因此受益或参与其中的人数。", "People who benefited or took part."),
    ),
    _count(
        "land_area",
        ("涉及面积", "land area concerned"),
        "mu wan_mu hectare square_kilometre",
        ("事项涉及的土地面积；1亩约667平方米。", "Land concerned; 15 mu are one hectare."),
    ),
)
