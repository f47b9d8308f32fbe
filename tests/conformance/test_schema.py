"""What the JSON Schema says of the data modules of this folder.

A new code goes into one of the two lists: of those that a schema can express, every module that
has one must be refused; of the others, the reason is given why a schema can't.
"""

from pathlib import Path

import jsonschema_rs
import pytest

from cppcc_cases.checks.run import ALL_CODES
from cppcc_cases.codec.schema import module_schema
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.source.tree import Plain
from cppcc_cases.source.yamltext import parse

HERE = Path(__file__).parent
SCHEMA = jsonschema_rs.validator_for(module_schema(built_in(Registry.installed())))
EXPRESSED = frozenset(
    [
        "anchor-sentence",
        "anchor-too-long",
        "bad-date",
        "bad-id",
        "bad-paragraph",
        "boolean-expected",
        "cases-expected",
        "derived-without-rule",
        "empty-list",
        "empty-text",
        "fields-expected",
        "integer-expected",
        "kind-missing",
        "list-expected",
        "metric-without-evidence",
        "missing-field",
        "module-expected",
        "negative-figure",
        "number-expected",
        "parts-without-rate",
        "silent-stage",
        "stage-outside-kind",
        "text-expected",
        "unit-mismatch",
        "unknown-field",
        "unknown-indicator",
        "unknown-kind",
        "unknown-topic",
        "unknown-value",
        "wrong-language",
    ]
)
_TEXT = "it is a fault of the file or of its YAML, and not of the tree"
_READING = "it takes reading the words of an anchor"
_WARNING = "it is only a warning, and a schema knows none"
BEYOND = {
    **{code: _TEXT for code in ALL_CODES if code.startswith("yaml-")},
    **dict.fromkeys(
        ("bom", "fmt-unsafe", "no-data", "not-utf8", "too-many", "unreadable", "unwritable"), _TEXT
    ),
    **dict.fromkeys(("figure-not-in-anchor", "qualifier-disagrees"), _READING),
    **dict.fromkeys(("part-exceeds-total", "rate-disagrees"), "it takes arithmetic"),
    **dict.fromkeys(
        (
            "anchor-invisible",
            "as-printed-superfluous",
            "counting-unsaid",
            "figure-unread",
            "host-unknown",
            "idle-correction",
            "measure-word",
            "nested-places",
            "no-english",
            "no-limitations",
            "not-a-result",
            "open-not-last",
            "opening-needed",
            "parts-disagree",
            "person-named",
            "place-not-named",
            "retired-id",
            "since-year",
        ),
        _WARNING,
    ),
    **dict.fromkeys(
        ("as-printed-missing", "speaker-basis", "whose-figure"),
        "what a figure takes from its case or its indicator is not in the tree",
    ),
    "bad-correction": "it takes the articles of other files",
    "bad-word": "it is a fault of words of one's own, not of a module",
    "broken-plugin": "it is the fault of a plugin, not of the data",
    "duplicate-id": "it takes comparing values, also those of other files",
    "duplicate-metric": "it takes comparing some fields of the entries of a list",
    "looks-cited": "its pattern would hide what the language's own says",
    "kind-check": "it is for the kind's own code to say",
    "unknown-article": "it takes the articles of other files",
    "unknown-locality": "it takes the gazetteer: a schema sees only that there are six digits",
    "unknown-word": "it lists the words, but not which of them an indicator allows side by side",
    "when-expected": "it knows the kinds, but not which dates are of which",
    "when-mismatch": "it takes comparing a time with that of the article",
}


def modules(folder: str) -> dict[str, tuple[Plain, set[str]]]:
    """Return the tree of each module that has one, and the codes of its problems."""
    found = {}
    for file in sorted((HERE / folder).glob("*.yaml")):
        tree, faults = parse(file.read_text(encoding="utf-8"))
        beside = file.with_suffix(".problems")
        lines = beside.read_text(encoding="utf-8").splitlines() if beside.exists() else []
        if not faults:
            found[file.stem] = tree, {line.split()[1] for line in lines}
    return found


VALID, INVALID = modules("valid"), modules("invalid")
REFUSED = [name for name, (_, codes) in INVALID.items() if codes & EXPRESSED]


@pytest.mark.parametrize("name", VALID)
def test_a_valid_module_is_accepted(name: str) -> None:
    """The schema finds nothing wrong with what is right."""
    expected: list[str] = []
    assert expected == [error.message for error in SCHEMA.iter_errors(VALID[name][0])]


@pytest.mark.parametrize("name", REFUSED)
def test_a_fault_that_a_schema_can_express_is_refused(name: str) -> None:
    """The schema refuses every module with a fault that it can see."""
    assert not SCHEMA.is_valid(INVALID[name][0])


def test_every_code_is_in_one_list() -> None:
    """Each code is one that a schema can express, or one for which there is a reason why not."""
    assert set(ALL_CODES) == EXPRESSED | set(BEYOND)
    assert set() == EXPRESSED & set(BEYOND)


def test_a_code_that_can_be_expressed_is_shown() -> None:
    """Each code that a schema can express stands here, but one that no built-in kind can give."""
    shown = {code for name in REFUSED for code in INVALID[name][1]}
    assert {"boolean-expected"} == EXPRESSED - shown
