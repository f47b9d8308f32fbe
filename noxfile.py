"""What is done to this repository, each by one command: ``nox -l`` lists them.

``nox`` alone checks and tests. The gate, ``.ci/run``, does all of it on a clean copy.
"""

import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.sessions = ["check", "test"]
nox.options.reuse_venv = "yes"

LANGUAGES = {"zh": "zh_CN", "en": "en"}
SOURCES = Path("../shared/sources")
"""Where texts of articles may lie, which are not ours to ship."""


def install(session: nox.Session, *what: str) -> None:
    """Install the versions that everybody has."""
    session.install("-c", "constraints.txt", *what)


@nox.session
def check(session: nox.Session) -> None:
    """Look at the code and the data without running tests: style, types, layers, problems."""
    install(session, "-e", ".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("lint-imports")
    session.run("cases", "check", "cases")
    session.run("cases", "fmt", "--check", "cases", "docs/examples")
    session.run("python", "tools/gazetteer/check.py")
    sources = sorted(SOURCES.glob("*.txt"))
    if sources:
        session.run("cases", "verify", *(f"--source={one}" for one in sources))


@nox.session
def test(session: nox.Session) -> None:
    """Run the tests, and tell what they leave out; arguments go to pytest."""
    install(session, "-e", ".[test]", "coverage")
    # With this variable every process measures itself, the workers of pytest included.
    measured = {
        "COVERAGE_PROCESS_START": "pyproject.toml",
        "COVERAGE_FILE": os.path.abspath(".coverage"),
    }
    session.run("coverage", "erase")
    session.run("python", "-m", "pytest", *session.posargs, env=measured)
    session.run("coverage", "combine", "-q")
    if not session.posargs:
        session.run("coverage", "report")


@nox.session
def renew(session: nox.Session) -> None:
    """Write every file that is derived from the code: look at what changed before you commit it."""
    install(session, "-e", ".[test]")
    session.run("python", "-m", "pytest", "-q", "-m", "derived", "--update-golden")


@nox.session
def docs(session: nox.Session) -> None:
    """Make the manual in both languages, in build/manual; a warning is a failure."""
    install(session, "-e", ".[testing]")
    session.install(
        "-c",
        "constraints.txt",
        *nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), "docs"),
    )
    for lang, language in LANGUAGES.items():
        made = Path("build/manual", lang)
        options = ("-q", "-W", "--keep-going", "-c", "docs", "-D", f"language={language}")
        session.run("sphinx-build", *options, f"docs/{lang}", str(made))
        for page in ("index", "api", "commands", "codebook"):
            assert (made / f"{page}.html").is_file(), page


@nox.session
def site(session: nox.Session) -> None:
    """Make the website of the shipped cases in site, and look at it in Chromium."""
    install(session, "-e", ".[browser,test]")
    session.run("cases", "site", "build", "-o", "site")
    session.run("python", "-m", "pytest", "-q", "-m", "browser", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure how fast the library starts and loads, and how large a site grows."""
    install(session, "-e", ".[browser,site]")
    for name in ("startup", "load", "site", "site_search"):
        session.run("python", f"benchmarks/{name}.py")


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the unit tests with the lowest versions of what the library needs that it allows."""
    held = session.run("python", "tools/lowest.py", silent=True)
    constraints = Path(session.create_tmp(), "lowest.txt").resolve()
    constraints.write_text(str(held), encoding="utf-8")
    session.install("-c", str(constraints), "-e", ".[test]")
    session.run("python", "-m", "pytest", "-q", "tests/unit")


@nox.session
def newest(session: nox.Session) -> None:
    """Run the unit tests with the newest versions of what the library needs."""
    session.install("--upgrade", "-e", ".[test]")
    session.run("python", "-m", "pytest", "-q", "tests/unit")


@nox.session
def release(session: nox.Session) -> None:
    """Make what is published, in dist; install it afresh, alone and with plugins of all sorts."""
    install(session, "-e", ".[dev]")
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build")
    (wheel,) = (one.resolve() for one in Path("dist").glob("*.whl"))
    work = Path(session.create_tmp(), "release").resolve()
    shutil.rmtree(work, ignore_errors=True)
    fresh = work / "fresh"
    session.run("python", "-m", "venv", "--without-pip", str(fresh))
    session.run(
        "python",
        "-m",
        "pip",
        "--python",
        str(fresh),
        "install",
        "-q",
        "-c",
        "constraints.txt",
        str(wheel),
    )
    with session.chdir(work):
        session.run(str(fresh / "bin/cases"), "list", external=True)
        session.run(str(fresh / "bin/python"), "-m", "cppcc_cases", "--version", external=True)
    session.run("tests/release/mended", str(fresh), str(work), external=True)
    session.run("tests/plugins/gate", session.bin, str(wheel), str(work), external=True)
