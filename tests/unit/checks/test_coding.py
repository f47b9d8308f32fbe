"""How far two codings agree: alpha, matching of figures, what is apart."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.comparison.test_build import taiyuan

from cppcc_cases.checks.coding import FIELDS, NothingShared, alpha, coding
from cppcc_cases.model import Case
from cppcc_cases.store import Corpus


def with_case(corpus: Corpus, new: Case) -> Corpus:
    """Return a corpus in which a case has taken the place of that of its id."""
    files = tuple(
        evolve(
            file,
            cases=tuple(new if case.id == new.id else case for case in file.cases),
        )
        for file in corpus.files
    )
    return Corpus.of(*files)


def changed(corpus: Corpus, at: int, **said: object) -> Corpus:
    """Return a corpus in which one figure of Taiyuan is another."""
    case = taiyuan(corpus)
    metrics = [*case.metrics]
    metrics[at] = evolve(metrics[at], **said)  # type: ignore[arg-type]
    return with_case(corpus, evolve(case, metrics=tuple(metrics)))


def test_who_codes_alike_agrees_wholly(corpus: Corpus) -> None:
    """A corpus beside itself: nothing is apart, alpha is 1 or has no meaning."""
    found = coding(corpus, corpus)
    assert () == found.apart
    assert () == found.alone
    assert FIELDS == tuple(one.field for one in found.fields)
    for one in found.fields:
        assert one.units == one.same > 0
        assert one.alpha in (None, 1)
    assert found.matched == sum(len(case.metrics) for case in corpus.cases)


def test_a_figure_read_otherwise_is_matched_by_its_anchor(corpus: Corpus) -> None:
    """Another number at the same words is a difference of value, not two figures."""
    found = coding(corpus, changed(corpus, 0, value=318))
    (unit,) = found.apart
    assert ("value", "317", "318") == (unit.field, unit.one, unit.other)
    assert () == found.alone


def test_a_figure_of_one_side_is_told_apart(corpus: Corpus) -> None:
    """Who leaves a figure out does not disagree about its fields."""
    case = taiyuan(corpus)
    fewer = with_case(corpus, evolve(case, metrics=case.metrics[1:]))
    found = coding(corpus, fewer)
    assert () == found.apart
    assert ((0, case.metrics[0]),) == found.alone
    assert ((1, case.metrics[0]),) == coding(fewer, corpus).alone


def test_the_order_of_figures_is_no_matter(corpus: Corpus) -> None:
    """Figures are matched wherever they stand."""
    case = taiyuan(corpus)
    turned = with_case(corpus, evolve(case, metrics=tuple(reversed(case.metrics))))
    assert () == coding(corpus, turned).apart


def test_stages_are_held_against_each_other_one_by_one(corpus: Corpus) -> None:
    """A case of which one saw no stage at all: each stage that the other saw is a difference."""
    case = next(case for case in corpus.cases if [*case.mechanism.lifecycle])
    none = type(case.mechanism.lifecycle)()
    other = with_case(corpus, evolve(case, mechanism=evolve(case.mechanism, lifecycle=none)))  # type: ignore[misc]
    apart = [unit for unit in coding(corpus, other).apart if unit.field == "stage"]
    told = [(at, now) for at, now in case.mechanism.lifecycle if now.value != "not_reported"]
    assert [f"{case.id}: {at.value}" for at, _ in told] == [unit.about for unit in apart]


def test_nothing_in_common(corpus: Corpus) -> None:
    """Two codings of different articles can't be held against each other."""
    with pytest.raises(NothingShared):
        coding(corpus, Corpus.of())


VALUES = st.sampled_from("abc")


@given(st.lists(st.tuples(VALUES, VALUES), max_size=30))
def test_alpha_is_that_of_the_definition(pairs: list[tuple[str, str]]) -> None:
    """One minus observed over expected disagreement, reckoned by hand for two coders."""
    values = [value for pair in pairs for value in pair]
    expected_apart = sum(
        values[a] != values[b] for a in range(len(values)) for b in range(len(values)) if a != b
    )
    if not expected_apart:
        assert alpha(pairs) is None
        return
    observed = sum(a != b for a, b in pairs) / len(pairs)
    expected = expected_apart / (len(values) * (len(values) - 1))
    assert alpha(pairs) == pytest.approx(1 - observed / expected)
