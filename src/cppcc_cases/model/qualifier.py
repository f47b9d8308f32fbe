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

    @property
    def definition(self) -> Text:
        """What the word stands for."""
        return _DEFINITIONS[self]


_LABELS = {
    Qualifier.EXACT: Text(zh="确数", en="exact"),
    Qualifier.AT_LEAST: Text(zh="以上", en="at least"),
    Qualifier.ABOUT: Text(zh="约", en="about"),
    Qualifier.AT_MOST: Text(zh="以内", en="at most"),
}
_DEFINITIONS = {
    Qualifier.EXACT: Text(
        zh="数字没有别的说法。可以不写。", en="The number stands alone. May be left out."
    ),
    Qualifier.AT_LEAST: Text(
        zh="多、余、以上、超过、突破、不少于。", en="More than, over, at least: 多, 余, 以上, 超过."
    ),
    Qualifier.ABOUT: Text(zh="约、大约、左右、上下。", en="About, around: 约, 左右, 上下."),
    Qualifier.AT_MOST: Text(
        zh="近、接近、不足、不到、以内、至多。", en="Nearly, under, at most: 近, 不足, 以内."
    ),
}
