"""A report → a document in one language: the blocks that text, Markdown, HTML and DOCX set."""

from collections.abc import Iterator, Sequence

from cppcc_cases.model import Lang, Text
from cppcc_cases.report import document as doc
from cppcc_cases.report.marks import bar, bar_key, state_key, state_mark
from cppcc_cases.report.values import Cell, Claim, Line, Part, Report, Row, Section, Silence, Table
from cppcc_cases.report.wording import article_line, listed, source_line
from cppcc_cases.report.words import Words

_INDENT = "└ "
_Lines = tuple[doc.Line, ...]


def said(report: Report, lang: Lang) -> doc.Document:
    """Return a report in one language, with its sources at the end."""
    words = Words(lang)
    return doc.Document(blocks=tuple(_blocks(words, report)))


def all_said(reports: Sequence[Report], lang: Lang) -> doc.Document:
    """Return reports in one language as one document."""
    return doc.Document(blocks=tuple(block for one in reports for block in said(one, lang).blocks))


def documents(reports: Sequence[Report], langs: Sequence[Lang]) -> list[tuple[doc.Document, Lang]]:
    """Return reports in one language after another."""
    return [(said(report, lang), lang) for lang in langs for report in reports]


def _blocks(words: Words, report: Report) -> Iterator[doc.Block]:
    if report.title:
        yield doc.Heading(level=1, text=words.of(report.title))
    if report.subtitle:
        yield doc.Paragraph(text=words.of(report.subtitle), subtitle=True)
    for section in report.sections:
        yield from _section(words, section, report)
    yield from _sources(words, report)


def _section(words: Words, section: Section, report: Report) -> Iterator[doc.Block]:
    if section.title:
        yield doc.Heading(level=2, text=words.of(section.title))
    for part in section.parts:
        yield from _part(words, part, report)


def _part(words: Words, part: Part, report: Report) -> Iterator[doc.Block]:
    if part.title:
        yield doc.Heading(level=3, text=words.of(part.title))
    if part.text:
        yield doc.Paragraph(text=words.of(part.text))
    if part.table:
        yield _table(words, part.table)
        yield from _key(words, part.table)
        if part.table.sided and part.table.compact:
            yield from _told(words, part.table)
    if part.lines:
        yield doc.Items(items=entries(words, part, report))


def _key(words: Words, table: Table) -> Iterator[doc.Block]:
    """Yield the key to the pictures of a table."""
    cells = [cell for row in table.rows for cell in row.cells]
    if any(cell.state for cell in cells):
        no_case = table.sided and any(cell.state is None for cell in cells)
        yield state_key(words, cells, no_case=no_case)
    yield from bar_key(words, (claim for cell in cells for claim in cell.claims))


def entries(words: Words, part: Part, report: Report) -> tuple[str, ...]:
    """Return the entries of a list behind their names, or those joined that say the same."""
    found: dict[tuple[int, str], dict[str, None]] = {}
    for at, line in enumerate(part.lines):
        key = (0 if part.joined else at, _entry(words, line, report))
        found.setdefault(key, {})[words.of(line.label) if line.label else ""] = None
    return tuple(
        words.colon(words.join(names), told) if any(names) else told
        for (_, told), names in found.items()
    )


def _entry(words: Words, line: Line, report: Report) -> str:
    """Return what an entry says, with its citations; a case of no side is named behind them."""
    own = {case for side in report.sides for case in side.cases}
    return listed(
        words,
        (
            cited(words, one)
            + (words.brackets(one.case) if one.case and one.case not in own else "")
            for one in line.claims
        ),
    )


def cited(words: Words, claim: Claim) -> str:
    """Return a claim with the numbers of its sources behind it."""
    numbers = "".join(f"[{number}]" for number in claim.sources)
    space = " " if numbers and words.lang is Lang.EN else ""
    return words.of(claim.text) + space + numbers


def _table(words: Words, table: Table) -> doc.Table:
    judged = any(row.verdict for row in table.rows)
    last = (words["comparability"],) if judged else ()
    head = words.of(table.head) if table.head else ""
    rows: list[tuple[_Lines, ...]] = [
        ((head,), *((words.of(column),) for column in table.columns), *((name,) for name in last)),
        *(_row(words, row, judged=judged, compact=table.compact) for row in table.rows),
    ]
    if table.sided and table.compact and words.lang is Lang.ZH:
        rows = list(zip(*rows, strict=True))  # Chinese names of sides are long, of stages short
    return doc.Table(
        header=tuple(str(name) for (name,) in rows[0]), rows=tuple(rows[1:]), compact=table.compact
    )


def _row(words: Words, row: Row, *, judged: bool, compact: bool) -> tuple[_Lines, ...]:
    name = (_INDENT if row.below else "") + words.of(row.label)
    cells = (_cell(words, cell, compact=compact) for cell in row.cells)
    verdict = ((verdict_text(words, row),),) if judged else ()
    return ((name,), *cells, *verdict)


def _cell(words: Words, cell: Cell, *, compact: bool) -> _Lines:
    unknown = compact and [claim.silence for claim in cell.claims] == [Silence.NO_CASE]
    if cell.state or unknown:
        return (state_mark(words, cell),)
    lines: list[doc.Line] = []
    for claim in cell.claims:
        lines += [cited(words, claim), *bar(words, claim.bar)]
    return tuple(lines)


def verdict_text(words: Words, row: Row) -> str:
    """Return the verdict on a row with its reasons; nothing where there is none."""
    if row.verdict is None:
        return ""
    verdict = words.of(row.verdict.verdict.label)
    return words.colon(verdict, words.of(row.why)) if row.why else verdict


def _told(words: Words, table: Table) -> Iterator[doc.Block]:
    """Yield a list of what is claimed behind the marks of a table, side by side, each once."""
    told_of: dict[tuple[Text, Claim], list[str]] = {}
    for index, column in enumerate(table.columns):
        for row in table.rows:
            for claim in row.cells[index].claims:
                if claim.silence is None:
                    told_of.setdefault((row.label, claim), []).append(words.of(column))
    apart = "·" if words.lang is Lang.ZH else ", "
    items = tuple(
        words.colon(f"{words.join(sides)}{apart}{words.of(label)}", cited(words, claim))
        for (label, claim), sides in told_of.items()
    )
    if items:
        yield doc.Items(items=items)


def _sources(words: Words, report: Report) -> Iterator[doc.Block]:
    if not (report.sources or report.counts):
        return
    articles = {article.id: article for article in report.articles}
    yield doc.Heading(level=2, text=words["sources"])
    items = (
        *(source_line(words, one, articles) for one in report.sources),
        *(words.of(one.text) for one in report.counts),
    )
    yield doc.Items(items=items, numbered=True)
    for article in report.articles:
        yield doc.Paragraph(text=article_line(words, article))
