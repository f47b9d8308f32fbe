"""Text of a vocabulary as HTML: words of the other language and of code are marked as such."""

import re

from markupsafe import Markup, escape

from cppcc_cases.escape import visible
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang

_CODE = r"\{\}"
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]+"
_ZH, _EN = re.compile(f"(?P<code>{_CODE})"), re.compile(f"(?P<code>{_CODE})|(?P<han>{_HAN})")


def marked(words: SiteWords, text: str) -> Markup:
    """Return text in which code, and on a page in English Chinese words, are marked."""
    text = visible(text)
    pattern = _ZH if words.lang is Lang.ZH else _EN
    told, at = Markup(""), 0
    for found in pattern.finditer(text):
        told += escape(text[at : found.start()])
        form = "<code>{}</code>" if found["code"] else '<span lang="zh-Hans">{}</span>'
        told += Markup(form).format(found[0])
        at = found.end()
    return told + escape(text[at:])
