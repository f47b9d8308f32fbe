"""How exactly a number is stated."""

import enum

from cppcc_cases.text import Text


class Qualifier(enum.Enum):
    """What a stated number says of the true one."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    ABOUT = "about"
    AT_MOST = "at_most"

    @property
    def label(self) -> Text:
        """The short word that stands beside a number."""
        return _LABELS[self]


_LABELS = {
    Qualifier.EXACT: Text(zh="确数", en="exact"),
    Qualifier.AT_LEAST: Text(zh="以上", en="at least"),
    Qualifier.ABOUT: Text(zh="约", en="about"),
    Qualifier.AT_MOST: Text(zh="以内", en="at most"),
}
