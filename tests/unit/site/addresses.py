"""Ids and links of pages, as far as the tests of written pages need them."""

import posixpath
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser

from attrs import field, frozen


@frozen
class Addresses:
    """The ids of a page, and where its links lead."""

    ids: list[str] = field(factory=list)
    links: list[str] = field(factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Addresses()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.found.ids.append(given["id"] or "")
        if tag == "a" and "href" in given:
            self.found.links.append(given["href"] or "")


@cache
def addresses(content: bytes) -> Addresses:
    """Return the ids and links of a page."""
    reader = _Reader()
    reader.feed(content.decode("utf-8"))
    return reader.found


def broken(path: str, site: Mapping[str, bytes]) -> list[str]:
    """Return the links of a page that lead to no file of the site, or to no place in it."""
    return [link for link in addresses(site[path]).links if not _leads(path, link, site)]


def _leads(path: str, link: str, site: Mapping[str, bytes]) -> bool:
    target, _, fragment = link.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
    return file in site and (not fragment or fragment in addresses(site[file]).ids)
