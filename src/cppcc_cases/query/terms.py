"""Words that a user gives for an entry of a vocabulary → its id."""

from collections.abc import Mapping

from cppcc_cases.errors import CasesError
from cppcc_cases.model import Level, OutcomeKind, OutcomeStatus
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.text import Text
from cppcc_cases.vocab.stages import STAGES


class UnknownTerm(CasesError, LookupError):
    """A word is in no vocabulary. Takes the word, the vocabulary's name and its ids."""

    def __init__(self, word: str, vocabulary: str, known: tuple[str, ...]) -> None:
        super().__init__(word, vocabulary, known)
        self.word = word
        self.vocabulary = vocabulary
        self.known = known

    def __str__(self) -> str:
        return f"no {self.vocabulary} is called '{self.word}'; there are {', '.join(self.known)}"


VOCABULARIES = ("kind", "stage", "topic", "indicator", "outcome", "status", "level")


def labels(vocabulary: str, registry: Registry) -> Mapping[str, Text]:
    """Return the names of all entries of a vocabulary by their ids, in the vocabulary's order."""
    if vocabulary == "kind":
        return {id_: kind.name for id_, kind in registry.kinds.items()}
    if vocabulary == "indicator":
        return {id_: entry.label for id_, entry in registry.indicators.items()}
    if vocabulary == "topic":
        return {id_: entry.label for id_, entry in registry.topics.items()}
    if vocabulary in ("outcome", "status"):
        members = OutcomeKind if vocabulary == "outcome" else OutcomeStatus
        return {entry.value: entry.label for entry in members}
    if vocabulary == "level":
        return {entry.value: entry.label for entry in Level}
    return {entry.id: entry.label for entry in STAGES}


def term_id(vocabulary: str, word: str, registry: Registry) -> str:
    """Return the id of the entry that a word stands for: its id, or its name in either language.

    A part of an id between underscores will do if no other id has it, as ``studio`` for
    ``member_studio``. Raises :class:`UnknownTerm`.
    """
    known = labels(vocabulary, registry)
    plain = word.strip().casefold().replace("-", "_").replace(" ", "_")
    if plain in known:
        return plain
    for id_, label in known.items():
        if word.strip().casefold() in (label.zh, label.en.casefold()):
            return id_
    parts = [id_ for id_ in known if plain in id_.split("_")]
    if len(parts) == 1:
        return parts[0]
    raise UnknownTerm(word, vocabulary, tuple(known))
