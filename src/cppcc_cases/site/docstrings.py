"""Docstrings as HTML: paragraphs, lists, examples, and links for names that are known."""

import re
from collections.abc import Callable

from markupsafe import Markup

from cppcc_cases.site.prose_html import code_word, said, seen
from cppcc_cases.text import Lang

Finder = Callable[[str], str]
"""Returns where a name is described, or an empty string."""

_INLINE = re.compile(
    r"``(?P<code>.+?)``|:[a-z]+:`~?(?P<name>[\w.]+)`|\b(?P<value>None|True|False)\b"
)


def described(text: str, find: Finder) -> Markup:
    """Return a docstring as blocks of HTML."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return Markup("\n").join(_block(block, find) for block in blocks if block)


def summary(text: str, find: Finder) -> Markup:
    """Return the first paragraph of a docstring, on one line."""
    return _line(re.split(r"\n\s*\n", text.strip())[0], find)


def _block(block: str, find: Finder) -> Markup:
    if block.startswith(">>>"):
        code = Markup('<pre tabindex="0"><code class="language-pycon">{}</code></pre>')
        return code.format(seen(block))
    if block.startswith("- "):
        items = re.split(r"\n- ", block.removeprefix("- "))
        told = (Markup("<li>{}</li>").format(_line(item, find)) for item in items)
        return Markup("<ul>{}</ul>").format(Markup("").join(told))
    return Markup("<p>{}</p>").format(_line(block, find))


def _line(text: str, find: Finder) -> Markup:
    """Return a paragraph with its words of code, and with links for what is known."""
    text = " ".join(text.split())
    told, end = Markup(""), 0
    for found in _INLINE.finditer(text):
        told += said(text[end : found.start()], Lang.EN)
        word = found["code"] or found["value"]
        told += code_word(word) if word else _name(found["name"], find)
        end = found.end()
    return told + said(text[end:], Lang.EN)


def _name(name: str, find: Finder) -> Markup:
    short = name.rpartition(".")[2]
    href, word = find(short), code_word(short)
    return Markup('<a href="{}">{}</a>').format(href, word) if href else word
