"""The page on the library tells the whole JSON form of a comparison."""

import re
from typing import get_args

import attrs
import pytest
from tests.docs.pages import LANGS, page

from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.report.plain import FORMAT, VERSION, tag_of
from cppcc_cases.report.report_schema import report_schema
from cppcc_cases.report.values import (
    About,
    Cell,
    Claim,
    Line,
    Part,
    Row,
    Section,
    Side,
    Silence,
    Table,
)

SCHEMA = report_schema(built_in(Registry.installed()))
PARTS: dict[str, type[attrs.AttrsInstance]] = {
    "sides[]": Side,
    "sections[]": Section,
    "parts[]": Part,
    "table": Table,
    "rows[]": Row,
    "cells[]": Cell,
    "lines[]": Line,
    "claims[]": Claim,
}

each_language = pytest.mark.parametrize("lang", LANGS)


@each_language
def test_every_key_is_documented(lang: str) -> None:
    """The tables list each key of a report and of its parts, in their order."""
    rows = {
        cells[0].strip("`"): cells[1]
        for cells in page(f"docs/{lang}/library.md").section("json").rows
    }
    assert [*SCHEMA["properties"], *PARTS, "about"] == list(rows)
    expected = {name: [a.name for a in attrs.fields(cls)] for name, cls in PARTS.items()}
    expected["about"] = [tag_of(cls) for cls in get_args(About)]
    assert expected == {name: re.findall(r"`(\w+)`", rows[name]) for name in expected}


@each_language
def test_the_constants_are_documented(lang: str) -> None:
    """The page gives the format, its version, and the words for every silence."""
    section = page(f"docs/{lang}/library.md").section("json")
    assert f"`{FORMAT}`" in section.names["format"]
    assert section.names["version"].endswith(f" {VERSION}")
    assert [] == [one.value for one in Silence if f"`{one.value}`" not in section.text]
