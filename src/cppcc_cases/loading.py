"""Loading a collection that is checked."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

from cppcc_cases.errors import CasesError, Problem, Severity
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import Corpus, Loaded, Store, joined, read, shipped, shipped_folder
from cppcc_cases.store.read import in_order
from cppcc_cases.store.shipped import shipped_row
from cppcc_cases.store.words import NAME, with_words, word_files

if TYPE_CHECKING:
    from cppcc_cases.store.cache import Cache
    from cppcc_cases.store.cached import Row


class InvalidCorpus(CasesError, ValueError):
    """A corpus has errors. Takes the problems, by position."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        lines = [f"{p.location}: {p.code}: {p.message.en}" for p in self.problems]
        return "\n".join((f"{len(lines)} error(s) in the corpus", *lines))


@overload
def load(
    *paths: str | Path, strict: bool = True, registry: Registry | None = None, cache: None = None
) -> Corpus: ...
@overload
def load(
    *paths: str | Path,
    strict: bool = True,
    registry: Registry | None = None,
    cache: "Cache | None",
) -> Store: ...
def load(
    *paths: str | Path,
    strict: bool = True,
    registry: Registry | None = None,
    cache: "Cache | None" = None,
) -> Store:
    """Return the shipped cases, those of plugins, and those of further files and folders.

    The shipped ones were checked when the library was built; all others are checked now, or were
    when they were read into the cache. Raises :class:`InvalidCorpus` if there is an error in any
    file; with ``strict=False`` the collection is returned with its ``problems`` instead. A folder
    is searched with all below it for data modules (``.yaml``). ``registry`` is what the installed
    distributions register, unless it is given. Without a ``cache`` all is read and held in memory.
    """
    registry = registry or Registry.installed()
    brought = [Path(f) for f in registry.collections.values() if Path(f) != shipped_folder()]
    wanted = [*brought, *map(Path, paths)]
    corpus = _cached(wanted, registry, cache) if cache else _held(wanted, registry)
    errors = tuple(p for p in corpus.problems if p.severity is Severity.ERROR)
    if strict and errors:
        raise InvalidCorpus(errors)
    return corpus


def _held(wanted: Sequence[Path], registry: Registry) -> Corpus:
    corpus = shipped(registry)
    if not wanted:
        return corpus
    from cppcc_cases.checks.run import check

    own = read(wanted, registry)
    return check(joined(corpus, own), files=own.files)


def _cached(wanted: Sequence[Path], registry: Registry, cache: "Cache") -> Store:
    from cppcc_cases.store.cached import Cached, Row

    rows = _shipped(registry, cache)
    problems: list[Problem] = []
    if wanted:
        from cppcc_cases.source.files import listed_files
        from cppcc_cases.store.fingerprint import fingerprint
        from cppcc_cases.store.renewal import renewed

        files, problems = listed_files(wanted)
        named = {shown: None for shown, _ in files if shown.endswith(NAME)}
        named = {shown: None for shown in named if os.path.basename(shown) == NAME}
        words = word_files(wanted, map(Path, named))
        files = [one for one in files if one[0] not in named]
        registry, faults = with_words(words, registry)
        problems += faults
        reals = {real for _, real in files}
        rows = [Row(row.shelf, _without(row, reals), row.place) for row in rows]
        made_for = repr((fingerprint(registry, words), [str(one.resolve()) for one in wanted]))
        own, found = renewed(cache, files, registry, made_for, rows, _checked)
        rows += own
        problems += found
    return Cached(rows, registry, in_order(dict.fromkeys(problems)))


def _checked(corpus: Store, files: Sequence[Loaded]) -> list[Problem]:
    from cppcc_cases.checks.run import problems_of

    return problems_of(corpus, files=files)


def _shipped(registry: Registry, cache: "Cache") -> "list[Row]":
    if row := shipped_row():
        return [row]
    from cppcc_cases.source.files import listed_files
    from cppcc_cases.store.fingerprint import fingerprint
    from cppcc_cases.store.renewal import renewed

    folder = shipped_folder()
    files, _ = listed_files([folder])
    made_for = repr((fingerprint(registry), "shipped", str(folder)))
    return renewed(cache, files, registry, made_for)[0]


def _without(row: "Row", reals: set[str]) -> dict[int, str]:
    """Return the files of a row, but for those that stand elsewhere, too."""
    from os.path import realpath

    return {id_: shown for id_, shown in row.files.items() if realpath(shown) not in reals}
