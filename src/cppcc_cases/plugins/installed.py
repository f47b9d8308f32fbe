"""The entry points of the installed distributions.

``importlib.metadata`` knows them, but brings in a reader of e-mail, archives and much else, at a
price that every start would pay. Where all distributions lie in plain folders, as they nearly
always do, their names and entry points can be read there; else it is asked after all. A test holds
the two ways together.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial

from cppcc_cases.plugins.entries import GROUPS, Entry

_FILE = "entry_points.txt"
_MENTION = "cppcc_cases."


class _Elsewhere(Exception):
    """A distribution may lie where this module does not look."""


def installed_entries() -> list[Entry]:
    """Return what the installed distributions register in our groups."""
    try:
        return list(entries_in_folders(sys.path, sys.meta_path))
    except _Elsewhere:
        return list(entries_of_metadata())


def entries_of_metadata() -> Iterator[Entry]:
    """Yield what ``importlib.metadata`` knows."""
    from importlib.metadata import entry_points

    known = entry_points()
    for point in (point for group in GROUPS for point in known.select(group=group)):
        name, version = (point.dist.name, point.dist.version) if point.dist else ("?", "?")
        yield entry_to(point.group, point.name, point.value, name, version)


def entries_in_folders(paths: Iterable[str], finders: Iterable[object]) -> Iterator[Entry]:
    """Yield what the distributions in the folders of a search path register.

    Of two distributions of one name, the first on the path counts. Raises ``_Elsewhere``.
    """
    if any(map(_finds_distributions, finders)):
        raise _Elsewhere
    seen: set[str] = set()
    for folder in dict.fromkeys(paths):
        for inner in _metadata_in(folder or "."):
            stem, _, suffix = inner.rpartition(".")
            name, _, version = stem.partition("-")
            name = _canonical(name)
            if name not in seen:
                seen.add(name)
                text = _read(os.path.join(folder, inner, _FILE))
                if _MENTION in text:
                    if suffix != "dist-info":
                        raise _Elsewhere
                    yield from _entries(text, name, version)


def _finds_distributions(finder: object) -> bool:
    """Tell whether a finder is one, beside Python's own, that knows of distributions."""
    own = getattr(finder, "__module__", "") == "_frozen_importlib_external"
    return not own and hasattr(finder, "find_distributions")


def _metadata_in(folder: str) -> list[str]:
    """Return the folders of metadata within a folder, in the order in which they count."""
    try:
        inside = os.listdir(folder)
    except FileNotFoundError:
        return []
    except OSError:
        raise _Elsewhere from None
    if folder.endswith(".egg"):
        raise _Elsewhere
    infos = [name for name in inside if name.endswith((".dist-info", ".egg-info"))]
    return sorted(infos, key=lambda name: name.endswith(".egg-info"))


def _read(file: str) -> str:
    try:
        with open(file, encoding="utf-8", errors="replace") as stream:
            return stream.read()
    except OSError:
        return ""


def _entries(text: str, distribution: str, version: str) -> Iterator[Entry]:
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            group = line[1:-1]
        elif group in GROUPS and line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield entry_to(group, name.strip(), value.strip(), distribution, version)


def entry_to(group: str, name: str, value: str, distribution: str, version: str) -> Entry:
    """Return the entry point of a name that leads to an object, as ``module:object``."""
    return Entry(
        group=group,
        name=name,
        distribution=_canonical(distribution),
        version=version,
        load=partial(_load, value),
        leads_to=value,
    )


def _canonical(name: str) -> str:
    """Return the name of a distribution as package indexes write it."""
    parts = name.lower().replace("_", "-").replace(".", "-").split("-")
    return "-".join(filter(None, parts))


def _load(value: str) -> object:
    """Return what stands at ``module:attribute``. Raises what importing it raises."""
    from importlib import import_module

    place = value.partition("[")[0]
    module, _, attributes = (part.strip() for part in place.partition(":"))
    found: object = import_module(module)
    for attribute in filter(None, attributes.split(".")):
        found = getattr(found, attribute)
    return found
