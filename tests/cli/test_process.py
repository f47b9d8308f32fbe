"""What only shows in a process of its own: modules, pipes, encodings, completion."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cppcc_cases.cli.encoding import lenient

DATA = Path(__file__).parent / "data"
PROGRAM = [sys.executable, "-m", "cppcc_cases"]
LEFT_OUT = {"LC_ALL", "LC_MESSAGES", "LANG", "CPPCC_CASES_LANG", "CPPCC_CASES_PATH", "TERM"}


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a process, without what commands heed, and with more."""
    kept = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    return {**kept, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", **more}


def start(*arguments: str, **more: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the program as a process of its own."""
    command = [*PROGRAM, *arguments]
    return subprocess.run(
        command, env=environment(**more), cwd=DATA, capture_output=True, check=False
    )


def test_the_module_runs() -> None:
    """``python -m cppcc_cases`` is the program, under the name of the command."""
    done = start("list", "--nonsense", CPPCC_CASES_LANG="en")
    expected = "Error: there is no option --nonsense\nFor usage see: cases list --help"
    assert (2, expected) == (done.returncode, done.stderr.decode().strip().replace("\r", ""))


def test_the_version_of_the_module() -> None:
    """The program tells its version in a process too."""
    done = start("--version")
    assert (0, b"cppcc-cases", b"") == (done.returncode, done.stdout.split()[0], done.stderr)


@pytest.mark.parametrize(
    "arguments", [("vocab",), ("compare", "taiyuan", "datong"), ("--help",), ("--version",)]
)
def test_a_closed_pipe_ends_quietly(arguments: tuple[str, ...]) -> None:
    """A reader that is gone makes neither an error message nor a failure."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, *arguments],
        env=environment(),
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (0, b"") == (done.returncode, done.stderr)


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "ascii", "latin-1", "utf-16"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_encoding_is_too_small(encoding: str, lang: str) -> None:
    """Output in an encoding that lacks characters is not an error."""
    done = start("compare", "taiyuan", "datong", PYTHONIOENCODING=encoding, CPPCC_CASES_LANG=lang)
    assert (0, b"") == (done.returncode, done.stderr)


def test_signs_are_replaced_by_plain_ones() -> None:
    """In GBK, what it has stays; what it lacks is told by a plain sign of the same width."""
    whole = start("compare", "taiyuan", "datong").stdout.decode("utf-8")
    printed = start("compare", "taiyuan", "datong", PYTHONIOENCODING="gbk").stdout.decode("gbk")
    assert whole.replace("◐", "o") == printed


def test_errors_are_printed_in_any_encoding() -> None:
    """An error message survives an encoding that lacks its characters."""
    done = start("list", "--kind", "nonsense", PYTHONIOENCODING="latin-1")
    assert (2, True) == (done.returncode, b"\\u9519\\u8bef" in done.stderr)


def test_a_stream_that_is_none_is_left_alone() -> None:
    """A process without output has no stream to be lenient with."""
    lenient(None)


def complete(shell: str, words: str, last: int | str) -> list[str]:
    """Return what completion offers for the last word of a command line."""
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(last)}
    done = start(_CASES_COMPLETE=f"{shell}_complete", **asked)
    assert b"" == done.stderr
    return done.stdout.decode("utf-8").split()


@pytest.mark.parametrize(
    ("words", "last", "expected"),
    [
        ("cases compare tai", 2, ["plain,taiyuan", "plain,taiyuan-platform-network"]),
        ("cases compare taiyuan 大", 3, ["plain,大同市"]),
        ("cases show 太", 2, ["plain,太原市"]),
        ("cases show tong", 2, ["plain,tongshan", "plain,tongshan-hotline-link"]),
        ("cases list --locality Xin", 3, ["plain,xinzhou"]),
        ("cases compare made --cases good", 2, []),
        ("cases compare --cases good made", 4, ["plain,made-up-street-lamps"]),
        ("cases list --kind ins", 3, ["plain,inspection"]),
        ("cases list --status ", 3, ["plain,planned", "plain,under_way", "plain,done"]),
        ("cases list --text 太", 3, []),
        ("cases co", 1, ["plain,compare", "plain,codebook"]),
        ("cases vocab s", 2, ["plain,stages"]),
        ("cases --lang e", 2, ["plain,en"]),
        ("cases show --form", 2, ["plain,--format"]),
        ("cases nonsense x", 2, []),
    ],
)
def test_bash_completes(words: str, last: int, expected: list[str]) -> None:
    """Commands, options, localities in both scripts and ids of cases are completed."""
    offered = complete("bash", words, last)
    assert expected == offered


def test_zsh_and_fish_complete() -> None:
    """The other shells are offered the same."""
    zsh = complete("zsh", "cases show taiy", 2)
    fish = complete("fish", "cases show", "taiy")
    assert (True, True) == ("taiyuan" in zsh, "plain,taiyuan" in fish)
