"""What commands show → plain values for JSON, with ids, codes and every silence spelled out."""

from collections.abc import Iterable

from cppcc_cases.codec import Plain, encode
from cppcc_cases.comparison import (
    CaseMechanism,
    Comparison,
    MetricRow,
    OutcomeRow,
    Party,
    StageCell,
    StageRow,
)
from cppcc_cases.comparison.normalise import NoQuotient, Quotient
from cppcc_cases.comparison.standing import standing
from cppcc_cases.kinds.registry import Registry
from cppcc_cases.model import Case, Evidence, Locality, Mention, Missing, Row, StageClaim, Text
from cppcc_cases.render.claims import Numbers, numbered
from cppcc_cases.render.vocabulary import terms
from cppcc_cases.vocab.denominators import Denominator
from cppcc_cases.vocab.stages import stage_term

FORMAT = "cppcc-cases/comparison"
"""What the JSON of a comparison calls itself."""
VERSION = 1
"""The version of that form.

It is raised whenever a reader of the old form would misread the new one: a key is gone or renamed,
a value is of another type or means something else, a closed choice has a further word. A key that
is added does not raise it, nor do words of what packages add to: kinds with their own fields,
indicators, topics and units. Readers pass over keys that they don't know.
"""
NO_CASE = "no_case"
"""Stands in the cells of a party without a case, of which nothing could have been reported."""
RANK = "rank"
TIMES = "times"
"""How figures stand to each other: each by its rank, or as a multiple of the smaller one."""


def plain_listing(cases: Iterable[Case]) -> Plain:
    """Return cases in full."""
    return {"cases": [encode(case) for case in cases]}


def plain_party(party: Party) -> Plain:
    """Return a locality with its cases in full, or with the leads to others."""
    return {
        "asked": party.asked,
        "title": _text(party.title),
        "localities": [_locality(place) for place in party.localities],
        "cases": [encode(case) for case in party.cases],
        "mentions": [_mention(case, mention) for case, mention in party.mentions],
        "nearby": [case.id for case in party.nearby],
        "passed_over": [_locality(place) for place in party.passed_over],
    }


def plain_comparison(comparison: Comparison) -> Plain:
    """Return a comparison; ``sources`` are cited by their number, from 1.

    Each ``cells`` has one entry a party; ``no_case`` stands there for a party without a case. The
    form is that of :func:`~cppcc_cases.render.comparison_schema.comparison_schema`.
    """
    numbers = numbered(comparison.sources)
    parties = comparison.parties
    return {
        "format": FORMAT,
        "version": VERSION,
        "parties": [plain_party(party) for party in parties],
        "mechanisms": [
            [_mechanism(one, numbers) for one in column] for column in comparison.mechanisms
        ],
        "stages": [_stage(row, parties, numbers) for row in comparison.stages],
        "metrics": [_metric(row, comparison, numbers) for row in comparison.metrics],
        "outcomes": [_outcome(row, parties, numbers) for row in comparison.outcomes],
        "alike": [_text(text) for text in comparison.contrast.alike],
        "differ": [_text(text) for text in comparison.contrast.differ],
        "caveats": [_text(text) for text in comparison.caveats],
        "articles": [encode(article) for article in comparison.articles],
        "sources": [encode(evidence) for evidence in comparison.sources],
    }


def _mention(case: Case, mention: Mention) -> Plain:
    plain = encode(mention)
    assert isinstance(plain, dict)
    return {"case": case.id, **plain}


def _mechanism(one: CaseMechanism, numbers: Numbers) -> Plain:
    return {
        "case": one.case.id,
        "kind": one.case.mechanism.kind,
        "label": _text(one.kind),
        "fields": [_row(row, numbers) for row in one.rows],
    }


def _row(row: Row, numbers: Numbers) -> Plain:
    told: Plain
    if isinstance(row.facts, Missing):
        told = row.facts.value
    else:
        told = [
            {"zh": fact.zh, "en": fact.en, "sources": _cited(fact.evidence, numbers)}
            for fact in row.facts
        ]
    return {"field": row.field, "label": _text(row.label), "told": told}


def _stage(row: StageRow, parties: tuple[Party, ...], numbers: Numbers) -> Plain:
    return {
        "stage": row.stage.value,
        "label": _text(stage_term(row.stage).label),
        "cells": [
            _stage_cell(cell, numbers) if party.cases else NO_CASE
            for party, cell in zip(parties, row.cells, strict=True)
        ],
    }


def _stage_cell(cell: StageCell, numbers: Numbers) -> Plain:
    return {
        "state": cell.state.value,
        "claims": [_stage_claim(claim, numbers) for claim in cell.claims],
    }


def _stage_claim(claim: StageClaim, numbers: Numbers) -> Plain:
    return {
        "state": claim.state.value,
        "note": _text(claim.note) if claim.note else None,
        "sources": _cited(claim.evidence, numbers),
    }


def _metric(row: MetricRow, comparison: Comparison, numbers: Numbers) -> Plain:
    known = comparison.registry.indicators.get(row.indicator)
    cells: list[Plain] = []
    for party, cell in zip(comparison.parties, row.cells, strict=True):
        if not party.cases:
            cells.append(NO_CASE)
        elif isinstance(cell, Missing):
            cells.append(cell.value)
        else:
            cells.append([_claim(metric, metric.evidence, numbers) for metric in cell])
    return {
        "indicator": row.indicator,
        "label": _text(known.label) if known else None,
        "cells": cells,
        "verdict": row.comparability.verdict.value,
        "reasons": [reason.value for reason in row.comparability.reasons],
        "quotients": [
            {
                "per": one.per.value,
                "cells": [
                    _quotient(cell) if party.cases else NO_CASE
                    for party, cell in zip(comparison.parties, one.cells, strict=True)
                ],
            }
            for one in row.quotients
        ],
        "standing": _standing(row),
    }


def _standing(row: MetricRow) -> Plain:
    found = standing(row)
    if found is None:
        return None
    return {"by": RANK if found.is_rank else TIMES, "cells": list(found.cells)}


def _quotient(cell: Quotient | NoQuotient | None) -> Plain:
    if cell is None:
        return None
    if isinstance(cell, NoQuotient):
        return {"value": None, "reason": _text(cell.reason)}
    return {
        "value": cell.value,
        "size": cell.per.size,
        "numerator": cell.numerator,
        "denominator": _denominator(cell.denominator),
        "other": _denominator(cell.other) if cell.other else None,
    }


def _denominator(one: Denominator) -> Plain:
    return {"value": one.value, "as_of": one.as_of.text, "source": _text(one.source)}


def _outcome(row: OutcomeRow, parties: tuple[Party, ...], numbers: Numbers) -> Plain:
    cells: list[Plain] = []
    for party, cell in zip(parties, row.cells, strict=True):
        if cell:
            cells.append([_claim(one, one.evidence, numbers) for one in cell])
        else:
            cells.append(Missing.NOT_REPORTED.value if party.cases else NO_CASE)
    return {"kind": row.kind.value, "label": _text(row.kind.label), "cells": cells}


def _claim(claim: object, evidence: Iterable[Evidence], numbers: Numbers) -> Plain:
    plain = encode(claim)
    assert isinstance(plain, dict)
    del plain["evidence"]
    return {**plain, "sources": _cited(evidence, numbers)}


def _cited(evidence: Iterable[Evidence], numbers: Numbers) -> list[Plain]:
    return [*sorted({numbers[one] for one in evidence})]


def _text(text: Text) -> Plain:
    return {"zh": text.zh, "en": text.en}


def _locality(place: Locality) -> Plain:
    return {"code": place.code, "name": _text(place.name), "level": place.level.value}


def plain_vocabulary(names: Iterable[str], registry: Registry) -> Plain:
    """Return vocabularies by name."""
    return {name: _entries(name, registry) for name in names}


def _entries(name: str, registry: Registry) -> list[Plain]:
    if name == "indicators":
        return [
            {
                "id": entry.id,
                "label": _text(entry.label),
                "definition": _text(entry.definition),
                "units": list(entry.units),
                "rate": entry.is_rate,
                "numerator": _text(entry.numerator) if entry.numerator else None,
                "denominator": _text(entry.denominator) if entry.denominator else None,
            }
            for entry in registry.indicators.values()
        ]
    return [
        {"id": entry.id, "label": _text(entry.label), "definition": _text(entry.definition)}
        for entry in terms(name, registry)
    ]
