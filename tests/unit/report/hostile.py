"""A comparison in which every word means harm, and one that is sound."""

from typing import TypeVar

import attrs

from cppcc_cases.comparison import Comparison, compare
from cppcc_cases.model import Locality
from cppcc_cases.model.edtf import Edtf
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import shipped
from cppcc_cases.vocab.denominators import Denominator

HARM = "=1+1<script>alert(1)</script>\"'&amp;[1]\u202e\x07\x1b[31m|`*_#\u2028\x00\r\n\t" + "W" * 300
"""A formula, markup, a citation, orders to a terminal or a reader, and a very long word."""
BARE = "<script>alert(1)</script>"
ORDERS = frozenset("\u202e\x07\x1b\x00\u2028")
_KEPT = (Edtf, Locality, Registry, Denominator)

_T = TypeVar("_T")


def sound(*names: str) -> Comparison:
    """Return a comparison of shipped cases."""
    return compare(shipped(), *(names or ("taiyuan", "datong")))


def hostile(*names: str) -> Comparison:
    """Return the same comparison with harm before every piece of text."""
    return spoilt(sound(*names))


def spoilt(value: _T) -> _T:
    """Return a value in which every string, however deep, begins with harm."""
    found: object = value
    if isinstance(value, str):
        found = HARM + value
    elif isinstance(value, tuple):
        found = tuple(spoilt(one) for one in value)
    elif attrs.has(cls := type(value)) and not isinstance(value, _KEPT):
        fields = [a.name for a in attrs.fields(cls) if a.init]
        found = attrs.evolve(value, **{n: spoilt(getattr(value, n)) for n in fields})  # type: ignore[misc]
    return found  # type: ignore[return-value]
