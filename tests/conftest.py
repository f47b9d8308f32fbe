"""What all tests share: the shipped corpus, and the option that renews the golden files."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from cppcc_cases.corpus import Corpus, shipped

# The gate judges a change, not the luck of a day: examples are the same in every run. To search
# further, run with ``--hypothesis-profile=search``.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile("same")

GOLDEN = Path(__file__).parent / "cli" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the commands print to tests/cli/golden instead of comparing",
    )


@pytest.fixture(scope="session", autouse=True)
def _settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep commands, in processes of their own too, out of the user's folder for settings."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(tmp_path_factory.mktemp("settings"))


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Return the cases that ship with the library."""
    return shipped()
