"""By what counts can be divided: residents and township-level divisions, with date and source.

Residents are those of the census of 2020, never registered population. Divisions are counted by
the Ministry of Civil Affairs, whose register they are; the statistics bureau's count is kept beside
it as another. Where nothing was found there is no denominator, which is not zero.
"""

import enum
from functools import cache
from pathlib import Path

from attrs import field, frozen

from cppcc_cases.model.edtf import Edtf
from cppcc_cases.model.locality import LocalityCode
from cppcc_cases.text import Text, label


class Per(enum.Enum):
    """What a count is divided by, and how many of them make the unit."""

    RESIDENTS = "residents"
    DIVISIONS = "divisions"

    @property
    def size(self) -> int:
        """How many make the unit: 100,000 residents, one division."""
        return 100_000 if self is Per.RESIDENTS else 1

    @property
    def label(self) -> Text:
        """The unit in words."""
        if self is Per.RESIDENTS:
            return Text(zh="每10万常住人口", en="per 100,000 residents")
        return Text(zh="每个乡级区划", en="per township-level division")


@frozen(kw_only=True)
class Denominator:
    """A count to divide by: how many, on which day, and who counted."""

    per: Per = field(metadata=label("所计", "per", "数的是什么。", "What is counted."))
    value: int = field(metadata=label("数值", "value", "有多少。", "How many there are."))
    as_of: Edtf = field(metadata=label("时点", "as of", "哪一天的数。", "The day of the count."))
    source: Text = field(metadata=label("出处", "source", "谁数的。", "Who counted."))
    code: LocalityCode = field(
        metadata=label("区划代码", "division code", "哪个地区的。", "The locality.")
    )
    marks: tuple[str, ...] = field(
        metadata=label(
            "标记",
            "marks",
            "可靠程度：rounded 约数、cited_only 转引、single_source 单一来源。",
            "How far it is to be trusted: rounded, quoted second-hand, of a single source.",
        )
    )


@frozen(kw_only=True)
class Denominators:
    """What is known of a locality. ``others`` are counts by other authorities, for a note."""

    main: tuple[Denominator, ...]
    others: tuple[Denominator, ...]

    def of(self, per: Per) -> Denominator | None:
        """Return the denominator of a sort, or None where none was found."""
        return next((one for one in self.main if one.per is per), None)


_SOURCES = {
    "census-shanxi": Text(
        zh="山西省第七次全国人口普查公报（第二号），山西省统计局，2021年5月26日",
        en="Shanxi bulletin no. 2 of the seventh census, Shanxi Bureau of Statistics, 26 May 2021",
    ),
    "census-shiyan": Text(
        zh="十堰市第七次全国人口普查公报，2021年7月12日，转引自中文维基百科，单一来源",
        en="Shiyan bulletin of the seventh census, 12 July 2021, as cited by Chinese Wikipedia; "
        "single source",
    ),
    "census-huainan": Text(
        zh="淮南市第七次全国人口普查公报（第一号），2021年6月7日",
        en="Huainan bulletin no. 1 of the seventh census, 7 June 2021",
    ),
    "census-changzhou": Text(
        zh="常州市第七次全国人口普查公报，转引自二手网页",
        en="Changzhou bulletin of the seventh census, as quoted by secondary pages",
    ),
    "wikipedia-changle": Text(
        zh="英文维基百科“Changle District”条（2020年普查），单一来源",
        en="English Wikipedia, Changle District (census of 2020); single source",
    ),
    "wikipedia-linxi": Text(
        zh="英文维基百科“Linxi County”条（2020年），单一来源",
        en="English Wikipedia, Linxi County (2020); single source",
    ),
    "secondary-ranghulu": Text(
        zh="二手文章转引第七次普查，四舍五入到百人，单一来源",
        en="secondary article quoting the seventh census, rounded to hundreds; single source",
    ),
    "mca-2025": Text(
        zh="民政部国家地名信息库年度行政区划代码",
        en="Ministry of Civil Affairs, annual codes of the national place-name database",
    ),
    "nbs-2023": Text(
        zh="国家统计局统计用区划代码（2023年），只计街道、镇、乡",
        en="National Bureau of Statistics, division codes for statistics (2023), "
        "sub-districts, towns and townships only",
    ),
}
_REASONS = {
    LocalityCode("320312"): Text(
        zh="没有查到普查常住人口；流传的133万是户籍人口，不能当常住人口用",
        en="no census figure was found; the 1.33 million in circulation are registered, "
        "not resident, population",
    ),
}
_MARKS = {
    "census-shiyan": ("cited_only", "single_source"),
    "census-changzhou": ("cited_only",),
    "wikipedia-changle": ("cited_only", "single_source"),
    "wikipedia-linxi": ("cited_only", "single_source"),
    "secondary-ranghulu": ("rounded", "cited_only", "single_source"),
}
_NOTHING = Text(zh="没有查到有来源的数字", en="no sourced figure was found")


def denominators(code: LocalityCode) -> Denominators:
    """Return what a locality's counts can be divided by, as far as it is known."""
    mine = [row for row in _table() if row[0] == code]
    return Denominators(
        main=tuple(_denominator(row) for row in mine if row[5] == "main"),
        others=tuple(_denominator(row) for row in mine if row[5] == "other"),
    )


def why_missing(code: LocalityCode, per: Per) -> Text:
    """Return why there is no denominator of a sort."""
    return _REASONS.get(code, _NOTHING) if per is Per.RESIDENTS else _NOTHING


@cache
def _table() -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table, read once a process."""
    text = Path(__file__).with_name("denominators.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


def _denominator(row: tuple[str, ...]) -> Denominator:
    code, per, value, as_of, source, _ = row
    return Denominator(
        per=Per(per),
        value=int(value),
        as_of=Edtf.parse(as_of),
        source=_SOURCES[source],
        code=LocalityCode(code),
        marks=_MARKS.get(source, ()),
    )
