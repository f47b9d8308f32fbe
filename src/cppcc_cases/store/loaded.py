"""One file that was read."""

from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from attrs import field, frozen

from cppcc_cases.codec import NO_ID
from cppcc_cases.errors import Finding, Location, Path, Problem
from cppcc_cases.model import Article, ArticleId, Case
from cppcc_cases.source.placing import Shadow, located, placed

if TYPE_CHECKING:
    from cppcc_cases.codec.partial import Partial


@frozen(kw_only=True)
class Loaded:
    """One file that was read: its article and cases, and where in the file each case stands.

    ``article_id`` is known even of some articles that could not be read. ``partial`` is what could
    be read of a faulty article or case, for rules alone, and ``shadow`` where they say nothing.
    ``text`` is what was read, unless that lies on a shelf.
    """

    file: str
    article: Article | None
    article_id: ArticleId = NO_ID
    cases: tuple[Case, ...]
    places: tuple[int, ...]
    plugins: tuple[str, ...] = ()
    partial: "tuple[Partial, ...]" = field(default=(), eq=False, repr=False)
    shadow: Shadow = field(default=Shadow(), eq=False, repr=False)
    text: str | None = field(default=None, eq=False, repr=False)

    def location(self, path: Path) -> Location:
        """Return where in the file a path stands, or the nearest thing around it."""
        return located(self.file, self._text(), path)

    def placed(self, findings: Iterable[Finding]) -> Iterator[Problem]:
        """Yield findings as problems, each in its place."""
        return placed(self.file, self._text(), findings)

    def _text(self) -> str:
        if self.text is not None:
            return self.text
        from cppcc_cases.source.files import read_text

        text = read_text(FilePath(self.file))
        return text if isinstance(text, str) else ""
