"""Time, memory and page sizes of the site of 1,000 made-up cases, beside that of the shipped ones.

The cases are copies of the shipped ones, each article with its cases under new ids, each case in
other localities of the same level. Each site is built in a process of its own.
``python benchmarks/site.py [CASES]``.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import cycle
from pathlib import Path, PurePosixPath
from typing import TypedDict, TypeVar

import attrs

from cppcc_cases.model import Article, Case, Edtf, Evidence, Level, LocalityCode
from cppcc_cases.site.build import build
from cppcc_cases.site.source import Source
from cppcc_cases.site.write import write
from cppcc_cases.store import Corpus, Loaded, shipped

LIMITS = 30.0, 300.0
"""Seconds of the processor, whatever else it does, and megabytes that 1,000 cases may take."""
_NAMED = {Article: "id", Case: "id", Evidence: "article", Loaded: "article_id"}
_T = TypeVar("_T")


class Taken(TypedDict):
    """What a site took: time, memory, files, bytes, and those of the largest page of a sort."""

    seconds: float
    megabytes: float
    files: int
    total: int
    largest: dict[str, int]


def many(corpus: Corpus, count: int) -> Corpus:
    """Return a corpus of so many cases, copied from another's."""
    files: list[Loaded] = []
    places = {level: cycle(_codes(corpus, level)) for level in Level}
    left = count
    for number, one in enumerate(cycle(corpus.files)):
        if not left:
            break
        cases = tuple(_moved(corpus, case, places) for case in one.cases[:left])
        copy = attrs.evolve(one, file=f"{number}.yaml", cases=cases)
        files.append(_renamed(copy, f"-{number}"))
        left -= len(cases)
    return attrs.evolve(corpus, files=tuple(files))


def _codes(corpus: Corpus, level: Level) -> list[LocalityCode]:
    return [place.code for place in corpus.gazetteer if place.level is level]


def _moved(corpus: Corpus, case: Case, places: Mapping[Level, Iterator[LocalityCode]]) -> Case:
    found = (corpus.gazetteer.get(code) for code in case.localities)
    return attrs.evolve(case, localities=tuple(next(places[one.level]) for one in found if one))


def _renamed(value: _T, suffix: str) -> _T:
    """Return a value in which the ids of cases and articles end in a suffix."""
    found: object = value
    cls = type(value)
    if isinstance(value, tuple):
        found = tuple(_renamed(one, suffix) for one in value)
    elif attrs.has(cls) and not isinstance(value, Edtf):
        names = [a.name for a in attrs.fields(cls) if a.init]
        changes = {name: _renamed(getattr(value, name), suffix) for name in names}
        if cls in _NAMED:
            changes[_NAMED[cls]] += suffix
        found = attrs.evolve(value, **changes)  # type: ignore[misc]
    return found  # type: ignore[return-value]


def largest(files: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return of pages, given by path and size, the size of the largest of each sort."""
    found: dict[str, int] = {}
    for name, size in files:
        path = PurePosixPath(name)
        if path.suffix == ".html" and len(path.parts) > 1:
            listing = path.stem == "index" or path.stem.startswith("page-")
            folder = path.parts[1] if len(path.parts) > 2 else ""
            sort = f"{folder}/{'index' if listing else '*'}" if folder else path.stem
            found[sort] = max(found.get(sort, 0), size)
    return found


def child(count: int) -> None:
    """Build a site of so many cases, or of the shipped ones, and print what it took."""
    corpus = many(shipped(), count) if count else shipped()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        begin = time.process_time()
        write(build(Source(corpus=corpus)), folder)
        spent = time.process_time() - begin
        sizes = [(str(one.relative_to(folder)), one.stat().st_size) for one in folder.rglob("*.*")]
    taken = Taken(
        seconds=spent,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        files=len(sizes),
        total=sum(size for _, size in sizes),
        largest=largest(sizes),
    )
    print(json.dumps(taken))


def main(count: int) -> None:
    """Print what both sites took, and hold that of 1,000 cases to its limits."""
    few, lots = (_taken(number) for number in (0, count))
    for label, one in ((f"{len(shipped().cases)} cases", few), (f"{count} cases", lots)):
        print(
            f"{label}: {one['files']} files, {one['total'] / 1e6:.1f} MB in {one['seconds']:.1f} s,"
            f" at most {one['megabytes']:.0f} MB of memory"
        )
    print("largest page of each sort, KB")
    for sort, size in sorted(lots["largest"].items()):
        before = few["largest"].get(sort, 0)
        print(f"  {sort:20} {before / 1e3:7.1f} → {size / 1e3:7.1f}")
    seconds, megabytes = LIMITS
    if count <= 1000:
        assert lots["seconds"] <= seconds
        assert lots["megabytes"] <= megabytes


def _taken(count: int) -> Taken:
    run = [sys.executable, __file__, "--child", str(count)]
    taken: Taken = json.loads(subprocess.run(run, check=True, stdout=subprocess.PIPE).stdout)
    return taken


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
