"""A report as a value: sections, tables, rows and cells of claims, from which all forms derive.

A number stays a number and a claim keeps what it is made of; words stand in both languages, and a
form chooses among them at the edge.
"""

import enum

from attrs import field, frozen

from cppcc_cases import model
from cppcc_cases.comparison.bars import Length
from cppcc_cases.comparison.normalise import NoQuotient, Quotient
from cppcc_cases.comparison.verdict import Judgement
from cppcc_cases.text import Text, default_to
from cppcc_cases.text import label as named
from cppcc_cases.vocab.denominators import Denominator

About = (
    model.Metric
    | Quotient
    | NoQuotient
    | Denominator
    | model.Outcome
    | model.StageClaim
    | model.Fact
    | model.Mention
)
"""What a claim is made of."""


class Silence(enum.Enum):
    """Why a cell has nothing to say."""

    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"
    NOT_IN_EXCERPT = "not_in_excerpt"
    NO_CASE = "no_case"
    NOT_IN_COLLECTION = "not_in_collection"
    NOTHING = "nothing"

    @classmethod
    def of(cls, missing: model.Missing) -> "Silence":
        """Return the silence of a value that is missing in a case."""
        return cls(missing.value)

    @classmethod
    def untold(cls, *, is_excerpt: bool) -> "Silence":
        """Return the silence of what cases do not tell, of which perhaps an excerpt was read."""
        return cls.NOT_IN_EXCERPT if is_excerpt else cls.NOT_REPORTED

    @property
    def label(self) -> Text:
        """What stands in a table in its place."""
        return _SILENCES[self][0] if self in _SILENCES else model.Missing(self.value).label

    @property
    def definition(self) -> Text:
        """What the word stands for."""
        return _SILENCES[self][1] if self in _SILENCES else model.Missing(self.value).definition


_SILENCES = {
    Silence.NOT_IN_EXCERPT: (
        Text(zh="节选未见", en="not in the excerpt read"),
        Text(
            zh="只读到节选，节选里没有；原文有没有不知道。",
            en="Only an excerpt was read, and it is not in there; the rest is not known.",
        ),
    ),
    Silence.NO_CASE: (
        Text(zh="无案例", en="no case"),
        Text(
            zh="这一方没有案例，谈不上写没写明；不等于没有，也不等于零。",
            en="The party has no case of which anything could have been stated: neither "
            "absence nor zero.",
        ),
    ),
    Silence.NOT_IN_COLLECTION: (
        Text(zh="未收录", en="not in the collection"),
        Text(
            zh="库里没有收录这一项；不等于没有。",
            en="The collection has nothing on it, which does not mean that there is nothing.",
        ),
    ),
    Silence.NOTHING: (
        Text(zh="–", en="–"),
        Text(zh="这一格没有可说的。", en="There is nothing to say in this cell."),
    ),
}


@frozen(kw_only=True, repr=False)
class Claim:
    """One thing that a report says, without the citations that follow it.

    ``number`` is the figure in ``unit``, and ``note`` what ``text`` says beside the two. ``about``
    is the value of the model that the claim is made of, ``sources`` the numbers of its evidence.
    """

    text: Text = field(metadata=named("说法", "text", "整句的说法。", "The whole of it, in words."))
    number: model.Number | None = default_to(
        None, "数值", "number", "其中的数。", "The figure in it."
    )
    unit: Text | None = default_to(None, "单位", "unit", "数的单位。", "The unit of the figure.")
    note: Text | None = default_to(
        None, "说明", "note", "数和单位以外的话。", "What is said beside the figure."
    )
    silence: Silence | None = default_to(
        None, "没有的缘由", "silence", "为什么没有说法。", "Why there is no claim."
    )
    about: About | None = default_to(
        None, "所据", "about", "这一说法由什么做成。", "What the claim is made of."
    )
    bar: Length | None = default_to(
        None, "条形", "bar", "数旁边的条形图。", "The bar beside the figure."
    )
    case: model.CaseId | None = default_to(
        None, "案例", "case", "出自哪个案例。", "The case that it is of."
    )
    sources: tuple[int, ...] = default_to(
        (),
        "来源号",
        "sources",
        "依据在最外层 sources 里的位置，从1起数；更大的号接着数 counts。",
        "Places in the list of sources of the report, counted from 1, and on through counts.",
        uniqueItems=True,
        items={"type": "integer", "minimum": 1},
    )


@frozen(kw_only=True, repr=False)
class Cell:
    """What a row says of one column; ``state`` is drawn as a mark in place of the claims."""

    claims: tuple[Claim, ...] = field(
        metadata=named("说法", "claims", "这一格的各条说法。", "What the cell says.")
    )
    state: model.StageState | None = default_to(
        None,
        "状态",
        "state",
        "各案例中最强的一个阶段状态。",
        "Of a stage: the strongest state among the cases.",
    )


@frozen(kw_only=True, repr=False)
class Row:
    """A row of a table: one thing across the columns, and whether its figures may be compared."""

    id: str = field(metadata=named("编号", "id", "这一行的编号。", "The id of the row."))
    label: Text = field(metadata=named("名称", "label", "读者看到的名称。", "What readers see."))
    cells: tuple[Cell, ...] = field(
        metadata=named("各格", "cells", "一栏一格。", "One for each column.")
    )
    verdict: Judgement | None = default_to(
        None, "可比性", "verdict", "各方的数能不能比。", "Whether its figures may be compared."
    )
    why: Text | None = default_to(
        None,
        "缘由说明",
        "why",
        "各条缘由，连同各方的值。",
        "Each reason, with its values.",
    )
    below: bool = default_to(
        False, "附行", "below", "是不是由上面一行得出的。", "Whether it is made from the row above."
    )


@frozen(kw_only=True, repr=False)
class Table:
    """A table. The columns of a ``sided`` one are the sides; ``compact`` ones hold short words."""

    head: Text | None = default_to(None, "行名", "head", "各行是什么。", "What its rows are.")
    columns: tuple[Text, ...] = field(
        metadata=named("各栏", "columns", "各栏的名称。", "The names of the columns.")
    )
    rows: tuple[Row, ...] = field(metadata=named("各行", "rows", "表的各行。", "Its rows."))
    sided: bool = default_to(
        False, "分方", "sided", "各栏是不是各方。", "Whether its columns are the sides."
    )
    compact: bool = default_to(
        False, "紧凑", "compact", "是不是只有记号或短词。", "Whether cells are short."
    )


@frozen(kw_only=True, repr=False)
class Line:
    """One entry of a list: what it is about, if that has a name, and what is said of it."""

    claims: tuple[Claim, ...] = field(
        metadata=named("说法", "claims", "各条说法。", "What is said.")
    )
    id: str = default_to("", "编号", "id", "所说事项的编号。", "The id of the thing.")
    label: Text | None = default_to(None, "名称", "label", "所说的事项。", "What it is about.")


@frozen(kw_only=True, repr=False)
class Part:
    """Part of a section, in this order: a title, a sentence, a table, a list."""

    title: Text | None = default_to(None, "小标题", "title", "小标题。", "Its title.")
    text: Text | None = default_to(None, "引语", "text", "一句话。", "A sentence.")
    table: Table | None = default_to(None, "表", "table", "表。", "A table.")
    lines: tuple[Line, ...] = default_to(
        (), "列表", "lines", "列表的各项。", "The entries of a list."
    )
    joined: bool = default_to(
        False,
        "合并",
        "joined",
        "列表里说法相同的，是不是并作一项。",
        "Whether entries that say the same are set as one.",
    )


@frozen(kw_only=True, repr=False)
class Section:
    """One section of a report."""

    id: str = field(metadata=named("编号", "id", "这一节的编号。", "The id of the section."))
    title: Text | None = default_to(None, "标题", "title", "标题。", "Its title.")
    parts: tuple[Part, ...] = field(
        metadata=named("内容", "parts", "这一节的各部分。", "What it holds.")
    )


@frozen(kw_only=True, repr=False)
class Side:
    """A party of a report: what was asked for, what it is, and the ids of its cases."""

    asked: str = field(
        metadata=named("所问", "asked", "所问的地区或案例，照原样。", "What was asked for.")
    )
    title: Text = field(
        metadata=named("题名", "title", "地区名，或案例的题名。", "The name of the party.")
    )
    codes: tuple[model.LocalityCode, ...] = field(
        metadata=named("区划代码", "division codes", "地区的代码。", "Its division codes.")
    )
    cases: tuple[model.CaseId, ...] = field(
        metadata=named("案例", "cases", "案例的编号。", "The ids of its cases.")
    )


@frozen(kw_only=True, repr=False)
class Report:
    """A report on ``sides``, if it has any; ``sources`` are cited by their number, from 1."""

    title: Text | None = default_to(None, "题目", "title", "题目。", "Its title.")
    subtitle: Text | None = default_to(None, "副题", "subtitle", "副题。", "Its subtitle.")
    sides: tuple[Side, ...] = default_to(
        (), "各方", "sides", "各方，按所问的次序。", "The parties as asked."
    )
    sections: tuple[Section, ...] = field(
        metadata=named("各节", "sections", "报告的各节。", "Its sections.")
    )
    articles: tuple[model.Article, ...] = default_to(
        (), "报道", "articles", "引用到的报道。", "The articles cited."
    )
    sources: tuple[model.Evidence, ...] = default_to(
        (), "来源", "sources", "引用到的依据。", "The evidence cited."
    )
    counts: tuple[Claim, ...] = default_to(
        (),
        "人口和区划数",
        "counts",
        "引用到的人口和区划数，号接着来源数。",
        "The counts of residents and divisions cited, numbered on from the sources.",
    )
