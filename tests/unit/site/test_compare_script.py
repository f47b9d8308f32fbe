"""What the page's script makes of localities: cell by cell what the library makes of them."""

import itertools
import random
from collections.abc import Sequence

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.examples import scaled
from tests.unit.site.comparing import CITED, Engine, Told, by_script, of_library, of_script

from cppcc_cases.comparison import compare
from cppcc_cases.comparison.comparability import Figures, facets, judged
from cppcc_cases.comparison.standing import placed
from cppcc_cases.corpus import Corpus, Loaded
from cppcc_cases.model import Level, LocalityCode, Metric, Missing
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.site.compare_data import plain_facets
from cppcc_cases.site.source import Source
from cppcc_cases.testing import strategies
from cppcc_cases.text import Lang

PLACES = tuple(map(LocalityCode, ("140100", "140200", "320312", "350112")))


@pytest.fixture(scope="module")
def engine(corpus: Corpus) -> Engine:
    """Return the script with the shipped cases, in Chinese."""
    return Engine(Source(corpus=corpus), Lang.ZH)


def differences(
    engine: Engine, corpus: Corpus, lang: Lang, orders: Sequence[Sequence[str]]
) -> list[str]:
    """Return where the script tells something else of localities than the library does."""
    found = []
    for codes, script in zip(orders, by_script(engine, orders), strict=True):
        comparison = compare(corpus, *codes)
        expected, told = of_library(comparison, lang), of_script(script, lang)
        if not comparison.sources:
            del told[script["sections"][-1]["title"]]
        found += [f"{codes}: sections {list(told)}"] * (list(expected) != list(told))
        found += [
            f"{codes} {heading}: {one!r} ≠ {other!r}"
            for heading in expected
            for one, other in itertools.zip_longest(
                _all(expected[heading]), _all(told.get(heading, Told()))
            )
            if one != other
        ]
    return found


def _all(told: Told) -> list[object]:
    return [*told.rows, *told.texts]


@pytest.mark.parametrize("lang", Lang)
def test_the_script_tells_what_the_library_tells(lang: Lang, corpus: Corpus) -> None:
    """Every cell, verdict, statement and caveat is the library's: of all pairs, and of more."""
    codes = sorted(corpus.codes())
    draw = random.Random(5)
    orders = [list(pair) for pair in itertools.permutations(codes, 2)]
    orders += [draw.sample(codes, number) for number in (3, 4) for _ in range(40)]
    engine = Engine(Source(corpus=corpus), lang)
    assert [] == differences(engine, corpus, lang, orders)


def test_a_difference_is_told(engine: Engine, corpus: Corpus) -> None:
    """Of another corpus the script tells something else, and the comparison of both shows it."""
    first = corpus.files[0]
    changed = [evolve(one, limitations=()) for one in first.cases]
    other = evolve(corpus, files=(evolve(first, cases=tuple(changed)), *corpus.files[1:]))
    code = first.cases[0].localities[0]
    codes = [code, next(one for one in sorted(corpus.codes()) if one != code)]
    assert [] != differences(engine, other, Lang.ZH, [codes])


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Return made-up modules whose cases are of few places, so that they meet."""
    places = st.lists(st.sampled_from(PLACES), min_size=1, max_size=2, unique=True).map(tuple)
    loaded = []
    modules = strategies.modules()
    some = st.lists(modules, min_size=2, max_size=2, unique_by=lambda one: one.article.id)
    for module in draw(some):
        cases = tuple(evolve(case, localities=draw(places)) for case in module.cases)
        counted = tuple(range(len(cases)))
        loaded.append(Loaded(file="made-up", article=module.article, cases=cases, places=counted))
    return Corpus.of(*loaded)


# A corpus is much to draw, and is not made smaller: each step would ask the script again.
@settings(
    max_examples=scaled(30),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=(HealthCheck.data_too_large, HealthCheck.too_slow),
)
@given(data=st.data(), lang=st.sampled_from(Lang))
def test_so_it_does_of_made_up_cases(data: st.DataObject, lang: Lang) -> None:
    """Whatever cases there are, the script tells what the library tells."""
    made_up = data.draw(corpora().filter(lambda one: not CITED.search(repr(one))))
    engine = Engine(Source(corpus=made_up), lang)
    codes = sorted(made_up.codes())
    orders = [list(some) for number in (2, 3, 4) for some in itertools.combinations(codes, number)]
    assert [] == differences(engine, made_up, lang, orders)


@st.composite
def sides(draw: st.DrawFn) -> list[Figures]:
    """Return figures of one indicator on two to four sides, many of them alike."""
    indicator = draw(st.sampled_from(list(Registry.installed().indicators.values())))
    metric = strategies.metrics(indicators=[indicator]).filter(
        lambda one: not isinstance(one.value, Missing)
    )
    pool = draw(st.lists(metric, min_size=1, max_size=3))
    values = st.one_of(st.integers(0, 10**6), st.integers(0, 4000).map(lambda n: n / 8))
    one = st.builds(
        lambda metric, value, plain: _told(metric, value) if plain else metric,
        st.sampled_from(pool),
        values,
        st.booleans(),
    )
    some = st.lists(one, max_size=2).map(tuple)
    side = st.builds(Figures, level=st.sampled_from((*Level, None)), metrics=some)
    return draw(st.lists(side, min_size=2, max_size=4))


def _told(metric: Metric, value: float) -> Metric:
    """Return a figure with another value and as few reasons for care as can be."""
    silent = Missing.NOT_REPORTED
    return evolve(metric, value=value, scope=silent, as_of=metric.as_of, period=silent)


@settings(max_examples=scaled(300))
@given(figures=sides())
def test_verdicts_and_multiples_are_the_librarys(figures: list[Figures], engine: Engine) -> None:
    """Of any figures the script gives the same verdict, reasons, multiples and ranks."""
    given_facets = [facets(side) for side in figures]
    verdict = judged(given_facets)
    standing = placed(verdict, given_facets)
    expected = [
        {"verdict": verdict.verdict.value, "reasons": [one.value for one in verdict.reasons]},
        standing and {"isRank": standing.is_rank, "cells": list(standing.cells)},
    ]
    found = engine.call(
        """(sides) => {
          const verdict = cppccCompare.judged(sides);
          return [verdict, cppccCompare.placed(verdict, sides)];
        }""",
        [plain_facets(side) for side in given_facets],
    )
    assert expected == found


def test_numbers_are_written_as_python_writes_them(engine: Engine) -> None:
    """Halves above all: Python rounds them to the even digit, toFixed rounds them up."""
    draw = random.Random(7)
    values = [number / 16 for number in range(2000)]
    values += [draw.random() * 10 ** draw.randint(0, 9) for _ in range(2000)]
    values += [draw.randint(1, 9999) / draw.randint(1, 9999) for _ in range(4000)]
    values += [1e21, 123456789e30, 2.0**60, 2**52 + 0.5, 0.0]
    expected = [[f"{value:.{digits}f}" for digits in (0, 1, 2)] for value in values]
    found = engine.call(
        "(values) => values.map((one) => [0, 1, 2].map((n) => cppccCompare.fixed(one, n)))", values
    )
    assert expected == found
