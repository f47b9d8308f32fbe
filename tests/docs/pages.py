"""Pages of Markdown, taken apart as far as the tests of the documentation need."""

import re
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[2]
LANGS = ("zh", "en")
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")


@frozen
class Page:
    """One page: where it is, and its text."""

    path: Path
    text: str

    @property
    def prose(self) -> str:
        """The text without blocks of code."""
        return _FENCE.sub("", self.text)

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and words of each heading."""
        found = re.findall(r"^(#+) (.+)$", self.prose, re.MULTILINE)
        return [(len(marks), words.replace("`", "")) for marks, words in found]

    @property
    def ids(self) -> list[str]:
        """The anchors that are written out."""
        return re.findall(r'<a id="([^"]+)"></a>', self.prose)

    @property
    def fragments(self) -> set[str]:
        """All that a link into this page may name: anchors and headings."""
        return {*self.ids, *(slug(words) for _, words in self.headings)}

    @property
    def links(self) -> list[str]:
        """The targets of all links that stay within the repository."""
        plain = _CODE.sub("", re.sub(r"\[`[^`\n]+`\]", "[]", self.prose))
        targets = re.findall(r"\]\(([^)\s]+)\)", plain)
        return [target for target in targets if "://" not in target]

    @property
    def inline(self) -> list[str]:
        """What stands in backquotes."""
        return [code.strip("`") for code in _CODE.findall(self.prose)]

    def blocks(self, kind: str) -> list[str]:
        """Return the blocks of code of a kind, without their indentation."""
        return [
            "".join(line.removeprefix(indent) for line in body.splitlines(keepends=True))
            for indent, name, body in _FENCE.findall(self.text)
            if name == kind
        ]

    def section(self, id_: str) -> "Page":
        """Return what stands between an anchor that is written out and the next."""
        _, found, rest = self.text.partition(f'<a id="{id_}"></a>')
        assert found, f"{self.path} has no section {id_}"
        return Page(self.path, rest.partition("<a id=")[0])

    def under(self, level: int) -> dict[str, "Page"]:
        """Return what stands under each heading of a level."""
        pieces = re.split(r"^(#+) (.+)$", self.text, flags=re.MULTILINE)
        found = zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True)
        return {
            words.replace("`", ""): Page(self.path, body)
            for marks, words, body in found
            if len(marks) == level
        }

    @property
    def rows(self) -> list[list[str]]:
        """The rows of its tables whose first cell is code."""
        lines = [line for line in self.prose.splitlines() if line.startswith("| `")]
        return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]

    @property
    def names(self) -> dict[str, str]:
        """The second cell of each row by the code in its first."""
        return {cells[0].strip("`"): cells[1] for cells in self.rows}


def slug(words: str) -> str:
    """Return the fragment that a heading gets."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def page(name: str) -> Page:
    """Return a page by its path in the repository."""
    return Page(ROOT / name, (ROOT / name).read_text(encoding="utf-8"))


def names(lang: str) -> list[str]:
    """Return the names of a language's pages."""
    return sorted(path.name for path in (ROOT / "docs" / lang).iterdir())
