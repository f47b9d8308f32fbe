"""The ten stages of a consultation, named and defined."""

from cppcc_cases.model.lifecycle import Stage
from cppcc_cases.vocab.term import Term, term

STAGES: tuple[Term, ...] = (
    term(
        "topic_selection",
        "选题",
        "topic selection",
        "确定协商议题：年度协商计划、议题征集、重点课题立题。",
        "Settling what to consult on: annual plans, calls for topics, naming of key subjects.",
    ),
    term(
        "inquiry",
        "调研",
        "inquiry",
        "为协商摸清情况：知情明政、专题调研、视察考察、走访。查看成果落实的视察归入“跟踪”。",
        "Finding out the facts before consulting: briefings, research, inspections, visits. "
        "An inspection that checks what became of a result is follow-up.",
    ),
    term(
        "deliberation",
        "协商",
        "deliberation",
        "面对面协商议政：议政性常委会会议、专题协商会、基层议事。",
        "Consulting in person: standing committee sessions, thematic meetings, local councils.",
    ),
    term(
        "submission",
        "报送",
        "submission of results",
        "将成果送交党政部门：建议案、专报、提案、社情民意信息。把意见转给部门属于报送，不是反馈。",
        "Passing results to Party and government bodies: recommendations, reports, proposals, "
        "opinion reports. Passing opinions on to a department belongs here, not under feedback.",
    ),
    term(
        "assignment",
        "交办",
        "instruction and assignment",
        "领导批示，或将成果、提案交有关单位办理。",
        "Leaders' written instructions, or assignment of results and proposals to the units that "
        "must handle them.",
    ),
    term(
        "adoption",
        "采纳",
        "adoption",
        "意见建议被党政部门采用，写入决策、规划或文件。",
        "Recommendations taken up by Party or government bodies in decisions, plans or documents.",
    ),
    term(
        "implementation",
        "落实",
        "implementation",
        "采纳的意见建议付诸行动。",
        "Adopted recommendations put into action.",
    ),
    term(
        "feedback",
        "反馈",
        "feedback to the proposer",
        "办理单位把结果答复提出意见的人。",
        "The handling unit's reply to those who made the recommendation.",
    ),
    term(
        "appraisal",
        "评议",
        "appraisal",
        "对提案、办理或部门工作打分评价：双向评议、民主评议。",
        "Rating of proposals, their handling or departments: two-way or democratic appraisal.",
    ),
    term(
        "follow_up",
        "跟踪",
        "follow-up",
        "成果报送之后持续查看办得怎样：跟踪问效、回头看、督办。",
        "Checking afterwards what became of a result: tracking, return visits, supervision.",
    ),
)

_BY_ID = {entry.id: entry for entry in STAGES}


def stage_term(stage: Stage) -> Term:
    """Return the vocabulary entry of a stage."""
    return _BY_ID[stage.value]
