"""The page on plugins shows the example that is tested, and says what the code says."""

import re

import pytest
from tests.docs.pages import LANGS, ROOT, page

from cppcc_cases import testing
from cppcc_cases.plugins.contract import RESERVED
from cppcc_cases.plugins.entries import GROUPS
from cppcc_cases.testing import strategies

EXAMPLE = ROOT / "docs" / "examples" / "plugin"
each_language = pytest.mark.parametrize("lang", LANGS)


@each_language
def test_code_is_from_the_example(lang: str) -> None:
    """Every block of Python and TOML stands in the example, word for word."""
    files = [*EXAMPLE.rglob("*.py"), EXAMPLE / "pyproject.toml"]
    whole = "\n".join(file.read_text(encoding="utf-8") for file in files)
    one = page(f"docs/{lang}/plugins.md")
    blocks = [*one.blocks("python"), *one.blocks("toml")]
    assert [] == [block for block in blocks if block not in whole]
    assert blocks


@each_language
def test_groups_and_reserved_names_are_told(lang: str) -> None:
    """The groups of entry points, and the names that no field may have, are those of the code."""
    one = page(f"docs/{lang}/plugins.md")
    assert set(GROUPS) == set(one.section("entry-points").names)
    assert [] == [name for name in RESERVED if f"`{name}`" not in one.section("kind").text]


@each_language
def test_the_kit_is_told(lang: str) -> None:
    """Each contract has its row, and each strategy that is named exists."""
    kit = page(f"docs/{lang}/plugins.md").section("kit")
    assert {name for name in testing.__all__ if name.endswith("_contract")} == set(kit.names)
    named = set(re.findall(r"`([a-z]+)\([^)`]*\)`", kit.text))
    assert set() == named - set(strategies.__all__)


@each_language
def test_links_of_the_example_lead_to_the_page(lang: str) -> None:
    """The example's README and the page name each other."""
    assert f"../../{lang}/plugins.md" in page("docs/examples/plugin/README.md").links
    assert "../examples/plugin/README.md" in page(f"docs/{lang}/plugins.md").links
