"""The files of a new project, from templates."""

import json
import re
from pathlib import Path

from attrs import frozen

from cppcc_cases.codec.schema import module_schema
from cppcc_cases.plugins.entries import OWN
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.scaffold.names import Names
from cppcc_cases.scaffold.write import write_folder

_TEMPLATES = Path(__file__).parent / "templates"
_SHARED = {
    "README.md": "README.md",
    "pyproject.toml": "pyproject.toml",
    ".github/workflows/check.yaml": "check.yaml",
    "src/@@package@@/__init__.py": "init.py",
}
_COLLECTION = {
    **_SHARED,
    "src/@@package@@/cases/example.yaml": "first.yaml",
    "src/@@package@@/cases/vocabulary.yaml": "vocabulary.yaml",
    "tests/test_collection.py": "test.py",
}
_KIND = {
    **_SHARED,
    "src/@@package@@/kind.py": "kind.py",
    "src/@@package@@/py.typed": "py.typed",
    "examples/example.yaml": "example.yaml",
    "tests/test_kind.py": "test.py",
}


@frozen(kw_only=True)
class Made:
    """What was made: a folder, the files in it, and the names of the project."""

    folder: Path
    files: tuple[str, ...]
    names: Names


def collection(folder: Path, names: Names, registry: Registry) -> Made:
    """Make a collection of cases in a folder that is new or empty, with the schema beside them.

    Raises :class:`~cppcc_cases.scaffold.write.CannotWrite`.
    """
    files = _files("collection", _COLLECTION, names, registry)
    schema = json.dumps(module_schema(registry), ensure_ascii=False, indent=2)
    files[f"src/{names.package}/cases/module.schema.json"] = f"{schema}\n"
    return _made(folder, files, names)


def kind_package(folder: Path, names: Names, registry: Registry) -> Made:
    """Make a package with a kind of mechanism in a folder that is new or empty.

    Raises :class:`~cppcc_cases.scaffold.write.CannotWrite`.
    """
    return _made(folder, _files("kind", _KIND, names, registry), names)


def _made(folder: Path, files: dict[str, str], names: Names) -> Made:
    write_folder(folder, files)
    return Made(folder=folder, files=tuple(sorted(files)), names=names)


def _files(
    sort: str, templates: dict[str, str], names: Names, registry: Registry
) -> dict[str, str]:
    own = (entry.version for entry in registry.entries if entry.distribution == OWN)
    version = next(own, "0")
    filled = {
        _filled(file, names, version): _filled(_template(f"{sort}/{name}"), names, version)
        for file, name in templates.items()
    }
    return {**filled, ".gitignore": _template("gitignore")}


def _template(name: str) -> str:
    return (_TEMPLATES / f"{name}.template").read_text(encoding="utf-8")


def _filled(text: str, names: Names, version: str) -> str:
    """Return a template with every @@blank@@ filled in."""
    blanks = {
        "name": names.name,
        "distribution": names.distribution,
        "package": names.package,
        "kind": names.kind,
        "last": names.kind.rpartition(".")[2],
        "words": names.words,
        "class": names.class_,
        "version": version,
    }
    return re.sub("@@([a-z]+)@@", lambda found: blanks[found[1]], text)
