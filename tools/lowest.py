"""Print pip constraints that hold every dependency at the lowest version pyproject.toml allows.

The bounds are promises. The gate runs the unit tests once with what this prints, and once with the
newest versions; a dependency without a lower bound promises too much, and is an error.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"


def lowest(project: Mapping[str, object]) -> list[str]:
    """Return a constraint for each dependency of a project and of its extras, but for itself."""
    extras = project["optional-dependencies"]
    assert isinstance(extras, Mapping)
    found = {
        constraint(one)
        for group in (project["dependencies"], *extras.values())
        for one in group
        if not one.startswith(f"{project['name']}[")
    }
    return sorted(found, key=str.lower)


def constraint(requirement: str) -> str:
    """Return the constraint for the lowest version that a requirement such as ``a>=1`` allows."""
    bound = re.fullmatch(r"([\w.-]+)>=([\w.]+)", requirement)
    if bound is None:
        raise SystemExit(f"pyproject.toml: {requirement!r} does not read name>=version")
    return f"{bound[1]}=={bound[2]}"


if __name__ == "__main__":
    print(*lowest(tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]), sep="\n")
