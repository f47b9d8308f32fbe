"""The public names of the library, and what importing it costs."""

import subprocess
import sys
from importlib import import_module

import pytest

import cppcc_cases

HEAVY = ("attrs", "cattrs", "click", "yaml", "cppcc_cases.store", "cppcc_cases.model")


def loaded_after(code: str) -> set[str]:
    """Return the heavy modules that a fresh interpreter has loaded after some code."""
    script = f"{code}\nimport sys\nprint(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_the_names_are_sorted() -> None:
    """The list of public names is in order and has none twice."""
    assert sorted(set(cppcc_cases.__all__)) == cppcc_cases.__all__


@pytest.mark.parametrize("name", cppcc_cases.__all__)
def test_every_name_can_be_imported(name: str) -> None:
    """Each public name is there, and is documented."""
    assert getattr(cppcc_cases, name).__doc__


def test_a_name_is_the_one_of_its_home() -> None:
    """A public name is the very object of the module that it is from."""
    home = import_module("cppcc_cases.comparison")
    assert home.Comparison is cppcc_cases.Comparison


@pytest.mark.parametrize(
    "before", ["", "import cppcc_cases.comparison", "cc.Comparison", "cc.compare"]
)
def test_compare_can_be_called_whatever_was_imported(before: str) -> None:
    """The function and the package of one name don't get into each other's way."""
    code = f"import cppcc_cases as cc\n{before}\ncc.compare(cc.load(), 'taiyuan', 'datong')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ("", 0) == (done.stderr, done.returncode)


def test_the_function_is_hidden_by_no_package() -> None:
    """Importing the parts of the library leaves its public functions what they are."""
    import_module("cppcc_cases.comparison")
    assert callable(cppcc_cases.compare)
    expected = "function"
    assert expected == type(cppcc_cases.compare).__name__


def test_dir_has_every_name() -> None:
    """Looking into the module shows its public names and its version, without doubles."""
    listed = dir(cppcc_cases)
    assert {*cppcc_cases.__all__, "__version__"} <= set(listed)
    assert len(listed) == len(set(listed))


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A name that there is not is refused in Python's own words."""
    with pytest.raises(AttributeError, match="module 'cppcc_cases' has no attribute 'made_up'"):
        cppcc_cases.made_up  # noqa: B018 - reading it is the test


def test_importing_the_library_loads_nothing() -> None:
    """The bare import loads neither a dependency nor the rest of the library."""
    assert set() == loaded_after("import cppcc_cases")


def test_loading_cases_needs_no_click() -> None:
    """The library does its work without the terminal's part."""
    assert "click" not in loaded_after("import cppcc_cases\ncppcc_cases.load()")


def test_finding_a_command_loads_no_cases() -> None:
    """The help of the commands needs neither YAML nor the model."""
    code = "from cppcc_cases.cli.app import main\nimport io, sys\nout = sys.stdout\n"
    code += "sys.stdout = io.StringIO()\nmain(['--help'])\nsys.stdout = out"
    assert set() == {"yaml", "cattrs", "cppcc_cases.store"} & loaded_after(code)


def test_the_version_is_a_version() -> None:
    """The version has three numbers."""
    assert [True] * 3 == [part.isdecimal() for part in cppcc_cases.__version__.split(".")]
