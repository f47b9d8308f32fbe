"""Verdicts on figures, reason by reason."""

import math
from datetime import date

import pytest
from attrs import evolve

from cppcc_cases.comparison.comparability import (
    Facets,
    Figures,
    Reason,
    Verdict,
    comparability,
    facets,
)
from cppcc_cases.model import (
    Basis,
    Dating,
    Edtf,
    IndicatorId,
    Level,
    Metric,
    Missing,
    Qualifier,
    Text,
    UnitId,
)

IN_2024 = Dating(date=Edtf.parse("2024"), basis=Basis.NEWSPAPER)
IN_2023 = Dating(date=Edtf.parse("2023"), basis=Basis.NEWSPAPER)
WHOLE = Text(zh="全市", en="whole city")
OPEN_SCOPE = Text(zh="市区", en="urban area")
STUDIOS = Metric(
    indicator=IndicatorId("studios"),
    value=7,
    unit=UnitId("piece"),
    as_of=IN_2024,
    scope=WHOLE,
    basis=Basis.OFFICER,
)


def city(*metrics: Metric) -> Figures:
    """Return one prefecture's figures."""
    return Figures(level=Level.PREFECTURE, metrics=metrics)


def county(*metrics: Metric) -> Figures:
    """Return one county's figures."""
    return Figures(level=Level.COUNTY, metrics=metrics)


@pytest.mark.parametrize(
    ("other", "verdict", "reasons"),
    [
        (city(STUDIOS), Verdict.COMPARABLE, ()),
        (city(evolve(STUDIOS, unit=UnitId("organisation"))), Verdict.COMPARABLE, ()),
        (city(), Verdict.NOT_COMPARABLE, (Reason.ONE_SIDE_SILENT,)),
        (city(evolve(STUDIOS, unit=UnitId("person"))), Verdict.NOT_COMPARABLE, (Reason.UNIT,)),
        (county(STUDIOS), Verdict.NOT_COMPARABLE, (Reason.LEVEL,)),
        (
            city(STUDIOS, evolve(STUDIOS, scope=Text(zh="市区", en="urban area"))),
            Verdict.NOT_COMPARABLE,
            (Reason.SEVERAL, Reason.SCOPE),
        ),
        (city(evolve(STUDIOS, as_of=IN_2023)), Verdict.WITH_CAVEAT, (Reason.PERIOD,)),
        (
            city(evolve(STUDIOS, as_of=STUDIOS.period)),
            Verdict.WITH_CAVEAT,
            (Reason.PERIOD_UNKNOWN,),
        ),
        (
            city(evolve(STUDIOS, scope=Text(zh="市区", en="urban area"))),
            Verdict.WITH_CAVEAT,
            (Reason.SCOPE,),
        ),
        (city(evolve(STUDIOS, scope=Text(zh="全县", en="whole county"))), Verdict.COMPARABLE, ()),
        (
            city(evolve(STUDIOS, qualifier=Qualifier.AT_LEAST)),
            Verdict.WITH_CAVEAT,
            (Reason.QUALIFIER,),
        ),
        (city(evolve(STUDIOS, basis=Basis.DERIVED)), Verdict.WITH_CAVEAT, (Reason.DERIVED,)),
    ],
)
def test_each_reason_is_given_alone(
    other: Figures, verdict: Verdict, reasons: tuple[Reason, ...]
) -> None:
    """A single difference gives the verdict and the reason that the rules state."""
    found = comparability([city(STUDIOS), other])
    assert (verdict, reasons) == (found.verdict, found.reasons)


def test_an_indicator_without_a_common_scheme_is_compared_with_care() -> None:
    """What counts as one platform is settled by each city for itself."""
    platforms = evolve(STUDIOS, indicator=IndicatorId("platforms"))
    found = comparability([city(platforms), city(platforms)])
    assert (Verdict.WITH_CAVEAT, (Reason.SCHEME,)) == (found.verdict, found.reasons)


def test_rates_may_be_compared_across_levels() -> None:
    """A county's rate and a city's are no totals."""
    rate = evolve(STUDIOS, indicator=IndicatorId("filing_rate"), unit=UnitId("percent"))
    expected = Verdict.COMPARABLE
    assert expected == comparability([city(rate), county(rate)]).verdict


@pytest.mark.parametrize(
    ("indicator", "unit", "other"),
    [
        ("land_area", "mu", "square_kilometre"),
        ("land_area", "hectare", "wan_mu"),
        ("visitors", "person", "wan_person"),
        ("visitors", "person_time", "wan_person_time"),
    ],
)
def test_units_are_converted_exactly(indicator: str, unit: str, other: str) -> None:
    """Units of which the one is an exact number of the other measure the same."""
    one = evolve(STUDIOS, indicator=IndicatorId(indicator), unit=UnitId(unit))
    two = evolve(one, unit=UnitId(other))
    assert Verdict.COMPARABLE == comparability([city(one), city(two)]).verdict


def test_persons_are_no_visits() -> None:
    """Ten thousand persons can't be converted to visits."""
    one = evolve(STUDIOS, indicator=IndicatorId("visitors"), unit=UnitId("wan_person"))
    two = evolve(one, unit=UnitId("person_time"))
    assert (Reason.UNIT,) == comparability([city(one), city(two)]).reasons


def test_those_with_a_figure_are_compared_though_one_is_silent() -> None:
    """Of three sides, two with a figure can be compared, and the silence is said."""
    found = comparability([city(STUDIOS), city(), city(STUDIOS)])
    expected = (Verdict.WITH_CAVEAT, (Reason.ONE_SIDE_SILENT,))
    assert expected == (found.verdict, found.reasons)


def test_nothing_can_be_said_of_no_figures() -> None:
    """Where nobody has a figure there is nothing to compare, and no reason to give."""
    found = comparability([city(), city()])
    assert (Verdict.NOT_COMPARABLE, ()) == (found.verdict, found.reasons)


def test_facets_are_all_that_a_verdict_takes() -> None:
    """Units are reduced, days counted, scopes named, each once; own reasons stand by themselves."""
    one = evolve(STUDIOS, indicator=IndicatorId("land_area"), unit=UnitId("hectare"), value=2)
    two = evolve(one, unit=UnitId("mu"), value=7.5, as_of=Missing.NOT_REPORTED, scope=OPEN_SCOPE)
    first = date(2024, 1, 1).toordinal()
    expected = Facets(
        level=Level.PREFECTURE,
        amounts=(30.0, 7.5),
        units=("mu",),
        scopes=("whole", "市区"),
        times=((first, first + 365),),
        own=(Reason.SEVERAL, Reason.PERIOD_UNKNOWN),
    )
    assert expected == facets(city(one, two))


def test_an_open_end_has_no_day() -> None:
    """A date without an end overlaps all that comes after its beginning."""
    since = Dating(date=Edtf.parse("2023/.."), basis=Basis.NEWSPAPER)
    one = evolve(STUDIOS, as_of=since)
    ((first, last),) = facets(city(one)).times
    assert (date(2023, 1, 1).toordinal(), None) == (first, last)
    assert Verdict.COMPARABLE == comparability([city(one), city(STUDIOS)]).verdict


def test_a_figure_beyond_all_numbers_is_infinite() -> None:
    """A whole number too large for floating point does not stop the program."""
    assert (math.inf,) == facets(city(evolve(STUDIOS, value=10**400))).amounts


def test_a_metric_without_a_value_is_not_a_number() -> None:
    """It has a place among the amounts, and none among numbers."""
    (amount,) = facets(city(evolve(STUDIOS, value=Missing.NOT_REPORTED))).amounts
    assert math.isnan(amount)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_worded(reason: Reason) -> None:
    """A reason has a short name and a rule, in both languages."""
    assert all((reason.label.zh, reason.label.en, reason.definition.zh, reason.definition.en))


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_worded(verdict: Verdict) -> None:
    """A verdict has a name in both languages."""
    assert all((verdict.label.zh, verdict.label.en))
