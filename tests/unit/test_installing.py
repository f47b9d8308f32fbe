"""Commands that are advised are made for the place where they are to be typed."""

import shlex
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from cppcc_cases import installing
from cppcc_cases.installing import this_python, to_install, typed

EXTRA = "cppcc-cases[office]"
BASE = f"py -{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with an environment, whose Python runs, on a system that is no Windows."""
    folder = tmp_path.resolve() / "here"
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".venv/bin/python").symlink_to(sys.executable)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "prefix", str(folder / ".venv"))
    monkeypatch.setattr(sys, "executable", str(folder / ".venv/bin/python"))
    return folder


def has_pip(there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pip be installed, or not."""
    found = ModuleSpec("pip", None) if there else None
    monkeypatch.setattr(installing, "find_spec", lambda name: {"pip": found}[name])


def test_pip_that_is_at_hand(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment's own pip is called by a path from the folder one stands in."""
    has_pip(True, monkeypatch)
    assert ".venv/bin/python -m pip install 'cppcc-cases[office]'" == to_install(EXTRA)
    assert ".venv/bin/python -m pip install -e mine" == to_install("mine", "-e")


def test_an_environment_without_pip(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python that the environment was made with installs into it."""
    has_pip(False, monkeypatch)
    base = Path(sys.executable).resolve()
    assert place not in base.parents
    expected = f"{base} -m pip --python {place / '.venv'} install 'cppcc-cases[office]'"
    assert expected == to_install(EXTRA)


def test_standing_elsewhere(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From another folder, from that of Python itself, or from none, the path is whole."""
    whole = str(place / ".venv/bin/python")
    for folder in (place.parent / "gone", place / ".venv/bin"):
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        assert whole == this_python()
    (place.parent / "gone").rmdir()
    monkeypatch.setattr(Path, "cwd", lambda: Path("/nowhere").resolve(strict=True))
    assert whole == this_python()


@pytest.mark.parametrize("there", [True, False])
def test_windows_without_quotes_for_a_command(
    there: bool, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither shell of Windows knows single quotes, and PowerShell starts no path in quotes."""
    has_pip(there, monkeypatch)
    monkeypatch.setattr(sys, "platform", "win32")
    own, other = ".venv/bin/python -m pip", f"{BASE} -m pip --python {place / '.venv'}"
    assert f'{own if there else other} install "{EXTRA}"' == to_install(EXTRA)
    monkeypatch.setattr(sys, "prefix", "/Wang Li/.venv")
    monkeypatch.setattr(sys, "executable", "/Wang Li/.venv/python")
    other = f'{BASE} -m pip --python "/Wang Li/.venv"'
    assert f'{other} install "{EXTRA}"' == to_install(EXTRA)


@pytest.mark.parametrize(
    "word", ["a b", "a'b", 'a"b', "$HOME", "~", "a;b", "a&b", "*", "案例 库", "a\\b", "(a)", "`a`"]
)
def test_a_shell_reads_the_word_that_was_meant(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a shell would make something else of stands in quotes."""
    monkeypatch.setattr(sys, "platform", "linux")
    assert ([word], True) == (shlex.split(typed(word)), typed(word) != word)


@pytest.mark.parametrize(
    ("platform", "word", "expected"),
    [
        ("linux", "案例/a-b_c.d", "案例/a-b_c.d"),
        ("darwin", "/Users/li/.venv", "/Users/li/.venv"),
        ("win32", r"C:\Users\王\.venv", r"C:\Users\王\.venv"),
        ("win32", r"C:\R&D\.venv", r'"C:\R&D\.venv"'),
        ("win32", r"C:\a b", r'"C:\a b"'),
    ],
)
def test_quotes_are_those_of_the_system(
    platform: str, word: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that needs none has none; Windows has double ones only."""
    monkeypatch.setattr(sys, "platform", platform)
    assert expected == typed(word)
