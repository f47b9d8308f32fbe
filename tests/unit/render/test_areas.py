"""Areas by other units."""

import pytest
from attrs import evolve

from cppcc_cases.corpus import Corpus
from cppcc_cases.model import Lang, Maybe, Metric, Missing, Number, UnitId
from cppcc_cases.render.areas import other_area
from cppcc_cases.render.claims import metric_line, numbered
from cppcc_cases.render.words import Words


def area(corpus: Corpus, value: Maybe[Number], unit: str) -> Metric:
    """Return a made-up area."""
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
            "约合 46.67 平方公里，1 平方公里为 1,500 亩",
            "about 46.67 km², at 1,500 mu to the km²",
        ),
        (
            3000,
            "mu",
            "合 2 平方公里，1 平方公里为 1,500 亩",
            "= 2 km², at 1,500 mu to the km²",
        ),
        (150, "mu", "合 10 公顷，1 公顷为 15 亩", "= 10 hectares, at 15 mu to the hectare"),
        (2, "hectare", "合 30 亩，1 公顷为 15 亩", "= 30 mu, at 15 mu to the hectare"),
        (
            1.5,
            "square_kilometre",
            "合 2,250 亩，1 平方公里为 1,500 亩",
            "= 2,250 mu, at 1,500 mu to the km²",
        ),
    ],
)
def test_an_area_is_told_in_another_unit(
    corpus: Corpus, value: Number, unit: str, zh: str, en: str
) -> None:
    """Mu are told in hectares or km², these in mu, and how the one makes the other."""
    metric = area(corpus, value, unit)
    expected = (zh, en)
    assert expected == tuple(other_area(Words(lang, corpus.registry), metric) for lang in Lang)


@pytest.mark.parametrize(("value", "unit"), [(3, "piece"), (Missing.NOT_REPORTED, "mu")])
def test_no_area_has_no_other_unit(corpus: Corpus, value: Maybe[Number], unit: str) -> None:
    """A count is no area, and silence is not converted."""
    assert None is other_area(Words(Lang.ZH, corpus.registry), area(corpus, value, unit))


def test_the_conversion_stands_beside_the_figure(corpus: Corpus) -> None:
    """The printed figure goes first, its conversion in brackets behind."""
    metric = area(corpus, 70000, "mu")
    shown = metric_line(Words(Lang.ZH, corpus.registry), metric, numbered(metric.evidence))
    assert shown.startswith("70,000 亩以上（约合 46.67 平方公里，1 平方公里为 1,500 亩；")
