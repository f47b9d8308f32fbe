"""Entry points: what the library registers is what it has."""

import tomllib
from pathlib import Path

from tests.by_hand import OWN, entry

from cppcc_cases.plugins.entries import COLLECTIONS, GROUPS, KINDS, VOCABULARY, Broken
from cppcc_cases.plugins.entries import OWN as NAME
from cppcc_cases.text import Text

ROOT = Path(__file__).parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REGISTERED: dict[str, dict[str, str]] = PROJECT["entry-points"]
NO_KINDS = {"__init__", "contract", "entries", "installed", "loading", "registry", "rows"}


def test_the_library_has_one_name() -> None:
    """The distribution that may leave out namespaces is the library itself."""
    expected = (PROJECT["name"], set(GROUPS))
    assert expected == (NAME, set(REGISTERED))


def test_every_module_of_a_kind_is_registered() -> None:
    """The kinds registered are the modules that stand beside the machinery, under their names."""
    modules = {file.stem for file in (ROOT / "src/cppcc_cases/kinds").glob("*.py")} - NO_KINDS
    expected = {name: f"cppcc_cases.kinds.{name}" for name in modules}
    assert expected == {name: value.partition(":")[0] for name, value in REGISTERED[KINDS].items()}


def test_what_is_installed_is_what_the_project_registers() -> None:
    """An installed library has the entry points that the project says."""
    expected = {(group, name) for group in GROUPS for name in REGISTERED[group]}
    assert expected == {(one.group, one.name) for one in OWN}


def test_vocabulary_and_cases_are_registered_too() -> None:
    """The library's own vocabulary and cases come by entry points, as a plugin's do."""
    expected = (["shipped"], ["shipped"])
    assert expected == (list(REGISTERED[VOCABULARY]), list(REGISTERED[COLLECTIONS]))


def test_what_an_entry_leads_to_is_no_part_of_it() -> None:
    """Two entry points that say the same are the same, and neither shows what it leads to."""
    expected = entry(1)
    assert expected == entry(2)
    assert "load" not in repr(expected)


def test_an_exception_is_told_as_it_is() -> None:
    """What an exception says is the same in both languages, and is the error in English."""
    broken = Broken.raised(entry(None), KeyError("lost"))
    said = "KeyError: 'lost'"
    expected = (Text(zh=said, en=said), said)
    assert expected == (broken.fault, broken.error)
