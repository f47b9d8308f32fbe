"""Text: nothing that a program meant for itself, and every page in its own language."""

import re
from pathlib import Path

import pytest
from tests.browser.kit import LANGS, Visit, samples
from tests.browser.reading import Told, written

from cppcc_cases.model import Qualifier
from cppcc_cases.store import Corpus

SLIPS = re.compile(
    r"\bNone\b(?! of)|\{\{|\}\}|\{%|%\}|<built-in|<function|<bound|\b[Uu]ndefined\b|\bNaN\b"
    r"|\[object |&(?:amp|lt|gt|quot|#\d+);"
)
UNFILLED = re.compile(r"\{\w*\}")
"""Gaps that nothing was put into."""
SENTENCE = re.compile(r"(?:[A-Za-z][A-Za-z'’-]*,? +){2,}[A-Za-z][A-Za-z'’-]*")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’|《[^《》]*》")


def unquoted(text: str) -> str:
    """Return a text without what is quoted in it, quotations within quotations included."""
    while text != (less := QUOTED.sub("", text)):
        text = less
    return text


def told(site: Path, lang: str) -> list[tuple[str, Told]]:
    """Return every run of text of the pages of a language, with the path of its page."""
    found = [
        (file.relative_to(site).as_posix(), one)
        for file in sorted((site / lang).rglob("*.html"))
        for one in written(file).told
    ]
    assert found
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_no_value_of_a_program_is_shown(lang: str, site: Path) -> None:
    """No ``None``, placeholder or name of an object stands in a page."""
    assert [] == [
        (path, one.text[:80])
        for path, one in told(site, lang)
        if not one.verbatim
        # Sentences that scripts fill stand in attributes of their own.
        if SLIPS.search(one.text)
        or (UNFILLED.search(one.text) and not one.attribute.startswith("data-"))
    ]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sort", ["home", "cases", "compare", "compared"])
def test_scripts_show_no_value_of_a_program(sort: str, lang: str, site: Path, visit: Visit) -> None:
    """Nor does one stand in what scripts have written, the results of a search among it."""
    page = visit.see(f"{site.as_uri()}/{samples(site, sort, lang)[0]}")
    page.fill("#q", "taiyuan")
    page.wait_for_selector("#found [role=option]")
    shown = page.inner_text("body")
    assert [] == [line for line in shown.splitlines() if SLIPS.search(line) or "{}" in line]


def test_no_english_sentence_stands_in_a_chinese_page(site: Path) -> None:
    """Three Latin words in a row are English, unless they are code or are marked as English."""
    assert [] == [
        (path, found[0])
        for path, one in told(site, "zh")
        if one.lang.startswith("zh") and not one.verbatim
        if (found := SENTENCE.search(one.text))
    ]


def test_no_chinese_stands_in_an_english_page(site: Path, corpus: Corpus) -> None:
    """Chinese characters are quoted, are code, or are marked as Chinese."""
    units = corpus.registry.units.values()
    # What counting words and qualifiers stand for is told by naming them.
    naming = {one.definition.en for one in (*Qualifier, *units) if one.definition}
    assert [] == [
        (path, found[0], one.text[:80])
        for path, one in told(site, "en")
        if one.lang == "en" and not one.verbatim and not one.quoted and one.text not in naming
        if (found := HAN.search(unquoted(one.text)))
    ]
