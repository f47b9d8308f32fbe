"""The values that a case is made of. Everything that an author of a kind needs is here."""

from cppcc_cases.model.article import Article, Gap, GapKind, Read
from cppcc_cases.model.basis import Basis
from cppcc_cases.model.case import (
    Case,
    CaseId,
    Check,
    MadeBy,
    Mechanism,
    Mention,
    Revision,
    TopicId,
    UnknownMechanism,
)
from cppcc_cases.model.claims import (
    ArticleId,
    Dating,
    Evidence,
    Fact,
    Figure,
    IndicatorId,
    Metric,
    Number,
    Participant,
    UnitId,
)
from cppcc_cases.model.edtf import Edtf
from cppcc_cases.model.labels import about_of, label, label_of, limits_of
from cppcc_cases.model.lifecycle import (
    EVERY_STAGE,
    NO_STAGE,
    Lifecycle,
    Stage,
    StageClaim,
    StageState,
    strongest,
)
from cppcc_cases.model.locality import FormerName, Level, Locality, LocalityCode
from cppcc_cases.model.missing import Maybe, Missing, given
from cppcc_cases.model.observation import (
    JOINT,
    UNDATED,
    Nature,
    Speaker,
    Stands,
    When,
    WindowKind,
)
from cppcc_cases.model.outcome import Outcome, OutcomeKind, OutcomeStatus
from cppcc_cases.model.qualifier import Qualifier
from cppcc_cases.model.row import Row
from cppcc_cases.model.vocabulary import Counted, Covers, Indicator, Term, Unit, Vocabulary
from cppcc_cases.text import Lang, Text

__all__ = [
    "EVERY_STAGE",
    "JOINT",
    "NO_STAGE",
    "UNDATED",
    "Article",
    "ArticleId",
    "Basis",
    "Case",
    "CaseId",
    "Check",
    "Counted",
    "Covers",
    "Dating",
    "Edtf",
    "Evidence",
    "Fact",
    "Figure",
    "FormerName",
    "Gap",
    "GapKind",
    "Indicator",
    "IndicatorId",
    "Lang",
    "Level",
    "Lifecycle",
    "Locality",
    "LocalityCode",
    "MadeBy",
    "Maybe",
    "Mechanism",
    "Mention",
    "Metric",
    "Missing",
    "Nature",
    "Number",
    "Outcome",
    "OutcomeKind",
    "OutcomeStatus",
    "Participant",
    "Qualifier",
    "Read",
    "Revision",
    "Row",
    "Speaker",
    "Stage",
    "StageClaim",
    "StageState",
    "Stands",
    "Term",
    "Text",
    "TopicId",
    "Unit",
    "UnitId",
    "UnknownMechanism",
    "Vocabulary",
    "When",
    "WindowKind",
    "about_of",
    "given",
    "label",
    "label_of",
    "limits_of",
    "strongest",
]
