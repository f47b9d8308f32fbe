"""How commands behave beside what they print: folders, languages, colours, help."""

import io
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.shell_completion import BashComplete
from tests.cli.conftest import DATA

from cppcc_cases.__main__ import run as run_program
from cppcc_cases.cli import session
from cppcc_cases.cli.app import app, main
from cppcc_cases.cli.encoding import lenient
from cppcc_cases.cli.language import spoken
from cppcc_cases.cli.messages import lookup_error, usage_error
from cppcc_cases.errors import CasesError
from cppcc_cases.store import shipped
from cppcc_cases.text import Lang, Text
from cppcc_cases.width import width

Run = Callable[..., tuple[int, str, str]]
COMMANDS = ("list", "show", "compare", "check", "verify", "vocab", "fmt")
SHIPPED = len(shipped().cases)
MADE_UP = DATA / "good/made-up.yaml"
BASE = Path(__file__).parents[1] / "conformance/valid/base.yaml"


def listed(run: Run, *arguments: str, **environment: str) -> int:
    """Return how many cases a list has."""
    code, out, err = run("list", "--format", "json", *arguments, **environment)
    assert (0, "") == (code, err)
    return len(json.loads(out)["cases"])


def test_the_shipped_cases_are_listed(run: Run) -> None:
    """Without a folder of one's own there are the shipped cases."""
    assert SHIPPED == listed(run)


def test_a_folder_is_added(run: Run) -> None:
    """The cases of a folder come beside those that ship."""
    assert SHIPPED + 1 == listed(run, "--cases", "good")


def test_folders_add_up(run: Run, tmp_path: Path) -> None:
    """The option may be given several times, and a folder twice counts once."""
    text = Path("good/made-up.yaml").read_text(encoding="utf-8")
    other = text.replace("made-up-street-lamps", "made-up-other").replace("-for-tests", "-other")
    (tmp_path / "other.yaml").write_text(other, encoding="utf-8")
    twice = ("--cases", "good", "--cases", str(tmp_path), "--cases", "good")
    assert SHIPPED + 2 == listed(run, *twice)


def test_folders_may_stand_in_the_environment(run: Run, tmp_path: Path) -> None:
    """The environment may name folders, parted as paths are; the option goes before it."""
    text = Path("good/made-up.yaml").read_text(encoding="utf-8")
    other = text.replace("made-up-street-lamps", "made-up-other").replace("-for-tests", "-other")
    (tmp_path / "other.yaml").write_text(other, encoding="utf-8")
    both = os.pathsep.join(["good", str(tmp_path)])
    expected = (SHIPPED + 2, SHIPPED + 1)
    assert expected == (
        listed(run, CPPCC_CASES_PATH=both),
        listed(run, "--cases", "good", CPPCC_CASES_PATH=both),
    )


@pytest.mark.parametrize("places", ["{}:", ":{}", "{}::{}", ":", "::"])
def test_an_empty_name_in_the_environment_is_no_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, places: str
) -> None:
    """A separator too many does not add the folder in which one stands."""
    (tmp_path / "there").mkdir()
    (tmp_path / "there/made-up.yaml").write_text(MADE_UP.read_text("utf-8"), "utf-8")
    (tmp_path / "faulty.yaml").write_text("[", "utf-8")
    monkeypatch.chdir(tmp_path)
    value = places.format(*["there"] * 2).replace(":", os.pathsep)
    code, out, err = run("list", CPPCC_CASES_PATH=value)
    assert (0, "", "there" in value) == (code, err, "made-up-street-lamps" in out)


def test_a_home_in_the_environment_is_the_users(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no shell has written it out, ``~`` is the home all the same."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/made-up.yaml").write_text(MADE_UP.read_text("utf-8"), "utf-8")
    monkeypatch.setattr("os.path.expanduser", lambda one: one.replace("~", str(tmp_path)))
    assert "made-up-street-lamps" in run("list", CPPCC_CASES_PATH="~/cases")[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--cases", ""),
        ("check", ""),
        ("fmt", ""),
        ("init", ""),
        ("verify", "--source", ""),
        ("schema", "-o", ""),
        ("site", "build", "-o", ""),
        ("site", "serve", "--config", ""),
    ],
)
@pytest.mark.parametrize(("lang", "said"), [("zh", "名称是空的"), ("en", "is empty")])
def test_an_empty_name_is_wrong_usage(
    run: Run, arguments: tuple[str, ...], lang: str, said: str
) -> None:
    """What a variable that is not set gives is not the folder in which one stands."""
    code, out, err = run(*arguments, "--lang", lang)
    assert (2, "", True) == (code, out, said in err.splitlines()[0])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("similar", "datong-result-procedure", "--most"), 0),
        (("site", "serve", "--port"), 2),
        (("list", "--period"), 2),
        (("list", "--locality"), 1),
        (("show",), 1),
    ],
)
def test_numbers_of_any_length(run: Run, arguments: tuple[str, ...], code: int) -> None:
    """Five thousand digits are a large number, or a wrong one, and no traceback."""
    assert code == run(*arguments, "9" * 5000)[0]


def test_a_faulty_folder_fails_but_shows_the_rest(run: Run) -> None:
    """Problems of a folder go to the error output and make the exit code 1."""
    code, out, err = run("list", "--cases", "broken", "--province", "江苏")
    assert (1, True, True) == (code, "tongshan-hotline-link" in out, "broken.yaml:8:11" in err)


def test_check_takes_what_the_option_adds(run: Run) -> None:
    """Without a path, the shipped modules and those of the option are checked."""
    code, out, _ = run("check", "--cases", "good", "--format", "json")
    files = [Path(file).name for file in json.loads(out)["files"]]
    assert (0, len(shipped().files) + 1, "made-up.yaml") == (code, len(files), files[-1])


def test_check_lists_problems_in_json(run: Run) -> None:
    """In JSON all problems stand in the output, and none in the error output."""
    code, out, err = run("check", "broken", "--format", "json")
    codes = {problem["code"] for problem in json.loads(out)["problems"]}
    assert (1, "", True) == (code, err, {"bad-date", "unknown-field"} <= codes)


def test_coverage_is_in_json(run: Run) -> None:
    """Coverage stands beside what was checked, and not unless it is asked for."""
    asked = ("check", "good", "--format", "json")
    code, out, _ = run(*asked, "--coverage")
    assert 0 == code
    assert {"articles", "cohorts", "pairs"} <= json.loads(out)["coverage"].keys()
    assert "coverage" not in json.loads(run(*asked)[1])


def test_agreement_is_in_json(run: Run, tmp_path: Path) -> None:
    """What is apart is told with both values; nothing in common is an error."""
    other = tmp_path / "other"
    shutil.copytree("good", other)
    for file in other.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(value: )\d+", r"\g<1>7", text, count=1), encoding="utf-8")
    code, out, _ = run("agreement", "good", str(other), "--format", "json")
    assert 0 == code
    told = json.loads(out)
    assert {"value"} == {one["field"] for one in told["apart"]}
    assert {"7"} == {one["other"] for one in told["apart"]}
    code, _, err = run("agreement", "good", str(BASE), "--lang", "en")
    assert 1 == code
    assert "no article in common" in err


def test_agreement_says_what_is_lacking(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the command names it, and how to get it."""
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    code, _, err = run("agreement", "good", "good", "--lang", "en")
    assert 1 == code
    assert "cppcc-cases[agreement]" in err


def test_many_places_of_one_indicator_are_groups(run: Run, tmp_path: Path) -> None:
    """More than eight places are shown in groups; without an indicator there are too many."""
    base = BASE.read_text(encoding="utf-8")
    for nth in range(9):
        text = base.replace('"140100"', f'"140{nth + 1}00"')
        text = text.replace("id: made-up-studio", f"id: made-up-studio-{nth}")
        text = text.replace("id: made-up\n", f"id: made-up-{nth}\n")
        (tmp_path / f"{nth}.yaml").write_text(text, encoding="utf-8")
    given = ("--cases", str(tmp_path), "--text", "虚构的工作室", "--lang", "en")
    code, out, _ = run("compare", "--indicator", "platforms", *given)
    assert 0 == code
    assert "in groups of places" in out
    assert 2 == run("compare", *given)[0]


def test_verify_that_finds_all_succeeds(run: Run, tmp_path: Path) -> None:
    """Where every anchor is found, the exit code is 0."""
    whole = Path("source.txt").read_text(encoding="utf-8") + "原文里没有的几个字"
    source = tmp_path / "source.txt"
    source.write_text(whole, encoding="utf-8")
    arguments = ("verify", "--cases", "good", "--article", "made-up-for-tests", "--source")
    assert 0 == run(*arguments, str(source))[0]


def test_verify_reads_several_sources_as_one(run: Run, tmp_path: Path) -> None:
    """Sources are read one after the other; one that can't be read is a problem."""
    source = tmp_path / "more.txt"
    source.write_text("原文里没有的几个字", encoding="utf-8")
    arguments = ("verify", "--cases", "good", "--article", "made-up-for-tests")
    files = ("--source", "source.txt", "--source", str(source))
    assert 0 == run(*arguments, *files)[0]
    code, out, err = run(*arguments, *files, "--source", "no-such-file.txt", "--format", "json")
    unreadable = [problem["code"] for problem in json.loads(out)["problems"]]
    assert (1, ["unreadable"], True) == (code, unreadable, "no-such-file.txt" in err)


def test_verify_names_prose_that_repeats_the_source(run: Run, tmp_path: Path) -> None:
    """It is listed with its place and what to do, in JSON too, and changes no exit code."""
    module = Path("good/made-up.yaml").read_text(encoding="utf-8")
    at, summary = next(
        (number, line.partition("zh: ")[2])
        for number, line in enumerate(module.splitlines(), 1)
        if number > module[: module.index("summary:")].count("\n") and "zh: " in line
    )
    source = tmp_path / "source.txt"
    whole = Path("source.txt").read_text(encoding="utf-8") + f"原文里没有的几个字\n{summary}"
    source.write_text(whole, encoding="utf-8")
    arguments = ("verify", "--cases", "good", "--article", "made-up-for-tests", "--source")
    code, out, _ = run(*arguments, str(source), "--format", "markdown", "--lang", "zh")
    assert (0, True, True) == (code, "## 与原文雷同的文字" in out, f"made-up.yaml:{at}:" in out)
    plain = json.loads(run(*arguments, str(source), "--format", "json")[1])["lifted"]
    assert [("lifted-prose", "warning", at)] == [
        (one["code"], one["severity"], one["line"]) for one in plain
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (
            ("--stage", "反馈"),
            "没有符合条件的案例\n\n另有1个有规定或在探索：--state provided\\_for\n",
        ),
        (("--stage", "反馈", "--state", "有规定或在探索"), "| 反馈：有规定或在探索 |"),
        (("--stage", "跟踪", "--locality", "大同"), "| 跟踪：已实行 |"),
        (("--state", "provided_for", "--locality", "datong"), "采纳：有规定或在探索<br>落实：有"),
    ],
)
def test_a_list_by_stage_says_the_state(run: Run, filters: tuple[str, ...], expected: str) -> None:
    """A stage means one that is practised; those provided for are counted, and shown if asked."""
    code, out, _ = run("list", *filters, "--format", "markdown", "--lang", "zh")
    assert (0, True) == (code, expected in out)


@pytest.mark.parametrize("command", [("matrix",), ("compare",), ("list",)])
def test_every_command_that_filters_takes_a_state(run: Run, command: tuple[str, ...]) -> None:
    """What a stage is in can be asked for wherever a stage can; a word that is none is refused."""
    asked = ("--state", "reported", "--stage", "adoption", "--lang", "en")
    code, _, err = run(*command, *asked)
    assert (2, True) == (code, "not_reported" in err)
    assert 0 == run(*command, "--state", "practised", "--stage", "inquiry")[0]


def test_verify_without_any_source_says_only_that(run: Run) -> None:
    """Where no source can be read, there is nothing to say of anchors."""
    code, out, err = run("verify", "--source", "no-such-file.txt")
    assert (1, "", 1) == (code, out, err.count("\n"))


def test_all_vocabularies_are_shown_without_a_name(run: Run) -> None:
    """Without a name, every vocabulary is shown."""
    _, out, _ = run("vocab", "--format", "json")
    expected = "stages indicators kinds topics units windows parts counting"
    assert expected.split() == list(json.loads(out))


@pytest.mark.parametrize(
    ("arguments", "taken"),
    [
        (("list", "--locality", "江北"), "江北区（浙江省宁波市，"),
        (("matrix", "--locality", "巴州"), "巴音郭楞蒙古自治州（新疆维吾尔自治区，"),
        (("list", "--province", "北京崇文"), "东城区（北京市，"),
    ],
)
def test_filters_say_which_place_they_took(
    run: Run, arguments: tuple[str, ...], taken: str
) -> None:
    """Where others bear or bore the name of a filter, the error output says which was taken."""
    code, _, err = run(*arguments)
    assert (0, f"“{arguments[2]}”取{taken}", 1) == (
        code,
        err[: err.index(taken)] + taken,
        err.count("\n"),
    )


def test_a_province_is_not_taken_for_a_county(run: Run) -> None:
    """Who asks for a province is not told of the counties of its name."""
    assert "" == run("list", "--province", "海南")[2]


def test_an_ambiguous_place_is_shown_with_all_candidates(run: Run) -> None:
    """Looking a name up shows each place that it may stand for."""
    code, out, _ = run("vocab", "places", "朝阳区", "--format", "json")
    found = json.loads(out)
    codes = [one["locality"]["code"] for one in found["places"]]
    assert (0, ["110105", "220104"]) == (code, codes)
    assert found["note"]["zh"].startswith("“朝阳区”不止一处，请写代码或路径以指明：")


@pytest.mark.parametrize(
    "name", ["\u200btaiyuan-platform-network", "taiyuan-platform-network\ufeff"]
)
def test_ids_of_cases_may_hold_what_cannot_be_seen(run: Run, name: str) -> None:
    """An id that was copied with invisible characters is that id."""
    assert run("show", "taiyuan-platform-network") == run("show", name)


@pytest.mark.parametrize("name", ["", "\u200b", "太" * 5000, "a" * 5000, "{}", "%s", "\x1b[31m"])
def test_hostile_names_of_places_are_answered(run: Run, name: str) -> None:
    """Nothing, too much and marks of formats are names that no place has."""
    code, out, err = run("vocab", "places", name)
    assert (1, "", 1, True) == (code, out, err.count("\n"), len(err) < 400)


def test_the_version(run: Run) -> None:
    """The version is shown, in no language."""
    code, out, err = run("--version")
    assert (0, "cppcc-cases ", "") == (code, out.rstrip("0123456789.\n"), err)


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "zh"),
        (["--lang", "en"], {}, "en"),
        (["--lang=en"], {"CPPCC_CASES_LANG": "zh"}, "en"),
        (["list", "--lang", "en"], {}, "en"),
        (["--lang", "en", "list", "--lang", "zh"], {}, "zh"),
        (["list", "--lang", "zh", "--lang", "en"], {}, "en"),
        (["list", "--", "--lang", "en"], {}, "zh"),
        (["--lang"], {"CPPCC_CASES_LANG": "en"}, "en"),
        (["--lang", "fr"], {"CPPCC_CASES_LANG": "en"}, "en"),
        (["--lang", "fr"], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"CPPCC_CASES_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ([], {"CPPCC_CASES_LANG": "fr", "LC_ALL": "de_DE.UTF-8"}, "en"),
        ([], {"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"}, "en"),
        ([], {"LC_MESSAGES": "en_GB", "LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LC_ALL": "", "LANG": "fr_FR.UTF-8"}, "en"),
        ([], {"LANG": "zh_TW.Big5"}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "zh"),
        ([], {"LANG": "POSIX"}, "zh"),
        ([], {"LANG": "Chinese (Simplified)_China.936"}, "zh"),
    ],
    ids=str,
)
def test_the_language(arguments: list[str], environment: dict[str, str], expected: str) -> None:
    """The option goes before the variable, that before the locale, and Chinese is the last."""
    assert Lang(expected) is spoken(arguments, environment)


@pytest.mark.parametrize(
    ("system", "locale", "expected"),
    [
        ("posix", "en_GB", Lang.ZH),
        ("nt", "English_United Kingdom", Lang.EN),
        ("nt", "Chinese (Simplified)_China", Lang.ZH),
        ("nt", None, Lang.ZH),
    ],
)
def test_the_language_of_a_system_without_variables(
    monkeypatch: pytest.MonkeyPatch, system: str, locale: str | None, expected: Lang
) -> None:
    """A system that says nothing in its environment is asked for its locale, if it is Windows."""
    monkeypatch.setattr("cppcc_cases.cli.language.os.name", system)
    monkeypatch.setattr("locale.getlocale", lambda: (locale, None))
    assert expected is spoken([], {})


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"CPPCC_CASES_LANG": "en"}, "No case matches\n"),
        ({"LC_ALL": "en_US.UTF-8"}, "No case matches\n"),
        ({"LANG": "de_DE.UTF-8"}, "No case matches\n"),
        ({"LANG": "zh_CN.UTF-8"}, "没有符合条件的案例\n"),
        ({"LC_ALL": "C"}, "没有符合条件的案例\n"),
    ],
)
def test_commands_speak_the_language(run: Run, environment: dict[str, str], expected: str) -> None:
    """A command speaks the language of its environment."""
    assert (0, expected, "") == run("list", "--province", "西藏", **environment)


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("command", [("list",), ("compare", "taiyuan", "datong"), ("matrix",)])
def test_both_languages_one_after_the_other(run: Run, command: tuple[str, ...], form: str) -> None:
    """``both`` prints what each language prints, Chinese first, wherever it is asked for."""
    zh, en = (run(*command, "--lang", lang, "--format", form)[1] for lang in ("zh", "en"))
    assert (0, f"{zh}\n{en}", "") == run(*command, "--lang", "both", "--format", form)
    assert (0, f"{zh}\n{en}", "") == run("--lang", "both", *command, "--format", form)


def test_both_languages_are_in_json_anyway(run: Run) -> None:
    """JSON holds both languages whatever is asked for, and once."""
    assert run("list", "--format", "json") == run("list", "--format", "json", "--lang", "both")


def test_errors_are_in_one_language_though_both_are_asked_for(run: Run) -> None:
    """What goes wrong is said once, in the language of the system."""
    code, out, err = run("list", "--kind", "nonsense", "--lang", "both", LANG="en_GB.UTF-8")
    assert (2, "", True) == (code, out, err.startswith("Error: "))


@pytest.mark.parametrize("place", [("--lang", "en", "list"), ("list", "--lang", "en")])
def test_the_option_stands_before_or_behind_the_command(run: Run, place: tuple[str, ...]) -> None:
    """The language may be given before the command or behind it."""
    assert (0, "No case matches\n", "") == run(*place, "--province", "西藏")


class Terminal(io.StringIO):
    """A made-up terminal."""

    def isatty(self) -> bool:
        """Say that this is a terminal."""
        return True


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, True),
        ({"TERM": "xterm-256color"}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colour(
    quiet: None, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    """A terminal gets colour, unless NO_COLOR is set or the terminal can't show it."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    assert 0 == main(["vocab", "stages"])
    assert coloured == ("\x1b[1m" in terminal.getvalue())


def test_a_file_gets_no_colour(run: Run) -> None:
    """What is no terminal gets no colour."""
    assert "\x1b" not in run("vocab", "stages")[1]


def test_no_output_is_no_terminal(quiet: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no output at all, a command still ends well."""
    monkeypatch.setattr("sys.stdout", None)
    assert 0 == main(["vocab", "stages"])


@pytest.mark.parametrize(
    ("told", "size", "expected"),
    [
        ("100", 50, 100),
        ("12", 50, 40),
        ("", 132, 132),
        ("wide", 132, 132),
        ("0", 132, 80),
        ("-1", 132, 132),
        ("9" * 5000, 132, 10**9 - 1),
        ("", None, 80),
    ],
)
def test_the_width(
    monkeypatch: pytest.MonkeyPatch, told: str, size: int | None, expected: int
) -> None:
    """The width is what COLUMNS tells, else that of the terminal, else 80, and 40 at the least."""

    def terminal() -> os.terminal_size:
        if size is None:
            raise OSError("no terminal")
        return os.terminal_size((size, 24))

    monkeypatch.setenv("COLUMNS", told)
    monkeypatch.setattr("os.get_terminal_size", terminal)
    assert expected == session._columns()


ALLOWED = re.compile(
    r"\b(zh|en|both)\b|cases (vocab \w+|list|\w+(?= \[))|--?[a-z]+"
    r"|^  (list|show|compare|similar|matrix|check|verify|vocab|fmt|import|init|schema|codebook"
    r"|cache|agreement|plugins)\b"
    r"|^  site\b"
    r"|\.(txt|md|json|html|docx|xlsx|csv)\b"
    r"|\[[a-z|]+\]|\[A B…\]|jiangsu/xuzhou/tongshan|taiyuan|EDTF|JSON Schema|JSON|Markdown"
    r"|UTF-8|province|prefecture|county|planned|under_way|done|rule_adopted|stages?|kinds?|indicators?"
    r"|session|year|members|whole|topics|units|windows|parts|counting",
    re.MULTILINE,
)
EXAMPLES = re.compile("太原市?")


def helps(run: Run, lang: str, columns: int = 80) -> dict[str, str]:
    """Return the help of the program and of each command."""
    size = str(columns)
    found = {name: run(name, "--help", "--lang", lang, COLUMNS=size)[1] for name in COMMANDS}
    return {"cases": run("--lang", lang, "-h", COLUMNS=size)[1], **found}


def test_chinese_help_has_no_english(run: Run) -> None:
    """Help in Chinese has no Latin word but commands, options and what is typed."""
    strays = {
        name: re.findall(r"[A-Za-z]+", ALLOWED.sub("", text))
        for name, text in helps(run, "zh").items()
    }
    assert {name: ["cases"] if name == "cases" else [] for name in strays} == strays


def test_english_help_has_no_chinese(run: Run) -> None:
    """Help in English has no Chinese character but in examples of names."""
    strays = {
        name: re.findall("[\u3000-\u9fff\uff00-\uffef]+", EXAMPLES.sub("", text))
        for name, text in helps(run, "en").items()
    }
    assert {name: [] for name in strays} == strays


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 120])
def test_help_fits_and_lines_up(run: Run, lang: str, columns: int) -> None:
    """Lines of help fit, end in no blanks, and descriptions of a section begin in one column."""
    for text in helps(run, lang, columns).values():
        lines = text.splitlines()
        assert [] == [line for line in lines if width(line) > columns or line != line.rstrip()]
        for section in text.split("\n\n")[2:]:
            rows = re.findall(r"^(  \S.*?  +)\S", section, re.MULTILINE)
            assert 1 == len({width(row) for row in rows}), section


def test_every_option_is_explained(run: Run) -> None:
    """Each option in the help of each command has words behind it."""
    for lang in ("zh", "en"):
        text = "\n".join(helps(run, lang).values())
        assert [] == re.findall(r"^  -\S+(?: \S+)?$", text, re.MULTILINE)


def test_no_command_shows_help(run: Run) -> None:
    """Without a command, the help goes to the error output, and the usage is wrong."""
    _, shown, _ = run("--help")
    assert (2, "", shown) == run()


def test_hostile_arguments_give_no_orders(run: Run) -> None:
    """What an error repeats of the command line is free of control characters."""
    for arguments in (("show", "\x1b[2Jmade-up"), ("\x1b[2J",), ("list", "--kind", "\x9b31m")):
        _, out, err = run(*arguments)
        assert ("", False, False) == (out, "\x1b" in err, "\x9b" in err)


def test_an_unforeseen_error_is_told_as_it_is() -> None:
    """An error of the library that has no words of its own is told in its own."""
    assert Text(zh="made up", en="made up") == lookup_error(CasesError("made up"))


def test_an_unforeseen_usage_error_is_told_as_it_is() -> None:
    """An error of usage that has no words of its own is told in English."""
    error = click.ClickException("made up")
    expected = ("错误：用法不对：made up", "Error: made up")
    assert expected == (usage_error(error, Lang.ZH), usage_error(error, Lang.EN))


def test_an_interrupt_ends_with_130(quiet: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt from the keyboard ends the program as shells expect."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cppcc_cases.loading.load", interrupted)
    assert 130 == main(["list"])


def test_the_program_ends_with_the_exit_code(
    quiet: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run as a program, it takes the command line of the process and ends with its code."""
    monkeypatch.setattr("sys.argv", ["cases", "list", "--kind", "nonsense"])
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    with pytest.raises(SystemExit) as ended:
        run_program()
    assert (2, True) == (ended.value.code, "nonsense" in capsys.readouterr().err)


@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["vocab"], ["--version"]])
def test_a_closed_pipe_is_no_error(quiet: None, arguments: list[str]) -> None:
    """Whoever stops reading is left in peace: no error, and exit code 0."""
    reader, writer = os.pipe()
    os.close(reader)
    with pytest.MonkeyPatch.context() as patch, open(writer, "w", encoding="utf-8") as stream:
        patch.setattr("sys.stdout", stream)
        assert 0 == main(arguments)


def offered(*words: str, lang: str = "zh") -> list[tuple[str, str]]:
    """Return what completion offers for the last word, each with its explanation."""
    completion = BashComplete(app, {}, "cases", "_CASES_COMPLETE")
    found = completion.get_completions(["--lang", lang, *words[:-1]], words[-1])
    return [(item.value, item.help or "") for item in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("compare", "taiy"), ["taiyuan", "taiyuan-platform-network"]),
        (("show", "太"), ["太原市"]),
        (("show", "--cases", "good", "made"), ["made-up-street-lamps"]),
        (("list", "--locality", "Tongs"), ["tongshan"]),
        (("list", "--outcome", "r"), ["rule_adopted", "recognition_gained", "relation_built"]),
        (("list", "--state", "p"), ["practised", "provided_for"]),
        (("list", "--text", "太"), []),
    ],
)
def test_words_are_completed(quiet: None, words: tuple[str, ...], expected: list[str]) -> None:
    """Localities, ids of cases and words of vocabularies are completed where they fit."""
    assert expected == [value for value, _ in offered(*words)]


def test_completion_explains_in_the_users_language(quiet: None) -> None:
    """What shells show beside a command or option is in the user's language only."""
    expected = (
        [("show", "显示一个案例，或一个地区的全部案例。")],
        [("show", "Show a case, or all cases of a locality.")],
        [("--format", "Form of output: text, Markdown or JSON.")],
    )
    found = (
        offered("sh"),
        offered("sh", lang="en"),
        offered("show", "--form", lang="en"),
    )
    assert expected == found


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("gbk", "太原 o ● <-> ü “a” \\U0001f600"),
        ("ascii", '\\u592a\\u539f o * <-> \\xfc "a" \\U0001f600'),
        ("utf-8", "太原 ◐ ● ↔ ü “a” 😀"),
    ],
)
def test_what_an_encoding_lacks_is_replaced(encoding: str, expected: str) -> None:
    """Signs become plain ones, other characters their codes; UTF-8 lacks nothing."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    lenient(stream)
    stream.write("太原 ◐ ● ↔ ü “a” 😀")
    stream.flush()
    assert expected == raw.getvalue().decode(encoding)


def test_reading_is_not_made_lenient() -> None:
    """Bytes that can't be read are still an error."""
    stream = io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="ascii")
    lenient(stream)
    with pytest.raises(UnicodeDecodeError):
        stream.read()
