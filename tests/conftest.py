"""What all tests share: the shipped corpus, and files that are derived from the code."""

import os
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import settings

from cppcc_cases.store import Corpus, shipped

if TYPE_CHECKING:
    from cppcc_cases.site.page import Page

# The gate judges a change, not the luck of a day: examples are the same in every run. Each night
# ``--hypothesis-profile=night`` searches further.
settings.register_profile("same", derandomize=True, deadline=None, max_examples=40)
settings.register_profile("night", deadline=None, max_examples=1000)
settings.load_profile("same")

ROOT = Path(__file__).parents[1]
# Whoever runs the tests has a cache of their own, which is none of the tests' business.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="cppcc-cases-tests-")
STALE = (
    "{file} 与代码不符。有意改了代码，就运行 nox -s renew 重新生成（没有 nox："
    "python -m pytest -m derived --update-golden），再看改动对不对 · {file} is not what the code "
    "makes; if the code was meant to change, run nox -s renew (without nox: python -m pytest "
    "-m derived --update-golden) and look at what changed"
)
FIRST = {
    "changle-producer-services",
    "huainan-new-energy-vehicles",
    "linxi-member-studio",
    "ranghulu-sustained-follow-up",
    "shanxi-round-table",
    "tongshan-hotline",
    "yunyang-culture-tourism",
}
Derived = Callable[[Path, str | bytes], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write every file that is derived from the code, instead of comparing it",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what holds derived files to the code, so that these can be renewed alone."""
    for item in items:
        if "derived" in getattr(item, "fixturenames", ()):
            item.add_marker("derived")


@pytest.fixture(scope="session")
def derived(request: pytest.FixtureRequest) -> Derived:
    """Return a function that holds a file to what the code makes, or writes it if that is wished.

    Every file that is made by code and kept in the repository goes through it.
    """

    def hold(file: Path, made: str | bytes) -> None:
        content = made.encode() if isinstance(made, str) else made
        if request.config.getoption("--update-golden"):
            file.write_bytes(content)
        held = file.read_bytes() if file.exists() else b""
        assert content == held, STALE.format(file=file.relative_to(ROOT))

    return hold


@pytest.fixture(scope="session", autouse=True)
def _interruptible() -> None:
    """Have the processes that tests start heed Ctrl-C, which shells hide from background jobs."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep commands, in processes of their own too, out of the user's folder for settings."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(tmp_path_factory.mktemp("settings"))


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Return the cases that ship with the library."""
    return shipped()


@pytest.fixture(scope="session")
def first(corpus: Corpus) -> Corpus:
    """Return the cases of the first seven articles: what is counted in them by hand stays so."""
    files = tuple(one for one in corpus.files if Path(one.file).stem in FIRST)
    assert len(FIRST) == len(files)
    return evolve(corpus, files=files)


@pytest.fixture(scope="session")
def built(corpus: Corpus) -> "tuple[Page, ...]":
    """Return the files of the site of the shipped cases, which is built once for all tests."""
    from cppcc_cases.site.build import build
    from cppcc_cases.site.source import Source

    return tuple(build(Source(corpus=corpus)))


@pytest.fixture(scope="session")
def site(built: "tuple[Page, ...]", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the site of the shipped cases, to be read only."""
    from cppcc_cases.site.write import write

    folder = tmp_path_factory.mktemp("shipped") / "site"
    write(built, folder)
    return folder
