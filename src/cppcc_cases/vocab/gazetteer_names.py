"""How the gazetteer reads what a user writes as the name of a place."""

import unicodedata

SUFFIXES = "省市区县旗盟州"
"""The words for kinds of units that a short name leaves out."""

_SUFFIX_WORDS = (*SUFFIXES, "地区", "自治县", "自治旗", "自治州")
_IGNORED = str.maketrans("", "", " -'’ʼ·.,_")


def clean(name: str) -> str:
    """Fold full-width forms, and white space to single spaces with none at the ends."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def is_chinese(name: str) -> bool:
    """Tell whether a name has a Chinese character in it."""
    return any("㐀" <= char <= "鿿" for char in name)


def fold_roman(name: str) -> str:
    """Fold a romanised name: no case, tones, spaces, hyphens or apostrophes.

    ``ü`` after l and n may be written ü, v or yu and is folded to yu; elsewhere to u.
    """
    folded = name.casefold().translate(_IGNORED)
    if not folded.isascii():
        parts = unicodedata.normalize("NFD", unicodedata.normalize("NFC", folded))
        # The two dots make another letter; every other mark is a tone.
        parts = parts.replace("u\N{COMBINING DIAERESIS}", "v")
        folded = "".join(char for char in parts if not unicodedata.combining(char))
    return folded.replace("lv", "lyu").replace("nv", "nyu").replace("v", "u")


def stem(name: str) -> str:
    """Return a Chinese name without the word for the kind of unit, if two characters remain."""
    for word in reversed(_SUFFIX_WORDS):
        if name.endswith(word) and len(name) - len(word) > 1:
            return name.removesuffix(word)
    return name


def read_path(name: str) -> tuple[list[str], str]:
    """Split ``jiangsu/xuzhou/tongshan`` into the units named on the way and the last one."""
    *above, last = (part.strip() for part in name.split("/"))
    return above, last
