"""``-o``: each form of file, what is refused, and that its bytes never change."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.by_hand import OWN, PACKAGE, beside, entry
from tests.cli.conftest import Run
from tests.conftest import Derived
from tests.docs.pages import page

from cppcc_cases.forms.form import Shown, endings
from cppcc_cases.installing import to_install
from cppcc_cases.plugins.entries import FORMS
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.flat import COLUMNS

ENDINGS = endings(Registry(entries=OWN))
WRITTEN = Path(__file__).parent / "written"
TWO = ("compare", "taiyuan", "datong")
ALL_FORMS = """
import hashlib, json, sys
from pathlib import Path
from cppcc_cases.cli.app import main
found = {}
for lang in ("zh", "en"):
    for ending in sys.argv[2:]:
        file = Path(sys.argv[1]) / f"{lang}{ending}"
        assert main(["compare", "taiyuan", "datong", "--lang", lang, "-o", str(file)]) == 0
        found[file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
print(json.dumps(found))
"""


@pytest.fixture(autouse=True)
def _own_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the library's own entry points only."""
    monkeypatch.setattr(Registry, "installed", classmethod(lambda cls: cls(entries=OWN)))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("ending", [".html", ".csv"])
def test_files_byte_by_byte(
    run: Run, tmp_path: Path, derived: Derived, lang: str, ending: str
) -> None:
    """The page and the table are what they were, to the byte."""
    file = tmp_path / f"out{ending}"
    assert 0 == run(*TWO, "--lang", lang, "-o", str(file))[0]
    derived(WRITTEN / f"compare-two.{lang}{ending}", file.read_bytes())


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_ending_is_written(run: Run, tmp_path: Path, ending: str) -> None:
    """The file is there, alone, and only that is said; ``--format`` has no say."""
    file = tmp_path / f"对比{ending.upper()}"
    told = f"已写入：{file}\n"
    assert (0, "", told) == run(*TWO, "-o", str(file), "--format", "json")
    assert [file] == list(tmp_path.iterdir())
    assert file.stat().st_size > 1000


@pytest.mark.parametrize(("ending", "form"), [(".json", "json"), (".md", "markdown")])
def test_a_file_holds_what_is_printed(run: Run, tmp_path: Path, ending: str, form: str) -> None:
    """What can be printed too is the same in a file."""
    file = tmp_path / f"out{ending}"
    assert 0 == run(*TWO, "-o", str(file))[0]
    assert (0, file.read_text(encoding="utf-8"), "") == run(*TWO, "--format", form)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "忻州市"), 0),
        (("show", "shuozhou"), 1),
        (("list", "--province", "山西"), 0),
        (("list", "--province", "西藏"), 0),
        (("matrix", "--by", "stage"), 0),
        (("matrix", "--by", "kind"), 0),
        (("matrix", "--by", "indicator"), 0),
        (("similar", "datong-result-procedure"), 0),
    ],
)
@pytest.mark.parametrize("ending", ENDINGS)
def test_other_commands_write_files_too(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, ending: str
) -> None:
    """Cases, lists, matrices and likenesses are written in every form, in both languages."""
    file = tmp_path / f"out{ending}"
    told = f"已写入：{file}\n"
    assert (code, "", told) == run(*arguments, "-o", str(file), "--lang", "both")
    assert [file] == list(tmp_path.iterdir())
    printed = {".md": "markdown", ".json": "json"}.get(ending)
    if printed:
        expected = file.read_text(encoding="utf-8")
        assert (code, expected, "") == run(*arguments, "--format", printed, "--lang", "both")


def told(shown: Shown) -> str:
    """Return a made-up form: the titles of what is told."""
    titles = [one.title for one in shown.reports if one.title]
    return "".join(f"{one.in_(lang)}\n" for lang in shown.langs for one in titles)


def failing(shown: Shown) -> str:
    """Fail as the form of a package may."""
    raise ValueError("made up")


@pytest.fixture
def package(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a package that adds a form as well."""
    registry = beside(entry(request.param, "told", group=FORMS))
    monkeypatch.setattr(Registry, "installed", classmethod(lambda cls: registry))


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("package", [told], indirect=True)
def test_the_form_of_a_package_is_used(run: Run, tmp_path: Path) -> None:
    """Its ending is among those offered, and every command that writes reports takes it."""
    file = tmp_path / "out.told"
    for arguments, expected in (
        (TWO, "Taiyuan, Datong: consultation compared\n"),
        (
            ("similar", "datong"),
            "Cases like “Datong: procedure for handling consultation results”\n",
        ),
    ):
        told = f"written: {file}\n"
        assert (0, "", told) == run(*arguments, "-o", str(file), "--lang", "en")
        assert expected == file.read_text(encoding="utf-8")
    assert ".told" in run(*TWO, "-o", str(tmp_path / "out.pdf"))[2]


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("package", [failing], indirect=True)
@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", f"软件包 {PACKAGE} 1.2 的格式 told 用不了：ValueError: made up"),
        ("en", f"the form told of the package {PACKAGE} 1.2 is broken: ValueError: made up"),
    ],
)
def test_a_form_that_fails_leaves_no_file(
    run: Run, tmp_path: Path, lang: str, expected: str
) -> None:
    """The package is named with what its form says, and a file that was there is let be."""
    file = tmp_path / "out.told"
    code, out, err = run(*TWO, "-o", str(file), "--lang", lang)
    assert (1, "", True, False) == (code, out, expected in err, file.exists())
    file.write_bytes(b"kept")
    run(*TWO, "-o", str(file), "--lang", lang)
    assert ([file], b"kept") == (list(tmp_path.iterdir()), file.read_bytes())


@pytest.mark.parametrize("name", ["out.pdf", "out", "out.doc", ".docx"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_ending_that_names_no_form_is_wrong_usage(
    run: Run, tmp_path: Path, name: str, lang: str
) -> None:
    """The endings are listed, nothing is written, and the command ends with 2."""
    code, out, err = run(*TWO, "--lang", lang, "-o", str(tmp_path / name))
    assert (2, "", []) == (code, out, list(tmp_path.iterdir()))
    assert [] == [ending for ending in ENDINGS if ending not in err]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_place_that_is_not_there_is_a_problem(run: Run, tmp_path: Path, ending: str) -> None:
    """The problem names the file, and the command ends with 1."""
    file = tmp_path / "nowhere" / f"out{ending}"
    code, out, err = run(*TWO, "--lang", "en", "-o", str(file))
    assert (1, "", f"{file}: there is no such folder; check the path\n") == (code, out, err)
    assert not file.parent.exists()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_may_not_be_written_is_let_be(run: Run, tmp_path: Path, ending: str) -> None:
    """A read-only file stays as it was, and nothing is left beside it."""
    file = tmp_path / f"out{ending}"
    file.write_bytes(b"kept")
    file.chmod(0o444)
    code, out, err = run(*TWO, "--lang", "en", "-o", str(file), "--force")
    assert (1, "", True, b"kept") == (code, out, "can't be written" in err, file.read_bytes())
    assert [file] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("lang", "ending", "expected"),
    [
        ("zh", ".docx", "写 .docx 文件要用 python-docx，还没有装"),
        ("en", ".xlsx", "writing .xlsx files needs XlsxWriter, which is not installed"),
    ],
)
def test_a_package_that_lacks_is_named(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    ending: str,
    expected: str,
) -> None:
    """Without the extra, one is told how to install it; nothing is written."""
    for name in ("docx", "xlsxwriter"):
        for one in [m for m in sys.modules if m.startswith(f"cppcc_cases.forms.{name[:4]}")]:
            monkeypatch.delitem(sys.modules, one)
        monkeypatch.setitem(sys.modules, name, None)
    code, out, err = run(*TWO, "--lang", lang, "-o", str(tmp_path / f"out{ending}"))
    assert (1, "", []) == (code, out, list(tmp_path.iterdir()))
    assert (True, True) == (expected in err, to_install("cppcc-cases[office]") in err)


@pytest.fixture
def file(run: Run, tmp_path: Path) -> Path:
    """Return a file that the program wrote."""
    assert 0 == run(*TWO, "-o", str(tmp_path / "out.md"))[0]
    return tmp_path / "out.md"


OTHER = ("compare", "taiyuan", "xinzhou")


def test_what_the_program_wrote_is_replaced(run: Run, file: Path) -> None:
    """As often as one likes, where nobody has edited it, and under another name too."""
    for command in (TWO, OTHER, TWO):
        assert (0, "", f"written: {file}\n") == run(*command, "--lang", "en", "-o", str(file))
    moved = file.rename(file.with_name("另名.md"))
    assert (0, "", f"已写入：{moved}\n") == run(*OTHER, "-o", str(moved))
    assert "忻州" in moved.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "已有这个文件，不能确认它是本程序写的、之后没有人改过，所以没有动它"),
        ("en", "there is such a file, and it isn't known to be as this program wrote it"),
    ],
)
@pytest.mark.parametrize("edit", ["edited", "foreign", "cut short"])
def test_what_somebody_wrote_is_kept(run: Run, file: Path, edit: str, lang: str, said: str) -> None:
    """What was edited, or is not of the program, is left alone until that is forced."""
    held = file.read_bytes()
    file.write_bytes({"edited": held + b"!", "foreign": b"mine", "cut short": held[:-1]}[edit])
    before = file.read_bytes()
    code, out, err = run(*OTHER, "--lang", lang, "-o", str(file))
    assert (1, "", f"{file}: {said}") == (code, out, err[: len(f"{file}: {said}")])
    assert (before, 1, True) == (file.read_bytes(), err.count("\n"), "--force" in err)
    assert 0 == run(*OTHER, "-o", str(file), "--force")[0]
    assert 0 == run(*TWO, "-o", str(file))[0]
    assert held == file.read_bytes()


@pytest.mark.parametrize("held", ["", None])
def test_nothing_is_lost_by_writing_over_nothing(run: Run, file: Path, held: str | None) -> None:
    """An empty file holds nobody's work, nor does one that holds already what is to be written."""
    other = file.with_name("other.md")
    other.write_bytes(file.read_bytes() if held is None else b"")
    assert 0 == run(*TWO, "-o", str(other))[0]
    assert file.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("broken", ["file", "folder"])
def test_without_memory_what_is_there_is_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    """Where the program can't remember what it wrote it still writes, but over nothing."""
    place, file = tmp_path / "settings", tmp_path / "out.md"
    monkeypatch.setattr("click.get_app_dir", lambda _: str(place))
    if broken == "file":
        place.touch()
    else:
        (place / "written.txt").mkdir(parents=True)
    assert 0 == run(*TWO, "-o", str(file), "--force")[0]
    assert 1 == run(*OTHER, "-o", str(file))[0]
    assert 0 == run(*TWO, "-o", str(file))[0]


def test_a_home_that_is_unknown_gets_no_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody knows the user's home, nothing is made in the folder in which one stands."""
    monkeypatch.setattr("click.get_app_dir", lambda _: "~/.config/cppcc-cases")
    monkeypatch.chdir(tmp_path)
    assert (0, "", "written: out.md\n") == run(*TWO, "--lang", "en", "-o", "out.md")
    assert ["out.md"] == os.listdir(tmp_path)


def test_a_link_stays_and_leads_to_the_new_one(run: Run, file: Path) -> None:
    """Through a link its target is replaced, if it is as the program wrote it, or made."""
    link, new = file.with_name("link.md"), file.with_name("new.md")
    link.symlink_to(file.name)
    assert 0 == run(*OTHER, "-o", str(link))[0]
    assert (True, "忻州" in file.read_text(encoding="utf-8")) == (link.is_symlink(), True)
    file.write_text("mine")
    assert 1 == run(*TWO, "-o", str(link))[0]
    new.symlink_to("made.md")
    assert 0 == run(*TWO, "-o", str(new))[0]
    assert (True, True) == (new.is_symlink(), file.with_name("made.md").is_file())


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_a_pipe_stays_a_pipe(run: Run, tmp_path: Path, more: tuple[str, ...]) -> None:
    """What is no file is not replaced by one, not even by force."""
    os.mkfifo(tmp_path / "out.md")
    code, out, err = run(*TWO, "--lang", "en", "-o", str(tmp_path / "out.md"), *more)
    assert (1, "", True) == (code, out, "is no regular file but a pipe" in err)
    assert (tmp_path / "out.md").is_fifo()


def bytes_of(folder: Path, **environment: str) -> dict[str, str]:
    """Return the hash of each form in each language, as a process of its own writes it."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", ALL_FORMS, str(folder), *ENDINGS],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_the_bytes_are_always_the_same(tmp_path: Path) -> None:
    """Neither time zone nor hash seed nor terminal nor the time of writing makes a difference."""
    one = bytes_of(tmp_path / "one", TZ="Asia/Shanghai", PYTHONHASHSEED="1", COLUMNS="40")
    two = bytes_of(tmp_path / "two", TZ="America/New_York", PYTHONHASHSEED="77", COLUMNS="200")
    assert one == two
    assert 2 * len(ENDINGS) == len(set(one.values())) + 1  # JSON is the same in both languages
    file = tmp_path / "one" / "zh.csv"
    assert one["zh.csv"] == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_endings_and_columns_are_documented(lang: str) -> None:
    """The documentation lists every ending, and every column of the table of data in its order."""
    text = page(f"docs/{lang}/cli.md").section("compare").text
    assert sorted(ENDINGS) == sorted(re.findall(r"^\| (\.\w+) \|", text, re.MULTILINE))
    rows = page(f"docs/{lang}/digest.md").section("tidy").rows
    names = [name for row in rows for name in re.findall(r"`(\w+)`", row[0])]
    assert [one.id for one in COLUMNS] == names
