"""Data modules laid out anew: what becomes of the files, and what is never lost."""

import os
from pathlib import Path

import pytest

from cppcc_cases.errors import Problem
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import layout
from cppcc_cases.store.layout import Layouts, canonical, lay_out

REGISTRY = Registry.installed()
WRONG = "# head\ncases: [{id:   a}, {id: b}]\narticle:\n    id: x # here\n"
RIGHT = "# head\narticle:\n  id: x  # here\n\ncases:\n  - {id: a}\n\n  - {id: b}\n"


def file_of(folder: Path, text: str = WRONG, name: str = "a.yaml") -> Path:
    """Write a data module, byte by byte, and return its path."""
    file = folder / name
    file.write_bytes(text.encode())
    return file


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, int | None]]:
    """Return code, line and column of problems."""
    return [(one.code, one.location.line, one.location.column) for one in problems]


def new(text: str) -> str | list[tuple[str, int | None, int | None]]:
    """Return a text laid out anew, or the problems that keep it from being."""
    found = canonical(Path("a.yaml"), text, REGISTRY)
    return found if isinstance(found, str) else told(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRONG, RIGHT),
        (RIGHT, RIGHT),
        (WRONG.replace("\n", "\r\n"), RIGHT),
        (RIGHT.rstrip("\n"), RIGHT),
        ("", ""),
        ("# only\n\n\n", "# only\n"),
        ("---\na: 1\n...\n", "a: 1\n"),
        ("a: ~\n", "a:\n"),
        ("zh: '提案'   # 12\n", 'zh: "提案"  # 12\n'),
        ('en: "one"  # 12\n', 'en: "one"  # 12\n'),
        ('id: "one"  # 12\n', "id: one  # 12\n"),
        ('zh: "提案 #12 号"\n', 'zh: "提案 #12 号"\n'),
        ("zh: |\n  提案 #12\n", "zh: |\n  提案 #12\n"),
        (f"en: {'word ' * 19}甲 乙\n", f"en: >-\n  {('word ' * 19).rstrip()}\n  甲 乙\n"),
        ("article: {titel: x, id: 1.50}\n", "article:\n  id: 1.50\n  titel: x\n"),
    ],
)
def test_layout(text: str, expected: str) -> None:
    """Line ends, order, blank lines and indentation are put right; faults of content stay."""
    assert expected == new(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [1\n", [("yaml-unclosed", 1, 4)]),
        ("a: 1\na: 2\n3: x\n", [("yaml-duplicate-key", 2, 1), ("yaml-key", 3, 1)]),
        ("a: &x 1\n", [("yaml-alias", 1, 4)]),
        ("zh: 提案 #12 号\n", [("yaml-comment", 1, 8)]),
        ("zh: 提案\n  #12 号\n", [("yaml-comment", 2, 3)]),
        ("en: Proposal #12\n", [("yaml-comment", 1, 14)]),
        ("zh: 提案\n  办理\n", [("yaml-fold", 1, 5)]),
    ],
)
def test_faults_of_yaml_are_told(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Such a text is not laid out, since nobody knows what it says."""
    assert expected == new(text)


def test_what_could_not_be_read_again_is_told() -> None:
    """A name too long for one line is refused with its place."""
    expected = [("fmt-unsafe", 1, 1)]
    assert expected == new(f"? {'a' * 2000}\n: 1\n")


@pytest.mark.parametrize(
    ("emitted", "place"),
    [
        ("a: 1\nb:\n  - 3  # c\n", (2, 5)),
        ("a: 1.0\nb:\n  - 2  # c\n", (1, 4)),
        ("a: 1\nb:\n  - 2\n", (2, 9)),
        ("a: 1\nb: *x\n", (1, 1)),
    ],
)
def test_a_loss_is_noticed(
    monkeypatch: pytest.MonkeyPatch, emitted: str, place: tuple[int, int]
) -> None:
    """Whatever the writer may get wrong, another value or a lost comment is told by its place."""
    monkeypatch.setattr(layout, "emit", lambda *given: emitted)
    assert [("fmt-unsafe", *place)] == new("a: 1\nb: [2]  # c\n")


def test_files_are_changed(tmp_path: Path) -> None:
    """What is laid out wrongly is replaced, what is right or faulty is let be."""
    wrong, right = file_of(tmp_path), file_of(tmp_path, RIGHT, "b.yaml")
    faulty = file_of(tmp_path, "a: [", "c.yaml")
    found = lay_out([tmp_path], REGISTRY)
    assert ((str(wrong),), (str(right),)) == (found.changed, found.kept)
    assert [("yaml-unclosed", 1, 5)] == told(found.problems)
    assert [RIGHT, RIGHT, "a: ["] == [file.read_bytes().decode() for file in (wrong, right, faulty)]


def test_nothing_is_written_where_none_is_wanted(tmp_path: Path) -> None:
    """Whoever only asks is told the same, and the file stays."""
    file = file_of(tmp_path)
    expected = Layouts(changed=(str(file),), kept=(), problems=())
    assert expected == lay_out([file], REGISTRY, write=False)
    assert file.read_bytes().decode() == WRONG


def test_a_file_that_is_right_is_not_touched(tmp_path: Path) -> None:
    """Its time stays, so that nothing is built again for nothing."""
    file = file_of(tmp_path, RIGHT)
    os.utime(file, (1, 1))
    expected = Layouts(changed=(), kept=(str(file),), problems=())
    assert expected == lay_out([file], REGISTRY)
    assert 1 == file.stat().st_mtime


def test_a_file_is_done_once(tmp_path: Path) -> None:
    """A file that is reached in two ways is told of once."""
    file = file_of(tmp_path)
    expected = Layouts(changed=(str(file),), kept=(), problems=())
    assert expected == lay_out([file, tmp_path], REGISTRY)


def test_a_file_that_may_not_be_written_is_told_of(tmp_path: Path) -> None:
    """It is neither changed nor as it should be."""
    file = file_of(tmp_path)
    file.chmod(0o444)
    found = lay_out([file], REGISTRY)
    expected = ((), (), [("unwritable", None, None)])
    assert expected == (found.changed, found.kept, told(found.problems))
    assert file.read_bytes().decode() == WRONG


@pytest.mark.parametrize(
    ("raw", "code"), [(b"\xef\xbb\xbfa: 1\n", "bom"), (b"a: \xff\n", "not-utf8")]
)
def test_what_is_no_text_is_told_of(tmp_path: Path, raw: bytes, code: str) -> None:
    """The bytes stay as they are."""
    file = tmp_path / "a.yaml"
    file.write_bytes(raw)
    assert [code] == [one.code for one in lay_out([file], REGISTRY).problems]
    assert raw == file.read_bytes()


def test_a_folder_without_data_is_told_of(tmp_path: Path) -> None:
    """As elsewhere, nothing to do is a problem."""
    assert ["no-data"] == [one.code for one in lay_out([tmp_path], REGISTRY).problems]


def test_of_too_many_faults_the_rest_is_counted(tmp_path: Path) -> None:
    """Laying out tells no more of a file than checking does, and leaves it alone."""
    file = file_of(tmp_path, "a: 1\n" * 3000)
    found = lay_out([file], REGISTRY)
    expected = ((), (), 201, 2799)
    last = found.problems[-1]
    assert expected == (found.changed, found.kept, len(found.problems), last.count)
    assert "a: 1\n" * 3000 == file.read_text(encoding="utf-8")
