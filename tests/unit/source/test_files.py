"""Files → text: every way in which a file can't be read is a problem with a place."""

import contextlib
import os
import socket
import stat
from pathlib import Path

import pytest

from cppcc_cases.errors import Location, Problem
from cppcc_cases.source.files import all_data_files, data_files, here, read_text, write_atomically


def refused(found: str | Problem) -> tuple[str, Location]:
    """Return code and place of what must be a problem."""
    assert isinstance(found, Problem)
    return found.code, found.location


def files_of(path: Path) -> list[str]:
    """Return the data modules at a path, which must give no problem, relative to it."""
    found, problems = data_files(path)
    assert not problems
    return [file.relative_to(path).as_posix() for file in found]


def test_text_is_read_as_utf8(tmp_path: Path) -> None:
    """What is written is what is read, line ends included."""
    file = tmp_path / "a.yaml"
    file.write_bytes("太原\r\n".encode())
    expected = "太原\r\n"
    assert expected == read_text(file)


def test_a_byte_order_mark_is_refused(tmp_path: Path) -> None:
    """A data module begins with its text."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    expected = ("bom", Location(file=str(file), line=1, column=1))
    assert expected == refused(read_text(file))


def test_a_byte_order_mark_may_be_allowed(tmp_path: Path) -> None:
    """A reader's own copy may begin with one, which is left out."""
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfa")
    expected = "a"
    assert expected == read_text(file, may_have_bom=True)


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        ("a: 1\n报道: 2\n".encode("gbk"), 2, 1),
        ("a: 太原\r\nb: 大".encode() + b"\xff", 2, 5),
        ("a: 1\n".encode("utf-16"), 1, 1),
    ],
    ids=["gbk", "one byte", "utf-16"],
)
def test_other_encodings_are_refused(tmp_path: Path, raw: bytes, line: int, column: int) -> None:
    """The place is that of the first byte that is not UTF-8, counted in characters."""
    file = tmp_path / "a.yaml"
    file.write_bytes(raw)
    expected = ("not-utf8", Location(file=str(file), line=line, column=column))
    assert expected == refused(read_text(file))


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    """Its message says what to do, in both languages."""
    found = read_text(tmp_path / "none.yaml")
    assert isinstance(found, Problem)
    expected = ("unreadable", "没有这个文件或文件夹，请检查路径")
    assert expected == (found.code, found.message.zh)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Reading a folder as a file is a problem, and no traceback."""
    expected = ("unreadable", Location(file=str(tmp_path)))
    assert expected == refused(read_text(tmp_path))


def test_an_error_without_words_of_ours_is_told_in_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says of a rarer error stands in the message."""

    def fail(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    (tmp_path / "a.yaml").touch()
    monkeypatch.setattr(Path, "read_bytes", fail)
    found = read_text(tmp_path / "a.yaml")
    assert isinstance(found, Problem)
    expected = "this file or folder can't be read (Input/output error); check the path"
    assert expected == found.message.en


def device(folder: Path, sort: str) -> Path:
    """Return something in a folder that has the name of a data module, and is no file."""
    place = folder / "a.yaml"
    if sort == "pipe":
        os.mkfifo(place)
    elif sort == "socket":
        # A socket's path must be short, and that of a test's folder may not be.
        with socket.socket(socket.AF_UNIX) as one, contextlib.chdir(folder):
            one.bind(place.name)
    else:
        place.symlink_to(sort)
    return place


SORTS = ["pipe", "socket", "/dev/zero", "/dev/null", "/dev/tty"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="of POSIX")
@pytest.mark.parametrize("sort", SORTS)
def test_what_is_no_file_is_not_read(tmp_path: Path, sort: str) -> None:
    """A pipe would never end, and a device might; each is found, and told to be no file."""
    place = device(tmp_path, sort)
    found = read_text(place)
    assert isinstance(found, Problem)
    assert ("unreadable", True) == (found.code, "is no regular file but a pipe" in found.message.en)
    assert ((place,), ()) == data_files(place)
    assert ((place,), ()) == data_files(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="of POSIX")
@pytest.mark.parametrize("sort", SORTS)
def test_what_is_no_file_is_not_replaced(tmp_path: Path, sort: str) -> None:
    """A pipe or a device stays what it is."""
    place = device(tmp_path, sort)
    kind = stat.S_IFMT(place.stat().st_mode)
    found = write_atomically(place, "x")
    assert found is not None
    assert ("unwritable", True) == (found.code, "没有动它" in found.message.zh)
    assert (kind, ["a.yaml"]) == (stat.S_IFMT(place.stat().st_mode), names(tmp_path))


@pytest.mark.parametrize("to", ["nowhere.yaml", "a.yaml"])
def test_a_link_that_leads_nowhere_is_a_problem(tmp_path: Path, to: str) -> None:
    """Nor does one that leads to itself hang anything."""
    (tmp_path / "a.yaml").symlink_to(tmp_path / to)
    expected = ("unreadable", Location(file=str(tmp_path / "a.yaml")))
    assert expected == refused(read_text(tmp_path / "a.yaml"))


def test_several_paths_give_each_file_once(tmp_path: Path) -> None:
    """A file that is reached twice, by whatever name, stands there once."""
    file, link = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.touch()
    link.symlink_to(file)
    found, problems = all_data_files([file, tmp_path, tmp_path / "none"])
    assert ((file,), ["unreadable"]) == (found, [one.code for one in problems])


def test_where_one_stands_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative name is in no folder, and no folder is in it."""
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    assert tmp_path / "gone" == here()
    (tmp_path / "gone").rmdir()
    assert Path() == here()


def test_a_file_is_itself(tmp_path: Path) -> None:
    """A path that is a file is read whatever its name."""
    file = tmp_path / "a.txt"
    file.touch()
    expected = ((file,), ())
    assert expected == data_files(file)


def test_a_folder_is_searched_with_all_below_it(tmp_path: Path) -> None:
    """Data modules are found in order; hidden files and folders are passed over."""
    for name in ("b/c.yaml", "a.YML", ".git/x.yaml", ".#a.yaml", "._a.yaml", "note.txt", "b/a.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    expected = ["a.YML", "b/a.yml", "b/c.yaml"]
    assert expected == files_of(tmp_path)


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    """A folder without data modules is a mistake that would else go unseen."""
    expected = [("no-data", Location(file=str(tmp_path)))]
    assert expected == [refused(problem) for problem in data_files(tmp_path)[1]]


def test_a_missing_path_is_a_problem(tmp_path: Path) -> None:
    """A path that is not there gives one problem and no file."""
    expected = [("unreadable", Location(file=str(tmp_path / "none")))]
    assert expected == [refused(problem) for problem in data_files(tmp_path / "none")[1]]


def test_a_folder_that_cannot_be_listed_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can be read is found, and the folder that can't is a problem."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.yaml").touch()
    scandir = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found, problems = data_files(tmp_path)
    expected = ((tmp_path / "b" / "x.yaml",), [("unreadable", Location(file=f"{tmp_path}/a"))])
    assert expected == (found, [refused(problem) for problem in problems])


def written(file: Path, text: str) -> tuple[str, Location] | None:
    """Write a file and return code and place of the problem, if there was one."""
    found = write_atomically(file, text)
    return None if found is None else refused(found)


def names(folder: Path) -> list[str]:
    """Return the names of all files in a folder, hidden ones included."""
    return sorted(os.listdir(folder))


def test_a_file_is_written(tmp_path: Path) -> None:
    """The text stands in it in UTF-8, with its own line ends, and nothing is left beside it."""
    file = tmp_path / "a.yaml"
    assert written(file, "太原\n") is None
    assert "太原\n".encode() == file.read_bytes()
    assert written(file, "大同\r\n") is None
    assert ("大同\r\n".encode(), ["a.yaml"]) == (file.read_bytes(), names(tmp_path))


def test_the_mode_is_kept(tmp_path: Path) -> None:
    """Whoever could read the old file can read the new one, and nobody else."""
    file = tmp_path / "a.yaml"
    file.write_text("old")
    file.chmod(0o640)
    assert written(file, "new") is None
    assert ("new", 0o640) == (file.read_text(), file.stat().st_mode & 0o777)


def test_a_link_leads_to_the_new_text(tmp_path: Path) -> None:
    """Not the link is replaced but what it leads to, in its own folder."""
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "a.yaml", tmp_path / "b.yaml"
    target.write_text("old")
    link.symlink_to(target)
    assert written(link, "new") is None
    assert (True, "new") == (link.is_symlink(), target.read_text())
    assert (["b.yaml", "there"], ["a.yaml"]) == (names(tmp_path), names(tmp_path / "there"))


@pytest.mark.parametrize("name", ["案" * 85, "a" * 255, "例" * 84 + ".md"])
def test_the_longest_names_are_written(tmp_path: Path, name: str) -> None:
    """A name of as many bytes as the system takes leaves room for what is written beside it."""
    assert written(tmp_path / name, "new") is None
    assert ([name], "new") == (names(tmp_path), (tmp_path / name).read_text())


def test_a_file_that_may_be_open_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows keeps a file that is open in Word from being replaced; that is what is said."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(os, "replace", refuse)
    found = write_atomically(tmp_path / "a.docx", "new")
    assert found is not None
    assert (True, True) == ("Word" in found.message.zh, "open in Word" in found.message.en)


def test_a_read_only_file_is_let_be(tmp_path: Path) -> None:
    """A file that nobody may write is a problem, even for those who may do anything."""
    file = tmp_path / "a.yaml"
    file.write_text("old")
    file.chmod(0o444)
    assert ("unwritable", Location(file=str(file))) == written(file, "new")
    assert ("old", ["a.yaml"]) == (file.read_text(), names(tmp_path))


@pytest.mark.parametrize("name", ["no-such-folder/a.yaml", "folder"])
def test_what_is_no_file_cannot_be_written(tmp_path: Path, name: str) -> None:
    """A folder that is not there, or one in the file's place, is a problem."""
    (tmp_path / "folder").mkdir()
    assert ("unwritable", Location(file=str(tmp_path / name))) == written(tmp_path / name, "new")
    assert ["folder"] == names(tmp_path)


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
@pytest.mark.parametrize("error", [PermissionError(13, "denied"), OSError(28, "no space")])
def test_a_failure_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: OSError
) -> None:
    """Whichever step fails, the old text stays and no temporary file does."""
    file = tmp_path / "a.yaml"
    file.write_text("old")

    def fail(*given: object, **named: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        found = written(file, "new")
    assert ("unwritable", Location(file=str(file))) == found
    assert ("old", ["a.yaml"]) == (file.read_text(), names(tmp_path))


def test_an_interrupt_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever stops the program keeps the old text."""
    file = tmp_path / "a.yaml"
    file.write_text("old")

    def interrupt(*given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(file, "new")
    assert ("old", ["a.yaml"]) == (file.read_text(), names(tmp_path))


@pytest.mark.parametrize(
    ("asked", "called"),
    [
        (".", "b.yaml"),
        ("far", "far/a.yaml"),
        ("link/../beside", "link/../beside/c.yaml"),
        ("../home", "../home/b.yaml"),
    ],
)
def test_files_are_called_as_their_folder_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, called: str
) -> None:
    """A way through a link and back is not shortened: it would lead somewhere else."""
    for name in ("else/far/a.yaml", "else/beside/c.yaml", "home/b.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    for link in ("far", "link"):
        (tmp_path / "home" / link).symlink_to(tmp_path / "else" / "far")
    monkeypatch.chdir(tmp_path / "home")
    assert ((Path(called),), ()) == data_files(Path(asked))
