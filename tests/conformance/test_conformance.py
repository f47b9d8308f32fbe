"""Data modules that are right, and wrong ones beside the problems that they must give.

A new rule is shown by its example in the documentation. To show more, add ``invalid/NAME.yaml`` (or
a folder of such files), renew, and look whether ``NAME.problems`` is right: one problem a line,
``line:column: code``, with ``(warning)`` behind a warning, and with the file's name before it in a
folder.
"""

import re
from pathlib import Path

import pytest
import yaml
from tests.conftest import Derived
from tests.docs.pages import page

from cppcc_cases.checks.run import check, codes
from cppcc_cases.errors import Problem, Severity
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source import yamltext
from cppcc_cases.store import read

HERE = Path(__file__).parent
VALID = sorted((HERE / "valid").glob("*.yaml"))
INVALID = sorted(path for path in (HERE / "invalid").iterdir() if path.suffix != ".problems")
ELSEWHERE = {
    "bom": "tests/unit/source/test_files.py",
    "boolean-expected": "tests/unit/codec/test_hooks.py",
    "broken-plugin": "tests/unit/checks/test_plugins.py",
    "fmt-unsafe": "tests/unit/store/test_layout.py",
    "kind-check": "tests/unit/codec/test_flaws.py",
    "no-data": "tests/unit/source/test_files.py",
    "not-utf8": "tests/unit/source/test_files.py",
    "retired-id": "tests/unit/checks/test_plugins.py",
    "too-many": "tests/unit/store/test_read.py",
    "unreadable": "tests/unit/source/test_files.py",
    "unwritable": "tests/unit/source/test_files.py",
}
"""Codes that no text file of ours can give, and the tests that show them."""


def problems(path: Path) -> tuple[Problem, ...]:
    """Return all problems of a file or folder, of shape and of content."""
    return check(read([path])).problems


def lines(path: Path) -> list[str]:
    """Return all problems of a file or folder as they stand in a ``.problems`` file."""
    return [
        (f"{Path(one.location.file).name}:" if path.is_dir() else "")
        + f"{one.location.line}:{one.location.column}: {one.code}"
        + (" (warning)" if one.severity is Severity.WARNING else "")
        for one in problems(path)
    ]


def expected_of(path: Path) -> list[str]:
    """Return the problems that a file or folder must give."""
    return path.with_suffix(".problems").read_text(encoding="utf-8").splitlines()


def has_han(text: str) -> bool:
    """Tell whether there is a Chinese character in a text."""
    return re.search("[\u3400-\u9fff]", text) is not None


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_module_has_no_problem(path: Path) -> None:
    """What is right is read without a word."""
    expected: list[str] = []
    assert expected == lines(path)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_module_has_exactly_these_problems(path: Path, derived: Derived) -> None:
    """Every problem is found, at its line and column, and no other."""
    found = lines(path)
    assert found
    derived(path.with_suffix(".problems"), "".join(f"{line}\n" for line in found))


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_each_message_speaks_both_languages(path: Path) -> None:
    """A message is Chinese in Chinese, and English in English but for what it quotes."""
    for problem in problems(path):
        quoted = re.compile("“[^”]*”|'[^']*'|\"[^\"]*\"")
        expected = (True, False)
        assert expected == (
            has_han(problem.message.zh),
            has_han(quoted.sub("", problem.message.en)),
        )
        assert problem.message.en.strip()


@pytest.mark.parametrize("path", [*VALID, *INVALID], ids=lambda path: path.stem)
def test_the_parser_in_python_finds_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the C parser, the same problems stand in the same lines."""
    expected = [re.sub(r":[0-9]+: ", ": ", line) for line in lines(path)]
    monkeypatch.setattr(yamltext, "_Parser", yaml.SafeLoader)
    assert expected == [re.sub(r":[0-9]+: ", ": ", line) for line in lines(path)]


def test_each_file_of_problems_has_its_module() -> None:
    """No list of problems is left over from a module that was renamed."""
    expected = {path.with_suffix(".problems") for path in INVALID}
    assert expected == set((HERE / "invalid").glob("*.problems"))


def test_each_code_is_shown() -> None:
    """Every code that a problem can have stands here, in the documentation, or in a unit test."""
    shown = {line.split()[1] for path in INVALID for line in expected_of(path)}
    sections = page("docs/zh/checks.md").under(3).items()
    documented = {code for code, one in sections if one.blocks("diff")}
    expected = set(codes(Registry.installed()))
    assert expected == shown | documented | set(ELSEWHERE)
    assert not shown & set(ELSEWHERE)


@pytest.mark.parametrize(("code", "file"), ELSEWHERE.items(), ids=list(ELSEWHERE))
def test_what_is_shown_elsewhere_is_there(code: str, file: str) -> None:
    """The unit test that shows a code names it."""
    text = (HERE.parents[1] / file).read_text(encoding="utf-8")
    expected = f'"{code}"'
    assert expected in text


def test_the_successor_of_a_retired_code_is_named() -> None:
    """Who wrote the old code of Tongshan is told the new one, in both languages."""
    found = problems(HERE / "invalid" / "unknown-locality.yaml")[1].message
    expected = ('"320312"（铜山区）', '"320312" (Tongshan District)')
    assert expected == (found.zh[-len(expected[0]) :], found.en[-len(expected[1]) :])


def test_a_bad_date_is_named() -> None:
    """The message of a bad date says which."""
    found = problems(HERE / "invalid" / "bad-date.yaml")[0].message
    expected = ("“2024-13”", "'2024-13'")
    assert expected == (found.zh[:9], found.en[:9])
