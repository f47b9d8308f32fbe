"""A report as flat rows: one claim a row, with what it is made of, and where it stands.

The columns follow the fields of the model, so a field that is new there is a column here.
"""

import enum
from collections.abc import Iterator
from typing import get_args

from attrs import Attribute, fields, frozen

from cppcc_cases.comparison.observed import PERCENT
from cppcc_cases.comparison.verdict import reason_label
from cppcc_cases.model import (
    Dating,
    Edtf,
    Metric,
    Missing,
    Number,
    Outcome,
    Speaker,
    StageClaim,
    When,
    label_of,
)
from cppcc_cases.report.values import Cell, Claim, Line, Report, Row, Section, Side, Table
from cppcc_cases.report.words import WORDS
from cppcc_cases.text import Text
from cppcc_cases.vocab.dimensions import word_label


@frozen(kw_only=True)
class Word:
    """A word of a vocabulary: its id, which programs read, and its name for people."""

    id: str
    label: Text

    @classmethod
    def of(cls, member: enum.Enum) -> "Word":
        """Return the word that a member of a closed choice is."""
        label = getattr(member, "label", None)
        plain = Text(zh=member.value, en=member.value)
        return cls(id=member.value, label=label if isinstance(label, Text) else plain)


Value = Text | Word | tuple[Word, ...] | Number | str | None
"""What a row holds: words of both languages, words of a vocabulary, a number or a plain text."""

APART = " | "
"""Parts the pieces of evidence of one claim."""
_MODEL = (Metric, Outcome, StageClaim)
_ELSEWHERE = frozenset({"indicator", "value", "kind", "text", "evidence"})
"""Fields that stand in columns common to all claims."""


@frozen(kw_only=True)
class Column:
    """A column: its id and its name; ``worded`` ones hold words of a language."""

    id: str
    name: Text
    worded: bool = False


def _column(id_: str, zh: str, en: str, *, worded: bool = False) -> Column:
    return Column(id=id_, name=Text(zh=zh, en=en), worded=worded)


def _holds(field: "Attribute[object]", kind: type) -> bool:
    return field.type is kind or kind in get_args(field.type)


_WHEN = (
    _column("when_date", "时期·时间", "When, date"),
    _column("when_to", "时期·截至", "When, counted to"),
    _column("when_rule", "时期·推算规则", "When, rule", worded=True),
)


def _of_model() -> Iterator[Column]:
    """Yield a column for each field that a claim may be made of, and for who dates it."""
    seen = set(_ELSEWHERE)
    for cls in _MODEL:
        for field in fields(cls):
            if field.name in seen:
                continue
            seen.add(field.name)
            name = label_of(field.metadata, field.name)
            worded = _holds(field, Text) or _holds(field, Speaker)
            yield Column(id=field.name, name=name, worded=worded)
            if field.type is When:
                yield from _WHEN
            if _holds(field, Dating):
                by = Text(zh=f"{name.zh}·说法来源", en=f"{name.en}, who says so")
                yield Column(id=f"{field.name}_basis", name=by)


COLUMNS = (
    _column("party", "一方", "Party", worded=True),
    _column("codes", "区划代码", "Division codes"),
    _column("case", "案例", "Case"),
    _column("section", "部分", "Section"),
    _column("id", "编号", "Id"),
    _column("name", "名称", "Name", worded=True),
    _column("number", "数值", "Number"),
    _column("text", "内容", "Text", worded=True),
    _column("silence", "没有的缘由", "Silence"),
    *_of_model(),
    _column("verdict", "可比性", "Comparability"),
    _column("reasons", "缘由", "Reasons"),
    _column("why", "缘由说明", "Why", worded=True),
    _column("sources", "来源号", "Numbers of sources"),
    _column("articles", "报道", "Articles"),
    _column("paragraphs", "段落", "Paragraphs"),
    _column("anchors", "依据词", "Anchors"),
)
Flat = dict[str, Value]


def flat(report: Report) -> tuple[Flat, ...]:
    """Return the claims of a report on sides, in its order; absent keys are empty cells.

    A claim with several pieces of evidence is one row all the same, so that no figure counts twice.
    """
    return tuple(row for section in report.sections for row in _Flattened(report, section).rows())


@frozen
class _Flattened:
    report: Report
    section: Section

    def rows(self) -> Iterator[Flat]:
        for part in self.section.parts:
            if part.table:
                for row in part.table.rows:
                    yield from self._row(part.table, row)
            for line in part.lines:
                yield from self._line(line)

    def _row(self, table: Table, row: Row) -> Iterator[Flat]:
        judged: Flat = {}
        if row.verdict:
            reasons = tuple(Word(id=one, label=reason_label(one)) for one in row.verdict.reasons)
            judged = {"verdict": Word.of(row.verdict.verdict), "reasons": reasons, "why": row.why}
        named: Flat = {"id": row.id, "name": row.label, **judged}
        for index, cell in enumerate(row.cells):
            sides = [self.report.sides[index]] if table.sided else self.report.sides
            for side in sides:
                yield from ({**named, **one} for one in self._cell(cell, side, table, row))

    def _cell(self, cell: Cell, side: Side, table: Table, row: Row) -> Iterator[Flat]:
        for claim in cell.claims:
            yield self._claim(claim, side)
        told = not table.sided and any(one.claims for one in row.cells)
        if cell.state and not cell.claims and not told:
            yield {**self._begun(side), "state": Word.of(cell.state)}

    def _line(self, line: Line) -> Iterator[Flat]:
        for claim in line.claims:
            # A figure that one side alone has stands in no row, and is found by its indicator.
            id_ = claim.about.indicator if isinstance(claim.about, Metric) else line.id
            for side in self.report.sides:
                if claim.case in side.cases:
                    yield {"id": id_, "name": line.label, **self._claim(claim, side)}

    def _begun(self, side: Side) -> Flat:
        id_ = self.section.id
        section = Word(id=id_, label=self.section.title or WORDS[id_])
        return {"party": side.title, "codes": " ".join(side.codes), "section": section}

    def _claim(self, claim: Claim, side: Side) -> Flat:
        known = self.report.sources
        evidence = [known[number - 1] for number in claim.sources if number <= len(known)]
        made = claim.about if isinstance(claim.about, _MODEL) else None
        return {
            **self._begun(side),
            "case": claim.case,
            "number": claim.number,
            "text": claim.text,
            "silence": Word.of(claim.silence) if claim.silence else None,
            **dict(_told(made) if made else ()),
            "unit": _unit(claim),
            **({"qualifier": None} if claim.silence else {}),
            "sources": APART.join(map(str, claim.sources)),
            "articles": APART.join(dict.fromkeys(one.article for one in evidence)),
            "paragraphs": APART.join(str(one.paragraph) for one in evidence),
            "anchors": APART.join(one.anchor for one in evidence),
        }


def _unit(claim: Claim) -> Word | None:
    """Return the unit of a number: that of its figure, or per cent."""
    if claim.unit is None:
        return None
    id_ = claim.about.unit if isinstance(claim.about, Metric) else PERCENT
    return Word(id=id_, label=claim.unit)


def _told(made: Metric | Outcome | StageClaim) -> Iterator[tuple[str, Value]]:
    """Yield what each field says; what is missing is an empty cell."""
    for field in fields(type(made)):
        value = getattr(made, field.name)
        if field.name in _ELSEWHERE or value is None or isinstance(value, Missing):
            continue
        if isinstance(value, Dating):
            yield f"{field.name}_basis", Word.of(value.basis)
            value = value.date.text
        if isinstance(value, When):
            yield "when_date", value.date.text if value.date else None
            yield "when_to", value.to.text if value.to else None
            yield "when_rule", value.rule
            value = value.kind
        yield field.name, _value(value)


def _value(value: object) -> Value:
    if isinstance(value, enum.Enum):
        return Word.of(value)
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, tuple):
        return tuple(Word(id=one, label=word_label(one)) for one in value)
    if isinstance(value, Speaker):
        return Text(zh=value.post.zh + value.name.zh, en=f"{value.name.en}, {value.post.en}")
    assert isinstance(value, Text | int | float | str)
    return value
