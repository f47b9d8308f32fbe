"""The stages of a consultation, named and defined."""

from cppcc_cases.model.lifecycle import Stage
from cppcc_cases.model.vocabulary import Term

STAGES: tuple[Term, ...] = tuple(
    Term(id=stage.value, label=stage.label, definition=stage.definition) for stage in Stage
)

_BY_ID = {entry.id: entry for entry in STAGES}


def stage_term(stage: Stage) -> Term:
    """Return the vocabulary entry of a stage."""
    return _BY_ID[stage.value]
