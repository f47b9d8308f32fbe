"""The catalogue of words: complete, used, and without gaps."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_cases import render
from cppcc_cases.report.words import WORDS, Words
from cppcc_cases.text import Lang, plural

MODULES = sorted(Path(render.__path__[0]).glob("*.py"))


def trees() -> Iterator[ast.Module]:
    """Yield the modules that take words from the catalogue."""
    for file in MODULES:
        source = file.read_text(encoding="utf-8")
        if "render.words import" in source:
            yield ast.parse(source)


def looked_up() -> set[str]:
    """Return the keys that stand in brackets behind ``words``."""
    return {
        node.slice.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id == "words"
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.slice.value, str)
    }


def constants() -> set[str]:
    """Return all strings of these modules, among them the keys that loops go through."""
    return {
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_key_used_exists() -> None:
    """No renderer asks for a word that the catalogue lacks."""
    assert set() == looked_up() - set(WORDS)


def test_every_key_is_used() -> None:
    """No word stands in the catalogue in vain."""
    assert set() == set(WORDS) - constants()


def test_keys_are_found_at_all() -> None:
    """The search for keys is not empty-handed, so that the tests above mean something."""
    assert {"overview", "figures", "sources"} <= looked_up()


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
