"""An entry of a controlled vocabulary."""

from attrs import frozen

from cppcc_cases.text import Text


@frozen(kw_only=True)
class Term:
    """A word of a controlled vocabulary: its id, its name and its definition."""

    id: str
    label: Text
    definition: Text


def term(id_: str, zh: str, en: str, meaning_zh: str, meaning_en: str) -> Term:
    """Return a term; positional, so that a vocabulary reads as a table."""
    return Term(id=id_, label=Text(zh=zh, en=en), definition=Text(zh=meaning_zh, en=meaning_en))
