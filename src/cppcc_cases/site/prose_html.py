"""Markdown that was read, as HTML."""

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import frozen
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from cppcc_cases.escape import is_hidden
from cppcc_cases.site.prose import Prose, id_of, plain
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang
from cppcc_cases.width import width

_HAN = re.compile(
    r"[\u3400-\u9fff\U00020000-\U0003ffff]"
    r"(?:[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]*"
    r"[\u3400-\u9fff\U00020000-\U0003ffff])?"
)
_NAME = re.compile(
    r"(?<![A-Za-z] )\b[A-Za-z][\w.'’-]*(?: [A-Za-z][\w.'’-]*){2,3}(?![\w.'’-]| [A-Za-z])"
)
"""A name of a few words in English, as of a program; a whole sentence is none."""
_FITS = 36
"""So many columns of code fit on a telephone; wider code scrolls, and is reached by keyboard."""
_ABREAST = 2
"""So many columns of a table do too."""


@frozen(kw_only=True)
class Link:
    """What becomes of a link: its address, or else the file that its words stand for."""

    href: str = ""
    file: str = ""


Linker = Callable[[str], Link]
"""Says what becomes of a link, by its target."""


@frozen(kw_only=True)
class Writer:
    """Writes pages in one language, with links as a page of the site has them."""

    words: SiteWords
    link: Linker

    def html(self, page: Prose) -> Markup:
        """Return the page without its title."""
        return _rendered(self._blocks(page.tokens))

    def inline(self, body: Token) -> Markup:
        """Return a paragraph's words, without the paragraph."""
        return _rendered(self._pieces(body.children or []), inline=True)

    def _blocks(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """Yield the tokens to be rendered; what is raw HTML among them was made here."""
        titled = False
        for at, token in enumerate(tokens):
            if token.tag == "h1":
                titled = token.nesting == 1
            elif not titled:
                yield from self._block(token, tokens[: at + 1], tokens[at:])

    def _block(
        self, token: Token, so_far: Sequence[Token], to_come: Sequence[Token]
    ) -> Iterator[Token]:
        if token.type == "inline":
            yield Token("inline", "", 0, children=[_raw(self.inline(token))])
        elif token.type in ("fence", "code_block"):
            yield _raw(self.code(token.content, token.info))
        elif token.type == "table_open":
            yield _raw(self._box(to_come))
            yield token
        elif token.type == "table_close":
            yield token
            yield _raw(Markup("</div>\n"))
        elif token.type == "heading_close":
            yield _raw(self._permalink(*so_far[-3:-1]))
            yield token
        else:
            yield token

    def _box(self, table: Sequence[Token]) -> Markup:
        """Return the start of a box in which a table scrolls, unless it is narrow anyhow."""
        kinds = [token.type for token in table]
        if kinds[: kinds.index("tr_close")].count("th_open") <= _ABREAST:
            return Markup('<div class="wide">\n')
        return Markup('<div class="wide" role="group" aria-label="{}" tabindex="0">\n').format(
            self.words["table_box"]
        )

    def _permalink(self, heading: Token, body: Token) -> Markup:
        """Return the link by which a heading can be shared."""
        return Markup(' <a class="permalink" href="#{}" aria-label="{} {}">#</a>').format(
            id_of(heading), self.words["permalink"], seen(plain(body))
        )

    def code(self, text: str, language: str) -> Markup:
        """Return a block of code."""
        language = re.sub("[^a-z0-9]", "", language.lower()) or "text"
        text = seen(text)
        lines = text.splitlines()
        return Markup('<pre{}><code class="language-{}"{}>{}</code></pre>\n').format(
            Markup(' tabindex="0"') if any(width(line) > _FITS for line in lines) else "",
            language,
            _tongue(text, self.words.lang is Lang.EN),
            Markup("\n").join(map(_changed, lines)) if language == "diff" else text,
        )

    def _pieces(self, pieces: Sequence[Token]) -> Iterator[Token]:
        """Yield the pieces of a paragraph to be rendered."""
        links: list[Link] = []
        for at, piece in enumerate(pieces):
            if piece.type == "link_open":
                links.append(self.link(str(piece.attrs["href"])))
                yield _raw(Markup('<a href="{}">').format(links[-1].href) if links[-1].href else "")
            elif piece.type == "link_close":
                yield _raw(self._ended(links.pop(), pieces[at - 1].content))
            elif piece.type == "text":
                yield _raw(said(piece.content, self.words.lang))
            elif piece.type == "code_inline":
                yield _raw(self._word(piece.content))
            else:
                yield piece

    def _ended(self, link: Link, words: str) -> str:
        """Return the end of a link, or the name of the file that stands in no site."""
        if link.href:
            return Markup("</a>")
        if words in link.file:
            return ""
        zh = self.words.lang is Lang.ZH
        name = Markup("<code>{}</code>").format(link.file)
        return Markup("（{}）" if zh else " ({})").format(name)

    def _word(self, text: str) -> Markup:
        """Return a word of code."""
        return code_word(text, foreign=self.words.lang is Lang.EN)


def said(text: str, lang: Lang) -> Markup:
    """Return text on a page in a language; what is in the other one is marked as such."""
    return _marked(text, _NAME, "en") if lang is Lang.ZH else _marked(text, _HAN, "zh-Hans")


def _marked(text: str, foreign: re.Pattern[str], tag: str) -> Markup:
    text, told, end = seen(text), Markup(""), 0
    for found in foreign.finditer(text):
        told += escape(text[end : found.start()])
        told += Markup('<span lang="{}">{}</span>').format(tag, found[0])
        end = found.end()
    return told + escape(text[end:])


def code_word(text: str, *, foreign: bool = True) -> Markup:
    """Return a word of code; where Chinese is foreign, Chinese in it is marked."""
    text = seen(text)
    return Markup("<code{}>{}</code>").format(_tongue(text, foreign), text)


def _tongue(text: str, foreign: bool) -> Markup:
    """Return the attribute that says that code has Chinese in it."""
    return Markup(' lang="zh-Hans"' if foreign and _HAN.search(text) else "")


def seen(text: str) -> str:
    """Return text in which characters that would give orders to a browser are written out."""
    if text.isprintable():
        return text
    return "".join(
        f"\\u{ord(char):04x}" if is_hidden(char) and char not in "\n\t" else char for char in text
    )


def _changed(line: str) -> Markup:
    """Return a line of a difference, marked as what goes or as what comes."""
    name = {"-": "goes", "+": "comes"}.get(line[:1])
    return Markup('<span class="{}">{}</span>').format(name, line) if name else escape(line)


def _raw(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)


def _rendered(tokens: Iterator[Token], *, inline: bool = False) -> Markup:
    renderer = _PARSER.renderer
    assert isinstance(renderer, RendererHTML)
    render = renderer.renderInline if inline else renderer.render
    return Markup(render([*tokens], _PARSER.options, {}))


_PARSER = MarkdownIt("commonmark")
