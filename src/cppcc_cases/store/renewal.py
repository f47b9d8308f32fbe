"""Files → a shelf of what is in them that is up to date.

A file is known by its times, size and inode, where these were old enough when it was read; else by
its content.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from tempfile import mkstemp

from attrs import define, field

from cppcc_cases.errors import Problem
from cppcc_cases.model.walk import cited
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.files import read_bytes, read_text, text_of, unreadable
from cppcc_cases.store.cache import SUFFIX, Cache, tidy
from cppcc_cases.store.cached import Cached, Row
from cppcc_cases.store.corrections import before
from cppcc_cases.store.fingerprint import digest
from cppcc_cases.store.loaded import Loaded
from cppcc_cases.store.read import no_collector, read_module, told
from cppcc_cases.store.shelf import ARTICLE, CASE, Known, Shelf, Stamp, problems_in

Check = Callable[[Cached, Sequence[Loaded]], Iterable[Problem]]
_RACY = 2_000_000_000
"""A file that is not older than this when it is read may change again without its time changing."""
_LITTLE = 200
"""What is less than one part of so many is little: it is read again rather than kept."""
File = tuple[Shelf, int]
"""A shelf, and a file's id on it."""


def renewed(
    cache: Cache,
    files: Sequence[tuple[str, str]],
    registry: Registry,
    made_for: str,
    before: Sequence[Row] = (),
    check: Check | None = None,
) -> tuple[list[Row], list[Problem]]:
    """Return files, each as it is called and as it is, on shelves, with their problems.

    ``made_for`` tells what a shelf is fit for; ``before`` are rows that come before these;
    ``check`` finds problems of content.
    """
    if cache.folder is not None:
        kept = cache.folder / (digest(made_for.encode()) + SUFFIX)
        with suppress(OSError, sqlite3.Error):
            shelf = Shelf.opened(kept, made_for)
            if shelf:
                with suppress(_TooMuch):
                    work = _Renewal(cache, shelf, None, registry, before, check, Shelf.new(""))
                    return work.done(files)
            shelf = shelf or Shelf.new(made_for)
            return _Renewal(cache, shelf, kept, registry, before, check).done(files)
    return _Renewal(cache, Shelf.new(made_for), None, registry, before, check).done(files)


class _TooMuch(Exception):
    """So much has changed that it is better kept than read again next time."""


@define(eq=False, slots=False)
class _Renewal:
    """One look at files: what is new is read, what is gone is dropped, all else is let be.

    What is new goes to a copy of the shelf, which takes its place and is kept; or, where little has
    changed, to one in memory beside it, which is cheaper as long as it is little.
    """

    cache: Cache
    shelf: Shelf
    kept: Path | None
    registry: Registry
    before: Sequence[Row]
    check: Check | None
    beside: Shelf | None = None
    temporary: Path | None = None
    now: int = field(factory=time.time_ns)
    size: int = 0
    order: dict[File, str] = field(factory=dict)
    problems: list[Problem] = field(factory=list)
    read: dict[File, tuple[Loaded, list[Problem]]] = field(factory=dict)

    def done(self, files: Sequence[tuple[str, str]]) -> tuple[list[Row], list[Problem]]:
        """Bring the shelf up to date and return it, and what lies beside it, with all problems."""
        try:
            with no_collector():
                known = self.shelf.known()
                if self.kept:
                    self._copy(self.kept)
                self._look(files, known)
                told = self._told()
            if self.temporary and self.kept:
                total = self.shelf.seal(self.temporary)
                os.replace(self.temporary, self.kept)
                self.shelf.reopen(self.kept, total)
                tidy(self.kept)
        except BaseException:
            if self.temporary:
                with suppress(OSError):
                    self.temporary.unlink()
            raise
        return self._rows, [*self.problems, *told]

    def _copy(self, kept: Path) -> None:
        """Go on with a copy of the shelf, in a file if there can be one."""
        old = self.shelf
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            handle, name = mkstemp(prefix="new-", suffix=SUFFIX, dir=kept.parent)
            os.close(handle)
            self.temporary = Path(name)
        self.shelf = old.copy(self.temporary)
        old.close()

    def _look(self, files: Sequence[tuple[str, str]], known: Mapping[str, Known]) -> None:
        fresh = set()
        for shown, real in files:
            one, stamp = known.get(real), _stamp(shown)
            self.size += stamp.size if stamp else 0
            if not one or one.stamp != stamp or one.seen <= stamp.last + _RACY:
                fresh.add(shown)
        self._weigh(fresh)
        if not self.beside:
            self.shelf.drop(known[real].id for real in known.keys() - {real for _, real in files})
        nth = 0
        for shown, real in files:
            file: File | None = (self.shelf, known[real].id) if shown not in fresh else None
            if file is None:
                nth += 1
                if self.cache.progress:
                    self.cache.progress(nth, len(fresh))
                file = self._file(shown, real, known.get(real))
            if file:
                self.order[file] = shown

    def _weigh(self, files: Iterable[str]) -> None:
        """Raise :class:`_TooMuch` if it is not worth while to read some files at each run."""
        part = sum(stamp.size for one in files if (stamp := _stamp(one)))
        if self.beside and part * _LITTLE > self.size:
            raise _TooMuch

    def _file(self, shown: str, real: str, one: Known | None) -> File | None:
        """Return a file that may have changed, read anew if it has; None if it can't be read."""
        stamp = _stamp(shown)
        try:
            raw = read_bytes(Path(shown))
        except OSError as error:
            text: str | Problem = unreadable(Path(shown), error)
            raw = b""
        else:
            text = text_of(Path(shown), raw)
        sha = digest(raw)
        if one and one.sha == sha and isinstance(text, str):
            if stamp and self.now > stamp.last + _RACY and not self.beside:
                self.shelf.touch(one.id, stamp, self.now)
            return self.shelf, one.id
        if one and not self.beside:
            self.shelf.drop([one.id])
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        loaded, problems, tree = read_module(shown, text, self.registry)
        # What changed while it was read is read again next time.
        seen = self.now if stamp == _stamp(shown) else 0
        shelf = self.beside or self.shelf
        file = shelf, shelf.put(real, stamp or _NEVER, seen, sha, loaded, tree)
        self.read[file] = loaded, problems
        return file

    def _told(self) -> list[Problem]:
        """Return all problems of the files, those not known yet looked for."""
        all_ = Cached((*self.before, *self._rows), self.registry)
        twice, stale = self._twice(all_), set(self._stale(all_))
        lacking = dict(self.read)
        again = (twice | stale) - lacking.keys()
        self._weigh(self.order[file] for file in again)
        lacking |= {file: self._again(self.order[file]) for file in again}
        found = self._found(all_, lacking)
        if not self.beside:
            for file in found.keys() - twice:
                self.shelf.put_problems(file[1], found[file], self._needs(lacking[file][0], all_))
        kept = {(self.shelf, id_): doc for id_, doc in self.shelf.problems().items()}
        return [
            one
            for file in (self.order if kept or found else ())
            if file in found or file in kept
            for one in (found[file] if file in found else problems_in(kept[file], self.order[file]))
        ]

    @cached_property
    def _rows(self) -> list[Row]:
        """The shelves with the files on them, which stand behind all rows before."""
        first = sum(len(row.files) for row in self.before)
        rows = {self.shelf: Row(self.shelf, {}, {})}
        if self.beside:
            rows[self.beside] = Row(self.beside, {}, {})
        for place, ((shelf, id_), shown) in enumerate(self.order.items(), first):
            rows[shelf].files[id_] = shown
            rows[shelf].place[id_] = place
        return [*rows.values()]

    def _twice(self, all_: Cached) -> set[File]:
        """Return the files with an id that stands elsewhere, too: what that is depends on all."""
        named = ((CASE, all_.twice[0]), (ARTICLE, all_.twice[1]))
        found = {
            (row.shelf, file)
            for row in self._rows
            for sort, ids in named
            for _, file in row.shelf.named(sort, ids)
        }
        return found & self.order.keys()

    def _stale(self, all_: Cached) -> Iterator[File]:
        """Yield the files that rest on articles of other files which are not what they were."""
        states: dict[str, str | None] = {}
        for id_, article, state in self.shelf.needs():
            if article not in states:
                states[article] = all_.state_of(article)
            if states[article] != state and (self.shelf, id_) in self.order:
                yield self.shelf, id_

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
        self, all_: Cached, lacking: Mapping[File, tuple[Loaded, list[Problem]]]
    ) -> dict[File, list[Problem]]:
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
