"""Which distribution a class is from."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_cases.kinds.inspection import Inspection
from cppcc_cases.plugins.entries import OWN
from cppcc_cases.testing import kind_contract
from cppcc_cases.testing.homes import home

SOURCE = "class Forum:\n    '''Made up.'''\n    kind = 'made_up.forum'\n"


@pytest.fixture
def forum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[type]:
    """Give a class from a folder that an editable distribution puts on the path."""
    project, site = tmp_path / "project", tmp_path / "site"
    info = site / "made_up_forum-1.dist-info"
    for folder in (project, info):
        folder.mkdir(parents=True)
    (project / "made_up_forum.py").write_text(SOURCE, encoding="utf-8")
    (info / "METADATA").write_text("Name: made-up-forum\nVersion: 1\n", encoding="utf-8")
    (info / "RECORD").write_text("_made_up_forum.pth,,\n", encoding="utf-8")
    (site / "_made_up_forum.pth").write_text(f"import this\n{project}\n", encoding="utf-8")
    for path in (project, site):
        monkeypatch.syspath_prepend(str(path))
    found: type = importlib.import_module("made_up_forum").Forum
    yield found
    del sys.modules["made_up_forum"]


def test_the_library_is_its_own_home() -> None:
    """A kind that ships with the library is from the library's distribution."""
    assert OWN == home(Inspection)


def test_an_editable_install_is_found(forum: type) -> None:
    """A class that stands in the folder of an editable install is from that distribution."""
    assert "made-up-forum" == home(forum)


def test_what_is_installed_must_be_registered(forum: type) -> None:
    """A kind whose distribution does not register it is told what to write."""
    with pytest.raises(AssertionError, match=r'"made_up\.forum" = "made_up_forum:Forum"'):
        kind_contract(forum)("registered")


def test_what_is_registered_must_be_the_class_itself() -> None:
    """Another class with the id of a registered kind is not what its distribution registers."""
    double = type("Inspection", (Inspection,), {"__module__": "cppcc_cases.kinds.inspection"})
    with pytest.raises(AssertionError, match="registers inspection, but not as"):
        kind_contract(double)("registered")


def test_what_is_not_installed_need_not_be_registered() -> None:
    """A class from nowhere has no home, and nothing has to register it."""
    stray = type("Stray", (), {"__module__": "made_up_nowhere", "kind": "made_up.stray"})
    assert None is home(stray)
    assert None is kind_contract(stray)("registered")
