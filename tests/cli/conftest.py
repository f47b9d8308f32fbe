"""Running commands in process, with an environment of one's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cppcc_cases.cli.app import main

Run = Callable[..., tuple[int, str, str]]
DATA = Path(__file__).parent / "data"
SPEAKING = ("CPPCC_CASES_LANG", "CPPCC_CASES_PATH", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")
SHOWING = ("NO_COLOR", "TERM", "_CASES_COMPLETE")


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take from the environment what commands heed, and stand in the folder of made-up data."""
    for name in (*SPEAKING, *SHOWING):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(DATA)


@pytest.fixture
def run(quiet: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command and gives exit code, output and error output."""

    def call(*arguments: str, **environment: str) -> tuple[int, str, str]:
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            code = main(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return call
