"""What only shows in a process of its own: modules, pipes, encodings, completion, signals."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cppcc_cases.cli.encoding import lenient
from cppcc_cases.site.write import write

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
        (
            "cases list --status ",
            3,
            ["plain,planned", "plain,promised", "plain,under_way", "plain,done"],
        ),
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


TIMEOUT = 60
EVERY = [
    ("list",),
    ("show", "datong"),
    ("compare", "taiyuan", "datong"),
    ("similar", "datong-result-procedure"),
    ("matrix",),
    ("check",),
    ("vocab",),
    ("schema",),
    ("codebook",),
    ("plugins",),
    ("verify", "--source", "source.txt", "--article", "tongshan-hotline"),
    ("fmt", "--check", "good"),
    ("--help",),
    ("compare", "--help"),
    ("--version",),
]
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="of Linux")
posix = pytest.mark.skipif(os.name != "posix", reason="of POSIX")


@full
@pytest.mark.parametrize("arguments", EVERY, ids=" ".join)
def test_a_full_disk_is_told_in_one_line(arguments: tuple[str, ...]) -> None:
    """Output that the system does not take is an error of one line, in the user's language."""
    lang = ("zh", "en")[len(arguments) % 2]
    with open("/dev/full", "wb") as out:
        done = subprocess.run(
            [*PROGRAM, *arguments],
            env=environment(CPPCC_CASES_LANG=lang),
            cwd=DATA,
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            timeout=TIMEOUT,
        )
    begins = {"zh": "错误：输出没有写完：", "en": "Error: the output could not be finished: "}[lang]
    assert (1, f"{begins}No space left on device\n") == (done.returncode, done.stderr.decode())


@full
@pytest.mark.parametrize(("arguments", "code"), [(("list", "--kind", "x"), 2), (("show", "x"), 1)])
@pytest.mark.parametrize("stream", ["full", "closed", "unread"])
def test_errors_that_cannot_be_told_keep_their_code(
    arguments: tuple[str, ...], code: int, stream: str
) -> None:
    """Where the error output takes nothing, the exit code is what it is anyway."""
    to = {"full": "2>/dev/full", "closed": "2>&-", "unread": "2> >(true)"}[stream]
    command = ["bash", "-c", f'"$@" {to}', "-", *PROGRAM, *arguments]
    done = subprocess.run(
        command, env=environment(), capture_output=True, check=False, timeout=TIMEOUT
    )
    assert (code, b"", b"") == (done.returncode, done.stdout, done.stderr)


@posix
@pytest.mark.parametrize("arguments", EVERY, ids=" ".join)
def test_closed_output_is_no_error(arguments: tuple[str, ...]) -> None:
    """Without any output at all, a command ends as it would."""
    command = ["sh", "-c", '"$@" >&-', "-", *PROGRAM, *arguments]
    done = subprocess.run(
        command, env=environment(), cwd=DATA, capture_output=True, check=False, timeout=TIMEOUT
    )
    assert (arguments[0] in ("verify", "fmt"), b"") == (done.returncode == 1, done.stderr)


def gone(tmp_path: Path, *arguments: str) -> tuple[int, str]:
    """Run a command in a folder that is no more; return exit code and error output."""
    (tmp_path / "gone").mkdir()
    command = ["sh", "-c", 'cd "$0" && rmdir "$0" && exec "$@"', str(tmp_path / "gone"), *PROGRAM]
    done = subprocess.run(
        [*command, *arguments],
        env=environment(CPPCC_CASES_LANG="en"),
        capture_output=True,
        check=False,
        timeout=TIMEOUT,
    )
    return done.returncode, done.stderr.decode("utf-8")


@posix
@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--cases", "{data}/good"),
        ("check", "{data}/good/made-up.yaml"),
        ("fmt", "{tmp}/made-up.yaml"),
        ("init", "{tmp}/new"),
        ("site", "build", "-o", "{tmp}/site"),
        ("--version",),
    ],
    ids=" ".join,
)
def test_where_one_stands_is_gone(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """What is named by its whole path works all the same."""
    (tmp_path / "made-up.yaml").write_bytes((DATA / "good/made-up.yaml").read_bytes())
    found = gone(tmp_path, *(one.format(data=DATA, tmp=tmp_path) for one in arguments))
    assert (0, "") == found


@posix
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list", "--cases", "mine"), "the folder in which you are is gone"),
        (("init", "new"), "the folder in which you are is gone"),
        (("site", "build", "-o", "site"), "the folder in which you are is gone"),
        (("schema", "-o", "out.json"), "out.json: there is no such folder"),
        (("verify", "--source", "a.txt"), "a.txt: no such file or folder"),
    ],
    ids=lambda one: one if isinstance(one, str) else " ".join(one),
)
def test_a_relative_name_where_one_stands_is_gone(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """What is named as seen from there can't be, and that is said in one line."""
    code, err = gone(tmp_path, *arguments)
    assert (1, True, 1) == (code, said in err, err.count("\n"))


@contextmanager
def building(folder: Path, *before: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Give a process that is amidst building a site into a folder."""
    process = subprocess.Popen(
        [*before, *PROGRAM, "site", "build", "-o", str(folder / "site")],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        until = time.monotonic() + TIMEOUT
        while not list(folder.glob(".cases-*/new/zh")):
            assert (None, True) == (process.poll(), time.monotonic() < until)
            time.sleep(0.01)
        yield process
    finally:
        process.kill()
        process.communicate(timeout=TIMEOUT)


@posix
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_cleans_up(tmp_path: Path, name: str, code: int) -> None:
    """Whichever signal ends a run, it leaves nothing behind, and the exit code tells which."""
    with building(tmp_path) as process:
        for _ in range(3):  # those who are impatient don't keep it from that
            process.send_signal(getattr(signal, name))
        out, err = process.communicate(timeout=TIMEOUT)
    assert (code, b"", b"") == (process.returncode, out, err.strip())
    assert [] == list(tmp_path.iterdir())


@posix
def test_a_signal_that_is_to_be_ignored_is_ignored(tmp_path: Path) -> None:
    """Under ``nohup`` a run goes on after its terminal is closed, until another signal ends it."""
    with building(tmp_path, "sh", "-c", 'trap "" HUP; exec "$@"', "-") as process:
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=TIMEOUT)
    assert 143 == process.returncode


@posix
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("after", ["click.types", "cppcc_cases.cli.app", "cppcc_cases.text"])
def test_a_signal_amidst_imports(name: str, after: str) -> None:
    """However early a run is stopped, there is no traceback."""
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", *PROGRAM[1:], "list"],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    told = []
    try:
        for line in process.stderr:
            told.append(line)
            if after.encode() in line:
                process.send_signal(getattr(signal, name))
                break
        told += process.communicate(timeout=TIMEOUT)[1].splitlines(keepends=True)
    finally:
        process.kill()
    said = [line for line in told if line.strip() and not line.startswith(b"import time:")]
    # A run may have come to its end meanwhile.
    assert ([], True) == (said, process.returncode in (0, 128 + getattr(signal, name)))


@posix
def test_what_a_killed_run_leaves_the_next_removes(tmp_path: Path) -> None:
    """A run that is killed can't clean up; the next one that writes there does."""
    with building(tmp_path) as process:
        process.kill()
        process.communicate(timeout=TIMEOUT)
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".cases-")
    assert 0 == start("schema", "-o", str(tmp_path / "out.json")).returncode
    assert ["out.json"] == os.listdir(tmp_path)


KILLED = """
import os, signal, sys
from pathlib import Path
from cppcc_cases.site import write
rename = Path.rename
def killed(one, to):
    if one.name == "new":
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(one, to)
Path.rename, write._exchange = killed, lambda *_: False
write.write([], Path(sys.argv[1]))
"""


@posix
@pytest.mark.parametrize("more", [(), ("--cases", "broken")])
def test_a_site_that_a_killed_run_lost_is_put_back(tmp_path: Path, more: tuple[str, ...]) -> None:
    """Where the system can't swap at one stroke, the next build finds the old one anyhow."""
    site = tmp_path / "site"
    write([], site)
    inode = site.stat().st_ino
    done = subprocess.run([sys.executable, "-c", KILLED, str(site)], check=False, timeout=TIMEOUT)
    assert (-signal.SIGKILL, False) == (done.returncode, site.exists())
    code = start("site", "build", "-o", str(site), *more).returncode
    assert (["site"], bool(more)) == (os.listdir(tmp_path), code == 1)
    assert bool(more) == (site.stat().st_ino == inode)


def preview(folder: Path, name: str) -> int:
    """Begin a preview that builds in a folder, end it by a signal, and return how it ended."""
    before = set(folder.glob(".cases-*"))
    process = subprocess.Popen(
        [*PROGRAM, "site", "serve", "--port", "0"],
        env=environment(TMPDIR=str(folder)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + TIMEOUT
        while not set(folder.glob(".cases-*")) - before:
            assert (None, True) == (process.poll(), time.monotonic() < until)
            time.sleep(0.01)
        process.send_signal(getattr(signal, name))
        return process.wait(timeout=TIMEOUT)
    finally:
        process.kill()
        process.wait(timeout=TIMEOUT)


@posix
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 0), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_preview_that_is_ended(tmp_path: Path, name: str, code: int) -> None:
    """What it built goes with it; only Ctrl-C is how one means to end it."""
    assert (code, []) == (preview(tmp_path, name), os.listdir(tmp_path))


@posix
def test_a_preview_that_is_killed(tmp_path: Path) -> None:
    """What it built goes with the next."""
    assert (-signal.SIGKILL, 1) == (preview(tmp_path, "SIGKILL"), len(os.listdir(tmp_path)))
    assert (143, []) == (preview(tmp_path, "SIGTERM"), os.listdir(tmp_path))


@posix
@pytest.mark.parametrize("place", ["pipe.yaml", "folder", "/dev/zero", "/dev/stdin"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("fmt",),
        ("list", "--cases"),
        ("verify", "--article", "tongshan-hotline", "--source"),
        ("site", "build", "-o", "out", "--config"),
    ],
    ids=" ".join,
)
def test_what_is_no_file_hangs_nothing(
    tmp_path: Path, arguments: tuple[str, ...], place: str
) -> None:
    """A pipe, a device or a folder that holds one is told of, and the command ends with 1."""
    (tmp_path / "folder").mkdir()
    for one in ("pipe.yaml", "folder/pipe.yaml"):
        os.mkfifo(tmp_path / one)
    done = subprocess.run(
        [*PROGRAM, *arguments, place],
        env=environment(CPPCC_CASES_LANG="en"),
        cwd=tmp_path,
        input=b"a: 1",
        capture_output=True,
        check=False,
        timeout=TIMEOUT,
    )
    told = (done.stdout + done.stderr).decode("utf-8")
    is_folder = place == "folder" and arguments[-1] in ("--source", "--config")
    said = (
        "this is a folder"
        if is_folder
        else "this is no regular file but a pipe, a device or the like"
    )
    assert (1, True, False) == (done.returncode, said in told, "Traceback" in told)
