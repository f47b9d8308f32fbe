"""Prose in two languages: the value in which everything that a person reads is said."""

import enum
from typing import TYPE_CHECKING, Self, TypeVar, cast

from attrs import field, frozen

LABEL = "cppcc_cases.label"
Said = tuple[str, str, str, str, dict[str, object]]
_T = TypeVar("_T")


def label(
    zh: str, en: str, about_zh: str = "", about_en: str = "", **limits: object
) -> dict[str, Said]:
    """Return attrs metadata that names a field, and says what it means.

    ``metadata=label("主题", "theme", "视察什么专题。", "The theme.")``. ``limits`` are keywords of
    JSON Schema, such as ``maxLength=24``, for what the field's type does not say by itself.
    """
    return {LABEL: (zh, en, about_zh, about_en, limits)}


def default_to(default: _T, zh: str, en: str, about_zh: str, about_en: str, **limits: object) -> _T:
    """Return a field that may be left out, said as by :func:`label`."""
    return field(default=default, metadata=label(zh, en, about_zh, about_en, **limits))


ZH_LIMITS = {
    "pattern": r"[^\u0000-\u33ff\ua000-\uffff]",
    "patternErrorMessage": "这里要写中文 · Chinese stands here",
}
EN_LIMITS = {
    "pattern": r"^(?=[\s\S]*\S)[^\u3400-\u9fff，。；：、（）！？]*$",
    "patternErrorMessage": "要写英文，不夹汉字和全角标点 · needs English, with ASCII punctuation",
}
"""Limits of prose in either language. Han beyond the basic plane is let through."""
NO_ENGLISH = "[no English given]"
"""What stands where the English was left out."""


_INNER = str.maketrans("“”", "‘’")
_BOTH = str.maketrans("“”‘’", "‘’“”")
_TITLES = str.maketrans("《》", "〈〉")


def nested(text: str) -> str:
    """Return a text as it stands within “ ”: its own “ ” are ‘ ’, and ‘ ’ within those “ ”."""
    return text.translate(_BOTH if "‘" in text else _INNER) if "“" in text else text


def plural(count: int, noun: str) -> str:
    """Return a count of things in English."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class Lang(enum.Enum):
    """A language of the library's output."""

    ZH = "zh"
    EN = "en"


def titled(text: str, lang: Lang) -> str:
    """Return the title of an article in the marks of a language."""
    return f"《{text.translate(_TITLES)}》" if lang is Lang.ZH else f"“{nested(text)}”"


_SHORT = ("etc.", "Co.", "Ltd.", "U.S.", "...")
"""What ends with a stop that is not the sentence's."""


@frozen(kw_only=True)
class Text:
    """One piece of prose, in Chinese and, but where a user left it out, in English."""

    zh: str = field(
        metadata=label(
            "中文",
            "Chinese",
            "中文，里面要有汉字。",
            "The Chinese; there must be Chinese characters in it.",
            **ZH_LIMITS,
        )
    )
    en: str = default_to(
        NO_ENGLISH,
        "英文",
        "English",
        "英文，里面不能有汉字；自己用的案例可以不写。",
        "The English, without Chinese characters; may be left out in a collection of one's own.",
        **EN_LIMITS,
    )

    def in_(self, lang: Lang) -> str:
        """Return the prose in one language; without English, the Chinese with a word on that."""
        if lang is Lang.EN and self.en == NO_ENGLISH:
            return f"{self.zh} {NO_ENGLISH}"
        return self.zh if lang is Lang.ZH else self.en

    @property
    def unended(self) -> "Text":
        """The prose without its full stop, as it stands among others."""
        en = self.en if self.en.endswith(_SHORT) else self.en.removesuffix(".")
        return Text(zh=self.zh.removesuffix("。"), en=en)


def word(value: str, zh: str, en: str, about_zh: str, about_en: str, also: str = "") -> str:
    """Return a member of a :class:`WordEnum`: what files write, its name and what it stands for.

    ``also`` are other words for it, between blanks; a blank within one is written as _. Its type is
    that of the value, since that is what :attr:`enum.Enum.value` gives.
    """
    more = tuple(one.replace("_", " ") for one in also.split())
    return cast(str, (value, Text(zh=zh, en=en), Text(zh=about_zh, en=about_en), more))


class WordEnum(enum.Enum):
    """Words of a closed vocabulary, each made by :func:`word`."""

    label: Text
    definition: Text
    also: tuple[str, ...]

    if not TYPE_CHECKING:

        def __new__(cls, value: str, label: Text, definition: Text, also: tuple[str, ...]) -> Self:
            """Make a word that is found by its value."""
            made = object.__new__(cls)
            made._value_, made.label, made.definition, made.also = value, label, definition, also
            return made


def rows(table: str) -> list[list[str]]:
    """Return the cells of a table in text, parted by bars; a line that is further in goes on."""
    edge = table[: len(table) - len(table.lstrip())]
    lines = table.strip().replace(f"{edge} ", " ").split(edge)
    return [[" ".join(cell.split()) for cell in line.split("|")] for line in lines]
