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


def test_the_library_has_one_name() -> None:
    """The distribution that may leave out namespaces is the library itself."""
    expected = (PROJECT["name"], set(GROUPS))
    assert expected == (NAME, set(REGISTERED))


def test_every_module_of_a_kind_is_registered() -> None:
    """The kinds registered are the modules of their room, under their names."""
    modules = {file.stem for file in (ROOT / "src/cppcc_cases/kinds").glob("*.py")} - {"__init__"}
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


def test_what_is_broken_is_named_with_its_package() -> None:
    """One sentence has the kind of thing, its name, the package with version, and the fault."""
    broken = Broken(entry=entry(None), fault=Text(zh="坏了", en="it is spoilt"))
    expected = Text(
        zh="软件包 cppcc-cases-made-up 1.2 的机制类别 made_up.kind 用不了：坏了",
        en="the kind made_up.kind of the package cppcc-cases-made-up 1.2 is broken: it is spoilt",
    )
    assert (expected, "it is spoilt") == (broken.message, broken.error)


def test_whose_code_is_foreign() -> None:
    """All that the library does not register itself is foreign."""
    expected = (True, False)
    assert expected == (entry(None).foreign, entry(None, distribution=NAME).foreign)
