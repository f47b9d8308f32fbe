"""The page on the library tells the whole JSON form of a comparison."""

import re

import pytest
from tests.docs.pages import LANGS, page

from cppcc_cases.kinds.registry import Registry, built_in
from cppcc_cases.report.plain import FORMAT, NO_CASE, VERSION
from cppcc_cases.report.report_schema import comparison_schema

SCHEMA = comparison_schema(built_in(Registry.installed()))
PARTS = {
    "parties[]": "party",
    "mechanisms[][]": "mechanism",
    "mechanisms[][].fields[]": "row",
    "stages[]": "stage_row",
    "stages[].cells[]": "stage_cell",
    "metrics[]": "metric_row",
    "metrics[].quotients[]": "quotient_row",
    "metrics[].standing": "standing",
    "outcomes[]": "outcome_row",
}

each_language = pytest.mark.parametrize("lang", LANGS)


@each_language
def test_every_key_is_documented(lang: str) -> None:
    """The tables list each key of a comparison and of its parts, in their order."""
    rows = {
        cells[0].strip("`"): cells[1]
        for cells in page(f"docs/{lang}/library.md").section("json").rows
    }
    parts = {name: SCHEMA["$defs"][f"comparison.{part}"] for name, part in PARTS.items()}
    assert [*SCHEMA["properties"], *PARTS] == list(rows)
    expected = {name: list(one["properties"]) for name, one in parts.items()}
    assert expected == {name: re.findall(r"`(\w+)`", rows[name]) for name in PARTS}


@each_language
def test_the_constants_are_documented(lang: str) -> None:
    """The page gives the format, its version, and the word for a party without a case."""
    section = page(f"docs/{lang}/library.md").section("json")
    assert f"`{FORMAT}`" in section.names["format"]
    assert section.names["version"].endswith(f" {VERSION}")
    assert f"`{NO_CASE}`" in section.text
