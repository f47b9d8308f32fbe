"""Localities against stages, kinds or indicators: what the cases of each tell of."""

from collections.abc import Callable, Iterable

from attrs import frozen

from cppcc_cases.model import (
    JOINT,
    Case,
    LocalityCode,
    Metric,
    Stage,
    StageState,
    Text,
    strongest,
)
from cppcc_cases.query.group import group_by
from cppcc_cases.query.only import ALL, Only
from cppcc_cases.store import Store

Cell = StageState | bool | tuple[Metric, ...]
"""The state of a stage, whether there is a case of a kind, or the figures of an indicator."""


@frozen(kw_only=True)
class MatrixRow:
    """One locality: its name, its cases, and a cell for each column.

    ``is_excerpt`` tells that only a part of an article of theirs was read.
    """

    code: LocalityCode
    name: Text
    cases: tuple[Case, ...]
    cells: tuple[Cell, ...]
    is_excerpt: bool = False


@frozen(kw_only=True)
class Matrix:
    """A matrix: ``columns`` are ids, of stages all, of kinds and indicators those there are.

    ``by`` is the facet that stands in the columns.
    """

    by: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def matrix(
    corpus: Store, cases: Iterable[Case] | None = None, by: str = "stage", only: Only = ALL
) -> Matrix:
    """Return localities, by code, against what their cases (all, unless some are given) tell of.

    ``by`` is one of the facets ``stage``, ``kind`` and ``indicator``. A joint case counts for each
    of its localities, a figure only for the one whose it is. ``only`` chooses among figures.
    """
    chosen = tuple(corpus.cases if cases is None else cases)

    def held(case: Case, metric: Metric) -> bool:
        return only.holds(metric) and corpus.correction(case, metric) is None

    if by == "stage":
        columns = tuple(stage.value for stage in Stage)
    else:
        columns = tuple(group_by(corpus, by, chosen))
    return Matrix(
        by=by,
        columns=columns,
        rows=tuple(
            MatrixRow(
                code=LocalityCode(code),
                name=_name(corpus, LocalityCode(code)),
                cases=here,
                is_excerpt=corpus.is_excerpt(here),
                cells=tuple(_cell(by, column, here, code, held) for column in columns),
            )
            for code, here in group_by(corpus, "locality", chosen).items()
        ),
    )


def _name(corpus: Store, code: LocalityCode) -> Text:
    place = corpus.gazetteer.get(code)
    return place.name if place else Text(zh=code, en=code)


def _cell(
    by: str,
    column: str,
    cases: tuple[Case, ...],
    code: str,
    held: Callable[[Case, Metric], bool],
) -> Cell:
    if by == "stage":
        stage = Stage(column)
        return strongest(case.mechanism.lifecycle.state(stage) for case in cases)
    if by == "kind":
        return any(case.mechanism.kind == column for case in cases)
    return tuple(
        metric
        for case in cases
        for metric in case.metrics
        if metric.indicator == column and held(case, metric) and metric.of in (None, JOINT, code)
    )
