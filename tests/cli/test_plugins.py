"""``cases plugins``, and what other commands do where a plugin is broken."""

import json
from collections.abc import Callable

import pytest
from tests.by_hand import OWN, beside, failing, folder, indicator, indicators

from cppcc_cases.plugins.registry import Registry

Run = Callable[..., tuple[int, str, str]]
BROKEN = (failing(), folder("no-such-folder"), indicators(indicator("platforms")))
HARMLESS = (
    ("list",),
    ("list", "--kind", "inspection", "--format", "json"),
    ("show", "tongshan-hotline-link"),
    ("compare", "taiyuan", "datong"),
    ("vocab",),
    ("verify", "--source", "source.txt", "--cases", "good", "--article", "made-up-for-tests"),
)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Install three plugins that are of no use."""
    monkeypatch.setattr(Registry, "installed", classmethod(lambda cls: beside(*BROKEN)))


def test_broken_plugins_are_listed(broken: None, run: Run) -> None:
    """Each is told first, with its package and what is wrong, and the command ends with 1."""
    code, out, err = run("plugins", "--lang", "en", COLUMNS="200")
    assert (1, "") == (code, err)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    package = "cppcc-cases-made-up 1.2"
    expected = [
        f"Collections made_up {package} no-such-folder is no folder",
        f"Kinds of mechanism made_up.kind {package} ImportError: no module of that name",
        f"Vocabulary made_up {package} platforms is registered by cppcc-cases",
    ]
    assert expected == [line for line in lines if package in line]
    assert "cppcc-cases-made-up" in lines[2]
    assert f"{len(OWN) + 3} entry points, 3 broken" == lines[-1]


def test_broken_plugins_are_listed_in_json(broken: None, run: Run) -> None:
    """The faults stand with their entries, and the command ends with 1 as well."""
    code, out, err = run("plugins", "--format", "json")
    assert (1, "") == (code, err)
    expected = [True] * 3 + [False] * len(OWN)
    assert expected == [bool(one["faults"]) for one in json.loads(out)["plugins"]]


def test_the_check_reports_broken_plugins(broken: None, run: Run) -> None:
    """They are problems among those of files, with the package in place of a file."""
    code, out, err = run("check", "good", "--lang", "en")
    expected = [
        "cppcc-cases-made-up 1.2: the collection made_up of the package "
        "cppcc-cases-made-up 1.2 is broken: no-such-folder is no folder",
        "cppcc-cases-made-up 1.2: the kind made_up.kind of the package "
        "cppcc-cases-made-up 1.2 is broken: ImportError: no module of that name",
        "cppcc-cases-made-up 1.2: the vocabulary made_up of the package "
        "cppcc-cases-made-up 1.2 is broken: platforms is registered by cppcc-cases",
        "checked 1 file, 1 case: 3 errors, 0 warnings",
    ]
    assert (1, expected, "") == (code, out.splitlines(), err)


def test_the_check_reports_them_in_json(broken: None, run: Run) -> None:
    """The code, and the package where the file would stand, are in the JSON too."""
    code, out, _ = run("check", "good", "--format", "json")
    expected = [("broken-plugin", "cppcc-cases-made-up 1.2")] * 3
    assert (1, expected) == (
        code,
        [(one["code"], one["file"]) for one in json.loads(out)["problems"]],
    )


@pytest.mark.parametrize("arguments", HARMLESS, ids=lambda arguments: arguments[0])
def test_other_commands_are_not_disturbed(
    arguments: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What they print and how they end is the same with broken plugins as without."""
    expected = run(*arguments)
    monkeypatch.setattr(Registry, "installed", classmethod(lambda cls: beside(*BROKEN)))
    assert expected == run(*arguments)
