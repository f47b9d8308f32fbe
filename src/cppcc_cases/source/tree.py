"""Plain trees: what YAML text says, before anything is made of it."""

from typing import Union

Plain = Union[None, bool, int, float, str, list["Plain"], dict[str, "Plain"]]  # noqa: UP007 - recursive
"""A plain value. Mapping keys are always strings."""
