"""A site is written whole, or not at all, and takes the place of nothing but a site."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from cppcc_cases.scaffold.write import CannotWrite
from cppcc_cases.site.page import Page
from cppcc_cases.site.write import MARK, Written, _exchange, write
from cppcc_cases.text import Text

OLD = {"zh/index.html": "旧", "assets/site.css": "a{}"}
NEW = {"zh/index.html": "新", "en/index.html": "new", "data/cases.json": "[]"}


def pages(files: dict[str, str]) -> Iterator[Page]:
    """Yield files as pages."""
    for path, text in files.items():
        yield Page(path=path, content=text.encode("utf-8"))


def held(folder: Path) -> dict[str, str]:
    """Return the files of a site with their text."""
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file() and file.name != MARK
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site that was written before."""
    write(pages(OLD), tmp_path / "site")
    return tmp_path / "site"


def alone(site: Path) -> bool:
    """Tell whether nothing but the site is in its folder."""
    return [site] == list(site.parent.iterdir())


@pytest.mark.parametrize("name", ["new", "deep/er/new", "empty", "slash/"])
def test_a_new_site(tmp_path: Path, name: str) -> None:
    """It is written into a folder that is new, or empty, and its folders are made."""
    (tmp_path / "empty").mkdir()
    folder = tmp_path / name
    assert Written(files=3, pages=2) == write(pages(NEW), folder)
    assert NEW == held(folder)
    assert [] == [one for one in folder.parent.iterdir() if one.name.startswith(".")]


def test_a_site_takes_the_place_of_another(site: Path) -> None:
    """Nothing of the old one is left, and nothing else is there."""
    write(pages(NEW), site)
    assert (NEW, True) == (held(site), alone(site))


def test_two_sites_are_the_same(tmp_path: Path) -> None:
    """Two builds are alike to the last byte, the mark too, whatever came first."""
    write(pages(NEW), tmp_path / "one")
    write(pages(dict(reversed(NEW.items()))), tmp_path / "two")
    marks = [(tmp_path / name / MARK).read_bytes() for name in ("one", "two")]
    assert [b"data\nen\nzh\n"] * 2 == marks
    assert held(tmp_path / "one") == held(tmp_path / "two")


def test_rights_are_the_usual_ones(tmp_path: Path) -> None:
    """A new folder is as open as any; one that is there keeps the rights that it has."""
    (tmp_path / "usual").mkdir()
    write(pages(NEW), tmp_path / "new")
    assert (tmp_path / "usual").stat().st_mode == (tmp_path / "new").stat().st_mode
    (tmp_path / "new").chmod(0o750)
    write(pages(NEW), tmp_path / "new")
    assert 0o750 == (tmp_path / "new").stat().st_mode & 0o777


class Sudden(BaseException):
    """Ends a program as a signal does."""


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, Sudden])
def test_pages_that_fail(site: Path, error: type[BaseException]) -> None:
    """Where making the pages fails half-way, the old site is whole and nothing else is there."""

    def failing() -> Iterator[Page]:
        yield from pages(NEW)
        raise error

    with pytest.raises(error):
        write(failing(), site)
    assert (OLD, True) == (held(site), alone(site))


def test_nothing_new_is_left_above(tmp_path: Path) -> None:
    """Folders that were made for a site that came to nothing are taken away again."""

    def failing() -> Iterator[Page]:
        yield from pages(NEW)
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        write(failing(), tmp_path / "deep/er/site")
    assert [] == list(tmp_path.iterdir())


def refusing(
    method: Callable[..., object], number: int, error: BaseException
) -> Callable[..., object]:
    """Return a method that raises an error when it is called for the so many-th time."""
    calls = [0]

    def called(*arguments: object) -> object:
        calls[0] += 1
        if calls[0] == number:
            raise error
        return method(*arguments)

    return called


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("number", [1, 3, 5])
def test_the_disk_is_full(site: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Where a file can't be written, the old site is whole, and the error says what happened."""
    monkeypatch.setattr(Path, "write_bytes", refusing(Path.write_bytes, number, FULL))
    with pytest.raises(CannotWrite, match="No space left") as told:
        write(pages(NEW), site)
    assert str(site) in told.value.message.zh
    assert (OLD, True) == (held(site), alone(site))


@pytest.fixture
def _no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a system that can't exchange two folders at one stroke."""
    monkeypatch.setattr("cppcc_cases.site.write._exchange", lambda *_: False)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()])
@pytest.mark.usefixtures("_no_exchange")
def test_the_swap_fails(
    site: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException
) -> None:
    """Where one of the two moves fails, the old site is put back."""
    monkeypatch.setattr(Path, "rename", refusing(Path.rename, number, error))
    with pytest.raises((CannotWrite, KeyboardInterrupt)):
        write(pages(NEW), site)
    assert (OLD, True) == (held(site), alone(site))


@pytest.mark.usefixtures("_no_exchange")
def test_an_old_site_that_cannot_be_put_back_is_kept(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where not even that can be done, the old site is still there, beside its place."""
    rename = Path.rename

    def only_away(one: Path, to: Path) -> Path:
        if to == site:
            raise FULL
        return rename(one, to)

    monkeypatch.setattr(Path, "rename", only_away)
    with pytest.raises(CannotWrite):
        write(pages(NEW), site)
    (beside,) = site.parent.iterdir()
    assert OLD == held(beside / "old-0/site")


def test_there_is_a_site_at_every_moment(site: Path) -> None:
    """Whoever looks while another takes its place finds one of them."""
    for name in ("one", "two"):
        (site / name).mkdir()
    if not _exchange(site / "one", site / "two"):
        pytest.skip("this system can't exchange two folders")
    for name in ("one", "two"):
        (site / name).rmdir()
    done, missed = threading.Event(), []

    def look() -> None:
        while not done.is_set():
            if not (site / MARK).exists():
                missed.append(1)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        for number in range(100):
            write(pages((OLD, NEW)[number % 2]), site)
    finally:
        done.set()
        looking.join()
    assert ([], NEW, True) == (missed, held(site), alone(site))


@pytest.mark.parametrize("name", ["案" * 85, "a" * 255])
def test_the_longest_names_are_written(tmp_path: Path, name: str) -> None:
    """A name of as many bytes as the system takes leaves room for what is written beside it."""
    for files in (OLD, NEW):
        write(pages(files), tmp_path / name)
    assert (NEW, True) == (held(tmp_path / name), alone(tmp_path / name))


def test_a_mark_that_is_no_file(tmp_path: Path) -> None:
    """A pipe of that name makes no site of a folder, and hangs nothing."""
    os.mkfifo(tmp_path / MARK)
    with pytest.raises(CannotWrite):
        write(pages(NEW), tmp_path)


def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    """A folder with anything else in it is refused, and what it holds is named."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("甲", encoding="utf-8")
    with pytest.raises(CannotWrite) as told:
        write(pages(NEW), tmp_path / "mine")
    for said in (told.value.message.zh, told.value.message.en):
        assert "notes.txt" in said
    assert {"notes.txt": "甲"} == held(tmp_path / "mine")


@pytest.mark.parametrize("name", [".git", "CNAME"])
def test_what_was_put_into_a_site_is_not_lost(site: Path, name: str) -> None:
    """A site into which somebody put something is left alone, as that would be lost."""
    (site / name).mkdir()
    with pytest.raises(CannotWrite, match=name):
        write(pages(NEW), site)
    assert OLD == held(site)


def test_litter_is_not_minded(site: Path) -> None:
    """What file managers leave behind keeps no site from being replaced."""
    (site / ".DS_Store").touch()
    (site / "Thumbs.db").touch()
    write(pages(NEW), site)
    assert NEW == held(site)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file in the place of the folder, or of one above it, is left alone."""
    file = tmp_path / "file"
    file.write_text("甲", encoding="utf-8")
    with pytest.raises(CannotWrite, match="there is a file of that name"):
        write(pages(NEW), file)
    with pytest.raises(CannotWrite):
        write(pages(NEW), file / "below")
    assert {"file": "甲"} == held(tmp_path)


def test_a_link_is_followed(site: Path) -> None:
    """Of a symbolic link the folder that it leads to is replaced, and the link stays."""
    link = site.parent / "link"
    link.symlink_to(site, target_is_directory=True)
    write(pages(NEW), link)
    assert (True, NEW, NEW) == (link.is_symlink(), held(link), held(site))


def test_a_link_to_nothing_is_followed(tmp_path: Path) -> None:
    """Where a link leads nowhere yet, the folder is made there."""
    (tmp_path / "link").symlink_to(tmp_path / "there")
    write(pages(NEW), tmp_path / "link")
    assert NEW == held(tmp_path / "there")


@pytest.mark.parametrize("name", [".", "..", "../..", "/"])
def test_the_present_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A folder in which one stands can't be swapped, and another is proposed."""
    (tmp_path / "a/b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a/b")
    with pytest.raises(CannotWrite, match="you are standing in this folder"):
        write(pages(NEW), Path(name))
    assert {} == held(tmp_path)


def test_a_folder_that_may_not_be_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing may be made beside the site, that is told, and the old site is whole."""
    refusal = PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    def refuse(*_: object, **__: object) -> NoReturn:
        raise refusal

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(CannotWrite, match="Permission denied"):
        write(pages(NEW), site)
    assert (OLD, True) == (held(site), alone(site))


def test_names_are_made_safe(tmp_path: Path) -> None:
    """Whatever a page is called, it is written within the folder."""
    files = {"../up.html": "1", "/etc/x": "2", "zh/con.html": "3", "zh/a\0b.html": "4", MARK: "5"}
    write(pages(files), tmp_path / "site")
    assert ["site"] == [one.name for one in tmp_path.iterdir()]
    assert {"1", "2", "3", "4", "5"} == set(held(tmp_path / "site").values())
    write(pages(NEW), tmp_path / "site")
    assert NEW == held(tmp_path / "site")


@pytest.mark.parametrize("other", ["zh/Index.html", "zh/index.html"])
def test_two_pages_are_not_one_file(site: Path, other: str) -> None:
    """Two pages of one name, whatever their case, are refused: one of them would be lost."""
    with pytest.raises(CannotWrite, match="would be one file"):
        write([*pages(NEW), *pages({other: "x"})], site)
    assert (OLD, True) == (held(site), alone(site))


@pytest.mark.parametrize("at_one_stroke", [True, False])
def test_several_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_one_stroke: bool
) -> None:
    """Of builds at the same time one stays, whole, and no other is left behind."""
    if not at_one_stroke:
        monkeypatch.setattr("cppcc_cases.site.write._exchange", lambda *_: False)
    sites = [{f"zh/{n}-{m}.html": str(n) for m in range(20)} for n in range(8)]
    failed: list[BaseException] = []

    def build(files: dict[str, str]) -> None:
        try:
            for _ in range(5):
                write(pages(files), tmp_path / "site")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=build, args=(files,)) for files in sites]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [] == failed
    assert (True, True) == (held(tmp_path / "site") in sites, alone(tmp_path / "site"))


def test_the_error_speaks_both_languages(site: Path) -> None:
    """What can't be done is said in Chinese and in English."""
    (site / "CNAME").touch()
    with pytest.raises(CannotWrite) as told:
        write(pages(NEW), site)
    assert isinstance(told.value.message, Text)
    assert "没有动它" in told.value.message.zh
