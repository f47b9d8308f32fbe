"""``cases site``: what is built, what is refused, and the preview."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from tests.cli.conftest import DATA, Run

from cppcc_cases.cli.app import main
from cppcc_cases.installing import to_install
from cppcc_cases.site.write import MARK, write

CONFIG = 'title: {zh: 虚构案例库, en: Made-up cases}\naccent: "#0b57a4"\n'
PAGE = "zh/cases/made-up-street-lamps.html"


@pytest.fixture(scope="module")
def building(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Build a site with a configuration and a folder of cases; return it, and what was printed."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "site.yaml").write_text(CONFIG, encoding="utf-8")
    options = ["--config", str(folder / "site.yaml"), "--cases", str(DATA / "good")]
    with redirect_stdout(io.StringIO()) as out:
        code = main(["site", "build", "-o", str(folder / "site"), *options, "--format", "json"])
    assert 0 == code
    return folder / "site", out.getvalue()


@pytest.fixture
def built(building: tuple[Path, str]) -> Path:
    """Return the site that was built."""
    return building[0]


def files(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder with what they hold."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file()
    }


def test_a_site_is_built(built: Path) -> None:
    """Cases of a folder are in it with those that ship, in both languages, as configured."""
    page = (built / PAGE).read_text(encoding="utf-8")
    assert (True, True) == ("虚构案例库" in page, (built / PAGE.replace("zh", "en", 1)).exists())
    assert (built / "en/cases/datong-result-procedure.html").exists()
    assert "#0b57a4" in (built / "assets/theme.css").read_text(encoding="utf-8")


def test_each_case_has_its_data(built: Path) -> None:
    """JSON and, in each language, a table lie beside the pages."""
    data = json.loads((built / "data/made-up-street-lamps.json").read_text(encoding="utf-8"))
    assert "made-up-street-lamps" in json.dumps(data)
    for lang, place in (("zh", "太原"), ("en", "Taiyuan")):
        table = (built / f"data/taiyuan-platform-network.{lang}.csv").read_text(
            encoding="utf-8-sig"
        )
        lines = table.splitlines()
        assert ["party", "codes", "case", "section"] == lines[0].split(",")[:4]
        assert [] == [line for line in lines[1:] if place not in line.partition(",140100,")[0]]


def test_it_is_said_what_was_built(run: Run, built: Path, tmp_path: Path) -> None:
    """One line says how many pages there are, where, and how to look at them, in each language."""
    folder = tmp_path / "site"
    shutil.copytree(built, folder)
    code, out, err = run("site", "build", "-o", str(folder), "--lang", "both", COLUMNS="400")
    pages = len([name for name in files(folder) if name.endswith(".html")])
    zh, _, en = out.splitlines()
    assert (0, "") == (code, err)
    assert zh == f"网站有{pages}个网页，在 {folder}；用浏览器打开 {folder}/zh/index.html 就能看"
    assert en == f"a site of {pages} pages is in {folder}; open {folder}/en/index.html in a browser"
    assert not (folder / PAGE).exists()


def test_programs_are_told_too(building: tuple[Path, str]) -> None:
    """As JSON there are the folder and the counts."""
    folder, out = building
    names = [name for name in files(folder) if name != MARK]
    pages = len([name for name in names if name.endswith(".html")])
    expected = {"folder": str(folder), "files": len(names), "pages": pages}
    assert expected == json.loads(out)


def test_faulty_cases_are_not_published(run: Run, built: Path) -> None:
    """All problems are told as by other commands, nothing is written, and it ends with 1."""
    before = files(built)
    code, out, err = run("site", "build", "-o", str(built), "--cases", "broken", "--lang", "en")
    assert (1, "", True) == (code, out, "broken" in err.splitlines()[0])
    assert "Error: there are errors, told above, and no site was built" in err.splitlines()[-1]
    assert before == files(built)
    assert [] == [one for one in built.parent.iterdir() if one.name.startswith(".")]


def test_a_faulty_configuration_stops_it(run: Run, built: Path, tmp_path: Path) -> None:
    """Faults of the configuration are told with those of the cases."""
    before = files(built)
    config = tmp_path / "site.yaml"
    config.write_text('titel: 1\naccent: "#ffcc00"\n', encoding="utf-8")
    code, out, err = run(
        "site", "build", "-o", str(built), "--config", str(config), "--cases", "broken"
    )
    assert (1, "") == (code, out)
    for said in ("site.yaml:1:1: unknown-field", "site.yaml:2:9: low-contrast", "broken"):
        assert said in err
    assert before == files(built)


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "错误：不能在 {} 里新建"), ("en", "Error: nothing was made in {}")]
)
def test_a_folder_with_something_else_is_refused(
    run: Run, tmp_path: Path, lang: str, said: str
) -> None:
    """The folder is left alone; the message says so in the user's language; it ends with 1."""
    (tmp_path / "notes.txt").write_text("甲", encoding="utf-8")
    code, out, err = run("site", "build", "-o", str(tmp_path), "--lang", lang)
    assert (1, "", True) == (code, out, err.startswith(said.format(tmp_path)))
    assert {"notes.txt": "甲".encode()} == files(tmp_path)


def test_the_present_folder_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder that one stands in is not taken away from under one's feet."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run("site", "build", "-o", ".", "--lang", "en")
    assert (1, "", True) == (code, out, "such as site" in err)
    assert {} == files(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("site",), "build"),
        (("site", "bild"), "did you mean build?"),
        (("site", "build"), "the option -o is missing"),
        (("site", "serve", "--port", "x"), "from 0 to 65535, not “x”"),
        (("site", "serve", "--port", "65536"), "from 0 to 65535"),
        (("site", "serve", "--port", "-1"), "from 0 to 65535"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """What is wrong is said in the user's language, and the command ends with 2."""
    code, out, err = run(*arguments, CPPCC_CASES_LANG="en")
    assert (2, "", True) == (code, out, said in err)


@pytest.mark.parametrize("command", ["build", "serve"])
def test_help_speaks_both_languages(run: Run, command: str) -> None:
    """The help of each command is told in the user's language."""
    zh, en = (run("site", command, "--help", "--lang", lang) for lang in ("zh", "en"))
    assert [(0, ""), (0, "")] == [(code, err) for code, _, err in (zh, en)]
    assert (True, True) == (zh[1].startswith("用法："), en[1].startswith("Usage: "))
    assert en[1].isascii()


@pytest.mark.parametrize("command", [("build", "-o", "out"), ("serve", "--port", "0")])
@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", "生成网站要用 Jinja2，还没有装"), ("en", "building a site needs Jinja2, which is not")],
)
def test_the_extra_is_lacking(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], lang: str, said: str
) -> None:
    """Where the packages of the site are not installed, it is said how to get them."""
    for name in ("cppcc_cases.site.build", "cppcc_cases.site.shell"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "jinja2", None)  # so it is not to be found
    code, out, err = run("site", *command, "--lang", lang)
    assert (1, "", True) == (code, out, to_install("cppcc-cases[site]") in err)
    assert said in err


def test_a_full_disk(run: Run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses is an error of one line."""
    before = files(built)

    def refuse(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    code, out, err = run("site", "build", "-o", str(built), "--lang", "en")
    assert (1, "", 1) == (code, out, len(err.splitlines()))
    assert "No space left on device" in err
    assert before == files(built)


class Server:
    """A preview that runs in a process of its own."""

    def __init__(self, log: Path, *arguments: str) -> None:
        self.log = log
        options = ("--port", "0", "--format", "json")
        environment = {**os.environ, "CPPCC_CASES_LANG": "en", "PYTHONIOENCODING": "utf-8"}
        with log.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "cppcc_cases", "site", "serve", *options, *arguments],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=err,
                text=True,
                encoding="utf-8",
            )
        assert self.process.stdout is not None
        told = ""
        while not told.endswith("}\n"):
            line = self.process.stdout.readline()
            assert line, self.process.communicate()
            told += line
        self.address = json.loads(told)["url"]

    def page(self, path: str) -> str:
        """Return a page, or the status of what there is in its place."""
        try:
            with urlopen(self.address + path, timeout=5) as answer:
                return str(answer.read().decode("utf-8"))
        except HTTPError as error:
            with error:
                return str(error.code)

    def told(self) -> str:
        """Return what it said of problems so far."""
        return self.log.read_text(encoding="utf-8")

    def end(self) -> int:
        """Interrupt it, and return how it ended."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=20)
        return self.process.returncode


def soon(happens: Callable[[], bool]) -> bool:
    """Wait until something happens; tell whether it does in the end."""
    for _ in range(300):
        if happens():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data module of one's own, in a folder that holds a configuration too."""
    (tmp_path / "mine").mkdir()
    shutil.copy(DATA / "good/made-up.yaml", tmp_path / "mine")
    (tmp_path / "site.yaml").write_text(CONFIG, encoding="utf-8")
    return tmp_path / "mine/made-up.yaml"


def test_a_preview(data: Path) -> None:
    """It follows what changes, keeps the last site after a fault, and ends in peace."""
    config = data.parent.parent / "site.yaml"
    options = ("--cases", str(data.parent), "--config", str(config))
    server = Server(config.with_name("log"), *options)
    try:
        assert server.address.startswith("http://127.0.0.1:")
        assert "虚构案例库" in server.page(PAGE)
        good = data.read_text(encoding="utf-8")
        data.write_text(good.replace("cases:", "case:"), encoding="utf-8")
        assert soon(lambda: "no site was built" in server.told())
        assert ("unknown-field" in server.told(), "虚构案例库" in server.page(PAGE)) == (True, True)
        data.write_text(good, encoding="utf-8")
        config.write_text("title: {zh: 另一个名字, en: Another}\n", encoding="utf-8")
        assert soon(lambda: "另一个名字" in server.page(PAGE))
    finally:
        code = server.end()
    assert (0, False) == (code, "Traceback" in server.told())


def test_a_preview_that_begins_with_faults(data: Path) -> None:
    """A preview of faulty cases says so, and shows the site once they are mended."""
    good = data.read_text(encoding="utf-8")
    data.write_text("nonsense", encoding="utf-8")
    server = Server(data.parent.parent / "log", "--cases", str(data.parent))
    try:
        assert "503" == server.page(PAGE)
        data.write_text(good, encoding="utf-8")
        assert soon(lambda: "<!doctype html>" in server.page(PAGE))
    finally:
        code = server.end()
    assert 0 == code


def test_the_mark_is_the_last_file(built: Path) -> None:
    """A site is known by its mark, which names what is at its top."""
    tops = {one.name for one in built.iterdir()}
    assert tops - {MARK} == set((built / MARK).read_text(encoding="utf-8").split())
    assert {"zh", "en", "assets", "data"} <= tops
    assert write([], built).files == 0
