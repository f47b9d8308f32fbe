"""A page of the site as it is written: elements, texts with the language they are in, links."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from attrs import field, frozen

VOID = frozenset({"base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})
VERBATIM = frozenset({"code", "kbd", "pre", "samp", "var"})
DATA = frozenset({"script", "style"})
TOLD = ("alt", "aria-label", "aria-description", "content", "label", "placeholder", "title")
ADDRESSES = ("action", "data", "href", "poster", "src")

Attributes = dict[str, str]


@frozen(kw_only=True)
class Told:
    """One run of text: in which language it stands, and whether word for word or quoted.

    ``attribute`` is the one that it is the value of, or nothing where it stands in the page.
    """

    text: str
    lang: str
    attribute: str = ""
    verbatim: bool = False
    quoted: bool = False


@frozen(kw_only=True)
class Element:
    """A start tag."""

    tag: str
    attributes: Attributes

    def get(self, name: str) -> str:
        """Return an attribute, or nothing."""
        return self.attributes.get(name, "")


@frozen(kw_only=True)
class Written:
    """What is written in a page."""

    elements: list[Element] = field(factory=list)
    told: list[Told] = field(factory=list)
    data: list[str] = field(factory=list)
    faults: list[str] = field(factory=list)

    @property
    def ids(self) -> list[str]:
        """All ids, in the order of the page."""
        return [one.get("id") for one in self.elements if "id" in one.attributes]

    @property
    def addresses(self) -> Iterator[tuple[Element, str]]:
        """Every address in the page, those included that scripts are to load."""
        for one in self.elements:
            for name, value in one.attributes.items():
                if name in ADDRESSES or (name.startswith("data-") and value.endswith(".js")):
                    yield one, value

    def all(self, tag: str) -> list[Element]:
        """Return the elements of a tag."""
        return [one for one in self.elements if one.tag == tag]


@cache
def written(file: Path) -> Written:
    """Read a page."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    reader.found.faults.extend(f"never closed: {tag}" for tag, _ in reader.open)
    return reader.found


class _Reader(HTMLParser):
    """Reads strictly: what is opened must be closed, and in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Written()
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, with the language that holds in it."""
        attributes = {name: value or "" for name, value in attrs}
        if len(attributes) != len(attrs):
            self.found.faults.append(f"an attribute stands twice: {self.get_starttag_text()}")
        lang = attributes.get("lang", self.open[-1][1] if self.open else "")
        self.found.elements.append(Element(tag=tag, attributes=attributes))
        for name, value in attributes.items():
            if value and (name in TOLD or name.startswith("data-")) and _is_told(tag, attributes):
                self._tell(value, lang, name)
        if tag not in VOID:
            self.open.append((tag, lang))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that is closed at once, as those of drawings are."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
        else:
            self.found.faults.append(f"closed, but not the last opened: {tag} at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        """Note a run of text."""
        if self.open and self.open[-1][0] in DATA:
            self.found.data.append(data)
        elif data.strip():
            self._tell(data.strip(), self.open[-1][1] if self.open else "")

    def _tell(self, text: str, lang: str, attribute: str = "") -> None:
        around = {tag for tag, _ in self.open}
        self.found.told.append(
            Told(
                text=text,
                lang=lang,
                attribute=attribute,
                verbatim=attribute == "data-keys" or bool(around & VERBATIM),
                quoted="q" in around,
            )
        )


def _is_told(tag: str, attributes: Attributes) -> bool:
    """Tell whether the attributes of an element are words, and no orders to a browser."""
    return tag != "meta" or attributes.get("name") == "description"
