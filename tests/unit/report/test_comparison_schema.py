"""The JSON Schema of comparisons: current, complete, and no wider than what is written."""

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import ClassVar

import jsonschema_rs
import pytest
from attrs import evolve, field, frozen
from tests.by_hand import Sound, beside, entry
from tests.unit.comparison.test_build import in_tongshan, made_up, taiyuan

from cppcc_cases.codec import Plain
from cppcc_cases.codec.schema_words import Schema
from cppcc_cases.comparison import Comparison, compare
from cppcc_cases.comparison.comparability import Comparability, Reason, Verdict
from cppcc_cases.corpus import shipped
from cppcc_cases.forms.json_form import to_json
from cppcc_cases.kinds.registry import Registry, built_in
from cppcc_cases.model import (
    Basis,
    Figure,
    IndicatorId,
    Level,
    Lifecycle,
    Mechanism,
    Missing,
    OutcomeKind,
    OutcomeStatus,
    Qualifier,
    Stage,
    StageState,
    Text,
    UnknownMechanism,
    label,
)
from cppcc_cases.report.plain import FORMAT, VERSION, plain_comparison
from cppcc_cases.report.report_schema import comparison_schema
from cppcc_cases.vocab.denominators import Per

ROOT = Path(__file__).parents[3]
FILE = ROOT / "schemas" / "comparison.schema.json"
RENEW = (
    "schemas/comparison.schema.json is out of date; renew it: "
    f"cases schema comparison --shipped -o {FILE.relative_to(ROOT)}"
)
CORPUS = shipped()
SCHEMA = comparison_schema(built_in(Registry.installed()))
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)
CITIES = ("140100", "140200", "140300", "140400", "140500", "140700", "140900", "141000")
"""The cities of Shanxi that have a case."""
CLOSED = (
    Basis,
    Level,
    Missing,
    OutcomeKind,
    OutcomeStatus,
    Per,
    Qualifier,
    Reason,
    Stage,
    StageState,
    Verdict,
)


@frozen(kw_only=True)
class Painted(Sound):
    """A kind of a plugin; one of its fields can't be told in a digest."""

    kind: ClassVar[str] = "made_up.painted"

    lifecycle: Lifecycle = field(factory=Lifecycle)
    coats: tuple[Figure, ...] = field(metadata=label("遍数", "coats", "几遍。", "How many."))
    shade: str = "pale"


PLUGIN = beside(entry(Painted, "made_up.painted"))


def tree_of(comparison: Comparison) -> dict[str, Plain]:
    """Return a comparison as whoever reads its JSON has it."""
    tree: dict[str, Plain] = json.loads(to_json(plain_comparison(comparison)))
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


def groups() -> list[Schema]:
    """Return every group of fields in the schema; none stands within another."""
    found = [SCHEMA, *SCHEMA["$defs"].values()]
    return [one for one in found if one.get("type") == "object"]


def test_the_file_is_current() -> None:
    """The schema in the repository is that of the library."""
    assert to_json(SCHEMA) == FILE.read_text(encoding="utf-8"), RENEW


def test_it_is_a_schema() -> None:
    """The schema keeps the rules of its own dialect, whatever is installed."""
    jsonschema_rs.meta.validate(SCHEMA)
    jsonschema_rs.meta.validate(comparison_schema(PLUGIN))
    assert "https://json-schema.org/draft/2020-12/schema" == SCHEMA["$schema"]


def test_it_stands_by_itself() -> None:
    """Every reference is to a definition of the same file, and every definition is referred to."""
    text = to_json(SCHEMA)
    used = {piece.split('"')[0] for piece in text.split('"$ref": "#/$defs/')[1:]}
    assert set(SCHEMA["$defs"]) == used
    assert text.count('"$ref"') == text.count('"$ref": "#/$defs/')


def test_every_field_speaks_both_languages() -> None:
    """Each field of each group has a title and a description, Chinese before English."""
    lacking = [
        (group.get("title"), name)
        for group in groups()
        for name, one in group["properties"].items()
        if name != "kind" or "const" not in one
        if " · " not in one.get("title", "") or "\n" not in one.get("description", "")
    ]
    assert [] == lacking


def test_every_group_is_closed() -> None:
    """Each group holds all its fields and no others, but for the mechanism, whose kinds do that."""
    expected = [SCHEMA["$defs"]["Mechanism"]["title"]]
    assert expected == [
        one["title"] for one in groups() if one.get("additionalProperties") is not False
    ]
    assert [] == [one["title"] for one in groups() if one["required"] != list(one["properties"])]


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
    """Multiples, ranks, a missing denominator, another count, a moot figure, an unknown word."""
    both = made_up(CORPUS, in_tongshan(CORPUS), taiyuan(CORPUS))
    comparison = compare(both, "taiyuan", "tongshan", "shuozhou")
    row = comparison.metrics[0]
    assert not isinstance(row.cells[0], Missing)
    verdict = Comparability(verdict=Verdict.WITH_CAVEAT, reasons=(Reason.SCOPE, Reason.DERIVED))
    odd = IndicatorId("elsewhere.word")
    ranked = (evolve(row, comparability=verdict, cells=(row.cells[0],) * 3), "rank")
    times = (evolve(row, comparability=verdict), "times")
    moot = (evolve(row, indicator=odd, cells=(Missing.NOT_APPLICABLE, *row.cells[1:])), None)
    for changed, by in (ranked, times, moot):
        tree = tree_of(evolve(comparison, metrics=(changed, *comparison.metrics[1:])))
        assert [] == faults(tree)
        standing = at(tree, "metrics", 0, "standing")
        assert by == (standing["by"] if isinstance(standing, dict) else None)


def test_a_kind_of_a_plugin_is_valid() -> None:
    """A plugin's kind has its branch where it is installed, and is let through elsewhere."""
    tree, installed = tree_of(painted()), comparison_schema(PLUGIN)
    assert "made_up.painted" == at(tree, "mechanisms", 0, 0, "kind")
    assert ([], []) == (faults(tree, installed), faults(tree))
    mechanism = at(tree, "parties", 0, "cases", 0, "mechanism")
    assert isinstance(mechanism, dict)
    mechanism["coats"] = "three"
    assert (1, 0) == (len(faults(tree, installed)), len(faults(tree)))


def test_a_kind_that_is_not_installed_is_valid() -> None:
    """A mechanism of an unknown kind stands there as it was written."""
    tree: Plain = {"kind": "elsewhere.kind", "steps": [None, 1, {"deep": []}], "lifecycle": 7}
    kept = UnknownMechanism(kind="elsewhere.kind", tree=json.dumps(tree), lifecycle=Lifecycle())
    found = tree_of(with_mechanism(kept))
    assert tree == at(found, "parties", 0, "cases", 0, "mechanism")
    assert [] == faults(found)


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


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "cppcc-cases/case"),
        (("version",), VERSION + 1),
        (("version",), str(VERSION)),
        (("parties", 0, "localities", 0, "level"), "village"),
        (("stages", 0, "stage"), "nonsense"),
        (("stages", 0, "cells", 0), "not_reported"),
        (("stages", 3, "cells", 1, "state"), "perhaps"),
        (("stages", 3, "cells", 1, "claims", 0, "sources"), [0]),
        (("stages", 3, "cells", 1, "claims", 0, "sources"), ["1"]),
        (("stages", 3, "cells", 1, "claims", 0, "sources"), [1, 1]),
        (("mechanisms", 0, 0, "fields", 0, "told"), 0),
        (("mechanisms", 0, 0, "fields", 0, "told"), None),
        (("metrics", 0, "verdict"), "perhaps"),
        (("metrics", 0, "reasons"), ["nonsense"]),
        (("metrics", 0, "cells", 0, 0, "value"), "317"),
        (("metrics", 0, "cells", 0, 0, "value"), "not_reported"),
        (("metrics", 0, "cells", 0, 0, "basis"), "hearsay"),
        (("metrics", 0, "cells", 0, 0, "as_of"), None),
        (("metrics", 0, "cells", 1), 0),
        (("metrics", 0, "cells", 1), None),
        (("metrics", 0, "cells", 1), []),
        (("metrics", 0, "cells", 2), "none"),
        (("metrics", 0, "quotients", 0, "per"), "households"),
        (("metrics", 0, "quotients", 0, "cells", 0), "not_reported"),
        (("metrics", 0, "quotients", 0, "cells", 0, "value"), None),
        (("metrics", 0, "standing"), {"by": "size", "cells": [1, 2, None]}),
        (("metrics", 0, "standing"), {"by": "rank", "cells": [1, "2", None]}),
        (("metrics", 0, "standing"), {"by": "rank", "cells": [1, 2]}),
        (("outcomes", 0, "kind"), "nonsense"),
        (("outcomes", 0, "cells", 2), "not_applicable"),
        (("articles", 0, "published", "date"), "some day"),
        (("sources", 0, "paragraph"), "3"),
        (("parties", 0, "cases", 0, "evidence"), []),
        (("parties", 0, "cases", 0, "period"), None),
        (("parties", 0, "cases", 0, "topics"), []),
        (("alike",), ["text in no language"]),
        (("stages",), []),
    ],
    ids=str,
)
def test_what_is_wrong_is_refused(path: tuple[str | int, ...], value: Plain) -> None:
    """A wrong word, type, version or number of cells is refused, and the rest was right."""
    tree = tree_of(compare(CORPUS, "taiyuan", "datong", "shuozhou"))
    assert [] == faults(tree)
    put(tree, path, value)
    assert [] != faults(tree)


@pytest.mark.parametrize("names", [("taiyuan", "shuozhou"), CITIES], ids=len)
def test_no_party_lacks_its_cell(names: tuple[str, ...]) -> None:
    """Of however many parties, none may lack its entry, nor may there be one too many."""
    tree = tree_of(compare(CORPUS, *names))
    cells = [at(tree, *path) for path in places(tree) if path[-1] == "cells"]
    taken = []
    for group in [*cells, at(tree, "mechanisms"), at(tree, "parties")]:
        assert isinstance(group, list)
        last = group.pop()
        taken.append(VALIDATOR.is_valid(tree))
        group.extend((last, last))
        taken.append(VALIDATOR.is_valid(tree))
        group.pop()
    assert [] == faults(tree)
    assert {False} == set(taken)


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
        put(tree, path, 7 if value is None or isinstance(value, str | dict | list) else "7")
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
    """The same registry gives the same text, whatever else is installed."""
    again = comparison_schema(built_in(PLUGIN))
    assert to_json(SCHEMA) == to_json(again)
    assert "made_up.painted" in to_json(comparison_schema(PLUGIN))
