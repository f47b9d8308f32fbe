"""Files and folders → a corpus."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from os.path import realpath
from pathlib import Path

from attrs import evolve

from cppcc_cases.codec import Decoded, Plain, decode
from cppcc_cases.errors import MOST, TOO_MANY, Problem, Severity, too_many
from cppcc_cases.errors import Path as FindingPath
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.placing import Shadow
from cppcc_cases.store.corpus import Corpus
from cppcc_cases.store.loaded import Loaded
from cppcc_cases.store.words import NAME, with_words, word_files


def read(paths: Iterable[Path], registry: Registry | None = None) -> Corpus:
    """Return the corpus of files and folders, with all problems of shape.

    Rules about content are :mod:`cppcc_cases.checks`' affair. A file that is reached twice is read
    once. ``registry`` is what the installed distributions register, unless it is given.
    """
    from cppcc_cases.source.files import all_data_files

    given = tuple(paths)
    found, problems = all_data_files(given)
    words = word_files(given, found)
    registry, faults = with_words(words, registry or Registry.installed())
    problems.extend(faults)
    held: list[Loaded] = []
    with no_collector():
        for file in (file for file in found if file.name != NAME):
            one, faults = read_file(file, registry)
            problems.extend(faults)
            if one:
                held.append(one)
    return with_problems(Corpus.of(*held, registry=registry), problems)


def read_file(file: Path, registry: Registry) -> tuple[Loaded | None, list[Problem]]:
    """Return what a data module holds, and all its problems of shape."""
    from cppcc_cases.source.files import read_text

    text = read_text(file)
    return (None, [text]) if isinstance(text, Problem) else parsed(str(file), text, registry)


def parsed(file: str, text: str, registry: Registry) -> tuple[Loaded, list[Problem]]:
    """Return what the text of a data module holds, and all its problems of shape."""
    one, problems, _ = read_module(file, text, registry)
    return one, problems


def read_module(file: str, text: str, registry: Registry) -> tuple[Loaded, list[Problem], Plain]:
    """Return what :func:`parsed` does, and the tree that was made of the text."""
    from cppcc_cases.source.yamltext import parse, salvage

    tree, faults = parse(text)
    cut: tuple[FindingPath, ...] = ()
    if tree is None and faults:
        rest = salvage(text)
        tree, faults, cut = rest.tree, rest.faults, rest.cut
    decoded = decode(tree, registry)
    if not faults and not decoded.flaws:
        return loaded(file, decoded, text), [], tree
    shadow = Shadow.of(faults, cut)
    findings = [*faults, *(flaw for flaw in decoded.flaws if not shadow.hides(flaw.path))]
    one = loaded(file, decoded, text, Shadow.of(findings, cut))
    return one, list(one.placed(findings)), tree


def from_text(text: str, file: str = "<text>", registry: Registry | None = None) -> Corpus:
    """Return the corpus of the text of one data module, with the problems that a file has."""
    registry = registry or Registry.installed()
    one, problems = parsed(file, text, registry)
    return with_problems(Corpus.of(one, registry=registry), problems)


def joined(first: Corpus, second: Corpus) -> Corpus:
    """Return two corpora as one; of a file that is in both, what the second says of it.

    What is registered is what the second knows, which has the words of its own files.
    """
    again = {realpath(one.file) for one in second.files}
    again |= {realpath(problem.location.file) for problem in second.problems}
    files = (*(one for one in first.files if realpath(one.file) not in again), *second.files)
    kept = (one for one in first.problems if realpath(one.location.file) not in again)
    problems = (*kept, *second.problems)
    return evolve(first, files=files, problems=problems, registry=second.registry)


def with_problems(corpus: Corpus, problems: Iterable[Problem]) -> Corpus:
    """Return the corpus with more problems, all in the order of files and lines."""
    return evolve(corpus, problems=in_order({*corpus.problems, *problems}))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order of files and lines."""
    files: dict[str, list[Problem]] = {}
    for one in problems:
        files.setdefault(one.location.file, []).append(one)
    return tuple(one for file in sorted(files) for one in told(files[file]))


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


def loaded(
    file: str, decoded: Decoded, text: str | None = None, shadow: Shadow | None = None
) -> Loaded:
    """Return what was decoded, with the file that it is from."""
    return Loaded(
        file=file,
        article=decoded.article,
        article_id=decoded.article_id,
        cases=decoded.cases,
        places=decoded.places,
        plugins=decoded.plugins,
        partial=decoded.partial,
        shadow=shadow or Shadow(),
        text=text,
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
