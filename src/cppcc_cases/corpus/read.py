"""Files and folders → a corpus."""

import gc
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from cppcc_cases.codec import Decoded, Flaw, decode
from cppcc_cases.corpus.corpus import Corpus, Loaded, locations
from cppcc_cases.errors import MOST, TOO_MANY, Location, Problem, Severity, too_many
from cppcc_cases.kinds.registry import Registry

if TYPE_CHECKING:
    from cppcc_cases.source.yamltext import YamlFault


def read(paths: Iterable[Path], registry: Registry | None = None) -> Corpus:
    """Return the corpus of files and folders, with all problems of shape.

    Rules about content are :mod:`cppcc_cases.checks`' affair. A file that is reached twice is read
    once. ``registry`` is what the installed distributions register, unless it is given.
    """
    from cppcc_cases.source.files import all_data_files

    registry = registry or Registry.installed()
    files, problems = all_data_files(paths)
    held: list[Loaded] = []
    with no_collector():
        for file in files:
            one, faults = read_file(file, registry)
            problems.extend(faults)
            if one:
                held.append(one)
    return with_problems(Corpus(files=tuple(held), registry=registry), problems)


def read_file(file: Path, registry: Registry) -> tuple[Loaded | None, list[Problem]]:
    """Return what a data module holds, and all its problems of shape."""
    from cppcc_cases.source.files import read_text
    from cppcc_cases.source.yamltext import WARNINGS, parse

    text = read_text(file)
    if isinstance(text, Problem):
        return None, [text]
    tree, faults = parse(text)
    problems = [located(file, fault, WARNINGS) for fault in faults]
    if tree is None and faults:
        return None, problems
    decoded = decode(tree, registry)
    said = {problem.location for problem in problems}
    problems.extend(
        problem
        for problem in placed(str(file), decoded.flaws)
        # A key that is no text, or stands twice, is told of already.
        if problem.code != "unknown-field" or problem.location not in said
    )
    return loaded(str(file), decoded), problems


def located(file: Path, fault: "YamlFault", warnings: Container[str] = ()) -> Problem:
    """Return a fault of YAML as a problem of a file, those of some codes as warnings."""
    return Problem(
        code=fault.code,
        message=fault.message,
        location=Location(file=str(file), line=fault.line, column=fault.column),
        severity=Severity.WARNING if fault.code in warnings else Severity.ERROR,
    )


def placed(file: str, flaws: tuple[Flaw, ...]) -> Iterator[Problem]:
    """Yield flaws as problems, each with its line and column."""
    if not flaws:
        return
    spots = locations(file, [(flaw.path, flaw.at_key) for flaw in flaws])
    for flaw, spot in zip(flaws, spots, strict=True):
        yield Problem(
            code=flaw.code, message=flaw.message, path=flaw.path, location=spot, count=flaw.count
        )


def joined(first: Corpus, second: Corpus) -> Corpus:
    """Return two corpora as one; of a file that is in both, what the second says of it."""
    again = {realpath(one.file) for one in second.files}
    again |= {realpath(problem.location.file) for problem in second.problems}
    files = (*(one for one in first.files if realpath(one.file) not in again), *second.files)
    kept = (one for one in first.problems if realpath(one.location.file) not in again)
    return evolve(first, files=files, problems=(*kept, *second.problems))


def with_problems(corpus: Corpus, problems: Iterable[Problem]) -> Corpus:
    """Return the corpus with more problems, all in the order of files and lines."""
    files: dict[str, list[Problem]] = {}
    for one in {*corpus.problems, *problems}:
        files.setdefault(one.location.file, []).append(one)
    return evolve(
        corpus, problems=tuple(one for file in sorted(files) for one in told(files[file]))
    )


def told(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of one file in their order; of too many, the gravest and a count."""
    ordered = sorted(problems, key=_order)
    by_weight = sorted(ordered, key=lambda p: (p.severity is Severity.WARNING, p.code == TOO_MANY))
    kept, left = sorted(by_weight[:MOST], key=_order), by_weight[MOST:]
    if not left:
        return kept
    rest, weight = too_many(sum(problem.count for problem in left)), left[0].severity
    last = evolve(
        kept[-1], code=rest.code, message=rest.message, path=(), severity=weight, count=rest.count
    )
    return [*kept, last]


def _order(p: Problem) -> tuple[object, ...]:
    at = p.location
    return at.line or 0, at.column or 0, p.code, p.message.en, tuple(map(str, p.path))


def loaded(file: str, decoded: Decoded) -> Loaded:
    """Return what was decoded, with the file that it is from."""
    return Loaded(
        file=file,
        article=decoded.article,
        article_id=decoded.article_id,
        cases=decoded.cases,
        places=decoded.places,
        plugins=decoded.plugins,
    )


@contextmanager
def no_collector() -> Iterator[None]:
    """Keep the garbage collector out while many small values are made; none of them is garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
