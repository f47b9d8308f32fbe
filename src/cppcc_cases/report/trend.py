"""Figures of one party over the years → a report."""

from collections.abc import Iterator

from cppcc_cases.comparison import Party
from cppcc_cases.comparison.trend import Change, Point, Series, Trend
from cppcc_cases.report.claims import Teller, cell, plainly, quiet
from cppcc_cases.report.compared import side
from cppcc_cases.report.figures import row_name
from cppcc_cases.report.reasons import reasons_text
from cppcc_cases.report.values import Claim, Part, Report, Row, Section, Silence, Table
from cppcc_cases.report.windows import window_text
from cppcc_cases.report.wording import DATED, number
from cppcc_cases.report.words import WORDS, Words
from cppcc_cases.text import Lang, Text


def trend_report(found: Trend) -> Report:
    """Return the report of a trend: a table a series, its verdicts and changes."""
    tell = Teller(found.registry, found.sources)
    parts = tuple(part for one in found.series for part in _series(tell, found.party, one))
    untold = Silence.untold(is_excerpt=found.is_excerpt)
    silence = untold if found.party.cases else Silence.NO_CASE
    return Report(
        title=tell.text(_title, found),
        sides=(side(found.party),),
        sections=(Section(id="trend", parts=parts or (Part(text=silence.label),)),),
        articles=found.articles,
        sources=found.sources,
    )


def _title(words: Words, found: Trend) -> str:
    name = words.indicator(found.only.indicator) if found.only.indicator else words["figures"]
    return words["trend"].format(words.of(found.party.title), name)


def _series(tell: Teller, party: Party, series: Series) -> Iterator[Part]:
    known = (*series.part, *series.counting)
    name = tell.text(row_name, series)
    several = party.localities if len(party.localities) > 1 else ()
    whose = [place.name for place in several if place.code == series.place]
    yield Part(
        title=tell.colon(whose[0], name) if whose else name,
        table=Table(
            head=WORDS["time"],
            columns=(WORDS["figure"], WORDS["change"]),
            rows=tuple(
                _row(tell, point, series, at, known) for at, point in enumerate(series.points)
            ),
        ),
    )
    if series.whole:
        yield Part(text=tell.text(_whole, series, series.whole))


def _row(tell: Teller, point: Point, series: Series, at: int, known: tuple[str, ...]) -> Row:
    told = point.told
    figures = [tell.metric(told.metric, told.case.id, known=(*known, DATED))]
    figures += [
        tell.metric(one.metric, one.case.id, known=known, correction=one.correction)
        for one in point.others
    ]
    return Row(
        id=f"{series.indicator}.{told.seen.window.year or 'unknown'}",
        label=tell.text(window_text, told.metric),
        cells=(cell(*figures), cell(_changed(tell, point, at))),
        verdict=point.judgement,
        why=_why(tell, series, point, at),
    )


def _changed(tell: Teller, point: Point, at: int) -> Claim:
    if point.change:
        text = tell.text(change_text, point, point.change)
        return Claim(text=text, number=point.change.difference)
    return plainly(WORDS["broken"]) if at else quiet(Silence.NOTHING)


def _why(tell: Teller, series: Series, point: Point, at: int) -> Text | None:
    if not point.judgement or not point.judgement.reasons:
        return None
    before = series.points[at - 1].told

    def said(words: Words) -> str:
        assert point.judgement
        sides = [(words.year(one.seen.window.year), one) for one in (before, point.told)]
        return reasons_text(words, point.judgement, sides)

    return tell.text(said)


def change_text(words: Words, point: Point, change: Change) -> str:
    """Return a change: in the figure's unit and per cent, or in points of a rate."""
    if change.within:
        return words["no_change"]
    size = abs(change.difference)
    if point.told.seen.rate:
        key = "points_up" if change.difference > 0 else "points_down"
        return words[key].format(f"{size:.1f}".removesuffix(".0"))
    if not change.difference:
        return words["same_number"]
    whole = int(size) if float(size).is_integer() else round(size, 2)
    unit = words.unit(words.registry.unit(point.told.metric.unit).base)
    amount = (
        f"{number(whole)}{unit}" if words.lang is Lang.ZH else f"{number(whole)} {unit}".strip()
    )
    told = words["more" if change.difference > 0 else "fewer"].format(amount)
    if change.percent is None:
        return told
    return told + words.brackets(f"{change.percent:+.1f}%".replace("-", "−"))


def _whole(words: Words, series: Series, change: Change) -> str:
    first, last = series.points[0].told.seen.window.year, series.points[-1].told.seen.window.year
    told = change_text(words, series.points[-1], change)
    return words["from_to"].format(words.year(last), words.year(first), told)
