"""Files and folders → a corpus."""

import gc
from pathlib import Path

import pytest
from attrs import evolve

from cppcc_cases.checks.run import check
from cppcc_cases.errors import MOST, Location, Problem, Severity
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import Corpus, from_text, joined, read, with_problems
from cppcc_cases.store.read import no_collector, read_file
from cppcc_cases.text import Text

CONFORMANCE = Path(__file__).parents[2] / "conformance"
BASE = (CONFORMANCE / "valid" / "base.yaml").read_text("utf-8")


def write(file: Path, text: str = BASE) -> Path:
    """Write a data module and return its path."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def told(corpus: Corpus) -> list[tuple[str, str, int | None, int | None]]:
    """Return file name, code, line and column of all problems."""
    return [
        (Path(one.location.file).name, one.code, one.location.line, one.location.column)
        for one in corpus.problems
    ]


def test_a_file_is_read(tmp_path: Path) -> None:
    """Article, cases and places are kept with the file that they are from."""
    file = write(tmp_path / "a.yaml")
    loaded = read([file]).files[0]
    expected = (str(file), "made-up", ["made-up-studio"], (0,))
    assert expected == (
        loaded.file,
        loaded.article_id,
        [case.id for case in loaded.cases],
        loaded.places,
    )


@pytest.mark.parametrize("text", ["", "\n", "# 只有注释\n", "---\n", "null\n"])
def test_a_file_without_content_is_a_problem(tmp_path: Path, text: str) -> None:
    """An empty file, or one of comments, lacks both fields, and says so in its first line."""
    write(tmp_path / "a.yaml", text)
    expected = ["module-expected"]
    assert expected == [problem.code for problem in read([tmp_path]).problems]


def test_a_broken_file_hides_no_other(tmp_path: Path) -> None:
    """Of several files, each has its say, in the order of files, lines and columns."""
    write(tmp_path / "a.yaml", "a: *x\n")
    write(tmp_path / "b.yaml").write_bytes(b"\xff")
    write(
        tmp_path / "c.yaml",
        BASE.replace("  id: made-up\n", "  id:\n").replace("value: 7", "value:"),
    )
    write(tmp_path / "d.yaml", "\x07")
    write(tmp_path / "e.yaml")
    expected = [
        ("a.yaml", "missing-field", 1, 1),
        ("a.yaml", "yaml-alias", 1, 4),
        ("b.yaml", "not-utf8", 1, 1),
        ("c.yaml", "empty-text", 3, 6),
        ("c.yaml", "number-expected", 28, 15),
        ("d.yaml", "module-expected", 1, 1),
        ("d.yaml", "yaml-control-character", 1, 1),
    ]
    corpus = read([tmp_path])
    assert expected == told(corpus)
    assert ["a.yaml", "c.yaml", "d.yaml", "e.yaml"] == [
        Path(loaded.file).name for loaded in corpus.files
    ]


def test_a_file_that_is_reached_twice_is_read_once(tmp_path: Path) -> None:
    """A folder, a file in it and a link to it are one."""
    file = write(tmp_path / "a" / "a.yaml")
    (tmp_path / "a" / "b.yaml").symlink_to(file)
    expected = [str(file)]
    assert expected == [loaded.file for loaded in read([tmp_path / "a", file]).files]


def test_a_link_to_itself_is_a_problem(tmp_path: Path) -> None:
    """A link that leads nowhere can't be read."""
    (tmp_path / "a.yaml").symlink_to(tmp_path / "a.yaml")
    expected = [("a.yaml", "unreadable", None, None)]
    assert expected == told(read([tmp_path]))


def test_paths_that_give_nothing_are_problems(tmp_path: Path) -> None:
    """A missing path and an empty folder are told of, each at itself."""
    (tmp_path / "b").mkdir()
    expected = [("a", "unreadable", None, None), ("b", "no-data", None, None)]
    assert expected == told(read([tmp_path / "b", tmp_path / "a"]))


def test_a_key_that_is_no_text_is_one_problem(tmp_path: Path) -> None:
    """That it is no field either goes without saying; other faults of the same place don't."""
    file = write(tmp_path / "a.yaml", "7: seven\narticle: []\ncases: []\n")
    expected = ["yaml-key", "fields-expected", "cases-expected"]
    assert expected == [problem.code for problem in read_file(file, Registry.installed())[1]]


def test_problems_are_placed_in_the_text_that_was_read(tmp_path: Path) -> None:
    """What becomes of the file in the meantime is no matter; it is not read again."""
    file = write(tmp_path / "a.yaml", BASE.replace("unit: piece", "unit: 个"))
    corpus = read([file])
    file.unlink()
    expected = [("a.yaml", "unit-mismatch", 29, 15)]
    assert expected == told(check(corpus))
    assert Location(file=str(file), line=3, column=7) == corpus.files[0].location(("article", "id"))


@pytest.mark.parametrize("name", ["all-at-once", "yaml-hides-none", "several", "yaml-key"])
def test_a_text_has_the_problems_of_its_file(name: str) -> None:
    """From memory too, each has its line and column."""
    file = CONFORMANCE / "invalid" / f"{name}.yaml"
    expected = check(read([file])).problems
    assert expected == check(from_text(file.read_text(encoding="utf-8"), str(file))).problems


def test_what_is_faulty_is_no_case(tmp_path: Path) -> None:
    """A case that was decoded in part is looked at by rules, and is in no corpus."""
    corpus = read([write(tmp_path / "a.yaml", BASE.replace("value: 7", "value: seven"))])
    expected = ((), 1, "made-up-studio")
    (part,) = corpus.files[0].partial
    assert expected == (corpus.cases, len(corpus.articles), part.value.id)


def problem(file: str, code: str = "a", line: int = 1) -> Problem:
    """Return a problem of a file."""
    return Problem(
        code=code, message=Text(zh="一", en="one"), location=Location(file=file, line=line)
    )


def test_problems_are_told_in_order_and_once() -> None:
    """The order is that of files, lines, columns and codes."""
    ordered = (problem("a", "b"), problem("a", "a", 2), problem("b"), problem("b", "b"))
    corpus = with_problems(evolve(Corpus.of(), problems=ordered[2:]), reversed(ordered))
    assert ordered == corpus.problems


def test_of_a_file_in_two_corpora_the_second_has_its_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is the same however its path is written, and its problems are told once."""
    write(tmp_path / "a.yaml")
    write(tmp_path / "b.yaml", BASE.replace("value: 7", "value: seven"))
    write(tmp_path / "c.yaml", "a: *x\n")
    monkeypatch.chdir(tmp_path)
    own = read([Path()])
    expected = (own.files, own.problems)
    both = joined(read([tmp_path]), own)
    assert expected == (both.files, both.problems)
    assert {"b.yaml", "c.yaml"} == {one.location.file for one in both.problems}


def test_two_corpora_are_joined_in_order(tmp_path: Path) -> None:
    """What only the first has is kept with its problems."""
    first = read([write(tmp_path / "b.yaml", BASE.replace("value: 7", "value: seven"))])
    second = read([write(tmp_path / "a.yaml")])
    expected = ((*first.files, *second.files), first.problems)
    both = joined(first, second)
    assert expected == (both.files, both.problems)


def test_the_collector_is_left_as_it_was() -> None:
    """It is off while values are made, and on after that only if it was before."""
    states = []
    with no_collector():
        states.append(gc.isenabled())
    states.append(gc.isenabled())
    gc.disable()
    try:
        with no_collector():
            pass
        states.append(gc.isenabled())
    finally:
        gc.enable()
    expected = [False, True, False]
    assert expected == states


HEAD = BASE[: BASE.index("cases:")]
CASE = BASE[BASE.index("  - id:") :]
MANY = 3000


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}cases:\n" + "  - {}\n" * MANY,
        BASE.replace("metrics:\n", "metrics:\n" + "      - {}\n" * MANY),
        BASE + "".join(f"    field-{n}: 1\n" for n in range(MANY)),
        BASE + "".join(f"field-{n}: 1\n" for n in range(MANY)),
        BASE + "    topics: [health]\n" * MANY,
        BASE.replace("health", ", ".join(["helth"] * MANY)),
        BASE.replace("虚构的局限", "局" + "\x07" * MANY),
        BASE.replace("[{paragraph: 1, anchor: 虚构的做法}]", f"[{'{}, ' * MANY}]"),
        f"{HEAD}cases:\n" + f"{CASE}    x: 1\n" * MANY,
    ],
    ids=["cases", "figures", "fields", "top", "twice", "words", "characters", "evidence", "near"],
)
def test_problems_beyond_number_are_counted(tmp_path: Path, text: str) -> None:
    """Of a file, some hundred problems are told, and in one line how many more there are."""
    problems = check(read([write(tmp_path / "a.yaml", text)])).problems
    last = problems[-1]
    expected = (MOST + 1, ["too-many"], True)
    assert expected == (
        len(problems),
        [one.code for one in problems if one.count > 1],
        f"{last.count:,}" in last.message.zh and f"{last.count:,}" in last.message.en,
    )
    assert sum(one.count for one in problems) >= MANY


def of(file: str, line: int, severity: Severity, count: int = 1) -> Problem:
    """Return a problem, or what stands for many."""
    code = "too-many" if count > 1 else "made-up"
    place = Location(file=file, line=line)
    said = Text(zh="虚构", en="made up")
    return Problem(code=code, message=said, location=place, severity=severity, count=count)


def test_errors_are_told_before_warnings() -> None:
    """Warnings give way to errors, and what is told stands in the order of the file."""
    warnings = [of("a", 2 * line, Severity.WARNING) for line in range(MOST)]
    errors = [of("a", 2 * line + 1, Severity.ERROR) for line in range(MOST - 1)]
    found = with_problems(Corpus.of(), [*warnings, *errors]).problems
    expected = [0, *range(1, 2 * MOST - 2, 2), 2 * MOST - 3]
    assert expected == [one.location.line for one in found]
    assert (Severity.WARNING, MOST - 1) == (found[-1].severity, found[-1].count)


def test_counts_are_joined() -> None:
    """What was counted before is counted on, once for each file."""
    problems = [of(file, line, Severity.ERROR) for file in "ab" for line in range(MOST)]
    first = with_problems(Corpus.of(), [*problems, of("a", MOST, Severity.ERROR, count=7)])
    again = with_problems(first, [of("a", MOST + 1, Severity.WARNING)])
    expected = [[7], [8]]
    assert expected == [[p.count for p in c.problems if p.count > 1] for c in (first, again)]


def test_a_faulty_case_among_too_many_keeps_no_other_out(tmp_path: Path) -> None:
    """A case that can be read is read, wherever it stands."""
    text = f"{HEAD}cases:\n" + "  - {}\n" * MANY + CASE
    assert ["made-up-studio"] == [
        case.id for case in read([write(tmp_path / "a.yaml", text)]).cases
    ]
