"""Long lists on several pages, so that no page grows with the corpus."""

from collections.abc import Sequence

from attrs import frozen

ON_A_PAGE = 48


@frozen(kw_only=True)
class Pager:
    """Where one page of a list stands: its number, and the paths of its neighbours."""

    at: int
    last: int
    path: str
    before: str
    after: str


def pagers(folder: str, count: int, each: int = ON_A_PAGE) -> Sequence[Pager]:
    """Return the pages of a list of so many entries; an empty list has one page all the same."""
    return chained(f"{folder}index.html", f"{folder}page-{{}}.html", count, each)


def chained(first: str, further: str, count: int, each: int) -> Sequence[Pager]:
    """Return the pages for so many entries: the path of the first, and the form of the others'."""
    last = max(1, -(-count // each))
    paths = [first, *map(further.format, range(2, last + 1))]
    return [
        Pager(
            at=n,
            last=last,
            path=paths[n - 1],
            before=paths[n - 2] if n > 1 else "",
            after=paths[n] if n < last else "",
        )
        for n in range(1, last + 1)
    ]
