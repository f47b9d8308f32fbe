"""Quantities in a short fragment of Chinese news text.

The reader is careful rather than eager: it reads what is surely a count or a measure, says where a
number stands that it could not read, and never takes a piece of a number for the whole. It leaves
out years and other dates, ordinals, telephone lines, slogans, idioms and place names. What counts:

- a number in Arabic digits, with 千, 万 or 亿 taken in (1.2万 is 12000);
- a number in Chinese numerals, if a measure word or unit follows (三次), or 多 or 余 (十余), if it
  is large (三百), or if it is a share;
- a bare 百, 千, 万 or 亿, only if a word such as 近, 上 or 超 stands before it, or 多 or 余 behind:
  千人计划 and 百姓 count nothing, and 百名委员 are unread.

A share is read in percent: 九成 and 十分之九 are 90, 87.4% is 87.4, 3‰ is 0.3. Of a range (3—5次)
both ends are read, 3 as the least and 5 as the most. 三五个 and 数百人 name no number: unread.
"""

import functools
import re
from fractions import Fraction

from attrs import evolve, frozen

from cppcc_cases.model.qualifier import Qualifier
from cppcc_cases.vocab.numerals import DIGIT, LONGEST, fold_numerals, read_number, size_of
from cppcc_cases.vocab.quantity_words import QUALIFIERS, SPAN, pattern

_LARGE = frozenset("百千万亿")
_COUNTING = frozenset("名件项场次个篇份条亩")
_WHOLE = _COUNTING - {"亩"} | frozenset("人家户")
_UNCLEAR = ("sign", "mixed", "wan", "name", "odd")
_CERTAIN = (*_UNCLEAR, "share", "of", "more", "scale", "tenths")


@frozen(kw_only=True)
class Quantity:
    """One quantity, and where in the fragment it stands.

    ``value`` is an int when whole, and None where a number stands that could not be read.
    ``text`` is the number with the words that qualify it, and begins at ``start``; a measure word
    is part of it only when a qualifying word follows (三次以上).
    """

    value: int | float | None
    qualifier: Qualifier
    start: int
    text: str


@functools.lru_cache(maxsize=4096)
def read_quantities(fragment: str) -> tuple[Quantity, ...]:
    """Return the quantities of a fragment, read and unread, in the order in which they stand."""
    text, places = fold_numerals(fragment)
    read: list[Quantity] = []
    last = None
    for found in pattern().finditer(text):
        upper = last and SPAN.fullmatch(text, last.end("core"), found.start())
        if found["core"] and (_counts(found) or (upper and last and last["of"] == "百")):
            start = places[found.start()]
            end = places[max(map(found.end, ("core", "half", "odd", "after"))) - 1] + 1
            said = (found[name] for name in ("before", "after", "plus", "more"))
            read.append(
                Quantity(
                    value=_value(found),
                    qualifier=next((QUALIFIERS[word] for word in said if word), Qualifier.EXACT),
                    start=start,
                    text=fragment[start:end],
                )
            )
            # From 3 to 5 something may also have grown.
            if last and upper and not text.endswith(("从", "由", "自"), 0, last.start()):
                read[-2:] = _ends(*read[-2:])
            last = found
    return tuple(read)


def _ends(low: Quantity, high: Quantity) -> tuple[Quantity, Quantity]:
    """Return the ends of a range as least and most, unless a word before or behind says more."""
    if low.value is None or high.value is None or low.value < high.value:
        about = Qualifier.ABOUT in (low.qualifier, high.qualifier) and Qualifier.ABOUT
        if low.qualifier is Qualifier.EXACT:
            low = evolve(low, qualifier=about or Qualifier.AT_LEAST)
        if high.qualifier is Qualifier.EXACT:
            high = evolve(high, qualifier=about or Qualifier.AT_MOST)
    return low, high


def _counts(found: re.Match[str]) -> bool:
    """Tell whether a number that was matched, well formed or not, is a quantity where it stands."""
    run, measured = found["run"] or "几", found["measure"] is not None
    if run[0] in "几数" or any(found[name] for name in _CERTAIN):
        return True
    # Before a pause, a number that is cut off from its noun may be taken for one.
    pause = found["pause"] is not None
    if run in _LARGE:
        return found["measure"] in _COUNTING or bool(found["before"] and (measured or pause))
    if run[0] in "0123456789⁄":
        # Many digits, or a 0 before others, are a code.
        return measured or (len(run) <= LONGEST and not re.match("0[0-9]", run))
    large = _LARGE & set(run) and read_number(run) is not None
    return measured or bool(large and (found["before"] or pause or run[0] in DIGIT + "两"))


def _value(found: re.Match[str]) -> int | float | None:
    """Return the number that was matched, or None where it can't be read for certain."""
    share, scale, more = found["share"], found["scale"] or "", found["tenth"]
    value = read_number("百" if share == "百分百" else "五十" if share else found["run"])
    whole = read_number(found["of"] or "百")
    if value is None or not whole or len(scale) > 2 or _is_cut(found):
        return None
    value *= size_of(scale.removeprefix("个")) * 100 / whole
    if found["tenths"] and value <= 10:
        value = 10 * value + (5 if more == "半" else read_number(more or "零") or 0)
    elif found["tenths"]:
        return None
    elif found["rate"] and found["rate"].endswith("‰"):
        value /= 10
    value += Fraction(1, 2) if found["half"] else 0
    # 三分之二 has no end in percent.
    if 10**20 % value.denominator:
        return None
    return int(value) if value.denominator == 1 else float(value)


def _is_cut(found: re.Match[str]) -> bool:
    """Tell whether a number, sound by itself, is perhaps but a part where it stands."""
    run = found["run"] or ""
    if any(found[name] for name in _UNCLEAR):
        return True
    if run in _LARGE:
        # 百名委员 are perhaps a hundred.
        return not any(found[name] for name in ("before", "of", "more"))
    # 3—5万, and 三百五保户: 300 households, not 350
    low = found["low"] is not None and not (found["scale"] or _LARGE & set(run))
    ends = ("more", "measure", "pause", "plus", "after")
    short = re.search(rf"[百千万亿]\s?[1-9{DIGIT}]$", run) is not None
    # 12.000人 are hardly twelve, and nobody has 1.2 people.
    whole = found["measure"] in _WHOLE and re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", run) is not None
    return low or whole or (short and all(found[name] is None for name in ends))
