"""Files and folders → a shelf of what is in them, kept in the user's cache folder.

What has not changed since it was last read is not read again. A file is known by its times, size
and inode, where these were old enough when it was read; else by its content. The cache is a shelf
for each set of folders; where it can't be had or written, all is read into one in memory, which is
slower and gives the same. Nobody is told: a cache that fails is no fault of the user's.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkstemp

from attrs import define, field, frozen

from cppcc_cases.errors import Problem
from cppcc_cases.model.walk import cited
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.files import read_bytes, read_text, text_of, unreadable
from cppcc_cases.store.cached import Cached, Row
from cppcc_cases.store.corrections import before
from cppcc_cases.store.loaded import Loaded
from cppcc_cases.store.read import no_collector, read_module, told
from cppcc_cases.store.shelf import FORMAT, Known, Shelf, Stamp, problems_in

Check = Callable[[Cached, Sequence[Loaded]], Iterable[Problem]]
Progress = Callable[[int, int], None]
_PACKAGE = Path(__file__).parent.parent
_RACY = 2_000_000_000
"""A file that is not older than this when it is read may change again without its time changing."""
_KEPT = 20
_OLD = 90 * 24 * 3600
_SUFFIX = ".sqlite"


def cache_folder() -> Path:
    """Return the folder of the cache, as the system has it; it need not be there."""
    home = Path(os.path.expanduser("~"))
    if told := os.environ.get("XDG_CACHE_HOME"):
        base = Path(told)
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    elif os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    else:
        base = home / ".cache"
    return base / "cppcc-cases"


def cached_files(folder: Path | None = None) -> list[Path]:
    """Return all that there is of the cache, or of one in another folder."""
    with suppress(OSError):
        held = (folder or cache_folder()).iterdir()
        return sorted(one for one in held if _SUFFIX in one.name)
    return []


def clear() -> int:
    """Throw the cache away; return how many files that were."""
    files = cached_files()
    gone = 0
    for one in files:
        with suppress(OSError):
            one.unlink()
            gone += 1
    return gone


def fingerprint(registry: Registry, words: Iterable[Path] = ()) -> str:
    """Return what tells whether what was made of the same files would be the same again."""
    own = _sources(_PACKAGE) if not (_PACKAGE / "_cases").is_dir() else ""
    foreign = [one for one in registry.entries if one.foreign and one.version]
    plugins = sorted({(e.group, e.name, e.package, e.leads_to) for e in foreign})
    code = sorted({_sources(place) for e in foreign if (place := _package(e.leads_to))})
    own_words = [_sha(one.read_bytes()) for one in words if one.is_file()]
    version = [one.version for one in registry.entries if not one.foreign][:1]
    told = (FORMAT, version, sys.version_info[:2], own, plugins, code, own_words)
    return _sha(repr(told).encode())


def _sha(raw: bytes) -> str:
    return sha256(raw).hexdigest()


def _package(leads_to: str) -> Path | None:
    """Return the folder of the package to which an entry point leads."""
    with suppress(ImportError, ValueError):
        found = find_spec(leads_to.partition(":")[0].partition(".")[0])
        if found and found.origin:
            return Path(found.origin).parent
    return None


def _sources(folder: Path) -> str:
    """Return what tells whether the code below a folder has changed."""
    told = []
    for at, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".json")):
                stat = os.stat(os.path.join(at, name))
                told.append((at, name, stat.st_mtime_ns, stat.st_size))
    return _sha(repr(told).encode())


@frozen(kw_only=True)
class Cache:
    """Where shelves are kept (nowhere, if there is no folder), and who hears of progress."""

    folder: Path | None = None
    progress: Progress | None = None

    def row(
        self,
        files: Sequence[tuple[str, str]],
        registry: Registry,
        made_for: str,
        beside: Sequence[Row] = (),
        check: Check | None = None,
    ) -> tuple[Row, list[Problem]]:
        """Return files, each as it is called and as it is, on a shelf, with their problems.

        ``made_for`` tells what the shelf is fit for; ``beside`` are those that come before it;
        ``check`` finds problems of content.
        """
        if self.folder is not None:
            kept = self.folder / (_sha(made_for.encode()) + _SUFFIX)
            shelf = Shelf.opened(kept, made_for) or Shelf.new(made_for)
            with suppress(OSError, sqlite3.Error):
                return _Work(self, kept, shelf, registry, beside, check).done(files)
        return _Work(self, None, Shelf.new(made_for), registry, beside, check).done(files)


@define(eq=False)
class _Work:
    """One look at files: what is new is read, what is gone is dropped, all else is let be."""

    cache: Cache
    kept: Path | None
    shelf: Shelf
    registry: Registry
    beside: Sequence[Row]
    check: Check | None
    temporary: Path | None = None
    is_new: bool = False
    now: int = field(factory=time.time_ns)
    order: dict[int, str] = field(factory=dict)
    problems: list[Problem] = field(factory=list)
    read: dict[int, tuple[Loaded, list[Problem]]] = field(factory=dict)

    def done(self, files: Sequence[tuple[str, str]]) -> tuple[Row, list[Problem]]:
        """Bring the shelf up to date and return it with all problems."""
        try:
            with no_collector():
                self._look(files)
                row, told = self._told()
            if self.temporary and self.kept:
                total = self.shelf.seal(self.temporary)
                os.replace(self.temporary, self.kept)
                self.shelf.reopen(self.kept, total)
                _tidy(self.kept)
        except BaseException:
            if self.temporary:
                with suppress(OSError):
                    self.temporary.unlink()
            raise
        return row, [*self.problems, *told]

    def _look(self, files: Sequence[tuple[str, str]]) -> None:
        known = self.shelf.known()
        to_read = []
        for shown, real in files:
            one, stamp = known.get(real), _stamp(shown)
            if one and one.stamp == stamp and one.seen > stamp.last + _RACY:
                self.order[one.id] = shown
            else:
                to_read.append((shown, real))
                self.order[-len(to_read)] = shown  # keeps its place in the order
        gone = known.keys() - {real for _, real in files}
        if gone:
            self._writable().drop(known[real].id for real in gone)
        found: dict[int, int] = {}
        for nth, (shown, real) in enumerate(to_read, 1):
            if self.cache.progress:
                self.cache.progress(nth, len(to_read))
            found[-nth] = self._file(shown, real, known.get(real))
        self.order = {found.get(id_, id_): shown for id_, shown in self.order.items()}
        self.order.pop(0, None)

    def _file(self, shown: str, real: str, one: Known | None) -> int:
        """Return the id of a file that may have changed, read anew if it has; 0 if it can't be."""
        stamp = _stamp(shown)
        try:
            raw = read_bytes(Path(shown))
        except OSError as error:
            text: str | Problem = unreadable(Path(shown), error)
            raw = b""
        else:
            text = text_of(Path(shown), raw)
        sha = _sha(raw)
        if one and one.sha == sha and isinstance(text, str):
            if stamp and self.now > stamp.last + _RACY:
                self._writable().touch(one.id, stamp, self.now)
            return one.id
        if one:
            self._writable().drop([one.id])
        if isinstance(text, Problem):
            self.problems.append(text)
            return 0
        loaded, problems, tree = read_module(shown, text, self.registry)
        # What changed while it was read is read again next time.
        seen = self.now if stamp == _stamp(shown) else 0
        id_ = self._writable().put(real, stamp or _NEVER, seen, sha, loaded, tree)
        self.read[id_] = loaded, problems
        return id_

    def _writable(self) -> Shelf:
        """Return the shelf so that it can be written: a copy of what there is."""
        if not self.is_new:
            self.is_new = True
            old, self.shelf = self.shelf, self._copy()
            old.close()
        return self.shelf

    def _copy(self) -> Shelf:
        if self.kept is not None:
            with suppress(OSError):
                self.kept.parent.mkdir(parents=True, exist_ok=True)
                handle, name = mkstemp(prefix="new-", suffix=_SUFFIX, dir=self.kept.parent)
                os.close(handle)
                self.temporary = Path(name)
        return self.shelf.copy(self.temporary)

    def _told(self) -> tuple[Row, list[Problem]]:
        """Return the shelf with all problems of its files, those not known yet looked for."""
        all_ = self._all()
        twice, stale = self._twice(), set(self._stale(all_))
        if self.read or stale - twice:
            self._writable()
            all_ = self._all()
        lacking = dict(self.read)
        for file in sorted((twice | stale) - lacking.keys()):
            lacking[file] = self._again(self.order[file])
        found = self._found(all_, lacking)
        for file in found.keys() - twice:
            self.shelf.put_problems(file, found[file], self._needs(lacking[file][0], all_))
        kept = self.shelf.problems()
        told = [
            one
            for file, shown in self.order.items()
            for one in found.get(file) or problems_in(kept.get(file), shown)
        ]
        return Row(self.shelf, self.order), told

    def _all(self) -> Cached:
        return Cached((*self.beside, Row(self.shelf, self.order)), self.registry)

    def _twice(self) -> set[int]:
        """Return the files with an id that stands elsewhere, too: what that is depends on all."""
        cases, articles = self.shelf.twice()
        for row in self.beside:
            more = self.shelf.shared(row.shelf)
            cases, articles = cases | more[0], articles | more[1]
        found = self.shelf.files_with(cases, articles) if cases or articles else set()
        return found & self.order.keys()

    def _stale(self, all_: Cached) -> Iterator[int]:
        """Yield the files that rest on articles of other files which are not what they were."""
        states: dict[str, str | None] = {}
        for file, article, state in self.shelf.needs():
            if article not in states:
                states[article] = all_.state_of(article)
            if states[article] != state and file in self.order:
                yield file

    def _needs(self, one: Loaded, all_: Cached) -> list[tuple[str, str | None]]:
        """Return the articles of other files on which a file rests, each with what it is now."""
        values = [*one.cases, *(part.value for part in one.partial)]
        wanted = {id_ for value in values for id_ in cited(value)}
        if one.article and (first := one.article.corrects):
            wanted |= {first, *before(first, all_.corrects)}
        return [(id_, all_.state_of(id_)) for id_ in sorted(wanted - {one.article_id})]

    def _again(self, shown: str) -> tuple[Loaded, list[Problem]]:
        """Return what a file holds, its text included."""
        text = read_text(Path(shown))
        if isinstance(text, Problem):
            raise OSError(f"{shown} is not what it was")
        loaded, problems, _ = read_module(shown, text, self.registry)
        return loaded, problems

    def _found(
        self, all_: Cached, lacking: Mapping[int, tuple[Loaded, list[Problem]]]
    ) -> dict[int, list[Problem]]:
        """Return the problems of files, by shape and by content."""
        found = {file: list(problems) for file, (_, problems) in lacking.items()}
        files = {self.order[file]: file for file in lacking}
        checked = self.check(all_, [one for one, _ in lacking.values()]) if self.check else ()
        for one in checked:
            found[files[one.location.file]].append(one)
        return {file: told(dict.fromkeys(problems)) for file, problems in found.items()}


_NEVER = Stamp(0, 0, 0, 0)


def _stamp(file: str) -> Stamp | None:
    with suppress(OSError):
        stat = os.stat(file)
        return Stamp(stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)
    return None


def _tidy(kept: Path) -> None:
    """Throw away what of the cache nobody has written for long, and what is too many."""
    files = [one for one in cached_files(kept.parent) if one != kept]
    with suppress(OSError):
        files.sort(key=lambda one: one.stat().st_mtime, reverse=True)
        for nth, one in enumerate(files):
            if nth >= _KEPT or one.stat().st_mtime < time.time() - _OLD:
                one.unlink()
