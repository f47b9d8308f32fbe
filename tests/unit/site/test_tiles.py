"""The province-level units as tiles."""

from itertools import pairwise

from cppcc_cases.site.tiles import TILES
from cppcc_cases.store import Corpus


def test_every_province_has_a_tile(corpus: Corpus) -> None:
    """All 34 units of the first level are there, each once, under a part of their name."""
    provinces = {place.code: place.name.zh for place in corpus.gazetteer if not place.parents}
    assert 34 == len(TILES)
    assert set(provinces) == {tile.code for tile in TILES}
    for tile in TILES:
        assert provinces[tile.code].startswith(tile.zh)


def test_no_two_tiles_lie_on_each_other() -> None:
    """Each has a place of its own in the grid, and letters of its own."""
    assert 34 == len({(tile.row, tile.column) for tile in TILES})
    assert 34 == len({tile.letters for tile in TILES})


def test_tiles_come_row_by_row() -> None:
    """A reader who goes from one to the next goes as the eye does."""
    places = [(tile.row, tile.column) for tile in TILES]
    assert all(one < other for one, other in pairwise(places))
