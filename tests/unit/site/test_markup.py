"""What may stand in the fragment of a kind."""

import pytest

from cppcc_cases.site.markup import fault_of_markup


@pytest.mark.parametrize(
    "html",
    [
        "",
        "只有文字 &amp; 符号",
        "<p>一<br>二</p>",
        '<ol><li>甲</li><li>乙 <a href="#s1">1</a></li></ol>',
        '<div class="wide"><table><tr><th scope="row">甲</th><td>1</td></tr></table></div>',
        '<a href="https://example.org/">x</a> <a href="../kinds/a.html">y</a>',
        '<h3 id="mechanism-a">甲</h3>',
        '<svg viewBox="0 0 2 2" role="img" aria-label="甲"><rect width="1" height="1"/></svg>',
    ],
)
def test_plain_markup_is_sound(html: str) -> None:
    """Paragraphs, lists, tables, links and pictures may stand there."""
    assert fault_of_markup(html) is None


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<script>alert(1)</script>", "<script> may not be used"),
        ("<SCRIPT src=x></SCRIPT>", "<script> may not be used"),
        ("<style>p{}</style>", "<style> may not be used"),
        ("<img src=x onerror=alert(1)>", "<img> may not be used"),
        ("<iframe></iframe>", "<iframe> may not be used"),
        ("<svg><title><a></title></svg>", "<title> may not be used"),
        ("<svg><foreignObject></foreignObject></svg>", "<foreignobject> may not be used"),
        ("<h2>甲</h2>", "<h2> may not be used"),
        ('<p onclick="x">甲</p>', "<p> may not have onclick"),
        ('<p style="x">甲</p>', "<p> may not have style"),
        ('<svg><rect fill="URL(https://a.b/#c)"/></svg>', "<rect> may not have fill"),
        ('<a href="javascript:alert(1)">甲</a>', "a link begins with"),
        ('<a href="&#106;avascript:alert(1)">甲</a>', "a link begins with"),
        ('<a href="//example.org/">甲</a>', "a link begins with"),
        ('<p id="main">甲</p>', "an id begins with mechanism-"),
        ("<p>甲", "<p> is never closed"),
        ("</section>", "</section> closes nothing"),
        ("<ol><li>甲</ol></li>", "</ol> closes nothing"),
        ("<p/>甲", "<p> needs its </p>"),
        ("<!-- 甲", "comments and declarations"),
        ("甲<!doctype html>", "comments and declarations"),
        ('<p>甲</p><a href="x', "the last tag is not finished"),
    ],
)
def test_what_acts_or_breaks_out_is_refused(html: str, why: str) -> None:
    """Scripts, styles, what loads, and tags that are not in pairs are refused with the reason."""
    fault = fault_of_markup(html)
    assert fault is not None
    assert why in fault.en
    assert fault.zh
