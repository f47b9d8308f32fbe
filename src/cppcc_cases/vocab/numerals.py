"""Whole numbers, decimals and Chinese numerals: what a run of them is worth.

A run is read to its end or not at all: 13万2 is 132000, and 1,23,456 has no value.
"""

import math
import re
import unicodedata
from fractions import Fraction

from cppcc_cases.folding import fold_aligned

DIGIT = "一二三四五六七八九"
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
NUMERAL = f"[零〇两{DIGIT}{''.join(UNITS)}廿卄卅卌]"
LONGEST = 15
"""More digits than this are the number of an account or a certificate, not a quantity."""

_FORMAL = str.maketrans(
    "壹弌贰貳弍叁叄弎肆柒捌玖佰仟約過屆戶頃時號級紀熱線話強",
    "一一二二二三三三四七八九百千约过届户顷时号级纪热线话强",
)
_OLD = re.compile(
    # Beside other numerals these are numerals, elsewhere parts of words: 队伍, 大陆, 參加, 收拾.
    f"(?<![大登着内水队入退行落])[伍陆參](?=[拾百千万亿])|(?<=[拾百千零])[伍陆](?![军续])"
    f"|(?<=[{DIGIT}伍陆參])拾|(?<![收捡])拾(?=[{DIGIT}伍陆參万亿])"
    "|(?<![大登着内水队入退行落收捡])[伍陆拾](?=[个件次名项场份篇])"
    # 二○二四, 二0二四; 10w+
    f"|(?<=[{DIGIT}零〇])[0○◯Oo]++(?=[{DIGIT}零〇年])|(?<=[0-9])(?:w(?![0-9A-Za-z])|W(?=[+]))"
)
_PLAIN = str.maketrans("伍陆參拾0○◯OowW", "五六三十〇〇〇〇〇万万")
_MARKS = {"<super>": "^", "<sub>": "^", "<fraction>": "⁄"}

_ARABIC = (
    r"(?:[0-9]{1,2}/[0-9]{1,2}(?![0-9/])|[0-9⁄]++(?:(?:[ .,'’_:∶·•・×*±比点]*+"
    r"|、(?=000(?![0-9]))|。(?=[0-9]{1,2}[万亿%]))[0-9⁄]++)*+[*×^]*+)"
)
_UNIT = "(?:百(?![姓货强])|千(?![瓦米克伏])|[十万亿])"
_JOINED = rf"\s?(?![0-9]{{4}}\s?年){_ARABIC}"
RUN = (
    rf"(?:{_ARABIC}(?:\s?+{_UNIT}|(?<=[十百千万亿零两{DIGIT}])(?:[零两{DIGIT}]|{_JOINED}))*+"
    rf"|{NUMERAL}(?:{NUMERAL}|{_JOINED}|点(?=[零〇{DIGIT}])|(?<=[{DIGIT}两])、(?=[{DIGIT}两])"
    rf"|\s(?={NUMERAL}))*+)"
)
"""The longest stretch that may be one number, well formed or not."""

_SPELLED = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十", "两": "二", "〇": "零"}
_ASCII = str.maketrans("零" + DIGIT, "0123456789")
_GROUPED = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:(?:,[0-9]{3})++|(?: [0-9]{3})++)(?![0-9])")
_LITERAL = re.compile(r"(0|[1-9][0-9]*)(?:\.([0-9]+))?([百千]?(?:万亿|万|亿)|百|千|)")


def fold_numerals(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text with its numerals in one form, and where each of its characters came from.

    A superscript becomes ^, a vulgar fraction ⁄, and any other numbered sign (①, ⑵) ¤: as digits
    they would join the number beside them.
    """
    folded, places = fold_aligned("".join(map(_unsigned, text)))
    return _OLD.sub(lambda old: old[0].translate(_PLAIN), folded.translate(_FORMAL)), places


def _unsigned(char: str) -> str:
    if unicodedata.category(char) != "No":
        return char
    return _MARKS.get(unicodedata.decomposition(char).partition(" ")[0], "¤")


def read_number(run: str) -> Fraction | None:
    """Return what a run is worth, or None if it is not one well-formed number."""
    if len(run) > LONGEST * 3:
        return None
    run = re.sub(rf"\s?([十百千万亿])(?:\s(?=[0-9]+\s?[百千万]|{NUMERAL}))?", r"\1", run)
    run = _GROUPED.sub(lambda found: re.sub("[, ]", "", found[0]), run)
    run = "".join(_SPELLED.get(char, char) for char in run)
    whole, point, rest = run.partition("点")
    if point:
        run = f"{_integer(whole)}.{rest.translate(_ASCII)}"
    literal = _LITERAL.fullmatch(run)
    if literal:
        whole, rest, units = literal.groups(default="")
        # Nobody writes 12千; 2024千 is a year and another word.
        if len(whole + rest) > LONGEST or (units[:1] in {"百", "千"} and len(whole) > 1):
            return None
        return Fraction(int(whole + rest) * size_of(units), 10 ** len(rest))
    if re.fullmatch("[百千]?[万亿]|[百千]|万亿", run):
        return Fraction(size_of(run))
    # 3万一户 may be 31,000 households, or 30,000 for each.
    value = None if run[0].isascii() and run[-1] in DIGIT else _integer(run)
    return None if value is None else Fraction(value)


def size_of(units: str) -> int:
    """Return what a string of units multiplies by."""
    return math.prod(UNITS[unit] for unit in units)


def _integer(run: str) -> int | None:
    """Read a whole numeral in which Arabic and Chinese digits may stand side by side."""
    for unit, size in reversed(UNITS.items()):
        head, found, tail = run.rpartition(unit)
        if found:
            high = 1 if unit == "十" and not head else _integer(head)
            low = _rest(tail, size)
            # One digit stands before 十, 百 and 千; fewer than the unit counts before 万 and 亿.
            if not high or low is None or high >= (size if size > 1000 else 10):
                return None
            return high * size + low
    plain = run.translate(_ASCII)
    if plain.isdecimal() and (len(run) == 1 or (run.isascii() and run[0] != "0")):
        return int(plain)
    return None


def _rest(tail: str, size: int) -> int | None:
    """Read what follows a unit: 两万五 and 13万2 are spoken short forms, and 13万25 is unclear."""
    places = len(str(size)) - 1
    if not tail:
        return 0
    if tail.isascii() and len(tail) > 1 and tail.isdecimal():
        full = len(tail) == places or (len(tail) == places - 1 and tail[0] != "0")
        return int(tail) if full else None
    skipped = tail.startswith("零")
    value = _integer(tail.removeprefix("零"))
    if not value or value >= (size // 10 if skipped else size):
        return None
    return value * size // 10 if len(tail) == 1 and value < 10 else value
