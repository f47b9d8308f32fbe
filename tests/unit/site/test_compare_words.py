"""The words of the page of comparison."""

import re
import string
from importlib.resources import files

import pytest

from cppcc_cases.comparison.comparability import Reason, Verdict
from cppcc_cases.model import Lang
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.site.compare_words import plain_words
from cppcc_cases.site.words import SITE_WORDS, SiteWords


def names(lang: Lang) -> dict[str, str]:
    """Return the named words of a language."""
    plain = plain_words(SiteWords(lang, Registry(entries=())))
    assert isinstance(plain, dict)
    assert isinstance(plain["names"], dict)
    return {key: str(word) for key, word in plain["names"].items()}


@pytest.mark.parametrize("lang", Lang)
def test_reasons_come_in_the_order_of_their_definition(lang: Lang) -> None:
    """The page gives reasons in the order in which it is handed them."""
    plain = plain_words(SiteWords(lang, Registry(entries=())))
    assert isinstance(plain, dict)
    expected = [[reason.value, reason.label.in_(lang)] for reason in Reason]
    verdicts = {verdict.value: verdict.label.in_(lang) for verdict in Verdict}
    assert (expected, verdicts) == (plain["reasons"], plain["verdicts"])


def test_both_languages_fill_the_same_places() -> None:
    """A form has the same names to be filled in either language."""

    def fields(text: str) -> list[str]:
        return sorted(
            name or "" for _, name, _, _ in string.Formatter().parse(text) if name is not None
        )

    zh, en = names(Lang.ZH), names(Lang.EN)
    assert {key: fields(word) for key, word in zh.items()} == {
        key: fields(word) for key, word in en.items()
    }


def test_every_word_is_used() -> None:
    """A word that was made for the page stands in its scripts or in its template."""
    folder = files("cppcc_cases.site")
    scripts = [f"assets/compare{part}.js" for part in ("", "_draw", "_page")]
    paths = (*scripts, "templates/compare.html")
    used = "".join((folder / path).read_text(encoding="utf-8") for path in paths)
    made = [key for key in SITE_WORDS if key.startswith("beside_")]
    counted = {"beside_case", "beside_cases", "beside_article", "beside_articles"}
    unused = {
        key
        for key in made
        if f'words["{key}"]' not in used
        and f"words['{key}']" not in used
        and not re.search(rf"names\.{key.removeprefix('beside_')}\b", used)
        and not re.search(
            rf"\b{key.removeprefix('beside_')}\b[^}};]*}} = library.words.names", used
        )
    }
    assert counted == unused
