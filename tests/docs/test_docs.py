"""The documentation says what the library does: all of it, in both languages, and nothing else."""

import doctest
import re
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

import attrs
import click
import pytest
import yaml
from tests.conftest import Derived
from tests.docs import tables
from tests.docs.pages import LANGS, ROOT, Page, names, page

import cppcc_cases
from cppcc_cases import model
from cppcc_cases.checks.run import check, codes
from cppcc_cases.checks.verify import Found, verify_files
from cppcc_cases.cli.app import app, main
from cppcc_cases.cli.language import VARIABLE
from cppcc_cases.cli.session import FOLDERS
from cppcc_cases.codec.schema import is_required
from cppcc_cases.comparison.verdict import Verdict, reason_label, rules
from cppcc_cases.model import JOINT, StageState, Text
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.values import Silence
from cppcc_cases.store import read

KINDS = Registry.installed().kinds
PAGES = [page(f"docs/{lang}/{name}") for lang in LANGS for name in names(lang)]
ALL = [
    *PAGES,
    *map(page, ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "RELEASING.md", "SECURITY.md")),
]
MADE_UP = ROOT / "docs/examples/made-up.yaml"

each_language = pytest.mark.parametrize("lang", LANGS)
each_page = pytest.mark.parametrize("name", names("zh"))


def where(one: Page) -> str:
    """Return a page's path, to name a test by."""
    return one.path.relative_to(ROOT).as_posix()


def told(text: Text, lang: str) -> str:
    """Return a name as a table shows it: a dash where the language needs none."""
    return (text.zh if lang == "zh" else text.en) or "–"


def required(cls: type[attrs.AttrsInstance]) -> dict[str, bool]:
    """Return the fields of a class, and whether a data file must hold each."""
    return {a.name: is_required(cls, a) for a in attrs.fields(cls)}


def documented(one: Page) -> dict[str, bool]:
    """Return the fields that a table lists, and whether it calls each required."""
    return {cells[0].strip("`"): cells[2] in ("是", "yes") for cells in one.rows}


def classes() -> dict[str, type[attrs.AttrsInstance]]:
    """Return every class of the model, and every part of a mechanism."""
    found = {name: getattr(model, name) for name in model.__all__}
    for kind, whole in KINDS.items():
        found |= {
            name: cls
            for name, cls in vars(sys.modules[whole.__module__]).items()
            if getattr(cls, "__module__", "").endswith(f"kinds.{kind}") and cls is not whole
        }
    return {name: cls for name, cls in found.items() if isinstance(cls, type) and attrs.has(cls)}


def commands(group: click.Group = app, before: str = "") -> dict[str, click.Command]:
    """Return every command by its name, which of one within a group is that of both."""
    ctx = click.Context(group)
    known: dict[str, click.Command] = {}
    for name in group.list_commands(ctx):
        found = group.get_command(ctx, name)
        if isinstance(found, click.Group):
            known |= commands(found, f"{name} ")
        elif found:
            known[before + name] = found
    return known


def options(command: click.Command) -> set[str]:
    """Return every way of writing every option of a command."""
    parent = click.Context(app, **app.context_settings)
    params = command.get_params(click.Context(command, parent=parent))
    return {opt for p in params if isinstance(p, click.Option) for opt in p.opts}


def listed_options(one: Page) -> set[str]:
    """Return the options that the tables of a section list."""
    return {opt for cells in one.rows for opt in re.findall(r"`(-[-\w]+)`", cells[0])}


def examples(pages: Iterable[Page]) -> list[tuple[str, int]]:
    """Return the arguments of each shell example, and the exit code it is marked with (else 0)."""
    found: dict[tuple[str, int], None] = {}
    for one in pages:
        for line in "".join(one.blocks("sh")).splitlines():
            hit = re.search(r"(?:^|&& )(?:\.venv/bin/)?cases (.+?)(?:\s+# → (\d))?$", line)
            if hit:
                found[hit[1], int(hit[2] or 0)] = None
    return list(found)


def in_the_table() -> list[tuple[str, int]]:
    """Return the arguments of each command in the README's table, which all end well."""
    inline = page("README.md").inline
    return [(code.removeprefix("cases "), 0) for code in inline if code.startswith("cases ")]


def diff(block: str) -> tuple[str, str]:
    """Return the text that a difference takes out, and the one that it puts in."""
    lines = block.splitlines(keepends=True)
    wrong = "".join(line[1:] for line in lines if line[0] in " -")
    right = "".join(line[1:] for line in lines if line[0] in " +")
    return wrong, right


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run examples in the repository, with nothing set in the environment."""
    monkeypatch.chdir(ROOT)
    for variable in (FOLDERS, VARIABLE, "_CASES_COMPLETE"):
        monkeypatch.delenv(variable, raising=False)


def test_both_languages_have_the_same_pages() -> None:
    """A page that exists in one language exists in the other."""
    assert names("zh") == names("en")


@each_page
def test_both_languages_have_the_same_structure(name: str) -> None:
    """Headings have the same levels, sections the same anchors, and code is the same."""
    zh, en = page(f"docs/zh/{name}"), page(f"docs/en/{name}")
    assert [level for level, _ in zh.headings] == [level for level, _ in en.headings]
    assert zh.ids == en.ids
    for kind in ("sh", "yaml", "diff", "pycon"):
        assert zh.blocks(kind) == en.blocks(kind)


@pytest.mark.parametrize("one", ALL, ids=where)
def test_links_lead_somewhere(one: Page) -> None:
    """Every link within the repository names a file that exists and a place in it."""
    dead = []
    for link in one.links:
        target, _, fragment = link.partition("#")
        path = (one.path.parent / target).resolve() if target else one.path
        if not path.exists() or (
            fragment and fragment not in Page(path, path.read_text("utf-8")).fragments
        ):
            dead.append(link)
    assert [] == dead


@pytest.mark.parametrize("one", ALL, ids=where)
def test_anchors_are_unique(one: Page) -> None:
    """No anchor is written twice, nor is it the slug of another heading."""
    fragments = [*one.ids, *{words for _, words in one.headings if words.isascii()} & set(one.ids)]
    assert sorted(set(fragments)) == sorted(fragments)


@each_language
def test_every_class_is_documented(lang: str) -> None:
    """Each class of the model has a table of its fields, which says what is required."""
    tables = page(f"docs/{lang}/model.md").under(3)
    expected = {name: required(cls) for name, cls in classes().items()}
    actual = {name: documented(one) for name, one in tables.items() if name not in KINDS}
    assert expected == actual


@each_language
def test_every_kind_is_documented(lang: str, derived: Derived) -> None:
    """The kinds with their parts, and the stages, are told as the code has them."""
    one = page(f"docs/{lang}/model.md")
    derived(one.path, tables.model(one, lang))


@each_language
def test_every_entry_of_the_vocabulary_is_documented(lang: str, derived: Derived) -> None:
    """Each vocabulary is listed whole, as the code has it, and there is no other."""
    one = page(f"docs/{lang}/vocabulary.md")
    assert {*tables.LISTS, *tables.APART} == set(one.ids)
    derived(one.path, tables.vocabulary(one, lang))


@each_language
def test_states_have_their_marks(lang: str) -> None:
    """The marks of the stages are those that tables show."""
    rows = page(f"docs/{lang}/vocabulary.md").section("states").rows
    assert {state.value: state.mark for state in StageState} == {
        cells[0].strip("`"): cells[2] for cells in rows
    }
    marks = page(f"docs/{lang}/digest.md").section("marks").text
    assert [] == [state.mark for state in StageState if f"| {state.mark} |" not in marks]


@each_language
def test_verdicts_and_reasons_are_documented(lang: str, derived: Derived) -> None:
    """Each verdict, and each reason with what it does, is told as the table of rules has it."""
    one = page(f"docs/{lang}/digest.md")
    derived(one.path, tables.digest(one, lang))


@each_language
def test_the_page_for_offices_uses_the_words_of_digests(lang: str) -> None:
    """The verdicts, the reasons and the silences that it explains are called what digests say."""
    one = page(f"docs/{lang}/comparable.md")
    effects = {"zh": ("不可比", "须谨慎"), "en": ("not comparable", "with care")}[lang]
    told_of = {told(reason_label(id_), lang): rule for id_, rule in rules()["reasons"].items()}
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", one.section("why").text, re.MULTILINE)[2:]
    for reasons, verdict in rows:
        for word in re.split("[；、]|; |, or ", reasons):
            (rule,) = {rule["counts"] for name, rule in told_of.items() if name.startswith(word)}
            assert effects[rule == "care"] in verdict
    text = one.text.lower()
    silences = [one for one in Silence if one is not Silence.NOTHING]
    said = [told(word.label, lang) for word in (*Verdict, *silences)]
    assert [] == [word for word in said if word not in text]


@each_language
def test_every_code_is_documented(lang: str) -> None:
    """Each code of a problem has a section, and no section is of another."""
    known = codes(Registry.installed())
    assert set(known) == set(page(f"docs/{lang}/checks.md").under(3))


@each_language
def test_every_warning_is_told_as_one(lang: str) -> None:
    """The sections of warnings say that they are, and no other does, as in the codebook."""
    said = {"zh": "（提醒，不算错误）", "en": " (a warning, not an error)"}[lang]
    sections = page(f"docs/{lang}/checks.md").under(3)
    known = set(re.findall(r"^\| (\S+) \| 提醒<br>", page("docs/codebook.md").text, re.M))
    assert known == {code for code, one in sections.items() if said in one.text}


@pytest.mark.parametrize(
    ("code", "one"), page("docs/zh/checks.md").under(3).items(), ids=lambda value: str(value)[:30]
)
def test_examples_of_checks_hold(code: str, one: Page, tmp_path: Path) -> None:
    """The wrong lines of an example give the code; with the right ones nothing is wrong."""
    for block in one.blocks("diff"):
        wrong, right = diff(block)
        good = MADE_UP.read_text(encoding="utf-8")
        assert 1 == good.count(f"\n{right}")
        file = tmp_path / "case.yaml"
        file.write_text(good.replace(f"\n{right}", f"\n{wrong}"), encoding="utf-8")
        assert code in {problem.code for problem in check(read([file])).problems}
    assert one.blocks("diff") or "出错" in one.text or code == "kind-check"


@each_language
def test_every_command_and_option_is_documented(lang: str) -> None:
    """Each command has a section that lists its options, and there are no others."""
    cli = page(f"docs/{lang}/cli.md")
    sections = {name.removeprefix("cases "): one for name, one in cli.under(2).items()}
    known = commands()
    assert set(known) == {name for name in sections if name.replace(" ", "-") in cli.ids}
    common = listed_options(cli.section("common"))
    for name, command in known.items():
        assert options(command) == common | listed_options(sections[name])
        assert f"`cases {name}`" in cli.text
    assert options(app) == listed_options(cli.section("global"))


@each_language
def test_every_environment_variable_is_documented(lang: str) -> None:
    """The variables that the command heeds are listed."""
    section = page(f"docs/{lang}/cli.md").section("environment")
    assert {FOLDERS, VARIABLE, "NO_COLOR", "COLUMNS", "XDG_CACHE_HOME"} == set(section.names)


@pytest.mark.parametrize("one", ALL, ids=where)
def test_no_command_is_made_up(one: Page) -> None:
    """Whatever is written as a command of ours is one, and has the options shown."""
    known = commands()
    groups = {name.partition(" ")[0] for name in known if " " in name}
    for said in [code for code in one.inline if code.startswith("cases ")]:
        words = shlex.split(said)[1:]
        used = {word for word in words if word.startswith("--")}
        name = " ".join(words[:2]) if " ".join(words[:2]) in known else words[0]
        assert name in known or name in groups or name.startswith("--")
        assert used <= options(known.get(name, app))


@pytest.mark.parametrize(("example", "code"), [*examples(ALL), *in_the_table()])
def test_shell_examples_run(
    example: str,
    code: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every example of a command ends as it is marked, and prints or writes something.

    What an example writes goes to a folder of the test's own.
    """
    monkeypatch.setenv("COLUMNS", "80")
    before, out, after = example.partition(" -o ")
    assert code == main(shlex.split(f"{before}{out}{tmp_path}/{after}" if out else example))
    assert capsys.readouterr().out or any(tmp_path.iterdir())


def advising() -> list[Page]:
    """Return all that tells people to install something: pages, and what ships beside them."""
    inner = [*ROOT.glob("docs/examples/*/*.md"), *ROOT.glob("tools/*/*.md")]
    inner += ROOT.glob("src/cppcc_cases/scaffold/templates/*/*.template")
    return [*ALL, *(Page(path, path.read_text(encoding="utf-8")) for path in inner)]


@pytest.mark.parametrize("one", advising(), ids=where)
def test_what_is_to_be_installed_can_be(one: Page) -> None:
    """Pip is called through the Python that is meant, with quotes that every shell knows."""
    said = re.findall(r"(?:\S+ -m )?\bpip (?:install|download)\b[^`\n]*", one.text)
    right = re.compile(r"\S*python -m pip (?:install|download) [^']+")
    assert [] == [command for command in said if not right.fullmatch(command)]


def test_only_one_place_knows_how_to_install() -> None:
    """No message has a command of its own, which might not work where it is read."""
    source = ROOT / "src/cppcc_cases"
    said = [file.name for file in source.rglob("*.py") if "pip install " in file.read_text("utf-8")]
    assert [] == said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_as_documented(
    shell: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line for each shell calls for a script, and the command gives it."""
    lines = "".join(page("docs/en/cli.md").section("completion").blocks("sh"))
    assert f"_CASES_COMPLETE={shell}_source cases" in lines
    monkeypatch.setenv("_CASES_COMPLETE", f"{shell}_source")
    with pytest.raises(SystemExit) as ended:
        main([])
    assert 0 == ended.value.code
    assert "_cases_completion" in capsys.readouterr().out


@each_language
def test_python_examples_run(lang: str) -> None:
    """The examples of the page on the library give what they say."""
    one = page(f"docs/{lang}/library.md")
    text = "\n".join(one.blocks("pycon"))
    test = doctest.DocTestParser().get_doctest(text, {}, one.path.name, str(one.path), 0)
    assert 0 == doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed


@pytest.mark.parametrize("block", page("README.md").blocks("python"))
def test_the_readme_python_runs(block: str) -> None:
    """The README's example in Python runs as it stands."""
    exec(compile(block, "README.md", "exec"), {})


@each_language
def test_the_template_is_the_made_up_example(lang: str) -> None:
    """The tutorial shows the file that is tested."""
    assert [MADE_UP.read_text(encoding="utf-8")] == page(f"docs/{lang}/encode.md").blocks("yaml")


def said_and_written() -> list[tuple[str, str]]:
    """Return each saying of the press in the tutorial's table, with the figure to be written."""
    table = page("docs/zh/encode.md").section("figures").text
    return re.findall(r"^\| “([^”]+)” \| `(\{.+?\})` \|", table, re.MULTILINE)


def test_both_languages_write_figures_alike() -> None:
    """The tables of sayings have the same sayings and figures."""
    english = page("docs/en/encode.md").section("figures").text
    found = re.findall(r"^\| “([^”]+)” \([^|]+\) \| `(\{.+?\})` \|", english, re.MULTILINE)
    assert said_and_written() == found
    assert len(found) > 12


@pytest.mark.parametrize(("said", "written"), said_and_written())
def test_what_the_press_says_is_encoded_so(said: str, written: str, tmp_path: Path) -> None:
    """A figure of the table, proved by the saying itself, passes the checks."""
    module = yaml.safe_load(MADE_UP.read_text(encoding="utf-8"))
    module["article"]["published"]["date"] = "2025-01-20"
    (case,) = module["cases"]
    figure = yaml.load(written, Loader=yaml.BaseLoader)
    number = yaml.safe_load(written)["value"]
    proof = [{"paragraph": 2, "anchor": said}]
    case["metrics"] = [{**figure, "value": number, "evidence": proof}]
    if figure.get("of") == JOINT:
        case["localities"] = ["110101", "110102"]
        del case["outcomes"]
    file = tmp_path / "figure.yaml"
    file.write_text(yaml.safe_dump(module, allow_unicode=True), encoding="utf-8")
    assert () == check(read([file])).problems


def test_the_made_up_example_is_sound() -> None:
    """The example has no problem, and each of its anchors stands in its text where it says."""
    corpus = check(read([MADE_UP]))
    assert () == corpus.problems
    result = verify_files(corpus, [MADE_UP.with_suffix(".txt")], "made-up-article")
    assert {(Found.THERE, 1)} == {(anchor.found, anchor.times) for anchor in result.anchors}


def test_the_made_up_example_says_so() -> None:
    """Nobody can take the example for a report."""
    case = read([MADE_UP]).cases[0]
    assert case.title.zh.startswith("虚构")
    assert case.title.en.startswith("Made-up")
    assert "虚构" in MADE_UP.with_suffix(".txt").read_text(encoding="utf-8").splitlines()[0]


def test_the_readme_has_four_commands() -> None:
    """The README gives four commands, each of which sets up its own environment."""
    blocks = page("README.md").blocks("sh")
    assert [True] * 4 == [block.startswith("python3 -m venv") for block in blocks]
    assert [1] * 4 == [block.count("\n") for block in blocks]


def test_what_the_readme_shows_comes_out() -> None:
    """The lines of a digest at the top of the README are those that its first command prints."""
    (shown,) = page("README.md").blocks("text")
    golden = (ROOT / "tests/cli/golden/compare-two.zh.80.txt").read_text(encoding="utf-8")
    assert [] == [line for line in shown.splitlines() if line not in golden.splitlines()]
    assert (ROOT / "docs/images/site.png").read_bytes().startswith(b"\x89PNG")


def test_change_log_and_citation_are_of_this_version() -> None:
    """Both name the version that the library has."""
    newest = re.search(r"^## \[([\d.]+)\] - ([\d-]+)$", page("CHANGELOG.md").text, re.MULTILINE)
    assert newest is not None
    citation = yaml.safe_load(page("CITATION.cff").text)
    assert cppcc_cases.__version__ == newest[1] == citation["version"]
    assert newest[2] == citation["date-released"]
    assert "1.2.0" == citation["cff-version"]
