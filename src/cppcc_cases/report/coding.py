"""How far two codings agree → a report, and plain values for JSON."""

from collections.abc import Iterator

import attrs

from cppcc_cases.checks.coding import Coding, FieldAgreement, Unit
from cppcc_cases.codec import Plain, encode
from cppcc_cases.facets import FACETS
from cppcc_cases.model import Lang, Metric, Text, When
from cppcc_cases.model.labels import label_of
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.claims import Teller, cell, plainly, said
from cppcc_cases.report.values import Claim, Line, Part, Report, Row, Section, Table
from cppcc_cases.report.words import WORDS, Words
from cppcc_cases.text import plural


def coding_report(found: Coding, registry: Registry) -> Report:
    """Return the report of two codings: alpha a field, then what is apart."""
    tell = Teller(registry, ())
    table = Table(
        head=WORDS["field"],
        columns=(WORDS["units_coded"], WORDS["coded_alike"], WORDS["alpha"]),
        rows=tuple(map(_row, found.fields)),
    )
    sections = [
        Section(id="fields", parts=(Part(table=table), Part(text=tell.text(_counted, found))))
    ]
    if found.apart:
        lines = tuple(Line(claims=(plainly(tell.text(_apart, one)),)) for one in found.apart)
        sections.append(Section(id="apart", title=WORDS["coded_apart"], parts=(Part(lines=lines),)))
    if found.alone:
        told = tuple(_alone(tell, found))
        sections.append(Section(id="alone", title=WORDS["coded_once"], parts=(Part(lines=told),)))
    return Report(title=WORDS["agreement"], sections=tuple(sections))


def _row(one: FieldAgreement) -> Row:
    share = f"{one.same}/{one.units}"
    alpha = "–" if one.alpha is None else f"{one.alpha:.3f}"
    return Row(
        id=one.field,
        label=_name(one.field),
        cells=(
            cell(Claim(text=said(str(one.units)), number=one.units)),
            cell(Claim(text=said(share))),
            cell(Claim(text=said(alpha), number=one.alpha)),
        ),
    )


def _name(field: str) -> Text:
    """Return what a field is called where it is encoded."""
    if field in FACETS:
        return FACETS[field].name
    home: type[attrs.AttrsInstance] = Metric if hasattr(Metric, field) else When
    return label_of(attrs.fields_dict(home)[field].metadata, field)


def _counted(words: Words, found: Coding) -> str:
    articles, once = len(found.articles), len(found.alone)
    if words.lang is Lang.ZH:
        return f"{articles}篇报道，两边都编了{found.matched}个数，只有一边编了的{once}个"
    return (
        f"{plural(articles, 'article')}; {plural(found.matched, 'figure')} coded by both, "
        f"{once} by one only"
    )


def _apart(words: Words, one: Unit) -> str:
    sides = words.join(each or words["left_out"] for each in (one.one, one.other))
    name = words.of(_name(one.field))
    return words.colon(f"{one.article} {words.quoted(one.about)} {name}", sides)


def _alone(tell: Teller, found: Coding) -> Iterator[Line]:
    for side, metric in found.alone:
        where = metric.evidence[0] if metric.evidence else None
        name = said(f"{'AB'[side]} {where.article if where else ''} {metric.indicator}".strip())
        anchor = where.anchor if where else ""
        text = Text(zh=tell.zh.quoted(anchor), en=tell.en.quoted(anchor))
        yield Line(label=name, claims=(plainly(text),))


def plain_coding(found: Coding) -> Plain:
    """Return what two codings have in common and what not."""
    return {
        "articles": [article.id for article in found.articles],
        "figures": found.matched,
        "fields": {
            one.field: {"units": one.units, "same": one.same, "alpha": one.alpha}
            for one in found.fields
        },
        "apart": [
            {
                "article": one.article,
                "about": one.about,
                "field": one.field,
                "one": one.one,
                "other": one.other,
            }
            for one in found.apart
        ],
        "alone": [{"side": "AB"[side], "metric": encode(metric)} for side, metric in found.alone],
    }
