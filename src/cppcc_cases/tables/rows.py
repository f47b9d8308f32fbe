"""The rows of a table, sorted into cases: which cell says what of which case and which figure."""

from collections.abc import Iterator

from attrs import Factory, define, frozen

from cppcc_cases.errors import Location, Problem, Severity
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.tables.cells import Sheet, letter
from cppcc_cases.tables.columns import FIGURE, Head, Heads, columns, ids, plain
from cppcc_cases.text import Text

_TOP = 10
"""Within so many rows stands the header; a title may stand above it."""
_TELLING = ("case", "article", "place", "kind", "title", "published", "url", "case_title")
"""The columns by which one case is told from another."""


@frozen(kw_only=True)
class Cell:
    """What a cell says, and where it stands: its row from 1, its column from 0."""

    text: str
    row: int
    column: int


Cells = dict[str, Cell]
"""What is said of one thing, by the ids of columns."""


@define(kw_only=True)
class Group:
    """The rows of one case: what they say of it and its article, and its figures."""

    row: int
    own: Cells
    figures: list[Cells] = Factory(list)


@define
class Faults:
    """What is wrong with a table, each with its row, its column and the header of that."""

    sheet: Sheet
    header: tuple[str, ...] = ()
    found: list[Problem] = Factory(list)

    def add(
        self, code: str, text: Text, row: int, column: int = 0,
        severity: Severity = Severity.ERROR, *, whole: bool = False,
    ) -> None:  # fmt: skip
        """Add what is wrong with a cell, or with a ``whole`` row, where no one cell is to blame."""
        name = self.header[column] if column < len(self.header) and not whole else ""
        zh, en = (f"第{row}行", f"row {row}") if whole else (f"{letter(column)}{row}",) * 2
        if name:
            zh, en = f"{zh}（{name}）", f"{en} ({name})"
        self.found.append(
            Problem(
                code=code,
                message=Text(zh=f"{zh}：{text.zh}", en=f"{en}: {text.en}"),
                location=Location(file=str(self.sheet.file), line=row, column=column + 1),
                severity=severity,
            )
        )

    def at(self, cell: Cell, code: str, zh: str, en: str) -> None:
        """Add what is wrong with a cell."""
        self.add(code, Text(zh=zh, en=en), cell.row, cell.column)

    def merge(self, own: Cells, into: Cells, level: str = "") -> None:
        """Add cells of a level, or of all, to what was said before; tell where they differ."""
        for name, cell in own.items():
            if level and name.removesuffix("_en") not in ids(level):
                continue
            first = into.setdefault(name, cell)
            if plain(first.text) != plain(cell.text):
                zh = f"同一篇或同一案例，第{first.row}行是“{first.text}”；请改成一样，或只写一次"
                en = f"row {first.row}, of the same, says “{first.text}”; make them alike, or say "
                self.at(cell, "bad-table", zh, f"{en}it once")


@frozen(kw_only=True)
class Sorted:
    """The cases of a table, with its faults so far, and where each column stands."""

    groups: tuple[Group, ...]
    faults: Faults
    place: dict[str, int]


def sorted_rows(sheet: Sheet, registry: Registry) -> Sorted:
    """Return the rows of a table sorted into cases."""
    finder = Heads(registry)
    known = [[finder.of(name) for name in cells] for _, cells in sheet.rows[:_TOP]]
    top = next((at for at, heads in enumerate(known) if len([*filter(None, heads)]) > 1), 0)
    number, header = sheet.rows[top]
    faults = Faults(sheet, header)
    heads = _heads(finder, number, header, known[top], faults)
    place = {one.column.id: at for at, one in heads.items() if not one.indicator}
    sorter = _Sorter(heads, faults)
    for row, cells in sheet.rows[top + 1 :]:
        sorter.take(row, cells)
    if not sorter.groups and not faults.found:
        zh, en = "列名下面没有内容，请写至少一行", "nothing stands below the header; fill in a row"
        faults.add("bad-table", Text(zh=zh, en=en), number, whole=True)
    return Sorted(groups=tuple(sorter.groups), faults=faults, place=place)


def _heads(
    finder: Heads, row: int, header: tuple[str, ...], known: list[Head | None], faults: Faults
) -> dict[int, Head]:
    """Return what each column holds; what is wrong with the header is told."""
    heads = {at: one for at, one in enumerate(known) if one}
    seen: dict[Head, int] = {}
    for at, name in enumerate(header):
        cell = Cell(text=name, row=row, column=at)
        if not name:
            continue
        if at not in heads:
            near = finder.near(name)
            zh = f"是不是 {near}？" if near else "全部的列见 cases import --blank。"
            en = f"did you mean {near}?" if near else "cases import --blank lists all."
            zh, en = f"没有“{name}”这一列，{zh}", f"there is no column “{name}”; {en}"
            faults.at(cell, "bad-column", f"{zh}不要的列请删去", f"{en} If not wanted, delete it")
        elif (first := seen.setdefault(heads[at], at)) != at:
            at_ = letter(first)
            zh, en = (
                f"和 {at_} 列（{header[first]}）是同一列",
                f"{at_} ({header[first]}) is the same",
            )
            faults.at(cell, "bad-column", f"{zh}，请删去一列", f"column {en}; delete one of them")
            del heads[at]
    is_long = any(one.column.id == "indicator" for one in heads.values())
    is_wide = any(one.indicator for one in heads.values())
    for at, one in [*heads.items()]:
        cell = Cell(text=header[at], row=row, column=at)
        if is_long and one.indicator:
            zh = "表里已有“指标”列，一行写一个数；不要再把指标作列名"
            en = "there is a column of indicators; name no other column by an indicator"
            faults.at(cell, "bad-column", zh, en)
            del heads[at]
        elif is_wide and not is_long and not one.indicator:
            heads[at] = _for_case(one, cell, faults) or one
    if heads and not (is_long or is_wide) and not faults.found:
        zh = "没有“指标”列，也没有以指标作名的列（如 提案立案数）；两种表选一种"
        en = "there is neither a column of indicators nor one named by an indicator, such as "
        faults.add(
            "bad-column", Text(zh=zh, en=en + "proposals_filed; choose either"), row, whole=True
        )
    return heads


def _for_case(one: Head, cell: Cell, faults: Faults) -> Head | None:
    """Return what a column says of a case whose row has all its figures."""
    if one.column.level != FIGURE or one.column.id == "paragraphs":
        return None
    id_ = f"case_{one.column.id}"
    for column in columns():
        for each in (column, column.english):
            if each.id == id_:
                return Head(each)
    faults.at(
        cell,
        "bad-column",
        f"一行写一篇报道的表，这一列要说明是哪个指标的，如“提案立案数·{one.column.name.zh}”",
        f"where each row is an article, say of which indicator: proposals_filed:{one.column.id}",
    )
    return None


@define
class _Sorter:
    heads: dict[int, Head]
    faults: Faults
    groups: list[Group] = Factory(list)
    _now: Group | None = None
    _by_key: dict[object, Group] = Factory(dict)
    _nameless: set[int] = Factory(set)

    def take(self, row: int, texts: tuple[str, ...]) -> None:
        """Put what a row says to the case that it is of."""
        own: Cells = {}
        loose: Cells = {}
        of_indicator: dict[str, Cells] = {}
        for at, text in enumerate(texts):
            if not text:
                continue
            cell, head = Cell(text=text, row=row, column=at), self.heads.get(at)
            if head is None:
                self._without_name(cell)
            elif head.indicator:
                of_indicator.setdefault(head.indicator, {})[head.column.id] = cell
            elif head.column.level == FIGURE:
                loose[head.column.id] = cell
            else:
                own[head.column.id] = cell
        figures = [*self._wide(of_indicator, loose)] if of_indicator else []
        if not of_indicator and loose.keys() - {"paragraphs"}:
            figures = [loose]
        if own or figures:
            self._group(row, own).figures.extend(figures)

    def _without_name(self, cell: Cell) -> None:
        header = self.faults.header
        if cell.column < len(header) and header[cell.column]:
            return  # that it is not known was told
        if cell.column not in self._nameless:
            self._nameless.add(cell.column)
            zh, en = (
                "这一列没有列名，请补上或删去",
                "this column has no header; add one or delete it",
            )
            self.faults.at(cell, "bad-column", zh, en)

    def _wide(self, found: dict[str, Cells], loose: Cells) -> Iterator[Cells]:
        for id_, cells in found.items():
            value = cells.get("value")
            if value is None:
                first = next(iter(cells.values()))
                zh, en = (
                    "这里写了，数却空着；请补上数，或删去这里",
                    "there is no number to it; add it",
                )
                self.faults.at(first, "bad-number", zh, f"{en}, or delete this")
                continue
            named = Cell(text=id_, row=value.row, column=value.column)
            yield {**loose, "indicator": named, **cells}

    def _group(self, row: int, own: Cells) -> Group:
        """Return the case of a row, which says of it as much as it likes."""
        now = self._now
        telling = {name: plain(own[name].text) for name in _TELLING if name in own}
        if now is None or any(
            name in now.own and plain(now.own[name].text) != text for name, text in telling.items()
        ):
            now = self._by_key.get(frozenset(telling.items()))
            if now is None:
                now = Group(row=row, own={})
                self._by_key[frozenset(telling.items())] = now
                self.groups.append(now)
            self._now = now
        self.faults.merge(own, now.own)
        return now
