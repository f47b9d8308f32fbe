"""What the page's script makes of localities: cell by cell what the library makes of them."""

import itertools
import random
from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.examples import scaled
from tests.unit.site.comparing import CITED, Engine, Told, by_script, of_library, of_script

from cppcc_cases.codec.when import read_when
from cppcc_cases.comparison import compare
from cppcc_cases.comparison.observed import Observed, Window
from cppcc_cases.comparison.standing import standing
from cppcc_cases.comparison.verdict import Axis, judge
from cppcc_cases.model import (
    JOINT,
    ArticleId,
    Basis,
    CaseId,
    Counted,
    IndicatorId,
    LocalityCode,
    Metric,
    Missing,
    Qualifier,
    Read,
    Stands,
    UnitId,
    WindowKind,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.values import Silence
from cppcc_cases.site.compare_data import plain_observed
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus, Loaded
from cppcc_cases.testing import strategies
from cppcc_cases.text import Lang
from cppcc_cases.vocab.dimensions import COUNTING as COUNTING_WORDS
from cppcc_cases.vocab.dimensions import PARTS as PART_WORDS
from cppcc_cases.vocab.dimensions import by_dimension

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


INDICATORS = ("studios", "liaison_groups", "proposals_filed", "filing_rate", "other")
WHENS: tuple[Any, ...] = (
    *("unknown", {"year": 2022}, {"year": 2024}, {"as_of": "2022-12"}, {"as_of": "2024"}),
    {"session": 2024, "to": "2024-01-20"},
    {"since_session": 2024, "to": "2024-12-31"},
)
PARTS = ((), (), ("whole",), ("members",), ("authors_unsaid", "own"), ("topic:教育", "pilot"))
COUNTINGS = ((), (), ("after_merge",), ("before_merge",), ("of_received",), ("unheard_of",))


MEETING = tuple(map(LocalityCode, ("140100", "140200", "320300", "320312")))


@st.composite
def likely(draw: st.DrawFn, pools: tuple[tuple[Any, ...], ...], whose: tuple[str, ...]) -> Metric:
    """Return a figure that others are likely to be like."""
    indicator, when, part, counting, stands, qualifier = (draw(st.sampled_from(p)) for p in pools)
    known = Registry.installed().indicators[indicator]
    metrics = strategies.metrics(indicators=[known])
    return evolve(
        draw(metrics.filter(lambda one: not isinstance(one.value, Missing))),
        value=draw(st.integers(0, 100) | st.integers(0, 800).map(lambda n: n / 8)),
        qualifier=qualifier,
        of=draw(st.sampled_from(whose)),
        when=read_when(when),
        part=part,
        counting=counting,
        session_no=draw(st.sampled_from((None, "14-3", "15-1"))),
        stands=stands,
        basis=Basis.NEWSPAPER,
    )


@st.composite
def alike(draw: st.DrawFn) -> Corpus:
    """Return cases of few places whose figures are likely to stand in one row."""
    module = draw(strategies.modules())
    tables = (INDICATORS, WHENS, PARTS, COUNTINGS, [*Stands], [*Qualifier])
    pools = tuple(tuple(draw(st.lists(st.sampled_from(t), min_size=1, max_size=2))) for t in tables)
    if draw(st.booleans()):
        pools = (*pools[:4], (Stands.REPORTED,), (Qualifier.EXACT,))
    cases = []
    for number, places in enumerate([*((one,) for one in MEETING), MEETING[:2]]):
        whose = (*places, *places, JOINT, JOINT, "140000")
        metrics = tuple(draw(st.lists(likely(pools, whose), min_size=1, max_size=3)))
        id_ = CaseId(f"made-up-{number}")
        cases.append(evolve(module.cases[0], id=id_, localities=places, metrics=metrics))
    counted = tuple(range(len(cases)))
    # Which gaps concern a reader hangs on the figures shown; here all figures are of one article.
    article = evolve(module.article, gaps=())
    loaded = Loaded(file="made-up", article=article, cases=tuple(cases), places=counted)
    return Corpus.of(loaded, *draw(st.sampled_from([(), (corrections(loaded),)])))


def corrections(loaded: Loaded) -> Loaded:
    """Return a later article that corrects figures of a file: of each case the first."""
    assert loaded.article
    later = evolve(loaded.article, id=ArticleId("made-up-later"), corrects=loaded.article.id)
    cases = []
    for case in loaded.cases:
        (evidence, *_), value = case.metrics[0].evidence, case.metrics[0].value
        assert not isinstance(value, Missing)
        right = evolve(
            case.metrics[0],
            value=(value + 1) % 100,
            evidence=(evolve(evidence, article=later.id),),
        )
        cases.append(evolve(case, id=CaseId(f"{case.id}-corrected"), metrics=(right,)))
    counted = tuple(range(len(cases)))
    return Loaded(file="made-up-later", article=later, cases=tuple(cases), places=counted)


@settings(
    max_examples=scaled(60),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=(HealthCheck.data_too_large, HealthCheck.too_slow),
)
@given(data=st.data(), lang=st.sampled_from(Lang))
def test_so_it_does_of_figures_that_meet(data: st.DataObject, lang: Lang) -> None:
    """Rows, chosen windows, joint figures, quotients and ranks are the library's in any order."""
    made_up = data.draw(alike().filter(lambda one: not CITED.search(repr(one))))
    engine = Engine(Source(corpus=made_up), lang)
    codes = sorted(made_up.codes())
    orders = [list(some) for number in (2, 3, 4) for some in itertools.combinations(codes, number)]
    orders += [codes[::-1], codes[2:] + codes[:2]]
    assert [] == differences(engine, made_up, lang, orders)


SESSION = {"session": 2024, "to": "2024-01-20"}
SELDOM = (
    ("140100", "liaison_groups", "piece", 102, {"as_of": "2022-12"}, ("whole",)),
    ("140100", "proposals_filed", "item", 300, SESSION, ()),
    ("140100", "proposals_filed", "item", 90, SESSION, ("members",)),
    ("140100", "proposals_received", "item", 400, SESSION, ()),
    ("140000", "proposals_filed", "item", 491, SESSION, ()),
    ("140200", "liaison_groups", "piece", 99, {"as_of": "2022-12"}, ("whole",)),
    ("140200", "proposals_filed", "item", 250, SESSION, ()),
    ("140200", "proposals_filed", "item", 50, SESSION, ("members",)),
    ("320300", "proposals_filed", "item", 250, SESSION, ()),
    ("320300", "proposals_filed", "item", 200, {"session": 2023, "to": "2023-01-10"}, ()),
    ("320300", "proposals_received", "item", 300, SESSION, ("before_merge",)),
    ("320312", "proposals_received", "item", 60, SESSION, ("after_merge",)),
    ("320312", "proposals_filed", "item", 80, SESSION, ()),
    ("320312", "liaison_groups", "piece", 20, {"as_of": "2022-12"}, ("whole",)),
    ("140100", "converted_suggestions", "item", 0, SESSION, ()),
    ("140200", "converted_suggestions", "item", 5, SESSION, ()),
    ("140100", "reports", "report", 5, "year", ()),
    ("140100", "reports", "report", 6, {"year": 2023}, ()),
    ("140200", "reports", "report", 7, "year", ()),
    ("140200", "reports", "report", 8, {"year": 2022}, ()),
    ("joint", "meetings", "time", 4, {"event": "2024-05-08"}, ()),
)
"""Made-up figures: whose, of what, unit, value, when, part and counting."""


def seldom(corpus: Corpus) -> Corpus:
    """Return cases with made-up figures of which every kind of row follows."""
    base = corpus.case("taiyuan-platform-network")
    file = next(one for one in corpus.files if base in one.cases)
    told: dict[tuple[LocalityCode, ...], list[Metric]] = {}
    for whose, indicator, unit, value, when, said in SELDOM:
        places = {"joint": MEETING[:2], "140000": MEETING[:1]}.get(whose, (LocalityCode(whose),))
        metric = evolve(
            base.metrics[0],
            indicator=IndicatorId(indicator),
            unit=UnitId(unit),
            value=value,
            of=whose,
            when=read_when(when),
            part=tuple(one for one in said if one in PART_WORDS),
            counting=tuple(one for one in said if one in COUNTING_WORDS),
            basis=Basis.NEWSPAPER,
            rule=None,
        )
        told.setdefault(places, []).append(metric)
    cases = tuple(
        evolve(base, id=CaseId(f"made-up-{nth}"), localities=places, metrics=tuple(metrics))
        for nth, (places, metrics) in enumerate(told.items())
    )
    return Corpus.of(evolve(file, cases=cases, places=tuple(range(len(cases)))))


SAYS = ("共同数据", "另有不同口径")


@pytest.mark.parametrize("lang", Lang)
def test_so_it_does_of_what_is_seldom_drawn(lang: Lang, corpus: Corpus) -> None:
    """Ranks, multiples, quotients beside a verdict, shares, joint and higher figures."""
    made_up = seldom(corpus)
    orders = [list(some) for n in (2, 3) for some in itertools.permutations(MEETING, n)][::3]
    orders += [list(MEETING), list(MEETING[::-1])]
    assert [] == differences(Engine(Source(corpus=made_up), lang), made_up, lang, orders)
    four, two = compare(made_up, *MEETING), compare(made_up, *MEETING[:2])
    standings = [standing(one.row) for one in (*four.metrics, *two.metrics)]
    expected = [True] * 8
    assert expected == [
        any(one and one.is_rank for one in standings),
        any(one and not one.is_rank for one in standings),
        any(one.quotients and one.row.judgement for one in two.metrics),
        any(one.row.apart for one in four.metrics),
        any(one.row.is_share for one in four.metrics),
        bool(four.above),
        *(any(said in str(told) for told in of_library(four, Lang.ZH).values()) for said in SAYS),
    ]


@pytest.mark.parametrize("lang", Lang)
def test_so_it_does_of_excerpts(lang: Lang, corpus: Corpus) -> None:
    """Where only an excerpt was read, silence is that of the excerpt, and a caveat says so."""
    some = evolve(
        corpus,
        files=tuple(
            evolve(one, article=evolve(one.article, read=Read.EXCERPT))
            for one in corpus.files
            if one.article
        ),
    )
    orders = [list(pair) for pair in itertools.permutations(sorted(corpus.codes())[:6], 2)]
    engine = Engine(Source(corpus=some), lang)
    assert [] == differences(engine, some, lang, orders)
    told = str([of_script(one, lang) for one in by_script(engine, orders)])
    assert Silence.NOT_IN_EXCERPT.label.in_(lang) in told


WORDS = [*PART_WORDS, *COUNTING_WORDS, "topic:教育", "topic:卫生"]
FORMS = (*(kind.value for kind in WindowKind), "open", "closed", "undated")
YEARS = (0, 2012, 2017, 2018, 2022, 2023, 2024)
DAYS = tuple(day + 365 * (year - 1) for year in YEARS[1:] for day in (20, 200, 360))


@st.composite
def seen(draw: st.DrawFn) -> Observed:
    """Return a figure as the rule of comparison sees it, many of them alike in much."""
    said = draw(st.lists(st.sampled_from(WORDS), max_size=2))
    first = draw(st.sampled_from((0, *DAYS)))
    parts = by_dimension(one for one in said if one not in COUNTING_WORDS)
    coverage = parts.pop("coverage", ("",))[0]
    return Observed(
        place=draw(st.sampled_from(("140100", "140200", JOINT))),
        level=draw(st.sampled_from(("prefecture", "county", ""))),
        indicator=draw(st.sampled_from(("proposals_filed", "other"))),
        as_printed=draw(st.sampled_from(("", "微建议"))),
        amount=1.0,
        family=draw(st.sampled_from(("count", "count", "issue"))),
        rate=draw(st.booleans()),
        rule=draw(st.sampled_from(Counted)).value,
        area=draw(st.booleans()),
        cumulative=draw(st.booleans()),
        needs=draw(st.sampled_from(((), ("answered",), ("opinion", "proposing")))),
        window=Window(
            form=draw(st.sampled_from(FORMS)),
            year=draw(st.sampled_from(YEARS)),
            first=first,
            last=first and first + draw(st.sampled_from((0, 30))),
            months=draw(st.sampled_from((0, 12, 24))),
            start=draw(st.sampled_from((0, 1, 7))),
        ),
        coverage=coverage,
        part=tuple(parts.items()),
        counting=tuple(by_dimension(one for one in said if one in COUNTING_WORDS).items()),
        stands=draw(st.sampled_from(Stands)).value,
        marks=tuple(draw(st.sets(st.sampled_from(("inexact", "conflict", "derived")), max_size=1))),
        term=draw(st.sampled_from(("", "14", "15"))),
    )


@settings(max_examples=scaled(300))
@given(some=st.lists(seen(), min_size=3, max_size=6), axis=st.sampled_from(Axis))
def test_verdicts_are_the_librarys(some: list[Observed], axis: Axis, engine: Engine) -> None:
    """Of any two figures the script gives the same verdict, reasons and leave to reckon."""
    judged = [judge(one, other, axis) for one in some for other in some]
    expected = [[one.verdict.value, list(one.reasons), one.arithmetic] for one in judged]
    found = engine.call(
        """([some, axis]) => some.flatMap((one) => some.map((other) => {
          const { verdict, reasons, arithmetic } = cppccRows.judge(one, other, axis);
          return [verdict, reasons, arithmetic];
        }))""",
        [[plain_observed(one) for one in some], axis.value],
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
