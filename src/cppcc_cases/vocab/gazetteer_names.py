"""How the gazetteer reads what a user writes as the name of a place."""

import re
import unicodedata

from cppcc_cases.folding import fold

SUFFIXES = "省市区县旗盟州"
"""The words for kinds of units that a short name leaves out."""

_SUFFIX_WORDS = (*SUFFIXES, "地区", "自治县", "自治旗", "自治州")
_IGNORED = str.maketrans("", "", " -'’ʼ·.,_")
_JOINTS = re.compile(r"[\s·•・\-—–>]+")
_COUNTRY = re.compile(r"^(中华人民共和国|中国)[/ ]*|[,/ ]+(p\.?r\.? ?china|china|prc)$", re.I)
_OF = re.compile("^(?:the )?([a-z ]+) of ([a-z' ]+)", re.I)


def clean(name: str) -> str:
    """Fold a name, without China, with single spaces; the City of Taiyuan is Taiyuan City."""
    return _OF.sub(r"\2 \1", _COUNTRY.sub("", " ".join(fold(name).split())))


def is_chinese(name: str) -> bool:
    """Tell whether a name has a Chinese character in it."""
    return any("㐀" <= char <= "鿿" for char in name)


def joined(name: str) -> str:
    """Return a Chinese name without gaps, dots, dashes and arrows."""
    return _JOINTS.sub("", name)


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


def read_path(name: str) -> list[str]:
    """Return the names in ``jiangsu/xuzhou/tongshan`` or ``Tongshan, Xuzhou``, from the top."""
    parts = name.split("/") if "/" in name else re.split("[,(]", name.rstrip(")"))[::-1]
    return [part.strip() for part in parts]
