"""Claims, stages, silence and labels as values."""

import pickle
from enum import Enum

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from cppcc_cases.errors import Fault
from cppcc_cases.model import (
    UNDATED,
    ArticleId,
    Basis,
    Dating,
    Edtf,
    Evidence,
    IndicatorId,
    Lang,
    Lifecycle,
    Mechanism,
    Metric,
    Missing,
    OutcomeKind,
    OutcomeStatus,
    Qualifier,
    Stage,
    StageClaim,
    StageState,
    Stands,
    Text,
    UnitId,
    label,
    label_of,
)
from cppcc_cases.store import Corpus

PROOF = (Evidence(article=ArticleId("made-up"), paragraph=1, anchor="虚构的依据"),)
DONE = StageClaim(state=StageState.PRACTISED, evidence=PROOF)

LABELLED = [
    *((one, one.label) for one in Basis),
    *((one, one.label) for one in OutcomeKind),
    *((one, one.label) for one in OutcomeStatus),
    *((one, one.label) for one in StageState),
    *((one, one.label) for one in Missing),
    *((one, one.label) for one in Qualifier),
]


@pytest.mark.parametrize(("member", "said"), LABELLED, ids=str)
def test_every_member_has_words(member: Enum, said: Text) -> None:
    """Each member of an enum that a reader meets has a name in both languages."""
    assert (True, True) == (not said.zh.isascii(), said.en.isascii() and bool(said.en)), member


def test_silence_has_two_kinds() -> None:
    """What is not reported and what does not apply are two things, and neither is false."""
    expected = [("not_reported", "未写明", True), ("not_applicable", "不适用", True)]
    assert expected == [(one.value, one.label.zh, bool(one)) for one in Missing]


def test_text_speaks_both_languages() -> None:
    """A text gives its Chinese and its English."""
    text = Text(zh="虚构", en="made up")
    assert ("虚构", "made up") == (text.in_(Lang.ZH), text.in_(Lang.EN))


def test_a_label_is_kept_with_the_field() -> None:
    """What label() stores, label_of() finds; else the bare name stands in both languages."""
    named, bare = label_of(label("主题", "theme"), "theme_"), label_of({}, "theme_")
    assert (Text(zh="主题", en="theme"), Text(zh="theme_", en="theme_")) == (named, bare)


def test_the_states_have_marks_of_their_own() -> None:
    """No two states of a stage share a mark, and each mark is one character."""
    marks = [state.mark for state in StageState]
    assert ["●", "◐", "×", "·"] == marks


def test_an_empty_lifecycle_is_silent() -> None:
    """A stage of which nothing is claimed is not reported."""
    expected = [(stage, StageState.NOT_REPORTED) for stage in Stage]
    assert expected == list(Lifecycle())


def test_a_claimed_stage_has_its_state() -> None:
    """A claim gives its stage a state and leaves the others silent."""
    lifecycle = Lifecycle(adoption=DONE)
    assert (DONE, StageState.PRACTISED) == (
        lifecycle.claim(Stage.ADOPTION),
        lifecycle.state(Stage.ADOPTION),
    )
    assert (None, StageState.NOT_REPORTED) == (
        lifecycle.claim(Stage.FEEDBACK),
        lifecycle.state(Stage.FEEDBACK),
    )


def test_the_lifecycle_has_a_field_for_each_stage() -> None:
    """Every stage can be claimed under its own name."""
    lifecycle = Lifecycle(**{stage.value: DONE for stage in Stage})
    assert {StageState.PRACTISED} == {state for _, state in lifecycle}


def test_a_metric_is_silent_where_nothing_is_given() -> None:
    """What a metric does not state is not reported: exact, of the total, at no known time."""
    metric = Metric(
        indicator=IndicatorId("platforms"), value=0, unit=UnitId("piece"), basis=Basis.OFFICER
    )
    silent = (metric.numerator, metric.denominator)
    assert (Missing.NOT_REPORTED,) * 2 == silent
    assert (UNDATED, (), (), Stands.REPORTED) == (
        metric.when,
        metric.part,
        metric.counting,
        metric.stands,
    )
    assert (0, Qualifier.EXACT, None, ()) == (
        metric.value,
        metric.qualifier,
        metric.rule,
        metric.evidence,
    )


def test_a_case_is_frozen_and_pickles(corpus: Corpus) -> None:
    """A case can't be changed, and survives a round trip through pickle."""
    case = corpus.case("taiyuan-platform-network")
    with pytest.raises(FrozenInstanceError):
        case.title = Text(zh="虚构", en="made up")  # type: ignore[misc]
    assert case == pickle.loads(pickle.dumps(case))


def test_cases_are_values(corpus: Corpus) -> None:
    """Two cases with the same content are equal and hash alike; a change makes another."""
    case = corpus.case("taiyuan-platform-network")
    same, other = evolve(case), evolve(case, limitations=())
    assert (True, True, False) == (case == same, hash(case) == hash(same), case == other)


def test_every_mechanism_keeps_the_protocol(corpus: Corpus) -> None:
    """The mechanism of each shipped case is one in the sense of the protocol."""
    expected = [True] * len(corpus.cases)
    assert expected == [isinstance(case.mechanism, Mechanism) for case in corpus.cases]


def test_a_fault_pickles_and_speaks_both_languages() -> None:
    """A fault keeps code and words through pickle and reads in English as a string."""
    fault = pickle.loads(pickle.dumps(Fault("made-up", "虚构", "made up")))
    assert ("made-up", Text(zh="虚构", en="made up"), "made-up: made up") == (
        fault.code,
        fault.message,
        str(fault),
    )


def test_a_date_is_marked_where_derived() -> None:
    """A derived date says so, a printed one does not."""
    expected = ("2024年", "2024年（推算）", "2024", "2024 (derived)")
    date = Edtf.parse("2024")
    datings = [Dating(date=date, basis=basis) for basis in (Basis.NEWSPAPER, Basis.DERIVED)]
    assert expected == tuple(one.describe(lang) for lang in Lang for one in datings)
