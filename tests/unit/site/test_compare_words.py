"""The words of the page of comparison."""

import re
import string
from importlib.resources import files

import pytest

from cppcc_cases.comparison.verdict import Verdict, reason_label, rules
from cppcc_cases.model import Lang
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.site.compare_words import plain_words
from cppcc_cases.site.words import SITE_WORDS, SiteWords
from cppcc_cases.vocab.dimensions import UNSAID


def names(lang: Lang) -> dict[str, str]:
    """Return the named words of a language."""
    plain = plain_words(SiteWords(lang, Registry(entries=())))
    assert isinstance(plain, dict)
    assert isinstance(plain["names"], dict)
    return {key: str(word) for key, word in plain["names"].items()}


@pytest.mark.parametrize("lang", Lang)
def test_reasons_come_in_the_order_of_their_definition(lang: Lang) -> None:
    """The page has the library's table of rules, and gives reasons in the order of the table."""
    plain = plain_words(SiteWords(lang, Registry(entries=())))
    assert isinstance(plain, dict)
    table = rules()
    keys = ("counts", "rates", "arithmetic")
    reasons = [
        {"id": id_, "label": reason_label(id_).in_(lang), **{key: dict(rule)[key] for key in keys}}
        for id_, rule in table["reasons"].items()
    ]
    own = {"unsaid": UNSAID, "verdicts": [one.value for one in Verdict]}
    verdicts = {verdict.value: verdict.label.in_(lang) for verdict in Verdict}
    assert ({**table, **own, "reasons": reasons}, verdicts) == (plain["rules"], plain["verdicts"])


def test_no_rule_is_typed_a_second_time() -> None:
    """The script holds the names of reasons that it gives: no effect, limit or pair of kinds."""
    script = (files("cppcc_cases.site") / "assets/compare_rows.js").read_text(encoding="utf-8")
    table = rules()
    told = [pair for pairs in table["windows"].values() for pair in pairs if " " in pair]
    told += [str(limit) for limit in table["years_apart"].values() if limit > 9]
    told += [rule["zh"] for rule in table["reasons"].values()]
    assert [] == [one for one in (*told, *table["effects"].values()) if one in script]


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
