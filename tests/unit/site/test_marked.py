"""Text in which words of the other language and of code are marked."""

from cppcc_cases.site.marked import marked
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang

ZH, EN = SiteWords(Lang.ZH), SiteWords(Lang.EN)


def test_chinese_on_a_page_in_english_is_marked() -> None:
    """On a page in Chinese it is not."""
    assert 'About: <span lang="zh-Hans">约</span>, so' == marked(EN, "About: 约, so")
    assert "约、左右" == marked(ZH, "约、左右")


def test_braces_are_code() -> None:
    """What data files write stands as code in both languages."""
    assert "写 <code>{}</code>。" == marked(ZH, "写 {}。")
    assert "<code>{}</code> if none" == marked(EN, "{} if none")


def test_marks_of_html_are_text() -> None:
    """Nothing in the text acts, nor turns its direction."""
    for words in (ZH, EN):
        assert "&lt;b&gt; &amp; \\u202e" == marked(words, "<b> & \u202e")
