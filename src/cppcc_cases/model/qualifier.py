"""How exactly a number is stated."""

from cppcc_cases.text import WordEnum, word


class Qualifier(WordEnum):
    """What a stated number says of the true one."""

    EXACT = word(
        "exact",
        "确数",
        "exact",
        "数字没有别的说法。可以不写。",
        "The number stands alone. May be left out.",
        "exactly precise",
    )
    AT_LEAST = word(
        "at_least",
        "以上",
        "at least",
        "多、余、以上、超过、突破、不少于。",
        "More than, over, at least: 多, 余, 以上, 超过.",
        "more_than over above minimum min >= >",
    )
    ABOUT = word(
        "about",
        "约",
        "about",
        "约、大约、左右、上下。",
        "About, around: 约, 左右, 上下.",
        "approximately approx around circa roughly ~",
    )
    AT_MOST = word(
        "at_most",
        "以内",
        "at most",
        "近、接近、不足、不到、以内、至多。",
        "Nearly, under, at most: 近, 不足, 以内.",
        "up_to under below nearly almost less_than fewer_than maximum max <= <",
    )
