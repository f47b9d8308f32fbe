"""The values that a case is made of. Everything that an author of a kind needs is here."""

from cppcc_cases.model.article import Article, Gap
from cppcc_cases.model.case import Case, CaseId, Mechanism, Mention, TopicId
from cppcc_cases.model.claims import (
    ArticleId,
    Basis,
    Dating,
    Evidence,
    Fact,
    Figure,
    IndicatorId,
    Metric,
    Number,
    Outcome,
    OutcomeKind,
    OutcomeStatus,
    Participant,
    UnitId,
)
from cppcc_cases.model.edtf import Edtf
from cppcc_cases.model.labels import label, label_of
from cppcc_cases.model.lifecycle import Lifecycle, Stage, StageClaim, StageState
from cppcc_cases.model.locality import FormerName, Level, Locality, LocalityCode
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.model.qualifier import Qualifier
from cppcc_cases.text import Lang, Text

__all__ = [
    "Article",
    "ArticleId",
    "Basis",
    "Case",
    "CaseId",
    "Dating",
    "Edtf",
    "Evidence",
    "Fact",
    "Figure",
    "FormerName",
    "Gap",
    "IndicatorId",
    "Lang",
    "Level",
    "Lifecycle",
    "Locality",
    "LocalityCode",
    "Maybe",
    "Mechanism",
    "Mention",
    "Metric",
    "Missing",
    "Number",
    "Outcome",
    "OutcomeKind",
    "OutcomeStatus",
    "Participant",
    "Qualifier",
    "Stage",
    "StageClaim",
    "StageState",
    "Text",
    "TopicId",
    "UnitId",
    "label",
    "label_of",
]
