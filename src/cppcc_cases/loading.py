"""Loading a corpus that is checked."""

from pathlib import Path

from cppcc_cases.corpus import Corpus, joined, read, shipped, shipped_folder
from cppcc_cases.errors import CasesError, Problem, Severity
from cppcc_cases.plugins.registry import Registry


class InvalidCorpus(CasesError, ValueError):
    """A corpus has errors. Takes the problems, by position."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        lines = [f"{p.location}: {p.code}: {p.message.en}" for p in self.problems]
        return "\n".join((f"{len(lines)} error(s) in the corpus", *lines))


def load(*paths: str | Path, strict: bool = True, registry: Registry | None = None) -> Corpus:
    """Return the shipped cases, those of plugins, and those of further files and folders.

    The shipped ones were checked when the library was built; all others are checked now. Raises
    :class:`InvalidCorpus` if there is an error in any file; with ``strict=False`` the corpus is
    returned with its ``problems`` instead. A folder is searched with all below it for data modules
    (``.yaml``). ``registry`` is what the installed distributions register, unless it is given.
    """
    registry = registry or Registry.installed()
    corpus = shipped(registry)
    brought = [Path(f) for f in registry.collections.values() if Path(f) != shipped_folder()]
    if paths or brought:
        from cppcc_cases.checks.run import check

        own = read([*brought, *map(Path, paths)], registry)
        corpus = check(joined(corpus, own), files=own.files)
    errors = tuple(p for p in corpus.problems if p.severity is Severity.ERROR)
    if strict and errors:
        raise InvalidCorpus(errors)
    return corpus
