"""A matrix of localities → a document, and plain values for JSON."""

from cppcc_cases.codec import Plain, encode
from cppcc_cases.comparison.matrix import Axis, Cell, Matrix, MatrixRow
from cppcc_cases.kinds.registry import Registry
from cppcc_cases.model import Lang, StageState
from cppcc_cases.query.terms import labels
from cppcc_cases.render.claims import figure
from cppcc_cases.render.document import (
    Block,
    Document,
    Heading,
    Items,
    Key,
    Line,
    Paragraph,
    Table,
    signs,
)
from cppcc_cases.render.marks import state_key, state_mark
from cppcc_cases.render.width import width
from cppcc_cases.render.words import Words
from cppcc_cases.text import plural

_TITLES = {
    Axis.STAGE: "matrix_stage",
    Axis.KIND: "matrix_kind",
    Axis.INDICATOR: "matrix_indicator",
}
_ROOM = 80
"""The terminal for which names stand at the heads of columns if they fit."""
_GAP = 2
_THERE = "●"
_NONE = "·"


def matrix_document(found: Matrix, registry: Registry, lang: Lang, *, full: bool) -> Document:
    """Return the document of a matrix.

    With ``full`` every column has its name at its head. Without, names too long for a terminal
    give way to numbers with a key below, and of figures only those that there are are listed.
    """
    words = Words(lang, registry)
    blocks: list[Block] = [Heading(level=1, text=words[_TITLES[found.axis]])]
    if not found.rows:
        return Document(blocks=(*blocks, Paragraph(text=words["none_found"])))
    if found.axis is Axis.INDICATOR and not full:
        blocks.append(_listed(words, found))
    else:
        blocks.extend(_crossed(words, found, full=full))
        blocks.append(_key(words, found.axis))
    return Document(blocks=(*blocks, Paragraph(text=_counted(words, found))))


def _crossed(words: Words, found: Matrix, *, full: bool) -> list[Block]:
    names = _columns(words, found)
    beside = max(width(words.of(row.name)) for row in found.rows) + width(words["count"])
    fits = beside + sum(_GAP + width(name) for name in names) + _GAP <= _ROOM
    numbers = [str(n) for n in range(1, len(names) + 1)]
    table = Table(
        header=(*_heads(words), *(names if full or fits else numbers)),
        rows=tuple(
            (*_locality(words, row), *(_shown(words, cell) for cell in row.cells))
            for row in found.rows
        ),
        compact=True,
    )
    key = () if full or fits else (Items(items=tuple(names), numbered=True),)
    return [table, *key]


def _listed(words: Words, found: Matrix) -> Table:
    return Table(
        header=(*_heads(words), words["figures"]),
        rows=tuple(
            (
                *_locality(words, row),
                tuple(
                    words.colon(words.indicator(id_), words.join(signs(_shown(words, cell))))
                    for id_, cell in zip(found.columns, row.cells, strict=True)
                    if cell
                )
                or (words["not_reported"],),
            )
            for row in found.rows
        ),
    )


def _heads(words: Words) -> tuple[str, str]:
    return words["locality"], words["count"]


def _locality(words: Words, row: MatrixRow) -> tuple[tuple[str, ...], ...]:
    return (words.of(row.name),), (str(len(row.cases)),)


def _columns(words: Words, found: Matrix) -> list[str]:
    known = labels(found.axis.value, words.registry)
    return [words.of(known[id_]) if id_ in known else id_ for id_ in found.columns]


def _shown(words: Words, cell: Cell) -> tuple[Line, ...]:
    if isinstance(cell, StageState):
        return (state_mark(words, cell),)
    if isinstance(cell, bool):
        return (_THERE if cell else _NONE,)
    return tuple(figure(words, metric) for metric in cell) or (_NONE,)


def _key(words: Words, axis: Axis) -> Key | Paragraph:
    """Return what the marks mean."""
    if axis is Axis.STAGE:
        return state_key(words)
    if axis is Axis.KIND:
        return Paragraph(text=f"{_THERE} {words['kind_there']}  {_NONE} {words['no_case']}")
    return Paragraph(text=f"{_NONE} {words['not_reported']}")


def _counted(words: Words, found: Matrix) -> str:
    cases = {case.id for row in found.rows for case in row.cases}
    if words.lang is Lang.ZH:
        return f"{len(found.rows)}个地区，{len(cases)}个案例"
    places = "1 locality" if len(found.rows) == 1 else f"{len(found.rows)} localities"
    return f"{places}, {plural(len(cases), 'case')}"


def plain_matrix(found: Matrix) -> Plain:
    """Return a matrix: its columns by id, and for each locality a cell for each column."""
    return {
        "by": found.axis.value,
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


def _plain(cell: Cell) -> Plain:
    if isinstance(cell, StageState):
        return cell.value
    if isinstance(cell, bool):
        return cell
    return [encode(metric) for metric in cell]
