"""Localities against stages, kinds and indicators."""

from cppcc_cases.comparison.matrix import Matrix, MatrixRow, matrix
from cppcc_cases.model import Stage, StageState, strongest
from cppcc_cases.query import select
from cppcc_cases.store import Corpus


def row(found: Matrix, code: str) -> MatrixRow:
    """Return the row of a locality."""
    return next(one for one in found.rows if one.code == code)


def test_a_row_is_a_locality_by_code(corpus: Corpus) -> None:
    """Every locality of a case has a row, in the order of codes."""
    found = matrix(corpus)
    assert sorted(corpus.codes()) == [one.code for one in found.rows]


def test_stages_are_all_there(corpus: Corpus) -> None:
    """The columns are the stages, and a cell is the state of one."""
    found = matrix(corpus)
    lifecycle = corpus.case("datong-result-procedure").mechanism.lifecycle
    assert tuple(stage.value for stage in Stage) == found.columns
    assert tuple(state for _, state in lifecycle) == row(found, "140200").cells


def test_the_strongest_state_counts(corpus: Corpus) -> None:
    """Over several cases of a locality a stage has the strongest of their states."""
    cases = [corpus.case(id_) for id_ in ("xinzhou-annual-topics", "xinzhou-key-proposals")]
    expected = tuple(
        strongest(c.mechanism.lifecycle.state(stage) for c in cases) for stage in Stage
    )
    found = row(matrix(corpus), "140900")
    assert (2, expected) == (len(found.cases), found.cells)


def test_no_state_at_all_is_silence() -> None:
    """Without a case nothing is reported of a stage."""
    assert StageState.NOT_REPORTED is strongest([])


def test_kinds_are_those_there_are(corpus: Corpus) -> None:
    """Columns are the kinds of the chosen cases, and each row has at least one of them."""
    found = matrix(corpus, select(corpus, province="江苏"), "kind")
    assert (("hotline_link",), (True,)) == (found.columns, row(found, "320312").cells)


def test_indicators_hold_figures(corpus: Corpus) -> None:
    """A cell of an indicator holds the figures of the locality's cases, and no silence."""
    found = matrix(corpus, by="indicator")
    cell = row(found, "140100").cells[found.columns.index("studios")]
    assert isinstance(cell, tuple)
    assert [142] == [metric.value for metric in cell]
    assert () == row(found, "140200").cells[found.columns.index("studios")]


def test_a_joint_case_counts_for_each(corpus: Corpus) -> None:
    """A joint case stands in the row of each of its localities."""
    case = corpus.case("changzhi-joint-consultation")
    found = matrix(corpus, (case,))
    assert [(code, (case,)) for code in case.localities] == [(r.code, r.cases) for r in found.rows]


def test_no_case_is_an_empty_matrix(corpus: Corpus) -> None:
    """Where no case is chosen there are no rows."""
    assert () == matrix(corpus, ()).rows
