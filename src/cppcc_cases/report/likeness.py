"""Cases like another → a report, and plain values for JSON."""

from cppcc_cases.codec import Plain
from cppcc_cases.comparison.likeness import Likeness, Shared
from cppcc_cases.facets import labels
from cppcc_cases.model import Case
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.claims import Teller, cell, plainly, said
from cppcc_cases.report.values import Claim, Part, Report, Row, Section, Table
from cppcc_cases.report.words import WORDS, Words


def likeness_report(case: Case, found: tuple[Likeness, ...], registry: Registry) -> Report:
    """Return the cases most like another, each with how alike it is and what both have."""
    tell = Teller(registry, ())
    title = tell.text(_title, case)
    part = Part(text=WORDS["nothing_shared"])
    if found:
        columns = (WORDS["likeness"], WORDS["shared"])
        rows = tuple(_row(tell, one) for one in found)
        part = Part(table=Table(head=WORDS["cases"], columns=columns, rows=rows))
    return Report(title=title, sections=(Section(id="similar", parts=(part,)),))


def _row(tell: Teller, one: Likeness) -> Row:
    share = Claim(text=said(percentage(one.value)), number=round(one.value * 100), unit=said("%"))
    shared = (plainly(tell.text(shared_words, part)) for part in one.shared)
    name = tell.case_name(one.case)
    return Row(id=one.case.id, label=name.text, cells=(cell(share), cell(*shared)))


def _title(words: Words, case: Case) -> str:
    return words["similar"].format(words.quoted(words.of(case.title)))


def percentage(value: float) -> str:
    """Return a share of 1 in per cent, without decimals."""
    return f"{value:.0%}"


def shared_words(words: Words, shared: Shared) -> str:
    """Return what two cases have in common under one head."""
    known = labels(shared.head, words.registry)
    names = [
        *(words.of(label) for id_, label in known.items() if id_ in shared.ids),
        *(id_ for id_ in shared.ids if id_ not in known),
    ]
    return words.colon(words[shared.head], words.join(names))


def plain_likeness(case: Case, found: tuple[Likeness, ...]) -> Plain:
    """Return the cases most like another by their ids, with what is shared under each head."""
    return {
        "case": case.id,
        "similar": [
            {
                "case": one.case.id,
                "title": {"zh": one.case.title.zh, "en": one.case.title.en},
                "likeness": round(one.value, 4),
                "shared": {
                    shared.head: {"ids": list(shared.ids), "share": round(shared.share, 4)}
                    for shared in one.shared
                },
            }
            for one in found
        ],
    }
