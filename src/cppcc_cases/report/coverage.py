"""What a collection covers → a report, and plain values for JSON."""

from collections.abc import Iterable

from cppcc_cases.codec import Plain
from cppcc_cases.comparison.coverage import Cohort, Coverage, IndicatorCoverage, Pair
from cppcc_cases.model import Lang, Level, Text
from cppcc_cases.report.claims import Teller, cell, plainly, said
from cppcc_cases.report.values import Claim, Line, Part, Report, Row, Section, Table
from cppcc_cases.report.words import WORDS, Words, indicator_name
from cppcc_cases.store import Store
from cppcc_cases.text import plural


def coverage_report(found: Coverage, corpus: Store) -> Report:
    """Return the report of what a collection covers."""
    tell = Teller(corpus.registry, ())
    indicators = Table(
        head=WORDS["indicator"],
        columns=(WORDS["figures_told"], WORDS["places_told"], WORDS["pairs_comparable"]),
        rows=tuple(_indicator(tell, one) for one in found.indicators),
    )
    cohorts = tuple(_cohort(tell, corpus, one) for one in found.cohorts)
    years = tuple(
        Line(claims=(plainly(tell.text(_year, year, count)),)) for year, count in found.years
    )
    parts = {
        "whole": Part(text=tell.text(_counted, found)),
        "provinces": Part(text=tell.names(_names(corpus, found.provinces))),
        "cohorts": Part(lines=cohorts),
        "indicators": Part(table=indicators),
        "years": Part(lines=years),
    }
    empty = {
        name
        for name, held in (("cohorts", cohorts), ("indicators", found.indicators), ("years", years))
        if not held
    }
    sections = (
        Section(id=id_, title=WORDS[id_] if id_ != "whole" else None, parts=(part,))
        for id_, part in parts.items()
        if id_ not in empty
    )
    return Report(title=WORDS["covered"], sections=tuple(sections))


def _counted(words: Words, found: Coverage) -> str:
    sizes = len(found.provinces), len(found.places), len(found.pairs)
    if words.lang is Lang.ZH:
        return (
            f"{found.articles}篇报道、{found.cases}个案例、{found.figures}个数；{sizes[0]}个省级地区、"
            f"{sizes[1]}个地区；有可比数字的地区{sizes[2]}对"
        )
    return (
        f"{plural(found.articles, 'article')}, {plural(found.cases, 'case')}, "
        f"{plural(found.figures, 'figure')}; {plural(sizes[0], 'province')}, "
        f"{plural(sizes[1], 'place')}; {plural(sizes[2], 'pair')} of places with comparable figures"
    )


def _names(corpus: Store, codes: Iterable[str]) -> list[Text]:
    places = ((code, corpus.gazetteer.get(code)) for code in codes)
    return [place.name if place else said(code) for code, place in places]


def _indicator(tell: Teller, one: IndicatorCoverage) -> Row:
    counts = (one.figures, one.places, len(one.pairs))
    return Row(
        id=one.indicator,
        label=indicator_name(tell.registry, one.indicator),
        cells=tuple(cell(Claim(text=said(str(count)), number=count)) for count in counts),
    )


def _cohort(tell: Teller, corpus: Store, one: Cohort) -> Line:
    names = tell.names(_names(corpus, one.places))
    return Line(label=tell.text(_group, one), claims=(plainly(names),))


def _group(words: Words, one: Cohort) -> str:
    session = words["session_of"].format(words.year(one.year))
    return words.phrases([words.of(Level(one.level).label), session]) + words.brackets(
        str(len(one.places))
    )


def _year(words: Words, year: int, count: int) -> str:
    return words.colon(words.year(year), str(count))


def plain_coverage(found: Coverage) -> Plain:
    """Return what a collection covers, with codes and ids."""
    return {
        "articles": found.articles,
        "cases": found.cases,
        "figures": found.figures,
        "places": list(found.places),
        "provinces": list(found.provinces),
        "pairs": _pairs(found.pairs),
        "years": {str(year or "unknown"): count for year, count in found.years},
        "indicators": {
            one.indicator: {
                "figures": one.figures,
                "places": one.places,
                "pairs": _pairs(one.pairs),
            }
            for one in found.indicators
        },
        "cohorts": [
            {"level": one.level, "year": one.year, "places": list(one.places)}
            for one in found.cohorts
        ],
    }


def _pairs(pairs: Iterable[Pair]) -> list[Plain]:
    return [list(pair) for pair in sorted(sorted(pair) for pair in pairs)]
