"""Laws of the verdict: it is symmetric, and what is left out never makes figures comparable."""

from collections.abc import Iterable

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.figures import DATONG, TAIYUAN

from cppcc_cases.codec.when import read_when
from cppcc_cases.comparison.observed import Observed, observed
from cppcc_cases.comparison.verdict import Axis, Judgement, Verdict, judge, judged, rules
from cppcc_cases.model import (
    UNDATED,
    Basis,
    Indicator,
    IndicatorId,
    LocalityCode,
    Metric,
    Qualifier,
    Stands,
    Text,
    When,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.testing.claims import printed_as
from cppcc_cases.vocab.dimensions import COUNTING, COVERAGE, PARTS, dimension_of
from cppcc_cases.vocab.units import UNITS

REGISTRY = Registry.installed()
INDICATORS = tuple(REGISTRY.indicators.values())
SAID = Text(zh="前后不一", en="it differs")
YEARS = st.integers(2010, 2025)
DAYS = st.sampled_from(["01-10", "03-05", "06", "07", "12-31"])
ANY = st.booleans()
COMMON = ("2024-01/2024-12", "2023-01/2024-12", "2022-03/2024-02")


@st.composite
def windows(draw: st.DrawFn) -> When:
    """Return times of every kind, many of them equal."""
    kind = draw(
        st.sampled_from(["session", "since_session", "year", "term", "span", "day", "bare"])
    )
    year = draw(st.sampled_from([2023, 2024]) | YEARS)
    if kind == "bare":
        bare = ("session", "since_session", "year", "event", "unknown")
        return read_when(draw(st.sampled_from(bare)))
    if kind == "day":
        named = draw(st.sampled_from(["total", "as_of", "event"]))
        return read_when({named: f"{year}-{draw(DAYS)}"})
    if kind == "term":
        return read_when({"term": f"{year - 5}/{year}"})
    if kind == "span":
        return read_when({"span": draw(st.sampled_from(COMMON))})
    counted_to = kind != "year" and draw(ANY)
    to = {"to": f"{year}-{draw(DAYS)}"} if counted_to else {}
    return read_when({kind: year, **to})


def words(draw: st.DrawFn, dimensions: Iterable[str], table: Iterable[str]) -> tuple[str, ...]:
    """Return words of some dimensions, mostly one of each that is said at all."""
    said: list[str] = []
    for name in dimensions:
        here = [one for one in table if dimension_of(one) == name]
        is_said = draw(ANY)
        if here and is_said:
            said += draw(st.lists(st.sampled_from(here), min_size=1, max_size=2, unique=True))
    return tuple(dict.fromkeys(said))


@st.composite
def metrics(draw: st.DrawFn, indicator: Indicator) -> Metric:
    """Return figures of an indicator with any time, parts, counting, standing and marks."""
    part = words(draw, (*indicator.parts, COVERAGE), PARTS)
    topic = ("topic:教育",) if draw(st.integers(0, 5)) == 0 else ()
    return Metric(
        indicator=indicator.id,
        value=draw(st.integers(0, 100)),
        unit=draw(st.sampled_from(indicator.units or (UNITS[0].id,))),
        of=draw(st.sampled_from([TAIYUAN, TAIYUAN, TAIYUAN, "joint"])),
        when=draw(windows()),
        session_no=draw(st.sampled_from([None, "13-5", "14-1"])),
        part=(*part, *topic),
        counting=words(draw, (*indicator.counting, "open"), COUNTING),
        stands=draw(st.sampled_from([Stands.REPORTED, *Stands])),
        qualifier=draw(st.sampled_from([Qualifier.EXACT, *Qualifier])),
        conflict=draw(st.sampled_from([None, None, None, SAID])),
        basis=draw(st.sampled_from([Basis.NEWSPAPER, Basis.DERIVED])),
        as_printed=printed_as(indicator),
    )


@st.composite
def pairs(draw: st.DrawFn, indicators: tuple[Indicator, ...] = INDICATORS) -> tuple[Metric, Metric]:
    """Return two figures that are mostly alike: changed in few things, if in any."""
    indicator = draw(st.sampled_from(indicators))
    one = draw(metrics(indicator))
    again = draw(metrics(indicator))
    changed = draw(st.lists(st.sampled_from(_FIELDS), max_size=2, unique=True))
    return one, evolve(one, **{name: getattr(again, name) for name in changed})


_FIELDS = ("when", "part", "counting", "stands", "qualifier", "unit", "session_no", "conflict")
axes = st.sampled_from([Axis.PLACES, Axis.TREND])


def seen(metric: Metric, level: str = "prefecture") -> Observed:
    """Return a figure as the rule sees it."""
    return observed(metric, level, REGISTRY)


def verdict(one: Metric, other: Metric, axis: Axis) -> Judgement:
    """Return the verdict on two figures, of two places if these are compared."""
    if axis is Axis.PLACES and other.of != "joint":
        other = evolve(other, of=LocalityCode(DATONG))
    return judge(seen(one), seen(other), axis)


def by_dimension(metric: Metric) -> set[str]:
    """Return the dimensions of counting of which a figure says something."""
    return {dimension_of(word) for word in metric.counting}


def without(metric: Metric, dimension: str) -> Metric:
    """Return a figure that says nothing of a dimension."""
    return evolve(
        metric,
        counting=tuple(one for one in metric.counting if dimension_of(one) != dimension),
        part=tuple(one for one in metric.part if dimension_of(one) != dimension),
    )


@given(pairs(), st.sampled_from(Axis), st.sampled_from(["prefecture", "county", ""]))
def test_a_verdict_is_symmetric(pair: tuple[Metric, Metric], axis: Axis, level: str) -> None:
    """It is no matter which of two figures is named first."""
    one, other = seen(pair[0]), seen(pair[1], level)
    assert judge(one, other, axis) == judge(other, one, axis)


@given(pairs(), axes)
def test_a_verdict_is_that_of_its_reasons(pair: tuple[Metric, Metric], axis: Axis) -> None:
    """Reasons stand in the order of the table, and the verdict follows from them alone."""
    found = verdict(*pair, axis)
    in_order = tuple(one for one in rules()["reasons"] if one in found.reasons)
    known = REGISTRY.indicators[pair[0].indicator]
    made = judged(in_order, is_rate=pair[0].unit == "percent", cumulative=known.cumulative)
    assert made == found


@given(pairs(), axes)
def test_arithmetic_is_never_on_what_may_not_be_compared(
    pair: tuple[Metric, Metric], axis: Axis
) -> None:
    """Nothing is reckoned with figures that are not comparable."""
    found = verdict(*pair, axis)
    assert not (found.arithmetic and found.verdict is Verdict.NOT_COMPARABLE)


@given(pairs(), axes)
def test_a_time_left_out_never_makes_comparable(pair: tuple[Metric, Metric], axis: Axis) -> None:
    """Without the time of a side nothing is comparable, and nothing is reckoned."""
    one, other = pair
    assume(one.stands is not Stands.REQUIRED or other.stands is not Stands.REQUIRED)
    found = verdict(one, evolve(other, when=UNDATED), axis)
    assert (False, False) == (found.verdict is Verdict.COMPARABLE, found.arithmetic)


@given(pairs(), axes)
def test_a_year_left_out_never_makes_comparable(pair: tuple[Metric, Metric], axis: Axis) -> None:
    """A session or a year whose number is not told is comparable with nothing."""
    one, other = pair
    assume(one.stands is not Stands.REQUIRED or other.stands is not Stands.REQUIRED)
    for kind in ("session", "since_session", "year", "event"):
        found = verdict(one, evolve(other, when=read_when(kind)), axis)
        assert (False, False) == (found.verdict is Verdict.COMPARABLE, found.arithmetic)


@st.composite
def counted(draw: st.DrawFn, *among: str) -> tuple[Metric, Metric, str]:
    """Return two figures, and a dimension of which the second says something."""
    one, other = draw(pairs(tuple(one for one in INDICATORS if {*one.counting} & {*among})))
    allowed = REGISTRY.indicators[one.indicator].counting
    dimension = draw(st.sampled_from([name for name in allowed if name in among]))
    here = [word for word in COUNTING if dimension_of(word) == dimension]
    said = (*without(other, dimension).counting, draw(st.sampled_from(here)))
    return one, evolve(other, counting=said), dimension


@given(counted("answered", "merge", "opinion", "rated", "base", "proposing"), axes)
def test_counting_left_out_never_makes_comparable(
    drawn: tuple[Metric, Metric, str], axis: Axis
) -> None:
    """What only one side says of its counting is not known to be the same."""
    one, other, dimension = drawn
    found = verdict(without(one, dimension), other, axis)
    assert (False, False) == (found.verdict is Verdict.COMPARABLE, found.arithmetic)


@given(pairs(), axes)
def test_both_silent_on_what_is_needed_is_never_comparable(
    pair: tuple[Metric, Metric], axis: Axis
) -> None:
    """What an indicator needs to be said is not presumed the same where nobody says it."""
    known = REGISTRY.indicators[pair[0].indicator]
    for name in known.needs:
        found = verdict(without(pair[0], name), without(pair[1], name), axis)
        assert (False, False) == (found.verdict is Verdict.COMPARABLE, found.arithmetic)


@given(counted("answered", "opinion"), axes)
def test_an_open_list_never_makes_comparable(drawn: tuple[Metric, Metric, str], axis: Axis) -> None:
    """Where a side's list of opinions or answers goes on, it is not established what it holds."""
    other = drawn[1]
    left_open = evolve(other, counting=tuple({**dict.fromkeys(other.counting), "and_more": None}))
    for pair in ((other, left_open), (left_open, left_open)):
        found = verdict(*pair, axis)
        assert (False, False) == (found.verdict is Verdict.COMPARABLE, found.arithmetic)


@given(pairs(), axes)
def test_a_coverage_left_out_never_makes_comparable(
    pair: tuple[Metric, Metric], axis: Axis
) -> None:
    """Of what is counted in an area, who does not say how much is never comparable."""
    one, other = pair
    assume(REGISTRY.indicators[one.indicator].covers.value == "area")
    for left, right in ((one, without(other, COVERAGE)), (without(one, COVERAGE), other)):
        found = verdict(left, right, axis)
        assert (False, False) == (found.verdict is Verdict.COMPARABLE, found.arithmetic)


@given(counted("answered", "merge", "opinion", "rated", "base", "proposing"), axes, st.data())
def test_a_word_left_out_is_never_presumed(
    drawn: tuple[Metric, Metric, str], axis: Axis, data: st.DataObject
) -> None:
    """One word of counting that only one of two figures has never leaves them comparable."""
    whole = drawn[1]
    word = data.draw(st.sampled_from([one for one in whole.counting if one != "and_more"]))
    less = evolve(whole, counting=tuple(each for each in whole.counting if each != word))
    found = verdict(whole, less, axis)
    assert (False, False) == (found.verdict is Verdict.COMPARABLE, found.arithmetic)


@given(pairs())
def test_a_kind_of_ones_own_is_never_clean_between_places(pair: tuple[Metric, Metric]) -> None:
    """An indicator that no vocabulary has is each place's own."""
    one, other = (evolve(side, indicator=IndicatorId("a_made_up_one")) for side in pair)
    found = verdict(one, other, Axis.PLACES)
    assert (False, False) == (found.verdict is Verdict.COMPARABLE, found.arithmetic)
