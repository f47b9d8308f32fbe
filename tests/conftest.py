"""What all tests share: the shipped corpus, and the option that renews the golden files."""

from pathlib import Path

import pytest

from cppcc_cases.corpus import Corpus, shipped

GOLDEN = Path(__file__).parent / "cli" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the commands print to tests/cli/golden instead of comparing",
    )


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Return the cases that ship with the library."""
    return shipped()
