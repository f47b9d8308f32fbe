"""Which kinds of mechanism there are, and the class of each."""

from functools import cache
from importlib import import_module

from cppcc_cases.model.case import Mechanism

_BUILT_IN = {
    "annual_plan": "AnnualPlan",
    "convening": "Convening",
    "cross_region": "CrossRegion",
    "hotline_link": "HotlineLink",
    "inspection": "Inspection",
    "key_proposal_supervision": "KeyProposalSupervision",
    "member_front_line": "MemberFrontLine",
    "member_studio": "MemberStudio",
    "opinion_reports": "OpinionReports",
    "platform_network": "PlatformNetwork",
    "research_to_decision": "ResearchToDecision",
    "result_procedure": "ResultProcedure",
    "standing_committee_session": "StandingCommitteeSession",
    "sustained_follow_up": "SustainedFollowUp",
    "two_way_appraisal": "TwoWayAppraisal",
}


def kind_ids() -> tuple[str, ...]:
    """Return the ids of all kinds, sorted."""
    return tuple(sorted(_BUILT_IN))


@cache
def kind_class(kind: str) -> type[Mechanism] | None:
    """Return the class of a kind, imported when it is first asked for, or None if unknown."""
    name = _BUILT_IN.get(kind)
    if name is None:
        return None
    found: type[Mechanism] = getattr(import_module(f"cppcc_cases.kinds.{kind}"), name)
    return found
