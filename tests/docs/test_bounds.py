"""What pyproject.toml allows of each dependency can be taken at its word."""

import tomllib
from itertools import chain

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from tests.docs.pages import ROOT
from tools.lowest import constraint, lowest

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pinned(lines: list[str]) -> dict[str, Version]:
    """Return the version of each distribution in lines of constraints."""
    parted = [line.split("==") for line in lines]
    return {canonicalize_name(name): Version(version) for name, version in parted}


def test_each_dependency_has_one_lowest_version() -> None:
    """Each is listed, and none twice, which an extra that asks for more than another would be."""
    asked = chain(PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    names = {canonicalize_name(Requirement(one).name) for one in asked} - {"cppcc-cases"}
    found = lowest(PROJECT)
    assert (names, len(names)) == (set(pinned(found)), len(found))


def test_the_versions_we_develop_with_are_allowed() -> None:
    """constraints.txt has a version of each dependency, and none below its bound."""
    ours = pinned((ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines())
    bounds = pinned(lowest(PROJECT))
    assert {} == {name: least for name, least in bounds.items() if not ours[name] >= least}


@pytest.mark.parametrize("requirement", ["attrs", "attrs>24", "attrs==24.2", "attrs>=24,<25"])
def test_a_bound_of_another_form_is_refused(requirement: str) -> None:
    """A dependency without a lowest version, or with a highest one, is named as such."""
    with pytest.raises(SystemExit, match="does not read name>=version"):
        constraint(requirement)
