"""The columns that a table may have, made of the fields of the model, and who is meant by a header.

A column is found by its id or its name in either language. One that is named by an indicator holds
the values of that, and with the name of another column behind it, what else is said of them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any, get_args

from attrs import Attribute, evolve, fields, fields_dict, frozen

from cppcc_cases.facets import FACETS
from cppcc_cases.folding import fold
from cppcc_cases.hints import named, suggest
from cppcc_cases.model import (
    JOINT,
    Article,
    Case,
    Dating,
    Evidence,
    Metric,
    Speaker,
    When,
    WindowKind,
    about_of,
    label_of,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.words import WORDS
from cppcc_cases.text import Text, WordEnum
from cppcc_cases.vocab.dimensions import COUNTING, PARTS, known_words

ARTICLE, CASE, FIGURE = "article", "case", "figure"
"""Of what a column speaks."""
_ENGLISH = "_en"
_ONES = {
    ARTICLE: (
        Article,
        {"article": "id"}
        | {each: each for each in ("title", "publisher", "byline", "published", "url")}
        | {each: each for each in ("retrieved", "read")},
    ),
    CASE: (
        Case,
        {"place": "localities", "kind": "mechanism", "case": "id", "committee": "committees"}
        | {"period": "period", "topics": "topics", "case_title": "title", "summary": "summary"}
        | {f"case_{each}": each for each in ("when", "session_no", "said_by", "basis")},
    ),
}
"""The columns of articles and cases, by the fields that they fill; of figures, all are columns."""
_WHOSE = {ARTICLE: Text(zh="报道", en="article "), CASE: Text(zh="案例", en="case ")}
SPLIT = {"when": (When, ("date", "to", "rule")), "dating": (Dating, ("rule",))}


@frozen(kw_only=True)
class Column:
    """A column: what it is called, what it means, of what it speaks, and which field it fills.

    ``worded``: in a second column, whose id ends in ``_en``, stands the same in English.
    """

    id: str
    name: Text
    about: Text
    level: str
    field: str
    type: Any
    worded: bool = False

    @property
    def english(self) -> "Column":
        """The column with the same in English."""
        name = Text(zh=f"{self.name.zh}（英文）", en=f"{self.name.en} (English)")
        return evolve(self, id=self.id + _ENGLISH, name=name, worded=False)

    def words(self, registry: Registry) -> Mapping[str, Text]:
        """Return the words that may stand in the column with their names; none where it is free."""
        if self.id in ("kind", "topics"):
            names = FACETS[self.id.removesuffix("s")].names
            return names(registry) if names else {}
        if self.id in ("indicator", "unit"):
            entries = registry.indicators if self.id == "indicator" else registry.units
            return {id_: one.label for id_, one in entries.items()}
        listed = {"part": known_words(PARTS), "counting": known_words(COUNTING)}
        listed["of"] = {JOINT: WORDS["joint_figure"]}
        kind = WindowKind if self.type is When else self.type
        if isinstance(kind, type) and issubclass(kind, WordEnum):
            return {str(one.value): one.label for one in kind}
        return listed.get(self.id, {})


def holds(kind: Any, *wanted: type) -> bool:
    """Tell whether a field is of one of some types, or may be."""
    inner = (kind, *get_args(kind))
    return any(one in wanted or set(get_args(one)) & set(wanted) for one in inner)


def _of_field(level: str, id_: str, one: "Attribute[Any]") -> Iterator[Column]:
    def column(
        id_: str, name: Text, made: "Attribute[Any]", field: str, kind: Any = None
    ) -> Column:
        about = about_of(made.metadata) or name
        worded = holds(kind or made.type, Text, Speaker)
        return Column(id=id_, name=name, about=about, level=level, field=field,
                      type=kind or made.type, worded=worded)  # fmt: skip

    if one.name == "evidence":
        for inner in ("paragraph", "anchor"):
            said = fields_dict(Evidence)[inner]
            yield column(f"{inner}s", label_of(said.metadata, inner), said, inner)
        return
    label = FACETS["kind"].name if id_ == "kind" else label_of(one.metadata, one.name)
    yield column(id_, label, one, one.name)
    for cls, rest in SPLIT.values():
        for inner in rest if holds(one.type, cls) else ():
            said = fields_dict(cls)[inner]
            tail = label_of(said.metadata, inner)
            name = Text(zh=f"{label.zh}·{tail.zh}", en=f"{label.en}, {tail.en}")
            yield column(f"{id_}_{inner}", name, said, one.name, said.type)


@cache
def columns() -> tuple[Column, ...]:
    """Return all columns: of articles, of cases, of figures; names that clash say of what."""
    found = [
        column
        for level, (cls, named_) in _ONES.items()
        for id_, field in named_.items()
        for column in _of_field(level, id_, fields_dict(cls)[field])
    ]
    found += [column for one in fields(Metric) for column in _of_field(FIGURE, one.name, one)]
    zh, en = (Counter(getattr(one.name, lang) for one in found) for lang in ("zh", "en"))
    return tuple(
        evolve(
            one,
            name=Text(
                zh=(_WHOSE[one.level].zh if zh[one.name.zh] > 1 else "") + one.name.zh,
                en=(_WHOSE[one.level].en if en[one.name.en] > 1 else "") + one.name.en,
            ),
        )
        if one.level != FIGURE
        else one
        for one in found
    )


@cache
def ids(level: str) -> frozenset[str]:
    """Return the ids of the columns that speak of articles, of cases, or of figures."""
    return frozenset(one.id for one in columns() if one.level == level)


@frozen
class Head:
    """What a column of a table holds: a column of ours, and of which indicator, if of one."""

    column: Column
    indicator: str = ""


def plain(text: str) -> str:
    """Return a name as it is compared."""
    return "".join(fold(text).casefold().replace("_", " ").split())


@frozen
class Heads:
    """Finds the columns that headers name."""

    registry: Registry

    @cached_property
    def known(self) -> dict[str, Column]:
        """The columns by their names."""
        found: dict[str, Column] = {}
        for one in columns():
            for column in (one, one.english) if one.worded else (one,):
                also = (column.field,) if column.level == FIGURE else ()
                for name in (column.id, column.name.zh, column.name.en, *also):
                    found.setdefault(plain(name), column)
        return found

    @cached_property
    def indicators(self) -> dict[str, str]:
        """The ids of indicators by their names, longest names first."""
        told = self.registry.indicators.values()
        names = {plain(n): one.id for one in told for n in (one.id, one.label.zh, one.label.en)}
        return {name: names[name] for name in sorted(names, key=len, reverse=True)}

    def of(self, header: str) -> Head | None:
        """Return what a header names, if anything."""
        word = plain(header)
        if word in self.known:
            return Head(self.known[word])
        for name, id_ in self.indicators.items():
            rest = word.removeprefix(name).lstrip(":·.，,") if word.startswith(name) else None
            column = self.known["value"] if rest == "" else self.known.get(rest or "")
            if column and column.level == FIGURE and column.id != "indicator":
                return Head(column, id_)
        return None

    def near(self, header: str) -> str | None:
        """Return the column or the indicator that was perhaps meant."""
        labels: dict[str, Text | None] = {one.id: one.name for one in self.known.values()}
        labels |= {id_: one.label for id_, one in self.registry.indicators.items()}
        return named(header, labels) or suggest(header, labels)
