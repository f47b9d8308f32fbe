"""The kit for authors of plugins ships with the library, which does without it."""

import ast
import importlib
import re
import sys
from pathlib import Path

import pytest

import cppcc_cases
from cppcc_cases.installing import to_install

SOURCE = Path(cppcc_cases.__file__).parent
KIT = "cppcc_cases.testing"


def imported(file: Path) -> set[str]:
    """Return the names of the modules that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {str(node.module), *(f"{node.module}.{one.name}" for one in node.names)}
    return found


def test_nothing_imports_the_kit() -> None:
    """No module of the library but the kit's own imports it, or Hypothesis, or pytest."""
    apart = SOURCE / "testing"
    files = [file for file in SOURCE.rglob("*.py") if apart not in file.parents]
    wanted = {
        file.name: names
        for file in files
        if (
            names := {
                one for one in imported(file) if one.startswith((KIT, "hypothesis", "pytest"))
            }
        )
    }
    assert {} == wanted


@pytest.mark.parametrize("missing", ["hypothesis", "pytest"])
def test_what_is_missing_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one of the two that it needs, the kit says what to install."""
    for name in [name for name in sys.modules if name == KIT or name.startswith(f"{KIT}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    advice = re.escape(to_install("cppcc-cases[testing]"))
    with pytest.raises(ImportError, match=f"needs {missing}.*{advice}"):
        importlib.import_module(KIT)
