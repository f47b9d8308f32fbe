"""The shell of every page: escaping, links, and words."""

import json
import re
from datetime import date

import pytest
from attrs import evolve
from jinja2 import UndefinedError
from markupsafe import Markup

from cppcc_cases.site.shell import Links, Shell, in_script
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang


@pytest.fixture
def shell(corpus: Corpus) -> Shell:
    """Return a shell around no cases."""
    return Shell(source=Source(corpus=evolve(corpus, files=())))


def rendered(shell: Shell, template: str, **values: object) -> str:
    """Return what a template makes of values."""
    return shell.environment.from_string(template).render(**values)


@pytest.mark.parametrize(
    ("path", "to_page", "asset", "data"),
    [
        ("zh/index.html", "../zh/a.html", "../assets/a", "../data/a"),
        ("en/cases/x.html", "../../en/a.html", "../../assets/a", "../../data/a"),
        ("zh/a/b/c.html", "../../../zh/a.html", "../../../assets/a", "../../../data/a"),
    ],
)
def test_links_are_relative(path: str, to_page: str, asset: str, data: str) -> None:
    """From any depth, links lead up to the root of the site and down again."""
    links = Links(lang=Lang(path[:2]), path=path)
    assert (to_page, asset, data) == (links.to("a.html"), links.asset("a"), links.data("a"))
    assert links.root + "en/a.html" == links.to("a.html", Lang.EN)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;"),
        ("a\u202eb\u0007", "a\\u202eb\\u0007"),
        (3, "3"),
        (1.5, "1.5"),
        (Markup("<b>"), "<b>"),
    ],
)
def test_text_and_numbers_are_shown(shell: Shell, value: object, shown: str) -> None:
    """Markup is escaped, and characters that give orders are written out."""
    assert shown == rendered(shell, "{{ value }}", value=value)


@pytest.mark.parametrize("value", [None, True, False, [], {}, date(2024, 1, 1), object()])
def test_nothing_else_is_shown(shell: Shell, value: object) -> None:
    """A template that would print anything else is refused, so that no None gets onto a page."""
    with pytest.raises(TypeError, match="neither text nor a number"):
        rendered(shell, "{{ value }}", value=value)


def test_what_is_not_there_is_an_error(shell: Shell) -> None:
    """A misspelt name is an error, and not an empty place."""
    with pytest.raises((UndefinedError, TypeError), match="ndefined"):
        rendered(shell, "{{ value }}")


@pytest.mark.parametrize("text", ["</script><script>", "<!--", "&amp;", "\u2028", "\u202e", "甲"])
def test_json_stays_in_its_element(text: str) -> None:
    """JSON in a page can't end the element that it stands in, and says what it should."""
    told = in_script({"b": text, "a": 1})
    assert {"a": 1, "b": text} == json.loads(told)
    assert (None, True) == (re.search(r"[<>&\u2028\u202e]", told), told.startswith('{"a":1,'))


@pytest.mark.parametrize(("lang", "tag"), [(Lang.ZH, "zh-Hans"), (Lang.EN, "en")])
def test_a_page_says_what_it_is(shell: Shell, lang: Lang, tag: str) -> None:
    """A page names its language, its twin in the other, and lets in no script of others."""
    page = shell.page(lang, "a/b.html", "base.html", title="甲", about="乙<")
    html = page.content.decode("utf-8")
    other = "en" if lang is Lang.ZH else "zh"
    assert f"{lang.value}/a/b.html" == page.path
    assert html.startswith(f'<!doctype html>\n<html lang="{tag}">\n')
    assert f'href="../../{other}/a/b.html"' in html
    assert '<meta name="description" content="乙&lt;">' in html
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    assert ["'none'", "'self'"] == [
        dict(one.strip().split(" ", 1) for one in policy[0].split(";"))[name]
        for name in ("default-src", "script-src")
    ]
    assert (None, None) == (
        re.search(r"<script(?![^>]* src=)[^>]*>", html),
        re.search(r"<style| style=| on\w+=", html),
    )
