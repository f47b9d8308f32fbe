"""Files and folders → a corpus."""

import gc
from pathlib import Path

import pytest

from cppcc_cases.corpus import Corpus, joined, read, with_problems
from cppcc_cases.corpus.read import no_collector, placed, read_file
from cppcc_cases.errors import Location, Problem
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.text import Text

BASE = (Path(__file__).parents[2] / "conformance" / "valid" / "base.yaml").read_text("utf-8")


def write(file: Path, text: str = BASE) -> Path:
    """Write a data module and return its path."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def told(corpus: Corpus) -> list[tuple[str, str, int, int]]:
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
        ("a.yaml", "yaml-alias", 1, 4),
        ("b.yaml", "not-utf8", 1, 1),
        ("c.yaml", "empty-text", 3, 6),
        ("c.yaml", "number-expected", 28, 15),
        ("d.yaml", "yaml-control-character", 1, 1),
    ]
    corpus = read([tmp_path])
    assert expected == told(corpus)
    assert ["c.yaml", "e.yaml"] == [Path(loaded.file).name for loaded in corpus.files]


def test_a_file_that_is_reached_twice_is_read_once(tmp_path: Path) -> None:
    """A folder, a file in it and a link to it are one."""
    file = write(tmp_path / "a" / "a.yaml")
    (tmp_path / "a" / "b.yaml").symlink_to(file)
    expected = [str(file)]
    assert expected == [loaded.file for loaded in read([tmp_path / "a", file]).files]


def test_a_link_to_itself_is_a_problem(tmp_path: Path) -> None:
    """A link that leads nowhere can't be read."""
    (tmp_path / "a.yaml").symlink_to(tmp_path / "a.yaml")
    expected = [("a.yaml", "unreadable", 1, 1)]
    assert expected == told(read([tmp_path]))


def test_paths_that_give_nothing_are_problems(tmp_path: Path) -> None:
    """A missing path and an empty folder are told of, each at itself."""
    (tmp_path / "b").mkdir()
    expected = [("a", "unreadable", 1, 1), ("b", "no-data", 1, 1)]
    assert expected == told(read([tmp_path / "b", tmp_path / "a"]))


def test_a_key_that_is_no_text_is_one_problem(tmp_path: Path) -> None:
    """That it is no field either goes without saying; other faults of the same place don't."""
    file = write(tmp_path / "a.yaml", "7: seven\narticle: []\ncases: []\n")
    expected = ["yaml-key", "fields-expected", "cases-expected"]
    assert expected == [problem.code for problem in read_file(file, Registry.installed())[1]]


def test_flaws_are_placed_as_far_as_they_can_be(tmp_path: Path) -> None:
    """Where a file is gone in the meantime, its problems stand at its top."""
    file = write(tmp_path / "a.yaml", BASE.replace("value: 7", "value: seven"))
    _, problems = read_file(file, Registry.installed())
    loaded = read([file]).files[0]
    file.unlink()
    expected = (28, Location(file=str(file)))
    assert expected == (problems[0].location.line, loaded.location(("article", "id")))
    assert [] == list(placed(str(file), ()))


def problem(file: str, code: str = "a", line: int = 1) -> Problem:
    """Return a problem of a file."""
    return Problem(
        code=code, message=Text(zh="一", en="one"), location=Location(file=file, line=line)
    )


def test_problems_are_told_in_order_and_once() -> None:
    """The order is that of files, lines, columns and codes."""
    ordered = (problem("a", "b"), problem("a", "a", 2), problem("b"), problem("b", "b"))
    corpus = with_problems(Corpus(files=(), problems=ordered[2:]), reversed(ordered))
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
