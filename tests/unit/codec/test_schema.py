"""The JSON Schema of data modules: current, complete, and what a plugin adds."""

import enum
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import jsonschema_rs
import pytest
from attrs import field, frozen
from tests.by_hand import PACKAGE, Sound, beside, entry, indicator, words
from tests.conftest import Derived

from cppcc_cases.codec.schema import DIALECT, module_schema
from cppcc_cases.forms.json_form import to_json
from cppcc_cases.model import Lifecycle, Maybe, Missing, Stage, Text, Vocabulary, label
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.source.yamltext import parse

ROOT = Path(__file__).parents[3]
FILE = ROOT / "schemas" / "module.schema.json"
SHIPPED = module_schema(built_in(Registry.installed()))
MODULES = sorted((*(ROOT / "cases").glob("**/*.yaml"), ROOT / "docs/examples/made-up.yaml"))
MADE_UP = Text(zh="虚构", en="made up")


class Colour(enum.Enum):
    """Words of a plugin's own, which it has not named."""

    RED = "red"
    TEN = 10


@frozen(kw_only=True)
class Dating:
    """A class of a plugin that is called like one of the model."""

    colour: Colour
    shade: Maybe[str] = Missing.NOT_REPORTED


@frozen(kw_only=True)
class Painted(Sound):
    """A kind that can describe one stage, with fields of its own."""

    kind: ClassVar[str] = "made_up.painted"
    stages: ClassVar[frozenset[Stage]] = frozenset({Stage.INQUIRY})

    lifecycle: Lifecycle = field(factory=Lifecycle, metadata=label("流程", "lifecycle"))
    when: tuple[Dating, ...]
    either: int | Dating
    weight: float = field(metadata=label("重量", "weight", "多重。", "How heavy.", minimum=0))


PLUGINS = module_schema(
    beside(
        entry(Painted, "made_up.painted"),
        words(Vocabulary(indicators=(indicator("made_up.new"),))),
    )
)


def tree_of(file: Path) -> Any:
    """Return the tree of a data module."""
    tree, faults = parse(file.read_text(encoding="utf-8"))
    assert not faults
    return tree


def painted(**changed: object) -> dict[str, object]:
    """Return a mechanism of the plugin's kind."""
    right = {
        "kind": "made_up.painted",
        "lifecycle": {},
        "when": [{"colour": 10}],
        "either": "anything",
        "weight": 1.5,
    }
    return {**right, **changed}


def accepts(mechanism: object) -> bool:
    """Tell whether the schema takes a mechanism."""
    schema = {"$ref": "#/$defs/Mechanism", "$defs": PLUGINS["$defs"], "$schema": DIALECT}
    return jsonschema_rs.validator_for(schema).is_valid(mechanism)


def groups(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every group of fields in a schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for inner in schema.values():
            yield from groups(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from groups(inner)


def test_the_file_is_current(derived: Derived) -> None:
    """The schema in the repository is that of the library."""
    derived(FILE, to_json(SHIPPED))


def test_it_is_a_schema() -> None:
    """The schema keeps the rules of its own dialect, and says which."""
    jsonschema_rs.meta.validate(SHIPPED)
    jsonschema_rs.meta.validate(PLUGINS)
    assert SHIPPED["$schema"] == DIALECT == "https://json-schema.org/draft/2020-12/schema"


def test_it_does_not_depend_on_what_is_installed() -> None:
    """What plugins register is in the schema of what is installed, and not in the shipped one."""
    assert "made_up.new" in PLUGINS["$defs"]["IndicatorId"]["enum"]
    again = module_schema(built_in(beside(entry(Sound))))
    assert to_json(SHIPPED) == to_json(again)


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.stem))
def test_every_module_is_valid(file: Path) -> None:
    """An independent validator finds nothing wrong with a shipped data module."""
    validator = jsonschema_rs.validator_for(SHIPPED)
    expected: list[str] = []
    assert expected == [error.message for error in validator.iter_errors(tree_of(file))]


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.stem))
def test_every_module_names_the_schema(file: Path) -> None:
    """The first line of a shipped data module leads an editor to the schema."""
    first = file.read_text(encoding="utf-8").splitlines()[0]
    head = "# yaml-language-server: $schema="
    assert head == first[: len(head)]
    assert (file.parent / first[len(head) :]).resolve() == FILE


def test_every_field_speaks_both_languages() -> None:
    """Each field of each group has a title and a description, Chinese before English."""
    lacking = [
        (group.get("title"), name)
        for group in groups(SHIPPED)
        for name, one in group["properties"].items()
        if not {"const", "doNotSuggest"} & set(one)
        and (" · " not in one.get("title", "") or "\n" not in one.get("description", ""))
    ]
    assert lacking == []


def test_every_group_is_closed() -> None:
    """No group takes fields that it does not know, but for the mechanism, whose kinds do that."""
    expected = [SHIPPED["$defs"]["Mechanism"]["title"]]
    assert expected == [
        one["title"] for one in groups(SHIPPED) if "additionalProperties" not in one
    ]


def test_every_choice_is_explained() -> None:
    """Each word that may be chosen has its line of explanation."""
    lines = {
        name: (len(one["enum"]), len(one["enumDescriptions"]))
        for name, one in SHIPPED["$defs"].items()
        if "enum" in one
    }
    assert {"Basis", "IndicatorId", "Missing", "Stage", "Tier", "TopicId"} <= set(lines)
    assert [] == [name for name, (words, said) in lines.items() if words != said]


def test_the_words_of_a_stage_leave_out_silence() -> None:
    """A stage on which the source is silent is left out; no other word says so."""
    expected = ["practised", "provided_for", "stated_absent"]
    assert expected == SHIPPED["$defs"]["StageState"]["enum"]


def test_a_kind_of_a_plugin_has_its_branch() -> None:
    """A plugin's kind is refused for its own reasons, and its types stand beside the library's."""
    assert accepts(painted())
    assert {"Dating", "Dating.2"} <= set(PLUGINS["$defs"])
    refused = [
        painted(when=[]),
        painted(when=[{"colour": "blue"}]),
        painted(when=[{"colour": "red", "shade": None}]),
        painted(weight=-1),
        painted(kind="made_up.unpainted"),
        painted(further=1),
    ]
    assert [False] * len(refused) == [accepts(one) for one in refused]


def test_a_kind_takes_the_stages_that_it_can_describe() -> None:
    """A stage that a kind can't describe may be called silent, and nothing else."""
    proof = {"state": "practised", "evidence": [{"paragraph": 1, "anchor": "虚构的依据"}]}
    told = [{"inquiry": proof}, {"adoption": "not_reported"}, {"adoption": proof}]
    assert [True, True, False] == [accepts(painted(lifecycle=one)) for one in told]


def test_a_field_without_words_goes_by_its_name() -> None:
    """Where a plugin gives neither name nor definition, the bare name stands, and words say it."""
    fields = PLUGINS["$defs"]["Dating.2"]["properties"]
    assert "shade · shade" == fields["shade"]["title"]
    assert ["red · red", "10 · 10"] == PLUGINS["$defs"]["Colour"]["enumDescriptions"]


def test_a_retired_word_says_what_to_write() -> None:
    """The explanation of a retired indicator names the one that replaces it."""
    new, old = indicator("made_up.new"), indicator("made_up.old", "made_up.new")
    schema = module_schema(beside(words(Vocabulary(indicators=(new, old)))))
    choice = schema["$defs"]["IndicatorId"]
    line = choice["enumDescriptions"][choice["enum"].index("made_up.old")]
    assert (
        "虚构：已停用，改写 made_up.new。虚构 · made up: Retired; write made_up.new. made up"
        == line
    )


def test_the_text_is_deterministic() -> None:
    """The same registry gives the same text, which ends in one line break."""
    text = to_json(module_schema(built_in(Registry.installed())))
    assert text == to_json(SHIPPED)
    assert ("}\n", SHIPPED) == (text[-2:], json.loads(text))
    assert PACKAGE not in text
