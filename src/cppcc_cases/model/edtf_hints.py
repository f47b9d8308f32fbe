"""What the writer of a date that can't be read may have meant."""

import re
import unicodedata
from collections.abc import Iterator

from cppcc_cases.model.edtf import OPEN, UNKNOWN


def candidates(text: str) -> Iterator[str]:
    """Give what the writer of an unusable date may have meant, the likeliest first."""
    # Far longer than any date: nothing to guess from, and no time to be lost on it.
    plain = unicodedata.normalize("NFKC", text[:80]).translate(dict.fromkeys(map(ord, "–—−‐"), "-"))
    plain = "".join(plain.split()).replace("x", "X")
    yield plain
    year, month = r"([0-9]{4})年?", r"([0-9]{4})[年./-]([0-9]{1,2})月"
    to = "[-~至到]+"
    for pattern, form in (
        (r"([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?(?:T.*)?", "{}-{}-{}"),
        (r"([0-9]{4})[年./-]([0-9]{1,2})月?", "{}-{}"),
        (r"([0-9]{4})([0-9]{2})([0-9]{2})", "{}-{}-{}"),
        (year, "{}"),
        (f"{year}{to}{year}", "{}/{}"),
        (f"{month}{to}([0-9]{{1,2}})月", "{0}-{1}/{0}-{2}"),
        (f"{month}([0-9]{{1,2}})日{to}([0-9]{{1,2}})日", "{0}-{1}-{2}/{0}-{1}-{3}"),
        (f"{month}上旬", "{0}-{1}-01/{0}-{1}-10"),
        (f"{month}中旬", "{0}-{1}-11/{0}-{1}-20"),
        # Of level 2, but what it means can be said as an interval.
        (r"([0-9]{4}-[0-9]{2}-[12])X", "{0}0/{0}9"),
        # The last day of the month that exists is the first of these that can be read.
        *((f"{month}下旬", f"{{0}}-{{1}}-21/{{0}}-{{1}}-{last}") for last in (31, 30, 29, 28)),
    ):
        if found := re.fullmatch(pattern, plain):
            yield form.format(*(part.zfill(2) for part in found.groups()))
    sides = [*plain.partition("/")[::2]]
    if set(sides) <= {"", OPEN, UNKNOWN, "不详", "日期不详", "未知", "unknown"}:
        yield UNKNOWN
    yield "/".join(sides[::-1])
    yield "/".join(side.replace(UNKNOWN, "") for side in sides)
