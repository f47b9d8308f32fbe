"""The overview: cases by province, and localities against stages, kinds and indicators."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from cppcc_cases.comparison.matrix import Cell, MatrixRow, matrix
from cppcc_cases.facets import COLUMNS, labels
from cppcc_cases.model import Metric, StageState, Text
from cppcc_cases.query import count_by
from cppcc_cases.report.wording import figure
from cppcc_cases.site import parts
from cppcc_cases.site.page import Page
from cppcc_cases.site.paging import ON_A_PAGE, Pager
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.tiles import TILES, Tile
from cppcc_cases.site.view import CaseView
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang

VIEWS = {by: f"overview/{by}s.html" if at else "overview.html" for at, by in enumerate(COLUMNS)}
"""The tables of the overview, each with its page."""
SHADES = 4
SHOWN = 3
"""A cell names so many cases or figures; of more it says how many there are."""
_NOTE = Text(
    zh="按大致方位排列的示意图，不是地图；格子里的数是案例数，一个案例涉及几省的各省都算。",
    en="A schematic arrangement by rough position, not a map. The numbers count cases; one that "
    "takes in several provinces counts in each.",
)


@frozen(kw_only=True)
class TileView:
    """A tile: the unit, its name, how many cases it has, how dark it is, and its page, if any."""

    tile: Tile
    name: str
    count: int
    shade: int
    path: str


@frozen(kw_only=True)
class Linked:
    """A word in a cell, and where it leads."""

    text: str
    says: str
    target: str


@frozen(kw_only=True)
class CellView:
    """A cell of a table: the state of a stage, or a few words that lead somewhere."""

    state: StageState | None = None
    words: tuple[Linked, ...] = ()
    more: int = 0


@frozen(kw_only=True)
class RowView:
    """A row of a table: a locality and its cells."""

    code: str
    name: str
    count: int
    silent: str
    cells: tuple[CellView, ...]


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield each table of the overview, on as many pages as it takes."""
    source, words = shell.source, shell.source.words(lang)
    corpus = source.corpus
    tiles = tuple(_tiles(shell, words))
    counts = parts.stage_counts(words, corpus.cases)
    for by, path in VIEWS.items():
        found = matrix(corpus, by=by)
        columns = _columns(shell, words, by, found.columns)
        for pager in parts.series(path, len(found.rows), ON_A_PAGE):
            yield shell.page(
                lang,
                pager.path,
                "overview.html",
                title=_title(words, by, pager),
                about=words["about_overview"],
                axis=by,
                views=[(words[f"by_{name}"], target) for name, target in VIEWS.items()],
                here=path,
                note=words.of(_NOTE),
                tiles=tiles,
                counts=counts,
                heading=words[f"matrix_{by}"],
                total=words.join(
                    [
                        parts.counted(words, len(found.rows), "locality"),
                        parts.counted(words, len(corpus.cases)),
                    ]
                ),
                columns=columns,
                rows=[
                    _row(shell, words, row, found.columns)
                    for row in found.rows[parts.share_of(pager, ON_A_PAGE)]
                ],
                pager=pager,
            )


def _title(words: SiteWords, by: str, pager: Pager) -> str:
    title = words["nav_overview"]
    if by != COLUMNS[0]:
        title = words.colon(title, words[f"by_{by}"])
    return parts.titled(words, title, pager)


def _tiles(shell: Shell, words: SiteWords) -> Iterator[TileView]:
    source = shell.source
    counts = count_by(source.corpus, "province")
    most = max(counts.values(), default=1)
    known = parts.places_with_pages(source)
    for tile in TILES:
        place = source.corpus.gazetteer.get(tile.code)
        count = counts.get(tile.code, 0)
        name = tile.zh if words.lang is Lang.ZH or not place else place.name.en
        yield TileView(
            tile=tile,
            name=name,
            count=count,
            # The darkest is the one with the most; one case is never as pale as none.
            shade=-(-count * SHADES // most),
            path=f"places/{tile.code}.html" if tile.code in known else "",
        )


def _columns(
    shell: Shell, words: SiteWords, by: str, ids: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Return what each column of a table is called, and what tells more of it."""
    known = labels(by, shell.source.corpus.registry)
    names = [words.of(known[id_]) if id_ in known else id_ for id_ in ids]
    if by == "kind":
        targets = [f"kinds/{id_}.html" for id_ in ids]
    else:
        targets = [f"vocabulary.html#{by}-{id_}" for id_ in ids]
    return tuple(zip(names, targets, strict=True))


def _row(shell: Shell, words: SiteWords, row: MatrixRow, columns: Sequence[str]) -> RowView:
    views = [CaseView(case=case, source=shell.source, words=words) for case in row.cases]
    return RowView(
        code=row.code if row.code in shell.source.places else "",
        name=words.of(row.name),
        count=len(row.cases),
        silent=shell.source.silent(words, *row.cases),
        cells=tuple(
            _cell(words, row, views, column, cell)
            for column, cell in zip(columns, row.cells, strict=True)
        ),
    )


def _cell(
    words: SiteWords, row: MatrixRow, views: list[CaseView], column: str, cell: Cell
) -> CellView:
    if isinstance(cell, StageState):
        return CellView(state=cell)
    if isinstance(cell, bool):
        cases = [one for one in row.cases if one.mechanism.kind == column]
        told = [(words.of(one.title), f"cases/{one.id}.html") for one in cases]
        return _cut([Linked(text="", says=title, target=target) for title, target in told])
    return _cut([_metric(words, one, views) for one in cell])


def _cut(found: list[Linked]) -> CellView:
    return CellView(words=tuple(found[:SHOWN]), more=max(0, len(found) - SHOWN))


def _metric(words: SiteWords, metric: Metric, views: list[CaseView]) -> Linked:
    """Return a figure with its place on the page of its case."""
    target = next(
        f"cases/{view.case.id}.html#{shown.id}"
        for view in views
        for one, shown in zip(view.case.metrics, view.metrics, strict=True)
        if one is metric
    )
    return Linked(text=figure(words, metric), says="", target=target)
