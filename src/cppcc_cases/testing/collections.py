"""What a collection of cases owes the library."""

from collections.abc import Callable
from functools import cache
from os import PathLike
from pathlib import Path

from cppcc_cases.errors import Severity
from cppcc_cases.loading import load
from cppcc_cases.plugins.entries import OWN
from cppcc_cases.source.files import data_files
from cppcc_cases.store import Loaded, Store
from cppcc_cases.testing.claims import installed
from cppcc_cases.testing.laws import contract, demand


def collection_contract(folder: str | PathLike[str]) -> Callable[..., None]:
    """Return a test that every data module of a folder passes ``cases check``."""
    root = Path(folder)
    files, problems = data_files(root)

    @cache
    def corpus() -> Store:
        return load(root, strict=False, registry=installed())

    def passes(file: Path) -> Callable[[], None]:
        return lambda: demand(_faults(corpus(), file))

    laws = {str(file.relative_to(root)): passes(file) for file in files}
    laws["folder"] = lambda: demand([problem.message.en for problem in problems])
    return contract("Every data module of the collection passes the checks.", laws)


def _faults(corpus: Store, file: Path) -> list[str]:
    """Return the errors in one file, and the packages that it uses and does not name."""
    errors = [
        f"{one.location}: {one.code}: {one.message.en}"
        for one in corpus.problems
        if one.severity is Severity.ERROR and Path(one.location.file).resolve() == file.resolve()
    ]
    loaded = [one for one in corpus.files if Path(one.file).resolve() == file.resolve()]
    unnamed = sorted({name for one in loaded for name in _used(corpus, one) - {*one.plugins}})
    return [*errors, *(f"{file}: name {one} under plugins, as its kind is used" for one in unnamed)]


def _used(corpus: Store, loaded: Loaded) -> set[str]:
    """Return the distributions whose kinds a file uses, but for the library's own."""
    entries = (corpus.registry.entry(case.mechanism.kind) for case in loaded.cases)
    return {entry.distribution for entry in entries if entry} - {OWN}
