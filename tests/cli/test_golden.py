"""What commands print, byte by byte, in files that are renewed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from tests.by_hand import OWN
from tests.conftest import Derived

from cppcc_cases.plugins.registry import Registry

Run = Callable[..., tuple[int, str, str]]
GOLDEN = Path(__file__).parent / "golden"

EIGHT = ("taiyuan", "datong", "xinzhou", "jinzhong", "yangquan", "changzhi", "jincheng", "linfen")
VERIFY = ("verify", "--source", "source.txt", "--cases", "good", "--article", "made-up-for-tests")
COMMANDS: dict[str, tuple[tuple[str, ...], int]] = {
    "compare-two": (("compare", "taiyuan", "datong"), 0),
    "compare-no-case": (("compare", "taiyuan", "shuozhou"), 0),
    "compare-two-cases": (("compare", "xinzhou", "yangquan"), 0),
    "compare-levels": (("compare", "taiyuan", "linxi"), 0),
    "compare-chosen": (("compare", "--province", "山西"), 0),
    "compare-years": (("compare", "xinzhou", "--indicator", "filing_rate"), 0),
    "compare-eight": (("compare", *EIGHT), 0),
    "compare-made-up": (("compare", "made-up-street-lamps", "太原市", "--cases", "good"), 0),
    "list": (("list",), 0),
    "list-filtered": (("list", "--province", "山西", "--stage", "follow_up"), 0),
    "list-none": (("list", "--province", "西藏"), 0),
    "show-case": (("show", "tongshan-hotline-link"), 0),
    "show-locality": (("show", "忻州市"), 0),
    "show-no-case": (("show", "shuozhou"), 1),
    "similar": (("similar", "datong-result-procedure"), 0),
    "similar-most": (("similar", "铜山", "--most", "1"), 0),
    "matrix": (("matrix",), 0),
    "matrix-kind": (("matrix", "--by", "kind", "--province", "山西"), 0),
    "matrix-indicator": (("matrix", "--by", "indicator"), 0),
    "matrix-none": (("matrix", "--province", "西藏"), 0),
    "vocab-stages": (("vocab", "stages"), 0),
    "vocab-indicators": (("vocab", "indicators"), 0),
    "vocab-kinds": (("vocab", "kinds"), 0),
    "vocab-topics": (("vocab", "topics"), 0),
    "vocab-place": (("vocab", "places", "江北"), 0),
    "vocab-place-with-case": (("vocab", "places", "Tongshan District, Xuzhou"), 0),
    "plugins": (("plugins",), 0),
    "list-limit": (("list", "--limit", "2"), 0),
    "matrix-limit": (("matrix", "--limit", "2", "--by", "kind"), 0),
    "check-good": (("check", "good"), 0),
    "check-coverage": (("check", "good", "--coverage"), 0),
    "agreement": (("agreement", "good", "good"), 0),
    "check-broken": (("check", "broken"), 1),
    "verify": (VERIFY, 1),
}
WIDE = {"compare-two", "compare-eight", "vocab-indicators"}
"""What is also shown at 120 columns."""

ERRORS = (
    ("nonsense",),
    ("compar",),
    ("list", "--nonsense"),
    ("list", "--kin", "x"),
    ("list", "--kind"),
    ("--version=1",),
    ("compare",),
    ("show",),
    ("show", "taiyuan", "datong"),
    ("verify",),
    ("list", "--format", "xml"),
    ("list", "--format", "markdwn"),
    ("--lang", "fr", "list"),
    ("vocab", "units"),
    ("vocab", "places"),
    ("vocab", "stages", "太原"),
    ("vocab", "places", "雄安新区"),
    ("list", "--level", "city"),
    ("list", "--level", "地级市"),
    ("list", "--status", "完成"),
    ("compare", "太原、大同"),
    ("compare", "太原,大同"),
    ("compare", "--province", "内蒙古"),
    ("list", "--kind", "nonsense"),
    ("list", "--stage", "follow-u"),
    ("list", "--period", "last year"),
    ("list", "--locality", "没有这个地方"),
    ("show", "taiyaun"),
    ("show", "朝阳区"),
    ("show", "taiyuan-platform-netwrk"),
    ("similar",),
    ("similar", "忻州"),
    ("similar", "taiyuan", "--most", "0"),
    ("matrix", "--by", "topic"),
    ("compare", "taiyuan"),
    ("compare", "--kind", "member_studio"),
    ("compare", "--province", "西藏"),
    ("compare", "taiyuan", "datong", "--kind", "member_studio"),
    ("compare", *EIGHT, "linxi"),
    ("compare", "taiyuan", "太原市", "datong"),
    ("verify", "--source", "source.txt", "--article", "nonsense"),
    ("verify", "--source", "no-such-file.txt", "--article", "tongshan-hotline"),
    ("list", "--cases", "no-such-folder", "--province", "江苏"),
)
HELP = (
    (),
    ("--help",),
    *(
        (name, "--help")
        for name in ("list", "show", "compare", "similar", "matrix", "check", "fmt")
    ),
)


@pytest.fixture(autouse=True)
def _own_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the library's own entry points only, of no version in particular."""
    own = [evolve(one, version="X.Y.Z") for one in OWN]
    monkeypatch.setattr(Registry, "installed", classmethod(lambda cls: cls(entries=own)))


@pytest.fixture
def golden(derived: Derived) -> Callable[[str, str], None]:
    """Return a function that holds what is printed to a file of that name."""
    return lambda name, printed: derived(GOLDEN / name, printed)


def documents() -> list[tuple[str, str, int]]:
    """Return the names of the texts, each with its language and width."""
    narrow = [(name, lang, 80) for name in COMMANDS for lang in ("zh", "en")]
    wide = [(name, lang, 120) for name in sorted(WIDE) for lang in ("zh", "en")]
    return narrow + wide


@pytest.mark.parametrize(("name", "lang", "columns"), documents())
def test_text(
    name: str, lang: str, columns: int, run: Run, golden: Callable[[str, str], None]
) -> None:
    """Each command prints its text, in both languages, at the width of the terminal."""
    arguments, code = COMMANDS[name]
    found, out, err = run(*arguments, "--lang", lang, COLUMNS=str(columns))
    golden(f"{name}.{lang}.{columns}.txt", out)
    assert (code, "") == (found, err)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_markdown(name: str, lang: str, run: Run, golden: Callable[[str, str], None]) -> None:
    """Each command prints its Markdown, in both languages."""
    arguments, code = COMMANDS[name]
    found, out, err = run(*arguments, "--lang", lang, "--format", "markdown")
    golden(f"{name}.{lang}.md", out)
    assert (code, "") == (found, err)


@pytest.mark.parametrize("name", COMMANDS)
def test_json(name: str, run: Run, golden: Callable[[str, str], None]) -> None:
    """Each command prints its JSON, which is the same in every language."""
    arguments, code = COMMANDS[name]
    found, out, err = run(*arguments, "--format", "json")
    golden(f"{name}.json", out)
    assert (code, "") == (found, err)
    assert (code, out, "") == run(*arguments, "--format", "json", "--lang", "en")


def transcript(run: Run, commands: tuple[tuple[str, ...], ...], lang: str) -> str:
    """Return commands, each with what it printed and its exit code."""
    pieces = []
    for arguments in commands:
        code, out, err = run(*arguments, CPPCC_CASES_LANG=lang)
        pieces.append(f"$ cases {' '.join(arguments)}\n{out}{err}→ {code}\n")
    return "\n".join(pieces)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_errors(lang: str, run: Run, golden: Callable[[str, str], None]) -> None:
    """Each error is told in the user's language, and says what to write instead."""
    printed = transcript(run, ERRORS, lang)
    golden(f"errors.{lang}.txt", printed)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help(lang: str, run: Run, golden: Callable[[str, str], None]) -> None:
    """The help of the program and of its commands is told in the user's language."""
    commands = (*HELP, ("verify", "--help"), ("vocab", "-h"), ("plugins", "--help"))
    printed = transcript(run, commands, lang)
    golden(f"help.{lang}.txt", printed)


def test_no_golden_file_is_left_over() -> None:
    """Every golden file is that of some test."""
    expected = {
        *(f"{name}.{lang}.{columns}.txt" for name, lang, columns in documents()),
        *(f"{name}.{lang}.md" for name in COMMANDS for lang in ("zh", "en")),
        *(f"{name}.json" for name in COMMANDS),
        *(f"{name}.{lang}.txt" for name in ("errors", "help") for lang in ("zh", "en")),
    }
    assert expected == {file.name for file in GOLDEN.iterdir()}
