"""What commands show → plain values for JSON, with ids, codes and every silence spelled out."""

from collections.abc import Iterable

from cppcc_cases.codec import Plain, encode
from cppcc_cases.compare import Comparison, Party
from cppcc_cases.kinds.rows import Row
from cppcc_cases.model import Case, Evidence, Locality, Missing, Text
from cppcc_cases.render.claims import Numbers, numbered
from cppcc_cases.render.vocabulary import terms
from cppcc_cases.vocab.indicators import INDICATORS
from cppcc_cases.vocab.stages import stage_term


def plain_listing(cases: Iterable[Case]) -> Plain:
    """Return cases in full."""
    return {"cases": [encode(case) for case in cases]}


def plain_party(party: Party) -> Plain:
    """Return a locality with its cases in full, or with the leads to others."""
    return {
        "title": _text(party.title),
        "localities": [_locality(place) for place in party.localities],
        "cases": [encode(case) for case in party.cases],
        "mentions": [
            {"case": case.id, "text": _text(mention.text)} for case, mention in party.mentions
        ],
        "nearby": [case.id for case in party.nearby],
        "passed_over": [_locality(place) for place in party.passed_over],
    }


def plain_comparison(comparison: Comparison) -> Plain:
    """Return a comparison; ``sources`` are cited by their number, from 1."""
    numbers = numbered(comparison.sources)
    return {
        "parties": [plain_party(party) for party in comparison.parties],
        "mechanisms": [
            [
                {
                    "case": one.case.id,
                    "kind": one.case.mechanism.kind,
                    "label": _text(one.kind),
                    "fields": [_row(row, numbers) for row in one.rows],
                }
                for one in column
            ]
            for column in comparison.mechanisms
        ],
        "stages": [
            {
                "stage": row.stage.value,
                "label": _text(stage_term(row.stage).label),
                "cells": [
                    {
                        "state": cell.state.value,
                        "claims": [
                            {
                                "state": claim.state.value,
                                "note": _text(claim.note) if claim.note else None,
                                "sources": _cited(claim.evidence, numbers),
                            }
                            for claim in cell.claims
                        ],
                    }
                    for cell in row.cells
                ],
            }
            for row in comparison.stages
        ],
        "metrics": [
            {
                "indicator": row.indicator,
                "cells": [
                    cell.value
                    if isinstance(cell, Missing)
                    else [_claim(metric, metric.evidence, numbers) for metric in cell]
                    for cell in row.cells
                ],
            }
            for row in comparison.metrics
        ],
        "outcomes": [
            {
                "kind": row.kind.value,
                "cells": [
                    [_claim(one, one.evidence, numbers) for one in cell] or "not_reported"
                    for cell in row.cells
                ],
            }
            for row in comparison.outcomes
        ],
        "caveats": [_text(text) for text in comparison.caveats],
        "articles": [encode(article) for article in comparison.articles],
        "sources": [encode(evidence) for evidence in comparison.sources],
    }


def _claim(claim: object, evidence: Iterable[Evidence], numbers: Numbers) -> Plain:
    plain = encode(claim)
    assert isinstance(plain, dict)
    del plain["evidence"]
    return {**plain, "sources": _cited(evidence, numbers)}


def _cited(evidence: Iterable[Evidence], numbers: Numbers) -> list[Plain]:
    return sorted({numbers[one] for one in evidence})  # type: ignore[return-value]


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


def _text(text: Text) -> Plain:
    return {"zh": text.zh, "en": text.en}


def _locality(place: Locality) -> Plain:
    return {"code": place.code, "name": _text(place.name), "level": place.level.value}


def plain_vocabulary(names: Iterable[str]) -> Plain:
    """Return vocabularies by name."""
    return {name: _entries(name) for name in names}


def _entries(name: str) -> list[Plain]:
    if name == "indicators":
        return [
            {
                "id": entry.id,
                "label": _text(entry.label),
                "definition": _text(entry.definition),
                "units": list(entry.units),
                "rate": entry.is_rate,
            }
            for entry in INDICATORS
        ]
    return [
        {"id": entry.id, "label": _text(entry.label), "definition": _text(entry.definition)}
        for entry in terms(name)
    ]
