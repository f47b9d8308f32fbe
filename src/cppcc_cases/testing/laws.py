"""What contracts are made of: named laws, each of which becomes a test of its own."""

import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from cppcc_cases.model import Text

UNDER_TEST = "the package under test"
"""Stands for the name of a distribution that is not known."""
_TEMPLATE = ("待命名", "待写", "To be ")
"""How what a new project leaves to its author begins."""
_HAN = re.compile("[\u3400-\u9fff]")
_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


def contract(about: str, laws: Mapping[str, Callable[[], None]]) -> Callable[..., None]:
    """Return a test function that pytest runs once for each law."""

    @pytest.mark.parametrize("law", list(laws))
    def test(law: str) -> None:
        laws[law]()

    test.__doc__ = about
    return test


def demand(faults: Iterator[str] | list[str]) -> None:
    """Fail with every fault, if there is one."""
    found = list(dict.fromkeys(faults))
    if found:
        raise AssertionError("\n".join(found))


def bad_id(sort: str, id_: str) -> Iterator[str]:
    """Yield what is wrong with an id's spelling."""
    if not _ID.fullmatch(id_):
        yield f"{sort} {id_!r}: write lower-case letters, digits and _, as in guangdong.{sort}"


def bad_text(where: str, text: object, *, bare: bool = False) -> Iterator[str]:
    """Yield what is wrong with a text that a reader will see. ``bare``: it may have no words."""
    if not isinstance(text, Text):
        yield f"{where} must be a Text, in zh and en, not {text!r}"
    elif bare:
        if not text.zh.strip():
            yield f"{where} has nothing under zh"
    elif text.zh.startswith(_TEMPLATE) or text.en.startswith(_TEMPLATE):
        yield f"{where} still says what cases init wrote: put your own in place of {text.zh!r}"
    else:
        if not _HAN.search(text.zh):
            yield f"{where} is not in Chinese under zh: {text.zh!r}"
        if not text.en.strip() or _HAN.search(text.en):
            yield f"{where} is not in English under en: {text.en!r}"
