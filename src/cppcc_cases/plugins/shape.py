"""Whether a value that foreign code made is of the type that it should be, and not too much."""

from collections.abc import Iterable
from itertools import repeat
from types import UnionType
from typing import Union, cast, get_args, get_origin

import attrs

from cppcc_cases.model.edtf import Edtf
from cppcc_cases.text import Text

MOST = 10_000
"""How many findings, rows, words and so on one call may give."""
_LONGEST = 20_000
_LARGEST = 1e100


def misfit(value: object, shape: object) -> Text | None:
    """Return why a value is not of a type, all within it included, or None.

    A subclass will not do: what stands in it may do anything when it is looked at.
    """
    for one in get_args(shape) if get_origin(shape) in (Union, UnionType) else (shape,):
        plain = getattr(one, "__supertype__", one)
        if type(value) is (get_origin(plain) or plain):
            return _inside(value, plain)
    wanted, got = getattr(shape, "__name__", str(shape)), type(value).__name__
    return Text(zh=f"应是 {wanted}，得到的却是 {got}", en=f"{got} stands where {wanted} belongs")


def _inside(value: object, shape: object) -> Text | None:
    if isinstance(value, str):
        return None if len(value) <= _LONGEST and _sayable(value) else _TEXT
    if isinstance(value, int | float):
        return None if abs(value) < _LARGEST else _NUMBER
    if isinstance(value, tuple | frozenset):
        if len(value) > MOST:
            return _MANY
        inner = get_args(shape)
        if len(inner) == 1 or inner[1:] == (...,):
            return _first(value, repeat(inner[0]))
        return _first(value, inner) if len(inner) == len(value) else _LENGTH
    if attrs.has(type(value)) and not isinstance(value, Edtf):
        fields = attrs.fields(cast("type[attrs.AttrsInstance]", type(value)))
        return _first((getattr(value, a.name) for a in fields), (a.type for a in fields))
    return None


def _first(values: Iterable[object], shapes: Iterable[object]) -> Text | None:
    return next(filter(None, map(misfit, values, shapes)), None)


def _sayable(text: str) -> bool:
    """Tell whether a text has no half of a character, which no file could hold."""
    return text.isascii() or text.encode("utf-8", "ignore").decode() == text


_TEXT = Text(
    zh=f"有一段文字超过{_LONGEST}字，或含不成字的编码",
    en=f"a text has more than {_LONGEST} characters, or one that is none",
)
_NUMBER = Text(zh="有一个数大得不成数", en="a number is none that can be written")
_MANY = Text(zh=f"超过{MOST}项", en=f"there are more than {MOST}")
_LENGTH = Text(zh="元组的项数不对", en="a tuple is of the wrong length")
