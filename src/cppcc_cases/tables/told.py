"""What an import came to → a document, and plain values for JSON."""

from collections import Counter
from pathlib import Path

from attrs import frozen

from cppcc_cases.codec import Plain
from cppcc_cases.errors import Problem
from cppcc_cases.escape import visible
from cppcc_cases.report.document import Block, Document, Items, Paragraph
from cppcc_cases.report.plain_reports import plain_problem
from cppcc_cases.report.problems import short
from cppcc_cases.tables.changes import Change, State
from cppcc_cases.text import Lang


@frozen(kw_only=True)
class Imported:
    """What became of a table: each file with what became of it, and what is wrong."""

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


def import_report(done: Imported, lang: Lang, here: Path) -> Document:
    """Return what became of each file, with what is different in those that changed."""
    zh = lang is Lang.ZH
    blocks: list[Block] = []
    for one in done.changes:
        if one.state is State.SAME:
            continue
        text = visible(short(str(one.file), here)) + ("：" if zh else ": ")
        text += one.state.label.in_(lang)
        if one.state is State.GONE:
            text += (
                "；文件留着，不要了就删掉" if zh else "; the file is kept, delete it if not wanted"
            )
        said = tuple(visible(each.in_(lang)) for each in one.said)
        blocks += [Paragraph(text=text), *([Items(items=said)] if said else [])]
    counts = Counter(one.state for one in done.changes)
    told = [
        f"{state.label.zh}{counts[state]}个文件" if zh else f"{counts[state]} {state.label.en}"
        for state in State
        if counts[state]
    ]
    nothing = "没有写任何文件" if zh else "nothing was written"
    text = ("，" if zh else ", ").join(told) or nothing
    return Document(blocks=(*blocks, Paragraph(text=text)))


def plain_import(done: Imported) -> Plain:
    """Return what became of each file, and every problem."""
    return {
        "files": [
            {
                "file": str(one.file),
                "state": one.state.value,
                "changes": [{"zh": said.zh, "en": said.en} for said in one.said],
            }
            for one in done.changes
        ],
        "problems": [plain_problem(one) for one in done.problems],
    }
