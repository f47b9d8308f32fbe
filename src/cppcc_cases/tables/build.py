"""A table → data modules that pass the checks, or all that is wrong with it."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, evolve, field, frozen

from cppcc_cases.checks.run import check
from cppcc_cases.codec import Decoded, Plain, decode
from cppcc_cases.codec.order import ordered, parts
from cppcc_cases.errors import Finding, Problem, Severity
from cppcc_cases.errors import Path as Place
from cppcc_cases.model import (
    Basis,
    Case,
    Edtf,
    Locality,
    MadeBy,
    Metric,
    Missing,
    Stage,
    Stands,
    WindowKind,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.emit import emit
from cppcc_cases.source.placing import Shadow
from cppcc_cases.store import Corpus, Loaded
from cppcc_cases.store.read import loaded, no_collector, told
from cppcc_cases.store.words import NAME
from cppcc_cases.tables.cells import Sheet
from cppcc_cases.tables.columns import ARTICLE, columns, plain
from cppcc_cases.tables.prose import summary, title
from cppcc_cases.tables.rows import Cells, Faults, Group, sorted_rows
from cppcc_cases.tables.trees import Tree, Trees
from cppcc_cases.text import EN_LIMITS, Text
from cppcc_cases.vocab.gazetteer import Gazetteer, LocalityError

_SUBMITTED = ("proposals_received", "proposals_filed", "opinions_submitted")
"""Where there is such a figure, something was submitted."""
_NOWHERE = Path()
_NO_RESULT = (Stands.PLANNED, Stands.REQUIRED)
_NEEDED = ("place", "published")
_QUIET = ("no-english",)
"""What is told by ``cases check``, and follows from what a table need not say."""
_LIMIT = {
    "zh": "由表导入，只收了表里的数；报道里别的内容没有编。",
    "en": "Imported from a table, with its figures alone; nothing else of the report is encoded.",
}
_PERIOD = {
    "zh": "取各数时期的起止。",
    "en": "From the first to the last of the times of its figures.",
}
_UNTOLD = {
    "zh": "各数没有写时间，只知道不晚于刊发日期。",
    "en": "The figures bear no time; it is not later than the article.",
}


@frozen(kw_only=True)
class Made:
    """A data module: the id of its article, its text, and what it holds."""

    id: str
    text: str
    cases: tuple[Case, ...]


@frozen(kw_only=True)
class Built:
    """The data modules of a table, and what is wrong with it; with an error there are none."""

    made: tuple[Made, ...]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether something is wrong that keeps the table from being imported."""
        return any(one.severity is Severity.ERROR for one in self.problems)


@define
class _Module:
    """A module in the making: the rows of its cases, its tree, and what became of that."""

    groups: list[Group]
    trees: Trees
    name: str = ""
    tree: Tree = field(factory=dict)
    decoded: Decoded | None = None

    @property
    def row(self) -> int:
        return self.groups[0].row


def build(
    sheet: Sheet, registry: Registry, folder: Path = _NOWHERE, held: Iterable[Loaded] = ()
) -> Built:
    """Return the data modules of a table, which go to a folder.

    ``held`` is what stands there: of what stays there, no id can be taken.
    """
    if any(one.severity is Severity.ERROR for one in sheet.problems):
        return Built(made=(), problems=sheet.problems)
    with no_collector():
        found = sorted_rows(sheet, registry)
        builder = _Builder(registry, found.faults, found.place)
        modules = [builder.module(groups) for groups in builder.by_article(found.groups)]
        for one in modules:
            builder.finish(one)
        new = {os.path.realpath(folder / f"{one.name}.yaml") for one in modules}
        builder.check(modules, (one for one in held if os.path.realpath(one.file) not in new))
        problems = tuple(told([*sheet.problems, *found.faults.found]))
        built = Built(made=(), problems=problems)
        return built if built.failed else evolve(built, made=tuple(map(builder.made, modules)))


@define
class _Builder:
    registry: Registry
    faults: Faults
    place: dict[str, int]
    _ids: dict[str, int] = field(factory=dict)
    _known: dict[str, dict[str, str]] = field(factory=dict)

    def by_article(self, groups: Iterable[Group]) -> list[list[Group]]:
        """Return the cases of each article: of one id, or of one title, date and address."""
        found: dict[object, list[Group]] = {}
        for at, group in enumerate(groups):
            own = group.own
            key: object = at
            if "article" in own:
                key = own["article"].text
            elif "title" in own:
                key = tuple(
                    plain(own[n].text) if n in own else "" for n in ("title", "published", "url")
                )
            found.setdefault(key, []).append(group)
        return [*found.values()]

    def module(self, groups: list[Group]) -> _Module:
        """Return a module as its cells have it; what follows from the figures is stood in for."""
        trees = Trees(self.registry, self.faults, known=self._known)
        one = _Module(groups, trees)
        own: Cells = {}
        for group in groups:
            self.faults.merge(group.own, own, ARTICLE)
            for name in _NEEDED:
                if name not in group.own and (name == "place" or name not in own):
                    self._lacks(name, group.row)
                    trees.told |= {("article", name)}
        article = trees.fields(ARTICLE, own, ("article",))
        if "article" in own:
            trees.origins["article", "id"] = own["article"]
        cases: list[Plain] = [
            {
                "title": {"zh": "题", "en": "title"},
                "summary": {"zh": "题", "en": "title"},
                "committees": self._committees(tree),
                "period": {"date": "XXXX", "basis": Basis.DERIVED.value, "rule": {**_UNTOLD}},
                "id": f"row-{group.row}",
                **tree,
                "limitations": [{**_LIMIT}],
                "made_by": MadeBy.TABLE.value,
            }
            for group, tree in (
                (group, trees.case(group, ("cases", at))) for at, group in enumerate(groups)
            )
        ]
        named: Tree = {"id": own["article"].text if "article" in own else f"row-{one.row}"}
        stand_in: Tree = {} if "title" in article else {"title": {"zh": "题"}, "title_ours": True}
        one.tree = {"article": {**named, **stand_in, **article}, "cases": cases}
        one.decoded = decode(one.tree, self.registry)
        return one

    def _lacks(self, name: str, row: int) -> None:
        column = next(one for one in columns() if one.id == name)
        zh, en = f"“{column.name.zh}”（{name}）必填，请补上", f"“{name}” is needed; fill it in"
        text = Text(zh=zh, en=en)
        at = self.place.get(name)
        self.faults.add("missing-field", text, row, at or 0, whole=at is None)

    def _committees(self, tree: Tree) -> list[Plain]:
        codes = tree["localities"]
        assert isinstance(codes, list)
        places = [one for code in codes if (one := Gazetteer.shipped().get(str(code)))]
        return [
            {"zh": f"政协{one.name.zh}委员会", "en": f"CPPCC committee of {one.name.en}"}
            for one in places
        ]

    def finish(self, one: _Module) -> None:
        """Put in what follows from the figures, where they could be read."""
        decoded = one.decoded
        assert decoded is not None
        cases, article = one.tree["cases"], one.tree["article"]
        assert isinstance(cases, list)
        assert isinstance(article, dict)
        published = decoded.article.published.date if decoded.article else None
        for case, at in zip(decoded.cases, decoded.places, strict=True):
            tree, own = cases[at], one.groups[at].own
            assert isinstance(tree, dict)
            if "period" not in own:
                tree["period"] = _period(case, published)
            last = _last_year(case) or _year(published)
            tree["id"] = own["case"].text if "case" in own else _id(case, last)
            self._taken("case", str(tree["id"]), one, at)
            reported = _year(published)
            if "case_title" not in own:
                tree["title"] = _plain(title(case, self.registry, reported))
            if "summary" not in own:
                tree["summary"] = _plain(summary(case, self.registry))
            tree["mechanism"] = {**tree["mechanism"], "lifecycle": self._stages(case)}  # type: ignore[dict-item]
            if at == 0:
                if not any("article" in group.own for group in one.groups):
                    article["id"] = tree["id"]
                if article.get("title_ours"):
                    article["title"] = tree["title"]
        self._taken("article", str(article["id"]), one, 0)
        one.name = str(article["id"])
        if f"{one.name}.yaml" == NAME:
            zh, en = f"{NAME} 是词汇，请换一个编号", f"{NAME} is for words; choose another id"
            self.faults.add("bad-id", Text(zh=zh, en=en), one.row, whole=True)
        if not decoded.flaws:
            one.decoded = decode(one.tree, self.registry)

    def _taken(self, sort: str, id_: str, one: _Module, at: int) -> None:
        """Tell of an id that another row has; an article's that is its case's is told once."""
        group, own = one.groups[at], one.groups[at].own
        first = self._ids.setdefault(f"{sort} {id_}", group.row)
        if first == group.row:
            return
        one.trees.told.add(("article", "id") if sort == "article" else ("cases", at, "id"))
        if sort == "article" and "article" not in own:
            return
        cell = own.get(sort)
        zh = f"编号“{id_}”第{first}行已经用了，"
        en = f"the id “{id_}” is that of row {first}; "
        if cell:
            zh, en = f"{zh}请换一个", f"{en}choose another"
        else:
            zh += "是同一篇的，标题、日期等写成一样；不是的，在“案例编号”列各写一个"
            en += "where it is the same article, write title and date alike; else give each its id"
        column = cell.column if cell else self.place.get("place", 0)
        self.faults.add("duplicate-id", Text(zh=zh, en=en), group.row, column)

    def _stages(self, case: Case) -> Plain:
        """Return the one stage that figures prove: what was received was submitted."""
        kind = self.registry.kind(case.mechanism.kind)
        proof = [
            one
            for id_ in _SUBMITTED
            for one in case.metrics
            if one.indicator == id_ and _proves(one)
        ]
        if not proof or kind is None or Stage.SUBMISSION not in kind.stages:
            return {}
        evidence: list[Plain] = [
            {"paragraph": each.paragraph, "anchor": each.anchor} for each in proof[0].evidence
        ]
        return {Stage.SUBMISSION.value: {"state": "practised", "evidence": evidence}}

    def check(self, modules: list[_Module], others: Iterable[Loaded]) -> None:
        """Tell all that is wrong with modules as with any, each at the cell that it comes from."""
        held: list[Loaded] = []
        for at, one in enumerate(modules):
            assert one.decoded is not None
            flaws = one.decoded.flaws
            for flaw in flaws:
                self._tell(one, flaw)
            held.append(loaded(str(at), one.decoded, "", Shadow.of(flaws, ())))
        corpus = Corpus.of(*others, *held, registry=self.registry)
        for problem in check(corpus, files=held).problems:
            self._tell(modules[int(problem.location.file)], problem)

    def _tell(self, one: _Module, found: Finding | Problem) -> None:
        """Tell what was found, unless it follows from what was told."""
        path, trees = found.path, one.trees
        follows = {path}
        if found.code == "missing-field":
            lacking = re.match("the field ([a-z_]+) ", found.message.en)
            follows |= {(*path, lacking[1])} if lacking else set()
            follows |= {(*path, "indicator")}  # by which the unit is known
        if found.code == "metric-without-evidence":
            follows |= {(*path, "evidence")}
        if found.code in _QUIET or trees.told & follows:
            return
        around: Place = path
        while around and around not in trees.origins:
            around = around[:-1]
        cell = trees.origins.get(around)
        if cell:
            self.faults.add(found.code, found.message, cell.row, cell.column, found.severity)
            return
        at = path[1] if path[:1] == ("cases",) and len(path) > 1 else 0
        row = one.groups[at if isinstance(at, int) else 0].row
        self.faults.add(found.code, found.message, row, severity=found.severity, whole=True)

    def made(self, one: _Module) -> Made:
        """Return a module that is right, as text."""
        assert one.decoded is not None
        tree = ordered(one.tree, self.registry)
        return Made(id=one.name, text=emit(tree, spaced=parts(tree)), cases=one.decoded.cases)


def _proves(one: Metric) -> bool:
    is_some = not isinstance(one.value, Missing) and one.value > 0
    return (
        is_some
        and one.stands not in _NO_RESULT
        and not one.conflict
        and one.basis is not Basis.DERIVED
    )


def _plain(text: Text) -> Plain:
    """Return a text made by rule; its English is left out where words of it have none."""
    is_english = re.search(EN_LIMITS["pattern"], text.en)
    return {"zh": text.zh, "en": text.en} if is_english else {"zh": text.zh}


def _results(case: Case) -> Iterator[Metric]:
    """Yield the figures that date a case: no plans, unless there is nothing else."""
    results = [one for one in case.metrics if one.stands not in _NO_RESULT]
    return iter(results or case.metrics)


def _last_year(case: Case) -> str:
    years = [one.when.year for one in _results(case) if one.when.year]
    return str(max(years)) if years else ""


def _year(date: Edtf | None) -> str:
    last = date.upper or date.lower if date else None
    return str(last.year) if last else ""


def _period(case: Case, published: Edtf | None) -> Plain:
    """Return from when to when a case lasted, as its figures tell."""
    whens = [(one.when, one.when.date) for one in _results(case) if one.when.date]
    starts = [(date.lower, date.text.partition("/")[0]) for _, date in whens if date and date.lower]
    lasts = [when.to or date for when, date in whens]
    ends = [(one.upper, one.text.rpartition("/")[2]) for one in lasts if one and one.upper]
    rule = _PERIOD
    if starts and ends:
        start, end = min(starts)[1], max(ends)[1]
        if any(when.kind is WindowKind.TOTAL for when, _ in whens):
            start = ""
        date = start if start and end.startswith(start) else f"{start}/{end}"
    else:
        rule = _UNTOLD
        last = published.text.rpartition("/")[2] if published and published.upper else ""
        date = f"/{last}" if last else "XXXX"
    return {"date": date, "basis": Basis.DERIVED.value, "rule": {**rule}}


def _id(case: Case, year: str) -> str:
    """Return an id by rule: places, what it is of, year."""
    gazetteer = Gazetteer.shipped()
    places = [place for code in case.localities if (place := gazetteer.get(code))]
    names = [
        place.slug if _is_first(place) else gazetteer.path_slug(place).replace("/", "-")
        for place in places[:2]
    ]
    more = [f"and-{len(places) - 2}-more"] if len(places) > 2 else []
    kind = case.mechanism.kind
    what = "proposals" if kind == "proposal_work" else re.sub("[^a-z0-9]+", "-", kind.lower())
    return "-".join(filter(None, [*names, *more, what.strip("-"), year]))


def _is_first(place: Locality) -> bool:
    """Tell whether the slug of a place leads to it, as it does for the largest of its name."""
    try:
        return Gazetteer.shipped().resolve(place.slug).locality == place
    except LocalityError:
        return False
