"""Administrative units: provinces, prefectures and counties."""

import enum
from typing import NewType

from attrs import frozen

from cppcc_cases.text import Text

LocalityCode = NewType("LocalityCode", str)
"""The six digits of GB/T 2260, such as ``140100`` for Taiyuan."""


class Level(enum.Enum):
    """A level of the administrative division."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"

    @property
    def rank(self) -> int:
        """Return 1 for a province, 2 for a prefecture, 3 for a county: sorts from the top."""
        return _RANKS[self]

    @property
    def label(self) -> Text:
        """The level in words."""
        return _LABELS[self]


_LABELS = {
    Level.PROVINCE: Text(zh="省级", en="province"),
    Level.PREFECTURE: Text(zh="地级", en="prefecture"),
    Level.COUNTY: Text(zh="县级", en="county"),
}
_RANKS = {Level.PROVINCE: 1, Level.PREFECTURE: 2, Level.COUNTY: 3}


@frozen(kw_only=True)
class FormerName:
    """A full Chinese name and a code that a unit bore until a year.

    Either may equal today's: many units kept their name and changed their code. ``code`` and
    ``until`` are ``None`` where the source does not say.
    """

    zh: str
    code: LocalityCode | None
    until: int | None


@frozen(kw_only=True)
class Locality:
    """One unit: what it is called, where it belongs, what it was called before.

    ``name.zh`` is the full official name (太原市), ``name.en`` the usual English one (Taiyuan,
    Tongshan District). ``parents`` run from the province down and are empty for a province.
    ``former_names`` run from the latest back. ``slug`` is the pinyin without tones; siblings
    of one reading keep the kind of unit in it (``yiningxian`` beside ``yiningshi``).
    """

    code: LocalityCode
    name: Text
    level: Level
    parents: tuple[LocalityCode, ...]
    former_names: tuple[FormerName, ...]
    slug: str
