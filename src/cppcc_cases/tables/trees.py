"""What the cells of a case say → the plain tree of a data module, and which cell says what."""

from typing import get_origin

from attrs import define, field

from cppcc_cases.errors import Fault, Path, Severity
from cppcc_cases.model import (
    JOINT,
    Basis,
    Dating,
    Edtf,
    Missing,
    Qualifier,
    Speaker,
    Text,
    When,
)
from cppcc_cases.model.observation import MAY_BE_BARE
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.tree import Plain
from cppcc_cases.tables.columns import CASE, FIGURE, Column, columns, holds, plain
from cppcc_cases.tables.rows import Cell, Cells, Faults, Group
from cppcc_cases.tables.words import SAID, amount, dated, names, number, parted, session_no, unit
from cppcc_cases.vocab.gazetteer import Gazetteer, LocalityError

Tree = dict[str, Plain]
_PERCENT = "percent"
_APART = (
    "case",
    "article",
    "place",
    "kind",
    "topics",
    "value",
    "qualifier",
    "paragraphs",
    "anchors",
)
"""Columns that are no field by themselves, or whose field needs more than their own cell."""
_SPLIT = ("date", "to", "rule")
_MISSING = {
    plain(name): one.value for one in Missing for name in (one.value, one.label.zh, one.label.en)
}


class _Told(Exception):
    """A value can't be had, and why was told."""


@define
class Trees:
    """Makes trees, tells faults, and remembers which cell each part of a tree is from.

    ``told`` are the paths of which something was told, and nothing more is to be said; ``known`` is
    what was looked up already, of columns and of places.
    """

    registry: Registry
    faults: Faults
    origins: dict[Path, Cell] = field(factory=dict)
    told: set[Path] = field(factory=set)
    known: dict[str, dict[str, str]] = field(factory=dict)

    def fields(self, level: str, cells: Cells, path: Path) -> Tree:
        """Return what cells say of the fields of an article, a case or a figure."""
        tree: Tree = {}
        done: set[str] = set()
        for column in columns():
            if column.level != level or column.id in _APART or column.field in done:
                continue
            tails = ("", "_en", *(f"_{one}{en}" for one in _SPLIT for en in ("", "_en")))
            mine = [cells[name] for tail in tails if (name := column.id + tail) in cells]
            if not mine:
                continue
            at = (*path, column.field)
            done.add(column.field)
            self.origins[at] = mine[0]
            try:
                tree[column.field] = self._value(column, cells, mine[0], at)
            except Fault as fault:
                self.tell(mine[0], fault, at)
            except _Told:
                self.told.add(at)
        return tree

    def tell(self, cell: Cell, fault: Fault, at: Path = ()) -> None:
        """Add why a cell can't be taken, of which comes what stands at a path."""
        self.told.add(at)
        self.faults.at(cell, fault.code, fault.message.zh, fault.message.en)

    def case(self, group: Group, path: Path) -> Tree:
        """Return the tree of a case with its figures, but for what follows from these."""
        own, tree = group.own, self.fields(CASE, group.own, path)
        kind = self._id("kind", own["kind"].text) if "kind" in own else "proposal_work"
        for name, at in (("kind", "mechanism"), ("topics", "topics"), ("place", "localities")):
            if name in own:
                self.origins[*path, at] = own[name]
        told = (
            own["topics"].text if "topics" in own else kind if kind in self.registry.topics else ""
        )
        if not told:
            zh = "这一类案例要写“主题”（topics），可写几个，用分号隔开；全部见 cases vocab topics"
            en = "a case of this kind needs topics, with semicolons between: cases vocab topics"
            self.faults.add("bad-table", Text(zh=zh, en=en), group.row, whole=True)
        figures = (
            self._figure(one, (*path, "metrics", at)) for at, one in enumerate(group.figures)
        )
        return {
            **tree,
            "mechanism": {"kind": kind, "lifecycle": {}},
            "localities": [*self._localities(own, path)],
            "topics": [self._id("topics", one) for one in parted(told)],
            **({"metrics": [*figures]} if group.figures else {}),
        }

    def _localities(self, own: Cells, path: Path) -> dict[str, None]:
        cell, places = own.get("place"), self.known.setdefault("place", {})
        for name in parted(cell.text) if cell else ():
            if name not in places and cell:
                try:
                    found = Gazetteer.shipped().resolve(name)
                    places[name] = found.locality.code
                    if found.note and name != found.locality.name.zh and not name.isdecimal():
                        warning = Severity.WARNING
                        self.faults.add("bad-table", found.note, cell.row, cell.column, warning)
                except LocalityError as error:
                    self.tell(cell, Fault("unknown-locality", error.message.zh, error.message.en))
                    places[name] = ""
        codes = (places[name] for name in parted(cell.text)) if cell else ()
        own_codes = dict.fromkeys(filter(None, codes))
        if not own_codes:  # which was told
            self.told |= {(*path, "localities"), (*path, "committees")}
        return own_codes

    def _figure(self, cells: Cells, path: Path) -> Tree:
        first = cells.get("indicator") or next(iter(cells.values()))
        tree = self.fields(FIGURE, cells, path)
        self.origins[path] = first
        if "indicator" not in cells:
            zh, en = (
                "这一行没有写指标，请在“指标”列补上",
                "this row names no indicator; write which it is",
            )
            self.tell(first, Fault("bad-table", zh, en), (*path, "indicator"))
        if "of" in cells and tree["of"] != JOINT:
            tree["of"] = self.known["place"].get(str(tree["of"]), tree["of"])
        if "value" in cells:
            self.origins[*path, "value"] = cells["value"]
            try:
                self._amount(cells, tree)
            except Fault as fault:
                self.tell(cells["value"], fault, (*path, "value"))
        else:
            zh = "这一行没有数值；来源没有给出的，“数值”写“未写明”，不要的删去这一行"
            en = "this row has no value: write not_reported where the source has none, or delete it"
            self.tell(first, Fault("bad-number", zh, en), (*path, "value"))
        self._prove(cells, tree, path)
        return tree

    def _amount(self, cells: Cells, tree: Tree) -> None:
        """Put value and qualifier, and the unit of a percentage, into the tree of a figure."""
        text, exact = cells["value"].text, Qualifier.EXACT.value
        said = cells["qualifier"].text if "qualifier" in cells else ""
        told = SAID.get(plain(said)) or (self._id("qualifier", said) if said else exact)
        if silent := _MISSING.get(plain(text)):
            tree["value"] = silent
            return
        known = self.registry.indicators.get(str(tree.get("indicator")))
        if "unit" in tree:
            tree["unit"] = unit(str(tree["unit"]), self.registry, known.units if known else ())
        one = amount(text, self._names(""))
        tree["value"] = one.value
        if one.is_share and not (known and known.is_rate):
            tree.setdefault("unit", _PERCENT)
        given = str(tree.get("unit", ""))
        scaled = one.scaled and self.registry.unit(given).times > 1
        if scaled or (one.is_share and given not in ("", _PERCENT)):
            zh, en = f"“{text}”和单位 {given} 不合", f"“{text}” does not go with the unit {given}"
            raise Fault("bad-number", f"{zh}，请只写数", f"{en}; write the bare number")
        within = one.qualifier.value
        if said and within not in (exact, told):
            zh, en = f"数值里写的是 {within}，“限定”列却是 {told}", f"the value says {within}, but "
            en += f"the qualifier is {told}"
            raise Fault("bad-number", f"{zh}，请改成一致", f"{en}; make them agree")
        if (told := told if within == exact else within) != exact:
            tree["qualifier"] = told

    def _prove(self, cells: Cells, tree: Tree, path: Path) -> None:
        """Put the evidence into the tree of a figure."""
        anchors, paragraphs = cells.get("anchors"), cells.get("paragraphs")
        told = [one.strip() for one in anchors.text.split("|") if one.strip()] if anchors else []
        if not told and isinstance(tree.get("value"), int | float):
            zh = "这个数没有依据词：照抄能证明它的几个字（最多24个），并写“段落”"
            en = (
                "no anchor: copy the few words (24 characters at most) that prove this figure, and "
            )
            code = "metric-without-evidence"
            fault = Fault(code, zh, f"{en}give the paragraph")
            self.tell(cells["value"], fault, (*path, "evidence"))
        if not anchors or not told:
            return
        said = paragraphs.text.replace("|", ";").replace("、", ";") if paragraphs else ""
        where = [number(one.removeprefix("第").removesuffix("段")) for one in parted(said)]
        where *= len(told) if len(where) == 1 else 1
        if len(where) != len(told) or not all(isinstance(one, int) for one in where):
            zh = f"依据词有{len(told)}条，“段落”写一个数，或照次序写几个，用分号隔开；标题是第1段"
            en = f"to {len(told)} anchor(s) give one paragraph, or as many in their order, with "
            en += "semicolons between; the headline is paragraph 1"
            fault = Fault("bad-paragraph", zh, en)
            self.tell(paragraphs or anchors, fault)
            where = [1] * len(told)
        for at in range(len(told)):
            self.origins[*path, "evidence", at] = anchors
            self.origins[*path, "evidence", at, "paragraph"] = paragraphs or anchors
        pairs = zip(where, told, strict=True)
        tree["evidence"] = [{"paragraph": at, "anchor": one} for at, one in pairs]

    def _value(self, column: Column, cells: Cells, cell: Cell, at: Path) -> Plain:
        """Return what a field holds, as its type takes it. Raises :class:`Fault`."""
        id_, kind = column.id, column.type
        en = cells.get(f"{id_}_en")
        if en:
            self.origins[*at, "en"] = en
        if holds(kind, When):
            return self._when(id_, cells)
        if holds(kind, Dating):
            return self._dating(id_, cells)
        if id_ not in cells:
            raise Fault("bad-table", "只写了英文，中文的那一列也要写", "write the Chinese as well")
        if holds(kind, Text, Speaker):
            return _worded(kind, cell.text, en.text if en else "")
        if get_origin(kind) is tuple:
            self.origins.update(((*at, n), cell) for n, _ in enumerate(parted(cell.text)))
            return [self._id(id_, one) for one in parted(cell.text)]
        return self._bare(column, cell.text)

    def _bare(self, column: Column, text: str) -> Plain:
        if holds(column.type, Edtf):
            return dated(text)
        if holds(column.type, int, float):
            if (found := number(text)) is None:
                raise Fault("bad-number", f"“{text}”不是数", f"“{text}” is no number")
            return found
        if column.field == "session_no":
            return session_no(text)
        return self._id(column.id.removeprefix("case_"), text)

    def _id(self, column: str, text: str) -> str:
        """Return the word meant in a column by its id or its name, else what is written there."""
        found = self._names(column).get(plain(text), text)
        head, colon, tail = text.replace("：", ":").partition(":")
        if column == "part" and colon and plain(head) in ("topic", "专题"):
            return f"topic:{tail.strip()}"
        return found

    def _names(self, column: str) -> dict[str, str]:
        """Return the ids that may stand in a column by their names; of none, measure words."""
        if column not in self.known:
            units = self.registry.units.values()
            words = {word: word for one in units for word in (*one.words, one.label.zh)}
            own = [one for one in columns() if one.id == column]
            self.known[column] = names(own[0].words(self.registry)) if own else words
        return self.known[column]

    def _when(self, id_: str, cells: Cells) -> Plain:
        beside: Tree = {}
        if f"{id_}_to" in cells:
            beside["to"] = self._date(cells[f"{id_}_to"])
        if f"{id_}_rule" in cells:
            beside["rule"] = self._twin(f"{id_}_rule", cells)
        date = self._date(cells[f"{id_}_date"]) if f"{id_}_date" in cells else None
        if id_ not in cells:
            zh = "写了时间，没有写是哪一种时期：“时期”列写 会期、次会议以来、年度、时点 等"
            en = "the time is of no kind: say which it is, as session, since_session, year or as_of"
            raise Fault("when-expected", zh, en)
        kind = self._id("when", cells[id_].text)
        bare = kind in [one.value for one in MAY_BE_BARE]
        return kind if date is None and not beside and bare else {kind: date, **beside}

    def _dating(self, id_: str, cells: Cells) -> Plain:
        if id_ not in cells:
            raise Fault("bad-date", "写了规则，没有写日期", "there is a rule, but no date")
        basis = Basis.DERIVED if f"{id_}_rule" in cells else Basis.NEWSPAPER
        tree: Tree = {"date": dated(cells[id_].text), "basis": basis.value}
        rule: Tree = {"rule": self._twin(f"{id_}_rule", cells)} if f"{id_}_rule" in cells else {}
        return tree | rule

    def _date(self, cell: Cell) -> str:
        try:
            return dated(cell.text)
        except Fault as fault:
            self.tell(cell, fault)
            raise _Told from None

    def _twin(self, id_: str, cells: Cells) -> Plain:
        en = cells.get(f"{id_}_en")
        return _text(cells[id_].text, en.text if en else "")


def _text(zh: str, en: str) -> Plain:
    return {"zh": zh, "en": en} if en else {"zh": zh}


def _worded(kind: object, zh: str, en: str) -> Plain:
    """Return a text, several texts or a speaker, from what stands in both languages."""
    if get_origin(kind) is tuple:
        both = [*parted(zh)], [*parted(en)]
        if en and len(both[0]) != len(both[1]):
            raise Fault("bad-table", "中英文的个数不同", "there are not as many in both languages")
        return [_text(one, both[1][at] if en else "") for at, one in enumerate(both[0])]
    if not holds(kind, Speaker):
        return _text(zh, en)
    name, _, post = (one.strip() for one in zh.replace("，", ",").partition(","))
    name_en, _, post_en = (one.strip() for one in en.partition(","))
    if not (name and post) or (en and not (name_en and post_en)):
        zh, en = (
            "说话人写姓名和职务，用逗号隔开",
            "a speaker is name and post, with a comma between",
        )
        raise Fault("bad-table", f"{zh}，如 张三，市政协主席", f"{en}: Zhang San, chair")
    return {"name": _text(name, name_en), "post": _text(post, post_en)}
