"""What a filter gives: a tuple of cases that can be read at a glance."""

from typing import SupportsIndex, overload

from cppcc_cases.model import Case
from cppcc_cases.shown import Shown, brief
from cppcc_cases.text import plural

_NAMED = 5


class Selection(tuple[Case, ...], Shown):
    """Cases in the corpus's order: a tuple, also in what it is equal to. A slice is one too."""

    __slots__ = ()

    def __repr__(self) -> str:
        names = [brief(case.id) for case in self[:_NAMED]]
        if len(self) > _NAMED:
            names.append(f"… {len(self) - _NAMED} more")
        count = plural(len(self), "case")
        return f"<{count}: {', '.join(names)}>" if names else f"<{count}>"

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> Case: ...
    @overload
    def __getitem__(self, key: slice, /) -> "Selection": ...
    def __getitem__(self, key: SupportsIndex | slice, /) -> "Case | Selection":
        if isinstance(key, slice):
            return Selection(super().__getitem__(key))
        return super().__getitem__(key)
