"""The cases that ship with the library.

An installed library holds, beside the data modules, a snapshot of their trees, so that the common
case needs no YAML. It is made when the library is built, from the very same text; a test holds the
two together. In a checkout there is none, and the data modules are read.
"""

import json
from pathlib import Path

from cppcc_cases.codec import decode
from cppcc_cases.corpus.corpus import Corpus
from cppcc_cases.corpus.read import loaded, no_collector, read
from cppcc_cases.plugins.registry import Registry

SNAPSHOT = "snapshot.json"


def shipped_folder() -> Path:
    """Return the folder of the data modules that ship with the library."""
    packaged = Path(__file__).parent.parent / "_cases"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "cases"


def shipped(registry: Registry | None = None) -> Corpus:
    """Return the shipped cases. Their content was checked when the library was built.

    ``registry`` is what the installed distributions register, unless it is given.
    """
    registry = registry or Registry.installed()
    folder = shipped_folder()
    try:
        text = (folder / SNAPSHOT).read_text(encoding="utf-8")
    except FileNotFoundError:
        return read([folder], registry)
    with no_collector():
        trees = json.loads(text)
        files = [loaded(str(folder / name), decode(tree, registry)) for name, tree in trees.items()]
    return Corpus.of(*files, registry=registry)


def snapshot(folder: Path) -> str:
    """Return the snapshot of a folder of data modules."""
    from cppcc_cases.source.files import data_files, read_text
    from cppcc_cases.source.yamltext import parse

    trees = {}
    for file in data_files(folder)[0]:
        text = read_text(file)
        assert isinstance(text, str), text
        trees[file.relative_to(folder).as_posix()], faults = parse(text)
        assert not faults, faults
    return json.dumps(trees, ensure_ascii=False, separators=(",", ":"))
