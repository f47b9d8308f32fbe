"""A configuration file: what it says, and what can be wrong with it."""

import json
import os
import re
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from tests.conftest import Derived

from cppcc_cases.forms.json_form import to_json
from cppcc_cases.site.config import Config, Logo
from cppcc_cases.site.settings import CODES, MOST_LOGO, read_settings, settings_schema
from cppcc_cases.text import Text

SCHEMA = Path(__file__).parents[3] / "schemas" / "site.schema.json"
WHOLE = """\
title: {zh: 甲市政协案例库, en: Cases of the committee of A}
tagline: {zh: 一句话。, en: One sentence.}
accent: "#0B57A4"
logo: pictures/logo.PNG
url: https://example.org/cases
about: {zh: about.zh.md, en: about.en.md}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the files that a configuration may name."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/logo.PNG").write_bytes(b"\x89PNG")
    (tmp_path / "about.zh.md").write_text("# 关于\n", encoding="utf-8")
    (tmp_path / "about.en.md").write_text("# About\n", encoding="utf-8")
    return tmp_path


def written(folder: Path, text: str) -> Path:
    """Write a configuration file."""
    file = folder / "site.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def faults(folder: Path, text: str) -> list[str]:
    """Return line, column and code of what is wrong with a configuration."""
    problems = read_settings(written(folder, text)).problems
    return [f"{one.location.line}:{one.location.column} {one.code}" for one in problems]


def test_everything_can_be_said(folder: Path) -> None:
    """Each setting is taken; files count from the folder of the configuration."""
    read = read_settings(written(folder, WHOLE))
    assert () == read.problems
    assert (
        Config(
            title=Text(zh="甲市政协案例库", en="Cases of the committee of A"),
            tagline=Text(zh="一句话。", en="One sentence."),
            accent="#0b57a4",
            logo=Logo(ending=".png", content=b"\x89PNG"),
            url="https://example.org/cases/",
            about=Text(zh="# 关于\n", en="# About\n"),
        )
        == read.config
    )
    named = ("site.yaml", "pictures/logo.PNG", "about.zh.md", "about.en.md")
    assert tuple(folder / name for name in named) == read.files


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n"])
def test_nothing_need_be_said(folder: Path, text: str) -> None:
    """An empty file is a configuration in which all is as the library has it."""
    read = read_settings(written(folder, text))
    assert (Config(), ()) == (read.config, read.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("titel: {zh: 甲, en: A}\n", ["1:1 unknown-field"]),
        ("title: {en: A}\n", ["1:8 missing-field"]),
        ("title: {zh: 甲, en: ''}\n", ["1:20 empty-text"]),
        ("title: 甲\n", ["1:8 fields-expected"]),
        ("title: {zh: A, en: 甲}\n", ["1:13 wrong-language", "1:20 wrong-language"]),
        ("tagline: {zh: A, en: B, fr: C}\n", ["1:25 unknown-field"]),
        ("accent: red\n", ["1:9 bad-colour"]),
        ("accent: #8c2f1b\n", ["1:8 bad-colour"]),
        ('accent: "#ffcc00"\n', ["1:9 low-contrast"]),
        ("accent: 12\n", ["1:9 text-expected"]),
        ("url: ftp://example.org/\n", ["1:6 bad-url"]),
        ("url: example.org\n", ["1:6 bad-url"]),
        ("url: https://例子.中国/\n", ["1:6 bad-url"]),
        ("url: https://example.org/?a=1\n", ["1:6 bad-url"]),
        ("url: https://me:secret@example.org/\n", ["1:6 bad-url"]),
        ("url: https://example.org:99999/\n", ["1:6 bad-url"]),
        ("url: javascript:alert(1)\n", ["1:6 bad-url"]),
        ("logo: about.zh.md\n", ["1:7 bad-logo"]),
        ("logo: none.png\n", ["1:7 unreadable"]),
        ("logo: pictures\n", ["1:7 unreadable"]),
        ("about: {zh: none.md, en: about.en.md}\n", ["1:13 unreadable"]),
        ('about: {zh: "a\\0b", en: about.en.md}\n', ["1:13 yaml-control-character"]),
        ("about: about.zh.md\n", ["1:8 fields-expected"]),
        ("- a\n", ["1:1 fields-expected"]),
        ("url: http://a.b/\nurl: http://c.d/\n", ["2:1 yaml-duplicate-key"]),
        ("title: [\n", ["2:1 yaml-unclosed"]),
    ],
)
def test_a_fault_has_its_place_and_code(folder: Path, text: str, expected: list[str]) -> None:
    """Each fault is told with line, column and code, and the setting stays as it was."""
    assert expected == faults(folder, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("logo: ../outside.svg\n", ["1:7 unreadable"]),
        ("logo: pictures/../../outside.svg\n", ["1:7 unreadable"]),
        ("logo: {above}/outside.svg\n", ["1:7 unreadable"]),
        ("logo: link.svg\n", ["1:7 unreadable"]),
        ("logo: away/outside.svg\n", ["1:7 unreadable"]),
        ("logo: pipe.svg\n", ["1:7 unreadable"]),
        ("about: {{zh: ../outside.svg, en: /dev/zero}}\n", ["1:13 unreadable", "1:33 unreadable"]),
        ("about: {{zh: link.svg, en: pipe.svg}}\n", ["1:13 unreadable", "1:27 unreadable"]),
        ("logo: ./pictures/../pictures/logo.PNG\n", []),
        ("logo: {folder}/pictures/logo.PNG\n", []),
        ("logo: inside.png\n", []),
    ],
)
def test_nothing_is_read_from_elsewhere(folder: Path, text: str, expected: list[str]) -> None:
    """What is published lies with the configuration, by whatever name or link it is reached."""
    above = folder.parent
    (above / "outside.svg").write_text("<svg/>")
    (folder / "link.svg").symlink_to(above / "outside.svg")
    (folder / "away").symlink_to(above)
    (folder / "inside.png").symlink_to(folder / "pictures/logo.PNG")
    os.mkfifo(folder / "pipe.svg")
    assert expected == faults(folder, text.format(above=above, folder=folder))


def test_all_faults_are_told_at_once(folder: Path) -> None:
    """One fault does not hide another, and what is sound is taken all the same."""
    text = 'accent: "#ff0"\nurl: x\nnonsense: 1\ntitle: {zh: 甲, en: A}\n'
    read = read_settings(written(folder, text))
    assert ["bad-colour", "bad-url", "unknown-field"] == [one.code for one in read.problems]
    assert Config(title=Text(zh="甲", en="A")) == read.config


def test_a_colour_that_cannot_be_read_comes_with_one_that_can(folder: Path) -> None:
    """The colour that the message gives is taken."""
    (problem,) = read_settings(written(folder, 'accent: "#ffcc00"\n')).problems
    for said in (problem.message.zh, problem.message.en):
        (shade,) = re.findall(r"#[0-9a-f]{6}", said)
        assert [] == faults(folder, f'accent: "{shade}"\n')


def test_a_heavy_logo_is_refused(folder: Path) -> None:
    """A picture is fetched with every page, and must not be heavy."""
    (folder / "big.svg").write_bytes(b" " * MOST_LOGO)
    assert [] == faults(folder, "logo: big.svg\n")
    (folder / "big.svg").write_bytes(b" " * (MOST_LOGO + 1))
    assert ["1:7 bad-logo"] == faults(folder, "logo: big.svg\n")


def test_a_fault_in_another_file_is_told_there(folder: Path) -> None:
    """Words that are not UTF-8 are told of with the file and the place in it."""
    (folder / "about.zh.md").write_bytes("好\n甲".encode() + "乙".encode("gbk"))
    (problem,) = read_settings(written(folder, WHOLE)).problems
    assert ("not-utf8", str(folder / "about.zh.md"), 2) == (
        problem.code,
        problem.location.file,
        problem.location.line,
    )


def test_no_such_file(tmp_path: Path) -> None:
    """A configuration file that is not there is a problem, and no crash."""
    read = read_settings(tmp_path / "none.yaml")
    assert ["unreadable"] == [one.code for one in read.problems]
    assert (tmp_path / "none.yaml",) == read.files


def test_the_schema_file_is_that_of_the_code(derived: Derived) -> None:
    """schemas/site.schema.json is what the code makes."""
    derived(SCHEMA, to_json(settings_schema()))


@pytest.mark.parametrize(
    ("text", "good"),
    [
        (WHOLE, True),
        ("{}", True),
        ("titel: {zh: 甲, en: A}", False),
        ("accent: red", False),
        ("url: ftp://example.org/", False),
        ("logo: logo.gif", False),
        ("about: {zh: a.md}", False),
    ],
)
def test_the_schema_agrees(text: str, good: bool) -> None:
    """What the schema takes and refuses is what the reader takes and refuses."""
    validator = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert good == validator.is_valid(yaml.safe_load(text))


def test_each_code_has_its_rule() -> None:
    """The codes that only configurations have are told in both languages."""
    assert {"bad-colour", "low-contrast", "bad-url", "bad-logo"} == set(CODES)
