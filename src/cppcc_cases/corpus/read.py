"""Files and folders → a corpus."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from os.path import realpath
from pathlib import Path

from attrs import evolve

from cppcc_cases.codec import Decoded, Flaw, decode
from cppcc_cases.corpus.corpus import Corpus, Loaded, locations
from cppcc_cases.errors import Location, Problem
from cppcc_cases.plugins.registry import Registry


def read(paths: Iterable[Path], registry: Registry | None = None) -> Corpus:
    """Return the corpus of files and folders, with all problems of shape.

    Rules about content are :mod:`cppcc_cases.checks`' affair. A file that is reached twice is read
    once. ``registry`` is what the installed distributions register, unless it is given.
    """
    from cppcc_cases.source.files import data_files

    registry = registry or Registry.installed()
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        found, failed = data_files(path)
        problems.extend(failed)
        for file in found:
            files.setdefault(realpath(file), file)
    held: list[Loaded] = []
    with no_collector():
        for file in files.values():
            one, faults = read_file(file, registry)
            problems.extend(faults)
            if one:
                held.append(one)
    return with_problems(Corpus(files=tuple(held), registry=registry), problems)


def read_file(file: Path, registry: Registry) -> tuple[Loaded | None, list[Problem]]:
    """Return what a data module holds, and all its problems of shape."""
    from cppcc_cases.source.files import read_text
    from cppcc_cases.source.yamltext import parse

    text = read_text(file)
    if isinstance(text, Problem):
        return None, [text]
    tree, faults = parse(text)
    problems = [
        Problem(
            code=fault.code,
            message=fault.message,
            location=Location(file=str(file), line=fault.line, column=fault.column),
        )
        for fault in faults
    ]
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


def placed(file: str, flaws: tuple[Flaw, ...]) -> Iterator[Problem]:
    """Yield flaws as problems, each with its line and column."""
    if not flaws:
        return
    spots = locations(file, [(flaw.path, flaw.at_key) for flaw in flaws])
    for flaw, spot in zip(flaws, spots, strict=True):
        yield Problem(code=flaw.code, message=flaw.message, path=flaw.path, location=spot)


def joined(first: Corpus, second: Corpus) -> Corpus:
    """Return two corpora as one; of a file that is in both, what the second says of it."""
    again = {realpath(one.file) for one in second.files}
    again |= {realpath(problem.location.file) for problem in second.problems}
    files = (*(one for one in first.files if realpath(one.file) not in again), *second.files)
    kept = (one for one in first.problems if realpath(one.location.file) not in again)
    return evolve(first, files=files, problems=(*kept, *second.problems))


def with_problems(corpus: Corpus, problems: Iterable[Problem]) -> Corpus:
    """Return the corpus with more problems, all in the order of files and lines."""
    ordered = sorted(
        {*corpus.problems, *problems},
        key=lambda p: (
            p.location.file,
            p.location.line,
            p.location.column,
            p.code,
            p.message.en,
            tuple(map(str, p.path)),
        ),
    )
    return evolve(corpus, problems=tuple(ordered))


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
