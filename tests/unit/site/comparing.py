"""A comparison as plain texts, from the library and from the page's script, in one shape."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any, TypedDict

import quickjs
from attrs import field, frozen
from tests.reports import digest

from cppcc_cases.comparison import Comparison
from cppcc_cases.escape import visible
from cppcc_cases.model import Lang
from cppcc_cases.report.compared import compared
from cppcc_cases.report.document import (
    Bar,
    Block,
    Cell,
    Heading,
    Items,
    Key,
    Mark,
    Paragraph,
    Table,
)
from cppcc_cases.report.wording import listed
from cppcc_cases.report.words import Words
from cppcc_cases.site.compare_data import scripts
from cppcc_cases.site.source import Source

CITED = re.compile(r" ?(?:\[\d+\])+")
_DRAWN = """(orders) => orders.map((codes) =>
  cppccCompare.table(codes.map((code) => cppccCompare.columns.get(code))))"""

Rows = list[list[list[str]]]
"""The rows of a table: in each the lines of its name, of its cells, and of its verdict if any."""


class Drawing(TypedDict):
    """A bar as the script gives it."""

    share: float
    says: str


class Line(TypedDict, total=False):
    """A line of a cell as the script gives it."""

    text: str
    href: str
    bar: Drawing | None


class ScriptCell(TypedDict, total=False):
    """A cell as the script gives it."""

    state: str
    lines: list[Line]


class ScriptRow(TypedDict, total=False):
    """A row as the script gives it."""

    name: str
    cells: list[ScriptCell]
    verdict: str
    sub: bool
    differs: bool


class ScriptTable(TypedDict, total=False):
    """A table as the script gives it."""

    rows: list[ScriptRow]


class ScriptCase(TypedDict):
    """A case with its fields as the script gives it."""

    title: str
    fields: list[list[str]]


class Item(Line, total=False):
    """An entry of a list as the script gives it: a line, or a head with lines below it."""

    lines: list[Line]


class ScriptList(TypedDict, total=False):
    """A list as the script gives it."""

    title: str
    text: str
    items: list[str | Item]


class ScriptSection(TypedDict, total=False):
    """A section as the script gives it."""

    id: str
    title: str
    tables: list[ScriptTable]
    cases: list[ScriptCase]
    lists: list[ScriptList]


class Script(TypedDict):
    """A comparison as the script gives it."""

    title: str
    subtitle: str
    header: list[str]
    sections: list[ScriptSection]


@frozen(kw_only=True)
class Told:
    """A section in the shape that both are brought to."""

    rows: Rows = field(factory=list)
    texts: list[str] = field(factory=list)


class Engine:
    """The script that compares, in an engine without a page, with what the site hands it."""

    def __init__(self, source: Source, lang: Lang) -> None:
        assets = files("cppcc_cases.site") / "assets"
        self._context = quickjs.Context()
        self._context.eval("globalThis.window = globalThis")
        for name in ("compare_rows.js", "compare.js"):
            self._context.eval((assets / name).read_text(encoding="utf-8"))
        for one in scripts(source, lang):
            self._context.eval(one.content.decode("utf-8"))

    def call(self, function: str, given: object) -> Any:
        """Return what a function of JavaScript gives for a value, as plain values both."""
        return json.loads(self._context.eval(f"JSON.stringify(({function})({json.dumps(given)}))"))


def by_script(engine: Engine, orders: Sequence[Sequence[str]]) -> list[Script]:
    """Return what the script makes of localities, given by their codes."""
    found: list[Script] = engine.call(_DRAWN, list(map(list, orders)))
    return found


def of_script(script: Script, lang: Lang) -> dict[str, Told]:
    """Return what the script made, by the headings of its sections."""
    words = Words(lang)
    found = {"": Told(texts=[script["title"], script["subtitle"]])}
    for section in script["sections"]:
        told = found[section["title"]] = Told()
        for table in section.get("tables", []):
            told.rows.extend(_script_row(row, section["id"]) for row in table["rows"])
        if section["id"] == "coverage":
            told.texts.extend(_claims(section, script["header"], words))
        for case in section.get("cases", []):
            told.texts.append(case["title"])
            told.texts.extend(words.colon(*pair) for pair in case["fields"])
        for one in section.get("lists", []):
            told.texts.extend(_listed(one, words))
    return found


def _listed(one: ScriptList, words: Words) -> Iterator[str]:
    yield from filter(None, (one.get("title"), one.get("text")))
    for item in one.get("items", []):
        text = item if isinstance(item, str) else item["text"]
        below = [] if isinstance(item, str) else [line["text"] for line in item.get("lines", [])]
        yield words.colon(text, listed(words, below)) if below else text


def _script_row(row: ScriptRow, section: str) -> list[list[str]]:
    name = ("└ " if row.get("sub") else "") + row["name"]
    if section == "coverage":
        return [[name], *([cell["state"]] for cell in row["cells"])]
    cells = [
        [text for line in cell["lines"] for text in _script_line(line)] for cell in row["cells"]
    ]
    verdict = [[row.get("verdict", "")]] if section == "figures" else []
    return [[name], *cells, *verdict]


def _script_line(line: Line) -> Iterator[str]:
    yield line["text"]
    drawn = line.get("bar")
    if drawn:
        yield f"{drawn['share']:.12f} {drawn['says']}"


def _claims(section: ScriptSection, header: list[str], words: Words) -> Iterator[str]:
    """Yield what is claimed of stages, party by party, what is claimed of several but once."""
    told: dict[tuple[str, str, str], list[str]] = {}
    rows = section["tables"][0]["rows"]
    for index, title in enumerate(header):
        for row in rows:
            for line in row["cells"][index]["lines"]:
                if "href" in line:
                    told.setdefault((row["name"], line["text"], line["href"]), []).append(title)
    for (stage, text, _), titles in told.items():
        who = words.join(titles)
        what = f"{who}·{stage}" if words.lang is Lang.ZH else f"{who}, {stage}"
        yield words.colon(what, text)


def of_library(comparison: Comparison, lang: Lang) -> dict[str, Told]:
    """Return what the digest of a comparison tells, by its headings, without citations."""
    words = Words(lang, comparison.registry)
    parts = dict(_parts(digest(comparison, lang).blocks))
    title, subtitle = _texts(parts.pop(""))
    found = {"": Told(texts=[title, subtitle])}
    for heading, blocks in parts.items():
        rows = [_row(row) for block in blocks if isinstance(block, Table) for row in block.rows]
        texts = [CITED.sub("", text) for text in _texts(blocks)]
        found[heading] = Told(rows=rows, texts=texts)
    found[words["coverage"]].rows[:] = [
        [[_stage_name(words, comparison, index)], *([cell.state.value] for cell in row.cells)]
        for index, row in enumerate(comparison.stages)
    ]
    if comparison.sources:
        cases = dict.fromkeys(case for party in comparison.parties for case in party.cases)
        named = [visible(words.of(one.title) + words.brackets(one.id)) for one in cases]
        lines = [text for block in parts[words["sources"]] for text in _paragraph(block)]
        counts = [visible(words.of(one.text)) for one in compared(comparison).counts]
        found[words["sources"]] = Told(texts=[*named, *counts, *lines])
    return found


def _stage_name(words: Words, comparison: Comparison, index: int) -> str:
    return words.of(comparison.stages[index].stage.label)


def _parts(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Yield the blocks below each heading of the second level; those before have none."""
    heading, below = "", list[Block]()
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            yield heading, below
            heading, below = block.text, []
        else:
            below.append(block)
    yield heading, below


def _texts(blocks: Iterable[Block]) -> list[str]:
    """Return the texts of blocks that are no tables; of keys only those of bars."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(visible(block.text))
        elif isinstance(block, Items):
            found += map(visible, block.items)
        elif isinstance(block, Key):
            found += [visible(one.says) for one in block.pictures if isinstance(one, Bar)]
    return found


def _paragraph(block: Block) -> list[str]:
    return [visible(block.text)] if isinstance(block, Paragraph) else []


def _row(row: tuple[Cell, ...]) -> list[list[str]]:
    return [[_line(line) for line in cell] for cell in row]


def _line(line: str | Mark | Bar) -> str:
    if isinstance(line, Bar):
        return f"{line.share:.12f} {visible(line.says)}"
    return visible(line.says) if isinstance(line, Mark) else CITED.sub("", visible(line))
