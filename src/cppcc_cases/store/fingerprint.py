"""What tells whether the same files would be read as they were before."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store.shelf import FORMAT

_PACKAGE = Path(__file__).parent.parent


def fingerprint(registry: Registry, words: Iterable[Path] = ()) -> str:
    """Return what tells whether what was made of the same files would be the same again."""
    own = _sources(_PACKAGE) if not (_PACKAGE / "_cases").is_dir() else ""
    foreign = [one for one in registry.entries if one.foreign and one.version]
    plugins = sorted({(e.group, e.name, e.package, e.leads_to) for e in foreign})
    code = sorted({_sources(place) for e in foreign if (place := _package(e.leads_to))})
    own_words = [digest(one.read_bytes()) for one in words if one.is_file()]
    version = [one.version for one in registry.entries if not one.foreign][:1]
    told = (FORMAT, version, sys.version_info[:2], own, plugins, code, own_words)
    return digest(repr(told).encode())


def digest(raw: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return sha256(raw).hexdigest()


def _package(leads_to: str) -> Path | None:
    """Return the folder of the package to which an entry point leads."""
    with suppress(ImportError, ValueError):
        found = find_spec(leads_to.partition(":")[0].partition(".")[0])
        if found and found.origin:
            return Path(found.origin).parent
    return None


def _sources(folder: Path) -> str:
    """Return what tells whether the code below a folder has changed."""
    told = []
    for at, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".json")):
                stat = os.stat(os.path.join(at, name))
                told.append((at, name, stat.st_mtime_ns, stat.st_size))
    return digest(repr(told).encode())
