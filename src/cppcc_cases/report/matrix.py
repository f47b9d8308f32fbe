"""A matrix of localities → a report, and plain values for JSON."""

from collections.abc import Iterator

from attrs import evolve

from cppcc_cases.codec import Plain, encode
from cppcc_cases.comparison.matrix import Cell, Matrix, MatrixRow
from cppcc_cases.facets import labels
from cppcc_cases.model import IndicatorId, StageState, Text
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report import values
from cppcc_cases.report.claims import Teller, cell, quiet, said
from cppcc_cases.report.listing import not_listed
from cppcc_cases.report.values import Claim, Part, Report, Row, Section, Silence, Table
from cppcc_cases.report.words import WORDS, indicator_name
from cppcc_cases.text import plural

_THERE = said("●")
_NONE = said("·")


def matrix_report(found: Matrix, registry: Registry, shown: int | None = None) -> Report:
    """Return the report of a matrix; of figures, each locality lists its own.

    Of many localities only the first ``shown`` are listed.
    """
    tell = Teller(registry, ())
    title = WORDS[f"matrix_{found.by}"]
    if not found.rows:
        parts = [Part(text=WORDS["none_found"])]
    else:
        listed = found.by == "indicator"
        columns = (WORDS["figures"],) if listed else tuple(_columns(found, registry))
        rows = tuple(
            Row(
                id=row.code,
                label=row.name,
                cells=(
                    cell(Claim(text=said(str(len(row.cases))), number=len(row.cases))),
                    *(
                        [_figures(tell, found, row)]
                        if listed
                        else (_marked(one, row) for one in row.cells)
                    ),
                ),
            )
            for row in found.rows[:shown]
        )
        table = Table(
            head=WORDS["locality"],
            columns=(WORDS["count"], *columns),
            rows=rows,
            compact=not listed,
        )
        parts = [Part(table=table)]
        if found.by == "kind":
            there, none = WORDS["kind_there"], WORDS["no_case"]
            parts.append(
                Part(text=Text(zh=f"● {there.zh}  · {none.zh}", en=f"● {there.en}  · {none.en}"))
            )
        counted, more = _counted(found), len(found.rows) - len(rows)
        parts.append(Part(text=tell.text(not_listed, counted, more) if more else counted))
    return Report(title=title, sections=(Section(id="matrix", parts=tuple(parts)),))


def _columns(found: Matrix, registry: Registry) -> Iterator[Text]:
    known = labels(found.by, registry)
    return (known.get(id_, said(id_)) for id_ in found.columns)


def _marked(one: Cell, row: MatrixRow) -> values.Cell:
    if isinstance(one, StageState):
        untold = row.is_excerpt and one is StageState.NOT_REPORTED
        return values.Cell(claims=(_silent(row),) if untold else (), state=one)
    return cell(Claim(text=_THERE if one else _NONE))


def _figures(tell: Teller, found: Matrix, row: MatrixRow) -> values.Cell:
    claims = []
    for id_, metrics in zip(found.columns, row.cells, strict=True):
        assert isinstance(metrics, tuple)  # the cells of figures
        name = indicator_name(tell.zh.registry, IndicatorId(id_))
        for metric in metrics:
            claim = tell.metric(metric)
            note = tell.colon(name, claim.note) if claim.note else name
            claims.append(evolve(claim, text=tell.colon(name, claim.text), note=note))
    return cell(*(claims or [_silent(row)]))


def _silent(row: MatrixRow) -> Claim:
    return quiet(Silence.untold(is_excerpt=row.is_excerpt))


def _counted(found: Matrix) -> Text:
    cases = len({case.id for row in found.rows for case in row.cases})
    places = "1 locality" if len(found.rows) == 1 else f"{len(found.rows)} localities"
    return Text(
        zh=f"{len(found.rows)}个地区，{cases}个案例", en=f"{places}, {plural(cases, 'case')}"
    )


def plain_matrix(found: Matrix) -> Plain:
    """Return a matrix: its columns by id, and for each locality a cell for each column."""
    return {
        "by": found.by,
        "columns": list(found.columns),
        "rows": [
            {
                "code": row.code,
                "name": {"zh": row.name.zh, "en": row.name.en},
                "cases": [case.id for case in row.cases],
                "cells": [_plain(cell) for cell in row.cells],
            }
            for row in found.rows
        ],
    }


def _plain(one: Cell) -> Plain:
    if isinstance(one, StageState):
        return one.value
    if isinstance(one, bool):
        return one
    return [encode(metric) for metric in one]
