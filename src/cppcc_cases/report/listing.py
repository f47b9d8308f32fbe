"""Cases → a report that lists them."""

from collections.abc import Iterable

from cppcc_cases.model import Case, Text
from cppcc_cases.query.filters import InState
from cppcc_cases.report.claims import Teller, cell, plainly, said
from cppcc_cases.report.values import Part, Report, Row, Section, Table
from cppcc_cases.report.words import WORDS, Words
from cppcc_cases.store import Store
from cppcc_cases.text import plural


def listing(
    cases: Iterable[Case],
    corpus: Store,
    told: InState | None = None,
    provided_for: int = 0,
    more: int = 0,
) -> Report:
    """Return a report that lists cases: id, localities, kind of mechanism.

    Where ``told`` finds the stages by which cases were chosen, each stands with its state;
    ``provided_for`` more cases only provide for the stage; ``more`` are not listed.
    """
    tell = Teller(corpus.registry, ())
    rows = tuple(_row(tell, case, corpus, told) for case in cases)
    columns = (WORDS["locality"], WORDS["mechanism"], *([WORDS["stage"]] if told else []))
    count = Text(zh=f"{len(rows) + more}个案例", en=plural(len(rows) + more, "case"))
    if more:
        count = tell.text(not_listed, count, more)
    parts = [Part(text=WORDS["none_found"])]
    if rows:
        parts = [Part(table=Table(head=WORDS["id"], columns=columns, rows=rows)), Part(text=count)]
    if provided_for:
        parts.append(Part(text=tell.text(_provided_for, provided_for)))
    return Report(sections=(Section(id="cases", parts=tuple(parts)),))


def not_listed(words: Words, counted: Text, more: int) -> str:
    """Return what was counted, and how much of it is not listed."""
    return words.of(counted) + words.brackets(
        words.colon(words["more_not_listed"].format(more), "--limit 0")
    )


def _provided_for(words: Words, count: int) -> str:
    return words.colon(words["provided_for"].format(count), "--state provided_for")


def _row(tell: Teller, case: Case, corpus: Store, told: InState | None) -> Row:
    places = tell.text(_places, case, corpus)
    stages = (
        [plainly(tell.colon(stage.label, state.label)) for stage, state in told(case)]
        if told
        else []
    )
    return Row(
        id=case.id,
        label=said(case.id),
        cells=(
            cell(plainly(places)),
            cell(plainly(case.mechanism.name)),
            *([cell(*stages)] if told else []),
        ),
    )


def _places(words: Words, case: Case, corpus: Store) -> str:
    return words.join(locality_names(case, corpus, words))


def locality_names(case: Case, corpus: Store, words: Words) -> list[str]:
    """Return the names of a case's localities, or their codes where they are unknown."""
    return [
        words.of(place.name) if (place := corpus.gazetteer.get(code)) else code
        for code in case.localities
    ]
