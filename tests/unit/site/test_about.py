"""The page about the site."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.unit.site.made import made

from cppcc_cases.model import Text
from cppcc_cases.site.config import Config
from cppcc_cases.site.pages import about
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

CITATION = Path(__file__).parents[3] / "CITATION.cff"


def page(corpus: Corpus, lang: Lang = Lang.ZH, config: Config | None = None) -> str:
    """Return the page."""
    return made(about.pages, corpus, lang, config)["about.html"]


def own(text: str) -> Config:
    """Return the configuration of a publisher who says this in both languages."""
    return Config(about=Text(zh=text, en=text))


def test_it_says_how_much_there_is(first: Corpus) -> None:
    """Cases, localities and articles are counted."""
    assert "现有15个案例、15个地区、7篇报道。" in page(first)
    assert "So far there are 15 cases, 15 localities, 7 articles." in page(first, Lang.EN)


def test_the_library_is_cited_as_the_citation_file_has_it(corpus: Corpus) -> None:
    """Authors, title and version are the same."""
    cited = CITATION.read_text(encoding="utf-8")
    assert f"- name: {about.AUTHORS.en}\n" in cited
    assert f'title: "{about.LIBRARY.en} / {about.LIBRARY.zh.strip("《》")}"' in cited
    version = Source(corpus=corpus).version
    assert f"version: {version}\n" in cited
    expected = f"{about.AUTHORS.en}. {about.LIBRARY.en} (version {version})."
    assert f'<p class="citation">{expected}</p>' in page(corpus, Lang.EN)


def test_a_collection_of_ones_own_is_cited_first(corpus: Corpus) -> None:
    """Its title comes before the library."""
    text = page(corpus, config=Config(title=Text(zh="我们的案例", en="Our cases")))
    assert text.index("我们的案例，用 cppcc-cases") < text.index(about.LIBRARY.zh)
    assert 1 == page(corpus).count('class="citation"')


def test_the_publishers_words_come_first(corpus: Corpus) -> None:
    """Their title is that of the page, their headings stand before the library's."""
    text = page(
        corpus, config=own("# 我们是谁\n\n研究室。\n\n## 电话簿\n\n见 [主页](https://a.example/)。")
    )
    assert "<h1>我们是谁</h1>" in text
    assert 1 == text.count("<h1>")
    assert text.index("研究室。") < text.index("电话簿") < text.index(">怎样做的</h2>")
    assert '<a href="https://a.example/">主页</a>' in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\n\n# 乙", ("<h1>关于</h1>", "<p>甲</p>\n<h2>乙</h2>")),
        ("# 甲\n\n# 乙", ("<h1>甲</h1>", "<h2>乙</h2>")),
        ("甲\n===\n乙", ("<h1>甲</h1>", "<p>乙</p>")),
        ("# **甲** `乙`", ("<h1>甲 乙</h1>",)),
        ("#", ("<h1>关于</h1>",)),
        ("", ("<h1>关于</h1>",)),
        ("- 甲\n\t- 乙", ("<li>甲\n<ul>\n<li>乙</li>",)),
        ("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |", ("<th>甲</th>", "<td>2</td>")),
        ("**甲** *乙* `丙`", ("<strong>甲</strong> <em>乙</em> <code>丙</code>",)),
    ],
)
def test_markdown_of_the_publishers(corpus: Corpus, text: str, expected: tuple[str, ...]) -> None:
    """The title is a first heading at the beginning; any other is one of the page's sections."""
    html = page(corpus, config=own(text))
    assert [True] * len(expected) == [one in html for one in expected]
    assert 1 == html.count("<h1>")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "# <script>alert(1)</script>",
        '<a id="x" href="javascript:alert(1)"></a>',
        '<img src="x" onerror="alert(1)">',
        "![picture](https://example.org/x.png)",
        "<!-- comment -->",
        "| a | b |\n| --- | --- |\n| <b>x</b> | <script>z</script> |",
        "```<script>\n</code></pre><script>alert(1)</script>\n```",
        "[x](<javascript:alert(1)>)",
        "[x](data:text/html,<script>)",
        "[x]: javascript:alert(1)\n\n[x]",
        "<javascript:alert(1)>",
    ],
)
def test_html_of_the_publishers_is_text(corpus: Corpus, hostile: str) -> None:
    """Nothing in it acts: no element, no script behind a link, no picture from elsewhere."""
    html = page(corpus, config=own(hostile)).partition("<main")[2].lower()
    bad = ("<script", "<img", "<!--", "<b>", 'href="j', 'href="d')
    assert [] == [one for one in bad if one in html]


def test_orders_to_a_browser_are_written_out(corpus: Corpus) -> None:
    """Characters that turn the direction of text are shown as what they are."""
    html = page(corpus, config=own("# a\u202ea\n\nb\u202eb `c\u202ec`\n\n```\nd\u202ed\n```"))
    assert (0, 4) == (html.count("\u202e"), html.count("\\u202e"))


def test_a_site_without_cases_says_so(corpus: Corpus) -> None:
    """The numbers are nought."""
    assert "现有0个案例" in page(evolve(corpus, files=()))
