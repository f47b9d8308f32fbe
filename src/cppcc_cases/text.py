"""Prose in two languages: the value in which everything that a person reads is said."""

import enum

from attrs import frozen


class Lang(enum.Enum):
    """A language of the library's output."""

    ZH = "zh"
    EN = "en"


@frozen(kw_only=True)
class Text:
    """One piece of prose, complete in Chinese and in English."""

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        """Return the prose in one language."""
        return self.zh if lang is Lang.ZH else self.en
