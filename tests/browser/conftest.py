"""What tests in a browser share: Chromium, and a server for the site of the shipped cases.

Without Playwright or Chromium these tests are skipped, unless the environment says
``CPPCC_CASES_BROWSER=required``. Tests that read the files of the site need neither.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from tests.browser.kit import Served, Visit, serving, visiting

from cppcc_cases.installing import to_install

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what opens a browser, so that it can be chosen or left out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Return Chromium, as Debian has it or as ``CPPCC_CASES_CHROMIUM`` names it."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _lacks(f"Playwright: {to_install('cppcc-cases[browser]')}")
    named = os.environ.get("CPPCC_CASES_CHROMIUM")
    executable = named or shutil.which("chromium") or shutil.which("chromium-browser")
    if not executable:
        _lacks("Chromium: apt-get install chromium, or name one in CPPCC_CASES_CHROMIUM")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield found
        found.close()


def _lacks(what: str) -> NoReturn:
    """Skip the test, or fail where a browser is required."""
    reason = f"this test needs {what}"
    if os.environ.get("CPPCC_CASES_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Served]:
    """Return the addresses at which the site stands at a root and below a path."""
    with serving(site) as served:
        yield served


@pytest.fixture
def visit(browser: "Browser") -> Iterator[Visit]:
    """Return a page of a new session, with a record of what it asks for and complains of."""
    with visiting(browser) as found:
        yield found
