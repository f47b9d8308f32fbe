"""Which distribution a class comes from, and what that distribution registers."""

import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions, packages_distributions
from pathlib import Path

from cppcc_cases.plugins.entries import OWN, Entry
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.testing.laws import UNDER_TEST


def home(cls: type) -> str | None:
    """Return the name of the installed distribution that a class is from, or None."""
    package = cls.__module__.partition(".")[0]
    if package == "cppcc_cases":
        return OWN
    named = packages_distributions().get(package)
    return named[0] if named else next(_editable(cls), None)


def _editable(cls: type) -> Iterator[str]:
    """Yield the distributions that are installed from the folder that a class is imported from."""
    file = getattr(sys.modules.get(cls.__module__), "__file__", None)
    for one in distributions() if file else ():
        if any(Path(str(file)).resolve().is_relative_to(folder) for folder in _sources(one)):
            yield one.name


def _sources(one: Distribution) -> Iterator[Path]:
    """Yield the folders that an editable distribution puts on the path of modules."""
    for file in one.files or ():
        if file.suffix == ".pth":
            for line in Path(str(file.locate())).read_text(encoding="utf-8").splitlines():
                if line and not line.startswith("import "):
                    yield Path(line).resolve()


def under_test(group: str, name: str, value: object, distribution: str | None) -> Entry:
    """Return an entry point that leads to a value."""
    return Entry(
        group=group,
        name=name,
        distribution=distribution or UNDER_TEST,
        version="?",
        load=lambda: value,
    )


def standing_in(registry: Registry, entry: Entry) -> Registry:
    """Return a registry in which an entry point stands for the one of its group and name."""
    others = [e for e in registry.entries if (e.group, e.name) != (entry.group, entry.name)]
    return Registry(entries=[*others, entry])
