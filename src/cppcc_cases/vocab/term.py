"""Terms, written as a table."""

from cppcc_cases.model.vocabulary import Term
from cppcc_cases.text import Text


def term(id_: str, zh: str, en: str, meaning_zh: str, meaning_en: str) -> Term:
    """Return a term; positional, so that a vocabulary reads as a table."""
    return Term(id=id_, label=Text(zh=zh, en=en), definition=Text(zh=meaning_zh, en=meaning_en))
