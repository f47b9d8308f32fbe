"""No command falls over a plugin that is bad in whatever way, and each tells which it is."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar

import pytest
from attrs import evolve, field, frozen
from tests.by_hand import PACKAGE, WORDS, Sound, beside, entry
from tests.unit.plugins.bad import FINDINGS, RAISES, ROWS, noisy

from cppcc_cases.cli.app import main
from cppcc_cases.model import Lifecycle, Text, label
from cppcc_cases.plugins.entries import COLLECTIONS, FORMS, KINDS, VOCABULARY, Entry
from cppcc_cases.plugins.registry import Registry

Run = Callable[..., tuple[int, str, str]]
Install = Callable[..., None]
BASE = Path(__file__).parents[1] / "conformance" / "valid" / "base.yaml"
NAMED = f"{PACKAGE} 1.2"
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "list": ("list", "--cases", "cases"),
    "show": ("show", "made-up-studio", "--cases", "cases"),
    "compare": ("compare", "taiyuan", "datong"),
    "search": ("list", "--text", "平台"),
    "json": ("show", "made-up-studio", "--cases", "cases", "--format", "json"),
    "vocab": ("vocab", "kinds"),
    "schema": ("schema",),
    "codebook": ("codebook", "--shipped"),
    "fmt": ("fmt", "--check", "cases"),
}


@frozen(kw_only=True)
class Told(Sound):
    """A kind whose code is what a test gives it."""

    codes: ClassVar[Mapping[str, Text]] = {"made-up": WORDS}

    lifecycle: Lifecycle = field(factory=Lifecycle, metadata=label("流程", "lifecycle"))


@pytest.fixture
def install(quiet: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Return a function that installs entry points, in a folder with a case of a made-up kind."""
    lines = BASE.read_text(encoding="utf-8").splitlines()
    first, last = lines.index("      kind: member_studio"), lines.index("    metrics:")
    text = [*lines[:first], "      kind: made_up.kind", "      lifecycle: {}", *lines[last:], ""]
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "case.yaml").write_text("\n".join(text), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def put(*entries: Entry) -> None:
        monkeypatch.setattr(Registry, "installed", classmethod(lambda cls: beside(*entries)))

    return put


def kind(**code: Any) -> Entry:
    """Return the entry point of a kind with code of its own."""
    return entry(frozen(kw_only=True)(type("Kind", (Told,), code)))


def harmless(run: Run) -> None:
    """Insist that all commands end by themselves, and that data on stdout are data."""
    for name, arguments in COMMANDS.items():
        code, out, _ = run(*arguments)
        assert (name, True) == (name, code in (0, 1))
        assert (name, True) == (name, bool(out) or code == 1 or name == "fmt")
        if name == "json" and out:
            json.loads(out)


@pytest.mark.parametrize("sort", RAISES)
@pytest.mark.parametrize("group", [KINDS, VOCABULARY, COLLECTIONS, FORMS])
def test_what_fails_at_import(group: str, sort: str, install: Install, run: Run) -> None:
    """An entry point that can't be loaded is listed and told of; nothing else is disturbed."""
    raised, said = RAISES[sort]
    install(evolve(entry(None, group=group), load=raised))
    for arguments in (("plugins",), ("check", "cases")):
        code, out, _ = run(*arguments, "--lang", "en", COLUMNS="1000")
        assert (1, True, True) == (code, said[:60] in out, PACKAGE in out)
    assert "is broken" in out
    assert NAMED in out


@pytest.mark.parametrize("sort", ["exit", "interrupt", "unspeakable"])
@pytest.mark.parametrize("group", [KINDS, VOCABULARY, COLLECTIONS, FORMS])
def test_commands_go_on(group: str, sort: str, install: Install, run: Run) -> None:
    """With such an entry point every other command ends by itself."""
    install(evolve(entry(None, group=group), load=RAISES[sort][0]))
    harmless(run)


@pytest.mark.parametrize("sort", RAISES)
@pytest.mark.parametrize("name", ["check", "rows", "__attrs_post_init__"])
def test_what_fails_when_it_is_called(name: str, sort: str, install: Install, run: Run) -> None:
    """The check, the rows and the making of a mechanism may fail: that is an error of the case."""
    raised, said = RAISES[sort]
    install(kind(**{name: raised}))
    code, out, _ = run("check", "cases", "--lang", "en")
    if (name, sort) in {("__attrs_post_init__", one) for one in ("long", "lines", "half")}:
        assert (1, True) == (code, "kind-check" in out)
        return
    assert (1, 1) == (code, out.count(" broken-plugin: "))
    assert [] == [one for one in (said[:60], NAMED, "case.yaml") if one not in out]


@pytest.mark.parametrize("name", ["check", "rows", "__attrs_post_init__"])
@pytest.mark.parametrize("sort", ["exit", "interrupt", "unspeakable"])
def test_commands_go_on_when_it_fails(name: str, sort: str, install: Install, run: Run) -> None:
    """With such a kind every other command ends by itself."""
    install(kind(**{name: RAISES[sort][0]}))
    harmless(run)


@pytest.mark.parametrize("sort", FINDINGS)
def test_wrong_findings(sort: str, install: Install, run: Run) -> None:
    """What a check gives and may not is an error of the case, and no finding."""
    install(kind(check=FINDINGS[sort]))
    code, out, _ = run("check", "cases", "--lang", "en")
    assert (1, 1, True) == (code, out.count(" broken-plugin: "), NAMED in out)
    assert "made_up.kind/" not in out


@pytest.mark.parametrize("path", [("nowhere",), ("cases", 9), ("mechanism", "a", -1), ()])
def test_a_path_that_leads_nowhere(path: Any, install: Install, run: Run) -> None:
    """A finding at a place that is not there stands at the nearest that is."""
    install(kind(check=lambda self, case: [("made-up", path, WORDS)]))
    code, out, _ = run("check", "cases", "--lang", "en")
    assert (1, True) == (code, "made_up.kind/made-up: made up" in out)


@pytest.mark.parametrize("sort", ROWS)
def test_wrong_rows(sort: str, install: Install, run: Run) -> None:
    """Rows that are none are an error of the case, and the page says so in their place."""
    install(kind(rows=ROWS[sort]))
    code, out, _ = run("check", "cases", "--lang", "en")
    assert (1, 1, True) == (code, out.count(" broken-plugin: "), NAMED in out)
    code, out, _ = run("show", "made-up-studio", "--cases", "cases", "--lang", "en")
    assert (1, True) == (code, NAMED in " ".join(out.split()))


class Meta(type):
    """The type of a class that fails when it is looked at."""

    def __getattribute__(cls, name: str) -> Any:
        raise SystemExit(0)


class Late:
    """An attribute that fails when it is read."""

    def __get__(self, one: object, of: type | None = None) -> Any:
        raise SystemExit(0)


def spoilt(**changed: Any) -> type:
    """Return a kind of which something was changed after it was made."""
    classy = {name: changed.pop(name) for name in ("__class__",) if name in changed}
    cls = frozen(kw_only=True, slots=False)(type("Kind", (Told,), classy))
    for name, value in changed.items():
        setattr(cls, name, value)
    return cls


CLASSES: dict[str, Any] = {
    "metaclass": Meta("Kind", (), {}),
    "late_name": spoilt(name=Late()),
    "late_definition": spoilt(definition=Late()),
    "late_stages": spoilt(stages=Late()),
    "late_codes": spoilt(codes=Late()),
    "late_kind": spoilt(kind=Late()),
    "late_fragment": spoilt(fragment=Late()),
    "late_field": spoilt(lifecycle=Late()),
    "property": spoilt(lifecycle=property(RAISES["exit"][0])),
    "getattribute": spoilt(__getattribute__=RAISES["exit"][0]),
    "class": spoilt(__class__=property(RAISES["exit"][0])),
    "codes": spoilt(codes={7: WORDS}),
    "fragment": spoilt(fragment=7),
    "module": json,
    "function": len,
    "instance": Sound(),
    "none": None,
}


@pytest.mark.parametrize("sort", CLASSES)
def test_classes_that_are_no_kinds(sort: str, install: Install, run: Run) -> None:
    """A class that runs code where it is looked at is broken, and is not looked at again."""
    install(entry(CLASSES[sort]))
    code, out, _ = run("check", "cases", "--lang", "en")
    assert (1, True, True) == (code, "is broken" in out, NAMED in out)
    harmless(run)


@pytest.mark.parametrize("sort", RAISES)
def test_collections_and_forms_that_fail(sort: str, install: Install, run: Run) -> None:
    """The function of a collection, and that of a form, may fail: the package is named."""
    raised, said = RAISES[sort]
    install(entry(raised, group=COLLECTIONS), entry(raised, "told", group=FORMS))
    code, out, _ = run("plugins", "--lang", "en", COLUMNS="1000")
    assert (1, True) == (code, said[:60] in out)
    code, out, err = run("compare", "taiyuan", "datong", "-o", "a.told", "--lang", "en")
    assert (1, "", True, True) == (code, out, said[:60] in err, NAMED in err)
    assert not Path("a.told").exists()


@pytest.mark.parametrize("found", [None, 7, b"cases", ["cases"], "\0", "nowhere"])
def test_folders_that_are_none(found: object, install: Install, run: Run) -> None:
    """A collection that leads to no folder is named."""
    install(entry(lambda: found, group=COLLECTIONS))
    code, out, _ = run("check", "cases", "--lang", "en")
    assert (1, True, True) == (code, "is broken" in out, NAMED in out)


@pytest.mark.parametrize("command", list(COMMANDS))
def test_prints_stay_out_of_the_output(
    command: str, install: Install, capfd: pytest.CaptureFixture[str]
) -> None:
    """A plugin that prints wherever it is called changes nothing of what is printed."""
    arguments = COMMANDS[command]
    install(kind(rows=lambda self: (), check=lambda self, case: ()))
    main(arguments)
    expected = capfd.readouterr().out
    loud = kind(rows=noisy, check=noisy, __attrs_post_init__=noisy)
    install(evolve(loud, load=lambda: (noisy(), loud.load())[1]))
    main(arguments)
    assert expected == capfd.readouterr().out


@pytest.mark.parametrize("sort", ["exit", "interrupt", "unspeakable"])
@pytest.mark.parametrize("group", [KINDS, VOCABULARY, COLLECTIONS, FORMS])
@pytest.mark.parametrize("words", ["cases show ta", "cases list --kind ins"])
def test_completion_goes_on(
    words: str,
    group: str,
    sort: str,
    install: Install,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Words are completed whatever is installed, and nothing else is printed."""

    def bad() -> Any:
        sys.stdout.write("made up\n")
        return RAISES[sort][0]()

    install(evolve(entry(None, group=group), load=bad))
    monkeypatch.setenv("_CASES_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    with pytest.raises(SystemExit) as ended:
        main([])
    out = capfd.readouterr().out
    assert (0, True, False) == (ended.value.code, "plain," in out, "made up" in out)


@pytest.mark.parametrize("name", ["__getattr__", "__eq__", "__hash__", "__repr__", "__str__"])
def test_values_that_fail_when_they_are_looked_at(name: str, install: Install, run: Run) -> None:
    """No command asks a mechanism for more than its fields, or what it is equal to."""
    install(kind(**{name: RAISES["exit"][0], "rows": lambda self: ()}))
    code, out, _ = run("check", "cases", "--lang", "en")
    assert (0, False) == (code, "broken" in out) or NAMED in out
    harmless(run)
