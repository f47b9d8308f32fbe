"""The JSON Schema of reports: current, complete, and no wider than what is written."""

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import ClassVar

import attrs
import jsonschema_rs
import pytest
from attrs import evolve, field, frozen
from tests.by_hand import Sound, beside, entry
from tests.conftest import Derived
from tests.unit.comparison.test_build import counted, grouped, made_up, taiyuan

from cppcc_cases.codec import Plain
from cppcc_cases.codec.schema_words import Schema
from cppcc_cases.comparison import Comparison, compare
from cppcc_cases.comparison.bars import Whole
from cppcc_cases.comparison.verdict import Verdict
from cppcc_cases.forms.json_form import to_json
from cppcc_cases.model import (
    Basis,
    Figure,
    IndicatorId,
    Lifecycle,
    Mechanism,
    Missing,
    OutcomeKind,
    OutcomeStatus,
    Qualifier,
    StageState,
    Text,
    UnknownMechanism,
    When,
    label,
    label_of,
)
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.report import values
from cppcc_cases.report.compared import compared
from cppcc_cases.report.plain import FORMAT, VERSION, plain_report
from cppcc_cases.report.report_schema import report_schema
from cppcc_cases.report.values import Silence
from cppcc_cases.store import shipped
from cppcc_cases.vocab.denominators import Per

ROOT = Path(__file__).parents[3]
FILE = ROOT / "schemas" / "comparison.schema.json"
CORPUS = shipped()
SCHEMA = report_schema(built_in(Registry.installed()))
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)
CITIES = ("140100", "140200", "140300", "140400", "140500", "140700", "140900", "141000")
"""The cities of Shanxi that have a case."""
CLOSED = (
    Basis,
    Missing,
    OutcomeKind,
    OutcomeStatus,
    Per,
    Qualifier,
    Silence,
    StageState,
    Verdict,
    Whole,
)


@frozen(kw_only=True)
class Painted(Sound):
    """A kind of a plugin; one of its fields can't be told in a digest."""

    kind: ClassVar[str] = "made_up.painted"

    lifecycle: Lifecycle = field(factory=Lifecycle)
    coats: tuple[Figure, ...] = field(metadata=label("遍数", "coats", "几遍。", "How many."))
    shade: str = "pale"


FIELDS = ("sections", 2, "parts", 1)
"""Where the fields of the first mechanism stand."""
PLUGIN = beside(entry(Painted, "made_up.painted"))


def tree_of(comparison: Comparison) -> dict[str, Plain]:
    """Return a comparison as whoever reads its JSON has it."""
    tree: dict[str, Plain] = json.loads(to_json(plain_report(compared(comparison))))
    return tree


def faults(tree: Plain, schema: Schema = SCHEMA) -> list[str]:
    """Return what a schema has against a tree."""
    validator = VALIDATOR if schema is SCHEMA else jsonschema_rs.validator_for(schema)
    return [f"{list(one.instance_path)}: {one.message}" for one in validator.iter_errors(tree)]


def with_mechanism(mechanism: Mechanism) -> Comparison:
    """Return Taiyuan with another mechanism beside Datong, which has no case then."""
    case = evolve(taiyuan(CORPUS), mechanism=mechanism)
    return compare(evolve(made_up(CORPUS, case), registry=PLUGIN), "taiyuan", "datong")


def painted() -> Comparison:
    """Return a comparison with a mechanism of the plugin's kind."""
    (evidence,) = taiyuan(CORPUS).metrics[0].evidence
    coats = Figure(value=3, counted=Text(zh="虚构", en="made up"), evidence=(evidence,))
    return with_mechanism(Painted(coats=(coats,)))


def parts(schema: object) -> Iterator[Schema]:
    """Yield every part of a schema, however deep."""
    if isinstance(schema, dict):
        yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for inner in schema:
            yield from parts(inner)


def groups() -> list[Schema]:
    """Return every group of fields in the schema."""
    return [one for one in parts(SCHEMA) if one.get("type") == "object"]


def test_the_file_is_current(derived: Derived) -> None:
    """The schema in the repository is that of the library."""
    derived(FILE, to_json(SCHEMA))


def test_it_is_a_schema() -> None:
    """The schema keeps the rules of its own dialect, whatever is installed."""
    jsonschema_rs.meta.validate(SCHEMA)
    jsonschema_rs.meta.validate(report_schema(PLUGIN))
    assert "https://json-schema.org/draft/2020-12/schema" == SCHEMA["$schema"]


def test_it_stands_by_itself() -> None:
    """Every reference is to a definition of the same file, and every definition is referred to."""
    text = to_json(SCHEMA)
    used = {piece.split('"')[0] for piece in text.split('"$ref": "#/$defs/')[1:]}
    assert set(SCHEMA["$defs"]) == used
    assert text.count('"$ref"') == text.count('"$ref": "#/$defs/')


def test_every_group_and_field_speaks_both_languages() -> None:
    """Each group and each field of it has a title and a description, Chinese before English."""
    named = [
        ((group.get("title"), name), one)
        for group in groups()
        for name, one in [("", group), *group["properties"].items()]
    ]
    lacking = [
        where
        for where, one in named
        if " · " not in one.get("title", "") or "\n" not in one.get("description", "")
    ]
    assert (True, []) == (len(named) > 100, lacking)


def test_a_plugin_adds_no_group_without_words() -> None:
    """Whatever is installed, groups have their titles."""
    found = [one for one in parts(report_schema(PLUGIN)) if one.get("type") == "object"]
    assert [] == [one for one in found if " · " not in one.get("title", "")]


def test_every_group_is_closed() -> None:
    """Each group holds all its fields and no others; a time is of one kind among several."""
    assert [] == [one["title"] for one in groups() if one.get("additionalProperties") is not False]
    # A time is as a data module writes it: the rule of one may be in Chinese alone.
    rule = label_of(attrs.fields_dict(When)["rule"].metadata, "rule")
    titles = {f"{rule.zh} · {rule.en}": ["zh"]}
    whole = [one for one in groups() if "oneOf" not in one]
    assert [] == [
        one["title"]
        for one in whole
        if one["required"] != titles.get(one["title"], list(one["properties"]))
    ]


def test_every_class_of_a_report_is_a_group() -> None:
    """What is new among the classes of a report is in the schema by itself."""
    found = [one for one in vars(values).values() if isinstance(one, type)]
    classes = [one for one in found if one.__module__ == values.__name__ and attrs.has(one)]
    assert 9 == len(classes)
    for cls in classes:
        schema = SCHEMA if cls is values.Report else SCHEMA["$defs"][cls.__name__]
        fields = [name for name in schema["properties"] if name not in ("format", "version")]
        assert [a.name for a in attrs.fields(cls)] == fields


@pytest.mark.parametrize("choice", CLOSED, ids=lambda one: str(one.__name__))
def test_choices_are_those_of_the_code(choice: type[Verdict]) -> None:
    """Each closed choice has the words of its enum, each explained."""
    schema = SCHEMA["$defs"][choice.__name__]
    assert [one.value for one in choice] == schema["enum"]
    assert [one.label.zh for one in choice] == [
        line.split("：")[0].split(" · ")[0] for line in schema["enumDescriptions"]
    ]


@pytest.mark.parametrize("names", list(combinations(sorted(CORPUS.codes()), 2)), ids="-".join)
def test_every_pair_is_valid(names: tuple[str, str]) -> None:
    """Any two localities with cases give JSON that the schema takes."""
    assert [] == faults(tree_of(compare(CORPUS, *names)))


@pytest.mark.parametrize(
    "names",
    [
        CITIES,
        (*CITIES[:7], "shuozhou"),
        ("taiyuan", "shuozhou"),
        ("shuozhou", "tibet"),
        ("changzhi-joint-consultation", "shanxi"),
        ("xinzhou-annual-topics", "xinzhou-key-proposals"),
    ],
    ids=" ".join,
)
def test_other_comparisons_are_valid(names: tuple[str, ...]) -> None:
    """So do eight cities, localities without a case, single cases and joint ones."""
    assert [] == faults(tree_of(compare(CORPUS, *names)))


def test_every_sort_of_cell_is_valid() -> None:
    """Multiples, ranks, a caution with reasons, a joint figure, a moot one, an unknown word."""
    odd = evolve(taiyuan(CORPUS).metrics[0], indicator=IndicatorId("elsewhere.word"))
    unknown = made_up(CORPUS, evolve(taiyuan(CORPUS), metrics=(odd,)))
    rough = counted(CORPUS, 30, 20, when="unknown", qualifier="about")
    joint = counted(CORPUS, 30, 20, of="joint")
    for made, word in (
        (counted(CORPUS, 30, 20), "proposals_filed.times"),
        (rough, "window_unknown"),
        (joint, "joint"),
        (unknown, "elsewhere.word"),
    ):
        tree = tree_of(compare(made, *CITIES[:2]))
        assert ([], True) == (faults(tree), word in to_json(tree))


def test_ranks_are_valid() -> None:
    """More than two figures that compare have ranks."""
    tree = tree_of(compare(counted(CORPUS, 30, 20, 10), *CITIES[:3]))
    assert ([], True) == (faults(tree), "proposals_filed.rank" in to_json(tree))


def test_a_kind_of_a_plugin_is_valid() -> None:
    """What a plugin's kind tells, or why it can't, is told in words, wherever it is installed."""
    tree, installed = tree_of(painted()), report_schema(PLUGIN)
    assert ([], []) == (faults(tree, installed), faults(tree))
    assert "made_up.painted" in to_json(at(tree, *FIELDS, "lines"))


def test_a_kind_that_is_not_installed_is_valid() -> None:
    """A mechanism of an unknown kind is named, whatever it says."""
    tree: Plain = {"kind": "elsewhere.kind", "steps": [None, 1, {"deep": []}], "lifecycle": 7}
    kept = UnknownMechanism(kind="elsewhere.kind", tree=json.dumps(tree), lifecycle=Lifecycle())
    found = tree_of(with_mechanism(kept))
    assert ([], True) == (faults(found), "elsewhere.kind" in to_json(found))


def at(tree: Plain, *path: str | int) -> Plain:
    """Return what stands at a path."""
    for step in path:
        inner = dict(enumerate(tree)) if isinstance(tree, list) else tree
        assert isinstance(inner, dict)
        tree = inner[step]  # type: ignore[index]
    return tree


def put(tree: Plain, path: tuple[str | int, ...], value: Plain) -> None:
    """Put a value at a path."""
    group = at(tree, *path[:-1])
    group[path[-1]] = value  # type: ignore[index]


_DATONG = evolve(
    grouped(CORPUS, 102, 60).cases[1],
    outcomes=CORPUS.case("datong-result-procedure").outcomes,
    mechanism=CORPUS.case("datong-result-procedure").mechanism,
)
OUTCOMES = made_up(CORPUS, grouped(CORPUS, 102, 60).cases[0], _DATONG)
"""Two cities with figures that may be compared and divided, one of them with outcomes."""
STAGE = ("sections", 3, "parts", 0, "table", "rows", 3, "cells", 1)
FIGURES = ("sections", 4, "parts", 0, "table", "rows")
FIGURE = (*FIGURES, 0)
CLAIM = (*FIGURE, "cells", 0, "claims", 0)
QUOTIENT = (*FIGURES, 1, "cells", 0, "claims", 0, "about")
OUTCOME = ("sections", 5, "parts", 0, "table", "rows", 0, "cells", 1, "claims", 0, "about")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "cppcc-cases/case"),
        (("version",), VERSION + 1),
        (("version",), str(VERSION)),
        (("title",), "text in no language"),
        (("sides", 0, "codes"), [140100]),
        (("sides", 0, "cases"), None),
        (("sections", 0, "parts"), None),
        (("sections", 0, "id"), None),
        ((*STAGE, "state"), "perhaps"),
        ((*STAGE, "claims", 0, "sources"), [0]),
        ((*STAGE, "claims", 0, "sources"), ["1"]),
        ((*STAGE, "claims", 0, "sources"), [1, 1]),
        ((*STAGE, "claims", 0, "about", "stage_claim", "state"), "perhaps"),
        ((*STAGE, "claims", 0, "about"), {"stage_claim": None}),
        ((*STAGE, "claims", 0, "about"), {}),
        ((*STAGE, "claims"), None),
        ((*FIGURE, "verdict", "verdict"), "perhaps"),
        ((*FIGURE, "verdict", "reasons"), "window"),
        ((*FIGURE, "verdict", "arithmetic"), "yes"),
        ((*FIGURE, "below"), None),
        ((*FIGURE, "label"), "text in no language"),
        ((*CLAIM, "number"), "317"),
        ((*CLAIM, "number"), "not_reported"),
        ((*CLAIM, "unit"), "个"),
        ((*CLAIM, "silence"), "none"),
        ((*CLAIM, "text"), None),
        ((*CLAIM, "bar"), {"share": "1", "whole": "hundred"}),
        ((*CLAIM, "about", "metric", "value"), "317"),
        ((*CLAIM, "about", "metric", "basis"), "hearsay"),
        ((*CLAIM, "about", "metric", "when"), None),
        ((*CLAIM, "about"), {"figure": {}}),
        ((*FIGURE, "cells", 1), 0),
        ((*FIGURE, "cells", 1), None),
        ((*FIGURE, "cells", 1), []),
        ((*FIGURE, "cells", 1), "none"),
        ((*QUOTIENT, "quotient", "per"), "households"),
        ((*QUOTIENT, "quotient", "value"), None),
        ((*QUOTIENT, "quotient"), "not_reported"),
        ((*QUOTIENT, "quotient", "denominator", "as_of"), "some day"),
        ((*OUTCOME, "outcome", "kind"), "nonsense"),
        (("articles", 0, "published", "date"), "some day"),
        (("sources", 0, "paragraph"), "3"),
        (("sections",), None),
        (("sides",), {}),
    ],
    ids=str,
)
def test_what_is_wrong_is_refused(path: tuple[str | int, ...], value: Plain) -> None:
    """A wrong word, type, version or number of cells is refused, and the rest was right."""
    tree = tree_of(compare(OUTCOMES, "taiyuan", "datong", "shuozhou"))
    assert [] == faults(tree)
    put(tree, path, value)
    assert [] != faults(tree)


@pytest.mark.parametrize("names", [("taiyuan", "shuozhou"), CITIES], ids=len)
def test_no_side_lacks_its_cell(names: tuple[str, ...]) -> None:
    """Of however many sides, every row has a cell for each, which no schema can say."""
    report = compared(compare(CORPUS, *names))
    tables = [part.table for one in report.sections for part in one.parts if part.table]
    assert {(True, len(names))} == {(table.sided, len(table.columns)) for table in tables}
    assert {len(names)} == {len(row.cells) for table in tables for row in table.rows}


def places(tree: Plain, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of everything in a tree."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)  # type: ignore[arg-type]
    for step, inner in steps:
        yield (*path, step)
        if isinstance(inner, dict | list):
            yield from places(inner, (*path, step))


def test_nothing_is_of_another_type() -> None:
    """No text can be a number, no number a text, no silence nought, no group a list."""
    tree = tree_of(compare(CORPUS, "yunyang", "shuozhou"))
    taken = []
    for path in list(places(tree)):
        value = at(tree, *path)
        put(
            tree,
            path,
            7 if isinstance(value, str | dict | list) else True if value is None else "7",
        )
        if VALIDATOR.is_valid(tree):
            taken.append(path)
        put(tree, path, value)
    assert [] == taken


def test_no_key_is_lacking_and_none_is_added() -> None:
    """Without any one of its keys, or with another, no group is valid."""
    tree = tree_of(compare(CORPUS, "yunyang", "shuozhou"))
    taken = []
    found = [at(tree, *path) for path in [(), *places(tree)]]
    for group in [one for one in found if isinstance(one, dict)]:
        before = dict(group)
        for name in before:
            del group[name]
            taken.append((name, VALIDATOR.is_valid(tree)))
            group[name] = before[name]
        group["made_up"] = None
        taken.append(("made_up", VALIDATOR.is_valid(tree)))
        del group["made_up"]
    assert [] == faults(tree)
    assert [] == [name for name, valid in taken if valid]


def test_the_constants_are_in_it() -> None:
    """The schema names the format and the version that are written."""
    fields = SCHEMA["properties"]
    assert (FORMAT, VERSION) == (fields["format"]["const"], fields["version"]["const"])
    tree = tree_of(compare(CORPUS, "taiyuan", "datong"))
    assert ["format", "version"] == list(tree)[:2]


def test_the_text_is_deterministic() -> None:
    """The same vocabulary gives the same text; kinds have no part in it."""
    assert to_json(SCHEMA) == to_json(report_schema(built_in(PLUGIN)))
    assert to_json(SCHEMA) == to_json(report_schema(PLUGIN))
