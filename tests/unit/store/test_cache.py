"""The cache: the same as without it, whatever has become of it."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from cppcc_cases.checks.run import check
from cppcc_cases.comparison import compare
from cppcc_cases.facets import GROUPS
from cppcc_cases.loading import load
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.query import group_by, select
from cppcc_cases.store import Corpus, Query, Store, joined, read, renewal, shipped
from cppcc_cases.store import cache as cached
from cppcc_cases.store.cache import Cache

TESTS = Path(__file__).parents[2]
TRIAL, CONFORMANCE = TESTS / "trial", TESTS / "conformance"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Return a cache that is empty."""
    return Cache(folder=tmp_path / "cache")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of cases that may be changed; its files are old."""
    made = tmp_path / "cases"
    shutil.copytree(TRIAL, made, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return aged(made)


def aged(folder: Path, by: float = 60) -> Path:
    """Return a folder whose files were last changed some time ago."""
    for file in folder.rglob("*.yaml"):
        then = time.time() - by
        os.utime(file, (then, then))
    return folder


def anew(*paths: Path) -> Corpus:
    """Return the shipped cases and those of paths, read and checked without any shelf."""
    own = read(paths)
    return check(joined(shipped(), own), files=own.files)


def kept(cache: Cache) -> list[Path]:
    """Return the files of a cache."""
    assert cache.folder
    return sorted(cache.folder.iterdir()) if cache.folder.is_dir() else []


def same(one: Store, other: Store) -> None:
    """Demand that two collections answer alike."""
    assert one.problems == other.problems
    assert one.articles == other.articles
    assert one.cases == other.cases
    assert (one.codes(), one.corrects, one.corrections) == (
        other.codes(),
        other.corrects,
        other.corrections,
    )
    for key in ("id", "article", "mention", *GROUPS):
        assert one.values(key) == other.values(key)
        for id_ in sorted(one.values(key))[:40]:
            assert one.find(Query.of(**{key: [id_]})) == other.find(Query.of(**{key: [id_]}))
    assert [loaded.file for loaded in one.files] == [loaded.file for loaded in other.files]
    assert one.files == other.files


@pytest.mark.parametrize(
    "paths",
    [
        [TRIAL],
        [CONFORMANCE / "valid"],
        [CONFORMANCE / "invalid"],
        [CONFORMANCE / "invalid", CONFORMANCE / "valid", TRIAL],
        [TESTS.parent / "cases"],
        [TESTS.parent / "cases", TRIAL / "s001-taiyuan-proposals.yaml"],
    ],
    ids=["trial", "valid", "invalid", "all", "ours again", "a file"],
)
def test_it_answers_as_memory_does(paths: list[Path], cache: Cache) -> None:
    """New, warm, and without a cache: every query and every problem is the same."""
    expected = anew(*paths)
    for one in (cache, cache, Cache(), None):
        same(expected, load(*paths, strict=False, cache=one))


def test_relative_names_are_those_of_this_run(
    folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read under one name is told under another."""
    (folder / "bad.yaml").write_text("article: 3\n", encoding="utf-8")
    load(folder, strict=False, cache=cache)
    monkeypatch.chdir(folder.parent)
    here = Path("cases")
    same(anew(here), load(here, strict=False, cache=cache))


Change = Callable[[Path], object]


def _edit(folder: Path) -> None:
    file = folder / "s001-taiyuan-proposals.yaml"
    file.write_text(file.read_text("utf-8").replace("582", "583"), encoding="utf-8")


def _rename(folder: Path) -> None:
    (folder / "s001-taiyuan-proposals.yaml").rename(folder / "z.yaml")


def _swap(folder: Path) -> None:
    one, other = folder / "s070-qinghai-annual-work.yaml", folder / "s087-rizhao-sectors.yaml"
    text = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(text)


def _copy(folder: Path) -> None:
    shutil.copy(folder / "s001-taiyuan-proposals.yaml", folder / "a.yaml")


def _words(folder: Path) -> None:
    text = "topics:\n  - id: made.topic\n    label: {zh: 虚构}\n    definition: {zh: 虚构的。}\n"
    (folder / "vocabulary.yaml").write_text(text, encoding="utf-8")


CHANGES: dict[str, Change] = {
    "edited": _edit,
    "gone": lambda folder: (folder / "s001-taiyuan-proposals.yaml").unlink(),
    "renamed": _rename,
    "swapped": _swap,
    "twice": _copy,
    "broken": lambda folder: (folder / "a.yaml").write_text("article: [", encoding="utf-8"),
    "no text": lambda folder: (folder / "a.yaml").write_bytes(b"\xff\xfe"),
    "words": _words,
    "touched": lambda folder: aged(folder, 30),
    "a link": lambda folder: (folder / "a.yaml").symlink_to(TRIAL / "s098-sichuan-courtyard.yaml"),
    "a broken link": lambda folder: (folder / "a.yaml").symlink_to(folder / "nowhere"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_is_read_again(name: str, folder: Path, cache: Cache) -> None:
    """Whatever becomes of a folder, the answer is that of today, and so it is the next time."""
    load(folder, strict=False, cache=cache)
    CHANGES[name](folder)
    expected = anew(folder)
    same(expected, load(folder, strict=False, cache=cache))
    same(expected, load(folder, strict=False, cache=cache))


def test_changes_one_after_another(folder: Path, cache: Cache) -> None:
    """Of any order of changes the answer is right after each."""
    draw = random.Random(7)
    for name in draw.sample(sorted(CHANGES), len(CHANGES)):
        try:
            CHANGES[name](folder)
        except OSError:
            continue  # what it would change is gone, or there already
        same(anew(folder), load(folder, strict=False, cache=cache))


def test_a_change_that_leaves_no_trace_in_times_is_seen(folder: Path, cache: Cache) -> None:
    """A file that was young when it was read is looked into again."""
    file = folder / "s001-taiyuan-proposals.yaml"
    now = time.time()
    os.utime(file, (now, now))
    load(folder, strict=False, cache=cache)
    stat = file.stat()
    text = file.read_text("utf-8").replace("582", "583")
    with file.open("r+", encoding="utf-8") as held:
        held.write(text)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    same(anew(folder), load(folder, strict=False, cache=cache))


@pytest.mark.parametrize("by", [-3600 * 24 * 400, 3600 * 24 * 400])
def test_a_clock_that_is_wrong_makes_it_slower_only(
    by: int, folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files from the future, or a clock that went back."""
    aged(folder, by)
    load(folder, strict=False, cache=cache)
    _edit(folder)
    aged(folder, by)
    same(anew(folder), load(folder, strict=False, cache=cache))
    monkeypatch.setattr(time, "time_ns", lambda: 1_000_000_000)
    _copy(folder)
    same(anew(folder), load(folder, strict=False, cache=cache))


def test_articles_of_other_files_are_minded(tmp_path: Path, cache: Cache) -> None:
    """A file that did not change is checked again where an article that it cites did."""
    base = (CONFORMANCE / "valid" / "base.yaml").read_text("utf-8")
    head = base[: base.index("cases:")].replace("id: made-up\n", "id: other\n")
    citing = base.replace("{paragraph: 2,", "{article: other, paragraph: 2,")
    folder = tmp_path / "cases"
    folder.mkdir()
    (folder / "citing.yaml").write_text(citing, encoding="utf-8")
    other = folder / "other.yaml"
    for text in (head, None, head, head.replace("2024", "2031"), "article: 3\n", head):
        if text is None:
            other.unlink()
        else:
            other.write_text(text, encoding="utf-8")
        aged(folder)
        for _ in range(2):
            same(anew(folder), load(folder, strict=False, cache=cache))


# ---- What may become of the cache itself


def _flipped(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    draw = random.Random(len(raw))
    for _ in range(3):
        raw[draw.randrange(len(raw))] ^= 1 << draw.randrange(8)
    file.write_bytes(raw)


def _foreign(file: Path) -> None:
    file.unlink()
    db = sqlite3.connect(file)
    db.execute("create table files (a, b)")
    db.commit()
    db.close()


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGE: dict[str, Change] = {
    "flipped bits": _flipped,
    "cut": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "empty": lambda file: file.write_bytes(b""),
    "text": lambda file: file.write_text("虚构", encoding="utf-8"),
    "of another program": _foreign,
    "a folder": _folder,
    "gone": lambda file: file.unlink(),
    "longer": lambda file: file.write_bytes(file.read_bytes() + b"x" * 5000),
    "of another collection": lambda file: file.write_bytes(
        sorted(file.parent.iterdir())[0].read_bytes()
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_cache_that_is_damaged_is_as_none(name: str, folder: Path, cache: Cache) -> None:
    """The answer is right, nothing is said, and the cache is sound again where it can be."""
    expected = anew(folder)
    load(folder, strict=False, cache=cache)
    for file in kept(cache):
        DAMAGE[name](file)
    for _ in range(2):
        same(expected, load(folder, strict=False, cache=cache))


def test_every_byte_counts(folder: Path, cache: Cache) -> None:
    """Wherever in the file a bit is flipped, what it holds is not believed."""
    load(folder, strict=False, cache=cache)
    sound = {file: file.read_bytes() for file in kept(cache)}
    expected = anew(folder)
    draw = random.Random(3)
    for _ in range(25):
        for file, raw in sound.items():
            changed = bytearray(raw)
            changed[draw.randrange(len(raw))] ^= 1 << draw.randrange(8)
            file.write_bytes(changed)
        found = load(folder, strict=False, cache=cache)
        assert expected.cases == found.cases
        assert expected.problems == found.problems


@pytest.mark.parametrize("place", ["a file", "nowhere", "not ours"])
def test_where_nothing_can_be_kept_all_is_read(
    place: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache folder that is a file, can't be made or can't be written costs time only."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    where = {"a file": tmp_path / "file", "nowhere": tmp_path / "file" / "x"}
    if place == "not ours":

        def refused(*_: object, **__: object) -> tuple[int, str]:
            raise PermissionError(13, "made up")

        monkeypatch.setattr(renewal, "mkstemp", refused)
    cache = Cache(folder=where.get(place, tmp_path / "cache"))
    for _ in range(2):
        same(anew(folder), load(folder, strict=False, cache=cache))


def test_a_full_disk_leaves_nothing_behind(
    folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be written wholly is taken away again."""

    def full(*_: object) -> None:
        raise OSError(28, "no space left (made up)")

    monkeypatch.setattr("os.replace", full)
    same(anew(folder), load(folder, strict=False, cache=cache))
    assert [] == kept(cache)


def test_a_cache_that_can_only_be_read_is_used(folder: Path, cache: Cache) -> None:
    """Nothing of it changes, and the answer is right."""
    load(folder, strict=False, cache=cache)
    assert cache.folder
    before = {file: file.read_bytes() for file in kept(cache)}
    _edit(folder)
    cache.folder.chmod(0o500)
    try:
        same(anew(folder), load(folder, strict=False, cache=cache))
    finally:
        cache.folder.chmod(0o700)
    if os.geteuid():  # nobody forbids root to write
        assert before == {file: file.read_bytes() for file in kept(cache)}


RUN = """
import sys
from pathlib import Path
from cppcc_cases.loading import load
from cppcc_cases.store.cache import Cache
found = load(sys.argv[1], strict=False, cache=Cache(folder=Path(sys.argv[2])))
print(len(found.cases), len(found.problems), sorted(found.values("id"))[-1])
"""


def test_four_processes_at_once(folder: Path, cache: Cache) -> None:
    """Each has the right answer, whoever writes the cache, and none leaves anything behind."""
    expected = anew(folder)
    told = f"{len(expected.cases)} {len(expected.problems)} {max(expected.values('id'))}\n"
    command = [sys.executable, "-c", RUN, str(folder), str(cache.folder)]
    for _ in range(2):
        running = [
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(4)
        ]
        assert [(told, "")] * 4 == [one.communicate() for one in running]
    assert not [file for file in kept(cache) if file.name.startswith("new-")]


def test_another_version_has_another_shelf(folder: Path, cache: Cache) -> None:
    """What an older library made is not taken for what this one would make."""
    load(folder, strict=False, cache=cache)
    before = kept(cache)
    newer = [evolve(one, version="9.9") for one in Registry.installed().entries]
    load(folder, strict=False, cache=cache, registry=Registry(entries=newer))
    assert set(before) < set(kept(cache))


def test_old_shelves_are_thrown_away(
    folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache does not grow for ever."""
    assert cache.folder
    monkeypatch.setattr(cached, "cache_folder", lambda: cache.folder)
    cache.folder.mkdir()
    for number in range(30):
        (cache.folder / f"{number}.sqlite").write_bytes(b"")
    long_ago = time.time() - 400 * 24 * 3600
    os.utime(cache.folder / "0.sqlite", (long_ago, long_ago))
    load(folder, strict=False, cache=cache)
    names = [file.name for file in kept(cache)]
    assert ("0.sqlite" in names, len(names) < 30) == (False, True)
    assert 0 < cached.clear()
    assert [] == kept(cache)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is decoded, as it is."""
    decoded: list[str] = []
    module = sys.modules["cppcc_cases.store.cached"]
    real = module.decode_one

    def noted(tree: dict[str, object], *rest: object) -> object:
        decoded.append(str(tree["id"]))
        return real(tree, *rest)

    monkeypatch.setattr(module, "decode_one", noted)
    return decoded


def test_only_what_is_asked_for_is_decoded(folder: Path, cache: Cache, counted: list[str]) -> None:
    """A comparison of two cases, and a filter, leave all others where they are."""
    load(folder, strict=False, cache=cache)
    counted.clear()
    corpus = load(folder, strict=False, cache=cache)
    assert [] == counted
    compare(corpus, "trial-s001-taiyuan-proposals", "trial-huainan-proposals-2019")
    articles = ["trial-s001", "trial-s142"]
    cases = ["trial-huainan-proposals-2019", "trial-s001-taiyuan-proposals"]
    assert sorted([*articles, *cases]) == sorted(counted)
    counted.clear()
    select(load(folder, strict=False, cache=cache), kind="democratic_supervision")
    assert ["trial-hohhot-supervision", "trial-pukou-supervision"] == sorted(counted)


def test_groupings_are_the_same(folder: Path, cache: Cache) -> None:
    """What is made of all cases is made of the same cases."""
    one, other = anew(folder), load(folder, strict=False, cache=cache)
    assert [group_by(one, by) for by in GROUPS] == [group_by(other, by) for by in GROUPS]
