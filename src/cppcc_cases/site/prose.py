"""Markdown, read: headings with ids, tables, links, and no HTML but the anchors of headings."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import frozen
from markdown_it import MarkdownIt
from markdown_it.token import Token

_ANCHOR = re.compile(r'<a id="([a-z][a-z0-9-]*)"></a>')
_TAKEN = frozenset(["main", "q", "found"])
"""Ids that every page of the site has."""


@frozen(kw_only=True, slots=False)
class Prose:
    """A page of Markdown as its tokens; of raw HTML there is none among them."""

    tokens: tuple[Token, ...]

    @cached_property
    def title(self) -> str:
        """The words of its first heading of the first level."""
        return next((plain(body) for one, body in self.headings if one.tag == "h1"), "")

    @cached_property
    def about(self) -> str:
        """The words of its first paragraph."""
        opening = (at for at, one in enumerate(self.tokens) if one.type == "paragraph_open")
        return next((plain(self.tokens[at + 1]) for at in opening), "")

    @cached_property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """Fragment and words of each heading of the second level."""
        found = (one for one in self.headings if one[0].tag == "h2")
        return tuple((id_of(heading), plain(body)) for heading, body in found)

    @cached_property
    def ids(self) -> frozenset[str]:
        """All that a link to a place in the page may name."""
        return frozenset(id_of(heading) for heading, _ in self.headings)

    @cached_property
    def rows(self) -> tuple[tuple[Token, ...], ...]:
        """The cells of each row of its tables, those of their heads as well."""
        rows: list[list[Token]] = []
        for at, token in enumerate(self.tokens):
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                rows[-1].append(self.tokens[at + 1])
        return tuple(tuple(row) for row in rows)

    @cached_property
    def headings(self) -> tuple[tuple[Token, Token], ...]:
        """Each heading, with the words in it."""
        tokens = self.tokens
        return tuple(
            (token, tokens[at + 1])
            for at, token in enumerate(tokens)
            if token.type == "heading_open"
        )


def prose(text: str) -> Prose:
    """Return a page of Markdown. ``<a id="…"></a>`` on a line of its own names the heading below.

    All other HTML is text like any other.
    """
    tokens = tuple(_named(_PARSER.parse(text)))
    taken = _TAKEN | {id_of(one) for one in tokens if "id" in one.attrs}
    for at, token in enumerate(tokens):
        if token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type == "heading_open" and "id" not in token.attrs:
            id_ = _free(slug(plain(tokens[at + 1])), taken)
            token.attrSet("id", id_)
            taken |= {id_}
    return Prose(tokens=tokens)


def id_of(heading: Token) -> str:
    """Return the fragment by which a heading is linked to."""
    return str(heading.attrs["id"])


def plain(body: Token) -> str:
    """Return the words of a paragraph, a heading or a cell, without any mark-up."""
    pieces = body.children or []
    return "".join(" " if one.type == "softbreak" else one.content for one in pieces)


def hrefs(body: Token) -> list[str]:
    """Return where the links of a paragraph, a heading or a cell lead."""
    return [str(one.attrs["href"]) for one in body.children or [] if one.type == "link_open"]


def slug(words: str) -> str:
    """Return the fragment of a heading that has no anchor, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")


def _free(wanted: str, taken: frozenset[str]) -> str:
    """Return an id that no other heading has."""
    candidates = (wanted or "section", *(f"{wanted or 'section'}-{n}" for n in range(1, 9999)))
    return next(id_ for id_ in candidates if id_ not in taken)


def _named(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens with each anchor taken out, and given to the heading that follows it."""
    at = 0
    while at < len(tokens):
        id_ = _anchor(tokens[at : at + 4])
        if id_:
            tokens[at + 3].attrSet("id", id_)
        at += 3 if id_ else 0
        yield tokens[at]
        at += 1


def _anchor(tokens: Sequence[Token]) -> str:
    """Return the id that a paragraph names, if it is an anchor and a heading follows it."""
    if [one.type for one in tokens] != [
        "paragraph_open",
        "inline",
        "paragraph_close",
        "heading_open",
    ]:
        return ""
    found = _ANCHOR.fullmatch(tokens[1].content)
    return found[1] if found else ""


_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
