"""Written files in LibreOffice: it opens them, and sets their Chinese in a font that has it.

Without LibreOffice these tests are skipped, unless the environment says
``CPPCC_CASES_OFFICE=required``.
"""

import os
import re
import shutil
import subprocess

import pytest

from cppcc_cases.cli.app import main

pytestmark = pytest.mark.office

ENDINGS = (".docx", ".xlsx")


@pytest.fixture(scope="module")
def office() -> str:
    """Return the program, or skip the tests; where it is required, fail."""
    found = shutil.which("soffice")
    if found and shutil.which("fc-list"):
        return found
    reason = "this test needs LibreOffice: apt-get install libreoffice-writer libreoffice-calc"
    if os.environ.get("CPPCC_CASES_OFFICE") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def printed(office: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return a comparison of each form of file as LibreOffice prints it, by the ending."""
    folder = tmp_path_factory.mktemp("office")
    files = [folder / f"{ending[1:]}{ending}" for ending in ENDINGS]
    for file in files:
        assert 0 == main(("compare", "taiyuan", "datong", "--lang", "zh", "-o", str(file)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    return {file.suffix: file.with_suffix(".pdf").read_bytes() for file in files}


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_has_pages(printed: dict[str, bytes], ending: str) -> None:
    """The file is read as what it is, and fills a page or more."""
    assert printed[ending].startswith(b"%PDF-")
    assert 0 < len(re.findall(rb"/Type ?/Page\b", printed[ending]))


@pytest.mark.parametrize("ending", ENDINGS)
def test_its_chinese_is_set_in_a_font_that_has_it(printed: dict[str, bytes], ending: str) -> None:
    """One of the fonts in use is one of those here that can set Chinese; no box stands in."""
    listed = subprocess.run(
        ["fc-list", ":lang=zh", "--format=%{postscriptname}\n"],
        check=True,
        capture_output=True,
        text=True,
    )
    chinese = set(filter(None, listed.stdout.split()))
    used = re.findall(r"/BaseFont ?/[A-Z]{6}\+([\w-]+)", printed[ending].decode("latin-1"))
    assert [] != [one for one in used if any(one.startswith(known) for known in chinese)]
