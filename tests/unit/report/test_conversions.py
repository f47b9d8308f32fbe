"""Figures by other units."""

import pytest
from attrs import evolve

from cppcc_cases.model import Lang, Maybe, Metric, Missing, Number, UnitId
from cppcc_cases.report.conversions import converted
from cppcc_cases.report.wording import metric_text
from cppcc_cases.report.words import Words
from cppcc_cases.store import Corpus


def figure(corpus: Corpus, value: Maybe[Number], unit: str) -> Metric:
    """Return a made-up figure."""
    found = [
        metric
        for metric in corpus.case("ranghulu-sustained-follow-up").metrics
        if metric.indicator == "land_area"
    ]
    return evolve(found[0], value=value, unit=UnitId(unit))


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (
            70000,
            "mu",
            "约合46.67平方公里，1平方公里为1,500亩",
            "about 46.67 km², at 1,500 mu to the km²",
        ),
        (
            3000,
            "mu",
            "合2平方公里，1平方公里为1,500亩",
            "= 2 km², at 1,500 mu to the km²",
        ),
        (150, "mu", "合10公顷，1公顷为15亩", "= 10 hectares, at 15 mu to the hectare"),
        (2, "hectare", "合30亩，1公顷为15亩", "= 30 mu, at 15 mu to the hectare"),
        (
            1.5,
            "square_kilometre",
            "合2,250亩，1平方公里为1,500亩",
            "= 2,250 mu, at 1,500 mu to the km²",
        ),
        (200, "hectare", "合3,000亩，1公顷为15亩", "= 3,000 mu, at 15 mu to the hectare"),
        (
            3,
            "wan_mu",
            "合20平方公里，1平方公里为1,500亩",
            "= 20 km², at 1,500 mu to the km²",
        ),
        (3.5, "wan_person", "合35,000人", "= 35,000 persons"),
        (2, "wan_person_time", "合20,000人次", "= 20,000 person-visits"),
    ],
)
def test_a_figure_is_told_in_another_unit(
    corpus: Corpus, value: Number, unit: str, zh: str, en: str
) -> None:
    """Mu are told in hectares or km², these in mu, ten thousands in full."""
    metric = figure(corpus, value, unit)
    expected = (zh, en)
    assert expected == tuple(converted(Words(lang, corpus.registry), metric) for lang in Lang)


@pytest.mark.parametrize(
    ("value", "unit"), [(3, "piece"), (3, "person"), (Missing.NOT_REPORTED, "mu")]
)
def test_most_units_have_no_other(corpus: Corpus, value: Maybe[Number], unit: str) -> None:
    """A count is what it is, and silence is not converted."""
    assert None is converted(Words(Lang.ZH, corpus.registry), figure(corpus, value, unit))


def test_the_conversion_stands_beside_the_figure(corpus: Corpus) -> None:
    """The printed figure goes first, its conversion in brackets behind."""
    metric = figure(corpus, 70000, "mu")
    shown = metric_text(Words(Lang.ZH, corpus.registry), metric)
    assert shown.startswith("70,000亩以上（约合46.67平方公里，1平方公里为1,500亩；")
