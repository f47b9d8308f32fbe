"""The manual has all that it should: every page, every public module, every layer."""

import re
import tomllib

import pytest
from tests.docs.pages import LANGS, ROOT, names, page

PUBLIC = ("", ".model", ".comparison", ".query", ".store", ".testing", ".testing.strategies")
"""The modules whose names are promised to others, below the package."""

each_language = pytest.mark.parametrize("lang", LANGS)


@each_language
def test_every_page_is_listed_on_the_first(lang: str) -> None:
    """The table of pages has each page once: the manual's contents are made of it."""
    listed = re.findall(r"^\| \[[^]]*\]\(([\w-]+\.md)\)", page(f"docs/{lang}/index.md").text, re.M)
    assert [name for name in names(lang) if name != "index.md"] == sorted(listed)


@each_language
def test_every_public_module_is_in_the_reference(lang: str) -> None:
    """The page of the interface has a section a module."""
    text = page(f"docs/{lang}/api.md").text
    expected = [f"cppcc_cases{name}" for name in PUBLIC]
    assert expected == re.findall(r"automodule:: (\S+)", text)


@each_language
def test_the_layers_are_those_that_are_guarded(lang: str) -> None:
    """The table of layers is the contract that imports are held to; renew it by hand."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    told = page(f"docs/{lang}/design.md").section("layers").names
    assert [name.removeprefix("cppcc_cases.") for name in layers] == list(told)
