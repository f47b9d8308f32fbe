"""Markdown is read and written without a line of it becoming HTML of its own."""

import pytest

from cppcc_cases.site.prose import Prose, prose, slug
from cppcc_cases.site.prose_html import Link, Writer, said
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang

PAGE = """# 标题 `x`

第一段，[链接](other.md)。

<a id="who"></a>

## 给谁用

### `No-Data` here

| 甲 | 乙 | 丙 |
| --- | --- | --- |
| 一 | 二 | 三 |
"""


def written(text: str, lang: Lang = Lang.ZH, link: Link | None = None) -> str:
    """Return Markdown as HTML; every link becomes the one given."""
    writer = Writer(words=SiteWords(lang), link=lambda href: link or Link(href=href))
    return str(writer.html(prose(text)))


def test_a_page_tells_its_title_and_sections() -> None:
    """Title, first paragraph and headings of the second level are read, without their mark-up."""
    page = prose(PAGE)
    assert ("标题 x", "第一段，链接。", (("who", "给谁用"),)) == (
        page.title,
        page.about,
        page.contents,
    )


def test_headings_have_ids() -> None:
    """An anchor names the heading that follows it; any other gets one made of its words."""
    assert {"标题-x", "who", "no-data-here"} == prose(PAGE).ids


def test_an_anchor_is_no_text() -> None:
    """What named a heading is not shown, and the title is left to the page that shows it."""
    html = written(PAGE)
    assert (False, False, True) == ("&lt;a" in html, "<h1" in html, '<h2 id="who">' in html)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<a id="x"></a> and more',
        '<a id="x" href="javascript:alert(1)"></a>',
        '<img src="x" onerror="alert(1)">',
        "![picture](https://example.org/x.png)",
        "<!-- comment -->",
        "| a | b | c |\n| --- | --- | --- |\n| <b>x</b> | <i>y</i> | <script>z</script> |",
        "```<script>\n</code></pre><script>alert(1)</script>\n```",
        "## <script>alert(1)</script>",
        "[x](<javascript:alert(1)>)",
        "[x](data:text/html,<script>)",
    ],
)
def test_no_html_passes(hostile: str) -> None:
    """Tags, comments, pictures and addresses that run something are text, or are gone."""
    html = written(hostile).lower()
    assert [] == [
        bad
        for bad in ("<script", "<img", "<!--", "<b>", "<i>", 'href="j', 'href="d')
        if bad in html
    ]


def test_an_anchor_needs_a_heading() -> None:
    """An anchor that no heading follows is text like any other."""
    assert "<p>&lt;a id=&#34;x&#34;&gt;&lt;/a&gt;</p>" in written('<a id="x"></a>\n\ntext')


def test_ids_are_given_once() -> None:
    """Headings of the same words have different ids, and none has one that all pages have."""
    page = prose("## Main\n\n## Same\n\n## Same\n")
    assert ["main-1", "same", "same-1"] == [id_ for id_, _ in page.contents]


def test_orders_to_a_browser_are_written_out() -> None:
    """Characters that turn the direction of text are shown as what they are."""
    html = written("a\u202eb `c\u202ed`\n\n```\ne\u202ef\n```")
    assert (0, 3) == (html.count("\u202e"), html.count("\\u202e"))


def test_a_wide_table_can_be_scrolled_by_keyboard() -> None:
    """A table of three columns has a box that takes the focus; one of two needs none."""
    two = written("| a | b |\n| --- | --- |\n| 1 | 2 |")
    assert (True, False) == ('tabindex="0"' in written(PAGE), "tabindex" in two)


def test_wide_code_can_be_scrolled_by_keyboard() -> None:
    """Only code that is wider than a telephone takes the focus."""
    short, long = written("```sh\ncases list\n```"), written(f"```sh\n{'x' * 60}\n```")
    assert (False, True) == ("tabindex" in short, "tabindex" in long)


def test_code_knows_its_language() -> None:
    """A block names its language, and lines of a difference say whether they go or come."""
    html = written("```diff\n- a\n+ b\n c\n```")
    assert (True, True, True) == (
        'class="language-diff"' in html,
        '<span class="goes">- a</span>' in html,
        '<span class="comes">+ b</span>' in html,
    )


def test_a_file_that_is_no_page_is_named() -> None:
    """A link to a file that the site lacks leaves its words, and names the file."""
    assert "<p>见参与（<code>TO.md</code>）。</p>" in written(
        "见[参与](x.md)。", link=Link(file="TO.md")
    )


def test_a_file_is_not_named_twice() -> None:
    """Where the words of such a link name the file, nothing is added."""
    assert "<p>见 README。</p>" in written("见 [README](x.md)。", link=Link(file="README.md"))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (Lang.EN, "the 政协, of 太原", '<span lang="zh-Hans">政协</span>'),
        (Lang.ZH, "用 YAML Language Server 检查", '<span lang="en">YAML Language Server</span>'),
    ],
)
def test_the_other_language_is_marked(lang: Lang, text: str, expected: str) -> None:
    """Chinese in English text, and a name in English in Chinese text, say what they are."""
    assert expected in said(text, lang)


def test_a_sentence_is_no_name() -> None:
    """A whole English sentence in Chinese text is not let pass as a name."""
    assert "<span" not in said("中文 This is a whole sentence in English 中文", Lang.ZH)


def test_rows_are_read() -> None:
    """The cells of tables are read, those of heads too."""
    assert [3, 3] == [len(row) for row in prose(PAGE).rows]


def test_a_slug_is_that_of_code_hosts() -> None:
    """Headings are linked to by the fragments that code hosts make of them."""
    assert "a-b-c-汉字" == slug("A b-c! 汉字")


def test_an_empty_page_is_one() -> None:
    """A page without a word has neither title nor sections."""
    page = prose("")
    assert (Prose(tokens=()), "", "") == (page, page.title, page.about)
