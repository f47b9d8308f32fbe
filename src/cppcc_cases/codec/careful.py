"""Plain trees ⇄ model with cattrs: the way that finds every fault and words it."""

from functools import lru_cache
from typing import Any, TypeVar

from cattrs import Converter

from cppcc_cases.codec import hooks
from cppcc_cases.codec.context import Context, context
from cppcc_cases.codec.flaws import flaws
from cppcc_cases.errors import Finding, Path

_T = TypeVar("_T")


@lru_cache(maxsize=1)
def converter() -> Converter:
    """Return the converter; made once, when it is first needed."""
    return hooks.converter()


def careful(
    tree: Any, cls: type[_T], given: Context, path: Path, found: list[Finding]
) -> _T | None:
    """Return the value of a tree, or None with all that is wrong with it added to ``found``."""
    token = context.set(given)
    try:
        return converter().structure(tree, cls)
    except Exception as error:
        found.extend(flaws(error, path, tree))
        return None
    finally:
        context.reset(token)
