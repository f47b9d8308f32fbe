"""``cases init``: what it makes works as it stands."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import cppcc_cases
from cppcc_cases.cli.app import main
from cppcc_cases.cli.session import FOLDERS
from cppcc_cases.codec.schema import module_schema
from cppcc_cases.plugins.registry import Registry

SOURCE = Path(cppcc_cases.__file__).parents[1]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(FOLDERS, raising=False)


def files() -> list[str]:
    """Return what there is below the present folder."""
    return sorted(file.as_posix() for file in Path().rglob("*"))


def distribution(project: Path, site: Path) -> None:
    """Make a project look installed: its metadata stand in a folder of their own."""
    told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = site / f"{told['name'].replace('-', '_')}-{told['version']}.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    metadata = f"Metadata-Version: 2.1\nName: {told['name']}\nVersion: {told['version']}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    lines = []
    for group, points in told["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {value}" for name, value in points.items())]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a project that is, as it were, installed."""
    site = project.parent / "site"
    distribution(project, site)
    paths = map(str, (project / "src", site.resolve(), SOURCE))
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_new_collection_passes_the_checks(capsys: pytest.CaptureFixture[str]) -> None:
    """Its data module has no problem, not even of layout, and says that it is made up."""
    assert 0 == main(["init", "guangdong", "--lang", "en"])
    assert "cppcc-cases-guangdong was made in guangdong" in capsys.readouterr().out
    data = Path("guangdong/src/cppcc_cases_guangdong/cases")
    assert 0 == main(["check", str(data), "--lang", "en"])
    assert "1 file, 1 case: 0 errors, 0 warnings" in capsys.readouterr().out
    assert 0 == main(["fmt", "--check", str(data)])
    text = (data / "example.yaml").read_text(encoding="utf-8")
    assert ("虚构示例" in text, "Made up" in text) == (True, True)


def test_the_schema_stands_beside_the_data() -> None:
    """The modeline of the data module leads to the schema of what is installed."""
    main(["init", "guangdong"])
    data = Path("guangdong/src/cppcc_cases_guangdong/cases")
    first = (data / "example.yaml").read_text(encoding="utf-8").splitlines()[0]
    file = data / first.removeprefix("# yaml-language-server: $schema=")
    expected = module_schema(Registry.installed())
    assert expected == json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["new"], ["cases check src/cppcc_cases_new/cases", "cases fmt --check"]),
        (["new", "--kind", "guangdong.village_forum"], ["cases check examples"]),
    ],
)
def test_the_workflow_checks_and_tests(arguments: list[str], expected: list[str]) -> None:
    """At every change the project is installed, its cases are checked and its tests run."""
    assert 0 == main(["init", *arguments])
    text = Path("new/.github/workflows/check.yaml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["check"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert "python -m pip install" in commands[0]
    assert "python -m pytest" in commands
    assert [] == [one for one in expected if not any(c.startswith(one) for c in commands)]


def test_a_new_collection_passes_its_own_test() -> None:
    """Its test runs and passes, and ``cases list`` finds it by its entry point."""
    main(["init", "guangdong"])
    result = run(Path("guangdong").resolve(), "-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert (0, "3 passed") == (result.returncode, result.stdout.splitlines()[-1][:8]), result


def outcome(project: Path) -> tuple[int, str]:
    """Return how the tests of a project end, and what they print."""
    result = run(project, "-m", "pytest", "-q", "-p", "no:cacheprovider")
    return result.returncode, result.stdout


def test_a_new_kind_passes_its_own_test_once_it_is_named() -> None:
    """As made, the kind fails its test, which says what to write; with that it passes."""
    assert 0 == main(["init", "forum", "--kind", "guangdong.village_forum"])
    assert 0 == main(["fmt", "--check", "forum/examples"])
    project = Path("forum").resolve()
    code, out = outcome(project)
    assert (1, "1 failed, 9 passed") == (code, out.splitlines()[-1][:18]), out
    for where, words in (("name", "待命名的类别"), ("definition", "待写：怎样的做法")):
        told = f"{where} still says what cases init wrote: put your own in place of '{words}"
        assert told in out
    file = project / "src/cppcc_cases_guangdong_village_forum/kind.py"
    text = file.read_text(encoding="utf-8").replace("待命名的类别", "村民议事会")
    text = text.replace("待写：", "").replace("To be written: what", "What")
    file.write_text(text, encoding="utf-8")
    code, out = outcome(project)
    assert (0, "10 passed") == (code, out.splitlines()[-1][:9]), out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_blank_is_left(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every blank of the templates is filled in, in what is written as in what is said."""
    main(["init", "one", "--lang", lang])
    main(["init", "two", "--kind", "guangdong.village_forum", "--lang", lang])
    texts = [Path(name).read_text(encoding="utf-8") for name in files() if Path(name).is_file()]
    assert [] == [text for text in (*texts, capsys.readouterr().out) if "@@" in text]


def test_json_says_what_was_made(capsys: pytest.CaptureFixture[str]) -> None:
    """For programs there are the names and the files."""
    assert 0 == main(["init", ".", "--name", "guangdong", "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert ("cppcc-cases-guangdong", None) == (told["distribution"], told["kind"])
    assert told["files"] == [name for name in files() if Path(name).is_file()]


def test_a_folder_that_is_not_empty_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written, and the command ends with 1."""
    Path("mine").mkdir()
    Path("mine/notes").write_text("甲", encoding="utf-8")
    assert 1 == main(["init", "mine", "--lang", "en"])
    assert "the folder is not empty" in capsys.readouterr().err
    assert 1 == main(["init", "mine", "--lang", "zh"])
    assert "文件夹不是空的" in capsys.readouterr().err
    assert ["mine", "mine/notes"] == files()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["广东"], "write --name guangdong"),
        (["shipped"], "is registered by cppcc-cases"),
        (["forum", "--kind", "village_forum"], "write guangdong.village_forum"),
    ],
)
def test_a_wrong_name_is_wrong_usage(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that won't do ends with 2, and nothing is written."""
    assert 2 == main(["init", *arguments, "--lang", "en"])
    assert said in capsys.readouterr().err
    assert [] == files()
