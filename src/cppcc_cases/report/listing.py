"""Cases → a report that lists them."""

from collections.abc import Iterable

from cppcc_cases.corpus import Corpus
from cppcc_cases.model import Case, Text
from cppcc_cases.report.claims import Teller, cell, plainly, said
from cppcc_cases.report.values import Part, Report, Row, Section, Table
from cppcc_cases.report.words import WORDS, Words
from cppcc_cases.text import plural


def listing(cases: Iterable[Case], corpus: Corpus) -> Report:
    """Return a report that lists cases: id, localities, kind of mechanism."""
    tell = Teller(corpus.registry, ())
    rows = tuple(_row(tell, case, corpus) for case in cases)
    if not rows:
        return Report(sections=(Section(id="cases", parts=(Part(text=WORDS["none_found"]),)),))
    columns = (WORDS["locality"], WORDS["mechanism"])
    table = Table(head=WORDS["id"], columns=columns, rows=rows)
    count = Text(zh=f"{len(rows)} 个案例", en=plural(len(rows), "case"))
    return Report(
        sections=(Section(id="cases", parts=(Part(table=table), Part(text=count))),),
    )


def _row(tell: Teller, case: Case, corpus: Corpus) -> Row:
    places = tell.text(_places, case, corpus)
    return Row(
        id=case.id,
        label=said(case.id),
        cells=(cell(plainly(places)), cell(plainly(case.mechanism.name))),
    )


def _places(words: Words, case: Case, corpus: Corpus) -> str:
    return words.join(locality_names(case, corpus, words))


def locality_names(case: Case, corpus: Corpus, words: Words) -> list[str]:
    """Return the names of a case's localities, or their codes where they are unknown."""
    return [
        words.of(place.name) if (place := corpus.gazetteer.get(code)) else code
        for code in case.localities
    ]
