"""The cases that ship with the library.

An installed library holds, beside the data modules, a shelf with what is in them, so that the
common case needs no YAML. It is made when the library is built, from the very same text; a test
holds the two together. In a checkout there is none, and the data modules are read, or taken from
the cache.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store.corpus import Corpus
from cppcc_cases.store.read import no_collector, read

if TYPE_CHECKING:
    from cppcc_cases.store.cached import Row

SHELF = "cases.sqlite"
MADE_FOR = "the library"
"""What the shelf that comes with the library says that it is made for."""


def shipped_folder() -> Path:
    """Return the folder of the data modules that ship with the library."""
    packaged = Path(__file__).parent.parent / "_cases"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "cases"


def shipped(registry: Registry | None = None) -> Corpus:
    """Return the shipped cases. Their content was checked when the library was built.

    ``registry`` is what the installed distributions register, unless it is given.
    """
    registry = registry or Registry.installed()
    row = shipped_row()
    if row is None:
        return read([shipped_folder()], registry)
    from cppcc_cases.store.cached import Cached

    with no_collector():
        return Corpus.of(*Cached([row], registry).files, registry=registry)


def shipped_row() -> "Row | None":
    """Return the shelf that comes with the library, if there is one and it is sound."""
    folder = shipped_folder()
    if not (folder / SHELF).is_file():
        return None
    from cppcc_cases.store.cached import Row
    from cppcc_cases.store.shelf import Shelf

    shelf = Shelf.opened(folder / SHELF, MADE_FOR)
    paths = sorted((path, one.id) for path, one in shelf.known().items()) if shelf else []
    return Row.of(shelf, {id_: str(folder / path) for path, id_ in paths}) if shelf else None


def shelve(folder: Path, file: Path, registry: Registry) -> None:
    """Make the shelf of a folder of data modules, which must be right; same input, same bytes."""
    from cppcc_cases.source.files import data_files, read_text
    from cppcc_cases.store.read import read_module
    from cppcc_cases.store.shelf import Shelf, Stamp

    shelf = Shelf.new(MADE_FOR, file)
    for one in data_files(folder)[0]:
        text = read_text(one)
        assert isinstance(text, str), text
        name = one.relative_to(folder).as_posix()
        loaded, problems, tree = read_module(name, text, registry)
        assert not problems, problems
        shelf.put(name, Stamp(0, 0, 0, 0), 0, "", loaded, tree)
    shelf.seal(file)
