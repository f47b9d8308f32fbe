"""The catalogue of words: complete, used, and without gaps."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from cppcc_cases import forms, report
from cppcc_cases.facets import FACETS
from cppcc_cases.model import LocalityCode
from cppcc_cases.report.words import WORDS, Words
from cppcc_cases.text import Lang, plural
from cppcc_cases.vocab.denominators import denominators

COUNTS = [one for code in ("150424", "230604") for one in denominators(LocalityCode(code)).main]
"""Counts that are to be trusted less than others."""
MODULES = [
    file
    for room in (forms, report)
    for file in sorted(Path(room.__path__[0]).glob("*.py"))
    if file.name != "words.py"
]


def nodes() -> Iterator[ast.AST]:
    """Yield all that the modules are made of which take words from the catalogue."""
    for file in MODULES:
        yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def keys() -> Iterator[ast.expr]:
    """Yield what stands in brackets behind the catalogue, and what names a section."""
    for node in nodes():
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            if node.value.id in ("words", "WORDS"):
                yield node.slice
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "section":
            yield node.args[0]


def looked_up() -> set[str]:
    """Return the keys that are looked up as they are written."""
    return {one.value for one in keys() if isinstance(one, ast.Constant) and is_text(one.value)}


def is_text(value: object) -> TypeGuard[str]:
    """Tell a text from other constants."""
    return isinstance(value, str)


def patterns() -> set[str]:
    """Return the keys that are made of a fixed part and another, as regular expressions."""
    return {
        "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z]+"
            for part in one.values
        )
        for one in keys()
        if isinstance(one, ast.JoinedStr)
    }


def constants() -> set[str]:
    """Return all strings of these modules, among them the keys that loops go through."""
    found = (node.value for node in nodes() if isinstance(node, ast.Constant))
    marks = {mark for one in COUNTS for mark in one.marks}
    return {value for value in found if is_text(value)} | marks


def test_every_key_used_exists() -> None:
    """No renderer asks for a word that the catalogue lacks."""
    assert set() == looked_up() - set(WORDS)


def test_every_key_is_used() -> None:
    """No word stands in the catalogue in vain; facets have theirs whoever asks for them."""
    made = patterns()
    rest = set(WORDS) - constants() - set(FACETS)
    assert set() == {key for key in rest if not any(re.fullmatch(one, key) for one in made)}


def test_keys_are_found_at_all() -> None:
    """The search for keys is not empty-handed, so that the tests above mean something."""
    assert {"overview", "figures", "sources"} <= looked_up()
    assert {"matrix_[a-z]+"} <= patterns()


def test_every_word_is_in_both_languages() -> None:
    """Each word has Chinese without Latin letters, and English without Chinese characters."""
    faulty = {
        key
        for key, text in WORDS.items()
        if not text.zh or not text.en or any("\u4e00" <= char <= "\u9fff" for char in text.en)
    }
    assert set() == faulty
    latin = {key for key, text in WORDS.items() if any("a" <= c.casefold() <= "z" for c in text.zh)}
    assert set() == latin


def test_an_unknown_key_is_an_error() -> None:
    """A key that the catalogue lacks is an error, not an empty word."""
    with pytest.raises(KeyError):
        Words(Lang.ZH)["made_up"]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (Lang.ZH, ("甲、乙", "甲；乙", "甲：乙", "（甲）", "《甲》")),
        (Lang.EN, ("甲, 乙", "甲; 乙", "甲: 乙", " (甲)", "“甲”")),
    ],
)
def test_punctuation_is_that_of_the_language(lang: Lang, expected: tuple[str, ...]) -> None:
    """Enumerations, colons, brackets and titles are set as each language sets them."""
    words = Words(lang)
    found = (
        words.join(["甲", "乙"]),
        words.join(["甲", "乙"], clauses=True),
        words.colon("甲", "乙"),
        words.brackets("甲"),
        words.title("甲"),
    )
    assert expected == found


def test_plurals() -> None:
    """One thing is singular; none and many are plural."""
    assert ["0 cases", "1 case", "2 cases"] == [plural(n, "case") for n in range(3)]
