"""Words that a user gives for an entry of a vocabulary → its id."""

from cppcc_cases.errors import CasesError
from cppcc_cases.facets import also, labels
from cppcc_cases.folding import fold
from cppcc_cases.hints import hint, no_such
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.text import Text


class UnknownTerm(CasesError, LookupError):
    """A word is in no vocabulary. Takes the word, the vocabulary's name, its ids, and a hint."""

    def __init__(self, word: str, vocabulary: str, known: tuple[str, ...], hint: Text) -> None:
        super().__init__(word, vocabulary, known, hint)
        self.word = word
        self.vocabulary = vocabulary
        self.known = known
        self.message = no_such(f"--{vocabulary}", word, hint)

    def __str__(self) -> str:
        return f"no {self.vocabulary} is called '{self.word}'; there are {', '.join(self.known)}"


def term_id(vocabulary: str, word: str, registry: Registry) -> str:
    """Return the id of the entry that a word stands for: its id, or its name in either language.

    A part of an id between underscores will do if no other id has it, as ``studio`` for
    ``member_studio``; of a state it won't, where ``reported`` would be ``not_reported``. Raises
    :class:`UnknownTerm`.
    """
    known = labels(vocabulary, registry)
    bare = fold(word).strip().casefold()
    plain = bare.replace("-", "_").replace(" ", "_")
    if plain in known:
        return plain
    for id_, label in known.items():
        if bare in (fold(label.zh).casefold(), label.en.casefold()):
            return id_
    parts = [id_ for id_ in known if plain in id_.split("_") and vocabulary != "state"]
    if len(parts) == 1:
        return parts[0]
    raise UnknownTerm(word, vocabulary, tuple(known), hint(word, known, also(vocabulary)))
