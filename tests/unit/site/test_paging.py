"""Long lists stand on several pages."""

import pytest

from cppcc_cases.site.paging import ON_A_PAGE, pagers


@pytest.mark.parametrize(
    ("count", "paths"),
    [
        (0, ["cases/index.html"]),
        (1, ["cases/index.html"]),
        (10, ["cases/index.html"]),
        (11, ["cases/index.html", "cases/page-2.html"]),
        (30, ["cases/index.html", "cases/page-2.html", "cases/page-3.html"]),
    ],
)
def test_there_are_as_many_pages_as_it_takes(count: int, paths: list[str]) -> None:
    """Ten entries a page; an empty list has a page all the same."""
    assert paths == [one.path for one in pagers("cases/", count, 10)]


def test_each_page_knows_its_neighbours() -> None:
    """The first has none before it, the last none after it, and all know how many there are."""
    pages = pagers("", 3 * ON_A_PAGE)
    assert [(1, 3), (2, 3), (3, 3)] == [(one.at, one.last) for one in pages]
    assert ["", "index.html", "page-2.html"] == [one.before for one in pages]
    assert ["page-2.html", "page-3.html", ""] == [one.after for one in pages]
